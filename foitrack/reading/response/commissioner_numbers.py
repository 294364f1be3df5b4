"""What the Commissioner, asked for information himself, calls the request by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.reading.prose import fold

_HEAD = later(
    r"^[ \t*]*(?:ico\W{1,3})?(?:the )?information commissioner's office\b",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = later(
    r"(?:\bref\w*(?: number| no\.?)?[ \t:.]{1,4}|^[ \t*]*)(?P<value>IC-\d{4,7}-\w{4})\b",
    re.IGNORECASE | re.MULTILINE,
)
_DECISION = re.compile(r"\bdecision notices?\b|\bcomplainant\b", re.IGNORECASE)
_REACH = 600


def commissioners_numbers(text: str) -> Iterator[re.Match[str]]:
    """Each number as `value`; in any other body's letter, and in his decision notices, such a
    number is that of a complaint.
    """
    head = fold(text[:_REACH])
    if _HEAD.search(head) and not _DECISION.search(head):
        yield from _NUMBER.finditer(text)
