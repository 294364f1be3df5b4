"""Names found by the beginnings of their words: “rec res” and “rr” find Record a response."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foitrack.desk.snippets import Span, folded

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How well a name fits, the lowest best, and which of its characters were meant."""

    cost: int
    spans: tuple[Span, ...] = ()


def match(typed: str, name: str) -> Match | None:
    """How a name fits what was typed; None where it does not."""
    words = [(one.start(), one.group()) for one in _WORD.finditer(folded(name))]
    spans: list[Span] = []
    cost = 0
    for part in _WORD.findall(folded(typed)):
        found = _from_beginnings(part, words)
        if found is None:
            return None
        spans += found
        # Few long pieces near the front of the name are meant before many short ones.
        cost += 10 * (len(found) - 1) + 4 * _place(words, found[0][0])
    return Match(cost + len(words), tuple(_apart(spans)))


def _from_beginnings(part: str, words: list[tuple[int, str]]) -> list[Span] | None:
    """Beginnings of words, in their order, that make up `part`; the longest first."""
    if not part:
        return []
    for number, (start, word) in enumerate(words):
        for length in range(_shared(part, word), 0, -1):
            rest = _from_beginnings(part[length:], words[number + 1 :])
            if rest is not None:
                return [(start, start + length), *rest]
    return None


def _shared(part: str, word: str) -> int:
    length = 0
    for one, other in zip(part, word, strict=False):
        if one != other:
            break
        length += 1
    return length


def _place(words: list[tuple[int, str]], start: int) -> int:
    return [first for first, _ in words].index(start)


def _apart(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
