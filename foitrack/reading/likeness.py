"""How like the letters of each kind a letter's words are: learned from letters read by people.

Phrases tell what a letter does where they stand in it; they miss what is worded in a new way, and
take for an answer what only looks like one. Which words stand together in the whole of a letter
tells the same by another way, with its own faults. Decision 021 has the measurements;
`benchmarks/likeness.py` learns the weights from `tests/reading/letters`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt

from foitrack.reading.prose import Span, sentences

_WORD = re.compile(r"[^\W_][\w']*")
_FIGURES = str.maketrans("123456789", "0" * 9)
_FEWEST = 30
"""Words and pairs known to it that a letter must have: of fewer nothing can be told."""
LONGEST = 40_000
"""Characters of a letter that are looked at."""


@dataclass(frozen=True, slots=True)
class Likely:
    """What a letter is most like, and how likely that is by its words alone (0 to 1)."""

    value: str
    share: float


def words_of(said: str) -> Iterator[str]:
    """A text's words and its pairs of neighbouring words, each figure as a nought."""
    single = _WORD.findall(said[:LONGEST].lower().translate(_FIGURES))
    yield from single
    for first, second in pairwise(single):
        yield f"{first} {second}"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights of words for each value that a field may have.

    `words`: for each word or pair a row of whole numbers: how rare it is, then its weight for each
    value; in parts of `rarity` and `step`. Rows stay as written until a letter has their word.
    """

    values: tuple[str, ...]
    bias: tuple[float, ...]
    rarity: float
    step: float
    words: Mapping[str, str]

    @classmethod
    def from_rows(cls, rows: Iterable[str]) -> Likeness:
        """From the lines of its file: values, biases, the two scales, then a word a line."""
        told = iter(rows)
        _, *values = next(told).rstrip("\n").split("\t")
        _, *bias = next(told).split("\t")
        _, rarity, step = next(told).split("\t")
        words = {word: weights for word, _, weights in (row.partition("\t") for row in told)}
        return cls(tuple(values), tuple(map(float, bias)), float(rarity), float(step), words)

    def of(self, said: str, marks: Iterable[str] = ()) -> Likely | None:
        """What the letter is most like; None where too few of its words are known.

        `marks`: what else it has, such as a table of data, by the names these were learned under.
        """
        weighed = self._weighed((*words_of(said), *marks))
        if len(weighed) < _FEWEST:
            return None
        whole = self.step / sqrt(sum(value * value for value, _ in weighed))
        sums = [
            bias + whole * sum(value * weights[n] for value, weights in weighed)
            for n, bias in enumerate(self.bias)
        ]
        most = max(sums)
        shares = [exp(one - most) for one in sums]
        return Likely(self.values[sums.index(most)], 1 / sum(shares))

    def telling(self, said: str, value: str) -> Span | None:
        """The sentence that speaks most for a value, against all others; None where none does."""
        n = self.values.index(value)
        best, most = None, 0.0
        for span in sentences(said[:LONGEST]):
            weighed = self._weighed(words_of(span.of(said)))
            found = sum(
                rare * (weights[n] - max(weights[:n] + weights[n + 1 :]))
                for rare, weights in weighed
            )
            if found > most:
                best, most = span, found
        return best

    def _weighed(self, words: Iterable[str]) -> list[tuple[float, list[int]]]:
        """Each known word of a text: how much it counts (rare and repeated ones more), and its
        weights.
        """
        found = []
        for word, count in Counter(word for word in words if word in self.words).items():
            rare, *weights = map(int, self.words[word].split("\t"))
            found.append((rare * self.rarity * (1 + log(count)), weights))
        return found
