"""Words in case rows: which a schema does not know, and what each is grouped under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, CaseTermRecord, CaseValueRecord, Response
from foitrack.desk.desk import Desk
from foitrack.desk.schema_rows import GROUPED, TABLE, key_of
from foitrack.desk.schema_store import (
    campaign_of,
    responses_in,
    schema_name_of,
    schemas_for,
    terms_of,
)
from foitrack.desk.views import DeskError
from foitrack.reading.closeness import Suggestion, suggestions
from foitrack.reading.findings import CaseRow
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed
from foitrack.saying import say

_PARTS = re.compile(r"\s*(?:,|;|&|/|\n|\band\b)\s*")
_SAID = re.compile(r"\s[-\u2013\u2014]|[-\u2013\u2014:]\s")
"""A name and what is said of it: "Instagram - rude remarks" is no list of names."""
LONGEST_NAME = 3
"""Words: what is longer is told, not named."""


Meaning = tuple[tuple[str, ...], str]
"""What a person said that words mean: normal values, none for "nothing"; and a note."""


def meaning_of(term: CaseTermRecord) -> Meaning:
    """What was said, as it is kept."""
    return tuple(term.normal), term.note


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """Printed words that a column's vocabulary does not have."""

    schema: str
    field: str
    printed: str
    """As first printed."""
    times: int
    """In how many rows."""
    recorded: int = 0
    """In how many of them that a person has accepted."""
    suggestions: tuple[Suggestion, ...] = ()
    cells: tuple[str, ...] = ()
    """The cells that have it, as printed: "T/DCI", "T/DCI x 2"."""


@dataclass(frozen=True, slots=True)
class Word:
    """Printed words of a column, and what they are grouped under."""

    field: str
    printed: str
    normal: tuple[str, ...]
    times: int
    known: bool
    """Whether the vocabulary, a family or a person has it."""
    note: str = ""
    learned: bool = False
    """Whether a person said so for this campaign."""
    schema: str = ""
    said: Meaning | None = None
    """What a person said for this campaign."""


def is_known(printed: str, own: SchemaField) -> bool:
    """Whether a column's words have a printed form; a column without a list takes any."""
    return not unknown_parts(printed, own)


def unknown_parts(printed: str, own: SchemaField) -> tuple[str, ...]:
    """What of a cell a column's words do not have: of a list of several, only those parts."""
    if not own.values or _says_nothing(printed):
        return ()
    key = key_of(printed, own)
    if own.told(printed) is not None or own.told(key) is not None:
        return ()
    if own.kind is FieldKind.CATEGORIES:
        return () if own.normal(printed) is not None else _unnamed(printed, own)
    forms = (printed, key, re.sub(r"'?s$", "", key))
    known = any(own.normal(form) is not None or own.family(form) is not None for form in forms)
    return () if known else (printed,)


def _says_nothing(printed: str) -> bool:
    """Whether a cell only marks that there is nothing: a dash, a dot, a nought."""
    return keyed(printed) == "0" or not any(letter.isalnum() for letter in printed)


def _unnamed(printed: str, own: SchemaField) -> tuple[str, ...]:
    """The parts of a list that name nothing; of a sentence one name is enough."""
    parts = [part.strip() for part in _PARTS.split(printed) if part.strip()]
    long = any(len(part.split()) > LONGEST_NAME for part in parts)
    if long or _SAID.search(printed):
        return () if own.within(printed) else (printed,)
    known = (own.normal(part) or own.within(part) or own.told(part) is not None for part in parts)
    return tuple(part for part, is_one in zip(parts, known, strict=True) if not is_one)


def unknown_in_rows(rows: Iterable[CaseRow], schema: CaseSchema) -> tuple[UnknownValue, ...]:
    """The unknown words of rows that were read but are not kept."""
    met = [
        (own, printed, 0)
        for row in rows
        for own in schema.fields
        if own.kind in GROUPED
        for printed in dict.fromkeys(v.printed for v in row.values if v.field == own.name)
    ]
    return _collected(met, schema)


def _collected(
    met: Iterable[tuple[SchemaField, str, int]], schema: CaseSchema
) -> tuple[UnknownValue, ...]:
    found: dict[tuple[str, str], UnknownValue] = {}
    fields = {own.name: own for own in schema.fields}
    for own, printed, recorded in met:
        for part in unknown_parts(printed, own):
            at = own.name, key_of(part, own)
            one = found.get(at) or UnknownValue(schema.name, own.name, part, 0)
            found[at] = replace(
                one,
                times=one.times + 1,
                recorded=one.recorded + recorded,
                cells=tuple(dict.fromkeys((*one.cells, printed))),
            )
    return tuple(
        replace(one, suggestions=suggestions(one.printed, fields[one.field]))
        for one in sorted(found.values(), key=lambda one: -one.times)
    )


