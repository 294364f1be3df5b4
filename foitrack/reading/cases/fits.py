"""Whether a table lists cases of a schema, or something else."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.cases.cells import times
from foitrack.reading.cases.columns import CLEARLY, ORDINAL, Led, cells_of, columns_of, known_share
from foitrack.reading.cases.whose import lists_others
from foitrack.reading.dates import find_dates
from foitrack.reading.findings import Table
from foitrack.reading.headings import identifies, is_exact
from foitrack.reading.periods import Period, parse_period
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed

DESCRIBES = {FieldKind.CATEGORY, FieldKind.CATEGORIES, FieldKind.TEXT}
PARTLY = 1 / 3
"""The share of a column's cells that a vocabulary must have to bear out what its heading says."""
_ENOUGH = 3
"""Cells from which it is told that none of them is of the vocabulary."""
_YEAR_IN_HEADING = re.compile(r"(?<!\d)((?:19|20)\d\d(?: ?[/-] ?\d\d(?:\d\d)?)?)(?!\d)")
_STATUTE = later(r"\b(?:act|regulations?|order|rules)\s(?:\(\w+\)\s)?(?:19|20)\d\d", re.IGNORECASE)
_AMOUNT = re.compile(r"\s*(?:£|€|\$|gbp\b)", re.IGNORECASE)


def heading_period(heading: str | None) -> Period | None:
    """The one period that a table's heading gives; None where it gives none or several."""
    if not heading:
        return None
    whole = parse_period(heading)
    if whole:
        return whole
    # A day says when the figures were taken, or the letter written: not of when they are.
    for day in reversed(find_dates(heading)):
        heading = heading[: day.start] + heading[day.end :]
    found = {m[1] for m in _YEAR_IN_HEADING.finditer(_STATUTE.sub("", heading))}
    return parse_period(found.pop()) if len(found) == 1 else None


def fits(table: Table, schema: CaseSchema, led: Led) -> bool:
    """Whether a table lists cases: at least two fields of the schema, one of which says what or
    who; and nothing that says it lists something else.
    """
    if is_aside(table, schema):
        return False
    kinds = [own.kind for column in led for own in column]
    timed = FieldKind.PERIOD in kinds or heading_period(table.heading) is not None
    described = sum(kind in DESCRIBES for kind in kinds)
    if not described:
        return timed and not _tells_more(schema) and _counts_cases(table, schema, led)
    if described == 1 and not timed and FieldKind.COUNT not in kinds:
        return False
    return not schema.subject or _is_borne_out(table, schema, led)


def is_aside(table: Table, schema: CaseSchema) -> bool:
    """Whether a table's heading or columns name what its schema says is no case data, or it lists
    people who are none of the schema's.
    """
    if lists_others(table, schema):
        return True
    if not schema.aside:
        return False
    over = keyed(" | ".join([table.heading or "", *table.columns]))
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", over) for word in schema.aside)


def speaks(table: Table, schema: CaseSchema) -> str:
    """What a table says of itself in the schema's own words, where its cells are in at least two
    of the schema's vocabularies; else nothing.

    "PC" means Constable, so that a sheet without a title can still be about the police. Where
    the meaning only repeats the word ("staff" is police staff), it proves nothing.
    """
    led = columns_of(table, schema)
    known = [
        (index, fields[0])
        for index, fields in enumerate(led)
        if fields and fields[0].values and known_share(table, index, fields[0]) >= CLEARLY
    ]
    if len(known) < 2 or not fits(table, schema, led):
        return ""
    said = [*table.columns]
    for index, own in known:
        for cell in dict.fromkeys(cells_of(table, index)):
            meant = own.normal(cell) or own.normal(times(cell)[0]) or ""
            repeats = set(keyed(cell).split()) & set(keyed(meant).split())
            said.append(cell if repeats else meant)
    return "\n".join(said)


def _is_borne_out(table: Table, schema: CaseSchema, led: Led) -> bool:
    """Whether the cells, or plain headings, bear out that a table is about the subject."""
    columns = list(enumerate(led))
    worded = [(n, own) for n, column in columns for own in column if own.values or own.families]
    texts = [
        (n, own)
        for n, column in columns
        for own in column
        if own.kind is FieldKind.TEXT and (_exact(table, schema, n, own) or _about(table, schema))
    ]
    if any(_is_foreign(table, n, own) for n, own in worded):
        return False
    known = any(known_share(table, n, own) >= PARTLY for n, own in worded)
    exact = sum(_exact(table, schema, n, own) for n, own in worded)
    telling = len(worded) + len(texts)
    if telling >= 2 and (known or exact >= 2):
        return any(own.families for _, own in worded) or not _has_money(table, led)
    if not worded:
        known = _about(table, schema)
    if not known or not telling:
        return False
    counted = any(own.kind is FieldKind.COUNT for column in led for own in column)
    return not _has_money(table, led) if counted else not _has_others(table, led)


def _is_foreign(table: Table, index: int, own: SchemaField) -> bool:
    """Whether a column of outcomes holds none that the vocabulary has, nor any like them."""
    cells = cells_of(table, index)
    if not own.families or len(cells) < _ENOUGH or known_share(table, index, own):
        return False
    # Outcomes told in whole sentences have their words in them somewhere.
    return all(own.family(cell) in (None, "other") for cell in cells)


def _exact(table: Table, schema: CaseSchema, index: int, own: SchemaField) -> bool:
    return is_exact(schema, table.columns[index], own)


def _about(table: Table, schema: CaseSchema) -> bool:
    """Whether what stands over a table has a word of the schema's subject."""
    over = keyed(" | ".join([table.heading or "", *table.columns]))
    return any(word in over for group in schema.subject for word in group)


def _has_money(table: Table, led: Led) -> bool:
    return any(
        cells and sum(bool(_AMOUNT.match(cell)) for cell in cells) > len(cells) / 2
        for index, fields in enumerate(led)
        if not fields and (cells := cells_of(table, index))
    )


def _has_others(table: Table, led: Led) -> bool:
    """Whether a table has columns of which the schema knows nothing."""
    return any(
        not fields and not _numbers_lines(table, index) and bool(cells_of(table, index))
        for index, fields in enumerate(led)
    )


def _numbers_lines(table: Table, index: int) -> bool:
    heading = keyed(table.columns[index])
    return identifies(heading) or (index == 0 and ORDINAL.fullmatch(heading) is not None)


def _tells_more(schema: CaseSchema) -> bool:
    """Whether cases are told by more than when and how many, so that figures by year alone, of
    which every subject has some, are none of them. A schema that says what it counts knows its
    own figures; a column whose words nobody has written yet says nothing.
    """
    telling = (own for own in schema.fields if own.kind in DESCRIBES)
    return not schema.counted and any(
        own.kind is not FieldKind.CATEGORY or own.values or own.families for own in telling
    )


def _counts_cases(table: Table, schema: CaseSchema, led: Led) -> bool:
    """Figures by period alone are cases only where their heading says that they count such."""
    return any(
        own.kind is FieldKind.COUNT and (not schema.counted or bool(counts_of(heading, schema)))
        for heading, column in zip(table.columns, led, strict=True)
        for own in column
    )


def counts_of(heading: str, schema: CaseSchema) -> list[str]:
    """What the figures under a heading count, as a flag, so that unlike ones are not added."""
    low = heading.lower()
    return [f"counts {what}" for word, what in schema.counted.items() if word in low][:1]
