"""Numbers in cells: exact, suppressed, approximate or in words; never more than is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from foitrack.later import later

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
} | {"nil": 0, "none": 0, "nought": 0}
_MARK = r"(?:\s?(?:\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹†‡]|\*{1,2}))?"
_EXACT = re.compile(rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}){_MARK}$")
_BELOW = later(
    r"(?:<|&lt;|less than|fewer than|under|below)\s?(?P<n>\d{1,6}|five|ten|three)$", re.IGNORECASE
)
_AT_MOST = later(
    r"(?:≤|<=|up to|at most)\s?(?P<n>\d{1,6}|five|ten)$|(?P<m>\d{1,6}|five|ten) or (?:fewer|less)$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"(?:>|&gt;|more than|over)\s?(?P<n>\d{1,6})$", re.IGNORECASE)
_AT_LEAST = re.compile(r"(?:≥|>=|at least)\s?(?P<n>\d{1,6})$|(?P<m>\d{1,6})\+$", re.IGNORECASE)
_RANGE = re.compile(r"(?P<a>\d{1,6})\s?(?:-|–|to)\s?(?P<b>\d{1,6})$", re.IGNORECASE)
_ABOUT = later(
    r"(?:c\.?|circa|approx(?:imately|\.)?|about|around|~)\s?(?P<n>\d[\d,]{0,11})$", re.IGNORECASE
)
_SHARE = r"[<>~≈]?\s?\d{1,3}(?:\.\d{1,2})?\s?(?:%|per ?cent\b)"
_WITH_SHARE = later(
    rf"(?P<count>\S.*?)\s*(?:\(\s?{_SHARE}\s?\)|\[\s?{_SHARE}\s?\]|[/\n]\s?{_SHARE}){_MARK}$",
    re.IGNORECASE | re.DOTALL,
)
"""A number with its share of all, plainly parted from it: "5 (71%)", "5 / 71%"."""
_LONGEST = 60
"""Characters of a cell with a number and its share."""
SUPPRESSED = frozenset({"*", "**", "-", "–", "—", "#", "[c]", "[x]", "[z]", "~", "x"})
_HELD_BACK = later(
    r"(?:(?:the )?(?:data|information|figures?) (?:is |are )?)?"
    r"(?:not (?:held|recorded|available|known|provided|disclosed|applicable|stated|collected)|"
    r"withheld|exempt|redacted|suppressed|refused|unavailable|n/?[ak]|no data)\b.{0,40}|"
    r"(?:foia )?s(?:ection|\.)? ?\d\d(?:\(\d\))?(?:\([a-z]\))?(?: exempt\w*| applies)?|no data",
    re.IGNORECASE,
)
_KEPT_BACK = later(
    r"(?:(?:the )?(?:data|information|figures?) (?:is |are )?)?"
    r"(?:withheld|redacted|suppressed|exempt)\b.{0,40}|"
    r"(?:foia )?s(?:ection|\.)? ?\d\d(?:\(\d\))?(?:\([a-z]\))?(?: exempt\w*| applies)?",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"[*#~-](?<!\w-)")
_LEGEND = later(
    r"(?P<mark>\*{1,2}|#|~|(?<!\w)-)[\s'\"]{0,3}(?:=|:|-|denotes?|represents?|indicates?|means?|"
    r"is|are|signif(?:y|ies)|shows?|refers? to)\s?"
    r"(?:\w+ ){0,6}?(?P<what>(?:less than|fewer than|under|below|<)\s?(?:\d{1,3}|five|ten|three)|"
    r"(?:\d{1,3}|five|ten) or (?:fewer|less)|\d{1,3}\s?(?:-|to)\s?\d{1,3})",
    re.IGNORECASE,
)


_SHORT = 100
_ENDS_OF_BOUNDS = (*"0123456789,+", "five", "ten", "three", "fewer", "less")


@dataclass(frozen=True, slots=True)
class Count:
    """A number as a cell gives it; `high` is None where the cell sets no upper bound."""

    low: int
    high: int | None
    suppressed: bool = False
    about: bool = False

    @property
    def exact(self) -> int | None:
        """The number itself, or None where the cell gives only bounds."""
        return self.low if self.low == self.high and not self.suppressed else None


def parse_count(cell: str, legend: dict[str, Count] | None = None) -> Count | None:
    """The number in a cell; None where the cell holds anything else.

    "<5" is 1 to 4. A bare mark ("*", "-") is what the document's legend says, else some number
    that was held back. Beside a number its share of all ("5 (71%)") is left out; a share alone
    is no number.
    """
    text = " ".join(_without_share(cell).split())
    if text in SUPPRESSED:
        return (legend or {}).get(text, Count(0, None, suppressed=True))
    return _kept_count(text) if len(text) <= _SHORT else _counted(text)


@lru_cache(maxsize=2_000)
def _kept_count(text: str) -> Count | None:
    """The same, kept: many cells of a table say the same."""
    return _counted(text)


def _counted(text: str) -> Count | None:
    """The number in a text that is no mark."""
    exact = _EXACT.match(text)
    if exact:
        number = int(exact["n"].replace(",", ""))
        return Count(number, number)
    low = text.lower()
    if low in _WORDS:
        return Count(_WORDS[low], _WORDS[low])
    # With nothing else a bound ends, in letters of which no other is the capital.
    if text.isascii() and not low.endswith(_ENDS_OF_BOUNDS):
        return None
    return _bounded(text)


def is_held_back(cell: str) -> bool:
    """Whether a cell says that it has no figure: "N/A", "not held", "withheld s40"."""
    return _HELD_BACK.fullmatch(" ".join(cell.split())) is not None


def figure_in(cell: str, legend: dict[str, Count] | None = None) -> Count | None:
    """The number in a cell of figures: some number also where it is said to be kept back."""
    kept_back = _KEPT_BACK.fullmatch(" ".join(cell.split())) is not None
    return Count(0, None, suppressed=True) if kept_back else parse_count(cell, legend)


def find_legend(plain: str) -> dict[str, Count]:
    """What a document says its suppression marks stand for ("* denotes fewer than 5")."""
    legend: dict[str, Count] = {}
    at = 0
    for mark in _BEGUN.finditer(plain):
        found = _LEGEND.match(plain, mark.start()) if mark.start() >= at else None
        if found is None:
            continue
        at = found.end()
        count = _bounded(found["what"].strip())
        if count:
            legend.setdefault(found["mark"], count)
    return legend


def may_add_up(parts: Sequence[Count | None], whole: Count | None) -> bool:
    """Whether counts may be the parts of another, as far as their bounds say; one that is no count
    is no part.
    """
    known = [count for count in parts if count is not None]
    if whole is None or len(known) < len(parts):
        return False
    total = added(known)
    too_few = total.high is not None and total.high < whole.low
    too_many = whole.high is not None and whole.high < total.low
    return not (too_few or too_many)


def added(counts: list[Count]) -> Count:
    """The sum of counts, as a range where one of them is."""
    high: int | None = 0
    for count in counts:
        high = None if high is None or count.high is None else high + count.high
    low = sum(count.low for count in counts)
    return Count(low, high, suppressed=any(c.suppressed for c in counts))


def _without_share(cell: str) -> str:
    if len(cell) > _LONGEST or not ("%" in cell or "cent" in cell.lower()):
        return cell
    shared = _WITH_SHARE.match(cell.strip())
    return shared["count"] if shared else cell


def _bounded(text: str) -> Count | None:
    if found := _BELOW.match(text):
        return Count(1, _number(found["n"]) - 1, suppressed=True)
    if found := _AT_MOST.match(text):
        return Count(0, _number(found["n"] or found["m"]), suppressed=True)
    if found := _ABOVE.match(text):
        return Count(_number(found["n"]) + 1, None, suppressed=True)
    if found := _AT_LEAST.match(text):
        return Count(_number(found["n"] or found["m"]), None, suppressed=True)
    if found := _RANGE.match(text):
        low, high = int(found["a"]), int(found["b"])
        return Count(low, high, suppressed=True) if low < high else None
    if found := _ABOUT.match(text):
        return Count(
            _number(found["n"].replace(",", "")), _number(found["n"].replace(",", "")), about=True
        )
    return None


def _number(text: str) -> int:
    return _WORDS[text.lower()] if text.lower() in _WORDS else int(text)
