"""The words around what was sought, short enough for a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.casefile.search_terms import Span, Term, all_spans, folded, spans_of
from foitrack.desk.views.found import Marked

__all__ = ["Span", "folded", "marked", "marked_on_a_line", "snippet"]

BEFORE, LENGTH = 40, 150
"""Characters of a snippet before the first place found, and in all."""
_BLANK = re.compile(r"\s+")


def marked(text: str, terms: Sequence[Term]) -> Marked:
    """A short text as it is, with its places."""
    return Marked(text, all_spans(text, terms))


def snippet(
    text: str, terms: Sequence[Term], also: Sequence[Term] = ()
) -> tuple[Marked, Span] | None:
    """The words around the best place of a text, and that place; None where it has none.

    What is held of the terms `also` is marked too.
    """
    places = all_spans(text, terms)
    if not places:
        return None
    best = max(places, key=lambda span: (_held_from(text, span[0], terms), -span[0]))
    start = max(best[0] - BEFORE, 0)
    while start and start < best[0] and not text[start - 1].isspace():
        start += 1
    end = min(start + LENGTH, len(text))
    return marked_on_a_line(text, start, end, (*terms, *also)), best


def _held_from(text: str, start: int, terms: Sequence[Term]) -> int:
    around = text[start : start + LENGTH - BEFORE]
    return sum(bool(spans_of(around, term, 1)) for term in terms)


def marked_on_a_line(text: str, start: int, end: int, terms: Sequence[Term]) -> Marked:
    """Part of a text on one line, with dots where it goes on."""
    said = _BLANK.sub(" ", text[start:end]).strip()
    said = ("… " if start else "") + said + (" …" if end < len(text) else "")
    return Marked(said, all_spans(said, terms))
