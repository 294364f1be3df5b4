"""What to include, whose names to leave out, which paper; and the buttons that use it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from foitrack.reporting.contents import Paper, Summary, SummaryOptions
from foitrack.reporting.figures import is_overdue, is_waiting
from ui import theme
from ui.counting import counted
from ui.widgets.labels import rule, secondary, section, words
from ui.widgets.segmented import Segmented

translate = QCoreApplication.translate

WIDTH = 304


@dataclass(frozen=True, slots=True)
class Details:
    """What stands under some of the boxes: how much there is of it."""

    responses: str = ""
    waiting: str = ""
    cases: str = ""


def details_of(summary: Summary) -> Details:
    """How much the summary has of what can be left out."""
    cases = translate("Reports", "none recorded yet")
    if summary.cases is not None:
        cases = counted(summary.cases.rows, "row")
        if summary.cases.unchecked:
            unchecked = translate("Reports", "{0}; not checked yet: {1}")
            cases = unchecked.format(cases, f"{summary.cases.unchecked:,}")
    return Details(
        responses=counted(len(summary.responses), "response"),
        waiting=_waiting(summary),
        cases=cases,
    )


def _waiting(summary: Summary) -> str:
    """How many are waited for; those overdue stand elsewhere where the times are shown."""
    waiting = [row for row in summary.requests if is_waiting(row)]
    late = sum(map(is_overdue, waiting)) if summary.options.times else 0
    said = []
    if len(waiting) > late:
        number = f"{len(waiting) - late:,}"
        said.append(translate("Reports", "{0} as one table").format(number))
    if late:
        said.append(translate("Reports", "{0} overdue, with the time taken").format(f"{late:,}"))
    return "; ".join(said) or translate("Reports", "none is waiting")


class OptionsRail(QWidget):
    """The choices down the right of the page."""

    changed = Signal(object)
    """The `SummaryOptions` chosen now."""
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(WIDTH))
        theme.ground(self, "surface")
        self._boxes: dict[str, QCheckBox] = {}
        self._notes: dict[str, QLabel] = {}
        self._body = QVBoxLayout()
        self._body.setContentsMargins(20, 20, 16, 12)
        self._body.setSpacing(2)
        self._make_boxes()
        self._make_paper()
        self._body.addStretch(1)
        self._lay_out()

    def options(self) -> SummaryOptions:
        """What is ticked."""
        ticked = {name: box.isChecked() for name, box in self._boxes.items()}
        return SummaryOptions(**ticked, paper=Paper(self.paper.value()))

    def box(self, name: str) -> QCheckBox:
        """The tick box of an option, by the option's name."""
        return self._boxes[name]

    def show_details(self, details: Details) -> None:
        """Say under the boxes how much there is."""
        for name, text in (
            ("responses", details.responses),
            ("waiting", details.waiting),
            ("cases", details.cases),
        ):
            self._notes[name].setText(text)
            self._boxes[name].setAccessibleDescription(text)

    def set_ready(self, ready: bool) -> None:
        """Let the PDF be saved and printed, or not while there is none."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def say_problem(self, text: str) -> None:
        """Say what went wrong above the buttons; an empty text takes it away."""
        self.problem.setText(text)
        self._problem_box.setVisible(bool(text))

    # The parts

    def _make_boxes(self) -> None:
        plain = SummaryOptions()
        self._body.addWidget(section(self.tr("What to include")))
        self._body.addSpacing(6)
        for name, label, noted in (
            ("headline", self.tr("Headline numbers and chart"), False),
            ("times", self.tr("Time taken and reasons given"), False),
            ("responses", self.tr("A section for each response"), True),
            ("waiting", self.tr("Requests still waiting"), True),
            ("cases", self.tr("Case data tables"), True),
            ("notes", self.tr("Your notes"), False),
        ):
            self._add_box(name, label, getattr(plain, name), noted=noted)
        self._divide()
        self._body.addWidget(section(self.tr("Names")))
        self._body.addSpacing(6)
        for name, label in (
            ("leave_out_officials", self.tr("Leave out officials' names")),
            ("leave_out_requester", self.tr("Leave out my own name and address")),
        ):
            self._add_box(name, label, getattr(plain, name))
        officials = self._boxes["leave_out_officials"]
        help = self.tr(
            "Names are found by a title, a rank, a post or a signature beside them. Read the "
            "summary before you publish it: a bare name cannot be told from other words."
        )
        officials.setToolTip(help)
        officials.setAccessibleDescription(help)

    def _add_box(self, name: str, label: str, on: bool, *, noted: bool = False) -> None:
        box = QCheckBox(label)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit(self.options()))
        self._boxes[name] = box
        self._body.addWidget(box)
        if noted:
            note = secondary("", wrap=True)
            note.setContentsMargins(24, 0, 0, 4)
            self._notes[name] = note
            self._body.addWidget(note)

    def _divide(self) -> None:
        self._body.addSpacing(12)
        self._body.addWidget(rule())
        self._body.addSpacing(12)

    def _make_paper(self) -> None:
        self._divide()
        self._body.addWidget(section(self.tr("Paper")))
        self._body.addSpacing(6)
        papers = ((Paper.A4.value, self.tr("A4")), (Paper.A4_WIDE.value, self.tr("A4 wide")))
        self.paper = Segmented(self.tr("Paper"), papers)
        self.paper.chosen.connect(lambda _: self.changed.emit(self.options()))
        row = QHBoxLayout()
        row.addWidget(self.paper)
        row.addStretch(1)
        self._body.addLayout(row)

    def _lay_out(self) -> None:
        inner = QWidget()
        theme.ground(inner, "surface")
        inner.setLayout(self._body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 20)
        foot.setSpacing(10)
        note = self.tr("Rows that nobody has checked are marked as such in the PDF.")
        foot.addWidget(_signed("info", "text2", secondary(note, wrap=True)))
        self.problem = words("", 12, 500, "red", wrap=True)
        self._problem_box = _signed("alert", "red", self.problem)
        self._problem_box.hide()
        foot.addWidget(self._problem_box)
        self.save = QPushButton(self.tr("Save P&DF"))
        theme.button_kind(self.save, "primary")
        theme.set_icon(self.save, "download", "on_accent")
        self.save.clicked.connect(self.save_wanted)
        self.print = QPushButton(self.tr("&Print"))
        self.print.clicked.connect(self.print_wanted)
        foot.addWidget(self.save)
        foot.addWidget(self.print)
        self.set_ready(False)
        return foot


def _signed(icon: str, token: str, label: QLabel) -> QWidget:
    """A label with an icon before it."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    sign = QLabel()
    theme.set_pixmap(sign, icon, token)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return box
