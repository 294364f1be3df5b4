"""Tables with a kind a column ("Dismissed", "Written warning"): each figure becomes a case row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from foitrack.later import later
from foitrack.reading.cases.cells import Values, cell_values, count_value, dated, field_values
from foitrack.reading.cases.columns import Led, cells_of, columns_of, known_share
from foitrack.reading.cases.fits import PARTLY, counts_of, heading_period, is_aside
from foitrack.reading.cases.groups import Columns
from foitrack.reading.counts import Count, figure_in, parse_count
from foitrack.reading.findings import CaseRow, Table, Zero
from foitrack.reading.headings import is_share
from foitrack.reading.periods import Period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed
from foitrack.reading.tables.grid import is_total
from foitrack.reading.tables.sums import are_sums

_LEAST = 2
_MOSTLY = 0.5
_NUMBER_OF = later(
    r"(?:total )?(?:(?:number|numbers|no\.?|nos\.?|count)(?: of)? |how many )"
    r"(?:(?:police )?(?:officers?|staff|people|persons?|cases?|allegations?|complaints?|incidents?)"
    r"(?: (?:who (?:were|was|have been)|that (?:were|was)|were|was))? )?"
    r"(?:(?:given|issued with|received|receiving|resulting in|with) )?(?:an? )?",
    re.IGNORECASE,
)
_WHOLE = later(
    r"(?:(?:number|no\.?|count) (?:of )?)?(?:investigat(?:ed|ions)|recorded|received|referred|"
    r"reported|concluded|finalised|completed)"
)
"""What says of figures that they count whatever came of it."""
_ALL_OF_IT = later(
    r"(?:the )?(?:whole |entire )?(?:force|service|organisation)(?:[ -]?wide)?", re.IGNORECASE
)
_MARKS = re.compile(r"(?:\s?(?:\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹†‡*]))+$")


def kinds_across(
    table: Table, schema: CaseSchema, mapping: Mapping[int, str | None] | None = None
) -> dict[int, tuple[SchemaField, str]]:
    """The columns, counted from 0, that are headed by a value of a category and hold figures:
    their field and that value as printed. None are where a table is no such.
    """
    if is_aside(table, schema):
        return {}
    mapping = mapping or {}
    # A column that a person leaves out says all the same what the others are.
    free = (n for n in range(len(table.columns)) if mapping.get(n) is None)
    figures = [n for n in free if _has_figures(table, n) and not is_share(table.columns[n])]
    for own in schema.of_kind(FieldKind.CATEGORY, FieldKind.CATEGORIES):
        known = [n for n in figures if _named(table.columns[n], own, strictly=True)]
        # Marks alone ("x" under the outcome of each case) are no figures.
        # One outcome beside a year is told as surely as several; of one rank that is not so.
        if len(known) < (1 if own.families else _LEAST) or not any(
            _has_digits(table, n) for n in known
        ):
            continue
        more = [n for n in figures if n not in known and _named(table.columns[n], own)]
        others = [n for n in figures if n not in (*known, *more) and not _sums(table, n, schema)]
        others = [n for n in others if not _tells_when(table, n, schema)]
        if not others and _says_of_what(table, own, schema):
            kept = sorted(n for n in (*known, *more) if n not in mapping)
            return {n: (own, _named(table.columns[n], own) or "") for n in kept}
    return {}


def rows_across(
    table: Table,
    schema: CaseSchema,
    legend: dict[str, Count],
    mapping: Mapping[int, str | None],
) -> tuple[list[CaseRow], list[Zero]] | None:
    """The case rows of such a table; None where it is none, or says neither when nor who."""
    across = kinds_across(table, schema, mapping)
    if not across:
        return None
    led = fields_around(columns_of(table, schema, mapping), across)
    heading = heading_period(table.heading)
    # Ranks across say who: what stands down the side may be a department, of which no field is.
    outcomes = any(own.families for own, _ in across.values())
    if heading is None and outcomes and not any(led):
        return None
    counted = _counted(table, across, schema)
    rows: list[CaseRow] = []
    zeros: list[Zero] = []
    columns = Columns.of(led)
    for index, cells in enumerate(table.rows):
        if columns.add_nothing(cells) or _adds_up(table, index, across):
            continue
        around = _said_around(table, index, led, heading, legend)
        found = list(_of_row(table, index, across, around, counted, legend))
        rows += found
        period = next((v.value for v in around if v.field == "period"), None)
        described = any(v.field not in ("period", "year") for v in around)
        if period and not described and _all_nought(cells, across):
            zeros.append(Zero(period, table.row_places[index]))
    return rows, zeros


def _adds_up(table: Table, index: int, across: Mapping[int, tuple[SchemaField, str]]) -> bool:
    """Whether a row is of all departments, be it under a label of the schema or of none."""
    cells = table.rows[index]
    labels = [cell for n, cell in enumerate(cells) if n not in across and cell.strip()]
    if any(is_total((cell, "1")) for cell in labels):
        return True
    if not _ALL_OF_IT.fullmatch(cells[0].strip()):
        return False
    others = [("", *(row[n] for n in across)) for row in table.rows if row is not cells]
    return are_sums(("", *(cells[n] for n in across)), others)


def _of_row(
    table: Table,
    index: int,
    across: Mapping[int, tuple[SchemaField, str]],
    around: Values,
    counted: Mapping[int, tuple[str, ...]],
    legend: dict[str, Count],
) -> Iterator[CaseRow]:
    cells = table.rows[index]
    for column, (own, kind) in across.items():
        count = figure_in(table.true_values.get((index, column), cells[column]), legend)
        if count is None or count.high == 0:
            continue
        printed = {name: cells[n] for n, name in enumerate(table.columns) if n not in across}
        printed[table.columns[column]] = cells[column]
        named = tuple(v for v in field_values(kind, own) if v.field != "count")
        values = (*around, *named, count_value(count, cells[column]))
        yield CaseRow(values, table.row_places[index], printed, counted[column])


def _counted(
    table: Table, across: Mapping[int, tuple[SchemaField, str]], schema: CaseSchema
) -> dict[int, tuple[str, ...]]:
    """What the figures of each column count, as flags: by its heading, else by that of a column
    that counts all, or of the table.
    """
    others = (n for n in range(len(table.columns)) if n not in across and _has_figures(table, n))
    headings = [*(table.columns[n] for n in others), table.heading or ""]
    whole = next(filter(None, (counts_of(heading, schema) for heading in headings)), [])
    return {n: tuple(counts_of(table.columns[n], schema) or whole) for n in across}


def _said_around(
    table: Table, index: int, led: Led, heading: Period | None, legend: dict[str, Count]
) -> Values:
    """When and of whom the figures of a row are."""
    said: list[Values] = [
        cell_values(cell, fields, legend, table.true_values.get((index, n)))
        for n, (cell, fields) in enumerate(zip(table.rows[index], led, strict=True))
        if fields
    ]
    values = tuple(value for own in said for value in own if value.field != "count")
    return dated(values, heading)


def fields_around(led: Led, across: Mapping[int, tuple[SchemaField, str]]) -> Led:
    """What the other columns lead to, but for figures and what the columns across say."""
    taken = {own.name for own, _ in across.values()}
    return tuple(
        ()
        if n in across
        else tuple(o for o in fields if o.kind is not FieldKind.COUNT and o.name not in taken)
        for n, fields in enumerate(led)
    )


def _has_figures(table: Table, column: int) -> bool:
    """Whether a column holds figures, with a word such as "n/a" here and there at most."""
    cells = cells_of(table, column)
    known = sum(parse_count(cell) is not None for cell in cells)
    return bool(cells) and known >= len(cells) * _MOSTLY


def _has_digits(table: Table, column: int) -> bool:
    return any(any(map(str.isdigit, cell)) for cell in cells_of(table, column))


def _named(heading: str, own: SchemaField, *, strictly: bool = False) -> str | None:
    """The value that heads a column, as printed; `strictly`: one that the vocabulary has."""
    bare = _MARKS.sub("", " ".join(heading.split()))
    # The second of two rows of header.
    last = _MARKS.sub("", heading.rpartition("\n")[2].rpartition(" – ")[2].strip())
    for said in dict.fromkeys((bare, last, _NUMBER_OF.sub("", last, count=1))):
        if own.told(said) or own.normal(said):
            return said
    if strictly:
        return None
    return last if own.families and own.family(last) not in (None, "other") else None


def named_by(heading: str, own: SchemaField) -> str | None:
    """The value of a field that heads a column, as printed, where the vocabulary has it."""
    return _named(heading, own, strictly=True)


def _sums(table: Table, column: int, schema: CaseSchema) -> bool:
    """Whether a column adds up the others, or counts all of a row."""
    heading = table.columns[column]
    low = keyed(heading)
    counted = bool(counts_of(heading, schema)) or "total" in low
    return is_total([heading]) or counted or _WHOLE.fullmatch(low) is not None


def _tells_when(table: Table, column: int, schema: CaseSchema) -> bool:
    return any(own.kind is FieldKind.PERIOD for own in columns_of(table, schema)[column])


def _says_of_what(table: Table, own: SchemaField, schema: CaseSchema) -> bool:
    """Whether it is borne out that the figures are cases: outcomes are; of ranks alone, or of
    platforms, a table must say of what.
    """
    if own.families or not schema.subject:
        return True
    over = keyed(" | ".join([table.heading or "", *table.columns]))
    # "Social media" over platforms only says what they are.
    if any(word in over for word in schema.subject[-1] if word not in own.headings):
        return True
    if _looked_into(over, schema):
        return True
    # "Dismissed" or "WhatsApp" beside the figures of each rank says of what they are.
    several = own.kind is FieldKind.CATEGORIES
    return any(
        other.values
        and other != own
        and (other.families or not several)
        and known_share(table, n, other) >= PARTLY
        for n, fields in enumerate(columns_of(table, schema))
        for other in fields
    )


def _looked_into(over: str, schema: CaseSchema) -> bool:
    """Whether what stands over a table says that cases were looked into: "Officers investigated",
    "Investigations by rank".
    """
    events = (word for word in schema.counted if word.endswith("ation"))
    return any(re.search(rf"\b{re.escape(word.removesuffix('ion'))}", over) for word in events)


def _all_nought(cells: Sequence[str], across: Mapping[int, tuple[SchemaField, str]]) -> bool:
    counts = [parse_count(cells[column]) for column in across]
    return all(count is not None and count.high == 0 for count in counts)
