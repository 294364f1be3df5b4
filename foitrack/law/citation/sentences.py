"""Where sentences and headings end in a letter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from foitrack.later import later

_END = re.compile(r"[.!?][\"”’)*_]*\s+(?=[A-Z“\"‘(\[\d*•–-])|\n[ \t]*\n|[•·●▪]|\r?\n")
_ABBREVIATION = later(
    r"(?:^|[^A-Za-z])(?:s|ss|r|rr|reg|regs|sec|secs|sect|no|nos|art|arts|para|paras|p|pp|v|ltd"
    r"|st|dr|mr|mrs|ms|cf|viz|eg|e\.g|i\.e|etc|[A-Z])$",
    re.IGNORECASE,
)
_STARTS_AFRESH = re.compile(r"[ \t>]*(?:[A-Z•*|#\d(–-])")
_SHORT_LINE = 60


class Sentences:
    """The places at which a sentence, a heading or a list entry ends."""

    __slots__ = ("_ends",)

    def __init__(self, text: str) -> None:
        self._ends = [found.end() for found in _END.finditer(text) if _ends(text, found)]

    def around(self, start: int, end: int, reach: int = 400) -> tuple[int, int]:
        """The bounds of the sentence that holds a span, cut off at `reach` either side."""
        before = bisect_right(self._ends, start)
        after = bisect_left(self._ends, end)
        left = self._ends[before - 1] if before else 0
        right = self._ends[after] if after < len(self._ends) else end + reach
        return max(left, start - reach), min(right, end + reach)

    def parted(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        index = bisect_right(self._ends, start)
        return index < len(self._ends) and self._ends[index] <= end


def _ends(text: str, found: re.Match[str]) -> bool:
    printed = found.group()
    if printed in ("\n", "\r\n"):
        return _line_ends(text, found.start(), found.end())
    if printed[0] == ".":
        return _ABBREVIATION.search(text[max(0, found.start() - 5) : found.start()]) is None
    return True


def _line_ends(text: str, at: int, after: int) -> bool:
    """Whether a single line break parts two thoughts, and does not merely wrap a line."""
    if _STARTS_AFRESH.match(text, after) is None:
        return False
    line_start = text.rfind("\n", max(0, at - 200), at) + 1
    line = text[max(line_start, at - 200) : at].rstrip()
    return not line or line[-1] in ".:;!?*|" or (len(line) < _SHORT_LINE and line[-1] != ",")
