"""Where paragraphs of which each has its height stand, one under the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Any height may change at any time; what is above it need not be counted again."""

    def __init__(self, heights: Sequence[float], top: float = 0.0) -> None:
        self._heights = list(heights)
        self._tops = [*accumulate(self._heights, initial=top)]
        self._sound = len(self._heights)
        """Down to this paragraph the tops are right."""

    def of(self, number: int) -> float:
        """How high a paragraph is."""
        return self._heights[number]

    def set(self, number: int, high: float) -> None:
        """A paragraph is as high as this."""
        if self._heights[number] != high:
            self._heights[number] = high
            self._sound = min(self._sound, number)

    def top(self, number: int) -> float:
        """Where a paragraph begins."""
        if number > self._sound:
            between = self._heights[self._sound : number]
            tops = accumulate(between, initial=self._tops[self._sound])
            self._tops[self._sound : number + 1] = tops
            self._sound = number
        return self._tops[number]

    def bottom(self) -> float:
        """Where the last of them ends."""
        return self.top(len(self._heights))

    def at(self, y: float) -> int:
        """The paragraph at a height: the first for what is above it, the last below."""
        self.bottom()
        last = max(len(self._heights) - 1, 0)
        return min(max(bisect_right(self._tops, y) - 1, 0), last)
