"""Of a long document, the parts that its letter's fields can stand in.

A letter is some pages long; what is longer has reports, registers or other people's letters
after it. Fields are looked for in its first pages, up to where it closes, and in its last;
provisions of the law, which may be relied on anywhere, around every place at which one is printed
that was not met often before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foitrack.later import later
from foitrack.law.provisions import RELIED_ON, Catalogue
from foitrack.reading.findings import Place
from foitrack.reading.prose import Prose, Span

LONG = 60_000
"""Characters up to which a document is read as one letter."""
_FIRST, _LAST = 8_000, 4_000
"""Characters of four or so of a letter's pages, and of two."""
_LONGEST_LETTER, _BELOW_ITS_CLOSE = 28_000, 1_500
_CLOSES = (
    re.compile(r"\n\s*(?:yours (?:sincerely|faithfully|truly)|(?:kind |best )?regards)\b", re.I),
    re.compile(r"\binternal review\b|\breview (?:of )?(?:this|our|the) decision\b", re.I),
)
"""What stands at the end of a letter, each looked for where it has not stood before."""
_AROUND = 400
_OFTEN = 4
_LONGEST_LINE = 2_000
_BETWEEN = "\n\n"
_PATH = re.compile(r"[0-9]{1,3}[A-Z]?(?:\s?[(\[]\s?[0-9A-Za-z]{1,4}\s?[)\]])*")
_BRACKET = re.compile(r"A?(?:\.\d)?\s?[(\[]\s?[0-9A-Za-z]")
_DIGITS = bytes(b"1"[0] if chr(code).isdigit() else b" "[0] for code in range(128)).ljust(256)
_FIGURES = re.compile(rb"11*")
_FEW = 2
"""No section that is relied on has a longer number."""
# Most numbers of a text are days of a month, percentages and times: passed over at once.
_NO_SECTION = re.compile(r"[%:]|,[0-9]{3}| [A-Z][a-z]{2,8} (?:19|20)[0-9]")
_LISTED = 80
_NEXT = 24
_KEYWORDS = ("sec", "§", "adran", "reg", "eoliad", "exemp", "excep", "eithriad")
_SHORT = re.compile(r"(?<![\w'.£$])[srSR]{1,2}\.?\s{0,2}[(\[]?$")
_SHORT_LETTERS = frozenset("srSR")
_DIGIT = re.compile(r"[0-9]")
_LETTER = re.compile(r"[srSR](?<![\w'.£$][srSR])[srSR]?(?![a-mp-tv-zA-MP-TV-Z])")
"""Such a letter may stand alone: looking for one is much less work than for a whole list."""
_KEYWORD = later(
    r"(?:\bsec\w*|§|adran\w*|\breg\w*|rh?eoliad\w*|\bexemp\w*|\bexcep\w*|eithriad\w*|"
    r"(?<![\w'.£$])[sr]{1,2})(?:\(s\))?\.?[\s*_:(\[]{0,6}"
    r"(?:(?:nos?|numbers?|under|of the (?:act|foia))[.:]?\s{0,3})?"
    r"(?:[0-9][0-9A-Za-z()\[\]]{0,15}[\s,;&/–-]{1,4}(?:(?:and|or|to)\s{1,3})?){0,12}[(\[]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Parts of a document put together, each knowing where it comes from: the letter's first
    and last pages, then what stands around provisions between them.
    """

    prose: Prose
    spoken: str
    letter: int
    """Characters of the excerpt that are the letter's own pages."""
    parts: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where each part begins in the excerpt."""

    def into(self, span: Span | None) -> Span | None:
        """A span of the document in the excerpt, as much of it as the part it begins in holds."""
        if span is None:
            return None
        for part, start in zip(self.parts, self.starts, strict=True):
            if part.start <= span.start < part.end:
                end = min(span.end, part.end)
                return Span(start + span.start - part.start, start + end - part.start)
        return None

    def out(self, place: Place) -> Place:
        """A place of the excerpt in the document."""
        if place.start is None or place.end is None:
            return place
        n = max(0, bisect_right(self.starts, place.start) - 1)
        shift = self.parts[n].start - self.starts[n]
        return Place(start=place.start + shift, end=min(place.end + shift, self.parts[n].end))


def excerpt_of(
    prose: Prose, spoken: str, catalogue: Catalogue, shown: Span | None, least: int = 0
) -> Excerpt | None:
    """What of a document its fields can stand in; None where that is all of it.

    The first part holds at least the first `least` characters.
    """
    text = prose.text
    if len(text) <= LONG:
        return None
    head = _line_end(text, max(_letter_end(prose.plain), least))
    tail = max(head, _line_start(text, len(text) - _LAST))
    between = _merged(_cited(spoken, head, tail, catalogue))
    parts = [Span(0, head), Span(tail, len(text)), *between]
    if shown is not None and head <= shown.start < tail:
        parts.append(Span(shown.start, min(shown.end, shown.start + _AROUND)))
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += part.end - part.start + len(_BETWEEN)
    own = Prose(
        _taken(text, parts),
        _taken(prose.plain, parts),
        _taken(prose.own, parts),
        _taken(prose.said, parts),
    )
    letter = starts[1] + len(text) - tail
    return Excerpt(own, _taken(spoken, parts), letter, tuple(parts), tuple(starts))


def _letter_end(plain: str) -> int:
    """Where the first part may end: below the close of a letter that is longer than most."""
    end = _FIRST
    for close in _CLOSES:
        if not close.search(plain, 0, _FIRST):
            met = close.search(plain, _FIRST, _LONGEST_LETTER)
            end = max(end, met.end() + _BELOW_ITS_CLOSE if met else 0)
    return end


def _taken(text: str, parts: Sequence[Span]) -> str:
    return _BETWEEN.join([text[part.start : part.end] for part in parts])


def _merged(parts: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for part in sorted(parts):
        if merged and part.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return merged


def _line_start(text: str, at: int) -> int:
    """Where the line begins that holds a place; the place itself in a very long line."""
    start = text.rfind("\n", max(0, at - _LONGEST_LINE), max(0, at)) + 1
    return start or (0 if at <= _LONGEST_LINE else at)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at, at + _LONGEST_LINE)
    return end if end >= 0 else min(len(text), at)


def _cited(spoken: str, start: int, end: int, catalogue: Catalogue) -> Iterator[Span]:
    """The lines around each provision printed between two places that was not met often yet."""
    met: Counter[str] = Counter()
    grounds = _grounds(catalogue)
    for at, after in _short_numbers(spoken, start, end):
        if spoken[at:after] not in grounds or _NO_SECTION.match(spoken, after):
            continue
        if not _is_provision(spoken, at, after):
            continue
        path = _PATH.match(spoken, at)
        printed = "".join(path.group().split()) if path else spoken[at:after]
        met[printed] += 1
        if met[printed] <= _OFTEN:
            before, after = _line_start(spoken, at - _AROUND), _line_end(spoken, at + _AROUND)
            yield Span(max(start, before), min(end, after))


def _short_numbers(spoken: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the numbers of two figures, or one, begin and end between two places."""
    digits = spoken[start:end].encode("ascii", "replace").translate(_DIGITS)
    spans = [found.span() for found in _FIGURES.finditer(digits)]
    return [(start + at, start + after) for at, after in spans if after - at <= _FEW]


def _is_provision(spoken: str, at: int, end: int) -> bool:
    """Whether a number may be a section's: it has a bracket, or a keyword before it."""
    after = spoken[end : end + 4]
    if ("(" in after or "[" in after) and _BRACKET.match(spoken, end):
        return True
    before = spoken[max(0, at - _LISTED) : at]
    low = before.lower()
    for word in _KEYWORDS:
        if word in low:
            return _KEYWORD.search(before) is not None
    # "s40, 31 and 30": a list hangs on its first number's letter.
    near = before[-_NEXT:]
    if not _holds_digit(near):
        # Hardly any number has such a letter before it: told at once.
        letter = near.rstrip("([").rstrip().rstrip(".")[-1:]
        return letter in _SHORT_LETTERS and _SHORT.search(near) is not None
    return _LETTER.search(near) is not None and _KEYWORD.search(near) is not None


def _holds_digit(near: str) -> bool:
    return _DIGIT.search(near) is not None if near.isascii() else any(map(str.isdigit, near))


def _grounds(catalogue: Catalogue) -> set[str]:
    """The numbers of the sections and regulations under which information is refused."""
    sections = (p.section for p in catalogue.provisions if p.kind in RELIED_ON)
    return {met.group() for section in sections if (met := re.match(r"\d+", section))}
