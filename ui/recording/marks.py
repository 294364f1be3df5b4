"""The finds of a proposal as numbered marks, and how a number is painted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from foitrack.desk.views import Proposal, ProposedFinding
from foitrack.reading.findings import Place
from ui import theme
from ui.recording.decisions import NOT_LISTED

BADGE = 22
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A find in a document: the number that it shares with its fields, and where it stands."""

    number: int
    place: Place
    document_id: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it stands in the document's text; None where only the page or cell is known."""
        start = self.place.start
        return None if start is None else (start, max(self.place.end or 0, start + 1))


@dataclass(frozen=True, slots=True)
class Numbered:
    """The marks of a proposal in the order of its documents, and the number of each finding."""

    marks: tuple[Mark, ...]
    numbers: Mapping[int, int]

    def findings_of(self, number: int) -> list[int]:
        """The ids of the findings that share a number."""
        return [finding_id for finding_id, its in self.numbers.items() if its == number]

    def mark_of(self, finding_id: int) -> Mark | None:
        """The mark of a finding; None where its place is not known."""
        number = self.numbers.get(finding_id)
        return None if number is None else self.marks[number - 1]

    def within(self, document_id: int) -> tuple[Mark, ...]:
        """The marks of one document."""
        return tuple(mark for mark in self.marks if mark.document_id == document_id)


def numbered(proposal: Proposal) -> Numbered:
    """A number for each finding with a place; findings at one and the same place share it."""
    order = {document.id: at for at, document in enumerate(proposal.documents)}
    first = proposal.documents[0].id if proposal.documents else None

    def home(finding: ProposedFinding) -> int | None:
        return finding.document_id if finding.document_id in order else first

    placed = [f for f in proposal.findings if f.field not in NOT_LISTED and is_placed(f.place)]
    placed.sort(key=lambda f: (order.get(home(f) or 0, 0), *in_reading_order(f.place)))
    texts = {document.id: document.text for document in proposal.documents}
    numbers: dict[int, int] = {}
    marks: dict[object, Mark] = {}
    for finding in placed:
        spot = (home(finding), *in_reading_order(finding.place))
        place = _to_be_seen(finding.place, texts.get(home(finding) or 0, ""))
        mark = marks.setdefault(spot, Mark(len(marks) + 1, place, home(finding)))
        numbers[finding.id] = mark.number
    return Numbered(tuple(marks.values()), numbers)


def _to_be_seen(place: Place, text: str) -> Place:
    """The place of what nothing printed says, such as that a table answers: where it begins, to
    the end of that cell or line; a single letter would look like a slip.
    """
    if place.start is None or (place.end or 0) - place.start > 1:
        return place
    line = re.match(r"[^\t\n]*", text[place.start : place.start + _LONGEST_LINE])
    return replace(place, end=place.start + max(1, line.end() if line else 1))


def is_placed(place: Place) -> bool:
    """Whether a place can be shown at all."""
    return place.start is not None or place.box is not None or place.cell is not None


def in_reading_order(place: Place) -> tuple[object, ...]:
    """What places of one document are sorted by."""
    left, top = (place.box[0], place.box[1]) if place.box else (0.0, 0.0)
    start = place.start if place.start is not None else -1
    end = place.end if place.end is not None else start + 1
    return (start, end, place.page or 0, top, left, place.sheet or "", place.cell or "")


def own_request(
    findings: Sequence[ProposedFinding], label: str
) -> tuple[tuple[int, int, str], ...]:
    """Where the request's own wording stands in a document, for the fold's label."""
    return tuple(
        (f.place.start, f.place.end, label)
        for f in findings
        if f.field == "request_text" and f.place.start is not None and f.place.end is not None
    )


def paint_badge(painter: QPainter, rect: QRectF, words: str, chosen: bool) -> None:
    """A find's number in a circle; filled with the accent where it is the chosen one."""
    tokens = theme.tokens()
    fill: QColor = tokens.accent if chosen else tokens.mark
    painter.setPen(QPen(tokens.accent if chosen else tokens.mark_edge, 1))
    painter.setBrush(fill)
    round_off = rect.height() / 2
    painter.drawRoundedRect(rect, round_off, round_off)
    painter.setPen(tokens.on_accent if chosen else tokens.paper_text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
