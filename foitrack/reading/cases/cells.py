"""One cell of a case table as values: its period, its categories, its text, its count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.later import later
from foitrack.reading.counts import Count, parse_count
from foitrack.reading.findings import CaseValue
from foitrack.reading.periods import Period, length_named, parse_period
from foitrack.reading.prose import fold
from foitrack.reading.schema import FieldKind, SchemaField

_BLANK = re.compile(r"\(blank\)", re.IGNORECASE)
Values = tuple[CaseValue, ...]
UNKNOWN = Count(0, None, suppressed=True)
"""A number that is not told."""
_TIMES_AFTER = later(
    r"(?P<what>.+?)\s*(?:[x×]\s?(?P<n>\d{1,4})|\(\s?[x×]?\s?(?P<m>\d{1,4})\s?[x×]?\s?\))$",
    re.IGNORECASE,
)
_TIMES_BEFORE = re.compile(r"(?P<n>\d{1,4})\s?(?:[x×]\s*|\s)(?P<what>[A-Za-z].*)$", re.IGNORECASE)
_PLAINLY = (_TIMES_AFTER, _TIMES_BEFORE)
"""The forms that give a number of whatever it is."""
_TIMES_SAID = later(r"(?P<what>[^\d\n]*[A-Za-z)])\s*(?:\s[-\u2013\u2014]|:)\s*(?P<n>\d{1,4})$")
"""The number behind a dash: "Dismissed - 3"."""
_TIMES_WORDED = later(
    r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
    r"(?:[x×]\s?)?(?P<what>[A-Za-z].*)$",
    re.IGNORECASE,
)
_TIMES_WITHIN = later(
    r"[x×] ?\d|\d ?[x×]|\(\s?\d{1,4}\s?\)|\s[-\u2013\u2014:]\s?\d|"
    r"(?:[,;&+•·▪●‣◦\n/]|\b(?:and|plus)\b)\s*\d{1,4}\s(?!(?:day|week|month|year|hour)s?\b)",
    re.IGNORECASE,
)
"""Another number within what one is of: together they are no number of one thing."""
_PLURAL = re.compile(r"'?s$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:[,;&+/\n]|\band\b)\s*", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:-|:|\n)\s*")


def cell_values(
    cell: str, fields: Sequence[SchemaField], legend: dict[str, Count], true: str | None = None
) -> Values:
    """What a cell says under a heading that leads to these fields.

    `true` is what a sheet's cell holds where its print says less or else.
    """
    if not cell.strip() or not fields:
        return ()
    if true is not None and (held := _held(cell, fields[0], true)):
        return held
    if len(fields) > 1:
        return _compound(cell, fields, legend)
    return _single(cell, fields[0], legend)


def _held(cell: str, own: SchemaField, true: str) -> Values:
    """The day or number that a sheet's cell holds, with its print."""
    if own.kind is FieldKind.PERIOD and (period := parse_period(true)):
        return period_values(period, cell)
    if own.kind is FieldKind.COUNT and (count := parse_count(true)):
        return (count_value(count, cell),)
    return ()


def is_blank(cell: str) -> bool:
    """Whether a cell is empty, or a pivot table says that what it stands for was."""
    return not cell.strip() or _BLANK.fullmatch(cell.strip()) is not None


def period_values(period: Period, printed: str) -> Values:
    """The period, and its calendar year where it lies in one."""
    own = (CaseValue("period", period.value, printed),)
    return (*own, CaseValue("year", str(period.year), printed)) if period.year else own


def dated(values: Values, heading: Period | None) -> Values:
    """Values with the period that a table's heading gives, where they have none of their own, or
    but a month's or a quarter's name: "May" under "2019".
    """
    own = next((value for value in values if value.field == "period"), None)
    if heading is None or (own and (own.value or length_named(own.printed) is None)):
        return values
    if own is None:
        return (*period_values(heading, heading.value), *values)
    whole = parse_period(f"{own.printed} {heading.value}") or heading
    rest = (value for value in values if value is not own)
    return (*period_values(whole, own.printed), *rest)


def count_value(count: Count, printed: str) -> CaseValue:
    """The count; a suppressed one has bounds and no value."""
    value = str(count.exact) if count.exact is not None else None
    return CaseValue("count", value, printed, count.low, count.high)


def singular(text: str) -> str:
    """Words without the ending of the plural: "PC's" is PC."""
    return _PLURAL.sub("", text)


def times(cell: str) -> tuple[str, int | None]:
    """What a cell says and how many of it: "PC's x 5" is PC and 5; None where it gives none."""
    return _number_of(cell, (*_PLAINLY, _TIMES_SAID, _TIMES_WORDED))


