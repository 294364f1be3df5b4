"""What the campaign's page shows, read and arranged off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.desk import campaigns
from foitrack.desk.chasing import LATE
from foitrack.desk.coverage import coverage
from foitrack.desk.coverage_order import in_order, options, shown
from foitrack.desk.desk import Desk
from foitrack.desk.views import CampaignView
from foitrack.desk.views.coverage import Coverage, CoverageFilter, CoverageRow
from ui.campaigns.cells import Matrix
from ui.campaigns.filters import Counted
from ui.campaigns.legend import signs_of


@dataclass(frozen=True, slots=True)
class Order:
    """Which lines to show and how, numbered so that old answers are known."""

    number: int
    wanted: CoverageFilter
    sort: str
    descending: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """The lines of a campaign as they were asked for."""

    order: Order
    lines: tuple[CoverageRow, ...]
    signs: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign's page; `found` is None where there is no campaign at all."""

    campaigns: tuple[CampaignView, ...]
    found: Coverage | None
    nations: Counted
    kinds: Counted
    arranged: Arranged


def load(desk: Desk, campaign_id: int | None, order: Order, *, today: date) -> Loaded:
    """Read a campaign, or the first where that one is not there."""
    every = campaigns.all(desk)
    known = [one.id for one in every]
    wanted = campaign_id if campaign_id in known else next(iter(known), None)
    if wanted is None:
        return Loaded(every, None, (), (), Arranged(order, (), ()))
    found = coverage(desk, wanted, today=today)
    return Loaded(
        every,
        found,
        options(found.rows, lambda line: line.nation),
        options(found.rows, lambda line: line.kind),
        arrange(found, order),
    )


def arrange(found: Coverage, order: Order) -> Arranged:
    """The lines that are wanted, in order, and the signs that stand in them."""
    lines = in_order(shown(found.rows, order.wanted), order.sort, order.descending)
    return Arranged(order, lines, signs_of(lines, found.years))


def late_in(found: Coverage) -> int:
    """How many answers and reviews are late."""
    return sum(1 for line in found.rows if line.row.state in LATE)
