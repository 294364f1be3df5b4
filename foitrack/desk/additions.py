"""A file that comes after its response was recorded: what it adds is proposed beside that.

The spreadsheet that the letter named arrives a day later. Nothing confirmed is touched; its rows
join the same response once they are confirmed too.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Document, FindingRecord, Response, TableRecord
from foitrack.desk.case_storing import Where
from foitrack.desk.schema_rows import table_of
from foitrack.desk.storing import Outcome, finding_record, settle_document
from foitrack.desk.table_storing import add_tables, by_document, number_rows
from foitrack.reading.findings import Finding, Part, Reading, Table
from foitrack.reading.merged_findings import is_letter
from foitrack.reading.merged_tables import without_known
from foitrack.reading.named_parts import is_among

SEVERAL = ("exemption", "attachment", "reference")
"""What an answer may have many of; of all else it has one, which a later file does not change."""


def store_additions(session: Session, response: Response, outcomes: Sequence[Outcome]) -> None:
    """Store what was read from documents added to a recorded response."""
    for outcome in outcomes:
        document = session.get_one(Document, outcome.document_id)
        known = _known_tables(session, response)
        where: Where = {}
        settle_document(session, document, outcome, "", where)
        if outcome.reading is None:
            response.warnings = [*response.warnings, outcome.error or ""]
            continue
        _add(session, response, outcome.reading, known, where)
        _strike_out(response, [document.name, *_names(outcome.reading.parts)])
    number_rows(session, response.id)
    session.flush()


def _add(
    session: Session,
    response: Response,
    reading: Reading,
    known: Sequence[tuple[Table, str]],
    where: Where,
) -> None:
    for finding in reading.findings:
        if finding.value and _is_new(session, response, reading, finding):
            session.add(finding_record(response, finding, where))
    tables, cases, told = without_known(reading, known)
    for document_id, (own, rows) in by_document(tables, cases, where).items():
        add_tables(session, response, document_id, own, rows)
    response.schema_name = response.schema_name or reading.schema
    response.zeros = [*response.zeros, *(zero.period for zero in reading.zeros)]
    response.mentioned = list(dict.fromkeys([*response.mentioned, *reading.mentioned]))
    response.warnings = list(dict.fromkeys([*response.warnings, *reading.warnings, *told]))


def _known_tables(session: Session, response: Response) -> list[tuple[Table, str]]:
    found = session.execute(
        select(TableRecord, Document.name)
        .join(Document, TableRecord.document_id == Document.id)
        .where(TableRecord.response_id == response.id)
        .order_by(TableRecord.id)
    )
    return [(table_of(record), name) for record, name in found]


def _is_new(session: Session, response: Response, reading: Reading, finding: Finding) -> bool:
    there = select(FindingRecord.id).where(
        FindingRecord.response_id == response.id, FindingRecord.field == finding.field
    )
    if finding.field in SEVERAL:
        there = there.where(
            (FindingRecord.value == finding.value) | (FindingRecord.corrected == finding.value)
        )
    elif not is_letter(reading):
        return False
    return session.scalar(there.limit(1)) is None


def _strike_out(response: Response, names: Sequence[str]) -> None:
    """What the letter named and is now here is no longer missing."""
    missing = [named for named in response.attachments_named if not is_among(named, names)]
    if missing != response.attachments_named:
        response.attachments_named = missing


def _names(parts: Sequence[Part]) -> list[str]:
    found = []
    for part in parts:
        found.append(part.name)
        found += _names(part.reading.parts) if part.reading is not None else []
    return found
