"""The notes that hold what is sought: on requests, events, campaigns and authorities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Campaign, EventRecord, Request
from foitrack.casefile.search_terms import Term, holds
from foitrack.desk.search_heads import Head, heads_of
from foitrack.desk.snippets import marked, snippet
from foitrack.desk.views.found import Hit, HitKind, Marked


def note_hits(session: Session, heads: Sequence[Head], terms: Sequence[Term]) -> Iterator[Hit]:
    """Notes on requests, then on what happened to them, on campaigns and on authorities."""
    for head in heads:
        if head.notes and (hit := _of_request(head, head.notes, terms)) is not None:
            yield hit
    yield from _of_events(session, terms)
    yield from _of_campaigns(session, terms)
    yield from _of_authorities(session, terms)


def _of_request(head: Head, note: str, terms: Sequence[Term]) -> Hit | None:
    lacking = head.lacking(terms)
    if not all(holds(note, term) for term in lacking):
        return None
    found = snippet(note, lacking or terms, terms)
    if found is None:
        return None
    return Hit(
        HitKind.NOTE,
        found[0],
        marked(head.title, terms),
        detail=head.authority,
        request_id=head.id,
    )


def _of_events(session: Session, terms: Sequence[Term]) -> Iterator[Hit]:
    """No request's entry of the index holds these: all of them are read."""
    notes = session.execute(
        select(EventRecord.request_id, EventRecord.note)
        .join(Request, EventRecord.request_id == Request.id)
        .where(EventRecord.note != "", ~Request.binned)
        .order_by(EventRecord.id.desc())
        .execution_options(yield_per=500)
    )
    for request_id, note in notes:
        if any(holds(note, term) for term in terms):
            for head in heads_of(session, [request_id]):
                if (hit := _of_request(head, note, terms)) is not None:
                    yield replace(hit, on_event=True)


def _of_campaigns(session: Session, terms: Sequence[Term]) -> Iterator[Hit]:
    noted = select(Campaign.id, Campaign.name, Campaign.notes)
    for number, name, note in session.execute(noted.where(Campaign.notes != "", ~Campaign.binned)):
        if (hit := _of_another(name, note, terms)) is not None:
            yield Hit(HitKind.NOTE, *hit, campaign_id=number)


def _of_authorities(session: Session, terms: Sequence[Term]) -> Iterator[Hit]:
    noted = select(Authority.name, Authority.notes).where(Authority.notes != "")
    for name, note in session.execute(noted.order_by(Authority.name)):
        if (hit := _of_another(name, note, terms)) is not None:
            yield Hit(HitKind.NOTE, *hit, authority=name)


def _of_another(name: str, note: str, terms: Sequence[Term]) -> tuple[Marked, Marked] | None:
    if not all(holds(note, term) or holds(name, term) for term in terms):
        return None
    found = snippet(note, terms)
    return (found[0], marked(name, terms)) if found else None
