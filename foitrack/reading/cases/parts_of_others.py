"""Tables whose figures are of those of another: "Of these, how many were dismissed?"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from foitrack.later import later
from foitrack.reading.findings import Table

FLAG = "its figures may be part of those of a table above: no case rows are proposed from it"
_OF_OTHERS = later(
    r"\b(?:of|among|amongst|from) (?:these|those|them|which|whom|this (?:number|total|figure)|"
    r"the (?:above|total|\d+)|the \w+(?: \w+){0,2} (?:above|(?:in|at) (?:q|question) ?\d+))\b",
    re.IGNORECASE,
)


def is_of_others(over: str) -> bool:
    """Whether what stands over a table says that its figures are of those above."""
    return _OF_OTHERS.search(" ".join(over.split())) is not None


def with_parts_told(tables: tuple[Table, ...], parts: Collection[int]) -> tuple[Table, ...]:
    """The tables, with a flag for each that was left out for being a part."""
    return tuple(
        replace(table, flags=(*table.flags, FLAG)) if table.place.table in parts else table
        for table in tables
    )
