"""The sheet: margins, the footer with "Page 1 of 31", and what the file says of itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from foitrack.reporting.contents import Paper, Summary
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.styles import FOOTER, LINE, ink

SIDE = 48.0
TOP = 48.0
BOTTOM = 50.0
FOOTER_LINE = 37.0
FOOTER_TEXT = 22.0


def sheet(paper: Paper) -> tuple[float, float]:
    """Width and height of the paper in points."""
    return landscape(A4) if paper is Paper.A4_WIDE else A4


def _number_form(page: int) -> str:
    """The name of the drawing that holds a page's number; made when the count is known."""
    return f"page-number-{page}"


class CountedCanvas(Canvas):
    """A canvas whose pages print how many there are: known only once the last is done."""

    lettering: Lettering
    right_edge: float

    def save(self) -> None:
        """Writes each page's number and the count, then the file."""
        pages = self.getPageNumber() - 1
        for number in range(1, pages + 1):
            self.beginForm(_number_form(number))
            words = f"Page {number:,} of {pages:,}"
            self.lettering.draw_right(self, self.right_edge, FOOTER_TEXT, words, FOOTER)
            self.endForm()
        super().save()


def _plain(text: str) -> str:
    """A title as the file's properties take it: one line, no control characters."""
    kept = (each for each in text if unicodedata.category(each) not in ("Cc", "Cs"))
    return " ".join("".join(kept).split())


def _footer(lettering: Lettering, words: str, canvas: Canvas, width: float) -> None:
    canvas.setStrokeColor(ink(LINE))
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, FOOTER_LINE, width - SIDE, FOOTER_LINE)
    line = lettering.cut(words, FOOTER, width - 2 * SIDE - 80)
    lettering.draw(canvas, SIDE, FOOTER_TEXT, line, FOOTER)
    canvas.doForm(_number_form(canvas.getPageNumber()))


def print_pages(
    summary: Summary,
    story: Sequence[Flowable],
    lettering: Lettering,
    footer: str,
    page_begun: Callable[[], object] = int,
) -> bytes:
    """The story on pages, as the bytes of a PDF. The same story gives the same bytes.

    `page_begun` is called as each page is begun; what it raises ends the work.
    """
    width, height = sheet(summary.options.paper)
    stream = BytesIO()
    document = BaseDocTemplate(
        stream,
        pagesize=(width, height),
        invariant=1,
        title=_plain(summary.title),
        author="FOI Track",
        subject="Summary of freedom of information requests",
        creator="FOI Track",
        producer="FOI Track",
        lang="en-GB",
        displayDocTitle=True,
    )
    frame = Frame(
        SIDE,
        BOTTOM,
        width - 2 * SIDE,
        height - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    template = PageTemplate(
        frames=[frame],
        onPage=lambda *_: page_begun(),
        onPageEnd=lambda canvas, _: _footer(lettering, footer, canvas, width),
    )
    document.addPageTemplates([template])

    def canvas_maker(*args: Any, **settings: Any) -> CountedCanvas:
        canvas = CountedCanvas(*args, **settings)
        canvas.lettering, canvas.right_edge = lettering, width - SIDE
        made = f"D:{summary.made_on:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: made)
        canvas.showOutline()
        return canvas

    document.build(list(story), canvasmaker=canvas_maker)
    return stream.getvalue()
