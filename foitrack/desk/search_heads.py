"""What tells one request from another, for a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Campaign, Request, RequestReference
from foitrack.casefile.search_terms import Term, holds


@dataclass(frozen=True, slots=True)
class Head:
    """A request's title, references, authority and campaign, and its longer words."""

    id: int
    title: str
    wording: str
    notes: str
    authority: str
    campaign: str
    references: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """All but the title, on a line."""
        parts = (self.authority, *self.references, self.campaign)
        return " · ".join(part for part in parts if part)

    def holds(self, term: Term) -> bool:
        """Whether the head itself holds a term."""
        return holds(self.title, term) or any(
            holds(part, term) for part in (self.authority, self.campaign, *self.references)
        )

    def lacking(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """The terms that something of the request beside its head has to hold."""
        return tuple(term for term in terms if not self.holds(term))


def heads_of(session: Session, ids: Sequence[int]) -> tuple[Head, ...]:
    """Some requests outside the bin, in the order asked for."""
    found = session.execute(
        select(
            Request.id, Request.title, Request.wording, Request.notes, Authority.name, Campaign.name
        )
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .outerjoin(Campaign, Request.campaign_id == Campaign.id)
        .where(Request.id.in_(ids), ~Request.binned)
    )
    references = _references(session, ids)
    made = {
        number: Head(
            number, title, wording, notes, authority or "", campaign or "",
            tuple(references[number]),
        )
        for number, title, wording, notes, authority, campaign in found
    }  # fmt: skip
    return tuple(made[number] for number in ids if number in made)


def _references(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for number, reference in session.execute(
        select(RequestReference.request_id, RequestReference.reference)
        .where(RequestReference.request_id.in_(ids))
        .order_by(RequestReference.id)
    ):
        found[number].append(reference)
    return found
