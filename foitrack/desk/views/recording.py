"""A response being recorded: what was read, and what a person decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foitrack.desk.law_notes import LawNote
from foitrack.desk.views.requests import DocumentView
from foitrack.law.terms import (
    Outcome,
)
from foitrack.reading.findings import Certainty, Place


class FindingStatus(StrEnum):
    """What a person has said of a finding."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ProposedFinding:
    """A finding of a proposal, as Record response lists it."""

    id: int
    field: str
    """reference, authority, request_date, received_date, response_date, letter, outcome,
    exemption, review_result, review_offer, review_window, review_contact, attachment,
    request_text."""
    value: str
    printed: str
    place: Place
    why: str
    certainty: Certainty
    status: FindingStatus
    with_provisions: tuple[str, ...] = ()
    matches: bool = False
    """The value is what the request already has ("Matches yours")."""
    title: str = ""
    """For an exemption: what it is called, and whether it is absolute or qualified."""
    law: LawNote | None = None
    """For an exemption: what the law says of it."""
    document_id: int | None = None
    """The document it was read from, one of the proposal's."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table found in a document, verbatim."""

    id: int
    number: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total_row: tuple[str, ...] | None
    heading: str | None
    place: Place
    flags: tuple[str, ...]
    document_id: int | None = None
    chosen: tuple[tuple[int, str | None], ...] = ()
    """Columns, counted from 0, that a person led to a field, or to none."""
    row_cells: tuple[str, ...] = ()
    """The cells of each row on its sheet, such as "A5:F5"; empty where they are not known."""


@dataclass(frozen=True, slots=True)
class CaseRowView:
    """A case row: normal values by field, printed cells, and where it came from."""

    id: int
    request_id: int
    authority: str | None
    values: dict[str, tuple[str, ...]]
    """Normal values by field: period, year, rank, platform, allegation, outcome, outcome_family."""
    printed: dict[str, str]
    count: int | None
    low: int | None
    high: int | None
    place: Place
    document_id: int | None
    document: str | None
    checked: bool
    flags: tuple[str, ...] = ()
    source: str = "table"
    """"table", or "prose" for a row made of a sentence."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document kept as dropped and what was read from it, waiting for a person."""

    id: int
    """The same number as its ResponseView.id."""
    request_id: int | None
    documents: tuple[DocumentView, ...]
    text: str
    findings: tuple[ProposedFinding, ...]
    tables: tuple[TableView, ...]
    cases: tuple[CaseRowView, ...]
    zeros: tuple[str, ...]
    mentioned: tuple[str, ...]
    warnings: tuple[str, ...]
    error: str | None
    """In plain words, where the document could not be read; it is kept all the same."""
    recorded: bool = False
    response_date: date | None = None
    """Once recorded: the date of the response, None where it is not known."""
    outcome: Outcome | None = None
    split: tuple[int, ...] = ()
    """Just read: the file held answers of their own, which are proposals of their own now."""
    discarded: bool = False
    """Whether somebody has put it away."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one document of a batch: where it went and why, each still to confirm."""

    name: str
    proposal_id: int
    request_id: int | None
    """None: in doubt, so that a person chooses."""
    why: str
    """One sentence: by what it was matched, or why it was not."""
    candidates: tuple[int, ...] = ()
    """In doubt: the requests that it may answer, best first."""
    error: str | None = None
    """Why it could not be read; it is kept all the same."""
    again: bool = False
    """The same document had come before: `proposal_id` is the one it came with then."""


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """What the person decided about one finding; `value` where they corrected it."""

    finding_id: int
    status: FindingStatus
    value: str | None = None


@dataclass(frozen=True, slots=True)
class RecordDecisions:
    """What to save from a proposal; whatever is not named stays a proposal."""

    findings: tuple[FindingDecision, ...]
    response_date: date | None
    response_date_known: bool
    """False: the person said "Not known"; response_date is then None."""
    outcome: Outcome | None = None
    accept_cases: bool = False
    """Take the case rows of the tables; rows from sentences are taken only by number."""
    added_provisions: tuple[str, ...] = ()
    """Provisions added by hand, canonical."""
    accept_rows: tuple[int, ...] = ()
    """Case rows taken one by one, by number, rows from sentences among them."""
