"""Documents that were kept before it was known which request they answer."""

from __future__ import annotations

from sqlalchemy import select

from foitrack.casefile.models import Document, Response
from foitrack.desk.desk import Desk
from foitrack.desk.views import UnplacedDocument


def unplaced(desk: Desk) -> tuple[UnplacedDocument, ...]:
    """The documents that wait for their request, oldest first; those put away left out."""
    with desk.case.reading() as session:
        found = session.execute(
            select(Response.id, Document.name)
            .join(Document, Document.response_id == Response.id)
            .where(Response.request_id.is_(None), ~Response.discarded)
            .order_by(Response.id, Document.id)
        )
        names: dict[int, str] = {}
        for proposal_id, name in found:
            names.setdefault(proposal_id, name)
    return tuple(UnplacedDocument(proposal_id, name) for proposal_id, name in names.items())
