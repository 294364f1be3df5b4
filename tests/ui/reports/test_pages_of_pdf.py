"""Our own PDF as pictures, while another thread draws or reads one too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from foitrack.reading.documents.pdf import PDFIUM, read_pdf
from ui.reports.pages_of_pdf import open_pages, render

PAGES = 12


def a_pdf() -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=(300, 200), invariant=True)
    for number in range(PAGES):
        canvas.drawString(20, 100, f"Page {number + 1} of the report")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_nothing_is_drawn_while_another_thread_has_the_renderer() -> None:
    data = a_pdf()
    with ThreadPoolExecutor(1) as other:
        with PDFIUM:
            asked = other.submit(open_pages, data)
            with pytest.raises(TimeoutError):
                asked.result(0.2)
        assert asked.result(10).count == PAGES


def test_drawing_and_reading_at_once_give_what_each_gives_alone() -> None:
    data = a_pdf()
    pages = open_pages(data)
    alone = [render(pages, [at], 1.0)[at] for at in range(PAGES)]
    text = read_pdf(data, "report.pdf").text

    def draw(at: int) -> QImage:
        return render(pages, [at], 1.0)[at]

    with ThreadPoolExecutor(4) as workers:
        drawn = [workers.submit(draw, at % PAGES) for at in range(4 * PAGES)]
        read = [workers.submit(read_pdf, data, "report.pdf") for _ in range(PAGES)]
        assert all(one.result() == alone[at % PAGES] for at, one in enumerate(drawn))
        assert {one.result().text for one in read} == {text}
