"""Finding authorities by the beginnings of words, as a person types them.

The words of all names and places lie in order once, so that each letter typed looks at the words
that begin with it and at no other authority.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamesOfOne:
    """The words of one authority's names and places, casefolded."""

    names: tuple[Words, ...]
    """The words of each of its names, its own name first."""
    everything: Words
    """The words of all its names and places."""


@dataclass(frozen=True, slots=True)
class AuthoritySearch:
    """Which authorities hold words with given beginnings; each is known by its number."""

    _listed: tuple[NamesOfOne, ...] = ()
    _words: Words = ()
    """Every word once, in order."""
    _holders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The authorities that hold a word."""

    @classmethod
    def of(cls, listed: Iterable[NamesOfOne]) -> AuthoritySearch:
        """A search among these; the first has the number 0."""
        kept = tuple(listed)
        holders: dict[str, list[int]] = {}
        for number, one in enumerate(kept):
            for word in dict.fromkeys(one.everything):
                holders.setdefault(word, []).append(number)
        return cls(kept, tuple(sorted(holders)), {w: tuple(n) for w, n in holders.items()})

    def find(self, typed: Words) -> list[int]:
        """Those in which each part typed begins a word, best first.

        A name typed in full, then names that begin so, other words, places; of equals the lower
        number.
        """
        ranked = [(_rank(self._listed[one], typed), one) for one in self._holding(typed)]
        return [number for _, number in sorted(ranked)]

    def _holding(self, typed: Words) -> set[int]:
        found: set[int] | None = None
        # The longest part is held by the fewest: what is found of it bounds the rest.
        for part in sorted(set(typed), key=len, reverse=True):
            having = {one for word in self._beginning(part) for one in self._holders[word]}
            found = having if found is None else found & having
            if not found:
                break
        return found or set()

    def _beginning(self, part: str) -> Iterator[str]:
        for place in range(bisect_left(self._words, part), len(self._words)):
            word = self._words[place]
            if not word.startswith(part):
                return
            yield word


def _rank(one: NamesOfOne, typed: Words) -> int:
    if typed in one.names:
        return 0
    own = one.names[0]
    if own[: len(typed) - 1] == typed[:-1] and _begins(own, typed):
        return 1
    return 2 if any(_begins_words(words, typed) for words in one.names) else 3


def _begins(words: Words, typed: Words) -> bool:
    return len(words) >= len(typed) and words[len(typed) - 1].startswith(typed[-1])


def _begins_words(words: Words, typed: Words) -> bool:
    return all(any(word.startswith(part) for word in words) for part in typed)
