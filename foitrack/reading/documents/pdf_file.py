"""A PDF file open in the renderer: its pages one at a time, and the words of a line again."""

from __future__ import annotations

import ctypes
from codecs import utf_16_le_decode
from collections.abc import Mapping, Sequence
from threading import RLock
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from foitrack.reading.documents.pdf_calls import Edges, address
from foitrack.reading.documents.pdf_drawn import drawn_bounds, drawn_paths, drawn_strokes
from foitrack.reading.documents.pdf_layout import Line, Word, page_words
from foitrack.reading.documents.pdf_lines import NOWHERE
from foitrack.reading.documents.pdf_ruled import Rule, Strokes
from foitrack.reading.documents.pdf_suspects import is_plainly_seen, pieces_on
from foitrack.reading.documents.pdf_turned import shown_box, turn_of
from foitrack.reading.documents.pdf_unseen import MOST_LOOKED_AT, Unseen, unseen

if TYPE_CHECKING:
    from PIL.Image import Image

PDFIUM = RLock()
"""pdfium may be used by one thread at a time; whoever calls it holds this."""
_THIN = 2.5
_RULE_LENGTH = 20.0
_SHORTEST = 6.0
_DEEPEST = 3
_MOST_AGAIN = 8


class OpenPage:
    """A page while it is open, with its text; `close` it."""

    __slots__ = ("_own", "_page", "_text", "characters", "size", "text", "textpage", "turn")

    def __init__(self, page: Any, text: Any) -> None:
        self._page, self._text = page, text
        self.textpage = address(text)
        self.text, self.characters = _text(text)
        self._own = address(page)
        box = shown_box(self._own)
        self.turn = turn_of(self._own, self.textpage, self.characters, box)
        self.size = (box[2], box[1]) if self.turn is None else self.turn.upright_size
        """Width and height of the page turned so that its text stands upright, in points."""

    @property
    def height(self) -> float:
        """Of the page turned so that its text stands upright, in points."""
        return self.size[1]

    def rules(self) -> tuple[list[float], Strokes]:
        """Heights of the page's level rules, from its top, in order; and all rules in strokes."""
        heights: set[float] = set()
        level: list[Rule] = []
        upright: list[Rule] = []
        for drawn in drawn_paths(self._own, _DEEPEST):
            left, bottom, right, top = self._upright(drawn_bounds(drawn))
            wide, high = right - left, top - bottom
            if wide >= _RULE_LENGTH:
                edges = [(top + bottom) / 2] if high < _THIN else [top, bottom]
                heights |= {round(self.height - edge) for edge in edges}
            thin = wide < _THIN or high < _THIN
            strokes = [(left, bottom, right, top)]
            if not thin:
                strokes = list(map(self._upright, drawn_strokes(drawn)))
            for stroke in strokes:
                self._sort(stroke, level, upright)
        return sorted(heights), (level, upright)

    def _upright(self, edges: Edges) -> Edges:
        if self.turn is None:
            return edges
        left, bottom, right, top = edges
        left, top, right, bottom = self.turn.upright((left, top, right, bottom))
        return left, bottom, right, top

    def _sort(self, stroke: Edges, level: list[Rule], upright: list[Rule]) -> None:
        left, bottom, right, top = stroke
        if right - left >= _SHORTEST > _THIN > top - bottom:
            level.append((self.height - (top + bottom) / 2, left, right))
        elif top - bottom >= _SHORTEST and right - left < _THIN:
            upright.append(((left + right) / 2, self.height - top, self.height - bottom))

    def pieces(self, most: int) -> list[int] | None:
        """All that the page's own contents draw, in its order; None where that is more pieces."""
        return pieces_on(self._own, most)

    def is_plainly_seen(self, own: Sequence[int], texts: Sequence[int | None]) -> bool:
        """Whether the page, which draws `own`, holds nothing but these pieces of text, in black."""
        return is_plainly_seen(self._own, own, texts)

    def unseen(self, *, draw: bool) -> Unseen | None:
        """What the page holds and does not show; None for most."""
        return unseen(self._page, self.textpage, self.text, shown_box(self._own), draw)

    def close(self) -> None:
        """Give the page back; nothing of it may be asked afterwards."""
        raw.FPDFText_ClosePage(self._text)
        raw.FPDF_ClosePage(self._page)


