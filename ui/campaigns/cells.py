"""What each cell of a campaign's matrix says, with its icon, colour and tint."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.desk.coverage_words import FIGURE_WORDS
from foitrack.desk.views import RequestRow
from foitrack.desk.views.coverage import OTHER_PERIODS, CoverageRow, Figure
from foitrack.law.terms import Review, State
from foitrack.law.wording import full_date
from ui.campaigns.columns import AUTHORITY, Column
from ui.requests import cells as request_cells
from ui.widgets.state_chip import Chip, state_chip

translate = QCoreApplication.translate
TINTS = {
    "green": "green_soft",
    "plum": "plum_soft",
    "red": "red_soft",
    "amber": "amber_soft",
    "violet": "violet_soft",
    "accent_ink": "accent_soft",
}
"""The ground of a cell by the colour of its icon; the others stand on `sunken`."""
ANSWERED = frozenset({Figure.ANSWERED, Figure.PART, Figure.UNSAID})


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix cell: an icon or a number on a tint, and its words for legend and tooltip."""

    words: str
    icon: str = ""
    tone: str = "text2"
    number: int = 0

    @property
    def tint(self) -> str:
        """The colour that it stands on."""
        return TINTS.get(self.tone, "sunken")


def answer(line: CoverageRow) -> Chip:
    """What came of it: the answer where one is recorded, whatever happens about it since."""
    row = line.row
    if row.outcome is not None and row.state is not State.RESPONSE_TO_READ:
        return state_chip(State.ANSWERED, row.outcome)
    if Figure.UNSAID in line.figures and row.state in (State.ANSWERED, State.CLOSED):
        return Chip(translate("Campaign", FIGURE_WORDS[Figure.UNSAID]), "question", "amber")
    return state_chip(row.state, None, row.due_soon)


def review(line: CoverageRow) -> Matrix | None:
    """Where the review or the complaint stands; None where neither has been begun."""
    row = line.row
    if row.state in (State.WITH_COMMISSIONER, State.WITH_TRIBUNAL):
        chip = state_chip(row.state)
        return Matrix(chip.words, chip.icon, chip.tone)
    if row.review is Review.NONE:
        return None
    icon, tone = _REVIEWS[row.review]
    said = request_cells.review(row).text
    known = translate("Campaign", "Internal review")
    return Matrix(f"{known}: {said[:1].lower()}{said[1:]}", icon, tone)


_REVIEWS = {
    Review.ASKED: ("review", "violet"),
    Review.LATE: ("alert", "red"),
    Review.UPHELD: ("refused", "plum"),
    Review.PARTLY_UPHELD: ("part", "amber"),
    Review.OVERTURNED: ("check-circle", "green"),
    Review.WITHDRAWN: ("close", "text2"),
}

HAS_ROWS = Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Case rows of the year")), "table", "green")
NOT_THAT_YEAR = Matrix(str(QT_TRANSLATE_NOOP("Campaign", "No rows of that year")), "dash", "amber")
NO_ROWS = Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Answered, no case rows")), "document", "text2")
_WITHOUT = {
    Figure.REFUSED: Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Refused")), "refused", "plum"),
    Figure.NOT_HELD: Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Not held")), "dash", "text2"),
    Figure.TO_READ: Matrix(str(QT_TRANSLATE_NOOP("Campaign", "To read")), "mail", "accent_ink"),
    Figure.LATE: Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Late")), "alert", "red"),
    Figure.NONE_YET: Matrix(
        str(QT_TRANSLATE_NOOP("Campaign", "No answer yet")), "hourglass", "text2"
    ),
}
ENDED = Matrix(str(QT_TRANSLATE_NOOP("Campaign", "Ended or not sent")), "closed", "text2")
LEGEND = (HAS_ROWS, NOT_THAT_YEAR, NO_ROWS, *_WITHOUT.values(), ENDED)


def year(line: CoverageRow, wanted: str) -> Matrix:
    """What an authority gave of a year, or why it gave nothing."""
    number = line.rows_of(wanted)
    if number:
        return Matrix(HAS_ROWS.words, tone=HAS_ROWS.tone, number=number)
    if line.case_rows:
        return NOT_THAT_YEAR
    found = next((cell for figure, cell in _WITHOUT.items() if figure in line.figures), None)
    return found or (NO_ROWS if line.figures & ANSWERED else ENDED)


def answered(line: CoverageRow) -> request_cells.Words:
    """On which day of the count it was answered, or how far off its last day is."""
    row = line.row
    if row.answered and row.answered_day is not None:
        said = translate("Campaign", "day {0}").format(row.answered_day)
        if line.answered_late:
            late = translate("Campaign", "{0}, late").format(said)
            return request_cells.Words(late, "red", strong=True)
        return request_cells.Words(said, "text")
    if row.answered or row.state is State.RESPONSE_TO_READ:
        known = request_cells.due_distance(row).text if row.answered else ""
        said = known or translate("Campaign", "came in, to read")
        return request_cells.Words(said, "text2")
    found = request_cells.due_distance(row)
    return found if found.text else request_cells.Words(translate("Campaign", "none yet"), "text3")


def text(line: CoverageRow, column: Column) -> str:
    """A cell's words, as they are copied and read aloud."""
    row = line.row
    if column.year:
        cell = year(line, column.year)
        return str(cell.number) if cell.number else translate("Campaign", cell.words)
    if column.key == "review":
        found = review(line)
        return found.words if found else request_cells.review(row).text
    simple = {
        "state": lambda: answer(line).words,
        AUTHORITY: lambda: request_cells.authority(row).text,
        "nation": lambda: line.nation or translate("Campaign", "not known"),
        "kind": lambda: line.kind or translate("Campaign", "not known"),
        "asked": lambda: request_cells.sent(row).text,
        "answered": lambda: answered(line).text,
        "exemptions": lambda: request_cells.provisions(row),
    }
    return simple[column.key]()


def tooltip(line: CoverageRow, column: Column) -> str:
    """More about a cell: which year, which day, what a provision is."""
    row = line.row
    if column.year:
        return _year_tip(line, column.year)
    if column.key == "answered":
        return _answered_tip(row)
    keys = {"exemptions": "provisions", "asked": "sent"}
    if column.key in keys:
        return request_cells.tooltip(row, keys[column.key])
    if column.key == AUTHORITY:
        return "\n".join((text(line, column), row.title))
    return text(line, column)


def _year_tip(line: CoverageRow, wanted: str) -> str:
    cell = year(line, wanted)
    other = translate("Campaign", "other periods")
    when = other if wanted == OTHER_PERIODS else wanted
    if cell.number:
        return translate("Campaign", "{0}: case rows {1}").format(when, f"{cell.number:,}")
    return f"{when}: {translate('Campaign', cell.words)}"


def _answered_tip(row: RequestRow) -> str:
    due = translate("Campaign", "Last day {0}").format(full_date(row.due_on)) if row.due_on else ""
    if row.answered_on is None:
        return due or translate("Campaign", "not known")
    on = translate("Campaign", "Answered {0}").format(full_date(row.answered_on))
    return f"{on}\n{due}".strip()
