"""Case rows asked for in SQL: which rows a filter wants, in what order, and their values.

A value "" stands for "not given", since no field has an empty value.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, true
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import Subquery

from foitrack.casefile.models import Authority, CaseRowRecord, CaseValueRecord, Request, Response
from foitrack.casefile.search_terms import MOST_TERMS
from foitrack.desk.views import CaseFilter
from foitrack.saying import say

Columns = TypeVarTuple("Columns")
NOT_STATED = say("Authority not stated")
AUTHORITY = "authority"
YEAR, PERIOD = "year", "period"
FAMILY = "_family"
FAMILY_WORDS = {"no-case": "No case to answer"}
"""Families whose name is not simply its words."""
SOURCE = ("", "id", "source", "place")
"""Ways to ask for the order of the documents."""


def joined(query: Select[*Columns]) -> Select[*Columns]:
    """The query with what a case row belongs to: response, request, authority."""
    return (
        query.join(Response, CaseRowRecord.response_id == Response.id)
        .join(Request, Response.request_id == Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
    )


def wanted_rows(wanted: CaseFilter, *, without: str = "") -> ColumnElement[bool]:
    """What a filter asks for; what it asks of the field `without` is left out.

    Several values of one field mean any of them, several fields mean all of them. Only rows
    that a person accepted are case data.
    """
    parts: list[ColumnElement[bool]] = [
        CaseRowRecord.accepted.is_(True),
        ~Response.discarded,
        ~Request.binned,
    ]
    if wanted.campaign_id is not None:
        parts.append(Request.campaign_id == wanted.campaign_id)
    if wanted.request_id is not None:
        parts.append(Request.id == wanted.request_id)
    if wanted.authority is not None and without != AUTHORITY:
        parts.append(_of_authority(wanted.authority))
    by_field: dict[str, list[str]] = defaultdict(list)
    for field, value in wanted.values:
        by_field[field].append(value)
    parts += [_has(field, values) for field, values in by_field.items() if field != without]
    # A server keeps no NUL, and is not to be asked for one.
    sought = dict.fromkeys(wanted.search.replace("\x00", " ").split())
    parts += [_says(term) for term in list(sought)[:MOST_TERMS]]
    return and_(true(), *parts)


def _of_authority(name: str) -> ColumnElement[bool]:
    return Authority.name.is_(None) if name in ("", NOT_STATED) else Authority.name == name


def _has(field: str, values: list[str]) -> ColumnElement[bool]:
    if field == AUTHORITY:
        return or_(*(_of_authority(value) for value in values))
    own = values_of(field, by_row=False)
    given = [stored(field, value) for value in values if value]
    parts: list[ColumnElement[bool]] = []
    if given:
        parts.append(CaseRowRecord.id.in_(select(own.c.row_id).where(own.c.value.in_(given))))
    if "" in values:
        parts.append(CaseRowRecord.id.not_in(select(own.c.row_id)))
    return or_(*parts)


def _says(term: str) -> ColumnElement[bool]:
    said = select(CaseValueRecord.row_id).where(
        or_(
            CaseValueRecord.value.icontains(term, autoescape=True),
            CaseValueRecord.printed.icontains(term, autoescape=True),
        )
    )
    return or_(CaseRowRecord.id.in_(said), Authority.name.icontains(term, autoescape=True))


def values_of(field: str, *, by_row: bool = True) -> Subquery:
    """Each row's values of a field, each once; a year may be a period that lies in none.

    A plain selection from one table, without DISTINCT or UNION: SQLite then looks up the values of
    a row by their index, where it would otherwise go through all of them again for each row.
    `by_row` keeps it from going through all values of the field instead; without it the rows of
    some values are what is wanted.
    """
    own, same, year = (aliased(CaseValueRecord) for _ in range(3))
    again = exists().where(
        same.row_id == own.row_id,
        same.field == own.field,
        same.value == own.value,
        same.id < own.id,
    )
    # An expression in place of the column: its index is no help here.
    name = func.coalesce(own.field, "") if by_row else own.field
    query = select(own.row_id, own.value).where(own.value.is_not(None), ~again)
    if field != YEAR:
        return query.where(name == field).subquery()
    dated = exists().where(year.row_id == own.row_id, year.field == YEAR, year.value.is_not(None))
    return query.where(or_(name == YEAR, and_(name == PERIOD, ~dated))).subquery()


def in_order(query: Select[*Columns], sort: str, descending: bool) -> Select[*Columns]:
    """The query in the order of a field, of the authority, the count or the source."""
    source = [Response.id, CaseRowRecord.document_id, CaseRowRecord.position, CaseRowRecord.id]
    keys = _keys(sort)
    ordered = [key.desc() if descending else key.asc() for key in keys]
    # What is not known stands last, whichever way the rest is sorted.
    unknown_last = [key.is_(None) for key in keys]
    if not keys and descending:
        return query.order_by(*(column.desc() for column in source))
    return query.order_by(*unknown_last, *ordered, *source)


def _keys(sort: str) -> list[ColumnElement[Any]]:
    if sort in SOURCE:
        return []
    if sort == AUTHORITY:
        return [func.lower(Authority.name)]
    if sort == "count":
        return [func.coalesce(CaseRowRecord.count, CaseRowRecord.low)]
    if sort == "checked":
        return [case((CaseRowRecord.checked, 1), else_=0)]
    own = values_of(sort)
    first = select(func.min(own.c.value)).where(own.c.row_id == CaseRowRecord.id)
    return [func.lower(first.scalar_subquery())]


def least() -> ColumnElement[int]:
    """How much a row counts at least; a suppressed figure counts what it cannot be below."""
    return func.coalesce(CaseRowRecord.count, CaseRowRecord.low, 0)


def most() -> ColumnElement[int]:
    """How much a row counts at most, as far as the document says."""
    return func.coalesce(CaseRowRecord.count, CaseRowRecord.high, CaseRowRecord.low, 0)


def shown(field: str, value: str) -> str:
    """A stored value as a label: the family "management-action" is "Management action"."""
    if not field.endswith(FAMILY):
        return value
    words = FAMILY_WORDS.get(value, value.replace("-", " "))
    return words[:1].upper() + words[1:]


def stored(field: str, label: str) -> str:
    """The stored value of a label, the reverse of `shown`; a stored value is its own."""
    if not field.endswith(FAMILY):
        return label
    named = {words: family for family, words in FAMILY_WORDS.items()}
    return named.get(label, label.lower().replace(" ", "-"))
