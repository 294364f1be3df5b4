"""The top of the first page: title, four figures, and the bar of where the requests stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from foitrack.law.wording import counted
from foitrack.reporting.contents import Summary, SummaryRow
from foitrack.reporting.figures import Figures, Share, figures, standing
from foitrack.reporting.fills import paint
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import Heading, Prose, baseline, heading, shortened
from foitrack.reporting.styles import (
    CELL,
    EYEBROW,
    FIGURE,
    FIGURE_LABEL,
    LEAD,
    RED,
    TEXT,
    TITLE,
    ink,
)

COLUMN_GAP = 14.0
NUMBER_TOP = 5.0
LONGEST_TITLE = 300


def _months(rows: Sequence[SummaryRow]) -> str:
    days = sorted(row.sent_on for row in rows if row.sent_on is not None)
    if not days:
        return "The days they were sent are not known."
    first, last = f"{days[0]:%B %Y}", f"{days[-1]:%B %Y}"
    when = f"in {first}" if first == last else f"between {first} and {last}"
    missing = len(rows) - len(days)
    rest = "" if not missing else f"; for {missing:,} the day is not known"
    return f"Sent {when}{rest}."


def _to_whom(rows: Sequence[SummaryRow]) -> str:
    names = {row.authority for row in rows if row.authority}
    unnamed = sum(row.authority is None for row in rows)
    to = counted(len(names), "authority", "authorities")
    if not unnamed:
        return f" to {to}"
    stated = f" to {to}, and" if names else ","
    return f"{stated} {unnamed:,} where the authority is not stated"


def lead(summary: Summary) -> str:
    """One or two sentences under the title: what was asked of how many, and when."""
    rows = summary.requests
    if not rows:
        return "No requests have been logged yet."
    titles = {row.title.strip() for row in rows}
    about = f"“{titles.pop()}”: " if len(titles) == 1 and len(rows) > 1 else ""
    named = sum(row.authority is not None for row in rows)
    asked = counted(named or len(rows), "request")
    return f"{about}{asked}{_to_whom(rows)}. {_months(rows)}"


def title_lines(summary: Summary, lettering: Lettering) -> list[Flowable]:
    """The title, bookmarked as the document's start, and the sentences under it."""
    title = Heading(lettering, shortened(summary.title, LONGEST_TITLE), TITLE, after=3)
    title.key, title.outline = "start", (("Summary", 0),)
    return [
        Prose(lettering, "Summary of requests", EYEBROW, after=1),
        title,
        Prose(lettering, lead(summary), LEAD, after=12),
    ]


def _median_words(found: Figures) -> tuple[str, str]:
    if found.median_days is None:
        return "not known", "middle time taken: no answer has both its dates"
    days = f"{found.median_days:g}"
    return days, (
        f"working {'day' if days == '1' else 'days'}: the middle time taken, "
        f"where both dates are known ({found.dated:,})"
    )


class FourFigures(Flowable):
    """The four numbers, each under a rule; the overdue one red when there are any."""

    def __init__(self, lettering: Lettering, found: Figures) -> None:
        super().__init__()
        days, days_label = _median_words(found)
        self._lettering = lettering
        self._figures = (
            (f"{found.sent:,}", f"{'request' if found.sent == 1 else 'requests'} sent"),
            (
                f"{found.answered:,}",
                f"{'response' if found.answered == 1 else 'responses'} received",
            ),
            (f"{found.overdue:,}", "overdue, with no answer"),
            (days, days_label),
        )
        self._late = found.overdue > 0
        self.spaceAfter = 0.0

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """Four equal columns; as high as the longest label."""
        self.width = across
        self._column = (across - 3 * COLUMN_GAP) / 4
        lines = max(
            len(self._lettering.lines(label, FIGURE_LABEL, self._column))
            for _, label in self._figures
        )
        self.height = NUMBER_TOP + FIGURE.leading + lines * FIGURE_LABEL.leading
        return across, self.height

    def draw(self) -> None:
        """Draws rules, numbers and labels."""
        for place, (number, label) in enumerate(self._figures):
            x = place * (self._column + COLUMN_GAP)
            colour = RED if place == 2 and self._late else TEXT
            self.canv.setStrokeColor(ink(colour))
            self.canv.setLineWidth(1.2)
            self.canv.line(x, self.height, x + self._column, self.height)
            self._draw_figure(x, number, label, colour)

    def _draw_figure(self, x: float, number: str, label: str, colour: str) -> None:
        size = FIGURE if number[0].isdigit() else replace(FIGURE, size=17)
        style = replace(size, colour=colour)
        top = self.height - NUMBER_TOP
        self._lettering.draw(self.canv, x, baseline(top, style), number, style)
        top -= FIGURE.leading
        for line in self._lettering.lines(label, FIGURE_LABEL, self._column):
            y = baseline(top, FIGURE_LABEL)
            self._lettering.draw(self.canv, x, y, line, FIGURE_LABEL)
            top -= FIGURE_LABEL.leading


class StandingBar(Flowable):
    """One bar for all requests, cut by where they stand, with a legend that gives the numbers."""

    BAR = 12.0
    LEGEND_LINE = 15.0
    BETWEEN = 2.0

    def __init__(self, lettering: Lettering, shares: Sequence[Share]) -> None:
        super().__init__()
        self._lettering, self._shares = lettering, shares
        self.spaceAfter = 4.0

    def _label(self, share: Share) -> str:
        return f"{share.label} {share.count:,}"

    def _legend(self, across: float) -> list[list[Share]]:
        lines: list[list[Share]] = [[]]
        used = 0.0
        for share in self._shares:
            wide = self._lettering.width(self._label(share), CELL) + 30
            if lines[-1] and used + wide > across + 18:
                lines.append([])
                used = 0.0
            lines[-1].append(share)
            used += wide
        return lines

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """The bar and as many lines of legend as are needed."""
        self.width = across
        self.height = self.BAR + 6 + self.LEGEND_LINE * len(self._legend(across))
        return across, self.height

    def draw(self) -> None:
        """Draws the bar, then its legend in the same order."""
        total = sum(share.count for share in self._shares)
        room = self.width - self.BETWEEN * (len(self._shares) - 1)
        x = 0.0
        for share in self._shares:
            wide = room * share.count / total
            paint(self.canv, share.fill, x, self.height - self.BAR, wide, self.BAR)
            x += wide + self.BETWEEN
        self._draw_legend(self.height - self.BAR - 6)

    def _draw_legend(self, top: float) -> None:
        for line in self._legend(self.width):
            x, middle = 0.0, top - self.LEGEND_LINE / 2
            for share in line:
                paint(self.canv, share.fill, x, middle - 4, 8, 8)
                label = self._label(share)
                y = middle - 0.36 * CELL.size
                self._lettering.draw(self.canv, x + 12, y, label, CELL)
                x += self._lettering.width(label, CELL) + 30
            top -= self.LEGEND_LINE


def headline(summary: Summary, lettering: Lettering) -> list[Flowable]:
    """The four figures and the bar."""
    rows = summary.requests
    if not rows:
        return []
    stand = f"Where the {counted(len(rows), 'request')} stand"
    words = stand if len(rows) > 1 else "Where the request stands"
    return [
        FourFigures(lettering, figures(rows)),
        *heading(lettering, words),
        StandingBar(lettering, standing(rows)),
    ]
