"""Deeds that undo would bring back, beside what a person saw when they chose them.

Moving many requests, keeping a filter under a name that is taken, joining two campaigns or two
authorities, removing an authority: what somebody else has changed since is told first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Campaign, Request, SavedFilter
from foitrack.desk.authority_record import details_of
from foitrack.desk.authority_stale import NAMES, said
from foitrack.desk.campaigns import all_of
from foitrack.desk.reference import Reference
from foitrack.desk.stale import (
    NOBODY_KNOWN,
    Author,
    Conflict,
    Field,
    Seen,
    StaleEditError,
    author_of,
    refuse_stale,
)
from foitrack.desk.views import CampaignView, RequestFilter
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.wording import REVIEW_WORDS, STATE_WORDS, counted
from foitrack.saying import say, together

IN_ONE_QUERY = 10_000
"""Below every database's limit of parameters."""
ALL_THE_SAME = say("Do it all the same")


def campaigns_among(session: Session, request_ids: Sequence[int]) -> dict[int, str]:
    """The name of the campaign that each of some requests is in; empty for none."""
    found: dict[int, str] = {}
    for start in range(0, len(request_ids), IN_ONE_QUERY):
        some = request_ids[start : start + IN_ONE_QUERY]
        rows = session.execute(
            select(Request.id, Campaign.name)
            .outerjoin(Campaign, Campaign.id == Request.campaign_id)
            .where(Request.id.in_(some))
        )
        found |= {number: name or "" for number, name in rows}
    return found


def refuse_stale_places(
    session: Session, request_ids: Sequence[int], name: str, seen: Seen | None
) -> None:
    """StaleEditError where requests are no longer in the campaigns that they were seen in."""
    shown = (seen or {}).get("campaigns")
    if not isinstance(shown, Mapping):
        return
    now = campaigns_among(session, request_ids)
    moved = [one for one, its in now.items() if its not in (shown.get(one, its), name)]
    if not moved:
        return
    theirs = together(dict.fromkeys(now[one] or say("none") for one in moved), ", ")
    what = say("The campaign of {0}", counted(len(moved), "request"))
    by = author_of(session, "request", moved[0], "campaign_id")
    raise StaleEditError([Conflict("campaigns", what, name, now, name or say("none"), theirs, *by)])


def refuse_stale_filter(
    session: Session,
    known: SavedFilter | None,
    stored: RequestFilter | None,
    wanted: RequestFilter,
    seen: Seen | None,
) -> None:
    """StaleEditError where the filter of a name is no longer the one that was seen under it."""
    author = partial(author_of, session, "saved_filter", known.id) if known else _nobody
    name = say("The filter “{0}”", known.name) if known else say("The filter of this name")
    own = Field(name, stored, author, partial(_filter_said, session))
    refuse_stale({"filter": own}, {"filter": wanted}, seen)


def _filter_said(session: Session, one: RequestFilter | None) -> str:
    if one is None:
        return say("Removed")
    campaign = session.get(Campaign, one.campaign_id) if one.campaign_id is not None else None
    parts = [
        *([campaign.name] if campaign else []),
        *(say(STATE_WORDS[state]) for state in sorted(one.states)),
        *sorted(one.regimes),
        *(say("review: {0}", say(REVIEW_WORDS[review])) for review in sorted(one.reviews)),
        *([say("overdue")] if one.overdue else []),
        *([f"“{one.search}”"] if one.search else []),
        *([say("in the bin")] if one.binned else []),
    ]
    return together(parts, ", ") if parts else say("Every request")


def refuse_stale_join(session: Session, ids: Sequence[int], seen: Seen | None) -> None:
    """StaleEditError where one of two campaigns has another name or number of requests by now."""
    shown = (seen or {}).get("joined")
    if not isinstance(shown, tuple):
        return
    now = tuple(one for one in all_of(session) if one.id in ids)
    was = {one.id: one for one in shown}
    changed = [one for one in now if one != was.get(one.id)]
    if changed:
        told = together(map(_campaign_said, changed), "; ")
        by = author_of(session, "campaign", changed[0].id)
        what = say("What is joined")
        raise StaleEditError([Conflict("joined", what, shown, now, ALL_THE_SAME, told, *by)])


def _campaign_said(one: CampaignView) -> str:
    return say("{0} with {1}", one.name, counted(one.requests, "request"))


def refuse_stale_authority(
    session: Session, reference: Reference, stored: Authority, seen: Seen | None
) -> None:
    """StaleEditError where something else is said of an authority than was seen."""
    shown = (seen or {}).get("authority")
    if not isinstance(shown, AuthorityDetails):
        return
    now = details_of(stored, reference.directory.match(stored.name))
    if now == shown:
        return
    changed = [
        say("{0}: {1}", NAMES[one.name], said(getattr(now, one.name)) or say("none"))
        for one in fields(AuthorityDetails)
        if getattr(now, one.name) != getattr(shown, one.name)
    ]
    by = author_of(session, "authority", stored.id)
    conflict = Conflict(
        "authority", stored.name, shown, now, ALL_THE_SAME, together(changed, "; "), *by
    )
    raise StaleEditError([conflict])


def _nobody() -> Author:
    return NOBODY_KNOWN
