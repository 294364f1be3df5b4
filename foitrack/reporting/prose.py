"""Running text on the page: paragraphs that break over pages, headings with bookmarks, quotes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import CondPageBreak, Flowable

from foitrack.reporting.fonts import Lettering
from foitrack.reporting.styles import HEADING, SMALL, Style, ink

GAP = 0.45
"""Height of an empty line, in lines."""


def baseline(top: float, style: Style) -> float:
    """The baseline of a line that starts at `top`: its capitals stand in the middle."""
    return top - style.leading / 2 - 0.36 * style.size


class Prose(Flowable):
    """A plain paragraph. Text from outside is printed as it stands, never as markup."""

    def __init__(
        self,
        lettering: Lettering,
        text: str,
        style: Style,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self.lettering, self.text, self.style_ = lettering, text, style
        self.spaceBefore, self.spaceAfter = before, after
        self.indent = 0.0
        self._lines: tuple[str, ...] | None = None
        self._laid_for = -1.0

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """Width and height wanted, in points, in a column `across` wide."""
        if self._lines is None or self._laid_for != across:
            self._lines = self.lettering.lines(self.text, self.style_, across - self.indent)
            self._laid_for = across
        self.width, self.height = across, sum(self._height(line) for line in self._lines)
        return self.width, self.height

    def _height(self, line: str) -> float:
        return self.style_.leading * (1 if line else GAP)

    def split(self, across: float, down: float) -> list[Flowable]:
        """Two parts, the first at most `down` high; none where a line would stand alone."""
        self.wrap(across, down)
        lines = self._lines or ()
        fits, room = 0, down
        while fits < len(lines) and self._height(lines[fits]) <= room:
            room -= self._height(lines[fits])
            fits += 1
        if fits == len(lines):
            return [self]
        fits = min(fits, len(lines) - 2)
        return [self._part(lines[:fits]), self._part(lines[fits:])] if fits >= 2 else []

    def _part(self, lines: Sequence[str]) -> Prose:
        part = type(self)(self.lettering, "", self.style_, after=self.spaceAfter)
        part.indent = self.indent
        while lines and not lines[0]:
            lines = lines[1:]
        part._lines, part._laid_for = tuple(lines), self._laid_for
        return part

    def draw(self) -> None:
        """Prints the lines from the top of the flowable's box."""
        top = self.height
        for line in self._lines or ():
            if line:
                y = baseline(top, self.style_)
                self.lettering.draw(self.canv, self.indent, y, line, self.style_)
            top -= self._height(line)


class Quote(Prose):
    """Somebody's own words, set in with a bar beside them."""

    def __init__(
        self,
        lettering: Lettering,
        text: str,
        style: Style,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(lettering, text, style, before=before, after=after)
        self.indent = 14.0

    def draw(self) -> None:
        """Prints the bar, then the lines."""
        self.canv.setFillColor(ink("#C4C0B6"))
        self.canv.roundRect(0, 0, 2, self.height, 1, stroke=0, fill=1)
        super().draw()


class Heading(Prose):
    """A heading; with a key it can be linked to and bookmarked."""

    key: str | None = None
    aside: str = ""
    """A few words at the right of the line."""
    outline: tuple[tuple[str, int], ...] = ()
    """Entries for the document's outline: a title and its level, outermost first."""

    def draw(self) -> None:
        """Prints the heading, its bookmark and its entries in the outline."""
        if self.key is not None:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 24)
            for title, level in self.outline:
                # An entry is known by its key: two of the same key would have one title.
                entry = f"{self.key}-{level}"
                self.canv.bookmarkHorizontal(entry, 0, self.height + 24)
                self.canv.addOutlineEntry(title, entry, level, closed=level == 0)
        if self.aside:
            y = baseline(self.height, self.style_)
            self.lettering.draw_right(self.canv, self.width, y, self.aside, SMALL)
        super().draw()


def shortened(text: str, most: int) -> str:
    """The text as it stands, or its beginning with an ellipsis where it is too long for a title."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def heading(
    lettering: Lettering, text: str, *, needs: float = 52, aside: str = "", before: float = 14
) -> list[Flowable]:
    """A section's heading, moved to the next page where under `needs` points would follow it."""
    line = Heading(lettering, text, HEADING, before=before, after=4)
    line.aside = aside
    return [CondPageBreak(needs + 36), line]
