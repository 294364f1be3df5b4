"""What a PDF says, read back by a program that did not write it."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class ReadBack:
    pages: tuple[str, ...]
    outline: tuple[tuple[int, str, int | None], ...]
    """Level, title, and the index of the page it leads to."""
    about: dict[str, str]
    fonts: frozenset[tuple[str, bool]]
    """Names, and whether the file holds the font."""
    size: tuple[float, float]

    @property
    def text(self) -> str:
        """All pages, with line ends as spaces."""
        return " ".join(" ".join(page.split()) for page in self.pages)


def read_back(data: bytes) -> ReadBack:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = tuple(document[at].get_textpage().get_text_range() for at in range(len(document)))
        outline = tuple(
            (mark.level, mark.get_title(), dest.get_index() if (dest := mark.get_dest()) else None)
            for mark in document.get_toc()
        )
        fonts = frozenset(_fonts(document))
        about = document.get_metadata_dict()
        return ReadBack(texts, outline, about, fonts, document.get_page_size(0))
    finally:
        document.close()


def _fonts(document: pypdfium2.PdfDocument) -> set[tuple[str, bool]]:
    found = set()
    for at in range(min(len(document), 3)):
        for thing in document[at].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            name = bytearray(120)
            buffer = (pdfium.ctypes.c_char * 120).from_buffer(name)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 120)
            plain = bytes(name).split(b"\0")[0].decode()
            found.add((plain, bool(pdfium.FPDFFont_GetIsEmbedded(font))))
    return found
