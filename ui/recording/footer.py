"""The foot of Record response: what will be saved, what is still needed, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.counting import by_number
from ui.recording.decisions import Decisions
from ui.recording.letters import called
from ui.widgets.labels import rule


class RecordFooter(QWidget):
    """One filled button, whose label counts what it saves."""

    save = Signal()
    confirm_sure = Signal()
    discard = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordFooter")
        theme.ground(self, "surface")
        self._promise = QLabel(self.tr("Nothing is saved until you confirm"), self)
        self._promise.setFont(theme.font(13, 600))
        self._rest = QLabel(self)
        self._rest.setFont(theme.font(12, 400))
        self._rest.setWordWrap(True)
        theme.colour_label(self._rest, "text2")
        self._sure = QPushButton(self.tr("Confirm all found"), self)
        self._sure.setToolTip(
            self.tr("Confirms what was plainly found; whatever says “Check this” is left to you.")
        )
        self._sure.clicked.connect(self.confirm_sure)
        theme.button_kind(self._sure, "link")
        self._sure.setObjectName("confirmAllFound")
        self._leave = QPushButton(self.tr("Leave"), self)
        self._leave.setToolTip(self.tr("The document stays, with what was found, to check later."))
        self._discard = QPushButton(self.tr("Discard"), self)
        self._discard.setToolTip(self.tr("Puts the proposal away. The file stays kept."))
        for button, asked in ((self._leave, self.leave), (self._discard, self.discard)):
            theme.button_kind(button, "quiet")
            button.clicked.connect(asked)
        self._save = QPushButton(self.tr("Save response"), self)
        self._save.setObjectName("saveResponse")
        theme.button_kind(self._save, "primary")
        self._save.clicked.connect(self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        for later in (self._leave, self._sure):
            later.hide()
        lock = QLabel(self)
        theme.set_pixmap(lock, "lock", "text2")
        self.hint = QLabel(
            self.tr(
                "Enter confirms, E changes, Delete leaves out. Ctrl+Enter saves, "
                "F6 goes to the document."
            ),
            self,
        )
        self.hint.setFont(theme.font(11, 500))
        self.hint.setWordWrap(True)
        theme.colour_label(self.hint, "text2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._promise)
        words.addWidget(self._rest)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.hint, 1)
        above.addWidget(self._sure)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(lock)
        row.addLayout(words, 1)
        for button in (self._leave, self._discard, self._save):
            row.addWidget(button)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 0, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(above)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(inside)

    def show_state(self, decisions: Decisions, attached: bool) -> None:
        """Say what would be saved and what is still needed."""
        needed = decisions.still_needed()
        letter = called(decisions.letter())
        confirmed = decisions.confirmed()
        self._save.setText(
            self.tr("Save {0} confirmed").format(confirmed) if confirmed else letter.save
        )
        self._save.setEnabled(attached and needed is None and decisions.anything())
        done = decisions.proposal.recorded and not decisions.anything()
        self._promise.setWordWrap(True)
        waits = decisions.anything()
        unsaved = (
            self.tr("Not saved yet") if waits else self.tr("Nothing is saved until you confirm")
        )
        self._promise.setText(letter.recorded if done else unsaved)
        self._leave.setVisible(decisions.proposal.recorded)
        self._discard.setVisible(not decisions.proposal.recorded)
        self._sure.setVisible(decisions.left_open() > 0)
        if not attached:
            self._rest.setText(self.tr("Still needed: which request this answers"))
        elif needed is not None:
            found = not decisions.lacks(needed)
            confirm = self.tr("Still needed: confirm “{0}”").format(letter.date)
            self._rest.setText(confirm if found else letter.needed)
        elif decisions.left_open():
            self._rest.setText(
                by_number(
                    decisions.left_open(),
                    "{0} more finding stays as proposed",
                    "{0} more findings stay as proposed",
                )
            )
        else:
            self._rest.setText(self.tr("Everything found has been decided"))

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        return (self._leave, self._discard, self._sure, self._save)

    def can_save(self) -> bool:
        """Whether Save may be pressed."""
        return self._save.isEnabled()

    def set_busy(self) -> None:
        """While saving, Save cannot be pressed twice."""
        self._save.setEnabled(False)
