"""What Today shows, read from the desk in one go, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from foitrack.desk import agenda, requests, snoozing
from foitrack.desk.desk import Desk
from foitrack.desk.unplaced import unplaced
from foitrack.desk.views import (
    Agenda,
    CampaignView,
    Counts,
    HolidayMark,
    RequestFilter,
    SortKey,
    UnplacedDocument,
)
from ui.today.share import Share, share_out
from ui.today.three_weeks import WEEKS

SHARES = 3
"""Campaigns shown in the rail, largest first."""
SHARED_ROWS = 2_000
"""Campaigns with more requests than this are not shared out here; Reports has them."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk gave for the question asked as number `asked`."""

    asked: int
    agenda: Agenda
    counts: Counts
    due: Mapping[date, int]
    holidays: tuple[HolidayMark, ...]
    shares: tuple[Share, ...]
    unplaced: tuple[UnplacedDocument, ...] = ()
    snoozed: int = 0
    """Requests that are not shown because they are put off."""

    @property
    def nothing_yet(self) -> bool:
        """Whether the case file has nothing in it to show."""
        return self.counts.requests == 0 and not self.agenda.groups


def load(asked: int, desk: Desk, today: date) -> Loaded:
    """Ask the desk for everything on the page."""
    monday = today - timedelta(days=today.weekday())
    last = monday + timedelta(weeks=WEEKS, days=-1)
    counts = agenda.counts(desk, today=today)
    return Loaded(
        asked,
        agenda.agenda(desk, today=today),
        counts,
        agenda.due_by_day(desk, monday, last, today=today),
        agenda.holidays(desk, monday, last),
        tuple(_share(desk, campaign, today) for campaign in _largest(counts.campaigns)),
        unplaced(desk),
        snoozing.number(desk, today=today),
    )


def _largest(campaigns: Sequence[CampaignView]) -> list[CampaignView]:
    shown = [campaign for campaign in campaigns if 0 < campaign.requests <= SHARED_ROWS]
    return sorted(shown, key=lambda campaign: -campaign.requests)[:SHARES]


def _share(desk: Desk, campaign: CampaignView, today: date) -> Share:
    wanted = RequestFilter(campaign_id=campaign.id)
    ids = requests.ids(desk, wanted, SortKey.URGENCY, False, today=today)
    return share_out(campaign.id, campaign.name, requests.rows(desk, ids, today=today))
