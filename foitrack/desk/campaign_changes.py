"""Changing a campaign as a whole: its notes, joining two, the bin. Each is one undo step."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign, CaseTermRecord, Request
from foitrack.casefile.search import index_requests
from foitrack.desk import step_names as called
from foitrack.desk.campaigns import refuse_stale_campaign
from foitrack.desk.coverage import existing
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.stale import Seen
from foitrack.desk.undoable_stale import refuse_stale_join
from foitrack.desk.views import CampaignView, Changed, DeskError
from foitrack.law.wording import counted
from foitrack.saying import say


def set_notes(desk: Desk, campaign_id: int, notes: str, *, seen: str | None = None) -> Changed:
    """Keep notes beside a campaign; StaleEditError where they are no longer what was `seen`."""
    with step(desk, say(called.CAMPAIGN_NOTES)) as made:
        campaign = existing(made.session, campaign_id)
        refuse_stale_campaign(made.session, campaign, "notes", notes, seen)
        campaign.notes = notes
    return made.changed()


def merge(desk: Desk, campaign_id: int, into: int, *, seen: Seen | None = None) -> Changed:
    """Make two campaigns one: requests, words learned and notes go over, the first one ends.

    DeskError where one of them is not there, or they are the same. StaleEditError where one of
    them is no longer as it was `seen` ("joined", both).
    """
    with step(desk, say(called.JOIN_CAMPAIGNS)) as made:
        session = made.session
        one, other = existing(session, campaign_id), existing(session, into)
        if one is other:
            raise DeskError("Choose another campaign to join it with. Nothing was changed.")
        refuse_stale_join(session, (campaign_id, into), seen)
        made.label = say(called.JOIN_TWO, one.name, other.name)
        _move_requests(made, one, other)
        _move_terms(session, one, other)
        other.schema_name = other.schema_name or one.schema_name
        other.notes = "\n\n".join(note for note in (other.notes, one.notes) if note.strip())
        session.flush()
        session.delete(one)
        session.flush()
        index_requests(session, made.request_ids)
        made.new_id = other.id
    return made.changed()


def _move_requests(made: Step, one: Campaign, other: Campaign) -> None:
    own = select(Request).where(Request.campaign_id == one.id).order_by(Request.id)
    for request in made.session.scalars(own).all():
        request.campaign_id = other.id
        made.request_ids.append(request.id)
    made.session.flush()


def _move_terms(session: Session, one: Campaign, other: Campaign) -> None:
    """What the words of one mean, where the other has not said it otherwise."""
    said = {
        (term.schema_name, term.field, term.printed)
        for term in session.scalars(
            select(CaseTermRecord).where(CaseTermRecord.campaign_id == other.id)
        )
    }
    for term in session.scalars(
        select(CaseTermRecord).where(CaseTermRecord.campaign_id == one.id)
    ).all():
        if (term.schema_name, term.field, term.printed) in said:
            session.delete(term)
        else:
            term.campaign_id = other.id
    session.flush()


def bin(desk: Desk, campaign_id: int) -> Changed:
    """Move a campaign to the bin, and its requests with it; nothing is deleted."""
    with step(desk, say(called.BIN_CAMPAIGN)) as made:
        campaign = existing(made.session, campaign_id)
        campaign.binned = True
        own = select(Request).where(Request.campaign_id == campaign_id, ~Request.binned)
        for request in made.session.scalars(own.order_by(Request.id)).all():
            request.binned = True
            made.request_ids.append(request.id)
        many = counted(len(made.request_ids), "request")
        made.label = say(called.BIN_CAMPAIGN_AND, campaign.name, many)
    return made.changed()


def restore(desk: Desk, campaign_id: int) -> Changed:
    """Take a campaign out of the bin with all its requests. DeskError where it is not there."""
    with step(desk, say(called.UNBIN_CAMPAIGN)) as made:
        campaign = made.session.get(Campaign, campaign_id)
        if campaign is None or not campaign.binned:
            raise DeskError("That campaign is not in the bin. Nothing was changed.")
        campaign.binned = False
        own = select(Request).where(Request.campaign_id == campaign_id, Request.binned)
        for request in made.session.scalars(own.order_by(Request.id)).all():
            request.binned = False
            made.request_ids.append(request.id)
        made.label = say(called.UNBIN_SOME, campaign.name)
        made.new_id = campaign.id
    return made.changed()


def in_bin(desk: Desk) -> tuple[CampaignView, ...]:
    """The campaigns in the bin by name, with how many requests would come back with each."""
    with desk.case.reading() as session:
        rows = session.execute(
            select(Campaign.id, Campaign.name, Campaign.schema_name, func.count(Request.id))
            .outerjoin(Request, (Request.campaign_id == Campaign.id) & Request.binned)
            .where(Campaign.binned)
            .group_by(Campaign.id)
            .order_by(func.lower(Campaign.name))
        )
        return tuple(CampaignView(i, name, count, schema) for i, name, schema, count in rows)
