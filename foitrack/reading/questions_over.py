"""The question over a table, where a letter repeats what was asked above each answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.reading.findings import Table
from foitrack.reading.response.request_text import RequestText

_REACH = 600
"""Characters above a table in which its question ends."""
_NUMBERED = re.compile(
    r"^[ \t>*\"“'‘]{0,6}(?:q(?:uestion)? ?)?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):][ \t]",
    re.IGNORECASE | re.MULTILINE,
)


def questions_over(
    plain: str, request: RequestText | None, tables: Sequence[Table]
) -> dict[int, str]:
    """The question over each table, by the table's number; only the last that stands there.

    Of a request with several questions in a row nobody knows which the table below answers.
    """
    if request is None:
        return {}
    found = {}
    for table in tables:
        number, start = table.place.table, table.place.start
        over = _over(plain, request, start) if start is not None else None
        if number is not None and over:
            found[number] = over
    return found


def _over(plain: str, request: RequestText, start: int) -> str | None:
    before = [one for one in request.everywhere if one.end <= start]
    above = max(before, key=lambda one: one.end, default=None)
    if above is None or start - above.end > _REACH or plain[above.end : start].strip():
        return None
    asked = above.of(plain).strip()
    several = len(_NUMBERED.findall(asked)) > 1 or asked.count("?") > 1
    return " ".join(asked.split()) if asked and not several else None
