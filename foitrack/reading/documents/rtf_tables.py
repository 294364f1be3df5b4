"""Paragraphs, cells and rows of a Rich Text file, gathered as they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.reading.documents.flow import Block, Cell, FlowTable, Paragraph, TableRow

DEEPEST = 20
MOST_CELLS = 400
_SAME_EDGE = 60
"""Twips; rows drawn by hand do not end their cells at quite the same place."""


@dataclass(slots=True)
class CellPlan:
    """One cell of a row's definition."""

    edge: int = 0
    """Where it ends, in twips."""
    beside: bool = False
    """Whether it is the further part of the cell to its left."""
    below: bool = False
    """Whether it is the lower part of the cell above."""


@dataclass(slots=True)
class RowPlan:
    """A row as it is defined, cell by cell."""

    cells: list[CellPlan] = field(default_factory=list)
    coming: CellPlan = field(default_factory=CellPlan)
    header: bool = False

    def end_cell(self, edge: int) -> None:
        """A cell is defined, up to where it ends."""
        self.coming.edge = edge
        if len(self.cells) < MOST_CELLS:
            self.cells.append(self.coming)
        self.coming = CellPlan()


@dataclass(slots=True)
class _Row:
    cells: list[list[Block]]
    plan: RowPlan


@dataclass(slots=True)
class _Level:
    """What is open at one depth of tables within tables."""

    blocks: list[Block] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)


@dataclass
class Stream:
    """One stream of text (the body, a header, a note) with the paragraph being set."""

    levels: list[_Level] = field(default_factory=lambda: [_Level()])
    pieces: list[str] = field(default_factory=list)
    mark: str = ""
    bold: int = 0
    plain: int = 0
    boxes: list[Block] = field(default_factory=list)
    """Text boxes set beside the paragraph: they follow it."""

    def add(self, text: str, *, bold: bool) -> None:
        """Text of the paragraph being set."""
        self.pieces.append(text)
        inked = len(text.strip())
        self.bold += inked if bold else 0
        self.plain += 0 if bold else inked

    def end_paragraph(self, depth: int) -> None:
        """The paragraph ends, at a depth of tables (0 is outside any)."""
        text = "".join(self.pieces)
        mark = self.mark if text.strip() else ""
        paragraph = Paragraph(text, mark, self.bold > 0 and not self.plain)
        blocks = self._at(depth).blocks
        blocks.append(paragraph)
        blocks += self.boxes
        self.pieces, self.mark, self.boxes = [], "", []
        self.bold = self.plain = 0

    def end_cell(self, depth: int) -> None:
        """The cell ends, and its last paragraph with it."""
        self.end_paragraph(depth)
        level = self._at(depth)
        if len(level.cells) < MOST_CELLS:
            level.cells.append(level.blocks)
        level.blocks = []

    def end_row(self, depth: int, plan: RowPlan) -> None:
        """The row ends; `plan` says how its cells lie."""
        level = self._at(depth)
        if level.cells:
            level.rows.append(_Row(level.cells, plan))
        level.cells = []

    def finished(self) -> list[Block]:
        """All that was read, with what was left open closed."""
        if self.pieces or self.boxes:
            self.end_paragraph(0)
        return self._at(0).blocks

    def _at(self, depth: int) -> _Level:
        """The level of a depth; tables that lie deeper are over."""
        depth = min(depth, DEEPEST)
        while len(self.levels) - 1 > depth:
            done = self.levels.pop()
            if done.cells or any(_inked(block) for block in done.blocks):
                done.rows.append(_Row([*done.cells, done.blocks], RowPlan()))
            if done.rows:
                self.levels[-1].blocks.append(_table(done.rows))
        while len(self.levels) - 1 < depth:
            self.levels.append(_Level())
        return self.levels[depth]


def _inked(block: Block) -> bool:
    return isinstance(block, FlowTable) or bool(block.text.strip())


def _table(rows: Sequence[_Row]) -> FlowTable:
    """The table, its columns where any row's cells end."""
    edges = _edges(rows)
    return FlowTable([_row(row, edges) for row in rows])


def _edges(rows: Sequence[_Row]) -> list[int]:
    edges: list[int] = []
    for edge in sorted({cell.edge for row in rows for cell in row.plan.cells}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _row(row: _Row, edges: Sequence[int]) -> TableRow:
    cells: list[Cell] = []
    before = 0
    for number, blocks in enumerate(row.cells):
        plan = row.plan.cells[number] if number < len(row.plan.cells) else None
        across = 1
        if plan is not None:
            upto = sum(edge <= plan.edge for edge in edges)
            across = max(1, upto - before)
            before = upto
        if plan is not None and plan.beside and cells:
            cells[-1].across += across
            continue
        cells.append(Cell(blocks, across, continues=plan is not None and plan.below))
    return TableRow(cells, row.plan.header)
