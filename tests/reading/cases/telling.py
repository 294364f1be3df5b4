"""What case rows say, in short."""

from __future__ import annotations

from foitrack.reading.findings import Reading


def told(reading: Reading) -> list[tuple[str | None, ...]]:
    """When each case was, whose it is, what came of it, and how many there are."""
    return [
        (case.one("period"), case.one("rank"), case.one("outcome"), case.one("count"))
        for case in reading.cases
    ]
