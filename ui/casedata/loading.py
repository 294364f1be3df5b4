"""What the Case data page shows, read from the desk in one go, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from foitrack.desk import campaigns, casedata, schemas
from foitrack.desk.desk import Desk
from foitrack.desk.schemas import Word
from foitrack.desk.views import CampaignView, CaseFilter, CaseOverview
from foitrack.reading.schema import CaseSchema
from ui.casedata.filters import Counted


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what to show and in what order, numbered so that old answers are known."""

    number: int
    wanted: CaseFilter
    sort: str
    descending: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk answered."""

    asked: Asked
    campaigns: tuple[CampaignView, ...]
    options: Mapping[str, Counted]
    overview: CaseOverview
    ids: tuple[int, ...]
    schemas: Mapping[str, CaseSchema]
    """Those that ship and those of one's own."""
    words: tuple[Word, ...] | None
    """The words of the campaign shown; None where several are."""
    campaign_id: int | None
    """The campaign whose words they are."""
    tables: int = 0
    """Where no row is shown: tables that came in and gave none."""


def load(desk: Desk, asked: Asked, known: Loaded | None = None) -> Loaded:
    """Ask the desk for everything on the page; what is `known` of the same rows stays."""
    if known is not None and known.asked.wanted == asked.wanted:
        ids = casedata.ids(desk, asked.wanted, asked.sort, asked.descending)
        return replace(known, asked=asked, ids=ids)
    every = campaigns.all(desk)
    one = asked.wanted.campaign_id
    if one is None and len(every) == 1:
        one = every[0].id
    alone = one is not None or not every
    found = casedata.overview(desk, asked.wanted)
    return Loaded(
        asked,
        every,
        casedata.options(desk, asked.wanted),
        found,
        casedata.ids(desk, asked.wanted, asked.sort, asked.descending),
        schemas.known(desk),
        schemas.words(desk, one) if alone else None,
        one,
        0 if found.rows else casedata.tables_without_rows(desk),
    )
