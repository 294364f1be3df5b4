"""The internal review of a request, and what becomes of each provision in it."""

from __future__ import annotations

from datetime import date

from foitrack.casefile.models import ProvisionRecord, Response
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import write_event
from foitrack.desk.requests import existing
from foitrack.desk.views import Changed, DeskError
from foitrack.law.terms import Event, EventKind, Review, Standing

RESULTS = (Review.UPHELD, Review.PARTLY_UPHELD, Review.OVERTURNED, Review.WITHDRAWN)


def ask(desk: Desk, request_id: int, *, on: date, challenged: str = "", today: date) -> Changed:
    """Record that an internal review was asked for, and what was challenged."""
    if on > today:
        raise DeskError("A review cannot have been asked for on a day still to come.")
    with step(desk, "Ask for internal review") as made:
        request = existing(made.session, request_id)
        request.challenged = challenged
        write_event(made.session, desk.reference, request, Event(EventKind.REVIEW_ASKED, on))
        made.request_ids.append(request_id)
    return made.changed()


def outcome(
    desk: Desk, request_id: int, result: Review, *, on: date | None, today: date
) -> Changed:
    """Record how an internal review ended: upheld, partly upheld, overturned or withdrawn."""
    if result not in RESULTS:
        raise DeskError("A review ends upheld, partly upheld, overturned or withdrawn.")
    if on is not None and on > today:
        raise DeskError("A review cannot have been answered on a day still to come.")
    with step(desk, "Record outcome of internal review") as made:
        request = existing(made.session, request_id)
        event = Event(EventKind.REVIEW_OUTCOME, on, detail=result.value)
        write_event(made.session, desk.reference, request, event)
        made.request_ids.append(request_id)
    return made.changed()


def provision_standing(desk: Desk, provision_id: int, standing: Standing) -> Changed:
    """Say what became of a provision: still cited, withdrawn, upheld or overturned."""
    with step(desk, "Change what became of an exemption") as made:
        record = made.session.get(ProvisionRecord, provision_id)
        if record is None:
            raise DeskError("That exemption is not confirmed yet, or no longer there.")
        record.standing = standing.value
        response = made.session.get_one(Response, record.response_id)
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()
