"""An authority as its page shows it: who it is, and how it did."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.desk.views.requests import RequestRow
from foitrack.law.terms import Body, Regime, Review


@dataclass(frozen=True, slots=True)
class AuthorityDetails:
    """What a person says of an authority of their own."""

    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    nation: str = ""
    kind: str = ""
    regime: Regime = Regime.FOIA
    body: Body = Body.GENERAL
    email: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Performance:
    """How an authority did, counted over its requests outside the bin."""

    requests: int = 0
    answered: int = 0
    in_time: int = 0
    """Answered by the last day; only where both days are known."""
    answered_late: int = 0
    late_now: int = 0
    """No answer yet, and the last day has passed."""
    average_days: float | None = None
    """Working days that its answers took, where they are known."""
    timed: int = 0
    """How many answers the average is of."""


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One line of the directory."""

    name: str
    short_name: str
    nation: str
    kind: str
    regime: Regime
    own: bool
    """Added by the campaigner; the directory does not have it."""
    did: Performance


@dataclass(frozen=True, slots=True)
class AuthorityFilter:
    """Which authorities to list. Empty sets mean all."""

    search: str = ""
    nations: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    regimes: frozenset[Regime] = frozenset()
    asked: bool = False
    """Only those with a request in this case file, or added to it."""


@dataclass(frozen=True, slots=True)
class AuthorityList:
    """The lines a filter finds, and what else can be asked for."""

    lines: tuple[AuthorityLine, ...]
    total: int
    nations: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    regimes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """Everything about one authority."""

    id: int | None
    """None while it stands in the directory only."""
    details: AuthorityDetails
    own: bool
    welsh_name: str
    places: tuple[str, ...]
    regime_reason: str
    did: Performance
    exemptions: tuple[tuple[str, str, int], ...]
    """Section, its title, and in how many requests it was cited; the most cited first."""
    reviews: tuple[tuple[Review, int], ...]
    requests: tuple[RequestRow, ...]
    """The newest first."""
    given_names: tuple[str, ...] = ()
    """Of its other names those that a person gave it."""
    perhaps: str = ""
    """Of one's own: an authority of the directory that it may be; empty where none is near."""
