"""What came in, line by line, in words; no Qt but for the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.desk.arrivals import Arrival, ArrivalRequest
from foitrack.law.terms import LetterKind
from ui.core_words import told
from ui.counting import by_number
from ui.law_words import letter_words
from ui.recording.document_tabs import ICONS, size_in_words
from ui.recording.intake import Refused
from ui.recording.reading_queue import ReadState
from ui.recording.sources import SHEETS


def _tr(text: str) -> str:
    return QCoreApplication.translate("arrivals", text)


@dataclass(frozen=True, slots=True)
class Cell:
    """Two lines of a cell; the icon and its colour before them."""

    first: str
    second: str = ""
    icon: str = ""
    token: str = "text2"
    link: bool = False
    """Clicking it does something: it looks like a link."""


@dataclass(frozen=True, slots=True)
class Line:
    """One file that came in."""

    proposal_id: int | None
    """None while it is not kept, or where it was refused."""
    file: Cell
    state: Cell
    request: Cell
    arrival: Arrival | None = None

    @property
    def wants_request(self) -> bool:
        """Whether a person must say which request it answers."""
        return self.arrival is not None and self.arrival.request is None


def line_of(arrival: Arrival, state: ReadState | None, problem: str) -> Line:
    """A kept file, with how its reading stands in this sitting."""
    return Line(
        arrival.proposal_id,
        Cell(arrival.name, _about(arrival), ICONS.get(arrival.format, "attachment")),
        _state(arrival, state, problem),
        _request(arrival, state),
        arrival,
    )


def _about(arrival: Arrival) -> str:
    parts = [size_in_words(arrival.size)]
    if arrival.inside:
        parts.append(by_number(arrival.inside, "{0} file in it", "{0} files in it"))
    if arrival.letter not in (None, LetterKind.OTHER):
        parts.append(letter_words(arrival.letter))
    return ", ".join(parts)


def _state(arrival: Arrival, state: ReadState | None, problem: str) -> Cell:
    if state is ReadState.READING:
        return Cell(_tr("Reading"), _tr("The file is kept"), "hourglass", "accent_ink")
    if state is ReadState.WAITING:
        return Cell(_tr("Waiting"), _tr("The file is kept"), "clock")
    if arrival.error:
        why = told(arrival.error).replace(f"“{arrival.name}”", _tr("It"), 1)
        return Cell(_tr("Could not be read"), why, "alert", "red")
    if state is ReadState.FAILED and problem:
        return Cell(_tr("Not read"), problem, "alert", "red")
    if not arrival.is_read:
        return Cell(_tr("Not read yet"), _tr("Review reads it"), "pause")
    if not arrival.findings:
        sheet = arrival.format in SHEETS
        shows = _tr("Review shows its tables") if sheet else _tr("Nothing found in it")
        return Cell(_tr("Read"), shows, "check")
    return Cell(_tr("Read"), _tr("{0} to check").format(arrival.findings), "check", "green")


def _request(arrival: Arrival, state: ReadState | None) -> Cell:
    if arrival.request is not None:
        why = told(arrival.request.why) or _tr("You chose this request.")
        return Cell(in_words(arrival.request), why)
    if state in (ReadState.WAITING, ReadState.READING):
        return Cell("", "")
    if arrival.error:
        why = _tr("It could not be read, so choose yourself.")
    elif arrival.candidates:
        number = len(arrival.candidates)
        why = _tr("One may be meant.") if number == 1 else _tr("{0} may be meant.").format(number)
    else:
        why = told(arrival.none_fits) or _tr("Nothing in it names one of your requests.")
    return Cell(_tr("Which request?"), why, link=True)


def in_words(request: ArrivalRequest) -> str:
    """A request as a line of a list or menu."""
    return f"{request.authority or _tr('Authority not stated')}: {request.title}"


def refused_line(refused: Refused) -> Line:
    """A file that was not kept."""
    why = told(refused.why).replace(f"“{refused.name}”", _tr("It"), 1)
    file = Cell(refused.name, _tr("The file is untouched"), "attachment")
    return Line(None, file, Cell(_tr("Not kept"), why, "close", "red"), Cell(""))


def waiting_line(name: str) -> Line:
    """A file that is still to be kept."""
    return Line(
        None, Cell(name, icon="attachment"), Cell(_tr("Being kept"), icon="clock"), Cell("")
    )


def headline(lines: Sequence[Line], left: int, batch: int, done: int) -> str:
    """How far what came in is read and recorded, in a sentence or two."""
    refused = sum(1 for line in lines if line.proposal_id is None and line.state.token == "red")
    bad = sum(1 for line in lines if line.state.token == "red") - refused
    unplaced = sum(1 for line in lines if line.wants_request and line.request.link)
    parts = []
    if batch > 1 and done:
        parts.append(_tr("{0} of {1} recorded or put away").format(done, batch))
    if left:
        parts.append(_tr("{0} still to be read").format(left))
    if unplaced:
        parts.append(by_number(unplaced, "{0} needs a request", "{0} need a request"))
    if bad:
        parts.append(_tr("{0} could not be read").format(bad))
    if refused:
        parts.append(by_number(refused, "{0} was not kept", "{0} were not kept"))
    number = len(lines) - refused
    count = by_number(number, "{0} file waits for you", "{0} files wait for you")
    return "; ".join([count, *parts]) + "."
