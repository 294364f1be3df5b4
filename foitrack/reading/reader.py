"""A document goes in, a proposed response comes out. Nothing here is a fact until confirmed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.annexes import annexes, recited
from foitrack.reading.cases.fits import speaks
from foitrack.reading.cases.noughts import find_zeros
from foitrack.reading.cases.overlaps import flagged
from foitrack.reading.cases.parts_of_others import with_parts_told
from foitrack.reading.cases.tables import Cases, read_cases
from foitrack.reading.cases.whose import is_own, names_of, of_subject
from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.chrome import chrome
from foitrack.reading.collecting import without_collecting
from foitrack.reading.context import ReadingContext
from foitrack.reading.counts import find_legend
from foitrack.reading.disclaimers import disclaimers
from foitrack.reading.documents.base import Document
from foitrack.reading.documents.opening import is_empty, open_document
from foitrack.reading.fields import Fields, find_fields
from foitrack.reading.findings import Finding, Reading, ReviewOffer, Table, Zero
from foitrack.reading.members import Inside, read_members
from foitrack.reading.merging import merge
from foitrack.reading.part_places import stamped
from foitrack.reading.prose import Prose, Span, blank, fold, fold_spaces
from foitrack.reading.questions_over import questions_over
from foitrack.reading.recognised import doubted
from foitrack.reading.response.beside import answers_beside, without
from foitrack.reading.response.request_text import RequestText, find_request
from foitrack.reading.response.sender import only_covers, with_heading
from foitrack.reading.schema import CaseSchema
from foitrack.reading.sentences.rows import prose_rows
from foitrack.reading.silent import of_data, silent
from foitrack.reading.tables.finding import find_tables

__all__ = ["ReadingContext", "read_document"]


_ABOUT = 50_000
"""Characters of a document that tell what it is about."""


def read_document(data: bytes, name: str, context: ReadingContext) -> Reading:
    """Everything that a document proposes, with what came inside it.

    Raises UnreadableDocumentError where nothing can be read from it.
    """
    with without_collecting():
        return read_within(data, name, context, Inside())


def read_within(data: bytes, name: str, context: ReadingContext, inside: Inside) -> Reading:
    """A document that may lie inside another; its places then say in which part.

    Raises UnreadableDocumentError where nothing can be read from it.
    """
    document = open_document(data, name)
    try:
        own = stamped(_read(document, name, context), inside.path)
        members = document.members
        about = f"{context.about}\n{document.text[:_ABOUT]}"
        covers = only_covers(document)
    finally:
        document.close()
    context = replace(context, about=about, authority=own.authority or context.authority)
    parts = read_members(members, context, inside, read_within)
    return merge(own, parts, covers=covers)


def _read(document: Document, name: str, context: ReadingContext) -> Reading:
    if is_empty(document.text):
        return _reading(document, name, Fields((), (), (), ()), (), None, Cases((), ()))
    apart = tables_apart(document) if document.all_tables_known else None
    whole, document = document, apart.around if apart else document
    prose, request = _prose(document)
    asked = request.everywhere if request else ()
    tables = apart.tables if apart else _tables(document, prose, asked)
    spans = apart.spans if apart else silent(tables, document)
    spoken = blank(prose.said, spans)
    fields = find_fields(
        prose,
        spoken,
        request,
        shown=next(iter(spans if apart else silent(of_data(tables), document)), None),
        catalogue=context.catalogue,
        directory=context.directory,
        regime=context.regime,
        likeness=context.likeness,
    )
    fields = with_heading(fields, document, context.directory)
    about = apart.about if apart else prose.own
    candidates = _candidates(context, (_in_words(name), about), tables)
    by = _names(context, fields.value("authority"))
    over = questions_over(prose, request, tables)
    schema, cases = _cases(context, candidates, document, prose, tables, spoken, by, over)
    tables = with_parts_told(tables, cases.parts)
    candidates = [one for one in candidates if is_own(one, by)]
    schema, cases = _with_prose(
        context, schema, cases, candidates, document, prose, spoken, fields.value("authority")
    )
    placed = replace(fields, findings=tuple(_placed(f, document) for f in fields.findings))
    return doubted(_reading(whole, name, placed, tables, schema, cases), whole.recognised)


def _tables(document: Document, prose: Prose, asked: tuple[Span, ...]) -> tuple[Table, ...]:
    shown = blank(fold_spaces(prose.text), prose.hidden)
    if not document.tabs_are_cells:
        shown = shown.replace("\t", " ")
    # A page's words stand one space apart, wherever they are; what is hidden leaves runs of them.
    gaps = document.tabs_are_cells or bool(prose.hidden)
    return find_tables(shown, document.place, document.grids, gaps=gaps, between=asked)


def _prose(document: Document) -> tuple[Prose, RequestText | None]:
    text = document.text
    plain = fold(text)
    # A mail's reader has told what stands below it; elsewhere the text alone must tell.
    below = [Span(one.start, one.end) for one in document.quoted]
    below += [Span(start, end) for start, end in document.chrome]
    furniture = (
        *chrome(plain, mail=document.envelope is not None),
        *disclaimers(plain),
        *annexes(plain),
        *recited(plain),
        *below,
    )
    own = blank(plain, furniture)
    request = find_request(text, own)
    asked = request.everywhere if request else ()
    asked = tuple(without(asked, answers_beside(own))) if asked else ()
    hidden = (*furniture, *asked)
    return Prose(text, plain, own, blank(plain, hidden), hidden), request


def _cases(
    context: ReadingContext,
    candidates: list[CaseSchema],
    document: Document,
    prose: Prose,
    tables: tuple[Table, ...],
    spoken: str,
    by: tuple[str, ...],
    over: dict[int, str],
) -> tuple[str | None, Cases]:
    """The case rows by the schema asked for, or by the first that fits of itself."""
    legend = find_legend(prose.said) if candidates else {}
    nothing = Cases((), ())
    for schema in candidates:
        own = of_subject(tables, schema, by)
        cases = read_cases(own, schema, legend, over)
        if cases.rows or context.schema:
            noughts = find_zeros(spoken, own)
            zeros = tuple(Zero(period, document.place(s.start, s.end)) for period, s in noughts)
            return schema.name, Cases(flagged(cases.rows), (*cases.zeros, *zeros), cases.parts)
    return None, nothing


def _names(context: ReadingContext, authority: str | None) -> tuple[str, ...]:
    """What is known of who writes; a schema that was asked for is read by whoever it is."""
    return () if context.schema else names_of(authority or context.authority, context.directory)


def _with_prose(
    context: ReadingContext,
    used: str | None,
    cases: Cases,
    candidates: list[CaseSchema],
    document: Document,
    prose: Prose,
    spoken: str,
    authority: str | None,
) -> tuple[str | None, Cases]:
    """The case rows with those that sentences tell of, by the schema of the tables."""

    def elsewhere(sentence: str) -> bool:
        named = {entry.name for entry, _, _ in context.directory.find_in(sentence)}
        return bool(named - {authority})

    for schema in candidates:
        if used is not None and schema.name != used:
            continue
        rows, zeros = prose_rows(spoken, prose.text, schema, cases.rows, document.place, elsewhere)
        if rows:
            return schema.name, Cases((*cases.rows, *rows), (*cases.zeros, *zeros), cases.parts)
    return used, cases


def _candidates(
    context: ReadingContext, about: tuple[str, ...], tables: tuple[Table, ...]
) -> list[CaseSchema]:
    """The schema asked for, or those whose subject the document, or a table of it, speaks of."""
    if context.schema is not None:
        chosen = context.schemas.get(context.schema)
        return [chosen] if chosen else []
    said = (*about, fold(context.about))

    def meant(schema: CaseSchema) -> bool:
        own = (speaks(table, schema) for table in tables)
        return schema.about(*said) or any(words and schema.about(*said, words) for words in own)

    return [schema for schema in context.schemas.values() if schema.automatic and meant(schema)]


def _in_words(name: str) -> str:
    """A file's name as words: "police_misconduct-2019.xlsx" says what it is about."""
    return re.sub(r"[\W_]+", " ", fold(name.rpartition(".")[0] or name))


