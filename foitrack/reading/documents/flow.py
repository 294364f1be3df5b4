"""A word processor's document as it flows: paragraphs and tables, whatever format it came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text (line ends and tabs in it as set) and its printed number or bullet."""

    text: str
    mark: str = ""
    strong: bool = False
    """Whether all of it is bold."""

    @property
    def printed(self) -> str:
        """The text as printed, with its number."""
        text = self.text.strip(" \n") if self.mark else self.text.rstrip(" \n")
        return f"{self.mark} {text}".rstrip() if self.mark and text.strip() else text


@dataclass(slots=True)
class Cell:
    """A cell of a table, with how many columns and rows it covers."""

    blocks: list[Block] = field(default_factory=list)
    across: int = 1
    down: int = 1
    continues: bool = False
    """Whether it is the lower part of the cell above it."""
    _lines: list[str] | None = field(default=None, repr=False, compare=False)

    def lines(self) -> list[str]:
        """What is written in it, by lines, tables within it row by row; asked for when read."""
        if self._lines is None:
            self._lines = self._written()
        return self._lines

    def _written(self) -> list[str]:
        found: list[str] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found += [line.strip() for line in block.printed.split("\n")]
            else:
                for row in block.rows:
                    cells = [" ".join(cell.text.split()) for cell in row.cells]
                    found.append(" | ".join(cell for cell in cells if cell))
        return [line for line in found if line]

    @property
    def text(self) -> str:
        """What is written in it, with its line ends."""
        return "\n".join(self.lines())

    @property
    def strong(self) -> bool:
        """Whether all that is written in it is bold."""
        written = [b for b in self.blocks if isinstance(b, Paragraph) and b.text.strip()]
        return bool(written) and all(paragraph.strong for paragraph in written)


@dataclass(slots=True)
class TableRow:
    """A row of a table; `header` where the document marks it as one to repeat on each page."""

    cells: list[Cell] = field(default_factory=list)
    header: bool = False

    @property
    def width(self) -> int:
        """How many columns its cells cover."""
        return sum(cell.across for cell in self.cells)


@dataclass(slots=True)
class FlowTable:
    """A table as the document has it."""

    rows: list[TableRow] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((row.width for row in self.rows), default=0)

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        for row in self.rows:
            yield from row.cells


Block = Paragraph | FlowTable


@dataclass(slots=True)
class Flow:
    """A document: its body, what stands in its margins, its notes, and what is odd about it."""

    body: list[Block] = field(default_factory=list)
    heads: list[Block] = field(default_factory=list)
    feet: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def raised(text: str) -> str:
    """Superscript text. Figures keep their height: a note's mark is no part of a number."""
    return text.translate(_RAISED)
