"""Cases told in sentences of letters that are kept already, where their campaign gets a schema.

The letters are read again, each in a process of its own; of what comes only the sentences' rows
are taken, as proposals that nobody has accepted. Tables are read from where they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from foitrack.casefile.models import Document, Response
from foitrack.desk.case_storing import Where, placed, store_case
from foitrack.desk.desk import Desk
from foitrack.desk.keeping import bytes_of, dropped, is_read, members_of
from foitrack.desk.proposals import context_for
from foitrack.desk.schema_rows import PROSE, has_accepted, rows_of
from foitrack.desk.schema_store import responses_in, schemas_for
from foitrack.desk.table_storing import number_rows
from foitrack.reading.context import ReadingContext
from foitrack.reading.findings import CaseRow, UnreadableDocumentError
from foitrack.reading.part_by_part import read_isolated
from foitrack.reading.prose import fold
from foitrack.reading.schema import CaseSchema
from foitrack.reading.sentences.blocks import YEAR
from foitrack.reading.sentences.once import without_told
from foitrack.reading.sentences.words import Vocabulary, vocabulary

Told = Mapping[int, Sequence[tuple[int, CaseRow]]]
"""Of each response: the rows that its sentences tell, with the document that each came in."""


@dataclass(frozen=True, slots=True)
class _Letter:
    response_id: int
    document_id: int
    name: str
    data: bytes
    context: ReadingContext


def told_anew(
    desk: Desk, name: str, campaigns: Iterable[int | None], own: CaseSchema | None = None
) -> Told:
    """What the sentences of letters tell under a schema that campaigns begin to use.

    `own` is the schema where it is not kept yet. A letter that cannot be read again tells nothing.
    """
    told: dict[int, list[tuple[int, CaseRow]]] = {}
    with desk.case.reading() as session:
        letters = [
            letter for each in campaigns for letter in _letters(session, desk, name, each, own)
        ]
    for letter in letters:
        try:
            reading = read_isolated(letter.data, letter.name, letter.context)
        except UnreadableDocumentError:
            continue
        told.setdefault(letter.response_id, []).extend(
            (letter.document_id, row) for row in reading.cases
        )
    return {response_id: _sentences(rows) for response_id, rows in told.items()}


def propose(session: Session, response: Response, told: Told) -> int:
    """Store the rows of a response's sentences as proposals; how many there are."""
    rows = told.get(response.id, ())
    at = len(rows_of(session, response.id))
    for offset, (document_id, row) in enumerate(rows, 1):
        own, place = placed(row.place, _where(session, session.get_one(Document, document_id)))
        store_case(session, response.id, own.id, at + offset, replace(row, place=place))
    if rows:
        session.flush()
        number_rows(session, response.id)
    return len(rows)


def _letters(
    session: Session, desk: Desk, name: str, campaign_id: int | None, own: CaseSchema | None
) -> list[_Letter]:
    schemas = schemas_for(session, desk.reference, campaign_id)
    if own is not None:
        schemas[name] = own
    words = vocabulary(schemas[name])
    if words is None:
        return []
    found = []
    for response in responses_in(session, campaign_id):
        if response.schema_name == name or has_accepted(rows_of(session, response.id)):
            continue
        known = context_for(session, desk.reference, response.request_id)
        context = replace(known, schemas=schemas, schema=name)
        found += [
            _Letter(response.id, one.id, one.name, bytes_of(session, one), context)
            for one in dropped(session, response.id)
            if is_read(one) and _may_tell(session, one, words)
        ]
    return found


def _may_tell(session: Session, document: Document, words: Vocabulary) -> bool:
    """Whether any text of a document has a year and a word of the schema."""
    texts = (fold(one.text) for one in (document, *members_of(session, document)))
    return any(YEAR.search(text) and words.may_name(text) for text in texts)


def _sentences(rows: Sequence[tuple[int, CaseRow]]) -> list[tuple[int, CaseRow]]:
    """The rows of sentences that no table of the same response tells already."""
    kept = {id(row) for row in without_told([row for _, row in rows])}
    return [(where, row) for where, row in rows if row.source == PROSE and id(row) in kept]


def _where(session: Session, document: Document) -> Where:
    where: Where = {"": (document, "")}
    for one in members_of(session, document):
        where[one.part or ""] = (one, one.part or "")
    return where
