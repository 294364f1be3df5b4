"""Typing a passphrase: to open a case file, or to protect it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from foitrack.desk import protection
from foitrack.desk.protection import NO_WAY_BACK, WrongPassphraseError, hint
from foitrack.errors import PlainError
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.labels import secondary, words


def hidden_field(name: str, parent: QWidget) -> tuple[QLabel, QLineEdit]:
    """A field whose letters are not shown, and its label."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    label = words(name, 12, 500)
    label.setBuddy(field)
    return label, field


class OpenDialog(DialogFrame):
    """Asks for the passphrase of a case file until it opens, or the person leaves."""

    opened = Signal(str)
    """The passphrase that opened it."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("Open with a passphrase", "Open", parent, width=460)
        self.setObjectName("openWithPassphrase")
        self._path = path
        self.body.addWidget(
            words(self.tr("“{0}” opens only with its passphrase.").format(path.name), wrap=True)
        )
        label, self.field = hidden_field(self.tr("Passphrase"), self)
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.accept)
        self._typed()
        self.field.setFocus()

    def accept(self) -> None:
        """Try it; a wrong one is said and can be typed again."""
        if not self.field.text():
            return
        try:
            protection.unlock(self._path, self.field.text())
        except WrongPassphraseError:
            self.field.clear()
            self.complain(self.tr("That passphrase does not open it. Look at capital letters."))
            return
        except PlainError as problem:
            self.complain(str(problem))
            return
        passphrase = self.field.text()
        self.field.clear()
        super().accept()
        self.opened.emit(passphrase)

    def _typed(self) -> None:
        self.accept_button.setEnabled(bool(self.field.text()))
        if self.field.text():
            self.complain("")


class ProtectDialog(DialogFrame):
    """A new passphrase, typed twice; it is said first that it cannot be recovered."""

    chosen = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        protected = protection.is_protected(path)
        title = "Change the passphrase" if protected else "Protect with a passphrase"
        super().__init__(title, "Change" if protected else "Protect", parent, width=500)
        self.setObjectName("protectWithPassphrase")
        said = self.tr(
            "The case file and the backups made from now on open only with this passphrase. "
            "Backups made before stay as they are."
        )
        self.body.addWidget(words(said, wrap=True))
        self.body.addWidget(words(self.tr(NO_WAY_BACK), 13, 600, wrap=True))
        first, self.field = hidden_field(self.tr("New passphrase"), self)
        again, self.again = hidden_field(self.tr("New passphrase once more"), self)
        self.hint = secondary(" ", wrap=True)
        for widget in (first, self.field, self.hint, again, self.again):
            self.body.addWidget(widget)
        for field in (self.field, self.again):
            field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.accept)
        self._typed()
        self.field.setFocus()

    def accept(self) -> None:
        """Hand the passphrase on, where both are the same."""
        if not self.field.text():
            return
        if self.field.text() != self.again.text():
            self.complain(self.tr("The two are not the same."))
            return
        passphrase = self.field.text()
        self.field.clear()
        self.again.clear()
        super().accept()
        self.chosen.emit(passphrase)

    def _typed(self) -> None:
        said = hint(self.field.text())
        self.hint.setText(self.tr(said) if said else " ")
        self.field.setAccessibleDescription(said)
        self.accept_button.setEnabled(bool(self.field.text() and self.again.text()))
        self.complain("")
