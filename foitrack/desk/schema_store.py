"""Case schemas within a session: those that ship, one's own, and what a campaign has learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Campaign,
    CaseRowRecord,
    CaseSchemaRecord,
    CaseTermRecord,
    Request,
    Response,
)
from foitrack.desk.reference import Reference
from foitrack.desk.views import DeskError
from foitrack.reading.schema import CaseSchema, SchemaProblemError
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.saying import say

Terms = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By field: printed forms as vocabularies compare them, and their normal values."""


def all_schemas(session: Session, reference: Reference) -> dict[str, CaseSchema]:
    """Every case schema by name; one's own stands in for a shipped one of the same name."""
    found = dict(reference.schemas)
    for record in session.scalars(select(CaseSchemaRecord).order_by(CaseSchemaRecord.id)):
        try:
            found[record.name] = CaseSchema.from_mapping(record.definition)
        except SchemaProblemError:
            # Kept by another version of the program: the rest must still be read.
            continue
    return found


def schemas_for(
    session: Session, reference: Reference, campaign_id: int | None
) -> dict[str, CaseSchema]:
    """Every case schema with what was learned for a campaign, or for requests of none."""
    found = all_schemas(session, reference)
    terms: dict[str, dict[str, dict[str, tuple[str, ...]]]] = defaultdict(lambda: defaultdict(dict))
    for term in session.scalars(terms_of(campaign_id)):
        terms[term.schema_name][term.field][term.printed] = tuple(term.normal)
    return {name: schema.with_terms(terms.get(name, {})) for name, schema in found.items()}


def terms_of(campaign_id: int | None) -> Select[CaseTermRecord]:
    """The query for a campaign's terms; None asks for those of requests without a campaign."""
    return (
        select(CaseTermRecord)
        .where(
            CaseTermRecord.campaign_id.is_(None)
            if campaign_id is None
            else CaseTermRecord.campaign_id == campaign_id
        )
        .order_by(CaseTermRecord.id)
    )


def campaign_of(session: Session, response: Response) -> int | None:
    """The campaign that a response's request belongs to."""
    if response.request_id is None:
        return None
    return session.get_one(Request, response.request_id).campaign_id


def schema_name_of(session: Session, response: Response) -> str | None:
    """The schema by which a response's rows are read: its campaign's, else the one that fitted.

    Rows that are there stay those of the schema they were read by, until a person has the
    letter read by another.
    """
    if response.schema_name is not None and _has_rows(session, response.id):
        return response.schema_name
    return _chosen_for(session, response) or response.schema_name


def stays_with(session: Session, response: Response) -> str | None:
    """The schema that a letter is read by again, though its campaign reads by another or by none:
    the one that made rows of it. None where the campaign's, or what fits, is to be asked.
    """
    own = response.schema_name
    stays = own is not None and own != _chosen_for(session, response)
    return own if stays and _has_rows(session, response.id) else None


def let_go(session: Session, response: Response) -> None:
    """Have a letter that comes to another request be read by what that one's campaign reads by,
    where it reads by anything; what a person accepted stays.
    """
    chosen = _chosen_for(session, response)
    if chosen not in (None, response.schema_name) and not _has_rows(
        session, response.id, CaseRowRecord.accepted.is_(True)
    ):
        response.schema_name = None


def _chosen_for(session: Session, response: Response) -> str | None:
    campaign_id = campaign_of(session, response)
    return session.get_one(Campaign, campaign_id).schema_name if campaign_id else None


def _has_rows(session: Session, response_id: int, *wanted: ColumnElement[bool]) -> bool:
    query = select(CaseRowRecord.id).where(CaseRowRecord.response_id == response_id, *wanted)
    return session.scalar(query.limit(1)) is not None


def in_campaign(campaign_id: int | None) -> ColumnElement[bool]:
    """Responses of a campaign; of requests without one, or of no request yet, where None."""
    own = select(Request.id).where(
        Request.campaign_id.is_(None) if campaign_id is None else Request.campaign_id == campaign_id
    )
    inside = Response.request_id.in_(own)
    return or_(inside, Response.request_id.is_(None)) if campaign_id is None else inside


def responses_in(
    session: Session, campaign_id: int | None, *conditions: ColumnElement[bool]
) -> Sequence[Response]:
    """The responses of a campaign that were not put away, oldest first."""
    query = select(Response).where(and_(in_campaign(campaign_id), ~Response.discarded, *conditions))
    return session.scalars(query.order_by(Response.id)).all()


def existing_campaign(session: Session, campaign_id: int) -> Campaign:
    """A campaign. DeskError where it is gone."""
    campaign = session.get(Campaign, campaign_id)
    if campaign is None:
        raise DeskError("That campaign is no longer there. Nothing was changed.")
    return campaign


def own_record(session: Session, name: str) -> CaseSchemaRecord | None:
    """A schema as this case file has it: one's own, or a shipped one as changed."""
    return session.scalar(select(CaseSchemaRecord).where(CaseSchemaRecord.name == name))


def definition_of(session: Session, reference: Reference, name: str) -> SchemaDefinition:
    """A schema to change. DeskError where it is not there."""
    record = own_record(session, name)
    shipped = reference.schemas.get(name)
    if record is None and shipped is None:
        raise DeskError(say("There is no schema “{0}” any more.", name))
    data = record.definition if record is not None else shipped.data if shipped else {}
    try:
        return SchemaDefinition.from_mapping(data)
    except SchemaProblemError as problem:
        raise DeskError(str(problem)) from problem
