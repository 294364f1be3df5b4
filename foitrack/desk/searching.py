"""One search over the whole case file: requests, documents, case data, notes, and the rest.

Every term must be held: by what is shown, or by the head of its request (title, reference,
authority, campaign). So “gwent s40” finds the place of section 40 in Gwent's letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile import search as index
from foitrack.casefile.models import Campaign, Request
from foitrack.casefile.search_terms import Term, holds, terms_in
from foitrack.desk import authorities, campaigns
from foitrack.desk.desk import Desk
from foitrack.desk.search_cases import case_hits
from foitrack.desk.search_documents import document_hits
from foitrack.desk.search_heads import Head, heads_of
from foitrack.desk.search_notes import note_hits
from foitrack.desk.search_sections import spelt_out
from foitrack.desk.snippets import marked, snippet
from foitrack.desk.views.found import Hit, HitGroup, HitKind, Marked

LIMIT = 6
LOOKED_AT = 60
"""Requests that the index finds by whole words, and by beginnings, and that are looked at."""


def search(desk: Desk, typed: str, *, limit: int = LIMIT) -> tuple[HitGroup, ...]:
    """What was found, by kind; empty where nothing was asked for or nothing is found.

    Each word may be the beginning of one, “words in quotes” follow each other, accents count
    for nothing. "s40" finds "section 40" too, where no document has it as typed.
    """
    found = _as_typed(desk, typed, limit)
    kinds = {group.kind for group in found}
    spelt = spelt_out(typed)
    if HitKind.DOCUMENT in kinds or spelt == typed:
        return found
    more = _as_typed(desk, spelt, limit)
    return (*found, *(group for group in more if group.kind not in kinds))


def _as_typed(desk: Desk, typed: str, limit: int) -> tuple[HitGroup, ...]:
    terms = terms_in(typed)
    if not terms:
        return ()
    with desk.case.reading() as session:
        heads = heads_of(session, _candidates(session, terms))
        groups: dict[HitKind, Iterable[Hit]] = {
            HitKind.REQUEST: _requests(heads, terms),
            HitKind.CAMPAIGN: _campaigns(session, terms),
            HitKind.AUTHORITY: _authorities(desk, typed, terms, limit),
            HitKind.DOCUMENT: document_hits(session, heads, terms, limit + 1),
            HitKind.CASE_ROW: case_hits(session, heads, terms, limit + 1),
            HitKind.NOTE: note_hits(session, heads, terms),
        }
        made = [_group(kind, hits, limit) for kind, hits in groups.items()]
    return tuple(group for group in made if group.hits)


def recalled(desk: Desk, requests: Sequence[int], campaign_ids: Sequence[int]) -> tuple[Hit, ...]:
    """Requests and campaigns that were gone to before, as hits; what is in the bin is left out."""
    with desk.case.reading() as session:
        heads = heads_of(session, requests)
        kept = [_request(head, ()) for head in heads]
        every = campaigns.all_of(session)
        kept += [
            Hit(HitKind.CAMPAIGN, Marked(one.name), campaign_id=one.id)
            for one in every
            if one.id in campaign_ids
        ]
        return tuple(kept)


def _candidates(session: Session, terms: Sequence[Term]) -> tuple[int, ...]:
    """Requests that the index finds: first by whole words, then by their beginnings."""
    whole = tuple(replace(term, prefix=False) for term in terms)
    found: dict[int, None] = {}
    for wanted in dict.fromkeys((whole, terms)):
        held = index.holding(wanted, session.get_bind().dialect.name)
        query = select(Request.id).where(held, ~Request.binned)
        newest = query.order_by(Request.id.desc()).limit(LOOKED_AT)
        found |= dict.fromkeys(session.scalars(newest))
    return tuple(found)


def _group(kind: HitKind, hits: Iterable[Hit], limit: int) -> HitGroup:
    found = tuple(islice(hits, limit + 1))
    return HitGroup(kind, found[:limit], len(found) > limit)


def _requests(heads: Sequence[Head], terms: Sequence[Term]) -> Iterable[Hit]:
    """Those that hold the terms themselves; where only a document does, that is shown."""
    ranked = [(_rank(head, terms), head) for head in heads]
    # sorted is stable: whole words stand before beginnings, and the newest first.
    for rank, head in sorted(ranked, key=lambda one: one[0] or 0):
        if rank is not None:
            yield _request(head, terms)


def _rank(head: Head, terms: Sequence[Term]) -> int | None:
    """Where the terms are: reference, title, head, wording; None where not all are in these."""
    tries: tuple[Callable[[Term], bool], ...] = (
        lambda term: any(holds(reference, term) for reference in head.references),
        lambda term: holds(head.title, term),
        head.holds,
        lambda term: head.holds(term) or holds(head.wording, term),
    )
    for rank, held in enumerate(tries):
        if all(held(term) for term in terms):
            return rank
    return None


def _request(head: Head, terms: Sequence[Term]) -> Hit:
    around = None if all(map(head.holds, terms)) else snippet(head.wording, terms)
    return Hit(
        HitKind.REQUEST,
        marked(head.title, terms),
        around[0] if around else marked(head.about, terms),
        request_id=head.id,
    )


def _campaigns(session: Session, terms: Sequence[Term]) -> Iterable[Hit]:
    named = session.execute(
        select(Campaign.id, Campaign.name).where(~Campaign.binned).order_by(Campaign.name)
    )
    for campaign_id, name in named:
        if all(holds(name, term) for term in terms):
            yield Hit(HitKind.CAMPAIGN, marked(name, terms), campaign_id=campaign_id)


def _authorities(desk: Desk, typed: str, terms: Sequence[Term], limit: int) -> Iterable[Hit]:
    for choice in authorities.search(desk, typed, limit + 1):
        yield Hit(
            HitKind.AUTHORITY,
            marked(choice.name, terms),
            marked(choice.detail, terms),
            authority=choice.name,
        )
