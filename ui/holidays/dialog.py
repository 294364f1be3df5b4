"""Bank holidays: the list in use, and a newer one, shown with all it moves before it is saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QPushButton, QWidget

from foitrack.holiday_lists import GOVUK
from foitrack.law.calendars import Calendars
from foitrack.law.holiday_updates import ListChange
from foitrack.law.wording import full_date
from ui import theme
from ui.counting import by_number
from ui.holidays.model import COLUMNS, MovedModel, Offer, look_at, put_in_use
from ui.requests.dialog_frame import DialogFrame
from ui.requests.facts_grid import FactsGrid
from ui.widgets.labels import rule, secondary, section, words
from ui.widgets.table_view import ListTable

if TYPE_CHECKING:
    from ui.workspace import Workspace

translate = QCoreApplication.translate

WIDTH = 880
MOST_ROWS = 6
"""Rows of the table that show without scrolling."""
MOST_NAMED = 8
"""Holidays named; of more than that the first are, with the number of the rest."""
DATE_ROOM = 28
MOST_MEASURED = 200
"""Rows by which the columns get their widths: a list may move thousands of deadlines."""


class HolidaysDialog(DialogFrame):
    """Nothing is asked of GOV.UK until its button is pressed; nothing is saved until Save is."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("", "", parent, width=WIDTH)
        self._workspace = workspace
        self._offer: Offer | None = None
        self.set_title(self.tr("Bank holidays"))
        self.accept_button.setText(self.tr("Save"))
        self.facts = FactsGrid()
        self.from_file = QPushButton(self.tr("Update from &file…"))
        self.from_govuk = QPushButton(self.tr("Update from &GOV.UK…"))
        self.changes = FactsGrid()
        self.heading = section("")
        self.none_move = words(self.tr("No open deadline moves."), 13, 400, "text2")
        self.model = MovedModel(self)
        self.table = ListTable(self.tr("Open deadlines that move"))
        self.table.setModel(self.model)
        # The cells stand below their headers' words.
        self.table.setStyleSheet("QTableView::item { padding-left: 5px; }")
        self._build()
        self._show_list(workspace.desk.reference.calendars)
        self._show_offer(None)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.from_file, self.from_govuk):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.from_govuk.setToolTip(GOVUK)
        self.from_file.clicked.connect(self._choose)
        self.from_govuk.clicked.connect(lambda: self.look(GOVUK))
        self._line = rule()
        self.body.addWidget(self.facts)
        self.body.addLayout(buttons)
        self.body.addWidget(
            secondary(
                self.tr(
                    "GOV.UK is asked for its list, over HTTPS, only when you press the button; "
                    "nothing about your requests is sent."
                ),
                wrap=True,
            )
        )
        for widget in (self._line, self.changes, self.heading, self.none_move, self.table):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    # The list in use

    def _show_list(self, calendars: Calendars) -> None:
        facts, last = self.facts, calendars.last_sure_day
        facts.clear()
        facts.add(self.tr("Source"), calendars.source)
        facts.add(
            self.tr("Covers"),
            self.tr("{first} to {last}").format(first=calendars.first_year, last=last.year),
        )
        facts.add(
            self.tr("Last sure day"),
            full_date(last),
            self.tr("Dates after it are worked out and marked as provisional."),
        )

    # A newer list

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("A newer list of bank holidays"), "", self.tr("GOV.UK's list (*.json)")
        )
        if path:
            self.look(path)

    def look(self, origin: str) -> None:
        """See what a list at a file or an https address changes; nothing is saved."""
        workspace = self._workspace
        self._show_offer(None)
        self.complain("")
        self.say(self.tr("Reading the list…"))
        self._enable(False)
        workspace.read(
            partial(look_at, workspace.desk, origin, workspace.today),
            self._offered,
            self._refused,
            self.tr("Reading the list of bank holidays"),
        )

    def offer(self) -> Offer | None:
        """The list that Save would put into use, if there is one."""
        return self._offer

    def _offered(self, offer: Offer) -> None:
        self._enable(True)
        self.say("")
        self._show_offer(offer)
        self.accept_button.setFocus()

    def _refused(self, problem: Exception) -> None:
        self._enable(True)
        self.say("")
        self.fail(problem)
        self._show_offer(None)

    def _enable(self, yes: bool) -> None:
        for button in (self.from_file, self.from_govuk):
            button.setEnabled(yes)

    def _show_offer(self, offer: Offer | None) -> None:
        self._offer = offer
        moves = offer.deadlines if offer else ()
        self.model.show_deadlines(moves)
        for widget in (self._line, self.changes, self.heading):
            widget.setVisible(offer is not None)
        self.none_move.setVisible(offer is not None and not moves)
        self.table.setVisible(bool(moves))
        self.accept_button.setEnabled(offer is not None)
        self.cancel.setText(self.tr("Cancel") if offer else self.tr("Close"))
        if offer is not None:
            self._show_changes(offer)
            self._fit_table()
        # New lines are measured only once Qt has shown them.
        QTimer.singleShot(0, self, self.refit)

    def _show_changes(self, offer: Offer) -> None:
        facts, offered = self.changes, offer.offered
        facts.clear()
        facts.add(self.tr("Newer list"), offered.source)
        facts.add(self.tr("Last sure day"), full_date(offered.calendars.last_sure_day))
        for name, said in self._named(offered.change):
            facts.add(name, said)
        moved = len(offer.deadlines)
        moves = by_number(moved, "{0} open deadline moves", "{0} open deadlines move")
        self.heading.setText(moves if moved else self.tr("Open deadlines"))

    def _named(self, change: ListChange) -> list[tuple[str, str]]:
        lists = ((self.tr("New"), change.added), (self.tr("No longer"), change.removed))
        found = []
        for name, its in lists:
            lines = [f"{full_date(each.on)}, {each.why}" for each in its[:MOST_NAMED]]
            if its[MOST_NAMED:]:
                lines.append(self.tr("and {0} more").format(len(its) - MOST_NAMED))
            if lines:
                found.append((name, "\n".join(lines)))
        return found or [(self.tr("Holidays"), self.tr("No bank holiday changes."))]

    def _fit_table(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(theme.font(13))
        measured = range(min(self.model.rowCount(), MOST_MEASURED))
        for column in range(1, len(COLUMNS)):
            said = [str(self.model.index(row, column).data()) for row in measured]
            widest = max(
                map(metrics.horizontalAdvance, [*said, translate("Holidays", COLUMNS[column])]),
                default=0,
            )
            self.table.setColumnWidth(column, widest + theme.px(DATE_ROOM))
        rows = min(self.model.rowCount(), MOST_ROWS)
        tall = header.sizeHint().height() + rows * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(tall + 4)

    # Saving

    def accept(self) -> None:
        """Put the list into use and count the case file again by it."""
        if self._offer is None or not self.accept_button.isEnabled():
            return
        self.set_busy(True)
        self._enable(False)
        # Long work shows at the foot of the window: it goes on where this is closed.
        put_in_use(self._workspace, self._offer, self._saved, self._unsaved)

    def _saved(self) -> None:
        self.done(int(self.DialogCode.Accepted))

    def _unsaved(self, problem: Exception) -> None:
        self._enable(True)
        self.fail(problem)
