"""A ready letter for each answer that is late: to copy, one by one or all. Nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views.coverage import ReadyLetter
from ui import theme
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.labels import secondary, words

translate = QCoreApplication.translate

WIDE, TALL = 900, 560
LIST_WIDE = 260
ROW = 46
BETWEEN = "\n\n" + "-" * 40 + "\n\n"


class ChaseDialog(DialogFrame):
    """Up and Down choose a letter, Space unticks one that is not sent; the filled button records
    those ticked as chased.
    """

    chased = Signal(object)
    """The requests that were chased: a tuple of ids."""

    def __init__(self, letters: Sequence[ReadyLetter], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=WIDE, height=TALL)
        self._letters = tuple(letters)
        self.set_title(self.tr("Chase {0}").format(counted(len(letters), "late answer")))
        self.cancel.setText(self.tr("Close"))
        self.say(self.tr("Copy each letter and send it yourself: FOI Track sends nothing."))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Letters"))
        self.to = secondary("", wrap=True)
        self.subject = words("", 13, 600, wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The letter"))
        self.copy = QPushButton(self.tr("Copy this &letter"))
        theme.set_icon(self.copy, "copy", "text2")
        self.copy_all = QPushButton(self.tr("Copy &all {0}").format(len(letters)))
        self.copy_all.setVisible(len(letters) > 1)
        for button in (self.copy, self.copy_all):
            # Ctrl+Enter is the filled button's, wherever the keyboard is.
            button.setAutoDefault(False)
        self._fill()
        self._lay_out()
        self.copy.clicked.connect(self.copy_one)
        self.copy_all.clicked.connect(self.copy_every)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(lambda _: self._show_button())
        self._show_button()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def copy_one(self) -> None:
        """Copy the letter that is shown."""
        letter = self._letters[max(0, self.list.currentRow())]
        QGuiApplication.clipboard().setText(_whole(letter))
        self._tick(self.list.currentRow())
        self.say(self.tr("Copied the letter to {0}.").format(self._name(letter)))

    def copy_every(self) -> None:
        """Copy all letters, one below the other."""
        QGuiApplication.clipboard().setText(BETWEEN.join(map(_whole, self._letters)))
        for row in range(self.list.count()):
            self._tick(row)
        self.say(self.tr("Copied {0}.").format(counted(len(self._letters), "letter")))

    def accept(self) -> None:
        """Record that those ticked were chased today."""
        self.set_busy(True)
        self.chased.emit(tuple(letter.request_id for letter in self.ticked()))

    def ticked(self) -> tuple[ReadyLetter, ...]:
        """The letters that will be recorded as sent."""
        on = Qt.CheckState.Checked
        return tuple(
            letter
            for row, letter in enumerate(self._letters)
            if self.list.item(row).checkState() is on
        )

    def _show_button(self) -> None:
        number = len(self.ticked())
        self.accept_button.setText(self.tr("Record {0} as chased today").format(f"{number:,}"))
        self.accept_button.setEnabled(number > 0)

    def _fill(self) -> None:
        for letter in self._letters:
            item = QListWidgetItem(f"{self._name(letter)}\n{letter.late}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self._name(letter)}, {letter.late}")
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(self.tr("Ticked: recorded as chased"))
            item.setSizeHint(QSize(100, theme.px(ROW)))
            self.list.addItem(item)

    def _tick(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            item.setIcon(theme.icon("check", "green"))
            letter = self._letters[row]
            said = self.tr("{0}, {1}, copied").format(self._name(letter), letter.late)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _name(self, letter: ReadyLetter) -> str:
        return letter.authority or self.tr("Authority not stated")

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._letters):
            return
        letter = self._letters[row]
        known = letter.to or self.tr("address not known: keep it under Authorities")
        self.to.setText(self.tr("To {0}: {1}").format(self._name(letter), known))
        self.subject.setText(letter.subject)
        self.text.setPlainText(letter.body)

    def _lay_out(self) -> None:
        self.list.setMinimumWidth(theme.px(180))
        self.list.setMaximumWidth(theme.px(LIST_WIDE))
        self.text.setMinimumHeight(theme.px(200))
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self.to, self.subject, self.text):
            right.addWidget(widget)
        right.setStretch(2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.copy_all)
        buttons.addStretch(1)
        right.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.list, 2)
        both.addLayout(right, 5)
        self.body.addLayout(both, 1)


def _whole(letter: ReadyLetter) -> str:
    to = f"{translate('Chase', 'To: {0}').format(letter.to)}\n" if letter.to else ""
    subject = translate("Chase", "Subject: {0}").format(letter.subject)
    return f"{to}{subject}\n\n{letter.body}"
