"""Responses, proposals and case rows as the screens are shown them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from foitrack.casefile.models import (
    Authority,
    CaseRowRecord,
    CaseValueRecord,
    Document,
    FindingRecord,
    ProvisionRecord,
    Request,
    Response,
)
from foitrack.desk import dates_read
from foitrack.desk.law_notes import law_note
from foitrack.desk.reference import Reference
from foitrack.desk.views import (
    CaseRowView,
    DocumentView,
    FindingStatus,
    ProvisionView,
    ResponseView,
)
from foitrack.law.terms import LetterKind, Outcome, Standing
from foitrack.reading.findings import Place
from foitrack.reading.prose import sentence_around
from foitrack.reading.reasons import remark

NOT_COUNTED = ("request_text",)
"""Findings that nobody is asked to decide."""


def place_of(data: Mapping[str, Any]) -> Place:
    """A stored place."""
    box = data.get("box")
    return Place(**{**data, "box": tuple(box) if box else None})


def sentence_at(text: str, place: Place, printed: str) -> str:
    """The sentence of a document that a find stands in; what is printed, where it has no span."""
    if place.start is None or place.end is None or not text:
        return printed
    span = sentence_around(text, place.start, place.end)
    return " ".join(text[span.start : span.end].split()) or printed


def responses_of(
    session: Session, reference: Reference, request_id: int
) -> tuple[ResponseView, ...]:
    """A request's responses, oldest first; discarded ones left out."""
    found = session.scalars(
        select(Response)
        .where(Response.request_id == request_id, ~Response.discarded)
        .order_by(Response.received_on.is_(None), Response.received_on, Response.id)
    ).all()
    read = dates_read.of_responses(session, request_id)
    return tuple(_response(session, reference, one, read.get(one.id)) for one in found)


def _response(
    session: Session, reference: Reference, response: Response, dated: date | None
) -> ResponseView:
    rows = session.scalar(
        select(func.count(CaseRowRecord.id)).where(
            CaseRowRecord.response_id == response.id, CaseRowRecord.accepted
        )
    )
    open_findings = session.scalar(
        select(func.count(FindingRecord.id)).where(
            FindingRecord.response_id == response.id,
            FindingRecord.status == FindingStatus.PROPOSED.value,
            FindingRecord.field.not_in(NOT_COUNTED),
        )
    )
    return ResponseView(
        id=response.id,
        recorded=response.recorded,
        letter=LetterKind(response.letter) if response.letter else None,
        received_on=response.received_on,
        outcome=Outcome(response.outcome) if response.outcome else None,
        reference=response.reference,
        documents=documents_of(session, response.id),
        attachments_named=tuple(response.attachments_named),
        review_window=response.review_window,
        review_contact=response.review_contact,
        provisions=_provisions(session, reference, response),
        case_rows=rows or 0,
        open_findings=open_findings or 0,
        dated=dated,
    )


def documents_of(
    session: Session, response_id: int, *, texts: bool = False
) -> tuple[DocumentView, ...]:
    """The documents of a response, each followed by what came in it, in the order they came."""
    query = select(Document).where(Document.response_id == response_id).order_by(Document.id)
    found = session.scalars(query.options(undefer(Document.text)) if texts else query).all()
    inside: dict[int | None, list[Document]] = defaultdict(list)
    for document in found:
        inside[document.parent_id].append(document)
    ordered: list[Document] = []
    todo = inside[None][::-1]
    while todo:
        ordered.append(todo.pop())
        todo += inside[ordered[-1].id][::-1]
    return tuple(_document(document, texts=texts) for document in ordered)


def _document(document: Document, *, texts: bool) -> DocumentView:
    return DocumentView(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        size=document.size,
        sha256=document.sha256,
        pages=document.pages,
        format=document.format,
        part=document.part,
        parent_id=document.parent_id,
        error=remark(document.error) if document.error else None,
        warnings=tuple(map(remark, document.warnings)),
        text=document.text if texts else "",
    )


def text_of(session: Session, document_id: int | None) -> str:
    """What was read from a document, in which the places of its findings count characters."""
    document = session.get(Document, document_id) if document_id is not None else None
    return document.text if document is not None else ""


