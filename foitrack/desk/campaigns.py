"""Campaigns: one question to many authorities."""

from __future__ import annotations

from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign, Request
from foitrack.casefile.search import index_requests
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.stale import Field, author_of, refuse_stale
from foitrack.desk.views import CampaignView, Changed, DeskError
from foitrack.saying import say


def all(desk: Desk) -> tuple[CampaignView, ...]:
    """Every campaign by name, with how many requests it has."""
    with desk.case.reading() as session:
        return all_of(session)


def all_of(session: Session) -> tuple[CampaignView, ...]:
    """Every campaign, within a session."""
    rows = session.execute(
        select(Campaign.id, Campaign.name, Campaign.schema_name, func.count(Request.id))
        .outerjoin(Request, (Request.campaign_id == Campaign.id) & ~Request.binned)
        .where(~Campaign.binned)
        .group_by(Campaign.id)
        .order_by(func.lower(Campaign.name))
    )
    return tuple(CampaignView(i, name, count, schema) for i, name, schema, count in rows)


def create(desk: Desk, name: str, schema: str | None = None) -> Changed:
    """Begin a campaign. DeskError where the name is empty or taken."""
    name = _checked(name)
    with step(desk, say(called.BEGIN_CAMPAIGN, name)) as made:
        if (known := _named(made.session, name)) is not None:
            raise _taken(known)
        campaign = find_or_add(made.session, name)
        campaign.schema_name = schema
        made.new_id = campaign.id
    return made.changed()


def rename(desk: Desk, campaign_id: int, name: str, *, seen: str | None = None) -> Changed:
    """Give a campaign another name; StaleEditError where the one it has is not what was `seen`."""
    name = _checked(name)
    with step(desk, say(called.RENAME_CAMPAIGN, name)) as made:
        other = _named(made.session, name)
        if other is not None and other.id != campaign_id:
            raise _taken(other)
        campaign = made.session.get(Campaign, campaign_id)
        if campaign is None:
            raise DeskError("That campaign is no longer there. Nothing was changed.")
        refuse_stale_campaign(made.session, campaign, "name", name, seen)
        campaign.name = name
        own = made.session.scalars(select(Request.id).where(Request.campaign_id == campaign_id))
        made.request_ids += own.all()
        index_requests(made.session, made.request_ids)
    return made.changed()


def find_or_add(session: Session, name: str) -> Campaign:
    """The campaign of a name, begun where there is none and out of the bin where it lies there."""
    campaign = _named(session, name)
    if campaign is not None and campaign.binned:
        campaign.binned = False
    if campaign is None:
        campaign = Campaign(name=name)
        session.add(campaign)
        session.flush()
    return campaign


def _named(session: Session, name: str) -> Campaign | None:
    return session.scalar(select(Campaign).where(func.lower(Campaign.name) == name.lower()))


def _taken(other: Campaign) -> DeskError:
    if other.binned:
        said = say("There is a campaign called “{0}” in the bin. Nothing was changed.", other.name)
    else:
        said = say("There is a campaign called “{0}” already. Nothing was changed.", other.name)
    return DeskError(said)


def refuse_stale_campaign(
    session: Session, campaign: Campaign, column: str, mine: str, seen: str | None
) -> None:
    """StaleEditError where somebody else has changed a campaign's name or notes since."""
    said = {"name": say("The campaign's name"), "notes": say("Notes")}[column]
    by = partial(author_of, session, "campaign", campaign.id, column)
    own = Field(said, getattr(campaign, column), by)
    refuse_stale({column: own}, {column: mine}, None if seen is None else {column: seen})


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise DeskError("A campaign needs a name. Nothing was changed.")
    return name
