"""Documents kept: their bytes once for each SHA-256, whole, and in the order they came."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Content, Document, Response
from foitrack.desk.views import DeskError
from foitrack.saying import say

_NAME, _MEDIA_TYPE = 400, 100
"""Characters that the case file has room for."""


def keep_document(
    session: Session,
    response_id: int,
    name: str,
    data: bytes,
    *,
    parent: Document | None = None,
    part: str = "",
) -> Document:
    """A document with its bytes; `parent` and `part` say what it came in, and where in that."""
    document = Document(
        response_id=response_id,
        name=name[-_NAME:],
        media_type=(mimetypes.guess_type(name)[0] or "application/octet-stream")[:_MEDIA_TYPE],
        size=len(data),
        sha256=_keep_bytes(session, data),
        parent_id=parent.id if parent is not None else None,
        part=part,
    )
    session.add(document)
    session.flush()
    return document


def _keep_bytes(session: Session, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    if session.get(Content, sha256) is None:
        session.add(Content(sha256=sha256, size=len(data), bytes=data))
        session.flush()
    return sha256


def bytes_of(session: Session, document: Document) -> bytes:
    """A document's bytes. DeskError where they are damaged."""
    content = session.get(Content, document.sha256)
    if content is None or hashlib.sha256(content.bytes).hexdigest() != document.sha256:
        raise DeskError(
            say("“{0}” is damaged in the case file; nothing was changed.", document.name)
        )
    return content.bytes


def dropped(session: Session, response_id: int) -> Sequence[Document]:
    """The documents of a response that came by themselves, in that order."""
    return session.scalars(
        select(Document)
        .where(Document.response_id == response_id, Document.parent_id.is_(None))
        .order_by(Document.id)
    ).all()


def members_of(session: Session, document: Document) -> list[Document]:
    """All that came inside a document, at whatever depth, in that order."""
    found: list[Document] = []
    level = [document.id]
    while level:
        inside = session.scalars(
            select(Document).where(Document.parent_id.in_(level)).order_by(Document.id)
        ).all()
        found += inside
        level = [one.id for one in inside]
    return sorted(found, key=lambda one: one.id)


def is_read(document: Document) -> bool:
    """Whether a reading of the document has been tried, with or without success."""
    return bool(document.format or document.error or document.text)


def existing(session: Session, response_id: int) -> Response:
    """A response. DeskError where it is not there."""
    response = session.get(Response, response_id)
    if response is None:
        raise DeskError(say("There is no response {0} in this case file.", response_id))
    return response
