"""Clauses of a sentence, and what the authority does in each: gives, refuses, holds nothing.

A sentence is read by its grammar, not by phrases known by heart: what may be is not done, what
was done before is history, what others do is not the authority's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from foitrack.later import later
from foitrack.reading.response import clause_words as words
from foitrack.reading.response.sign import Sign

_BETWEEN = later(
    r"[;:()]\s*|,\s+|\s-\s|\s+(?=(?:but|because|although|though|whereas|while|however|if|unless|"
    r"until|when|where|so that|since|"
    r"(?:and|save|except) (?:that|I|we|the|all|an?|it|they|those|these|this|our|your)|as "
    r"(?:disclosure|release|it|this|they|the))\b)",
    re.IGNORECASE,
)
_LEAST = 3
_WHICH = 4
DONE = (words.NOT_HELD, words.REFUSES, words.GIVES)
"""What a clause may say is done."""


class Looking(Protocol):
    """A way of looking for phrases in a sentence and in its clauses."""

    def found(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether one of the phrases stands there."""
        ...

    def may_stand(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether one may stand there; False only where none does, in any part of the text."""
        ...


def clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence that say what is, each on its own."""
    before = ""
    for clause in _BETWEEN.split(sentence):
        if len(clause) >= _LEAST and not words.SUPPOSED.search(clause):
            # “a public interest test, which is set out in the annex”: it is the test that is.
            yield f"{_ending(before)} {clause}" if clause.startswith("which ") else clause
        before = clause


def _ending(clause: str) -> str:
    """The last words of a clause: what “which” stands for."""
    return " ".join(clause.split()[-_WHICH:])


def deeds(sentence: str, look: Looking) -> dict[Sign, str]:
    """What a sentence says is done, each with the clause that says it."""
    found: dict[Sign, str] = {}
    if look.found(words.NCND, sentence):
        found[Sign.NCND] = sentence
    if words.HOPES.match(sentence):
        return found
    if not any(look.may_stand(pattern, sentence) for pattern in DONE):
        return found
    for clause in clauses(sentence):
        if not (words.OF_OTHERS.search(clause) or words.PAST.search(clause)):
            sign = _done(clause, look)
            if sign is not None:
                found.setdefault(sign, clause)
    return found


def _done(clause: str, look: Looking) -> Sign | None:
    if look.found(words.NOT_HELD, clause):
        return Sign.NOT_HELD
    if look.found(words.REFUSES, clause) and not words.NOT_REFUSED.search(clause):
        return Sign.REFUSED
    given = look.found(words.GIVES, clause) and not words.NOT_YET.search(clause)
    return Sign.GIVEN if given else None
