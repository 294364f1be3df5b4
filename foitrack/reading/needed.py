"""What a phrase cannot do without, so that most are not tried on most sentences.

Looking for a word is many times faster than trying a pattern. From each phrase's own pattern
follow sets of words of which a text must hold one each; only where it does is the phrase tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
_Phrase = tuple[int, str, tuple[Words, ...]]
"""The number of its pattern, the phrase, and what it needs besides the word it is kept under."""
_SHORTEST = 3
_BEGINNING = 4
_MOST_WORDS = 60


class Vocabulary:
    """The words that phrases need, looked for once in each text for all of them."""

    __slots__ = ("_by_beginning", "_short")

    def __init__(self) -> None:
        self._by_beginning: dict[str, set[str]] = {}
        self._short: set[str] = set()

    def add(self, words: Iterable[str]) -> Words:
        """More words, as a set."""
        words = frozenset(words)
        for word in words:
            if len(word) < _BEGINNING:
                self._short.add(word)
            else:
                self._by_beginning.setdefault(word[:_BEGINNING], set()).add(word)
        return words

    def met_in(self, text: str) -> set[str]:
        """Those that a text holds, whatever its capitals."""
        low = text.lower()
        met = {word for word in self._short if word in low}
        fours = map("".join, zip(low, low[1:], low[2:], low[3:], strict=False))
        for four in self._by_beginning.keys() & set(fours):
            met.update([word for word in self._by_beginning[four] if word in low])
        return met


class Quick:
    """Phrases of which any may be found in a text, each tried only where it may be.

    Each belongs to a pattern of several, known by a number; what a text may hold of all patterns
    is asked for at once.
    """

    __slots__ = ("_always", "_by_word", "_compiled", "_vocabulary")

    def __init__(self, patterns: Mapping[int, Sequence[str]]) -> None:
        self._vocabulary = Vocabulary()
        self._always: list[tuple[int, str]] = []
        self._by_word: dict[str, list[_Phrase]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}
        for number, sources in patterns.items():
            for source in sources:
                self._add(number, source)

    def _add(self, number: int, source: str) -> None:
        rarest, *others = [self._vocabulary.add(words) for words in needed(source)] or [Words()]
        if not rarest:
            self._always.append((number, source))
        for word in rarest:
            self._by_word.setdefault(word, []).append((number, source, tuple(others)))

    def possible(self, text: str) -> dict[int, list[re.Pattern[str]]]:
        """The phrases that may stand in a text, and in any part of it, by their patterns."""
        met = self._vocabulary.met_in(text)
        found = dict.fromkeys(self._always)
        for word in met:
            for number, source, others in self._by_word.get(word, ()):
                if not any(words.isdisjoint(met) for words in others):
                    found[number, source] = None
        by_pattern: dict[int, list[re.Pattern[str]]] = {}
        for number, source in found:
            by_pattern.setdefault(number, []).append(self._pattern(source))
        return by_pattern

    def _pattern(self, source: str) -> re.Pattern[str]:
        pattern = self._compiled.get(source)
        if pattern is None:
            pattern = self._compiled[source] = re.compile(source, re.IGNORECASE)
        return pattern


def needed(source: str) -> tuple[tuple[str, ...], ...]:
    """Sets of words in lower case; every match of the phrase holds one of each."""
    sets = set(_sets(parser.parse(source, re.IGNORECASE)))
    kept = [tuple(sorted(words, key=len)) for words in sets if len(words) <= _MOST_WORDS]
    # The rarest first: few words, and long ones.
    return tuple(sorted(kept, key=lambda words: len(words) - len(words[0])))


def _sets(sequence: Iterable[Any]) -> list[Words]:
    """What the parts of a sequence need, each."""
    found: list[Words] = []
    run = ""
    for code, value in [*sequence, (None, None)]:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        if len(run) >= _SHORTEST:
            found.append(frozenset([run.lower()]))
        run = ""
        repeated = code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0
        if repeated or code is codes.SUBPATTERN:
            found += _sets(value[-1])
        elif code is codes.BRANCH:
            found += _of_branches(value[1])
    return found


def _of_branches(branches: Iterable[Iterable[Any]]) -> list[Words]:
    """One set: the telling words of every branch; none where a branch has no such."""
    union: set[str] = set()
    for branch in branches:
        sets = _sets(branch)
        if not sets:
            return []
        union |= max(sets, key=lambda words: min(map(len, words)) - len(words))
    return [frozenset(union)]