def _placed(finding: Finding, document: Document) -> Finding:
    """The finding with its place in the format's own terms (page and box)."""
    start, end = finding.place.start, finding.place.end
    if start is None or end is None:
        return finding
    return replace(finding, place=document.place(start, end))


def _reading(
    document: Document,
    name: str,
    fields: Fields,
    tables: tuple[Table, ...],
    schema: str | None,
    cases: Cases,
) -> Reading:
    letter, outcome = fields.value("letter"), fields.value("outcome")
    return Reading(
        file=name,
        format=document.format,
        pages=document.pages,
        text=document.text,
        letter=LetterKind(letter) if letter else None,
        reference=fields.value("reference"),
        authority=fields.value("authority"),
        request_date=_day(fields.value("request_date")),
        received_date=_day(fields.value("received_date")),
        response_date=_day(fields.value("response_date")),
        outcome=Outcome(outcome) if outcome else None,
        questions=fields.questions,
        request_text=fields.value("request_text"),
        exemptions=fields.values("exemption"),
        mentioned=fields.mentioned,
        review=_review(fields),
        tables=tables,
        schema=schema,
        cases=cases.rows,
        zeros=cases.zeros,
        attachments_named=fields.values("attachment"),
        findings=fields.findings,
        warnings=(*document.warnings, *fields.warnings),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _review(fields: Fields) -> ReviewOffer:
    offered = fields.value("review_offer")
    return ReviewOffer(
        None if offered is None else offered == "true",
        fields.value("review_window"),
        fields.value("review_contact"),
    )