def _provisions(
    session: Session, reference: Reference, response: Response
) -> tuple[ProvisionView, ...]:
    confirmed = session.execute(
        select(ProvisionRecord, FindingRecord)
        .outerjoin(FindingRecord, ProvisionRecord.finding_id == FindingRecord.id)
        .where(ProvisionRecord.response_id == response.id)
        .order_by(ProvisionRecord.id)
    )
    views = [
        _provision(
            reference,
            record.id,
            record.provision,
            record.with_provisions,
            record.sentence,
            finding,
            Standing(record.standing),
            confirmed=True,
        )
        for record, finding in confirmed
    ]
    proposed = session.scalars(
        select(FindingRecord)
        .where(
            FindingRecord.response_id == response.id,
            FindingRecord.field == "exemption",
            FindingRecord.status == FindingStatus.PROPOSED.value,
        )
        .order_by(FindingRecord.id)
    )
    views += [
        _provision(
            reference,
            -f.id,
            f.value,
            f.with_provisions,
            sentence_at(text_of(session, f.document_id), place_of(f.place), f.printed),
            f,
            Standing.CITED,
            confirmed=False,
        )
        for f in proposed
    ]
    return tuple(views)


def _provision(
    reference: Reference,
    number: int,
    provision: str,
    with_provisions: Sequence[str],
    sentence: str,
    finding: FindingRecord | None,
    standing: Standing,
    *,
    confirmed: bool,
) -> ProvisionView:
    entry = reference.catalogue.entry(provision)
    section = section_of(provision)
    return ProvisionView(
        id=number,
        provision=provision,
        with_provisions=tuple(with_provisions),
        title=entry.title if entry else "",
        kind=entry.kind.value if entry else "",
        effect=entry.effect_of(section, [section_of(w) for w in with_provisions]) if entry else "",
        basis=entry.basis_of(section) if entry else "",
        sentence=sentence,
        place=place_of(finding.place) if finding else Place(),
        document_id=finding.document_id if finding else None,
        confirmed=confirmed,
        standing=standing,
        notes=entry.in_short if entry else "",
        law=law_note(reference.catalogue, provision, with_provisions),
    )


def section_of(provision: str) -> str:
    """The section alone: "40(2)" of "FOIA s40(2)"."""
    return provision.split(" ", 1)[-1][1:]


def case_rows(session: Session, ids: Sequence[int]) -> tuple[CaseRowView, ...]:
    """Some case rows, in the order asked for; a constant number of queries."""
    found = session.execute(
        select(CaseRowRecord, Response.request_id, Authority.name, Document.name)
        .join(Response, CaseRowRecord.response_id == Response.id)
        .outerjoin(Request, Response.request_id == Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .outerjoin(Document, CaseRowRecord.document_id == Document.id)
        .where(CaseRowRecord.id.in_(ids))
    ).all()
    values = _values(session, ids)
    made = {
        row.id: _case_row(row, request_id, authority, document, values.get(row.id, {}))
        for row, request_id, authority, document in found
    }
    return tuple(made[i] for i in ids if i in made)


def _values(session: Session, ids: Sequence[int]) -> dict[int, dict[str, tuple[str, ...]]]:
    values: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row_id, field, value in session.execute(
        select(CaseValueRecord.row_id, CaseValueRecord.field, CaseValueRecord.value)
        .where(CaseValueRecord.row_id.in_(ids), CaseValueRecord.value.is_not(None))
        .order_by(CaseValueRecord.id)
    ):
        known = values[row_id].get(field, ())
        values[row_id][field] = (*known, str(value))
    return values


def _case_row(
    row: CaseRowRecord,
    request_id: int | None,
    authority: str | None,
    document: str | None,
    values: dict[str, tuple[str, ...]],
) -> CaseRowView:
    return CaseRowView(
        id=row.id,
        request_id=request_id or 0,
        authority=authority,
        values=values,
        printed=dict(row.printed),
        count=row.count,
        low=row.low,
        high=row.high,
        place=place_of(row.place),
        document_id=row.document_id,
        document=document,
        checked=row.checked,
        flags=tuple(map(remark, row.flags)),
        source=row.source,
    )
