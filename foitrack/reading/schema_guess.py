"""A first case schema from a table of any subject: its headings as columns, kinds from its cells.

A beginning for a person to change: nothing is read by it until they save it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from foitrack.later import later
from foitrack.reading.counts import parse_count
from foitrack.reading.findings import Table
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import FieldKind, keyed
from foitrack.reading.schema_checks import DESCRIBES, LONGEST_NAME, NAMED_FOR_KIND, RESERVED
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition, ValueDefinition
from foitrack.reading.tables.grid import is_total

MOSTLY = 0.7
"""How many of a column's cells must be of a kind for the column to be of it."""
MOST_VALUES = 40
FEW_WORDS = 6
PERIOD_HEADINGS = ("financial year", "calendar year", "year", "date", "month", "quarter", "period")
COUNT_HEADINGS = ("number of", "no. of", "no of", "number", "count", "total", "volume", "how many")
_IDENTIFIES = later(
    r"\b(?:id|ref|reference|pcn|serial|row|item|case (?:no|number)|notice (?:no|number)|"
    r"(?:crime|incident|log|ticket) (?:no|number))\b\.?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\s*(?:(?:£|\u20ac|\$|gbp\b)|[-+]?[\d,.]*\d\s*(?:%|per ?cent\b|pence\b)|[-+]?[\d,]*\.\d+\s*$)",
    re.IGNORECASE,
)
"""Money, a share, or a number with decimals: a measure, not a word."""
_NOTHING = re.compile(r"[\W_]*|0|n/?a|nil|none|not applicable", re.IGNORECASE)
"""What stands in a cell that gives none."""
_SEVERAL = re.compile(r"\s*(?:,|;|/|\n|\s&\s|\sand\s)\s*")


def proposed(table: Table, title: str, name: str | None = None) -> SchemaDefinition:
    """A definition that reads the table."""
    rows = [row for row in table.rows if not is_total(row)]
    years = [n for n, heading in enumerate(table.columns) if n and parse_period(heading)]
    fields = _of_pivot(table.columns, rows) if len(years) >= 2 else _of_list(table, rows)
    return SchemaDefinition(name or slug(title), title, tuple(fields))


