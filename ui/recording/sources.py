"""Where the values of a proposal stand, in words: the document, the page, the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import CaseRowView, DocumentView, Proposal, TableView
from foitrack.reading.findings import Place
from ui.recording.decisions import LETTER
from ui.recording.folding import Passage, passages
from ui.recording.marks import Numbered, numbered, own_request
from ui.recording.sheet_grid import SheetGrid, grids

SHEETS = frozenset({"xlsx", "xls", "ods", "csv"})
"""Formats that are shown as sheets."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("recording", text)


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of a proposal, their texts, and the numbers of what was found in them."""

    documents: tuple[DocumentView, ...]
    texts: Mapping[int, str]
    marked: Numbered
    folds: Mapping[int, tuple[Passage, ...]]
    """Which passages of each text are folded at first."""
    lines: Mapping[tuple[int, int], int]
    """The line, counted from 1, of each place: a document's id and where it begins."""
    sheets: Mapping[int, tuple[SheetGrid, ...]]
    """The sheets of each workbook."""

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of each finding whose place is known."""
        return self.marked.numbers

    def home(self, document_id: int | None) -> DocumentView | None:
        """The document of that id; the first one where none is named."""
        for document in self.documents:
            if document.id == document_id:
                return document
        return self.documents[0] if self.documents else None

    def letter(self, proposal: Proposal) -> int:
        """The id of the document to begin with: the one that says what kind of letter it is, else
        that with the most finds, else the first of which there is a text; 0 where there is none.
        """
        ids = [document.id for document in self.documents]
        found = [
            one.document_id for one in proposal.findings if one.field == LETTER and one.document_id
        ]
        if found and found[0] in ids:
            return found[0]

        def tells(document_id: int) -> tuple[int, bool]:
            return len(self.marked.within(document_id)), bool(self.texts.get(document_id))

        return max(ids, key=tells, default=0)

    def line(self, place: Place, why: str, document_id: int | None) -> str:
        """Where a value stands and why it was taken, as one line."""
        home = self.home(document_id)
        where = ", ".join(self._where(place, home))
        where = where[:1].upper() + where[1:]
        if home is not None and len(self.documents) > 1:
            name = home.part or home.name
            where = f"{name}: {where[:1].lower()}{where[1:]}" if where else name
        return f"{where}. {why}" if where and why else where or why

    def words_at(self, row: CaseRowView) -> str:
        """What is printed at a case row's place, on one line."""
        home, place = self.home(row.document_id), row.place
        text = self.texts.get(home.id, "") if home is not None else ""
        told = text[place.start : place.end] if place.start is not None else ""
        return " ".join((told or ", ".join(row.printed.values())).split())

    def _where(self, place: Place, home: DocumentView | None) -> list[str]:
        if place.sheet:
            return [_tr("sheet {0}, cell {1}").format(place.sheet, place.cell or "?")]
        parts = [_tr("page {0}").format(place.page)] if place.page is not None else []
        if home is not None and place.start is not None:
            line = self.lines.get((home.id, place.start))
            parts += [_tr("line {0}").format(line)] if line is not None else []
        return parts


def sources_of(proposal: Proposal) -> Sources:
    """What the page needs to show a proposal. Not for the window's thread: texts may be long."""
    texts = {document.id: document.text for document in proposal.documents}
    if proposal.documents and not any(texts.values()):
        texts[proposal.documents[0].id] = proposal.text
    marked = numbered(proposal)
    lines: dict[tuple[int, int], int] = {}
    folds = {}
    first = proposal.documents[0].id if proposal.documents else None
    for document_id, text in texts.items():
        its = [f for f in proposal.findings if (f.document_id or first) == document_id]
        starts = {f.place.start for f in its if f.place.start is not None}
        lines |= {(document_id, at): number for at, number in _line_numbers(text, starts)}
        spans = [mark.span for mark in marked.within(document_id) if mark.span is not None]
        about = own_request(its, _tr("your own request (nothing found here)"))
        own = [t for t in proposal.tables if (t.document_id or first) == document_id]
        folds[document_id] = passages(text, spans, about=(*about, *_tables(own)))
    sheets = {
        document.id: grids([t for t in proposal.tables if (t.document_id or first) == document.id])
        for document in proposal.documents
        if document.format in SHEETS
    }
    return Sources(proposal.documents, texts, marked, folds, lines, sheets)


def _tables(tables: Iterable[TableView]) -> Iterable[tuple[int, int, str]]:
    """Where tables stand in a document that have been read, for the label of their fold."""
    for table in tables:
        start, end = table.place.start, table.place.end
        if start is not None and end is not None:
            yield start, end, _tr("table {0}, which has been read").format(table.number)


def _line_numbers(text: str, starts: Iterable[int]) -> Iterable[tuple[int, int]]:
    number, before = 1, 0
    for at in sorted(starts):
        number += text.count("\n", before, at)
        before = at
        yield at, number
