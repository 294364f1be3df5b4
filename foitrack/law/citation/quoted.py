"""The requester's own words, which a letter repeats before it answers them."""

from __future__ import annotations

import re
from bisect import bisect_right

from foitrack.later import later

_SAYS = (
    r"(?:wrote|writes?|ask(?:ed)?|sa(?:id|y)|stated?|argued?|suggest(?:ed)?|request(?:ed)?|sought"
    r"|submit(?:ted)?|commented|quoted?|put|complain(?:ed)?|contend(?:ed)?|claim(?:ed)?|added?|told"
    r"|remark(?:ed)?|observed?|pointed\s+out|explained|mentioned|maintain(?:ed)?|urged?)"
)
_WORDS_OF = (
    r"(?:request|question|query|e-?mail|letter|message|complaint|words|wording|point|submission"
    r"|enquiry|correspondence|review\s+request|request\s+for\s+(?:a\s+)?review)"
)
_INTRODUCED = later(
    rf"\b(?:(?:you|the\s+(?:requester|applicant|complainant))(?:\s+\w+){{0,3}}?\s+{_SAYS}"
    rf"(?:\s+(?!under\b|section\b)\w+){{0,5}}?|your(?:\s+\w+){{0,4}}?\s+{_WORDS_OF}(?:\s+(?:was|were|is|are|reads?"
    r"|said|states?|stated|asked|asks|began|begins|of|dated|as|follows|\d{1,2}|\d{4}|[A-Z][a-z]+)){0,7})"
    r"\s?[:,–—-]{0,2}\s{0,3}(?P<mark>[“\"]|(?<!\w)[‘'])",
    re.IGNORECASE,
)
_CLOSED_BY = {
    "“": re.compile("”"),
    '"': re.compile('"'),
    "‘": re.compile(r"’(?!\w)"),
    "'": re.compile(r"'(?!\w)"),
}
_FEWEST_WORDS = 6
_LONGEST = 2000


class Quotations:
    """Where a text repeats what the requester wrote, read once."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for found in _INTRODUCED.finditer(text):
            start = found.end()
            if self._ends and start < self._ends[-1]:
                continue
            closed = _CLOSED_BY[found["mark"]].search(text, start, start + _LONGEST)
            # A few words in quotation marks may be a name: "you asked about our “section 40 log”".
            if closed and len(text[start : closed.start()].split()) >= _FEWEST_WORDS:
                self._starts.append(start)
                self._ends.append(closed.start())

    def holds(self, at: int) -> bool:
        """Whether a place stands in the requester's words."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]
