"""Pictures of pages, and PDFs of pictures, as a scanner makes them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from tests.reading import rendering

DOTS_AN_INCH = 200


def pages(letter: str, *, ruled: bool = False) -> list[Any]:
    """A letter's pages as grey pictures."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(rendering.pdf(letter, ruled=ruled))
    try:
        return [page.render(scale=DOTS_AN_INCH / 72).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()


def image(letter: str, kind: str = "PNG", **options: Any) -> bytes:
    """A letter as a picture; all pages in a TIFF, the first in any other kind."""
    drawn = pages(letter)
    stream = io.BytesIO()
    if kind == "TIFF":
        options = {"save_all": True, "append_images": drawn[1:], **options}
    drawn[0].save(stream, kind, **options)
    return stream.getvalue()


def scanned(drawn: Sequence[Any], *, before: str = "") -> bytes:
    """A PDF of pictures, after a page of text where `before` is given."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    if before:
        for n, line in enumerate(before.split("\n")):
            canvas.drawString(72, 760 - 16 * n, line)
        canvas.showPage()
    for picture in drawn:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
