"""The internal review of a request, and what becomes of each provision in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

from foitrack.casefile.models import ProvisionRecord, Response
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import write_event
from foitrack.desk.request_stale import refuse_stale_review
from foitrack.desk.requests import existing
from foitrack.desk.stale import Field, author_of, refuse_stale
from foitrack.desk.views import Changed, DeskError
from foitrack.law.terms import Event, EventKind, Review, Standing
from foitrack.saying import say

RESULTS = (Review.UPHELD, Review.PARTLY_UPHELD, Review.OVERTURNED, Review.WITHDRAWN)


def ask(
    desk: Desk,
    request_id: int,
    *,
    on: date,
    challenged: str = "",
    today: date,
    seen: Collection[int] | None = None,
) -> Changed:
    """Record that an internal review was asked for, and what was challenged.

    `seen` are the ids of the review's events as they were shown: where there are others by now,
    StaleEditError says which.
    """
    if on > today:
        raise DeskError("A review cannot have been asked for on a day still to come.")
    with step(desk, say(called.ASK_REVIEW)) as made:
        request = existing(made.session, request_id)
        event = Event(EventKind.REVIEW_ASKED, on)
        refuse_stale_review(made.session, request_id, event, seen)
        request.challenged = challenged
        write_event(made.session, desk.reference, request, event)
        made.request_ids.append(request_id)
    return made.changed()


def outcome(
    desk: Desk,
    request_id: int,
    result: Review,
    *,
    on: date | None,
    today: date,
    seen: Collection[int] | None = None,
) -> Changed:
    """Record how an internal review ended: upheld, partly upheld, overturned or withdrawn.

    `seen` as in `ask`.
    """
    if result not in RESULTS:
        raise DeskError("A review ends upheld, partly upheld, overturned or withdrawn.")
    if on is not None and on > today:
        raise DeskError("A review cannot have been answered on a day still to come.")
    with step(desk, say(called.RECORD_REVIEW)) as made:
        request = existing(made.session, request_id)
        event = Event(EventKind.REVIEW_OUTCOME, on, detail=result.value)
        refuse_stale_review(made.session, request_id, event, seen)
        write_event(made.session, desk.reference, request, event)
        made.request_ids.append(request_id)
    return made.changed()


def provision_standing(
    desk: Desk, provision_id: int, standing: Standing, *, seen: Standing | None = None
) -> Changed:
    """Say what became of a provision: still cited, withdrawn, upheld or overturned.

    StaleEditError where that is no longer what was `seen`.
    """
    with step(desk, say(called.CHANGE_STANDING)) as made:
        record = made.session.get(ProvisionRecord, provision_id)
        if record is None:
            raise DeskError("That exemption is not confirmed yet, or no longer there.")
        by = partial(author_of, made.session, "provision", record.id, "standing")
        own = Field(
            say("What became of {0}", record.provision),
            Standing(record.standing),
            by,
            _standing_said,
        )
        opened = None if seen is None else {"standing": seen}
        refuse_stale({"standing": own}, {"standing": standing}, opened)
        record.standing = standing.value
        response = made.session.get_one(Response, record.response_id)
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()


def _standing_said(standing: Standing) -> str:
    return {
        Standing.CITED: say("cited"),
        Standing.WITHDRAWN: say("withdrawn"),
        Standing.UPHELD: say("upheld"),
        Standing.OVERTURNED: say("overturned"),
    }[standing]
