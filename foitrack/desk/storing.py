"""What was read from the documents of a response, stored as proposals; its tables beside this.

Reading the same again changes nothing: what is there already stays as it is, with its number,
so that what a person has begun to decide still has something to stand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Document,
    FindingRecord,
    Response,
)
from foitrack.desk.case_storing import Where, as_data, placed
from foitrack.desk.keeping import keep_document, members_of
from foitrack.desk.table_storing import by_document, replace_tables
from foitrack.reading.findings import Finding, Part, Reading
from foitrack.reading.merging import beside


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a document came to: a reading, or why there is none."""

    document_id: int
    reading: Reading | None
    error: str | None = None


def store_outcomes(session: Session, response: Response, outcomes: Sequence[Outcome]) -> None:
    """Store what was read from all documents of a response that is not recorded yet."""
    where: Where = {}
    readings = [one.reading for one in outcomes if one.reading is not None]
    whole = readings[0] if len(readings) == 1 else beside(readings) if readings else None
    paths = [""] if len(readings) < 2 or whole is None else [part.path for part in whole.parts]
    named = iter(paths)
    for one in outcomes:
        document = session.get_one(Document, one.document_id)
        settle_document(session, document, one, next(named) if one.reading else "", where)
    response.error = _error(outcomes)
    if whole is None:
        _replace_findings(session, response, [])
        replace_tables(session, response, {})
        session.flush()
        return
    response.letter = whole.letter.value if whole.letter else None
    same_schema = response.schema_name == whole.schema
    response.schema_name = whole.schema
    response.mentioned = list(whole.mentioned)
    response.zeros = [zero.period for zero in whole.zeros]
    failed = [one.error for one in outcomes if one.error]
    response.warnings = [*whole.warnings, *failed]
    _replace_findings(
        session, response, [finding_record(response, f, where) for f in whole.findings if f.value]
    )
    wanted = by_document(whole.tables, whole.cases, where)
    replace_tables(session, response, wanted, same_schema=same_schema)
    session.flush()


def _error(outcomes: Sequence[Outcome]) -> str | None:
    """Where none of the documents could be read: why, of each."""
    errors = [one.error for one in outcomes if one.error]
    return " ".join(errors) if len(errors) == len(outcomes) else None


def settle_document(
    session: Session, document: Document, outcome: Outcome, path: str, where: Where
) -> None:
    """Write down what a document is and holds; its members become documents beside it."""
    reading = outcome.reading
    _describe(document, reading, outcome.error)
    where[path] = (document, "")
    before = {one.part: one for one in members_of(session, document)}
    stay: set[str] = set()
    for part in reading.parts if reading else ():
        _settle_part(session, document, document, part, path, before, stay, where)
    for one in reversed(list(before.values())):
        if one.part not in stay:
            session.delete(one)
    session.flush()


def _describe(document: Document, reading: Reading | None, error: str | None) -> None:
    """Write down what a document's own reading says of it."""
    text = reading.text if reading else ""
    if document.text != text:
        # Looked at first: what was never loaded has no past that history could tell.
        document.text = text
    document.error = error
    document.pages = reading.pages if reading else None
    document.format = reading.format if reading else ""
    document.warnings = list(_own_warnings(reading)) if reading else []


def _settle_part(
    session: Session,
    top: Document,
    parent: Document,
    part: Part,
    path: str,
    before: dict[str, Document],
    stay: set[str],
    where: Where,
) -> None:
    own = part.path
    document = before.get(own)
    if document is None or document.size != len(part.data):
        document = keep_document(
            session, top.response_id, part.name, part.data, parent=parent, part=own
        )
    stay.add(own)
    where[f"{path}/{own}" if path else own] = (document, own)
    reading = part.reading
    _describe(document, reading, part.error)
    if part.aside:
        document.warnings = [f"Kept but not read: it is {part.aside}."]
    for inner in reading.parts if reading else ():
        _settle_part(session, top, document, inner, path, before, stay, where)


def _own_warnings(reading: Reading) -> Iterator[str]:
    """The warnings of a document without those of what came in it."""
    inside = tuple(f"{part.path}{mark}" for part in reading.parts for mark in (": ", "/"))
    yield from (warning for warning in reading.warnings if not warning.startswith(inside))


def finding_record(response: Response, finding: Finding, where: Where) -> FindingRecord:
    """A finding as stored, with the document that it was read from."""
    document, place = placed(finding.place, where)
    return FindingRecord(
        response_id=response.id,
        document_id=document.id,
        field=finding.field,
        value=finding.value,
        printed=finding.printed,
        place=as_data(place),
        why=finding.why,
        question=finding.question,
        certainty=finding.certainty.value,
        with_provisions=list(finding.with_provisions),
        status="proposed",
    )


_COMPARED = (
    "document_id",
    "field",
    "value",
    "printed",
    "place",
    "why",
    "question",
    "certainty",
    "with_provisions",
)


def _replace_findings(
    session: Session, response: Response, wanted: Sequence[FindingRecord]
) -> None:
    """Let those findings stay that are found again, drop the others, add what is new."""
    query = select(FindingRecord).where(FindingRecord.response_id == response.id)
    there = list(session.scalars(query.order_by(FindingRecord.id)))
    if [_compared(one) for one in there] == [_compared(one) for one in wanted]:
        return
    # In the order of the letter, which the numbers follow: what stands behind something new goes.
    same = 0
    while same < min(len(there), len(wanted)) and _compared(there[same]) == _compared(wanted[same]):
        same += 1
    for one in there[same:]:
        session.delete(one)
    session.flush()
    session.add_all(wanted[same:])
    session.flush()


def _compared(finding: FindingRecord) -> list[Any]:
    return [getattr(finding, name) for name in _COMPARED]


def forget_response(session: Session, response: Response) -> None:
    """Delete a response that is not recorded, with all that was read from its documents."""
    _replace_findings(session, response, [])
    replace_tables(session, response, {})
    documents = select(Document).where(Document.response_id == response.id)
    for document in session.scalars(documents.order_by(Document.id.desc())).all():
        # One by one, what came in it first: history hears only of what passes through here.
        session.delete(document)
        session.flush()
    session.delete(response)
    session.flush()
