"""What another column of a row says where the one that its outcome stands in says nothing.

"Finding: not proven, sanction: none" is not proven; a case that is finalised "Ongoing" is pending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foitrack.reading.cases.columns import Led
from foitrack.reading.cases.noughts import is_silent
from foitrack.reading.dates import find_dates
from foitrack.reading.findings import Table
from foitrack.reading.headings import heading_fields
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else a table says what came of a case."""

    column: int | None = None
    own: SchemaField | None = None
    like: tuple[int, ...] = ()
    """Columns whose heading is one of the field's too."""
    when: tuple[int, ...] = ()
    """Columns that would have a day, had the case come to its end."""

    def told(self, cells: Sequence[str]) -> tuple[str, ...]:
        """A row's cells, with what stands elsewhere in place of nothing."""
        found = tuple(cells)
        if self.own is None or self.column is None or not _says_nothing(found[self.column]):
            return found
        said = next((cells[n] for n in (*self.like, *self.when) if self._tells(cells[n], n)), None)
        return found if said is None else (*found[: self.column], said, *found[self.column + 1 :])

    def _tells(self, cell: str, column: int) -> bool:
        if self.own is None or _says_nothing(cell):
            return False
        if column in self.when:
            return self.own.normal(cell) is not None and not find_dates(cell)
        return self.own.normal(cell) is not None or self.own.family(cell) not in (None, "other")


def elsewhere(
    table: Table, schema: CaseSchema, led: Led, mapping: Mapping[int, str | None]
) -> Elsewhere:
    """Where else a table says what came of a case, beside the column that is led to it."""
    places = ((n, o) for n, fields in enumerate(led) for o in fields if o.families)
    column, own = next(places, (None, None))
    if own is None or column in mapping:
        return Elsewhere()
    free = {
        n: heading_fields(schema, [heading])[0]
        for n, heading in enumerate(table.columns)
        if not led[n] and n not in mapping
    }
    like = (n for n, fields in free.items() if own in fields)
    when = (n for n, fields in free.items() if [o.kind for o in fields] == [FieldKind.PERIOD])
    return Elsewhere(column, own, tuple(like), tuple(when))


def _says_nothing(cell: str) -> bool:
    return not cell.strip() or is_silent(cell)
