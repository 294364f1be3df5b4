"""A document that flows, put as text with its tables: the same for every word processor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.flow import Block, Flow, FlowTable, Paragraph
from foitrack.reading.documents.flow_layout import Use, use_of
from foitrack.reading.documents.flow_tables import grids, joined
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid

_PAGE_NUMBER = re.compile(
    r"\W*(?:page\b)?\W*\d*\W*(?:of|/)?\W*\d*\W*$|\W*tudalen\W*\d*\W*$", re.IGNORECASE
)
_NUMBER_CELL = re.compile(r"\(?(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?[.):]?$", re.IGNORECASE)
_MOST_LINE_ENDS = 4
_SHARE_OF_BLANKS = 5
_HALF_A_LINE, _LONGEST_LINE, _LEAST_BROKEN = 40, 140, 3
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass
class _Page:
    """The text as it grows; `spaced` where blank paragraphs part the others."""

    spaced: bool
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    ends: int = _MOST_LINE_ENDS
    """How many line ends it ends with."""
    grids: list[Grid] = field(default_factory=list)
    speaking: list[Span] = field(default_factory=list)

    def put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)
            bare = text.rstrip("\n")
            self.ends = len(text) - len(bare) + (0 if bare else self.ends)

    def part(self, ends: int) -> None:
        """At least so many line ends."""
        self.put("\n" * max(0, ends - self.ends))

    def write(self, blocks: Sequence[Block]) -> None:
        """Paragraphs and tables, in order."""
        listed = False
        for block in joined(blocks):
            if isinstance(block, FlowTable):
                self._table(block)
                listed = False
                continue
            text = _plain(block.printed)
            if not text.strip():
                self.put("\n" if self.spaced and self.ends < _MOST_LINE_ENDS else "")
                continue
            self.part(1 if self.spaced or (listed and block.mark) else 2)
            self.put(f"{text}\n")
            listed = bool(block.mark)

    def _table(self, table: FlowTable) -> None:
        use = use_of(table)
        if use is Use.LAYOUT:
            for cell in table.cells():
                self.part(2)
                self.write([] if cell.continues else cell.blocks)
            self.part(2)
        elif use is Use.ANSWERS:
            self._answers(table)
        else:
            spans = self._lines(table)
            self.grids += grids(table, spans) if use is Use.DATA else []

    def _lines(self, table: FlowTable) -> list[Span]:
        """Each row as a line with tabs."""
        spans = []
        self.part(2)
        for row in table.rows:
            start = self.length
            cells = [_plain(" ".join(cell.text.split())) for cell in row.cells]
            line = "\t".join(cells).rstrip("\t")
            self.put(line)
            spans.append(Span(start, self.length))
            self.put("\n" if line else "")
        self.part(2)
        return spans

    def _answers(self, table: FlowTable) -> None:
        """Questions with answers: each cell as text of its own, as a letter would have them."""
        spans = []
        self.part(2)
        for row in table.rows:
            start = self.length
            number = ""
            for cell in row.cells:
                if cell.continues or not cell.lines():
                    continue
                if not number and _NUMBER_CELL.match(cell.text.strip()) and cell is row.cells[0]:
                    number = cell.text.strip().rstrip(".):") + ". "
                    continue
                self.part(2)
                self.put(number)
                number = ""
                self.put(_plain(cell.text) + "\n")
            self.put(number and f"{number}\n")
            spans.append(Span(min(start, self.length), self.length))
        found = grids(table, spans)
        self.grids += found
        self.speaking += [grid.span for grid in found]
        self.part(2)


def as_document(form: str, flow: Flow) -> Document:
    """The document: what stands in its head, its body, its notes, what stands at its foot."""
    page = _Page(_parted_by_blanks(flow.body) or _broken_by_lines(flow.body))
    page.write(_margin(flow.heads))
    page.part(2)
    page.write(flow.body)
    for rest in (flow.notes, _margin(flow.feet)):
        page.part(2)
        page.spaced = False
        page.write(rest)
    return Document(
        form,
        "".join(page.pieces),
        grids=tuple(page.grids),
        warnings=tuple(dict.fromkeys(flow.warnings)),
        speaking=tuple(page.speaking),
    )


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _parted_by_blanks(body: Sequence[Block]) -> bool:
    """Whether blank paragraphs stand between paragraphs, instead of space set by the style."""
    inked = [isinstance(block, FlowTable) or bool(block.text.strip()) for block in body]
    blanks = sum(a and not b for a, b in pairwise(inked))
    return blanks > 1 and blanks * _SHARE_OF_BLANKS >= sum(inked)


def _broken_by_lines(body: Sequence[Block]) -> bool:
    """Whether each line of a page became a paragraph, as when it was pasted or converted."""
    texts = [b.printed.strip() for b in body if isinstance(b, Paragraph) and b.text.strip()]
    broken = sum(
        len(a) >= _HALF_A_LINE and a[-1] not in ".!?:;" and b[0].islower()
        for a, b in pairwise(texts)
    )
    longest = max(map(len, texts), default=0)
    return broken >= _LEAST_BROKEN and broken * 8 >= len(texts) and longest < _LONGEST_LINE


def _margin(blocks: Sequence[Block]) -> list[Block]:
    """What stands in the margins, once, without page numbers."""
    found: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, FlowTable):
            key = "\n".join(cell.text for cell in block.cells())
        else:
            key = block.printed.strip()
            if _PAGE_NUMBER.match(key):
                continue
        if key.strip() and key not in seen:
            seen.add(key)
            found.append(Paragraph(key) if isinstance(block, Paragraph) else block)
    return found
