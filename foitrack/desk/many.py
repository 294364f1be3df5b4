"""One deed to many requests: one undo step for all, told of as it goes, and stoppable.

Either every request is changed or none is: the whole is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign, Request, RequestReference
from foitrack.casefile.search import index_requests
from foitrack.desk import campaigns
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.events import write_event
from foitrack.desk.request_edits import check_event
from foitrack.desk.stale import Seen
from foitrack.desk.undoable_stale import IN_ONE_QUERY, campaigns_among, refuse_stale_places
from foitrack.desk.views import Changed, DeskError
from foitrack.law.terms import Event, Regime
from foitrack.law.wording import EVENT_WORDS, counted
from foitrack.progress import Progress
from foitrack.saying import say

AT_ONCE = 200
"""Requests looked at between two words on how far it is."""
Deed = Callable[[Step, Sequence[Request]], None]


def record(
    desk: Desk,
    request_ids: Sequence[int],
    event: Event,
    note: str = "",
    *,
    today: date,
    progress: Progress | None = None,
) -> Changed:
    """Record the same event of many requests. DeskError for a day still to come."""
    check_event(event, today)

    def deed(made: Step, requests: Sequence[Request]) -> None:
        for request in requests:
            write_event(made.session, desk.reference, request, event, note=note)

    label = (called.RECORD_EVENTS, say(EVENT_WORDS[event.kind]))
    return _to_each(desk, request_ids, label, say("Recording"), deed, progress)


def campaigns_of(desk: Desk, request_ids: Sequence[int]) -> dict[int, str]:
    """The campaign that each of some requests is in, by name; empty for none."""
    with desk.case.reading() as session:
        return campaigns_among(session, request_ids)


def put_in_campaign(
    desk: Desk,
    request_ids: Sequence[int],
    name: str,
    *,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> Changed:
    """Put requests in a campaign, begun where there is none so called; "" takes them out.

    StaleEditError where one is no longer in the campaign it was `seen` in ("campaigns").
    """
    name = " ".join(name.split())

    def deed(made: Step, requests: Sequence[Request]) -> None:
        campaign = campaigns.find_or_add(made.session, name).id if name else None
        for request in requests:
            request.campaign_id = campaign
        index_requests(made.session, [request.id for request in requests])

    label = (called.PUT_IN_CAMPAIGN, name) if name else (called.OUT_OF_CAMPAIGN,)
    return _to_each(
        desk,
        request_ids,
        label,
        say("Moving requests"),
        deed,
        progress,
        lambda session: refuse_stale_places(session, request_ids, name, seen),
    )


def bin(desk: Desk, request_ids: Sequence[int], *, progress: Progress | None = None) -> Changed:
    """Move requests to the bin; nothing is deleted."""
    label = (called.BIN_SOME,)
    return _to_each(desk, request_ids, label, say("Moving requests"), _into_the_bin, progress)


def restore(desk: Desk, request_ids: Sequence[int], *, progress: Progress | None = None) -> Changed:
    """Take requests out of the bin, and the campaigns they belong to with them."""
    label = (called.UNBIN_SOME,)
    return _to_each(desk, request_ids, label, say("Moving requests"), _out_of_the_bin, progress)


def _into_the_bin(made: Step, requests: Sequence[Request]) -> None:
    for request in requests:
        request.binned = True


def _out_of_the_bin(made: Step, requests: Sequence[Request]) -> None:
    for request in requests:
        request.binned = False
    own = {request.campaign_id for request in requests}
    # What comes back must be found under its campaign.
    for campaign in made.session.scalars(
        select(Campaign).where(Campaign.id.in_(own), Campaign.binned)
    ):
        campaign.binned = False


def _to_each(
    desk: Desk,
    request_ids: Sequence[int],
    label: tuple[str, ...],
    doing: str,
    deed: Deed,
    progress: Progress | None,
    first: Callable[[Session], None] = lambda _session: None,
) -> Changed:
    """Do it to all, a portion at a time. DeskError where one is not there; then none is changed.

    `label` is what the step is called, with what it names beside the requests.

    CancelledError where it was stopped.
    """
    wanted, progress = tuple(dict.fromkeys(request_ids)), progress or Progress()
    if not wanted:
        raise DeskError("Choose at least one request. Nothing was changed.")
    with step(desk, say(label[0], counted(len(wanted), "request"), *label[1:])) as made:
        first(made.session)
        for start in range(0, len(wanted), AT_ONCE):
            progress.tell(doing, start / len(wanted))
            some = wanted[start : start + AT_ONCE]
            deed(made, _present(made.session, some))
            made.session.flush()
            # The history has what it needs; 100,000 requests need not stay in memory.
            made.session.expunge_all()
            made.request_ids += some
        progress.no_way_back("Saving")
    return made.changed()


def _present(session: Session, some: Sequence[int]) -> list[Request]:
    found = {one.id: one for one in session.scalars(select(Request).where(Request.id.in_(some)))}
    if len(found) != len(some):
        raise DeskError("One of the requests is no longer there. Nothing was changed.")
    return [found[one] for one in some]


def regimes(desk: Desk, request_ids: Sequence[int]) -> frozenset[Regime]:
    """The laws that some requests were made under."""
    found: set[str] = set()
    with desk.case.reading() as session:
        for start in range(0, len(request_ids), IN_ONE_QUERY):
            some = request_ids[start : start + IN_ONE_QUERY]
            found |= set(
                session.scalars(select(Request.regime).where(Request.id.in_(some)).distinct())
            )
    return frozenset(Regime(one) for one in found)


def references(desk: Desk, request_ids: Sequence[int]) -> tuple[tuple[str, ...], int]:
    """The authorities' references in the order of the requests; how many requests have none."""
    own: dict[int, list[str]] = {}
    with desk.case.reading() as session:
        for start in range(0, len(request_ids), IN_ONE_QUERY):
            some = request_ids[start : start + IN_ONE_QUERY]
            for request_id, said in session.execute(
                select(RequestReference.request_id, RequestReference.reference)
                .where(RequestReference.request_id.in_(some))
                .order_by(RequestReference.id)
            ):
                own.setdefault(request_id, []).append(said)
    found = tuple(said for one in request_ids for said in own.get(one, ()))
    return found, sum(one not in own for one in request_ids)
