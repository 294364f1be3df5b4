"""Pages of a PDF that are pictures, read by machine where that is possible here."""

from __future__ import annotations

from foitrack.reading.documents.ocr import MOST_DOTS, is_installed, missing, recogniser
from foitrack.reading.documents.pages import Page
from foitrack.reading.documents.pdf_file import PdfFile
from foitrack.reading.worker.converting import converting

DOTS_A_POINT = 300 / 72
MOST_SCANS = 200


def with_scans_read(file: PdfFile, pages: list[Page], name: str) -> list[Page]:
    """The pages, those without text read off their pictures.

    Raises UnreadableDocumentError where no page has text and nothing here reads pictures.
    """
    empty = [n for n, page in enumerate(pages) if not page.lines and not page.damaged]
    if not empty:
        return pages
    if not is_installed():
        if all(not page.lines for page in pages):
            raise missing(name)
        return pages
    read = list(pages)
    with converting() as folder:
        reader = recogniser(folder)
        for number in empty[:MOST_SCANS]:
            if reader is None or not reader.has_time:
                break
            image = file.picture(number, DOTS_A_POINT, MOST_DOTS)
            if image is None or image.getextrema() in ((255, 255), (0, 0)):
                continue  # A blank page, or one that cannot be drawn.
            page = reader.page(image, 1 / DOTS_A_POINT)
            if page.lines:
                read[number] = page
    return read