def unknown(
    desk: Desk, proposal_id: int | None = None, *, campaign_id: int | None = None
) -> tuple[UnknownValue, ...]:
    """The unknown words of one response, or of a campaign's; most frequent first.

    With neither named: of the requests that belong to no campaign.
    """
    with desk.case.reading() as session:
        if proposal_id is not None:
            response = existing_response(session, proposal_id)
            campaign_id, responses = campaign_of(session, response), [response]
        else:
            responses = list(responses_in(session, campaign_id))
        schemas = schemas_for(session, desk.reference, campaign_id)
        found: list[UnknownValue] = []
        for name, own in by_schema(session, responses).items():
            if name in schemas:
                met = _met(session, own, schemas[name])
                found += _collected(met, schemas[name])
        return tuple(sorted(found, key=lambda one: -one.times))


def words(desk: Desk, campaign_id: int | None, *, schema: str | None = None) -> tuple[Word, ...]:
    """Every printed form in the accepted rows of a campaign, with what it is grouped under."""
    with desk.case.reading() as session:
        schemas = schemas_for(session, desk.reference, campaign_id)
        said = {
            (t.schema_name, t.field, t.printed): meaning_of(t)
            for t in session.scalars(terms_of(campaign_id))
        }
        found: list[Word] = []
        for name, own in by_schema(session, list(responses_in(session, campaign_id))).items():
            if name in schemas and schema in (None, name):
                found += _words(session, own, schemas[name], said)
        return tuple(found)


def _words(
    session: Session,
    responses: Sequence[int],
    schema: CaseSchema,
    said: dict[tuple[str, str, str], Meaning],
) -> list[Word]:
    found: list[Word] = []
    for own in schema.fields:
        if own.kind not in GROUPED:
            continue
        seen: dict[str, tuple[str, dict[str, None], int]] = {}
        for printed, values, accepted in _printed_values(session, responses, own):
            if not accepted or not printed.strip():
                continue
            key = key_of(printed, own)
            first, normal, times = seen.get(key, (printed, {}, 0))
            seen[key] = first, {**normal, **dict.fromkeys(values)}, times + 1
        for key, (printed, normal, times) in seen.items():
            meaning = said.get((schema.name, own.name, key))
            found.append(
                Word(
                    own.name,
                    printed,
                    tuple(normal),
                    times,
                    is_known(printed, own),
                    meaning[1] if meaning else "",
                    meaning is not None,
                    schema.name,
                    meaning,
                )
            )
    return found


def by_schema(session: Session, responses: Sequence[Response]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for response in responses:
        name = schema_name_of(session, response)
        if name:
            found.setdefault(name, []).append(response.id)
    return found


def _met(
    session: Session, responses: Sequence[int], schema: CaseSchema
) -> list[tuple[SchemaField, str, int]]:
    return [
        (own, printed, int(accepted))
        for own in schema.fields
        if own.kind in GROUPED and own.values
        for printed, _, accepted in _printed_values(session, responses, own)
    ]


def _printed_values(
    session: Session, responses: Sequence[int], own: SchemaField
) -> list[tuple[str, list[str], bool]]:
    """Of each row the printed words of a field, its values, and whether it was accepted."""
    found: dict[tuple[int, str], tuple[list[str], bool]] = {}
    for start in range(0, len(responses), 500):
        query = (
            select(
                CaseValueRecord.row_id,
                CaseValueRecord.printed,
                CaseValueRecord.value,
                CaseRowRecord.accepted,
            )
            .join(CaseRowRecord, CaseValueRecord.row_id == CaseRowRecord.id)
            .where(
                CaseRowRecord.response_id.in_(responses[start : start + 500]),
                CaseRowRecord.source == TABLE,
                CaseValueRecord.field == own.name,
            )
            .order_by(CaseValueRecord.id)
        )
        for row_id, printed, value, accepted in session.execute(query):
            values, _ = found.setdefault((row_id, printed), ([], accepted))
            if value is not None:
                values.append(value)
    return [(printed, values, accepted) for (_, printed), (values, accepted) in found.items()]


def existing_response(session: Session, response_id: int) -> Response:
    response = session.get(Response, response_id)
    if response is None:
        raise DeskError(say("There is no response {0} in this case file.", response_id))
    return response
