"""What a person typed into a search, taken apart into terms, and where a text holds them.

The same rules as the index follows: a word is letters and figures without a mark between them, its
accents taken off and in small letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(r"[\"“”]([^\"“”\x00]*)([\"“”]?)|([^\s\"“”\x00]+)")
_WORD = re.compile(r"[^\W_]+")
_ACCENTS = "[\u0300-\u036f]*"
PIECE = 60_000
"""Characters looked through at a time, so that other threads come to their turn."""
OVERLAP = 400

MOST_TERMS = 30
"""Terms that are looked for; a whole page pasted into a field is no search."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other; the last may be the beginning of one."""

    words: tuple[str, ...]
    prefix: bool

    @property
    def text(self) -> str:
        """The words as typed, for an index."""
        return " ".join(self.words)


def terms_in(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed: each word is a beginning, “words in quotes” are a phrase.

    The words of a quote not closed yet are a phrase of which the last is still being typed.
    """
    found = []
    for part in _PART.finditer(typed):
        quoted, closed, bare = part.groups()
        words = tuple(_WORD.findall(folded(bare if quoted is None else quoted)))
        if words:
            found.append(Term(words, prefix=not closed))
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


class _Fold(dict[int, str]):
    """Each character without its accent and in small letters; one for one."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        bare = unicodedata.normalize("NFD", character)[0].lower()
        self[number] = made = bare if len(bare) == 1 else character
        return made


_FOLD = _Fold()


def folded(text: str) -> str:
    """A text in small letters without accents, one character for each of its own."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def spans_of(text: str, term: Term, limit: int = 20) -> tuple[Span, ...]:
    """Where a text holds a term, in order; at most `limit` places."""
    found: list[Span] = []
    for start, piece in _pieces(text):
        sought = _sought(term, accents=not piece.isascii())
        for one in sought.finditer(piece):
            span = (start + one.start(), start + one.end())
            if not found or span[0] >= found[-1][1]:
                found.append(span)
            if len(found) >= limit:
                return tuple(found)
    return tuple(found)


def holds(text: str, term: Term) -> bool:
    """Whether a text holds a term."""
    return bool(spans_of(text, term, 1))


def all_spans(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Every place of any of the terms, in order and apart."""
    found: list[Span] = []
    for span in sorted(span for term in terms for span in spans_of(text, term)):
        if found and span[0] < found[-1][1]:
            found[-1] = (found[-1][0], max(span[1], found[-1][1]))
        else:
            found.append(span)
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for start in range(0, max(len(text), 1), PIECE):
        # A little of what stands before and behind, for what lies across the edge.
        first = max(start - OVERLAP, 0)
        yield first, folded(text[first : start + PIECE + OVERLAP])


@lru_cache(maxsize=4 * MOST_TERMS)
def _sought(term: Term, *, accents: bool) -> re.Pattern[str]:
    between = _ACCENTS if accents else ""
    words = ["".join(re.escape(character) + between for character in word) for word in term.words]
    end = "" if term.prefix else r"(?![^\W_])"
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + end)
