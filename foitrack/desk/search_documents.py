"""The documents whose text holds what is sought, each at its best place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Document, Response
from foitrack.casefile.search_terms import Term, holds
from foitrack.desk.search_heads import Head
from foitrack.desk.snippets import marked, snippet
from foitrack.desk.views.found import Hit, HitKind
from foitrack.reading.findings import Place

UNPLACED = 100
"""Documents that belong to no request yet and are looked through, newest first."""


def document_hits(
    session: Session, heads: Sequence[Head], terms: Sequence[Term], limit: int
) -> Iterator[Hit]:
    """Documents of the requests that the index found, then those of no request yet."""
    by_id = {head.id: head for head in heads}
    found = 0
    for document_id, request_id, response_id, name in session.execute(_placed(list(by_id))).all():
        head = by_id[request_id or 0]
        text = _text(session, document_id)
        hit = _hit(text, name, head, terms, response_id, document_id)
        if hit is not None:
            yield hit
            found += 1
        if found == limit:
            return
    for document_id, response_id, name in session.execute(_unplaced()).all():
        hit = _hit(_text(session, document_id), name, None, terms, response_id, document_id)
        if hit is not None:
            yield hit


def _placed(ids: Sequence[int]) -> Select[int, int | None, int, str]:
    return (
        select(Document.id, Response.request_id, Response.id, Document.name)
        .join(Response, Document.response_id == Response.id)
        .where(Response.request_id.in_(ids), ~Response.discarded)
        .order_by(Document.id.desc())
    )


def _unplaced() -> Select[int, int, str]:
    """No request's entry of the index holds these."""
    return (
        select(Document.id, Response.id, Document.name)
        .join(Response, Document.response_id == Response.id)
        .where(Response.request_id.is_(None), ~Response.discarded)
        .order_by(Document.id.desc())
        .limit(UNPLACED)
    )


def _text(session: Session, document_id: int) -> str:
    # One at a time: texts may be long, and few are needed.
    return session.scalar(select(Document.text).where(Document.id == document_id)) or ""


def _hit(
    text: str,
    name: str,
    head: Head | None,
    terms: Sequence[Term],
    response_id: int,
    document_id: int,
) -> Hit | None:
    lacking = head.lacking(terms) if head else terms
    if not all(holds(text, term) for term in lacking):
        return None
    found = snippet(text, lacking or terms, terms)
    if found is None:
        return None
    around, (start, end) = found
    return Hit(
        HitKind.DOCUMENT,
        marked(name, terms),
        around,
        detail=head.authority or head.title if head else "",
        request_id=head.id if head else None,
        response_id=response_id,
        document_id=document_id,
        place=Place(start=start, end=end),
    )
