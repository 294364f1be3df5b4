"""What was read off a picture by machine: every value of it is put to a person to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foitrack.reading.findings import CaseRow, Certainty, Finding, Place, Reading, Table
from foitrack.reading.prose import Span

DOUBT = "read off a picture by machine: compare it with the page"


def doubted(reading: Reading, recognised: Sequence[Span]) -> Reading:
    """The reading, with all that comes from the recognised stretches of its text doubted."""
    if not recognised:
        return reading

    def met(place: Place) -> bool:
        start, end = place.start, place.end
        if start is None or end is None:
            return True
        return any(span.start < end and start < span.end for span in recognised)

    return replace(
        reading,
        findings=tuple(_finding(f) if met(f.place) else f for f in reading.findings),
        tables=tuple(_table(t) if met(t.place) else t for t in reading.tables),
        cases=tuple(_row(row) if met(row.place) else row for row in reading.cases),
    )


def _finding(finding: Finding) -> Finding:
    return replace(finding, why=f"{finding.why} It was {DOUBT}.", certainty=Certainty.CHECK)


def _table(table: Table) -> Table:
    return replace(table, flags=(*table.flags, DOUBT))


def _row(row: CaseRow) -> CaseRow:
    return replace(row, flags=(*row.flags, DOUBT))
