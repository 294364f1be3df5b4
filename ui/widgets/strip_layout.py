"""Where the cells and labels of a clock strip stand; no painting here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF

from ui.counting import counted
from ui.widgets.strip_days import Cell, Look, Strip, folded, holiday_name, short_day

translate = QCoreApplication.translate

GAP = 3.0
NARROW = 0.52
"""Width of a day that does not count, in widths of one that does."""
LEAST = 17.0
"""Narrowest working day (pixels of the design) before late days are folded."""
WIDEST = 46.0
APART = 12.0

Measure = Callable[[str, bool], float]
"""The width of a text, in the stronger type of titles or not."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words above or below a cell, with a tick to it."""

    title: str
    details: tuple[str, ...]
    """Longest first; the first that fits is shown, none where none does."""
    tone: str
    at: float
    """The middle of its cell."""
    rank: int
    """Lower goes first when there is no room."""
    left: float = 0.0
    width: float = 0.0
    detail: str = ""
    align: float = 0.5
    """Which part of the label stands over the cell: 0 its left end, 1 its right."""


def place_cells(
    strip: Strip, width: float, height: float, scale: float
) -> list[tuple[Cell, QRectF]]:
    """Each cell with its box; the row starts at 0, 0."""
    cells = strip.cells
    if _unit(cells, width) < LEAST * scale:
        cells = folded(strip, int(width / ((LEAST + GAP) * scale * 0.86)))
    unit = min(_unit(cells, width), WIDEST * scale)
    placed, left = [], 0.0
    for cell in cells:
        wide = unit * _weight(cell)
        placed.append((cell, QRectF(left, 0, wide, height)))
        left += wide + GAP
    return placed


def _unit(cells: Sequence[Cell], width: float) -> float:
    gaps = GAP * (len(cells) - 1)
    return max(2.0, (width - gaps) / sum(_weight(cell) for cell in cells))


def _weight(cell: Cell) -> float:
    if cell.look is Look.FOLDED:
        return 1.6
    if cell.answered or cell.n is not None:
        return 1.0
    return 0.62 if cell.look is Look.HOLIDAY else NARROW


def labels_above(strip: Strip, placed: Sequence[tuple[Cell, QRectF]], start: str) -> list[Label]:
    """Where the count began, the last day, the answer, and a review's limit."""
    found = []
    for place, (cell, box) in enumerate(placed):
        middle = box.center().x()
        if cell.look is Look.START:
            found.append(_label(start, cell, "text", box.left(), 1, align=0.0))
        if cell.answered:
            title = _say("Response, due") if cell.due else _say("Response")
            found.append(_label(title, cell, "accent_ink", middle, 0))
        elif cell.due:
            title = _say("Should be answered") if strip.review else _say("Due")
            found.append(_label(title, cell, "text", middle, 0))
        if cell.limit:
            found.append(_label(_say("Longest it may take"), cell, "text", middle, 0))
        if found and place == len(placed) - 1 and found[-1].at == middle:
            found[-1] = replace(found[-1], at=box.right(), align=1.0)
    return found


def labels_below(strip: Strip, placed: Sequence[tuple[Cell, QRectF]]) -> list[Label]:
    """Today, the holidays by name, and the first day of each pause."""
    found = []
    before: Cell | None = None
    for cell, box in placed:
        middle = box.center().x()
        if cell.today:
            late = cell.look is Look.LATE and strip.answered_on is None
            found.append(_label(_say("Today"), cell, "red" if late else "text", middle, 0))
        elif cell.look is Look.HOLIDAY:
            name = holiday_name(cell.why)
            found.append(Label(name, (_say("not a working day"),), "amber", middle, 2))
        elif cell.look is Look.PAUSED and (before is None or before.look is not Look.PAUSED):
            found.append(Label(_say("Clock stopped"), (), "text2", middle, 1))
        elif cell.look is Look.FOLDED:
            days = counted(cell.stands_for, "more working day")
            found.append(Label(days, (), "red", middle, 1))
        before = cell if cell.look is not Look.WEEKEND else before
    return found


def _label(title: str, cell: Cell, tone: str, at: float, rank: int, *, align: float = 0.5) -> Label:
    number = "" if cell.n is None else _say(", day {0}").format(cell.n)
    long, short = short_day(cell.on) + number, f"{cell.on.day} {cell.on:%b}{number}"
    return Label(title, (long, short), tone, at, rank, align=align)


def spread(labels: Sequence[Label], width: float, measure: Measure) -> list[Label]:
    """Nudge labels apart; where there is no room, shorten them, then leave the least out."""
    for shorter in range(3):
        sized = [_sized(label, shorter, measure) for label in labels]
        if _room(sized) <= width:
            return _nudged(sized, width)
    kept = [_sized(label, 2, measure) for label in labels]
    while kept and _room(kept) > width:
        kept.remove(max(kept, key=lambda label: (label.rank, label.at)))
    return _nudged(kept, width)


def _sized(label: Label, shorter: int, measure: Measure) -> Label:
    detail = label.details[shorter] if shorter < len(label.details) else ""
    wide = max(measure(label.title, True), measure(detail, False) if detail else 0.0)
    return replace(label, detail=detail, width=wide)


def _room(labels: Sequence[Label]) -> float:
    return sum(label.width for label in labels) + APART * max(0, len(labels) - 1)


def _nudged(labels: Sequence[Label], width: float) -> list[Label]:
    ordered = sorted(labels, key=lambda label: label.at)
    lefts = [min(max(0.0, one.at - one.width * one.align), width - one.width) for one in ordered]
    edge = 0.0
    for place, label in enumerate(ordered):
        lefts[place] = max(lefts[place], edge)
        edge = lefts[place] + label.width + APART
    edge = width
    for place in range(len(ordered) - 1, -1, -1):
        lefts[place] = min(lefts[place], edge - ordered[place].width)
        edge = lefts[place] - APART
    return [replace(label, left=left) for label, left in zip(ordered, lefts, strict=True)]


def _say(words: str) -> str:
    return translate("ClockStrip", words)
