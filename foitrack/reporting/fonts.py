"""Which characters can be printed, how wide they are, and how they reach the page.

Everything printed goes through here as plain text: none of it is read as markup.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.errors import PlainError
from foitrack.reporting.contents import FontFiles
from foitrack.reporting.styles import Style, Weight, ink
from foitrack.saying import say

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NOT_PRINTABLE = "\u25a1"
"""Stands where no font has the character."""

_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_SPACES = {0x09: " "}
_UNSEEN = ("Cc", "Cf")
"""Control and format characters: soft hyphens, joiners, marks of direction."""


class FontFileError(PlainError):
    """A font file that is not there or cannot be used; the message is for a person."""


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    widths: dict[int, float]
    """In thousandths of the size, by character."""


def _load(path: Path) -> _Font:
    """Registers a TrueType file under its own path, so that two sets never mix."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    name = str(path)
    try:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, name))
    except (TTFError, OSError) as problem:
        raise FontFileError(
            say(
                "The font {0} that the PDF is printed with is missing or damaged. Nothing was "
                "written. Install FOI Track again to put it back.",
                path.name,
            )
        ) from problem
    font: Any = pdfmetrics.getFont(name)
    face = font.face
    return _Font(name, {code: face.charWidths[code] for code in face.charToGlyph})


class Lettering:
    """The typeface of one document, with Noto Sans or others where Inter lacks a character."""

    def __init__(self, files: FontFiles) -> None:
        others = tuple(_load(path) for path in files.others)
        self._fonts: dict[Weight, tuple[_Font, ...]] = {
            weight: (_load(getattr(files, weight.value)), *others) for weight in Weight
        }
        self._known = {weight: self._coverage(fonts) for weight, fonts in self._fonts.items()}
        self._widths: dict[tuple[Weight, str], float] = {}
        self.replaced = False
        """True once a character had to be printed as a box."""

    @staticmethod
    def _coverage(fonts: tuple[_Font, ...]) -> frozenset[int]:
        codes = {code for font in fonts for code in font.widths}
        return frozenset(code for code in codes if unicodedata.category(chr(code)) not in _UNSEEN)

    def printable(self, text: str) -> str:
        """The text with line ends made one kind, and every character one that can be printed."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = unicodedata.normalize("NFC", text.translate(_LINE_ENDS).translate(_SPACES))
        known = self._known[Weight.REGULAR]
        if all(ord(letter) in known or letter == "\n" for letter in set(text)):
            return text
        return "".join(self._substitute(letter, known) for letter in text)

    def _substitute(self, letter: str, known: frozenset[int]) -> str:
        if letter == "\n" or ord(letter) in known:
            return letter
        if unicodedata.category(letter) in _UNSEEN:
            return ""
        plain = unicodedata.normalize("NFKC", letter)
        if all(ord(part) in known for part in plain):
            return plain
        self.replaced = True
        return NOT_PRINTABLE

    def width(self, text: str, style: Style) -> float:
        """How wide a line of printable text is, in points."""
        key = (style.weight, text)
        thousandths = self._widths.get(key)
        if thousandths is None:
            thousandths = sum(
                font.widths[ord(letter)]
                for font, run in self._runs(text, style.weight)
                for letter in run
            )
            self._widths[key] = thousandths
        return thousandths * style.size / 1000

    def _runs(self, text: str, weight: Weight) -> list[tuple[_Font, str]]:
        """The text cut where another font has to take over."""
        fonts = self._fonts[weight]
        if all(ord(letter) in fonts[0].widths for letter in text):
            return [(fonts[0], text)]
        runs: list[tuple[_Font, str]] = []
        for letter in text:
            font = next((each for each in fonts if ord(letter) in each.widths), None)
            if font is None:
                continue
            if runs and runs[-1][0] is font:
                runs[-1] = (font, runs[-1][1] + letter)
            else:
                runs.append((font, letter))
        return runs

    def draw(self, canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
        """Prints one line of printable text with its baseline at `y`."""
        canvas.setFillColor(ink(style.colour))
        for font, run in self._runs(text, style.weight):
            canvas.setFont(font.name, style.size)
            canvas.drawString(x, y, run)
            x += sum(font.widths[ord(letter)] for letter in run) * style.size / 1000

    def draw_right(self, canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
        """Prints one line that ends at `x`."""
        self.draw(canvas, x - self.width(text, style), y, text, style)

    def draw_centred(self, canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
        """Prints one line with its middle at `x`."""
        self.draw(canvas, x - self.width(text, style) / 2, y, text, style)

    def lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """The text in lines no wider than `width`; an empty line for each gap it has."""
        found: list[str] = []
        for line in self.printable(text).strip().split("\n"):
            words = line.split()
            if words:
                found.extend(self._wrapped(words, style, width))
            elif found and found[-1]:
                found.append("")
        return tuple(found)

    def _wrapped(self, words: list[str], style: Style, width: float) -> list[str]:
        space = self.width(" ", style)
        lines: list[str] = []
        line, used = "", 0.0
        for word in words:
            wide = self.width(word, style)
            if line and used + space + wide <= width:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            *pieces, line = self._pieces(word, style, width) if wide > width else [word]
            lines.extend(pieces)
            used = self.width(line, style)
        return [*lines, line]

    def _pieces(self, word: str, style: Style, width: float) -> list[str]:
        """A word too long for a line, cut after a stroke or hyphen where there is one."""
        pieces: list[str] = []
        start, used = 0, 0.0
        for at, letter in enumerate(word):
            wide = self.width(letter, style)
            if used + wide > width and at > start:
                cut = max((word.rfind(mark, start, at) for mark in "/-_.@&?="), default=-1) + 1
                cut = cut if cut > start + (at - start) // 2 else at
                pieces.append(word[start:cut])
                start = cut
                used = sum(self.width(each, style) for each in word[start:at])
            used += wide
        return [*pieces, word[start:]]

    def cut(self, text: str, style: Style, width: float) -> str:
        """The text on one line, ended with an ellipsis where it does not fit."""
        text = " ".join(self.printable(text).split())
        if self.width(text, style) <= width:
            return text
        room, at = width - self.width("…", style), 0
        while at < len(text) and room >= (wide := self.width(text[at], style)):
            room, at = room - wide, at + 1
        return text[:at].rstrip() + "…"
