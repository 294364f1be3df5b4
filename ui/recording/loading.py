"""What Record response shows, asked of the desk in one go, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.desk import drafts, requests, responses
from foitrack.desk.desk import Desk
from foitrack.desk.views import Proposal, RequestFilter, RequestRow, SortKey
from ui.recording.case_facts import CaseFacts, case_facts
from ui.recording.sources import Sources, sources_of

CHOICES = 200
"""Requests offered for a document that belongs to none yet."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A proposal with what the page needs to show it."""

    proposal: Proposal
    request: RequestRow | None
    candidates: tuple[RequestRow, ...]
    sources: Sources
    facts: CaseFacts
    draft: str = ""
    """What was decided in an earlier sitting and not saved."""


def load(desk: Desk, proposal_id: int, today: date) -> Loaded:
    """A proposal, its request, or else the requests that it may answer, likely ones first."""
    proposal = responses.proposal(desk, proposal_id)
    sources, facts = sources_of(proposal), case_facts(desk, proposal)
    draft = drafts.found(desk, drafts.letter(proposal_id))
    if proposal.request_id is not None:
        [row] = requests.rows(desk, [proposal.request_id], today=today)
        return Loaded(proposal, row, (), sources, facts, draft)
    likely = responses.match(desk, proposal_id)
    every = requests.ids(desk, RequestFilter(), SortKey.URGENCY, False, today=today)
    ids = [*likely, *(i for i in every if i not in likely)][:CHOICES]
    rows = requests.rows(desk, ids, today=today)
    return Loaded(proposal, None, rows, sources, facts, draft)
