"""A document's text, seen four ways of one length, so that a place in one is a place in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.wrapping import Span, flowing, lines, lowered, paragraphs, rows_of, trimmed

_ODD_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u200b\ufeff\x0b\x0c\x00"
_SPACES = dict.fromkeys(_ODD_SPACES, " ")
# Typographic variants that mean the same; one character for one, so that offsets hold.
_FOLDED = {
    **_SPACES,
    **dict.fromkeys("\u2018\u2019\u201a\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}
# Those that a text may hold that has none but plain letters.
_SPACES_PLAIN, _FOLDED_PLAIN = (
    {odd: plain for odd, plain in table.items() if odd.isascii()} for table in (_SPACES, _FOLDED)
)
__all__ = [
    "Prose",
    "Span",
    "blank",
    "flowing",
    "fold",
    "fold_spaces",
    "lines",
    "lowered",
    "paragraphs",
    "rows_of",
    "sentence_around",
    "sentences",
    "trimmed",
]
_LONG = 10_000
_SENTENCE_END = re.compile(r"[.!?][\"')\]*_]{0,3}(?=\s)")
_ABBREVIATION = later(
    r"(?:\b(?:[a-z]|[Nn]o|[Rr]ef|[Nn]os|[Pp]aras?|[Rr]egs?|[Ss]ec|ss|Mr|Mrs|Ms|Dr|eg|ie|etc|[Aa]rt|vs|viz|approx|St)"
    r"|\b[Ee]\.g|\b[Ii]\.e)\.$"
)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text for the finders. All four strings have the same length."""

    text: str
    """As read."""
    plain: str
    """With quotes, dashes and spaces folded to plain ones."""
    own: str
    """As `plain`, with a web page's chrome and quoted mail blanked."""
    said: str
    """As `own`, with the request's own words blanked: what the authority says itself."""
    hidden: tuple[Span, ...] = ()
    """What is blanked in `said`."""

    def beginning(self, end: int) -> Prose:
        """The first part of it."""
        views = (self.text[:end], self.plain[:end], self.own[:end], self.said[:end])
        return Prose(*views, self.hidden)

    def printed(self, span: Span) -> str:
        """The text of a span as the document has it, on one line."""
        return " ".join(span.of(self.text).split())


def fold(text: str) -> str:
    """The text with typographic variants made plain, each character in its place."""
    return _replaced(text, _FOLDED_PLAIN if text.isascii() else _FOLDED)


def fold_spaces(text: str) -> str:
    """The text with every kind of space made plain, each in its place; all else as printed."""
    return _replaced(text, _SPACES_PLAIN if text.isascii() else _SPACES)


def _replaced(text: str, table: Mapping[str, str]) -> str:
    """The text with single characters replaced; looking for each is faster than at each."""
    for odd, plain in table.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans' characters made spaces; line ends stay."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        start = max(span.start, at)
        if span.end <= start:
            continue
        pieces += [text[at:start], _spaces(text[start : span.end])]
        at = span.end
    return "".join(pieces) + text[at:]


def _spaces(piece: str) -> str:
    """As many spaces as the piece has characters; line ends stay."""
    return "\n".join([" " * len(line) for line in piece.split("\n")])


def sentences(text: str) -> Iterator[Span]:
    """Each sentence. The end of a paragraph ends one too; an abbreviation does not."""
    return iter(_kept_sentences(text) if len(text) > _LONG else _sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    for row in paragraphs(text):
        yield from _within(text, row)


@lru_cache(maxsize=2)
def _kept_sentences(text: str) -> tuple[Span, ...]:
    """Those of a letter, which is gone through for one field after the other."""
    return tuple(_sentences(text))


def _within(text: str, row: Span) -> Iterator[Span]:
    at = row.start
    for found in _SENTENCE_END.finditer(text, row.start, row.end):
        if _ABBREVIATION.search(text, max(at, found.start() - 12), found.start() + 1):
            continue
        span = trimmed(text, Span(at, found.end()))
        if span.end > span.start:
            yield span
        at = found.end()
    span = trimmed(text, Span(at, row.end))
    if span.end > span.start:
        yield span


def sentence_around(text: str, start: int, end: int, reach: int = 1200) -> Span:
    """The sentence that a span stands in, looking no further than `reach` characters."""
    low = text.rfind("\n\n", max(0, start - reach), start)
    low = max(0, start - reach) if low < 0 else low
    high = min(len(text), end + reach)
    for span in sentences(text[low:high]):
        if low + span.start <= start < low + span.end:
            return Span(low + span.start, max(end, low + span.end))
    return Span(start, end)
