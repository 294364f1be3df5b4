"""What a case row says in words: its values, its count, and the place it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import CaseOverview, CaseRowView
from foitrack.law.wording import table_date
from foitrack.reading.findings import Place
from foitrack.reading.headings import heading_fields
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField
from ui.casedata.columns import AUTHORITY, COUNT, SOURCE
from ui.core_words import told
from ui.counting import by_number, counted

translate = QCoreApplication.translate

_GROUPED = (FieldKind.CATEGORY, FieldKind.CATEGORIES)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def not_given() -> str:
    """What stands where the document does not say."""
    return translate("CaseData", "not given")


def authority(row: CaseRowView) -> str:
    """The authority's name, or that it is not known."""
    return row.authority or translate("CaseData", "Authority not stated")


def period(value: str) -> str:
    """A period as people read it: "2021-03" is "Mar 2021"."""
    if found := _DAY.fullmatch(value):
        return table_date(date(int(found[1]), int(found[2]), int(found[3])))
    if (found := _MONTH.fullmatch(value)) and 1 <= int(found[2]) <= 12:
        return f"{date(int(found[1]), int(found[2]), 1):%b %Y}"
    return value


def values(row: CaseRowView, key: str) -> str:
    """The normal values of a field, or what is printed where there is no normal value."""
    found = row.values.get(key, ())
    if key == "period":
        found = tuple(period(value) for value in found)
    return ", ".join(found)


def count(row: CaseRowView) -> str:
    """How many a row stands for; a suppressed count is a range, never 0."""
    if row.count is not None:
        return f"{row.count:,}"
    if row.low is not None and row.high is not None:
        return f"{row.low:,}–{row.high:,}" if row.low != row.high else f"{row.low:,}"
    if row.low is not None:
        return translate("CaseData", "{low} or more").format(low=f"{row.low:,}")
    return translate("CaseData", "not known")


def place(where: Place) -> str:
    """Where a row stands in its document: "Table 1, row 68", "Sheet1, B7", "page 2"."""
    parts = []
    if where.sheet:
        parts.append(where.sheet)
    if where.table is not None:
        parts.append(translate("CaseData", "Table {number}").format(number=where.table))
    if where.row is not None:
        parts.append(translate("CaseData", "row {number}").format(number=where.row))
    elif where.cell:
        parts.append(where.cell)
    if not parts and where.page is not None:
        parts.append(translate("CaseData", "page {number}").format(number=where.page))
    return ", ".join(parts) or translate("CaseData", "in the document")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who vouches for a row: icon, colour token and words."""

    icon: str
    tone: str
    words: str


def provenance(row: CaseRowView) -> Provenance:
    """Tick: a person checked it. Pen: a person typed it. Question mark: read by the app."""
    if row.document_id is None:
        return Provenance("pen", "text2", translate("CaseData", "typed in"))
    if row.checked:
        return Provenance("check-circle", "green", translate("CaseData", "checked by a person"))
    return Provenance("question", "amber", translate("CaseData", "read by the app, not checked"))


def source(row: CaseRowView) -> str:
    """The Source cell."""
    if row.document_id is None:
        return translate("CaseData", "typed in")
    if row.source == "prose":
        return translate("CaseData", "a sentence")
    return place(row.place)


def cell(row: CaseRowView, key: str) -> str:
    """The words of a cell; empty where the document does not say."""
    simple = {AUTHORITY: authority, COUNT: count, SOURCE: source}
    return simple[key](row) if key in simple else values(row, key)


def said(row: CaseRowView, key: str, title: str) -> str:
    """A cell read aloud, with its heading and for the source its provenance."""
    text = cell(row, key) or not_given()
    if key == SOURCE:
        return f"{title}: {text}, {provenance(row).words}"
    return f"{title}: {text}"


@dataclass(frozen=True, slots=True)
class AsWritten:
    """One printed cell beside the values it was grouped under."""

    heading: str
    printed: str
    grouped: str
    """Empty where the printed words stand as they are."""


def as_written(row: CaseRowView, schema: CaseSchema | None) -> tuple[AsWritten, ...]:
    """The row's printed cells in the document's order, each with its normal value."""
    found = []
    for heading, fields in _led(row, schema):
        printed = row.printed[heading].strip()
        grouped = [
            values(row, own.name)
            for own in fields
            if own.kind not in (FieldKind.TEXT, FieldKind.COUNT)
        ]
        words = ", ".join(value for value in grouped if value)
        if printed:
            found.append(AsWritten(heading, printed, "" if words == printed else words))
    return tuple(found)


def word_of(row: CaseRowView, schema: CaseSchema | None) -> tuple[tuple[str, str], ...]:
    """The row's cells whose words are grouped: field and printed words."""
    if schema is None:
        return ()
    return tuple(
        (own.name, row.printed[heading])
        for heading, fields in _led(row, schema)
        for own in fields
        if own.kind in _GROUPED and row.printed[heading].strip()
    )


def _led(
    row: CaseRowView, schema: CaseSchema | None
) -> Iterator[tuple[str, tuple[SchemaField, ...]]]:
    """Each heading with the fields that it leads to, or that its cell was read as whatever stands
    over it.
    """
    headings = tuple(row.printed)
    led = heading_fields(schema, headings) if schema is not None else ((),) * len(headings)
    taken = {own.name for fields in led for own in fields}
    rest = [own for own in (schema.fields if schema else ()) if own.name not in taken]
    for heading, fields in zip(headings, led, strict=True):
        cell = row.printed[heading]
        read = (own for own in rest if own.normal(cell) in row.values.get(own.name, ()))
        yield heading, fields or tuple(read)[:1]


def quotation(row: CaseRowView, schema: CaseSchema | None) -> str:
    """The printed cell that says what happened; without one, the longest."""
    texts = _texts(row.values, schema)
    cells = [cell.strip() for cell in row.printed.values()]
    telling = [cell for cell in cells if any(text in cell for text in texts)]
    return max(telling or cells, key=len, default="")


def _texts(found: Mapping[str, tuple[str, ...]], schema: CaseSchema | None) -> frozenset[str]:
    if schema is None:
        return frozenset()
    return frozenset(
        value for own in schema.of_kind(FieldKind.TEXT) for value in found.get(own.name, ())
    )


def total(overview: CaseOverview) -> str:
    """How many rows and what they add up to; no sum is said where unlike things are counted."""
    rows = counted(overview.rows, "row")
    if overview.caution:
        return rows
    low, high = overview.total_low, overview.total_high
    if low == high:
        return translate("CaseData", "{rows}, total count {total}").format(
            rows=rows, total=f"{low:,}"
        )
    return translate("CaseData", "{rows}, total count {low} to {high}").format(
        rows=rows, low=f"{low:,}", high=f"{high:,}"
    )


def unchecked(count_: int) -> str:
    """How many rows nobody has checked."""
    return translate("CaseData", "{rows} not checked yet").format(rows=counted(count_, "row"))


def from_whom(overview: CaseOverview) -> str:
    """Whose rows are shown: one authority by name, several by number."""
    if not overview.authorities:
        return ""
    if len(overview.authorities) == 1:
        return translate("CaseData", "Case rows from {0}").format(told(overview.authorities[0]))
    number = len(overview.authorities)
    return by_number(number, "Case rows from {0} authority", "Case rows from {0} authorities")


def field_name(field: str) -> str:
    """A field as a filter's name: "outcome_family" is "Outcome"."""
    return field.removesuffix("_family").replace("_", " ").replace("-", " ").capitalize()