def _number_of(cell: str, forms: Sequence[re.Pattern[str]]) -> tuple[str, int | None]:
    text = " ".join(cell.split())
    rows = cell.strip().split("\n") if "\n" in cell else ()
    if sum(_number_of(row, forms)[1] is not None for row in rows) > 1:
        return text, None
    for form in forms:
        if found := form.match(text):
            number = found["n"] or found.groupdict().get("m")
            # "NFA x 3, Dismissed x 1" is no number of one thing.
            if number and not _TIMES_WITHIN.search(found["what"]):
                count = parse_count(number)
                return found["what"].strip(" ,;:"), count.exact if count else None
    return text, None


def _single(cell: str, own: SchemaField, legend: dict[str, Count]) -> Values:
    if own.kind is FieldKind.PERIOD:
        period = parse_period(cell)
        return period_values(period, cell) if period else (CaseValue("period", None, cell),)
    if own.kind is FieldKind.COUNT:
        # Where a number should stand and none does, nobody knows how many: one would be a guess.
        return (count_value(parse_count(cell, legend) or UNKNOWN, cell),)
    if own.kind is FieldKind.CATEGORIES:
        return _categories(cell, own)
    if own.kind is FieldKind.TEXT:
        return (CaseValue(own.name, " ".join(cell.split()), cell),)
    return category(cell, own)


def category(cell: str, own: SchemaField) -> Values:
    """A category with its family, and a count where the cell gives one ("2 x PC")."""
    if is_blank(cell):
        return (CaseValue(own.name, None, cell),)
    bare, number = times(cell)
    said = _as_told(cell, bare, number, own)
    if said is not None:
        return said
    normal = own.normal(cell)
    counted: Values = ()
    if normal is None and number is not None:
        normal = own.normal(bare) or own.normal(singular(fold(bare)))
        # Behind a dash, or in words, a number counts only what is known.
        if normal or (own.families and _number_of(cell, _PLAINLY)[1] is not None):
            counted = (count_value(Count(number, number), cell),)
        else:
            bare = " ".join(cell.split())
    if normal is None:
        # A value that the vocabulary lacks is itself the normal value, but for its case.
        normal = bare if not own.families else bare[:1].upper() + bare[1:]
    values: Values = (CaseValue(own.name, normal, cell),)
    if own.families:
        family = own.family(bare) or own.family(normal) or "other"
        values = (*values, CaseValue(f"{own.name}_family", family, cell))
    return (*values, *counted)


def _as_told(cell: str, bare: str, number: int | None, own: SchemaField) -> Values | None:
    """What a person said of the cell, or of the thing it counts; None where nobody did."""
    whole = own.told(cell)
    told = whole if whole is not None or number is None else own.told(bare)
    if told is None:
        return None
    # Told to mean nothing, it keeps its place: what is printed is there, and has no value.
    values = [CaseValue(own.name, value, cell) for value in told or (None,)]
    if own.families:
        families = dict.fromkeys(own.family(value) or "other" for value in told)
        values += [CaseValue(f"{own.name}_family", family, cell) for family in families]
    if whole is None and number is not None:
        values.append(count_value(Count(number, number), cell))
    return tuple(values)


def field_values(cell: str, own: SchemaField) -> Values:
    """What a cell says under a heading that leads to this field alone: category or categories."""
    return _categories(cell, own) if own.kind is FieldKind.CATEGORIES else category(cell, own)


def _categories(cell: str, own: SchemaField) -> Values:
    told = own.told(cell)
    if told is not None:
        return tuple(CaseValue(own.name, value, cell) for value in told or (None,))
    if is_blank(cell):
        return (CaseValue(own.name, None, cell),)
    whole = own.normal(cell)
    named = (whole,) if whole else _each(cell, own) or own.within(cell)
    return tuple(CaseValue(own.name, value, cell) for value in named or (" ".join(cell.split()),))


def _each(cell: str, own: SchemaField) -> tuple[str, ...]:
    """The values of a list of which each part is one and nothing more; none of any other."""
    found = [own.normal(part) for part in _LISTED.split(cell) if part.strip()]
    known = tuple(dict.fromkeys(value for value in found if value is not None))
    return known if None not in found else ()


def _compound(cell: str, fields: Sequence[SchemaField], legend: dict[str, Count]) -> Values:
    """A cell under a heading such as "Platform/Allegation": names before the dash, text after."""
    several = next((own for own in fields if own.kind is FieldKind.CATEGORIES), None)
    text = next((own for own in fields if own.kind is FieldKind.TEXT), None)
    if several is None or text is None:
        return _single(cell, fields[0], legend)
    parts = _PARTED.split(fold(cell), maxsplit=1)
    before = several.within(parts[0]) if len(parts) == 2 else ()
    if before and len(parts[0]) <= 60:
        said = " ".join(parts[1].split())
        return (
            *(CaseValue(several.name, v, cell) for v in before),
            CaseValue(text.name, said, cell),
        )
    named = several.within(cell)
    return (
        *(CaseValue(several.name, v, cell) for v in named),
        CaseValue(text.name, " ".join(cell.split()), cell),
    )
