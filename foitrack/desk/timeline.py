"""The Timeline tab: what happened, day by day, and the last days still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foitrack.casefile.models import EventRecord
from foitrack.desk.views import RequestRow, ResponseView, TimelineEntry
from foitrack.law.clocks.history import rank
from foitrack.law.terms import Deadline, DeadlineKind, EventKind, Reckoning
from foitrack.law.wording import EVENT_WORDS, OUTCOME_WITHIN, counted, table_date
from foitrack.saying import say, together

ICONS = {
    EventKind.SENT: "send",
    EventKind.POSTED: "send",
    EventKind.RECEIVED: "clock",
    EventKind.RESPONSE: "mail",
    EventKind.REVIEW_ASKED: "review",
    EventKind.REVIEW_OUTCOME: "review",
    EventKind.COMPLAINT: "scales",
    EventKind.DECISION_NOTICE: "scales",
    EventKind.APPEAL: "court",
}
BEFORE_NOTHING = len(EventKind)
"""The rank of a last day: higher than that of every event."""
DEADLINE_TITLES = {
    DeadlineKind.RESPONSE: say("Last day for an answer"),
    DeadlineKind.REFUSAL_NOTICE: say("Last day for a refusal notice"),
    DeadlineKind.PUBLIC_INTEREST_LIMIT: say("Public interest test should be finished"),
    DeadlineKind.EXTENSION_NOTICE: say("Last day to announce more time"),
    DeadlineKind.FEE_PAYMENT: say("Last day to pay the fee"),
    DeadlineKind.SPECIFIED_DAY_LIMIT: say("Latest day that could be specified"),
    DeadlineKind.REVIEW_REQUEST: say("Last day to ask for internal review"),
    DeadlineKind.REVIEW: say("Internal review should be answered"),
    DeadlineKind.REVIEW_LIMIT: say("Longest that the review may take"),
    DeadlineKind.COMMISSIONER: say("Last day to go to the Commissioner"),
    DeadlineKind.TRIBUNAL: say("Last day to appeal to the Tribunal"),
    DeadlineKind.COURT_OF_SESSION: say("Last day to appeal to the Court of Session"),
}
DEADLINE_ICONS = {
    DeadlineKind.REVIEW_REQUEST: "review",
    DeadlineKind.REVIEW: "review",
    DeadlineKind.REVIEW_LIMIT: "review",
    DeadlineKind.COMMISSIONER: "scales",
    DeadlineKind.TRIBUNAL: "court",
    DeadlineKind.COURT_OF_SESSION: "court",
}
SENT_BY = {"email": say("by email"), "post": say("by post"), "website": say("through a website")}


def timeline(
    records: Sequence[EventRecord],
    reckoning: Reckoning,
    responses: Sequence[ResponseView],
    row: RequestRow,
    today: date,
) -> tuple[TimelineEntry, ...]:
    """Events and deadlines in the order of their days; what has no day stands right after the
    last event that must have gone before it.
    """
    happened = [
        (rank(EventKind(record.kind)), _event_entry(record, reckoning, responses))
        for record in records
    ]
    happened += [
        (
            rank(EventKind.RESPONSE),
            TimelineEntry(response.dated, say("Response to read"), _names(response), "mail", False),
        )
        for response in responses
        if not response.recorded
    ]
    to_come = [
        _deadline_entry(deadline, today)
        for deadline in reckoning.deadlines
        if _still_matters(deadline, today)
    ]
    return _in_order(happened, to_come)


def _in_order(
    happened: Sequence[tuple[int, TimelineEntry]], to_come: Sequence[TimelineEntry]
) -> tuple[TimelineEntry, ...]:
    """By day; each entry without one directly behind those whose rank is no higher."""
    placed = [(BEFORE_NOTHING, entry) for entry in to_come]
    placed += [one for one in happened if one[1].on is not None]
    placed.sort(key=lambda one: one[1].on or date.min)
    undated = [one for one in happened if one[1].on is None]
    for own, entry in sorted(undated, key=lambda one: one[0]):
        behind = [at for at, (other, _) in enumerate(placed, 1) if other <= own]
        placed.insert(max(behind, default=0), (own, entry))
    return tuple(entry for _, entry in placed)


def _event_entry(
    record: EventRecord, reckoning: Reckoning, responses: Sequence[ResponseView]
) -> TimelineEntry:
    kind = EventKind(record.kind)
    details = [_about(record, kind, reckoning, responses), record.note]
    return TimelineEntry(
        on=record.on,
        title=say(EVENT_WORDS[kind]),
        detail=together([detail for detail in details if detail], ". "),
        icon=ICONS.get(kind, "note"),
        future=False,
        event_id=record.id,
    )


def _about(
    record: EventRecord, kind: EventKind, reckoning: Reckoning, responses: Sequence[ResponseView]
) -> str:
    if kind in (EventKind.SENT, EventKind.POSTED):
        return SENT_BY.get(record.detail, "")
    if kind is EventKind.RECEIVED:
        return say("day 0")
    if kind is EventKind.RESPONSE:
        return _about_response(record, reckoning, responses)
    if record.until is not None:
        return say("until {0}", table_date(record.until))
    return ""


def _about_response(
    record: EventRecord, reckoning: Reckoning, responses: Sequence[ResponseView]
) -> str:
    parts: list[str] = []
    deadline = reckoning.of(DeadlineKind.RESPONSE)
    if deadline and deadline.met and deadline.met.on == record.on:
        late = deadline.met.late
        timing = say("in time") if late == 0 else say("{0} late", counted(late, "working day"))
        parts.append(say("day {0}, {1}", deadline.met.day, timing))
    for response in responses:
        if response.id == record.response_id:
            parts.insert(0, _names(response))
            if response.outcome is not None:
                parts.append(say(OUTCOME_WITHIN[response.outcome]))
    return together(parts, ", ")


def _names(response: ResponseView) -> str:
    return ", ".join(document.name for document in response.documents)


def _deadline_entry(deadline: Deadline, today: date) -> TimelineEntry:
    what = say("day {0}", deadline.working_days) if deadline.working_days else ""
    details = [what, deadline.basis, say("provisional") if deadline.provisional else ""]
    return TimelineEntry(
        on=deadline.on,
        title=DEADLINE_TITLES[deadline.kind],
        detail=together([detail for detail in details if detail], ", "),
        icon=DEADLINE_ICONS.get(deadline.kind, "calendar"),
        future=deadline.on >= today,
    )


def _still_matters(deadline: Deadline, today: date) -> bool:
    """The answer's last day always; others until they are met or, when only a right, passed."""
    if deadline.kind is DeadlineKind.RESPONSE:
        return True
    if deadline.kind is DeadlineKind.EXTENSION_NOTICE:
        return deadline.met is None and deadline.on >= today
    return True
