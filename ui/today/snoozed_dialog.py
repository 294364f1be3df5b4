"""What has been put off, to bring it back before its day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from foitrack.desk.agenda_words import TITLES
from foitrack.desk.snoozing import PutOff
from foitrack.law.wording import full_date
from ui import theme
from ui.core_words import told
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame

ROW = 46


class SnoozedDialog(DialogFrame):
    """Up and Down go through the lines, Shift and Ctrl choose several; Enter brings them back."""

    wanted = Signal(object)
    """The lines to bring back: a tuple of `PutOff`."""

    def __init__(self, lines: Sequence[PutOff], number: int, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=560, height=360)
        self._lines = tuple(lines)
        self.set_title(self.tr("{0} snoozed").format(counted(number, "request")))
        self.accept_button.setText(self.tr("Bring back"))
        self.every = QPushButton(self.tr("Choose &all"))
        self.every.setAutoDefault(False)
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("What is snoozed"))
        for line in self._lines:
            self.list.addItem(_item(line, self.tr("back on {0}").format(full_date(line.until))))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        if number > len(self._lines):
            self.say(self.tr("The first {0} are listed.").format(f"{len(self._lines):,}"))
        self.every.clicked.connect(self.list.selectAll)
        self.list.itemSelectionChanged.connect(self._show_button)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def chosen(self) -> tuple[PutOff, ...]:
        """The lines chosen."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return tuple(self._lines[row] for row in rows)

    def accept(self) -> None:
        """Tell which shall come back."""
        chosen = self.chosen()
        if chosen:
            self.done(int(self.DialogCode.Accepted))
            self.wanted.emit(chosen)

    def _show_button(self) -> None:
        self.accept_button.setEnabled(bool(self.list.selectedIndexes()))


def _item(line: PutOff, back: str) -> QListWidgetItem:
    name = line.authority or line.title
    why = told(TITLES[line.kind])
    item = QListWidgetItem(f"{name}\n{why}, {back}")
    said = f"{name}, {line.title}, {why}, {back}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    item.setToolTip(line.title)
    item.setSizeHint(QSize(100, theme.px(ROW)))
    return item
