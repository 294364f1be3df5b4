"""Lists of requests: ids sorted and filtered in SQL, rows fetched only where they are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Authority,
    Campaign,
    FindingRecord,
    ProvisionRecord,
    Request,
    RequestReference,
    Response,
)
from foitrack.casefile.search import found_by
from foitrack.desk.events import reviews_without_a_result
from foitrack.desk.reference import Reference
from foitrack.desk.search_sections import spelt_out
from foitrack.desk.views import ProvisionTag, RequestFilter, RequestRow, SortKey
from foitrack.law.terms import Outcome, Regime, Review, Standing, State

DUE_SOON = 5
"""Working days."""
TODAY = bindparam("today", type_=Date)


def state_at() -> ColumnElement[str]:
    """The state on `:today`, in SQL: the stored stage, or late."""
    waiting = Request.stage == State.WAITING.value
    return case(
        (and_(waiting, Request.due_on.is_(None)), State.DATE_MISSING.value),
        (and_(waiting, Request.due_on < TODAY), State.OVERDUE.value),
        (
            and_(Request.stage == State.IN_REVIEW.value, Request.review_due_on < TODAY),
            State.REVIEW_LATE.value,
        ),
        else_=Request.stage,
    )


def review_at() -> ColumnElement[str]:
    """Where the review stands on `:today`, in SQL."""
    late = and_(Request.review_stage == Review.ASKED.value, Request.review_due_on < TODAY)
    return case((late, Review.LATE.value), else_=Request.review_stage)


URGENCY = {
    State.OVERDUE: 0,
    State.RESPONSE_TO_READ: 1,
    State.WAITING: 1,
    State.CLARIFICATION_WANTED: 2,
    State.FEE_WANTED: 2,
    State.DATE_MISSING: 2,
    State.REVIEW_LATE: 3,
    State.IN_REVIEW: 4,
    State.DRAFT: 5,
    State.ANSWERED: 6,
    State.WITH_COMMISSIONER: 7,
    State.WITH_TRIBUNAL: 7,
    State.CLOSED: 9,
    State.WITHDRAWN: 9,
}


def _urgency() -> ColumnElement[int]:
    return case({state.value: rank for state, rank in URGENCY.items()}, value=state_at(), else_=8)


def ids_query(
    wanted: RequestFilter, sort: SortKey, descending: bool, dialect: str = "sqlite"
) -> Select[Any]:
    """One query for the ids of a list, in its order."""
    query = select(Request.id)
    if sort is SortKey.AUTHORITY:
        query = query.outerjoin(Authority, Request.authority_id == Authority.id)
    if sort is SortKey.CAMPAIGN:
        query = query.outerjoin(Campaign, Request.campaign_id == Campaign.id)
    query = query.where(conditions(wanted, dialect))
    # What is not known stands last, whichever way the rest is sorted.
    keys = [(key.desc() if descending else key.asc()).nulls_last() for key in _sort_keys(sort)]
    last = Request.id.desc() if descending else Request.id.asc()
    return query.order_by(*keys, last)


def _sort_keys(sort: SortKey) -> list[Any]:
    reference = (
        select(func.min(RequestReference.reference))
        .where(RequestReference.request_id == Request.id)
        .scalar_subquery()
    )
    keys: dict[SortKey, list[Any]] = {
        SortKey.URGENCY: [_urgency(), Request.due_on],
        SortKey.STATE: [state_at(), Request.due_on],
        SortKey.AUTHORITY: [func.lower(Authority.name)],
        SortKey.TITLE: [func.lower(Request.title)],
        SortKey.CAMPAIGN: [func.lower(Campaign.name)],
        SortKey.REFERENCE: [reference],
        SortKey.SENT: [Request.sent_on],
        SortKey.DUE: [Request.due_on],
        SortKey.REVIEW: [review_at(), Request.review_by],
    }
    return keys[sort]


def conditions(wanted: RequestFilter, dialect: str = "sqlite") -> ColumnElement[bool]:
    """What a filter asks for, in SQL."""
    parts: list[ColumnElement[bool]] = [Request.binned == wanted.binned]
    if wanted.campaign_id is not None:
        parts.append(Request.campaign_id == wanted.campaign_id)
    if wanted.ids:
        # Written into the query: there may be more than a database takes as parameters.
        numbers: BindParameter[Any] = bindparam(
            None, sorted(wanted.ids), expanding=True, literal_execute=True
        )
        parts.append(Request.id.in_(numbers))
    if wanted.states:
        parts.append(state_at().in_([state.value for state in wanted.states]))
    if wanted.regimes:
        parts.append(Request.regime.in_([regime.value for regime in wanted.regimes]))
    if wanted.reviews:
        parts.append(review_at().in_([review.value for review in wanted.reviews]))
    if wanted.overdue:
        parts.append(state_at() == State.OVERDUE.value)
    asked = dict.fromkeys((wanted.search, spelt_out(wanted.search)))
    found = [one for words in asked if (one := found_by(words, dialect)) is not None]
    if found:
        parts.append(or_(*found))
    return and_(true(), *parts)


def ids(
    session: Session, wanted: RequestFilter, sort: SortKey, descending: bool, today: date
) -> tuple[int, ...]:
    """The ids of a list, sorted and filtered in one query."""
    # Below the ORM, which takes longer over 100,000 numbers than the database does.
    connection = session.connection()
    query = ids_query(wanted, sort, descending, connection.dialect.name)
    found = connection.execute(query, {"today": today})
    return tuple(found.scalars())


def rows(
    session: Session, reference: Reference, wanted: Sequence[int], today: date
) -> tuple[RequestRow, ...]:
    """The lines of some requests, in the order asked for; those no longer there are left out."""
    found = session.execute(
        select(Request, Authority.name, Campaign.name)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .outerjoin(Campaign, Request.campaign_id == Campaign.id)
        .where(Request.id.in_(wanted))
    ).all()
    references = _references(session, wanted)
    tags = _tags(session, reference, wanted)
    # A review that is under way has a day to be answered by, wherever its own day is known.
    asked = [
        request.id
        for request, *_ in found
        if request.review_stage == Review.ASKED.value and request.review_due_on is None
    ]
    told = reviews_without_a_result(session, asked)
    made = {
        request.id: _row(
            reference,
            request,
            authority,
            campaign,
            references.get(request.id, ()),
            tags.get(request.id, ()),
            today,
            review_answered=request.id in told,
        )
        for request, authority, campaign in found
    }
    return tuple(made[i] for i in wanted if i in made)


def _row(
    reference: Reference,
    request: Request,
    authority: str | None,
    campaign: str | None,
    references: tuple[str, ...],
    tags: tuple[ProvisionTag, ...],
    today: date,
    *,
    review_answered: bool,
) -> RequestRow:
    from foitrack.law.standing import state_on

    regime = Regime(request.regime)
    calendar = reference.calendars.for_regime(regime)
    state = state_on(State(request.stage), request.due_on, request.review_due_on, today)
    left = (
        calendar.working_days_between(today, request.due_on)
        if request.due_on and state in (State.WAITING, State.OVERDUE)
        else None
    )
    review = Review(request.review_stage)
    late = None
    if review is Review.ASKED and request.review_due_on and today > request.review_due_on:
        review = Review.LATE
        late = calendar.working_days_between(request.review_due_on, today)
    return RequestRow(
        id=request.id,
        state=state,
        outcome=Outcome(request.outcome) if request.outcome else None,
        authority=authority,
        title=request.title,
        campaign=campaign,
        regime=regime,
        references=references,
        sent_on=request.sent_on,
        due_on=request.due_on,
        answered=request.answered,
        answered_on=request.answered_on,
        answered_day=request.answered_day,
        working_days_left=left,
        review=review,
        review_by=request.review_by,
        review_due_on=request.review_due_on,
        review_days_late=late,
        provisions=tags,
        provisional=request.due_provisional,
        due_soon=state is State.WAITING and left is not None and left <= DUE_SOON,
        review_answered=review_answered,
    )


def _references(session: Session, wanted: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for request_id, words in session.execute(
        select(RequestReference.request_id, RequestReference.reference)
        .where(RequestReference.request_id.in_(wanted))
        .order_by(RequestReference.id)
    ):
        found[request_id].append(words)
    return {request_id: tuple(words) for request_id, words in found.items()}


def _tags(
    session: Session, reference: Reference, wanted: Sequence[int]
) -> dict[int, tuple[ProvisionTag, ...]]:
    """Provisions confirmed, and those only proposed so far; one of each a request."""
    confirmed = session.execute(
        select(Response.request_id, ProvisionRecord.provision, ProvisionRecord.standing)
        .join(Response, ProvisionRecord.response_id == Response.id)
        .where(Response.request_id.in_(wanted))
        .order_by(ProvisionRecord.id)
    )
    proposed = session.execute(
        select(Response.request_id, FindingRecord.value, literal(Standing.CITED.value))
        .join(Response, FindingRecord.response_id == Response.id)
        .where(
            Response.request_id.in_(wanted),
            ~Response.discarded,
            FindingRecord.field == "exemption",
            FindingRecord.status == "proposed",
        )
        .order_by(FindingRecord.id)
    )
    tags: dict[int | None, dict[str, ProvisionTag]] = defaultdict(dict)
    for sure, found in ((True, confirmed), (False, proposed)):
        for request_id, provision, standing in found:
            tags[request_id].setdefault(provision, _tag(reference, provision, sure, standing))
    return {i: tuple(by_name.values()) for i, by_name in tags.items() if i is not None}


def _tag(reference: Reference, provision: str, confirmed: bool, standing: str) -> ProvisionTag:
    entry = reference.catalogue.entry(provision)
    return ProvisionTag(
        provision=provision,
        confirmed=confirmed,
        title=entry.title if entry else "",
        effect=entry.effect_of(provision.split(" ", 1)[-1][1:]) if entry else "",
        standing=Standing(standing),
    )
