"""The clock of one response: a cell for each calendar day, counted or not, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

from foitrack.law.terms import CountedDay
from foitrack.law.wording import full_date
from foitrack.reporting.fills import Fill, Pattern, paint
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import Prose
from foitrack.reporting.styles import (
    ACCENT,
    ACCENT_SOFT,
    AMBER_EDGE,
    AMBER_SOFT,
    CONTROL,
    LINE2,
    PAPER,
    RED,
    RED_SOFT,
    STRIP,
    SUNKEN,
    TEXT,
    TEXT2,
    WARNING,
    Style,
    ink,
)

if TYPE_CHECKING:
    from foitrack.reporting.contents import SummaryResponse

CELL_HIGH = 14.0
NARROW = 0.58
"""Width of a day that does not count, in cells."""
LEAST, MOST = 12.0, 19.0
"""Bounds of a cell's width, in points."""
MOST_LINES = 5
"""A wait too long for these lines is cut; the time taken stands beside the dates."""
CAPTION = Style(7.8, 10, colour=TEXT2)


@dataclass(frozen=True, slots=True)
class _Look:
    """Fill, edge and ink of a cell."""

    fill: str
    edge: str | None
    ink: str
    thick: float = 0.7


def _is_weekend(day: CountedDay) -> bool:
    return day.on.weekday() >= 5


def _share(day: CountedDay, first: bool) -> float:
    return 1.0 if first or day.n is not None else NARROW


def skipped(strip: Sequence[CountedDay]) -> list[CountedDay]:
    """The weekdays that do not count, the start aside."""
    return [day for day in strip[1:] if day.n is None and not _is_weekend(day)]


class ClockStrip(Flowable):
    """The days from the start of the count to the last day or the answer, in lines of cells."""

    def __init__(
        self,
        lettering: Lettering,
        strip: Sequence[CountedDay],
        due_on: date | None,
        answered_on: date | None,
    ) -> None:
        super().__init__()
        self._lettering, self._strip = lettering, strip
        self._due, self._answered = due_on, answered_on
        self.spaceBefore, self.spaceAfter = 8.0, 2.0
        self._lines: list[list[tuple[float, float, CountedDay]]] = []

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """As many lines of cells as the days need, five at most."""
        total = sum(_share(day, at == 0) for at, day in enumerate(self._strip))
        gap = 1.5
        unit = max(LEAST, min(MOST, (across - gap * len(self._strip)) / max(total, 1)))
        self._lines = [[]]
        x = 0.0
        for at, day in enumerate(self._strip):
            wide = unit * _share(day, at == 0)
            if x + wide > across + 0.01:
                self._lines.append([])
                x = 0.0
            self._lines[-1].append((x, wide, day))
            x += wide + gap
        self._lines = self._lines[:MOST_LINES]
        self.width, self.height = across, sum(map(self._line_height, self._lines))
        return across, self.height

    def _line_height(self, line: list[tuple[float, float, CountedDay]]) -> float:
        captioned = any(self._caption(day) for _, _, day in line)
        return CELL_HIGH + (CAPTION.leading + 2 if captioned else 3)

    def draw(self) -> None:
        """Draws the cells, and under them what happened on which."""
        top = self.height
        for line in self._lines:
            for x, wide, day in line:
                self._draw_day(x, top - CELL_HIGH, wide, day)
            self._draw_captions(line, top - CELL_HIGH - 1)
            top -= self._line_height(line)

    def _look(self, day: CountedDay) -> _Look:
        late = self._due is not None and day.on > self._due
        if day.on == self._answered:
            edge = TEXT if day.on == self._due else None
            return _Look(RED if late else ACCENT, edge, PAPER, 1.2)
        if day.on == self._due:
            return _Look(PAPER, TEXT, TEXT, 1.2)
        if day is self._strip[0]:
            return _Look(PAPER, CONTROL, TEXT2)
        if late:
            return _Look(RED_SOFT, None, RED)
        if self._answered is not None and day.on > self._answered:
            return _Look(SUNKEN, LINE2, TEXT2)
        return _Look(ACCENT_SOFT, None, ACCENT)

    def _draw_day(self, x: float, y: float, wide: float, day: CountedDay) -> None:
        first, marked = day is self._strip[0], day.on in (self._answered, self._due)
        if day.n is None and not first and not marked:
            if _is_weekend(day):
                hatch = Fill(LINE2, Pattern.HATCHED)
                paint(self.canv, hatch, x, y, wide, CELL_HIGH, 1.5)
            else:
                self._box(x, y, wide, _Look(AMBER_SOFT, AMBER_EDGE, TEXT))
            return
        look = self._look(day)
        self._box(x, y, wide, look)
        label = "0" if first else "" if day.n is None else str(day.n)
        style = replace(STRIP, colour=look.ink)
        middle = y + CELL_HIGH / 2 - 0.36 * STRIP.size
        self._lettering.draw_centred(self.canv, x + wide / 2, middle, label, style)

    def _box(self, x: float, y: float, wide: float, look: _Look) -> None:
        self.canv.setFillColor(ink(look.fill))
        self.canv.setStrokeColor(ink(look.edge or look.fill))
        self.canv.setLineWidth(look.thick)
        inset = look.thick / 2
        self.canv.roundRect(
            x + inset,
            y + inset,
            wide - 2 * inset,
            CELL_HIGH - 2 * inset,
            2,
            stroke=1 if look.edge else 0,
            fill=1,
        )

    def _draw_captions(self, line: list[tuple[float, float, CountedDay]], top: float) -> None:
        taken = -1.0
        for x, wide, day in line:
            words = self._caption(day)
            if not words:
                continue
            length = self._lettering.width(words, CAPTION)
            at = min(max(x, taken), self.width - length)
            if day is not self._strip[0]:
                at = min(max(x + wide / 2 - length / 2, taken), self.width - length)
            if at < taken:
                continue
            self._lettering.draw(self.canv, at, top - 8.5, words, CAPTION)
            taken = at + length + 6

    def _caption(self, day: CountedDay) -> str:
        if day is self._strip[0]:
            return "received"
        marks = [("answered", self._answered), ("last day", self._due)]
        return ", ".join(word for word, on in marks if day.on == on)


def clock(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    """The strip, and a sentence for each weekday that does not count."""
    if len(response.strip) < 2:
        return []
    strip = ClockStrip(lettering, response.strip, response.due_on, response.answered_on)
    story: list[Flowable] = [strip]
    not_counted = skipped(response.strip)
    if not_counted:
        words = "Not counted: " + "; ".join(
            f"{full_date(day.on)}, {day.why}" for day in not_counted
        )
        story.append(Prose(lettering, f"{words}.", WARNING, before=2))
    return story


def explained(response: SummaryResponse) -> str:
    """What sets the last day, in a sentence; empty where no last day is known."""
    if response.due_on is None:
        return ""
    strength = f" ({response.strength})" if response.strength else ""
    words = f"The last day is set by {response.basis}{strength}."
    if response.original_due_on not in (None, response.due_on):
        words += f" Before more time was taken it was {full_date(response.original_due_on)}."
    if response.provisional:
        words += " It is provisional: the bank holidays that far ahead are not yet known."
    return words
