"""From what a person confirmed to facts: the event, the outcome, the provisions, the rows."""

from __future__ import annotations

from dataclasses import replace
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
from foitrack.desk.answers import place_of, sentence_at, text_of
from foitrack.desk.confirmed_values import checked_value
from foitrack.desk.events import (
    events_of,
    own_last_day,
    recompute,
    rewrite_event,
    write_event,
)
from foitrack.desk.reference import Reference
from foitrack.desk.views import DeskError, FindingDecision, FindingStatus, RecordDecisions
from foitrack.law.calendars import check_countable
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
    _check_dates(request, decisions, today)
    for decision in decisions.findings:
        _decide(session, reference, request, response, decision)
    _add_by_hand(session, response, decisions)
    _accept_rows(session, response, decisions)
    _settle(session, response, decisions)
    _write_letter_event(session, reference, request, response)


def _accept_rows(session: Session, response: Response, decisions: RecordDecisions) -> None:
    """Rows of tables together, rows from sentences only where each was chosen."""
    if not decisions.accept_cases and not decisions.accept_rows:
        return
    session.flush()
    rows = session.scalars(
        select(CaseRowRecord).where(CaseRowRecord.response_id == response.id)
    ).all()
    if set(decisions.accept_rows) - {row.id for row in rows}:
        raise DeskError(
            "A case row is no longer there; open the response again. Nothing was saved."
        )
    for row in rows:
        if row.id in decisions.accept_rows or (decisions.accept_cases and row.source == "table"):
            row.accepted = row.checked = True


def _check_dates(request: Request, decisions: RecordDecisions, today: date) -> None:
    on = decisions.response_date
    if on is None:
        if decisions.response_date_known:
            raise DeskError(
                "Give the date of the response, or say that it is not known. Nothing was saved."
            )
        return
    check_countable(on)
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
    value = checked_value(finding.field, decision.value or finding.value) if stands else None
    if finding.field == "exemption":
        _set_provision(session, response, finding, value)
    elif finding.field == "attachment":
        named = [name for name in response.attachments_named if name != finding.value]
        response.attachments_named = [*named, value] if value else named
    elif finding.field == "letter" and value is None:
        response.letter = LetterKind.RESPONSE.value
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
    elif record.provision == value:
        # What became of it since is not for saying the same again to take back.
        return
    same = value == finding.value
    record.provision = value
    record.with_provisions = list(finding.with_provisions) if same else []
    text = text_of(session, finding.document_id)
    record.sentence = sentence_at(text, place_of(finding.place), finding.printed)
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
    own = select(ProvisionRecord.provision).where(ProvisionRecord.response_id == response.id)
    there = set(session.scalars(own))
    for provision in dict.fromkeys(
        checked_value("exemption", one) for one in decisions.added_provisions
    ):
        if provision in there:
            continue
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
    if decisions.response_date is not None or not response.recorded:
        # A date given once stands until another is given: what is recorded later adds to it.
        response.received_on = decisions.response_date
    response.recorded, response.discarded = True, False
    if decisions.outcome is not None:
        response.outcome = decisions.outcome.value
    session.flush()
    if response.letter is None or _plainly_an_answer(session, response, decisions):
        response.letter = LetterKind.RESPONSE.value
        session.flush()


def _plainly_an_answer(session: Session, response: Response, decisions: RecordDecisions) -> bool:
    """A letter kind that nobody confirmed gives way to an outcome, exemption or row that is."""
    if response.letter in (LetterKind.RESPONSE.value, LetterKind.REVIEW_OUTCOME.value):
        return False
    decided = select(FindingRecord.id).where(
        FindingRecord.response_id == response.id,
        FindingRecord.field == "letter",
        FindingRecord.status.in_([FindingStatus.CONFIRMED.value, FindingStatus.CORRECTED.value]),
    )
    if session.scalar(decided) is not None:
        return False
    cited = select(ProvisionRecord.id).where(ProvisionRecord.response_id == response.id)
    rows = select(CaseRowRecord.id).where(
        CaseRowRecord.response_id == response.id, CaseRowRecord.accepted
    )
    return decisions.outcome is not None or any(
        session.scalar(query.limit(1)) is not None for query in (cited, rows)
    )


def _review_result(session: Session, response: Response) -> str:
    """How the review ended, as confirmed from its letter; empty where nobody said."""
    decided = select(FindingRecord).where(
        FindingRecord.response_id == response.id,
        FindingRecord.field == "review_result",
        FindingRecord.status.in_([FindingStatus.CONFIRMED.value, FindingStatus.CORRECTED.value]),
    )
    found = session.scalars(decided.order_by(FindingRecord.id)).first()
    return checked_value(found.field, found.corrected or found.value) if found else ""


def _write_letter_event(
    session: Session, reference: Reference, request: Request, response: Response
) -> None:
    """The event that a letter stands for, once; recording it again corrects it in its place."""
    kind = EVENT_OF[LetterKind(response.letter or LetterKind.RESPONSE)]
    own = select(EventRecord).where(EventRecord.response_id == response.id)
    known = list(session.scalars(own.order_by(EventRecord.id)))
    if kind is None:
        for old in known:
            session.delete(old)
        recompute(session, reference, request)
        return
    until = own_last_day(reference, request, response) if kind is EventKind.RESPONSE else None
    result = _review_result(session, response) if kind is EventKind.REVIEW_OUTCOME else ""
    event = Event(kind, response.received_on, until, result)
    if known:
        detail = result or (known[0].detail if known[0].kind == kind.value else "")
        rewrite_event(session, reference, known[0], replace(event, detail=detail), known[0].note)
    else:
        write_event(session, reference, request, event, response_id=response.id)
