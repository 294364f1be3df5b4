"""How case rows follow a schema that was written, removed or chosen anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign, Response
from foitrack.desk import step_names as called
from foitrack.desk.desk import Step
from foitrack.desk.reference import Reference
from foitrack.desk.schema_rows import (
    PROSE,
    Regrouped,
    chosen_in,
    drop,
    has_accepted,
    is_copied,
    of_table,
    read_again,
    regroup,
    rows_of,
    tables_of,
)
from foitrack.desk.schema_sentences import Told, propose
from foitrack.desk.schema_store import responses_in, schema_name_of, schemas_for
from foitrack.desk.schema_terms import with_rows
from foitrack.law.wording import counted
from foitrack.reading.schema import CaseSchema
from foitrack.saying import say


def by_campaign(session: Session, reference: Reference) -> dict[int | None, dict[str, CaseSchema]]:
    """Every schema as each campaign reads by it now, before something changes."""
    campaigns: list[int | None] = [None, *session.scalars(select(Campaign.id))]
    return {each: schemas_for(session, reference, each) for each in campaigns}


def follow(
    made: Step,
    reference: Reference,
    name: str,
    before: Mapping[int | None, Mapping[str, CaseSchema]],
    *,
    campaign_id: int | None = None,
    told: Told = MappingProxyType({}),
    take: Collection[int] | None = (),
    leave: Collection[int] = (),
) -> None:
    """Have the rows of every campaign that reads by a schema, or of one campaign, follow it.

    `told` is what the sentences of letters tell that were not read by it before. A letter that
    another schema has made rows of stays with that, unless it is among those to `take`, where
    None is all; those to `leave` stay as they are.
    """
    done = Regrouped()
    read = 0
    for each in before if campaign_id is None else (campaign_id,):
        after = schemas_for(made.session, reference, each)[name]
        own = [
            response
            for response in responses_in(made.session, each)
            if response.id not in leave and _goes_by(made.session, response, name, take)
        ]
        was = before[each].get(name)
        if was is not None:
            more = regroup(made.session, [response.id for response in own], was, after)
            done = Regrouped(done.rows + more.rows, done.recorded + more.recorded)
        for response in own:
            new = response.schema_name != name
            read += _read_tables(made.session, response, after)
            if new and response.schema_name == name:
                read += propose(made.session, response, told)
            if response.request_id is not None:
                made.request_ids.append(response.request_id)
    if done.recorded:
        made.label = with_rows(made.label, done)
    elif read:
        made.label = say(called.READ_ANEW, made.label, counted(read, "case row"))


def _goes_by(session: Session, response: Response, name: str, take: Collection[int] | None) -> bool:
    """Whether a response is read by a schema, or is taken over by it from another."""
    if schema_name_of(session, response) == name:
        return True
    taken = take is None or response.id in take
    return taken and not has_accepted(rows_of(session, response.id))


def _read_tables(session: Session, response: Response, schema: CaseSchema) -> int:
    """Read anew those tables of a response of which no row is accepted yet."""
    if response.schema_name != schema.name and has_accepted(rows_of(session, response.id)):
        # Rows recorded by another schema stay whole: half of each would be neither.
        return 0
    if response.schema_name != schema.name:
        # What the sentences were made into was in the words of another schema.
        drop(session, [row for row in rows_of(session, response.id) if row.source == PROSE])
    response.schema_name = schema.name
    read = 0
    for record in tables_of(session, response.id):
        if not is_copied(record) and not has_accepted(
            of_table(record, rows_of(session, response.id))
        ):
            chosen = chosen_in(record, schema)
            record.mapping = {str(index): field for index, field in chosen.items()}
            read += read_again(session, response, record, schema)
    return read
