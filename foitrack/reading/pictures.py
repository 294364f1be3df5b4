"""A page of a document as a picture, to be shown beside what was read from it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from foitrack.reading.findings import UnreadableDocumentError

MOST_WIDE = 4_000
_MOST_DOTS = 24_000_000
MOST_DOTS_OF_A_FILE = 120_000_000
"""A picture of this many dots takes half a gigabyte while it is opened."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, drawn: four bytes a dot (red, green, blue, opacity), from the top left."""

    width: int
    height: int
    pages: int
    """How many pages the document has."""
    size: tuple[float, float]
    """The page's width and height in the units of `Place.box`: points, or a picture's dots."""
    dots: bytes = field(repr=False)


def draw(data: bytes, name: str, page: int, width: int) -> Picture:
    """A page, counted from 1, drawn `width` dots wide.

    Raises UnreadableDocumentError for a format without pages, a damaged file, a page that is
    not there, and a picture too large to be opened.
    """
    width = max(1, min(width, MOST_WIDE))
    if b"%PDF-" in data[:1024]:
        return _page_of_pdf(data, name, page, width)
    return _page_of_image(data, name, page, width)


def _page_of_pdf(data: bytes, name: str, number: int, width: int) -> Picture:
    import pypdfium2

    from foitrack.reading.documents.pdf_file import PDFIUM

    with PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
            try:
                if not 1 <= number <= len(pdf):
                    raise _no_page(name, number, len(pdf))
                return _drawn(pdf, number, width)
            finally:
                pdf.close()
        except pypdfium2.PdfiumError:
            raise _no_picture(name) from None


def _drawn(pdf: pypdfium2.PdfDocument, number: int, width: int) -> Picture:  # type: ignore[name-defined]  # noqa: F821
    page = pdf[number - 1]
    across, down = page.get_size()
    scale = _scale(across, down, width)
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_RGBA)
    try:
        dots = bytes(bitmap.buffer)
        return Picture(bitmap.width, bitmap.height, len(pdf), (across, down), dots)
    finally:
        bitmap.close()
        page.close()


_RGBA = 4  # FPDFBitmap_BGRA, with the bytes in reverse order.


def _scale(across: float, down: float, width: int) -> float:
    """Dots a point, so that neither the width nor the number of dots is more than it may be."""
    scale = width / max(across, 1.0)
    dots = max(across, 1.0) * max(down, 1.0) * scale * scale
    return scale if dots <= _MOST_DOTS else float(scale * (_MOST_DOTS / dots) ** 0.5)


def _page_of_image(data: bytes, name: str, number: int, width: int) -> Picture:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_DOTS_OF_A_FILE
    try:
        with Image.open(io.BytesIO(data)) as image:
            pages = getattr(image, "n_frames", 1)
            if not 1 <= number <= pages:
                raise _no_page(name, number, pages)
            image.seek(number - 1)
            if image.width * image.height > MOST_DOTS_OF_A_FILE:
                raise _too_large(name)
            # A photograph taken on its side says so; it is read upright, and shown so too.
            upright = ImageOps.exif_transpose(image)
            across, down = upright.size
            scale = min(1.0, _scale(across, down, width))
            wanted = (max(1, round(across * scale)), max(1, round(down * scale)))
            shown = upright.convert("RGBA").resize(wanted)
            return Picture(*wanted, pages, (float(across), float(down)), shown.tobytes())
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise _no_picture(name) from None


def _no_page(name: str, number: int, pages: int) -> UnreadableDocumentError:
    return UnreadableDocumentError("no-page", f"“{name}” has no page {number}, only {pages}.")


def _no_picture(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "no-picture",
        f"“{name}” cannot be shown as a picture; the document itself is kept and unharmed.",
    )


def _too_large(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "too-large",
        f"“{name}” is a picture of more than {MOST_DOTS_OF_A_FILE // 1_000_000} million dots, "
        "more than is opened here. It is kept and unharmed.",
    )
