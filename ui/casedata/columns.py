"""Which columns the case rows have: from the case schema, so that any subject fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

translate = QCoreApplication.translate

AUTHORITY, COUNT, SOURCE = "authority", "count", "source"
WIDTHS = {
    FieldKind.PERIOD: 96,
    FieldKind.CATEGORY: 152,
    FieldKind.CATEGORIES: 148,
    FieldKind.TEXT: 320,
    FieldKind.COUNT: 56,
}
FAMILY_WIDTH = 184


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it shows, its title, and its width at 100 % text."""

    key: str
    title: str
    width: int
    stretches: bool = False
    yields: bool = False
    """Gives way where the window is narrow: its words may take two lines."""


def schema_for(schemas: Mapping[str, CaseSchema], fields: Collection[str]) -> CaseSchema | None:
    """The case schema that has most of the fields in use; None where none has any."""
    found = max(schemas.values(), key=lambda schema: _shared(schema, fields), default=None)
    return found if found is not None and _shared(found, fields) else None


def _shared(schema: CaseSchema, fields: Collection[str]) -> int:
    return sum(own.name in fields for own in schema.fields)


def columns_for(
    schema: CaseSchema | None, fields: Collection[str], *, one_authority: bool
) -> tuple[Column, ...]:
    """The columns in reading order; fields that no row has are left out."""
    middle = _described(schema, fields) if schema is not None else _plain(fields)
    first = () if one_authority else (Column(AUTHORITY, _title(AUTHORITY), 176, yields=True),)
    last = (
        Column(COUNT, translate("CaseData", "No."), WIDTHS[FieldKind.COUNT]),
        Column(SOURCE, translate("CaseData", "Source"), 148),
    )
    return _stretched((*first, *middle, *last))


def _described(schema: CaseSchema, fields: Collection[str]) -> tuple[Column, ...]:
    known = [own for own in schema.fields if own.name in fields and own.kind != FieldKind.COUNT]
    return tuple(_column(own) for own in sorted(known, key=_rank))


def _rank(own: SchemaField) -> int:
    """When, who, what in short, what in full, and what came of it."""
    if own.families:
        return 4
    order = (FieldKind.PERIOD, FieldKind.CATEGORY, FieldKind.CATEGORIES, FieldKind.TEXT)
    return order.index(own.kind) if own.kind in order else 5


def _column(own: SchemaField) -> Column:
    width = FAMILY_WIDTH if own.families else WIDTHS[own.kind]
    text, when = own.kind is FieldKind.TEXT, own.kind is FieldKind.PERIOD
    return Column(own.name, _title(own.name), width, stretches=text, yields=not text and not when)


def _plain(fields: Iterable[str]) -> tuple[Column, ...]:
    shown = (f for f in fields if f not in (AUTHORITY, COUNT, "year") and "_family" not in f)
    return tuple(Column(name, _title(name), 140, yields=True) for name in shown)


def _stretched(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """One column takes the room that is left: the text, else the one before the number."""
    if any(column.stretches for column in columns):
        return columns
    at = max(0, len(columns) - 3)
    chosen = columns[at]
    wide = Column(chosen.key, chosen.title, chosen.width, stretches=True)
    return (*columns[:at], wide, *columns[at + 1 :])


def _title(name: str) -> str:
    """A field's name as a heading: "period" is read as "Date"."""
    if name == "period":
        return translate("CaseData", "Date")
    return name.replace("_", " ").replace("-", " ").capitalize()
