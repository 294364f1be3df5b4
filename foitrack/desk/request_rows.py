"""Rows of a request that more than one room of the desk reaches for."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import Request, RequestReference
from foitrack.desk.desk import Desk, Step
from foitrack.desk.events import recompute
from foitrack.desk.views import DeskError
from foitrack.saying import say


def existing(session: Session, request_id: int) -> Request:
    """A request that is there. DeskError where it is not."""
    request = session.get(Request, request_id)
    if request is None:
        raise DeskError(
            say("There is no request {0} in this case file. Nothing was changed.", request_id)
        )
    return request


def add_reference(session: Session, request_id: int, reference: str) -> None:
    """Keep an authority's reference beside a request, once."""
    reference = reference.strip()
    known = select(RequestReference.id).where(
        RequestReference.request_id == request_id, RequestReference.reference == reference
    )
    if reference and session.scalar(known) is None:
        session.add(RequestReference(request_id=request_id, reference=reference))
        session.flush()


def finish(made: Step, desk: Desk, request: Request) -> None:
    """Recompute what follows from the events, index the words, and name the request as changed."""
    recompute(made.session, desk.reference, request)
    search.index_request(made.session, request.id)
    made.request_ids.append(request.id)
