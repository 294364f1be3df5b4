"""What is said over a table: the question that it answers, or a sentence that points to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.later import later
from foitrack.reading.findings import Table
from foitrack.reading.prose import Prose
from foitrack.reading.response.request_text import RequestText

_REACH = 600
"""Characters above a table in which its question ends."""
_LONGEST = 300
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_POINTS = later(r"\b(?:below|following|as follows|table|breakdown|broken down)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^[ \t>*\"“'‘]{0,6}(?:q(?:uestion)? ?)?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):][ \t]",
    re.IGNORECASE | re.MULTILINE,
)


def questions_over(
    prose: Prose, request: RequestText | None, tables: Sequence[Table]
) -> dict[int, str]:
    """What is said over each table, by the table's number: the question above it, where a letter
    repeats what was asked, or the sentence that leads to it.

    Of a request with several questions in a row nobody knows which the table below answers.
    """
    found = {}
    for table in tables:
        number, start = table.place.table, table.place.start
        if number is None or start is None:
            continue
        over = _over(prose.plain, request, start) if request else None
        if said := over or _sentence(prose.said, start):
            found[number] = said
    return found


def _sentence(said: str, start: int) -> str | None:
    """The sentence right above a table that points to it: "The table below shows …"."""
    above = said[max(0, start - _REACH) : start].rstrip().rpartition("\n\n")[2]
    last = _ENDS.split(" ".join(above.split()))[-1]
    return last if len(last) <= _LONGEST and _POINTS.search(last) else None


def _over(plain: str, request: RequestText, start: int) -> str | None:
    before = [one for one in request.everywhere if one.end <= start]
    above = max(before, key=lambda one: one.end, default=None)
    if above is None or start - above.end > _REACH or plain[above.end : start].strip():
        return None
    asked = above.of(plain).strip()
    several = len(_NUMBERED.findall(asked)) > 1 or asked.count("?") > 1
    return " ".join(asked.split()) if asked and not several else None
