"""What a person says that printed words mean: remembered for a campaign, applied at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseTermRecord
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.reference import Reference
from foitrack.desk.schema_rows import GROUPED, Regrouped, key_of, regroup
from foitrack.desk.schema_store import (
    campaign_of,
    existing_campaign,
    responses_in,
    schema_name_of,
    schemas_for,
    terms_of,
)
from foitrack.desk.schema_words import Meaning, by_schema, existing_response, meaning_of
from foitrack.desk.stale import Field, Seen, author_among, author_of, refuse_stale
from foitrack.desk.views import Changed, DeskError
from foitrack.law.wording import counted
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField
from foitrack.saying import all_of, say


@dataclass(frozen=True, slots=True)
class Term:
    """What a person said that printed words mean."""

    id: int
    campaign_id: int | None
    schema: str
    field: str
    printed: str
    normal: tuple[str, ...]
    note: str


def learn(
    desk: Desk,
    field: str,
    printed: str,
    normal: Sequence[str],
    note: str = "",
    *,
    proposal_id: int | None = None,
    campaign_id: int | None = None,
    schema: str | None = None,
    seen: Seen | None = None,
) -> Changed:
    """Say what printed words mean: for the campaign, at once in all its rows, and from now on.

    StaleEditError where they mean something else by now than the "meaning" in `seen`, which is a
    `Meaning`, or None where nobody had said anything.

    The campaign and the schema are those of the response where one is named. No normal value
    means that the words say nothing. One undo step; rows already recorded change with it.
    """
    values = tuple(dict.fromkeys(" ".join(value.split()) for value in normal if value.strip()))
    with step(desk, _called(_short(printed), values)) as made:
        where = _place(made.session, desk.reference, proposal_id, campaign_id, schema)
        own = _field(where, field)
        if len(values) > 1 and own.kind is not FieldKind.CATEGORIES:
            raise DeskError(say("One {0} only can be given. Nothing was changed.", _name(field)))
        key = key_of(printed, own)
        if not key:
            raise DeskError("There are no words to remember. Nothing was changed.")
        term = _term(made.session, where, field, key)
        _refuse_stale(made.session, printed, key, term, (values, note.strip()), seen)
        if term is None:
            term = CaseTermRecord(
                campaign_id=where.campaign_id, schema_name=where.schema.name, field=field
            )
            made.session.add(term)
        term.printed, term.normal, term.note = key, list(values), note.strip()
        made.session.flush()
        made.new_id = term.id
        _apply(made, desk.reference, where, field, key)
    return made.changed()


def forget(
    desk: Desk,
    field: str,
    printed: str,
    *,
    proposal_id: int | None = None,
    campaign_id: int | None = None,
    schema: str | None = None,
    seen: Seen | None = None,
) -> Changed:
    """Take back what was said of printed words; rows read as before. `seen` as in `learn`."""
    with step(desk, say(called.FORGET_WORDS, _short(printed))) as made:
        where = _place(made.session, desk.reference, proposal_id, campaign_id, schema)
        key = key_of(printed, _field(where, field))
        term = _term(made.session, where, field, key)
        if term is None:
            raise DeskError(say("Nothing was said of “{0}”. Nothing was changed.", printed))
        _refuse_stale(made.session, printed, key, term, None, seen)
        made.session.delete(term)
        made.session.flush()
        _apply(made, desk.reference, where, field, key)
    return made.changed()


def _refuse_stale(
    session: Session,
    printed: str,
    key: str,
    term: CaseTermRecord | None,
    wanted: Meaning | None,
    seen: Seen | None,
) -> None:
    """StaleEditError where words mean by now what nobody here has seen."""
    stored = meaning_of(term) if term is not None else None
    if term is not None:
        by = partial(author_of, session, "case_term", term.id)
    else:
        by = partial(author_among, session, "case_term", "printed", key)
    own = Field(say("The meaning of “{0}”", _short(printed)), stored, by, _meaning_said)
    refuse_stale({"meaning": own}, {"meaning": wanted}, seen)


def _meaning_said(meaning: Meaning | None) -> str:
    if meaning is None:
        return say("Nothing said")
    values, note = meaning
    listed = all_of(values) or say("nothing")
    return say("{0}, {1}", listed, note) if note else listed


def terms(desk: Desk, campaign_id: int | None) -> tuple[Term, ...]:
    """Everything that was said for a campaign, or for requests of none."""
    with desk.case.reading() as session:
        return tuple(
            Term(t.id, t.campaign_id, t.schema_name, t.field, t.printed, tuple(t.normal), t.note)
            for t in session.scalars(terms_of(campaign_id))
        )


@dataclass(frozen=True, slots=True)
class _Where:
    """What is being explained: for which campaign, under which schema as it was before."""

    campaign_id: int | None
    schema: CaseSchema


def _place(
    session: Session,
    reference: Reference,
    proposal_id: int | None,
    campaign_id: int | None,
    schema: str | None,
) -> _Where:
    if proposal_id is not None:
        response = existing_response(session, proposal_id)
        campaign_id = campaign_of(session, response)
        schema = schema or schema_name_of(session, response)
    elif campaign_id is not None:
        schema = schema or existing_campaign(session, campaign_id).schema_name
    if schema is None:
        names = by_schema(session, list(responses_in(session, campaign_id)))
        schema = next(iter(names), None)
    known = schemas_for(session, reference, campaign_id)
    if schema is None or schema not in known:
        raise DeskError("No columns are chosen for these rows yet. Nothing was changed.")
    return _Where(campaign_id, known[schema])


def _field(where: _Where, field: str) -> SchemaField:
    own = where.schema.field_named(field)
    if own is None or own.kind not in GROUPED:
        raise DeskError(say("“{0}” is no column whose words are grouped.", _name(field)))
    return own


def _term(session: Session, where: _Where, field: str, key: str) -> CaseTermRecord | None:
    return session.scalar(
        terms_of(where.campaign_id)
        .where(
            CaseTermRecord.schema_name == where.schema.name,
            CaseTermRecord.field == field,
            CaseTermRecord.printed == key,
        )
        .limit(1)
    )


def _apply(made: Step, reference: Reference, where: _Where, field: str, key: str) -> None:
    """Change the rows that print the same words, and say in the step how many they are."""
    session = made.session
    after = schemas_for(session, reference, where.campaign_id)[where.schema.name]
    own = [
        response
        for response in responses_in(session, where.campaign_id)
        if schema_name_of(session, response) == where.schema.name
    ]
    done = regroup(
        session,
        [response.id for response in own],
        where.schema,
        after,
        fields=frozenset({field}),
        only=lambda one, printed: key_of(printed, one) == key,
    )
    made.label = with_rows(made.label, done)
    made.request_ids += [r.request_id for r in own if r.request_id is not None]


def with_rows(label: str, done: Regrouped) -> str:
    """What a step is called, with how many rows it changed."""
    if not done.rows:
        return label
    rows = counted(done.rows, "case row")
    if not done.recorded:
        return say(called.IN_ROWS, label, rows)
    return say(called.IN_ROWS_RECORDED, label, rows, f"{done.recorded:,}")


def _name(field: str) -> str:
    return field.replace("_", " ")


def _called(printed: str, values: Sequence[str]) -> str:
    if not values:
        return say(called.LEARN_NOTHING, printed)
    # By commas: an "and" would look like part of a value when this is read again.
    return say(called.LEARN_WORDS, printed, ", ".join(values))


def _short(printed: str, most: int = 60) -> str:
    text = " ".join(printed.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
