"""One page of a PDF: its lines, and the rules that make its tables."""

from __future__ import annotations

import re
from dataclasses import replace

from foitrack.reading.documents.pages import Page
from foitrack.reading.documents.pdf_answers import cell_by_cell
from foitrack.reading.documents.pdf_columns import columns_apart
from foitrack.reading.documents.pdf_file import OpenPage, PdfFile
from foitrack.reading.documents.pdf_layout import Line, Word, lines_of, page_words, words_of
from foitrack.reading.documents.pdf_lines import PlainLines
from foitrack.reading.documents.pdf_plain import plain_lines
from foitrack.reading.documents.pdf_ruled import lattices

MARGIN = 0.12
"""The share of a page's height, at its top and at its foot, where what repeats may stand."""


def read_page(file: PdfFile, index: int, before: Page | None) -> Page:
    """A page (counted from 0), whose table may go on from that on the page before it."""
    page = file.page(index)
    if page is None:
        # One page's damage does not take the others with it.
        return Page((), (), 0.0, damaged=True)
    try:
        if _is_of_codes(page.text):
            return Page((), (), page.height)
        return _read(file, index, page, in_table=ends_in_table(before))
    finally:
        file.put_back(index, page)


def _read(file: PdfFile, index: int, page: OpenPage, *, in_table: bool) -> Page:
    plain = None if in_table else _plain(page)
    unseen = None
    if plain is None or not plain.seen:
        unseen = file.leave_unseen(index, page)
        if unseen is not None and not in_table:
            plain = _plain(page)
    if plain is not None:
        return Page(plain, (), page.height, unseen=unseen)
    return replace(_laid_out(page, in_table=in_table), unseen=unseen)


def _plain(page: OpenPage) -> PlainLines | None:
    if page.turn is not None:
        return None
    return plain_lines(page)


def _laid_out(page: OpenPage, *, in_table: bool) -> Page:
    turn, height = page.turn, page.height
    # Rows that fill but one column look like running text: there the rules have to tell.
    drawn = page.rules() if in_table else None
    cells = lattices(drawn[1]) if drawn else ()
    plain = _plain(page) if in_table and not cells else None
    if plain is not None:
        return Page(plain, (), height)
    about = page.textpage, page.text, 0, page.characters, height
    words = page_words(*about, upright=turn.upright if turn else None)
    laid = lines_of(words)
    lines = _shown(laid, page.size)
    cut = lines is not laid
    columns = any(len(line.segments) > 1 for line in lines)
    if not columns and not cells:
        return Page(lines, (), height, turn=turn, cut=cut)
    rules, strokes = drawn or page.rules()
    cells = cells or lattices(strokes)
    lines = columns_apart(lines, words, cells)
    if cells:
        lines = cell_by_cell(lines, cells)
    return Page(lines, rules, height, lattices=cells, turn=turn, cut=cut)


_CODES = re.compile("[\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff]")
_OF_CODES = bytes((1, *range(3, 9), *range(14, 32), 0xEE, 0xEF))
_TOO_MANY = 10


def _is_of_codes(text: str) -> bool:
    """Whether a tenth of a page's text is no letters: its font does not say which they are.

    Such a page can only be read as it is seen, off its picture.
    """
    # Nearly every page has none: told at once, by the bytes that such a code is written with.
    written = text.encode("utf-8", "replace")
    if len(written.translate(None, _OF_CODES)) == len(written):
        return False
    return len(_CODES.findall(text)) * _TOO_MANY > len("".join(text.split()))


def ends_in_table(page: Page | None) -> bool:
    """Whether there is a page, and on it nothing but what may stand in the bottom margin below
    its last table.
    """
    if page is None or not page.lattices:
        return False
    foot, margin = page.lattices[-1].tops[-1], page.height * (1 - MARGIN)
    return not any(foot <= line.box[1] < margin for line in page.lines)


def _shown(lines: list[Line], size: tuple[float, float]) -> list[Line]:
    """The lines without words that stand beyond the page's edges, where nobody sees them."""
    width, height = size
    if all(
        left >= 0 and top >= 0 and right <= width and bottom <= height
        for left, top, right, bottom in (line.box for line in lines)
    ):
        return lines
    words = [word for line in lines for word in words_of(line)]
    seen = [word for word in words if _is_seen(word, width, height)]
    return lines_of(seen) if len(seen) < len(words) else lines


def _is_seen(word: Word, width: float, height: float) -> bool:
    left, top, right, bottom = word.box
    return 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
