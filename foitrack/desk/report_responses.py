"""The sections of a summary: each response with its clock, provisions, review and documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from foitrack.desk.report_cases import case_table, place_words, rows_of
from foitrack.desk.views import (
    CaseRowView,
    DocumentView,
    ProvisionView,
    RequestDetail,
    ResponseView,
    ReviewView,
)
from foitrack.law.calendars import Calendars
from foitrack.law.clock import explain
from foitrack.law.terms import CountedDay, Deadline, DeadlineKind, LetterKind
from foitrack.reporting.contents import (
    SummaryDocument,
    SummaryProvision,
    SummaryResponse,
    SummaryReview,
)
from foitrack.reporting.names import Cleaner

USUAL_LIMIT = 20
"""Working days, where no last day can be reckoned."""
NOT_ANSWERS = frozenset(
    {
        LetterKind.ACKNOWLEDGEMENT,
        LetterKind.CLARIFICATION_ASKED,
        LetterKind.FEES_NOTICE,
        LetterKind.EXTENSION,
        LetterKind.PUBLIC_INTEREST_EXTENSION,
        LetterKind.TRANSFERRED,
        LetterKind.HOLDING,
    }
)
"""Letters that carry no answer: they have no section of their own."""


def responses_of(
    calendars: Calendars, detail: RequestDetail, cases: Sequence[CaseRowView], clean: Cleaner
) -> list[SummaryResponse]:
    """The answers to a request as sections, in the order in which they came."""
    answers = [
        response
        for response in detail.responses
        if response.recorded and response.letter not in NOT_ANSWERS
    ]
    documents = frozenset(document.id for each in answers for document in each.documents)
    return [
        _response(
            calendars,
            detail,
            answer,
            (at + 1, len(answers)),
            rows_of(answer, cases, others=documents, first=at == 0),
            clean,
        )
        for at, answer in enumerate(answers)
    ]


def _answered_clock(detail: RequestDetail, response: ResponseView) -> tuple[Deadline | None, bool]:
    """The deadline that a response had to meet, and whether it is the review's."""
    for_review = response.letter is LetterKind.REVIEW_OUTCOME
    kind = DeadlineKind.REVIEW if for_review else DeadlineKind.RESPONSE
    return detail.reckoning.of(kind), for_review


def _strip(
    calendars: Calendars, detail: RequestDetail, due: Deadline, until: date | None
) -> tuple[CountedDay, ...]:
    """Every day of the count, and those after the last day until the answer came."""
    regime = detail.row.regime
    days = list(explain(due, calendars, regime))
    calendar = calendars.for_regime(regime)
    n = max((day.n or 0 for day in days), default=0)
    on = due.on
    while until is not None and on < until:
        on += timedelta(days=1)
        why = calendar.why_not(on)
        n += not why
        days.append(CountedDay(on, None if why else n, why or "late"))
    return tuple(days)


def _response(
    calendars: Calendars,
    detail: RequestDetail,
    response: ResponseView,
    place: tuple[int, int],
    cases: Sequence[CaseRowView],
    clean: Cleaner,
) -> SummaryResponse:
    row = detail.row
    due, for_review = _answered_clock(detail, response)
    answered = response.received_on
    day, late = _taken(calendars, detail, due, answered)
    number, of = place
    return SummaryResponse(
        key=f"response-{response.id}",
        request_id=row.id,
        authority=row.authority,
        title=clean(row.title),
        references=(response.reference,) if response.reference else row.references,
        regime=row.regime,
        number=number,
        of=of,
        letter=response.letter,
        sent_on=detail.review.asked_on if for_review else row.sent_on,
        answered_on=answered,
        due_on=due.on if due else None,
        basis=due.basis if due else "",
        strength=due.strength if due else None,
        original_due_on=due.original if due else None,
        day=day,
        late=late,
        limit=(due.working_days if due else None) or USUAL_LIMIT,
        strip=_strip(calendars, detail, due, answered) if due else (),
        wording=clean(detail.wording),
        outcome=response.outcome,
        attachments_named=tuple(clean(name) for name in response.attachments_named),
        provisions=tuple(_provision(each, response, clean) for each in response.provisions),
        review=_review(detail.review, response, clean),
        documents=tuple(_document(each, clean) for each in response.documents),
        cases=case_table(cases, clean),
        notes=clean(detail.notes),
        open_findings=response.open_findings,
        provisional=due.provisional if due else False,
    )


def _taken(
    calendars: Calendars, detail: RequestDetail, due: Deadline | None, answered: date | None
) -> tuple[int | None, bool]:
    """The working day of the count on which an answer came, and whether that was late."""
    if due is None or answered is None or answered < due.start:
        return None, False
    if due.met is not None and due.met.on == answered:
        return due.met.day, due.met.late > 0
    calendar = calendars.for_regime(detail.row.regime)
    return calendar.working_days_between(due.start, answered), answered > due.on


def _where(place: str, document_id: int | None, documents: Sequence[DocumentView]) -> str:
    """The place of a citation; the document's name only where there are several."""
    if len(documents) < 2:
        return place or "in the letter"
    named = [document.name for document in documents if document.id == document_id]
    return ", ".join(filter(None, (*named, place)))


def _provision(view: ProvisionView, response: ResponseView, clean: Cleaner) -> SummaryProvision:
    return SummaryProvision(
        provision=view.provision,
        with_provisions=view.with_provisions,
        title=view.title,
        kind=view.kind,
        effect=view.effect,
        basis=view.basis,
        sentence=clean(view.sentence),
        where=clean(_where(place_words(view.place), view.document_id, response.documents)),
        standing=view.standing,
        confirmed=view.confirmed,
    )


def _document(view: DocumentView, clean: Cleaner) -> SummaryDocument:
    return SummaryDocument(clean(view.name), view.pages, view.size, view.sha256)


def _review(view: ReviewView, response: ResponseView, clean: Cleaner) -> SummaryReview:
    contact = response.review_contact
    return SummaryReview(
        status=view.status,
        asked_on=view.asked_on,
        due_on=view.due.on if view.due else None,
        due_basis=view.due.basis if view.due else "",
        limit_on=view.limit.on if view.limit else None,
        limit_basis=view.limit.basis if view.limit else "",
        answered_on=view.answered_on,
        challenged=clean(view.challenged),
        ask_by=view.ask_by.on if view.ask_by else None,
        ask_by_basis=view.ask_by.basis if view.ask_by else "",
        offered_window=response.review_window or view.offered_window,
        contact=clean(contact) if contact else None,
        possible_now=clean(view.possible_now),
    )
