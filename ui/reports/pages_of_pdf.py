"""The pages of a PDF of ours as pictures: what is seen before saving is the PDF itself.

The renderer serves one thread at a time; whatever in this process draws or reads a PDF holds
its lock meanwhile. Documents that came from elsewhere are not opened here but in a process
of their own: see `foitrack.reading.isolation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class PdfPages:
    """A PDF's bytes, and the size of each of its pages in points."""

    data: bytes
    sizes: tuple[QSizeF, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)


def open_pages(data: bytes) -> PdfPages:
    """Read a PDF's page sizes. For the worker's thread."""
    with _opened(data) as document:
        sizes = tuple(QSizeF(*document.get_page_size(at)) for at in range(len(document)))
    return PdfPages(data, sizes)


def render(pages: PdfPages, wanted: Iterable[int], scale: float) -> dict[int, QImage]:
    """Pictures of some pages at `scale` dots to the point. For the worker's thread."""
    with _opened(pages.data) as document:
        return {at: _picture(document[at], scale) for at in wanted if at < pages.count}


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """A PDF, with the renderer to itself until it is closed again."""
    import pypdfium2

    from foitrack.reading.documents.pdf import PDFIUM

    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def _picture(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        size = (bitmap.width, bitmap.height, bitmap.stride)
        # The copy owns its bytes; the bitmap's are freed below.
        return QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB32).copy()
    finally:
        bitmap.close()
        page.close()
