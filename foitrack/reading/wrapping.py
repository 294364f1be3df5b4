"""Lines and paragraphs: where a line ends because its paragraph does, and where it only wraps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from operator import add
from typing import NamedTuple

from foitrack.later import later

_LIST_MARK = later(
    r"\s{0,12}(?:[-*•·o–]\s|\(?\d{1,2}[.):]\s|\(?[a-zA-Z]\)\s|\(?[ivx]{1,4}[.)]\s|[QA]\d{1,2}\b|>|"
    r"(?i:(?:our )?(?:response|answer|reply|question)s?)(?: \d{1,2}[a-z]?)?:|"
    r"(?:From|To|Cc|Sent|Date|Subject|(?:Our |Your )?Ref(?:erence)?)\s?:(?:\s|$))"
)
"""A list's items, an answer under its label, and what a mail's heading has lines of its own for."""
_MARKED = re.compile(r"\s*(?:[-*•·▪o–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\t")
"""A list's mark, set apart from the words of its item."""
_WIDEST = 170
_FULL = 0.86
_LEAST_WRAPPED = 4
_LEAST_BROKEN = 40
_LEAST_STROKES = 2
_KEPT = 100_000
_LOOKED_AT = 400


class Span(NamedTuple):
    """Where a piece of text stands: from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]

    def flat(self, text: str) -> str:
        """The piece on one line, each character in its place."""
        return text[self.start : self.end].replace("\n", " ")

    def meets(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@lru_cache(maxsize=1)
def rows_of(text: str) -> tuple[str, ...]:
    """The lines' own texts; kept for the next who asks, as one text is looked at many times."""
    return tuple(text.split("\n"))


def lowered(text: str) -> str:
    """The text in lower case, each character in its place; all but plain letters as "?".

    Four times as fast as `lower` where a text has any other character, as most have. Of a long
    text it is kept for the next who asks.
    """
    return _kept_low(text) if len(text) > _KEPT else _low(text)


def _low(text: str) -> str:
    return text.encode("ascii", "replace").lower().decode("ascii")


_kept_low = lru_cache(maxsize=1)(_low)


def lines(text: str) -> Iterator[Span]:
    """Each line, without its line end."""
    lengths = list(map(len, text.split("\n")))
    if not lengths[-1]:
        lengths.pop()
    starts = list(map(add, accumulate(lengths, initial=0), range(len(lengths))))
    # Made as the tuples that they are, in a third of the time.
    return map(tuple.__new__, repeat(Span), zip(starts, map(add, starts, lengths), strict=True))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip()))))


def paragraphs(text: str) -> Iterator[Span]:
    """Each paragraph: a line, with those that it was wrapped into; list items each their own.

    A line is taken as wrapped where the first word of the next would not have fitted on it,
    in a text that is wrapped at all.
    """
    rows = text.split("\n")
    setting = _setting(rows)
    start, end, above = -1, 0, ""
    """Where the paragraph begins, if one is begun; where it ends so far; its last line."""
    for span, line in zip(lines(text), rows, strict=False):
        if start >= 0 and _carries_on(above, line, setting):
            end, above = span.end, line
            continue
        if start >= 0:
            yield Span(start, end)
        start, end, above = (*span, line) if line and not line.isspace() else (-1, 0, "")
    if start >= 0:
        yield Span(start, end)


@lru_cache(maxsize=2)
def flowing(text: str) -> str:
    """The text with line ends inside paragraphs made spaces; every character in its place.

    Kept for the next who asks, as of the one before.
    """
    pieces: list[str] = []
    at = 0
    for row in paragraphs(text):
        pieces += [text[at : row.start], row.flat(text)]
        at = row.end
    return "".join(pieces) + text[at:]


@dataclass(frozen=True, slots=True)
class _Setting:
    """How many characters a line holds, and whether the text is surely wrapped at that."""

    width: int
    sure: bool
    exact: bool = False
    """No line has room left for the word that the next begins with: letters of one width."""


def _setting(rows: list[str]) -> _Setting:
    """Paragraphs printed as one line each are longer than any page is wide: no wrapping then."""
    lengths = sorted([len(row.rstrip()) for row in rows if len(row) > 30])
    if not lengths:
        return _Setting(0, False)
    longest = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if longest > _WIDEST:
        return _Setting(0, False)
    full = len(lengths) - bisect_left(lengths, longest * _FULL)
    sure = full >= _LEAST_WRAPPED and full * 4 >= len(lengths)
    return _Setting(longest, sure, sure and _is_exact(rows[:_LOOKED_AT], longest))


def _is_exact(rows: list[str], longest: int) -> bool:
    """Whether every line that surely goes on, as the next begins with a small letter, is full."""
    broken = [
        (len(line), len(line) + 1 + len(following.split(None, 1)[0]))
        for line, following in pairwise(map(str.rstrip, rows))
        if line and following[:1].islower() and line[-1] not in ".!?;:"
    ]
    widest = max([longest, *(length for length, _ in broken)])
    return len(broken) >= _LEAST_WRAPPED and all(wanted > widest for _, wanted in broken)


def _carries_on(line: str, following: str, setting: _Setting) -> bool:
    line = line.rstrip()
    if not following or following.isspace() or line[-1:] == ":":
        return False
    if not _runs_on(line, following, setting):
        return False
    if _is_row_of_cells(line) or _is_row_of_cells(following):
        return False
    if following[0] == "\t" or ("\t" in line and "\t" in _MARKED.sub("", line, count=1).strip()):
        return False
    return _LIST_MARK.match(following) is None


def _is_row_of_cells(line: str) -> bool:
    """Whether strokes part a line: a row of a table, or the pages to go to from here."""
    return line.count(" | ") >= _LEAST_STROKES


_JOINING = {
    "a",
    "about",
    "after",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "between",
}
_JOINING |= {"by", "can", "during", "for", "from", "has", "have", "in", "into", "is", "its", "of"}
_JOINING |= {
    "on",
    "or",
    "our",
    "section",
    "sections",
    "than",
    "that",
    "the",
    "their",
    "to",
    "under",
}
_JOINING |= {"was", "we", "were", "which", "will", "with", "within", "your"}
"""Words that no paragraph ends with."""


def _wants_more(last: str, word: str) -> bool:
    """Whether a line's last word cannot be its paragraph's: “under the” over “Act”."""
    return last in _JOINING or (last in ("Act", "Regulations", "Section") and word[:1].isdigit())


def _runs_on(line: str, following: str, setting: _Setting) -> bool:
    """Whether the next line's first letter, or the room for its first word, says that it goes on
    with the same paragraph.
    """
    broken = line[-1:] not in ".!?;"
    if broken and len(line) >= _LEAST_BROKEN and following.lstrip()[:1].islower():
        return True
    if not setting.width or not (setting.sure or broken):
        return False
    word = following.split(None, 1)[0]
    if broken and len(line) >= _LEAST_BROKEN and _wants_more(line.rsplit(None, 1)[-1], word):
        return True
    room = setting.width if setting.exact else setting.width * _FULL
    return len(line) + 1 + len(word) >= room
