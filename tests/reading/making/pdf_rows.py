"""Pages of a PDF on which rows of cells are set at places, without rules."""

from __future__ import annotations

import io
from typing import Any

from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables

INTRO = "Please find below the information that you asked for in your request."
END = "If you are unhappy with this response you may ask for a review."
_LEADING = 12
_DRAWN = {"l": "drawString", "r": "drawRightString", "c": "drawCentredString"}


class Sheet:
    """A page that rows are set on, one below the other, between two sentences."""

    def __init__(self, *columns: tuple[float, str], size: float = 10) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._stream = io.BytesIO()
        self.canvas: Any = Canvas(self._stream, pagesize=(595, 842))
        self.columns, self.size, self.at = columns, size, 780.0
        """Where each column stands, and how: "l" left, "r" right, "c" in the middle."""
        self.canvas.setFont("Helvetica", size)
        self.row(INTRO)

    def row(self, *cells: str, lift: str = "top", gap: float = 6) -> None:
        """A row; the lines of a cell are parted by line ends, others stand as `lift` says."""
        lines = max(cell.count("\n") for cell in cells)
        for (place, how), cell in zip(self.columns or ((72.0, "l"),), cells, strict=False):
            spare = lines - cell.count("\n")
            down = {"top": 0.0, "middle": spare / 2, "foot": float(spare)}[lift]
            for n, line in enumerate(cell.split("\n")):
                height = self.at - (n + down) * _LEADING
                getattr(self.canvas, _DRAWN[how])(place, height, line)
        self.at -= _LEADING * lines + self.size + gap

    def rows(self, *rows: tuple[str, ...], lift: str = "top", gap: float = 6) -> Sheet:
        """Several, on as many pages as they take."""
        for cells in rows:
            self.row(*cells, lift=lift, gap=gap)
            if self.at < 60:
                self.page()
        return self

    def page(self) -> None:
        """The next page."""
        self.canvas.showPage()
        self.canvas.setFont("Helvetica", self.size)
        self.at = 780

    def tables(self) -> tuple[Table, ...]:
        """The tables read of it, a sentence standing close below."""
        self.columns = ()
        self.row(END)
        self.canvas.showPage()
        self.canvas.save()
        document = read_pdf(self._stream.getvalue(), "answer.pdf")
        try:
            plain = document.text.replace("\t", " ")
            return find_tables(plain, document.place, document.grids, gaps=False)
        finally:
            document.close()
