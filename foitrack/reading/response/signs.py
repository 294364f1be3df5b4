"""Sentences in which an authority says what it does with a request or a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.reading.prose import Span, sentences
from foitrack.reading.response.sign_phrases import (
    FIGURE,
    MAY_BE,
    NOT_DONE,
    NOT_FIGURES,
    RULES,
    UNDONE,
    Sign,
)

__all__ = ["Sign", "Signal", "hypothetical", "signals"]


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign with the sentence it stands in."""

    sign: Sign
    span: Span


_LONGEST = 1500
_SHORTEST = 6


def hypothetical(sentence: str) -> bool:
    """Whether a sentence says what the law allows or what may come, not what is done."""
    return bool(MAY_BE.search(sentence))


def signals(said: str) -> Iterator[Signal]:
    """Every sentence that says what was done, with what it says."""
    for span in sentences(said):
        sentence = " ".join(span.of(said)[:_LONGEST].split())
        if len(sentence) < _SHORTEST or NOT_DONE.search(sentence):
            continue
        if FIGURE.search(NOT_FIGURES.sub(" ", sentence)):
            yield Signal(Sign.FIGURE, span)
        for sign, pattern in RULES.items():
            undone = UNDONE.get(sign)
            if pattern.search(sentence) and not (undone and undone.search(sentence)):
                yield Signal(sign, span)