class PdfFile:
    """An open PDF. Who uses it holds `PDFIUM`; `words` and `close` take it themselves."""

    def __init__(self, pdf: pypdfium2.PdfDocument) -> None:
        self._pdf: pypdfium2.PdfDocument | None = pdf
        self._again: dict[int, OpenPage] = {}
        """Pages kept open: the first ones, and those opened again, as one that is asked about is
        so more than once."""
        self._seen: dict[int, str] = {}
        """The texts of pages that hold words which nobody sees, without those."""
        self.pages = len(pdf)

    def page(self, index: int) -> OpenPage | None:
        """A page with its text; None where the file is damaged there."""
        page = raw.FPDF_LoadPage(self._pdf, index)
        text = raw.FPDFText_LoadPage(page) if page else None
        if text:
            opened = OpenPage(page, text)
            opened.text = self._seen.get(index, opened.text)
            return opened
        if page:
            raw.FPDF_ClosePage(page)
        return None

    def leave_unseen(self, index: int, page: OpenPage) -> Unseen | None:
        """What a page holds and does not show, from now on no part of its text; None for most."""
        found = page.unseen(draw=len(self._seen) < MOST_LOOKED_AT)
        if found is not None and found.words:
            self._seen[index] = page.text = found.text
        return found

    def seen(self) -> Mapping[int, str]:
        """The texts of the pages that hold words which nobody sees, without those."""
        return self._seen

    def take_seen(self, seen: Mapping[int, str]) -> bool:
        """Take over what another reader of this file has seen; False where that were more pages
        than are looked at in one file.
        """
        if len(self._seen) + len(seen) > MOST_LOOKED_AT:
            return False
        self._seen.update(seen)
        return True

    def put_back(self, index: int, page: OpenPage) -> None:
        """Give a page back; the first ones stay open, as most that is asked about is on them."""
        if index < _MOST_AGAIN and index not in self._again:
            self._again[index] = page
        else:
            page.close()

    def words(self, index: int, line: Line) -> Sequence[Word]:
        """The words of a line that was read without them; none once the file is closed."""
        with PDFIUM:
            if self._pdf is None or line.first == NOWHERE:
                return ()
            page = self._opened_again(index)
            if page is None:
                return ()
            return page_words(
                page.textpage, page.text, line.first, page.characters, page.height, line.last + 1
            )

    def picture(self, index: int, dots_a_point: float, most_dots: int) -> Image | None:
        """A page as a grey picture; None where it cannot be drawn or would be too large."""
        if self._pdf is None:
            return None
        try:
            page = self._pdf[index]
            across, down = page.get_size()
            if across * down * dots_a_point * dots_a_point > most_dots:
                return None
            bitmap = page.render(scale=dots_a_point, grayscale=True)
            try:
                image: Image = bitmap.to_pil().copy()
                return image
            finally:
                bitmap.close()
                page.close()
        except (pypdfium2.PdfiumError, ValueError):
            return None

    def close(self) -> None:
        """Close the file; again and again does no harm."""
        with PDFIUM:
            self._leave()
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

    def _opened_again(self, index: int) -> OpenPage | None:
        page = self._again.get(index)
        if page is None:
            if len(self._again) == _MOST_AGAIN:
                self._again.pop(next(iter(self._again))).close()
            page = self.page(index)
            if page is not None:
                self._again[index] = page
        return page

    def _leave(self) -> None:
        while self._again:
            self._again.popitem()[1].close()


class _Room:
    """Memory for the text of a page, made once: made anew it costs as much as a short page."""

    def __init__(self) -> None:
        self._grow(1 << 16)

    def _grow(self, size: int) -> None:
        self._memory = ctypes.create_string_buffer(size)
        self._view = memoryview(self._memory)
        self.pointer = ctypes.cast(self._memory, ctypes.POINTER(ctypes.c_ushort))

    def of(self, characters: int) -> Any:
        """A pointer to room for so many characters and the nought at their end."""
        if len(self._view) < 2 * characters + 2:
            self._grow(4 * characters)
        return self.pointer

    def text(self, characters: int) -> str:
        """What was written there."""
        return utf_16_le_decode(self._view[: 2 * characters], "ignore", True)[0]


_room = _Room()


def _text(textpage: Any) -> tuple[str, int]:
    """The text of a page, each character in its place, and how many there are."""
    characters = raw.FPDFText_CountChars(textpage)
    if characters <= 0:
        return "", 0
    written = raw.FPDFText_GetText(textpage, 0, characters, _room.of(characters))
    return _room.text(max(0, written - 1)), characters
