"""What a chart says in words: whole, bar by bar, and each value as people read it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import Bar, Chart
from ui.core_words import told

translate = QCoreApplication.translate

MOST_SAID = 40
"""Bars; nobody listens to more of them in one go."""
THIN = "\u2009"
"""A space of a few pixels."""
_CENTURY = re.compile(r"(?:19|20)(\d\d)")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


def describe(chart: Chart) -> str:
    """The whole chart in words, for those who do not see it; of many bars the first.

    The table of figures has all of them.
    """
    said = [f"{describe_bar(chart, bar)}." for bar in chart.bars[:MOST_SAID]]
    more = len(chart.bars) - MOST_SAID
    if more > 0:
        said.append(translate("BarChart", "{0} more.").format(f"{more:,}"))
    return " ".join(said)


def describe_bar(chart: Chart, bar: Bar) -> str:
    """One bar in words: "Facebook: 34 (Northumbria Police 31, Gwent Police 3)"."""
    label = in_words(bar.label)
    parts = [
        f"{told(name)} {count:,}"
        for name, count in zip(chart.series, bar.counts, strict=False)
        if count
    ]
    return f"{label}: {', '.join(parts) or '0'}"


def in_words(value: str) -> str:
    """A value as people read it: the name "no-further-action" is "No further action"."""
    return value.replace("-", " ").capitalize() if _NAME.fullmatch(value) else told(value)


def short_year(words: str) -> str:
    """A year where there is little room: "2015" is "’15", "2015/16" is "’15/16"."""
    found = _CENTURY.match(words)
    return f"’{words[2:]}" if found else words


def short_figure(words: str) -> str:
    """A figure where there is little room: "37,936" is "38k"; those below 10,000 stay whole."""
    number = words.replace(",", "")
    if not number.isdecimal() or int(number) < 10_000:
        return words
    thousands = int(number) / 1000
    return f"{thousands:.0f}k" if thousands < 999.5 else f"{thousands / 1000:.1f}m"


def tighter(figure: str) -> tuple[tuple[int, str], ...]:
    """A figure as it may stand over its bar, the roomiest first: the size, and what is said.

    Where not even the last has room nothing is said: the tooltip and the table of figures have it,
    and "215|28|2" could be read as a number of its own.
    """
    short = short_figure(figure)
    return (12, figure), (11, figure), (11, short), (11, short.replace(" ", THIN))
