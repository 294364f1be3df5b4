"""Pictures of pages (PNG, JPEG, TIFF of several pages, GIF, BMP, WebP), read by machine."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from foitrack.reading.documents.base import Document, in_text
from foitrack.reading.documents.ocr import Recogniser, doubt, is_installed, missing, recogniser
from foitrack.reading.documents.pages import Page, document_of
from foitrack.reading.documents.pdf_book import Book
from foitrack.reading.findings import Place, UnreadableDocumentError
from foitrack.reading.worker.converting import converting

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
MOST_DOTS = 120_000_000
MOST_PAGES = 200


def read_image(data: bytes, name: str) -> Document:
    """A picture of one or more pages as a document; places are in dots of the picture.

    Raises UnreadableDocumentError: nothing here reads pictures, the picture is damaged or too
    large, or nothing can be made out on it.
    """
    return read_pictures("image", [data], name)


def read_pictures(form: str, pictures: Sequence[bytes], name: str) -> Document:
    """Pictures as the pages of a document: of one that holds nothing else, or each by itself.

    Raises UnreadableDocumentError as `read_image` does.
    """
    if not is_installed():
        raise missing(name)
    pages: list[Page] = []
    left_out = 0
    with converting() as folder:
        reader = recogniser(folder)
        if reader is None:
            raise missing(name)
        for picture in pictures:
            read, unread = _pages(picture, name, reader)
            pages += read
            left_out += unread
    if not any(page.lines for page in pages):
        raise UnreadableDocumentError(
            "no-text",
            f"“{name}” looks like a picture of a page, but no text could be made out on it. It is "
            "kept and unharmed; put in the values by hand, or scan the page anew, upright and at "
            "300 dots an inch.",
        )
    return _document(form, pages, left_out)


def _pages(data: bytes, name: str, reader: Recogniser) -> tuple[list[Page], int]:
    """The pages read, and how many there was no time for."""
    from PIL import Image, ImageOps

    pages: list[Page] = []
    try:
        with warnings.catch_warnings():
            # Odd tags and the like: what matters is whether the picture opens.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                # A picture that moves is one page; only TIFF files hold several.
                count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                for number in range(min(count, MOST_PAGES)):
                    if not reader.has_time:
                        break
                    image.seek(number)
                    _check_size(image, name)
                    pages.append(reader.page(ImageOps.exif_transpose(image)))
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except UnreadableDocumentError:
        raise
    except Exception:
        # Decoders of pictures raise all kinds of errors for what is broken.
        if not pages:
            raise UnreadableDocumentError(
                "damaged",
                f"“{name}” is a picture that cannot be opened: it is damaged or cut short. "
                "Ask for the file again.",
            ) from None
        return pages, 1
    return pages, count - len(pages)


def _check_size(image: Image, name: str) -> None:
    if image.width * image.height > MOST_DOTS:
        raise _too_large(name)


def _too_large(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "too-large",
        f"“{name}” is a picture of more than {MOST_DOTS // 1_000_000} million dots, more than is "
        "read at once. It is kept and unharmed.",
    )


def _document(form: str, pages: list[Page], left_out: int) -> Document:
    turns = {number: page.turn for number, page in enumerate(pages) if page.turn is not None}
    book = Book(lambda page, line: (), turns)

    def place(start: int, end: int) -> Place:
        """Page and box, in dots of the picture."""
        found = book.place(start, end)
        if found.page is None or found.box is None:
            return found
        scale = pages[found.page - 1].dots_a_point or 1.0
        left, top, right, bottom = (round(edge * scale, 1) for edge in found.box)
        return Place(found.page, (left, top, right, bottom), start, end)

    document = document_of(form, pages, book, place if form == "image" else in_text)
    told = [doubt("the page" if len(pages) == 1 else f"all {len(pages)} pages")]
    if left_out:
        told.append(f"{left_out} further pages of the picture were not read.")
    return replace(document, warnings=tuple(told))
