"""History that comes from outside: undoing it must not write what no step could have written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foitrack.casefile import records
from foitrack.casefile.history_rows import attribute_names, records_changes_of
from foitrack.casefile.records import RecordProblemError, checked
from foitrack.desk.imported_values import check_values
from foitrack.saying import say


def check_change(row: Mapping[str, Any]) -> None:
    """Raise RecordProblemError where a change is none that this program records."""
    tables = {table.name: table for table in records.tables() if records_changes_of(table)}
    table = tables.get(row["table_name"])
    if table is None:
        raise RecordProblemError(say("“{0}” is no table that is changed", row["table_name"][:40]))
    columns = {attribute: column for column, attribute in attribute_names(table).items()}
    for side in ("before", "after"):
        told = row[side]
        if told is None:
            continue
        if not isinstance(told, dict):
            raise RecordProblemError(say("“{0}” is not what it must be", side))
        # A step of an earlier format may name a column that has gone since; undo passes it over.
        values = {
            columns[name]: checked(table.c[columns[name]], value)
            for name, value in told.items()
            if name in columns
        }
        if "id" in values and values["id"] != row["row_key"]:
            raise RecordProblemError("it tells of another row than it says")
        check_values(table.name, values)
    if row["before"] is None and row["after"] is None:
        raise RecordProblemError("nothing was changed")
