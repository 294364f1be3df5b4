"""What a new request is made of, and what may be chosen for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.law.terms import (
    Body,
    ClosedDays,
    Regime,
)


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a person types to log a request that has been sent."""

    title: str
    authority: str | None
    """A name, short name or alias from the directory, or a new authority's own name."""
    wording: str = ""
    campaign: str | None = None
    regime: Regime | None = None
    """None: proposed from the authority."""
    body: Body | None = None
    sent_on: date | None = None
    received_on: date | None = None
    sent_by: str = "email"
    """email, post, website, other."""
    reference: str | None = None
    requester_name: str = ""
    requester_address: str = ""
    notes: str = ""
    closed: ClosedDays = ()


@dataclass(frozen=True, slots=True)
class AuthorityChoice:
    """An authority that a search found, with the regime proposed and why."""

    id: int | None
    """None while it stands in the directory only, not yet in this case file."""
    name: str
    short_name: str
    detail: str
    """Welsh name, place or alias that helps to tell it apart."""
    regime: Regime
    regime_reason: str
    body: Body
    group: str = ""
    nation: str = ""


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign and how many requests it has."""

    id: int
    name: str
    requests: int
    schema: str | None
