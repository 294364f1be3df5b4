"""Sentences in which an authority says what it does with a request or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.reading.needed import Quick
from foitrack.reading.patterns import apart
from foitrack.reading.prose import Span, sentences
from foitrack.reading.response.sign_phrases import (
    COUNTED,
    FIGURE,
    MAY_BE,
    NOT_DONE,
    NOT_FIGURES,
    REFERS_BACK,
    RULES,
    UNDONE,
    YOUR_REQUEST,
    Sign,
)

__all__ = ["Sign", "Signal", "hypothetical", "signals"]


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign with the sentence it stands in."""

    sign: Sign
    span: Span


_DIGIT = re.compile(r"\d")
_LONGEST = 1500
_MANY = 20_000
_SHORTEST = 6


def hypothetical(sentence: str) -> bool:
    """Whether a sentence says what the law allows or what may come, not what is done."""
    return bool(MAY_BE.search(sentence))


def signals(said: str) -> Iterator[Signal]:
    """Every sentence that says what was done, with what it says."""
    found = _found_quickly if _QUICK or len(said) > _MANY else _found
    before = ""
    for span in sentences(said):
        sentence = " ".join(span.of(said)[:_LONGEST].split())
        last, before = before, sentence
        if len(sentence) < _SHORTEST or found(NOT_DONE, sentence):
            continue
        if REFERS_BACK.match(sentence) and YOUR_REQUEST.search(last):
            continue
        figures = _DIGIT.search(sentence) and FIGURE.search(NOT_FIGURES.sub(" ", sentence))
        if figures or COUNTED.match(sentence):
            yield Signal(Sign.FIGURE, span)
        for sign, pattern in RULES.items():
            undone = UNDONE.get(sign)
            if found(pattern, sentence) and not (undone and undone.search(sentence)):
                yield Signal(sign, span)


def _found(pattern: re.Pattern[str], sentence: str) -> bool:
    return pattern.search(sentence) is not None


def _found_quickly(pattern: re.Pattern[str], sentence: str) -> bool:
    """The same; what phrases need is worked out once for a process, for many sentences only."""
    quick = _QUICK.get(pattern.pattern)
    if quick is None:
        quick = _QUICK[pattern.pattern] = Quick(apart(pattern))
    return quick.found_in(sentence, sentence.lower())


_QUICK: dict[str, Quick] = {}
