"""Whom a campaign has not asked yet, by kind, and the question to ask them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Request
from foitrack.desk import authorities
from foitrack.desk.coverage import existing
from foitrack.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Group:
    """Authorities of one kind, in one nation or in all, and those of them not asked yet."""

    kind: str
    nation: str
    """Empty: everywhere."""
    total: int
    names: tuple[str, ...]
    """Those that have no request in the campaign, by name."""


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Whom to ask, and what was asked so far."""

    campaign: str
    title: str
    wording: str
    groups: tuple[Group, ...]
    """The kinds asked already first, then the largest."""


def not_asked(desk: Desk, campaign_id: int) -> NotAsked:
    """Whom the campaign has not asked yet. DeskError where there is no such campaign."""
    with desk.case.reading() as session:
        campaign = existing(session, campaign_id)
        asked = set(
            session.scalars(
                select(Authority.name)
                .join(Request, Request.authority_id == Authority.id)
                .where(Request.campaign_id == campaign_id, ~Request.binned)
            )
        )
        title = _commonest(session, campaign_id, Request.title)
        wording = _commonest(session, campaign_id, Request.wording)
        name = campaign.name
    return NotAsked(name, title, wording, _groups(desk, asked))


def _commonest(session: Session, campaign_id: int, column: object) -> str:
    words = column
    found = session.scalar(
        select(words)  # type: ignore[call-overload]
        .where(Request.campaign_id == campaign_id, ~Request.binned, words != "")
        .group_by(words)
        .order_by(func.count(Request.id).desc(), func.min(Request.id))
        .limit(1)
    )
    return found or ""


def _groups(desk: Desk, asked: set[str]) -> tuple[Group, ...]:
    members: dict[tuple[str, str], list[str]] = {}
    for one in authorities.everyone(desk):
        if not one.group:
            continue
        for nation in dict.fromkeys(("", one.nation)):
            members.setdefault((one.group, nation), []).append(one.name)
    met = {kind for (kind, _), names in members.items() if asked & set(names)}
    whole = {kind: len(names) for (kind, nation), names in members.items() if not nation}
    groups = [
        Group(kind, nation, len(names), tuple(name for name in names if name not in asked))
        for (kind, nation), names in members.items()
        # A kind that is in one nation only is said once.
        if not nation or len(names) < whole[kind]
    ]
    return tuple(
        sorted(
            groups,
            key=lambda g: (
                g.kind not in met,
                -whole[g.kind],
                g.kind,
                g.nation != "",
                -g.total,
                g.nation,
            ),
        )
    )
