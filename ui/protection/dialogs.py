"""Typing a passphrase: to open a case file, or to protect it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from foitrack.desk import protection
from foitrack.desk.protection import NO_WAY_BACK, DamagedFileError, WrongPassphraseError, hint
from ui.core_words import told
from ui.requests.dialog_frame import DialogFrame
from ui.tasks import Tasks
from ui.widgets.form import labelled
from ui.widgets.labels import secondary, words

translate = QCoreApplication.translate


def hidden_field(name: str, help: str = "") -> tuple[QWidget, QLineEdit]:
    """A field whose letters are not shown, under its label and over its help."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return labelled(name, field, help)[0], field


class OpenDialog(DialogFrame):
    """Asks for the passphrase of a case file until it opens, or the person leaves."""

    opened = Signal(str)
    """The passphrase that opened it."""
    found_damaged = Signal(str)
    """The passphrase is right, and the file is damaged: what to say of that."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Protection", "Open with a passphrase"),
            translate("Protection", "Open"),
            parent,
            width=460,
        )
        self.setObjectName("openWithPassphrase")
        self.body.addWidget(
            words(self.tr("“{0}” opens only with its passphrase.").format(path.name), wrap=True)
        )
        self.present = Present(self, path, self.tr("&Passphrase"))
        self.field = self.present.field
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.accept)
        self._typed()
        self.field.setFocus()

    def accept(self) -> None:
        """Try it; a wrong one is said and can be typed again."""
        self.present.try_it(self._fits, self._damaged)

    def _damaged(self, said: str) -> None:
        self.done(int(self.DialogCode.Rejected))
        self.found_damaged.emit(said)

    def _fits(self, passphrase: str) -> None:
        super().accept()
        self.opened.emit(passphrase)

    def _typed(self) -> None:
        self.accept_button.setEnabled(bool(self.field.text()))
        if self.field.text():
            self.complain("")


class Present:
    """The field for the passphrase that a file has now, tried off the window's thread."""

    def __init__(self, dialog: DialogFrame, path: Path, name: str) -> None:
        self._dialog, self._path = dialog, path
        self._tasks = Tasks(dialog)
        box, self.field = hidden_field(name)
        dialog.body.addWidget(box)

    def try_it(
        self, fits: Callable[[str], None], damaged: Callable[[str], None] | None = None
    ) -> None:
        """Call `fits` with the passphrase where it opens the file; else say so.

        `damaged` is told where it would open it, were the file whole.
        """
        passphrase = self.field.text()
        if not passphrase or not self._tasks.idle():
            return
        self._dialog.set_busy(True)

        def opened(_: None) -> None:
            self._end()
            fits(passphrase)

        def failed(problem: Exception) -> None:
            if isinstance(problem, DamagedFileError) and damaged is not None:
                self._end()
                damaged(told(problem))
            else:
                self._failed(problem)

        self._tasks.run(lambda: protection.unlock(self._path, passphrase), opened, failed)

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, WrongPassphraseError):
            self._dialog.set_busy(False)
            self.field.clear()
            said = self._dialog.tr("That passphrase does not open it. Look at capital letters.")
            self._dialog.complain(said)
            self.field.setFocus()
        else:
            self._dialog.fail(problem)

    def _end(self) -> None:
        self.field.clear()
        self._tasks.close()


class ProtectDialog(DialogFrame):
    """A new passphrase, typed twice; it is said first that it cannot be recovered."""

    chosen = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        protected = protection.is_protected(path)
        change, give = (
            translate("Protection", "Change the passphrase"),
            translate("Protection", "Protect with a passphrase"),
        )
        button = (
            translate("Protection", "Change") if protected else translate("Protection", "Protect")
        )
        super().__init__(change if protected else give, button, parent, width=500)
        self.setObjectName("protectWithPassphrase")
        said = self.tr(
            "The case file and the backups made from now on open only with this passphrase. "
            "Backups made before stay as they are."
        )
        self.body.addWidget(words(said, wrap=True))
        self.body.addWidget(words(self.tr(NO_WAY_BACK), 13, 600, wrap=True))
        self.present = None
        if protected:
            self.present = Present(self, path, self.tr("&Present passphrase"))
        first, self.field = hidden_field(self.tr("&New passphrase"))
        again, self.again = hidden_field(self.tr("New passphrase &once more"))
        self.hint = secondary(self._advice(), wrap=True)
        column = first.layout()
        assert column is not None
        column.addWidget(self.hint)
        for widget in (first, again):
            self.body.addWidget(widget)
        for field in self._fields():
            field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.accept)
        self._typed()
        self._fields()[0].setFocus()

    def accept(self) -> None:
        """Hand the passphrase on, where both are the same and the present one is right."""
        if not all(field.text() for field in self._fields()):
            return
        if self.field.text() != self.again.text():
            self.complain(self.tr("The two are not the same."))
        elif self.present is not None:
            # Else whoever passes by could lock the owner out.
            self.present.try_it(lambda _present: self._agreed())
        else:
            self._agreed()

    def _agreed(self) -> None:
        passphrase = self.field.text()
        self.field.clear()
        self.again.clear()
        super().accept()
        self.chosen.emit(passphrase)

    def _advice(self) -> str:
        return self.tr("Four words that have nothing to do with each other are a good choice.")

    def _fields(self) -> list[QLineEdit]:
        present = [self.present.field] if self.present is not None else []
        return [*present, self.field, self.again]

    def _typed(self) -> None:
        said = told(hint(self.field.text()))
        self.hint.setText(said or self._advice())
        self.field.setAccessibleDescription(self.hint.text())
        self.accept_button.setEnabled(all(field.text() for field in self._fields()))
        if any(field.text() for field in self._fields()):
            self.complain("")


class UnprotectDialog(DialogFrame):
    """Takes the passphrase off, once it was typed again."""

    agreed = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Protection", "Take the passphrase off"),
            translate("Protection", "Take it off"),
            parent,
            width=480,
        )
        self.setObjectName("takePassphraseOff")
        said = self.tr(
            "The case file, and backups made from now on, can then be read by whoever has your "
            "disk or your user account. Backups made before still need the passphrase."
        )
        self.body.addWidget(words(said, wrap=True))
        self.present = Present(self, path, self.tr("&Passphrase"))
        self.field = self.present.field
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.accept)
        self._typed()
        self.field.setFocus()

    def accept(self) -> None:
        """Agree, where the passphrase is right."""
        self.present.try_it(lambda _passphrase: self._agreed())

    def _agreed(self) -> None:
        super().accept()
        self.agreed.emit()

    def _typed(self) -> None:
        self.accept_button.setEnabled(bool(self.field.text()))
        if self.field.text():
            self.complain("")
