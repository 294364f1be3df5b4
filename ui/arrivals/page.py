"""What came in: every file kept and not recorded, how far it is read, and whose answer it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import responses
from foitrack.desk.arrivals import Arrival, arrivals
from ui import theme
from ui.arrivals.delegate import TwoLines
from ui.arrivals.lines import Line, headline, in_words, line_of, refused_line, waiting_line
from ui.arrivals.model import FILE, REQUEST, STATE, ArrivalsModel
from ui.core_words import told
from ui.recording.deeds import attach
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import words
from ui.widgets.page_header import PageHeader
from ui.widgets.table_view import ListTable

if TYPE_CHECKING:
    from ui.workspace import Workspace

ROW = 46
SHARES = {FILE: 36, STATE: 28, REQUEST: 36}


class ArrivalsPage(QWidget):
    """Enter opens a file for checking; each is still confirmed by a person."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrivalsPage")
        theme.ground(self, "window")
        self._workspace = workspace
        self._found: tuple[Arrival, ...] = ()
        self._asking = self._ask_again = False
        self.model = ArrivalsModel()
        self.model.setParent(self)
        self._make()
        self._lay_out()
        workspace.changed.connect(lambda _: self.refresh())
        workspace.intake.moved.connect(self._moved)
        workspace.readings.moved.connect(lambda _: self._moved())
        self.refresh()

    # -- the parts ----------------------------------------------------------------------------

    def _make(self) -> None:
        self.header = PageHeader(self.tr("What came in"))
        self.sentence = words("", 13, 400, "text2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(theme.px(6))
        self.progress.setAccessibleName(self.tr("Files read"))
        self.stop = QPushButton(self.tr("Stop reading"))
        self.stop.setToolTip(self.tr("The files stay kept; they can be read later."))
        self.stop.clicked.connect(self._workspace.readings.stop_all)
        self.table = ListTable(self.tr("Files that came in"), row=ROW)
        self.table.setModel(self.model)
        self.table.setItemDelegate(TwoLines(self.table))
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)
        for column in SHARES:
            mode = QHeaderView.ResizeMode.Stretch
            self.table.horizontalHeader().setSectionResizeMode(column, mode)
        self.empty = EmptyState(
            self.tr("Nothing is waiting"),
            self.tr("Drop files or a folder here. Each is kept, read, and then checked by you."),
            icon="inbox",
            button=self.tr("Choose files…"),
        )
        self.empty.asked.connect(lambda: self._workspace.navigate.emit("record-response", None))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.choose = QPushButton(self.tr("Which request?"))
        self.choose.clicked.connect(lambda: self._offer_requests(self.table.currentIndex()))
        self.away = QPushButton(self.tr("Discard"))
        self.away.setToolTip(self.tr("Puts the file away. It stays kept."))
        theme.button_kind(self.away, "quiet")
        self.away.clicked.connect(self._put_away)
        self.review = QPushButton(self.tr("Review"))
        theme.button_kind(self.review, "primary")
        self.review.clicked.connect(lambda: self._open(self.table.currentIndex()))

    def _lay_out(self) -> None:
        progress = QHBoxLayout()
        progress.setSpacing(12)
        progress.addWidget(self.sentence, 1)
        progress.addWidget(self.progress)
        progress.addWidget(self.stop)
        self._promise = words(
            self.tr("Each is still confirmed by you."), 12, 400, "text2", wrap=True
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._promise, 1)
        for button in (self.away, self.choose, self.review):
            foot.addWidget(button)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 0, 24, 16)
        inside.setSpacing(12)
        inside.addLayout(progress)
        inside.addWidget(self.stack, 1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inside, 1)

    def foot_height(self) -> int:
        """Pixels at the foot that a notice must not cover."""
        return self.review.height() + 24

    # -- keeping up ---------------------------------------------------------------------------

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again; while it answers, one more question at most waits."""
        if self._asking:
            self._ask_again = True
            return
        self._asking, desk = True, self._workspace.desk
        self._workspace.read(lambda: arrivals(desk), self._take, self._failed)

    def _take(self, found: tuple[Arrival, ...]) -> None:
        self._found, self._asking = found, False
        self._show()
        if self._ask_again:
            self._ask_again = False
            self.refresh()

    def _failed(self, problem: Exception) -> None:
        self._asking = False
        self._workspace.notice.emit(told(problem), False)

    def _moved(self) -> None:
        self._show()
        self.refresh()

    def lines(self) -> list[Line]:
        """The files that came in, those kept first."""
        readings, intake = self._workspace.readings, self._workspace.intake
        made = [
            line_of(one, readings.state(one.proposal_id), readings.problem(one.proposal_id))
            for one in self._found
        ]
        made += [waiting_line(name) for name in intake.waiting]
        return made + [refused_line(refused) for refused in intake.refused]

    def _show(self) -> None:
        lines, current = self.lines(), self._current()
        self.model.show_lines(lines)
        self.stack.setCurrentWidget(self.table if lines else self.empty)
        self._promise.setVisible(bool(lines))
        self._choose_row(current.proposal_id if current is not None else None)
        self._show_progress(lines)
        self._show_buttons()

    def _show_progress(self, lines: list[Line]) -> None:
        readings, intake = self._workspace.readings, self._workspace.intake
        left, whole = readings.left() + len(intake.waiting), len(intake.batch) + len(intake.waiting)
        there = {line.proposal_id for line in lines}
        done = sum(1 for proposal_id in intake.batch if proposal_id not in there)
        self.sentence.setText(headline(lines, left, len(intake.batch), done) if lines else "")
        self.sentence.setVisible(bool(lines))
        for widget in (self.progress, self.stop):
            widget.setVisible(left > 0)
        self.progress.setFixedWidth(theme.px(160))
        self.progress.setRange(0, max(whole, left))
        self.progress.setValue(max(whole, left) - left)

    def _choose_row(self, proposal_id: int | None) -> None:
        if self.table.currentIndex().isValid() or not self.model.lines:
            return
        ids = [line.proposal_id for line in self.model.lines]
        known = proposal_id is not None and proposal_id in ids
        self.table.selectRow(ids.index(proposal_id) if known else 0)

    def _current(self) -> Line | None:
        index = self.table.currentIndex()
        there = index.isValid() and index.row() < len(self.model.lines)
        return self.model.lines[index.row()] if there else None

    def _show_buttons(self) -> None:
        line = self._current()
        kept = line is not None and line.proposal_id is not None
        self.review.setEnabled(kept)
        self.away.setEnabled(kept)
        self.choose.setEnabled(kept and line is not None and line.wants_request)
        for button in (self.review, self.away, self.choose):
            button.setVisible(bool(self.model.lines))

    # -- what a person does -------------------------------------------------------------------

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            proposal_id = self.model.lines[index.row()].proposal_id
            if proposal_id is not None:
                self._workspace.navigate.emit("recording", proposal_id)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == REQUEST and self.model.cell(index).link:
            self._offer_requests(index)

    def _put_away(self) -> None:
        line, desk = self._current(), self._workspace.desk
        if line is not None and line.proposal_id is not None:
            proposal_id = line.proposal_id
            self._workspace.readings.stop(proposal_id)
            self._workspace.write(lambda: responses.discard(desk, proposal_id))

    def menu_for(self, line: Line) -> QMenu:
        """The requests that a file may answer, likely ones first, and the way to others."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assert line.arrival is not None and line.proposal_id is not None
        proposal_id = line.proposal_id
        for request in line.arrival.candidates:
            action = menu.addAction(in_words(request).replace("&", "&&"))
            action.setToolTip(told(request.why))
            action.triggered.connect(
                lambda _=False, wanted=request.id: self._attach(proposal_id, wanted)
            )
        if line.arrival.candidates:
            menu.addSeparator()
        known = bool(line.arrival.candidates)
        other = menu.addAction(
            self.tr("Another request…") if known else self.tr("Choose a request…")
        )
        other.triggered.connect(lambda: self._workspace.navigate.emit("recording", proposal_id))
        log = menu.addAction(self.tr("Log the request…"))
        log.setToolTip(self.tr("For a request that is not in this case file yet."))
        log.triggered.connect(lambda: self._workspace.navigate.emit("new-request", None))
        return menu

    def _offer_requests(self, index: QModelIndex) -> None:
        line = self.model.lines[index.row()] if index.isValid() else None
        if line is not None and line.wants_request:
            box = self.table.visualRect(self.model.index(index.row(), REQUEST))
            spot = self.table.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 2))
            self.menu_for(line).popup(spot)

    def _attach(self, proposal_id: int, request_id: int) -> None:
        attach(self._workspace, self, proposal_id, request_id)
