"""Figures listed under each other, one a line after its label, with nothing between."""

from __future__ import annotations

import re
from itertools import pairwise

from foitrack.later import later
from foitrack.reading.prose import Span, lines

_ROW = later(
    r"[ \t*•-]{0,8}(?P<label>(?:(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?|[A-Z][^\n:;.?!@]{2,60}?))"
    r"[ \t:–-]{1,12}(?:£ ?)?(?P<figure>\d{1,3}(?:,\d{3})*|\d{1,6}|nil|none)\*?"
    r"(?:\s{1,6}\([^()\n]{1,60}\))?[ \t]*"
)
_NO_LABEL = later(
    r"\b(?:pages?|sections?|annex|appendix|part|question|item|figure|table|version|tel|telephone|"
    r"phone|fax|ref|reference|article|regulation|schedule|act|hours?|minutes?|files?|records?|"
    r"e-?mails?|(?:floor|street|road|house|unit|room|box|suite)|january|february|march|april|may|"
    r"june|"
    r"july|august|september|october|november|december)\b\W*$|"
    r"\D(?!(?:19|20)\d\d$)\d{3,}$|\b(?:hours?|minutes?|search\w*|locat\w+|retriev\w+|e-?mails|"
    r"records to|limit)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 2


def find_listed(said: str) -> Span | None:
    """The first figures that a list of labels gives: two lines at least, each with a figure.

    A list whose figures only count on (a menu's, an index's) gives nothing, nor does one that
    reckons how long answering takes.
    """
    run: list[tuple[Span, int | None]] = []
    for row in (*lines(said), Span(len(said), len(said))):
        figure = listed_figure(row.of(said))
        if figure:
            run.append((row, int(figure) if figure.isdigit() else None))
            continue
        if len(run) >= _FEWEST and not _counts_on([figure for _, figure in run]):
            return Span(run[0][0].start, run[-1][0].end)
        run = [] if row.of(said).strip() else run
    return None


def listed_figure(line: str) -> str:
    """The figure at the end of a line that else is its label; empty where it is no such line."""
    met = _ROW.fullmatch(line.rstrip("\n"))
    if met is None or _NO_LABEL.search(met["label"]) or _YEAR.fullmatch(met["figure"]):
        return ""
    return met["figure"].replace(",", "")


def _counts_on(figures: list[int | None]) -> bool:
    """Whether the figures are the numbers of the lines, or of pages further and further on."""
    known = [one for one in figures if one is not None]
    rising = all(one < two for one, two in pairwise(known))
    return len(known) == len(figures) and rising and known[0] == 1
