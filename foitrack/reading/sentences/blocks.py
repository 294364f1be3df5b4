"""The paragraphs, items and headings of a letter, as sentences about cases stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.reading.periods import Period, parse_period
from foitrack.reading.prose import Span, lines, paragraphs, trimmed
from foitrack.reading.sentences.background import is_background
from foitrack.reading.sentences.periods import periods_in

_HEADING = "heading"
LIST_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u25aa\u2023o]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
COUNTED_ITEM = re.compile(r"\s*\d{1,3}\s?[x\u00d7]\s", re.IGNORECASE)
_LONGEST_PERIOD = 60
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Above:
    """What a heading says of the lines below it."""

    period: Period | None = None
    lead: str = ""
    """The words of a line that ends in a colon."""
    items_only: bool = False


def blocks(spoken: str) -> Iterator[Span]:
    """Paragraphs, parted where a line is a heading or an item of its own: a year printed under
    a list is no end of the list's last line.
    """
    for whole in _joined(spoken):
        start, piece = whole.start, whole.of(spoken)
        if "\n" not in piece:
            # Most of them: whatever it is, it is one.
            yield trimmed(spoken, whole)
            continue
        for row in lines(piece):
            line = Span(whole.start + row.start, whole.start + row.end)
            if line.start > start and (alone := _stands_alone(line.of(spoken))):
                yield trimmed(spoken, Span(start, line.start))
                start = line.end if alone == _HEADING else line.start
                if alone == _HEADING:
                    yield trimmed(spoken, line)
            elif line.start == start and _stands_alone(line.of(spoken)) == _HEADING:
                yield trimmed(spoken, line)
                start = line.end
        if start < whole.end:
            yield trimmed(spoken, Span(start, whole.end))


def _joined(spoken: str) -> Iterator[Span]:
    """Paragraphs, with a line that goes on in small letters on the next taken together: half of
    a sentence would say something else than the whole.
    """
    last: Span | None = None
    for each in paragraphs(spoken):
        if (
            last is not None
            and spoken[last.end : each.start].count("\n") == 1
            and spoken[each.start : each.end].lstrip()[:1].islower()
            and spoken[last.start : last.end].rstrip()[-1:] not in ".!?:;"
            and not LIST_ITEM.match(spoken[each.start : each.end])
        ):
            last = Span(last.start, each.end)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _stands_alone(line: str) -> str:
    if heading_of(line) is not None:
        return _HEADING
    return "item" if LIST_ITEM.match(line) or COUNTED_ITEM.match(line) else ""


def heading_of(line: str) -> Above | None:
    """A line that is a period, or that ends in a colon: it speaks for what follows."""
    end = line.rstrip(" *_#")[-1:]
    if len(line) > 200 or (end != ":" and (len(line) > _LONGEST_PERIOD or not YEAR.search(line))):
        return None
    plain = LIST_ITEM.sub("", line, count=1).strip(" *_#")
    period = parse_period(re.sub(r"^(?:in|during)\s+", "", plain.rstrip(":"), flags=re.IGNORECASE))
    if period is not None:
        return Above(period)
    if not plain.endswith(":") or is_background(plain):
        return None
    told = periods_in(plain)
    if len({one.period.value if one.period else None for one in told}) > 1:
        return None
    return Above(told[0].period if told else None, plain.rstrip(":"))
