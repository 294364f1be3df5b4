"""Rows in a case file without the desk, and all of them as plain values."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import select

from foitrack.casefile import search
from foitrack.casefile.models import Authority, Base, Content, Document, Request, Response
from foitrack.casefile.storage import CaseFile


def add_request(case: CaseFile, title: str) -> int:
    with case.writing() as session:
        authority = session.scalar(select(Authority))
        if authority is None:
            authority = Authority(name="Kent Police", regime="FOIA", body="general")
            session.add(authority)
            session.flush()
        request = Request(title=title, regime="FOIA", authority_id=authority.id)
        session.add(request)
        session.flush()
        search.index_request(session, request.id)
        return request.id


def add_letter(case: CaseFile, request_id: int, name: str, data: bytes) -> int:
    with case.writing() as session:
        sha256 = hashlib.sha256(data).hexdigest()
        if session.get(Content, sha256) is None:
            session.add(Content(sha256=sha256, size=len(data), bytes=data))
        response = Response(request_id=request_id)
        session.add(response)
        session.flush()
        document = Document(
            response_id=response.id,
            name=name,
            media_type="text/plain",
            size=len(data),
            sha256=sha256,
        )
        session.add(document)
        session.flush()
        search.index_request(session, request_id)
        return document.id


def dump(case: CaseFile) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, document bytes included."""
    with case.reading() as session:
        return {
            table.name: sorted(tuple(map(repr, row)) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }
