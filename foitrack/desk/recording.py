"""From what a person confirmed to facts: the event, the outcome, the provisions, the rows."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    CaseRowRecord,
    EventRecord,
    FindingRecord,
    ProvisionRecord,
    Request,
    Response,
)
from foitrack.desk import authorities
from foitrack.desk.answers import place_of, sentence_at
from foitrack.desk.events import events_of, recompute, write_event
from foitrack.desk.reference import Reference
from foitrack.desk.views import DeskError, FindingDecision, FindingStatus, RecordDecisions
from foitrack.law.terms import Event, EventKind, LetterKind, Outcome, Standing

EVENT_OF: dict[LetterKind, EventKind | None] = {
    LetterKind.RESPONSE: EventKind.RESPONSE,
    LetterKind.ACKNOWLEDGEMENT: EventKind.ACKNOWLEDGED,
    LetterKind.CLARIFICATION_ASKED: EventKind.CLARIFICATION_ASKED,
    LetterKind.FEES_NOTICE: EventKind.FEES_NOTICE,
    LetterKind.EXTENSION: EventKind.EXTENSION,
    LetterKind.PUBLIC_INTEREST_EXTENSION: EventKind.PUBLIC_INTEREST_EXTENSION,
    LetterKind.TRANSFERRED: EventKind.TRANSFERRED,
    LetterKind.REVIEW_OUTCOME: EventKind.REVIEW_OUTCOME,
    LetterKind.HOLDING: None,
    LetterKind.OTHER: None,
}


def apply_decisions(
    session: Session,
    reference: Reference,
    response: Response,
    decisions: RecordDecisions,
    *,
    today: date,
) -> None:
    """Make facts of what was decided; what was not decided stays a proposal."""
    if response.request_id is None:
        raise DeskError("Say first which request this answers. The document is kept.")
    request = session.get_one(Request, response.request_id)
    _check_dates(session, request, decisions, today)
    for decision in decisions.findings:
        _decide(session, reference, request, response, decision)
    _add_by_hand(session, response, decisions)
    if decisions.accept_cases:
        session.flush()
        for row in session.scalars(
            select(CaseRowRecord).where(CaseRowRecord.response_id == response.id)
        ):
            row.accepted = row.checked = True
    _settle(session, response, decisions)
    _write_letter_event(session, reference, request, response)


def _check_dates(
    session: Session, request: Request, decisions: RecordDecisions, today: date
) -> None:
    on = decisions.response_date
    if on is None:
        return
    if on > today:
        raise DeskError("The response is dated on a day still to come. Nothing was saved.")
    if request.sent_on and on < request.sent_on:
        raise DeskError("The response is dated before the request was sent. Nothing was saved.")


def _decide(
    session: Session,
    reference: Reference,
    request: Request,
    response: Response,
    decision: FindingDecision,
) -> None:
    finding = session.get(FindingRecord, decision.finding_id)
    if finding is None or finding.response_id != response.id:
        raise DeskError("A finding is no longer there; open the response again. Nothing was saved.")
    finding.status = decision.status.value
    finding.corrected = decision.value
    if decision.status is FindingStatus.PROPOSED:
        return
    stands = decision.status is not FindingStatus.REJECTED
    value = (decision.value or finding.value) if stands else None
    if finding.field == "exemption":
        _set_provision(session, response, finding, value)
    elif finding.field == "attachment":
        named = [name for name in response.attachments_named if name != finding.value]
        response.attachments_named = [*named, value] if value else named
    elif value is not None:
        _take_value(session, reference, request, response, finding.field, value)


def _set_provision(
    session: Session, response: Response, finding: FindingRecord, value: str | None
) -> None:
    record = session.scalar(select(ProvisionRecord).where(ProvisionRecord.finding_id == finding.id))
    if value is None:
        if record is not None:
            session.delete(record)
        return
    if record is None:
        record = ProvisionRecord(response_id=response.id, finding_id=finding.id)
        session.add(record)
    same = value == finding.value
    record.provision = value
    record.with_provisions = list(finding.with_provisions) if same else []
    record.sentence = sentence_at(response.text, place_of(finding.place), finding.printed)
    record.standing = Standing.CITED.value


def _take_value(
    session: Session,
    reference: Reference,
    request: Request,
    response: Response,
    field: str,
    value: str,
) -> None:
    if field == "reference":
        from foitrack.desk.requests import add_reference

        response.reference = value
        add_reference(session, request.id, value)
    elif field == "authority":
        if request.authority_id is None:
            request.authority_id = authorities.find_or_add(session, reference, value).id
    elif field == "letter":
        response.letter = LetterKind(value).value
    elif field == "outcome":
        response.outcome = Outcome(value).value
    elif field == "review_window":
        response.review_window = value
    elif field == "review_contact":
        response.review_contact = value
    elif field in ("request_date", "received_date"):
        _take_day(session, reference, request, field, date.fromisoformat(value))


def _take_day(
    session: Session, reference: Reference, request: Request, field: str, on: date
) -> None:
    """A confirmed day fills a gap; where the request has a day of that kind, that one stands."""
    received = field == "received_date"
    kinds = (EventKind.RECEIVED,) if received else (EventKind.SENT, EventKind.POSTED)
    events = [e for e in events_of(session, request.id) if EventKind(e.kind) in kinds]
    if any(event.on is not None for event in events):
        return
    if received and any(
        e.on == on for e in events_of(session, request.id) if e.kind == EventKind.SENT
    ):
        return
    for event in events:
        event.on = on
        return
    write_event(session, reference, request, Event(kinds[0], on))


def _add_by_hand(session: Session, response: Response, decisions: RecordDecisions) -> None:
    for provision in decisions.added_provisions:
        session.add(
            ProvisionRecord(
                response_id=response.id,
                provision=provision,
                with_provisions=[],
                sentence="",
                standing=Standing.CITED.value,
            )
        )


def _settle(session: Session, response: Response, decisions: RecordDecisions) -> None:
    response.recorded = True
    response.received_on = decisions.response_date
    if decisions.outcome is not None:
        response.outcome = decisions.outcome.value
    if response.letter is None:
        response.letter = LetterKind.RESPONSE.value
    session.flush()


def _write_letter_event(
    session: Session, reference: Reference, request: Request, response: Response
) -> None:
    """The event that a letter stands for, once; recording it again corrects its day."""
    kind = EVENT_OF[LetterKind(response.letter or LetterKind.RESPONSE)]
    for old in session.scalars(select(EventRecord).where(EventRecord.response_id == response.id)):
        session.delete(old)
    session.flush()
    if kind is None:
        recompute(session, reference, request)
        return
    write_event(
        session,
        reference,
        request,
        Event(kind, response.received_on),
        response_id=response.id,
    )