def slug(title: str) -> str:
    """A title as a schema's name: "Parking fines" is "parking-fines"."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join(words)[:100] or "schema"


def _of_list(table: Table, rows: Sequence[Sequence[str]]) -> list[FieldDefinition]:
    fields: list[FieldDefinition] = []
    kinds: set[FieldKind] = {FieldKind.PERIOD} if _dated(table.heading) else set()
    for index, heading in enumerate(table.columns):
        cells = [row[index].strip() for row in rows if row[index].strip()]
        if not heading.strip() and not cells:
            continue
        kind = _kind(heading, cells)
        if kind in NAMED_FOR_KIND and kind in kinds:
            kind = FieldKind.TEXT
        kinds.add(kind)
        fields.append(_field(heading, index, kind, cells, fields))
    if FieldKind.PERIOD in kinds and not any(own.kind is FieldKind.PERIOD for own in fields):
        fields.insert(0, FieldDefinition("period", FieldKind.PERIOD, PERIOD_HEADINGS))
    if fields and not any(own.kind in DESCRIBES for own in fields):
        fields.append(FieldDefinition("category", FieldKind.CATEGORY, ("category", "type")))
    return fields


def _of_pivot(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[FieldDefinition]:
    labels = [row[0].strip() for row in rows if row and row[0].strip()]
    made = _field(columns[0] or "Category", 0, FieldKind.CATEGORY, labels, ())
    return [
        FieldDefinition("period", FieldKind.PERIOD, PERIOD_HEADINGS),
        made,
        FieldDefinition("count", FieldKind.COUNT, COUNT_HEADINGS),
    ]


def _dated(heading: str | None) -> bool:
    from foitrack.reading.cases.fits import heading_period

    return heading_period(heading) is not None


def _kind(heading: str, cells: Sequence[str]) -> FieldKind:
    if not cells:
        return FieldKind.TEXT
    if _share(cells, lambda cell: parse_period(cell) is not None) >= MOSTLY:
        return FieldKind.PERIOD
    numbers = _share(cells, lambda cell: parse_count(cell) is not None)
    if numbers >= MOSTLY and not _IDENTIFIES.search(heading):
        return FieldKind.COUNT
    return _of_words(heading, cells)


def _of_words(heading: str, cells: Sequence[str]) -> FieldKind:
    """A category where few short forms come again; text where each cell says its own."""
    distinct = {keyed(cell) for cell in cells}
    short = _share(cells, lambda cell: len(cell.split()) <= FEW_WORDS)
    if _IDENTIFIES.search(heading) or _measures(cells):
        return FieldKind.TEXT
    if len(distinct) > MOST_VALUES or short < MOSTLY:
        return FieldKind.TEXT
    if _lists_of_the_same(cells):
        return FieldKind.CATEGORIES
    few = len(cells) < 8 or len(distinct) <= max(8, len(cells) * 0.6)
    return FieldKind.CATEGORY if few else FieldKind.TEXT


def _measures(cells: Sequence[str]) -> bool:
    """Cells of amounts that hardly come again; a few that do ("£35", "£70") are kinds."""
    given = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    amounts = [cell for cell in given if _AMOUNT.match(cell)]
    return bool(amounts) and (
        len(amounts) >= MOSTLY * len(given) and len({keyed(c) for c in amounts}) > len(given) / 2
    )


def _lists_of_the_same(cells: Sequence[str]) -> bool:
    """Cells that list several things, which other cells give alone."""
    whole = {keyed(cell) for cell in cells if len(_SEVERAL.split(cell)) == 1}
    several = [part for cell in cells if len(part := _SEVERAL.split(cell)) > 1]
    return bool(several) and all(keyed(each) in whole for parts in several for each in parts)


def _field(
    heading: str,
    index: int,
    kind: FieldKind,
    cells: Sequence[str],
    others: Sequence[FieldDefinition],
) -> FieldDefinition:
    taken = {phrase for own in others for phrase in own.headings}
    key = keyed(heading)
    headings: tuple[str, ...] = (key,) if key and key not in taken else ()
    usual = {FieldKind.PERIOD: PERIOD_HEADINGS, FieldKind.COUNT: COUNT_HEADINGS}.get(kind, ())
    headings += tuple(each for each in usual if each not in (*headings, *taken))
    name = NAMED_FOR_KIND.get(kind) or _free_name(heading, index, {own.name for own in others})
    return FieldDefinition(name, kind, headings, _values(kind, cells))


def _free_name(heading: str, index: int, taken: set[str]) -> str:
    name = "_".join(re.findall(r"[^\W_]+", heading.lower()))[:LONGEST_NAME].strip("_")
    if not name or name[0].isdigit() or name in RESERVED or name in NAMED_FOR_KIND.values():
        name = f"column_{index + 1}" if not name else f"own_{name}"[:LONGEST_NAME]
    if name.endswith("_family"):
        name = f"{name}_name"
    base, number = name, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _values(kind: FieldKind, cells: Sequence[str]) -> tuple[ValueDefinition, ...]:
    """The forms met, each once, as first printed; those of a list are its parts."""
    if kind not in (FieldKind.CATEGORY, FieldKind.CATEGORIES):
        return ()
    parts = [p for c in cells for p in (_SEVERAL.split(c) if kind is FieldKind.CATEGORIES else [c])]
    found: dict[str, str] = {}
    for part in parts:
        # A suppression mark or a nought is no value.
        if keyed(part) and parse_count(part) is None:
            found.setdefault(keyed(part), " ".join(part.split()))
    return tuple(ValueDefinition(value) for value in found.values())


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(test(cell) for cell in cells) / len(cells)
