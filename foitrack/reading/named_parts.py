"""Whether a file that a letter names is among those that came with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foitrack.reading.findings import Part
from foitrack.reading.patterns import phrases

_KINDS = (
    (phrases(r"spread ?sheet|excel|workbook|csv"), ("xlsx", "xls", "ods", "csv", "xlsm")),
    (phrases(r"letter|response|reply|pdf|document"), ("pdf", "docx", "doc", "odt", "rtf")),
    (
        phrases(
            r"attachment|file|annex|append|enclosure|data|table|list|schedule|breakdown|report",
            r"cop(?:y|ies)",
        ),
        (),
    ),
)
"""What a letter may call a file without naming it, and the endings such files have; none: any."""
_END = re.compile(r"\.[A-Za-z0-9]{2,5}$")


def is_here(named: str, parts: Sequence[Part]) -> bool:
    """Whether one of the parts is the file that is named: by its name, else by its kind where
    the letter gives no name.
    """
    return is_among(named, [part.name for part in _all(parts)])


def is_among(named: str, names: Sequence[str]) -> bool:
    """The same for files whose names alone are known."""
    wanted = _bare(named)
    if wanted and any(wanted == _bare(name) for name in names):
        return True
    if _END.search(named):
        return False
    if len(wanted) >= 6 and any(wanted in _bare(name) for name in names):
        return True
    return _of_a_kind(named, names)


def _of_a_kind(named: str, names: Sequence[str]) -> bool:
    """Whether words that are no name ("attached spreadsheet") are met by a file of that kind."""
    if not re.match(r"(?:the )?(?:attached|enclosed|accompanying)\b", named, re.IGNORECASE):
        words = named.split()
        if len(words) > 1:
            return False
    ends = [name.rsplit(".", 1)[-1].lower() for name in names if "." in name]
    for pattern, wanted in _KINDS:
        if pattern.search(named):
            return any(not wanted or end in wanted for end in ends)
    return False


def _all(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        if part.reading is not None or part.error is not None:
            yield part
        if part.reading is not None:
            yield from _all(part.reading.parts)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", _END.sub("", name.strip())).lower()
