"""What was read from a document, stored as proposals and shown as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Campaign,
    CaseRowRecord,
    FindingRecord,
    Request,
    RequestReference,
    Response,
    TableRecord,
)
from foitrack.desk.answers import case_rows, documents_of, place_of, section_of
from foitrack.desk.law_notes import law_note
from foitrack.desk.reference import Reference
from foitrack.desk.schema_store import schemas_for
from foitrack.desk.views import (
    DocumentView,
    FindingStatus,
    Proposal,
    ProposedFinding,
    TableView,
)
from foitrack.law.terms import EventKind, Outcome, Regime
from foitrack.reading.findings import Certainty
from foitrack.reading.reader import ReadingContext
from foitrack.reading.reasons import reason, remark
from foitrack.saying import say


def context_for(session: Session, reference: Reference, request_id: int | None) -> ReadingContext:
    """What the reader may know: the law of the request, the schema and words of its campaign, and
    what was asked: a sheet that comes alone may not say what it is about.
    """
    regime, schema, campaign_id, about = None, None, None, ""
    if request_id is not None:
        request = session.get_one(Request, request_id)
        regime = Regime(request.regime)
        campaign_id = request.campaign_id
        authority = request.authority.name if request.authority else ""
        about = f"{request.title}\n{authority}\n{request.wording}"
        if campaign_id is not None:
            schema = session.get_one(Campaign, campaign_id).schema_name
    schemas = schemas_for(session, reference, campaign_id)
    return ReadingContext(
        reference.catalogue,
        reference.directory,
        schemas,
        regime,
        schema,
        about=about,
        likeness=reference.likeness,
    )


def proposal_of(session: Session, reference: Reference, response: Response) -> Proposal:
    """A proposal as Record response shows it."""
    findings = session.scalars(
        select(FindingRecord)
        .where(FindingRecord.response_id == response.id)
        .order_by(FindingRecord.id)
    ).all()
    tables = session.scalars(
        select(TableRecord).where(TableRecord.response_id == response.id).order_by(TableRecord.id)
    ).all()
    rows = session.scalars(
        select(CaseRowRecord.id)
        .where(CaseRowRecord.response_id == response.id)
        .order_by(CaseRowRecord.position)
    ).all()
    yours = _known_values(session, response)
    documents = documents_of(session, response.id, texts=True)
    return Proposal(
        id=response.id,
        request_id=response.request_id,
        documents=documents,
        text=_leading_text(documents, findings),
        findings=tuple(_proposed(reference, finding, yours) for finding in findings),
        tables=tuple(_table(table) for table in tables),
        cases=case_rows(session, rows),
        zeros=tuple(response.zeros),
        mentioned=tuple(response.mentioned),
        warnings=tuple(map(remark, response.warnings)),
        error=remark(response.error) if response.error else None,
        recorded=response.recorded,
        response_date=response.received_on,
        outcome=Outcome(response.outcome) if response.outcome else None,
        discarded=response.discarded,
    )


def _leading_text(documents: Sequence[DocumentView], findings: Sequence[FindingRecord]) -> str:
    """The text of the document that most was found in, which is the letter; of the first else."""
    found = Counter(finding.document_id for finding in findings)
    written = [document for document in documents if document.text.strip()]
    lead = max(written, key=lambda document: found[document.id], default=None)
    return lead.text if lead is not None else ""


def _known_values(session: Session, response: Response) -> dict[str, set[str]]:
    """What the request says already, by field, so that a finding can be said to match."""
    if response.request_id is None:
        return {}
    request = session.get_one(Request, response.request_id)
    references = session.scalars(
        select(RequestReference.reference).where(RequestReference.request_id == request.id)
    )
    from foitrack.desk.events import events_of

    days: dict[str, set[str]] = {"request_date": set(), "received_date": set()}
    sending = {
        EventKind.SENT: "request_date",
        EventKind.POSTED: "request_date",
        EventKind.RECEIVED: "received_date",
    }
    for event in events_of(session, request.id):
        field = sending.get(EventKind(event.kind))
        if field and event.on:
            days[field].add(event.on.isoformat())
            if request.sent_by == "email":
                # An email arrives on the day it is sent.
                days["received_date"].add(event.on.isoformat())
    name = request.authority.name if request.authority else None
    return {"reference": set(references), "authority": {name} if name else set(), **days}


def _title(reference: Reference, provision: str, with_provisions: Sequence[str]) -> str:
    """What an exemption is called, and how it works: "Law enforcement, qualified"."""
    entry = reference.catalogue.entry(provision)
    if entry is None:
        return ""
    effect = entry.effect_of(section_of(provision), [section_of(w) for w in with_provisions])
    said = {"absolute": say("absolute"), "qualified": say("qualified")}.get(effect)
    return say("{0}, {1}", entry.title, said) if said else entry.title


def _proposed(
    reference: Reference, finding: FindingRecord, yours: dict[str, set[str]]
) -> ProposedFinding:
    value = finding.corrected if finding.corrected is not None else finding.value
    return ProposedFinding(
        id=finding.id,
        field=finding.field,
        value=value,
        printed=finding.printed,
        place=place_of(finding.place),
        why=reason(finding.why),
        certainty=Certainty(finding.certainty),
        status=FindingStatus(finding.status),
        with_provisions=tuple(finding.with_provisions),
        matches=value in yours.get(finding.field, set()),
        title=_title(reference, value, finding.with_provisions)
        if finding.field == "exemption"
        else "",
        law=law_note(reference.catalogue, value, finding.with_provisions)
        if finding.field == "exemption"
        else None,
        document_id=finding.document_id,
    )


def _table(table: TableRecord) -> TableView:
    return TableView(
        id=table.id,
        number=table.number,
        columns=tuple(table.columns),
        rows=tuple(tuple(row) for row in table.rows),
        total_row=tuple(table.total_row) if table.total_row else None,
        heading=table.heading,
        place=place_of(table.place),
        flags=tuple(map(remark, table.flags)),
        document_id=table.document_id,
        row_cells=tuple(str(place.get("cell") or "") for place in table.row_places),
        chosen=tuple((int(column), field) for column, field in table.mapping.items()),
    )
