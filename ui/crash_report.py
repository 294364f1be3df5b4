"""After a bug or a crash: what happened, and a report without titles, names or paths.

Nothing is sent. The report is shown whole; the person copies or saves it, or leaves it.
"""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from foitrack import __version__, log
from foitrack.bare_errors import told
from ui import theme
from ui.shell.help_sheets import Sheet
from ui.widgets.labels import secondary, words

translate = QCoreApplication.translate

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report_of(lines: tuple[str, ...]) -> str:
    """The whole report: which versions, and the bare lines of what happened."""
    versions = (
        f"FOI Track {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
    )
    return "\n".join((*versions, "", *lines)) + "\n"


class CrashDialog(Sheet):
    """Says what happened and shows the report; Copy and Save are all that can be done with it."""

    def __init__(self, report: str, parent: QWidget | None = None, *, before: bool = False) -> None:
        """`before` where it was the last run of the program that ended by a crash."""
        ended, wrong = (
            translate("CrashReport", "FOI Track ended unexpectedly"),
            translate("CrashReport", "Something went wrong"),
        )
        super().__init__(ended if before else wrong, parent)
        self.setObjectName("crashReport")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        happened = (
            self.tr("The last time it ran, the program stopped by a fault of its own.")
            if before
            else self.tr("The program met a fault of its own and could not finish what it did.")
        )
        kept = self.tr("What had been saved is there; what was just being typed may not be.")
        self.column.addWidget(words(f"{happened} {kept}", wrap=True))
        said = self.tr(
            "This report would help to mend it. It holds no titles, names, paths or text of "
            "documents, and it is sent nowhere: copy or save it if you want to pass it on."
        )
        self.column.addWidget(secondary(said, wrap=True))
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setFont(theme.document_font())
        self.column.addWidget(self.text, 1)
        self._add_buttons()
        room = self.screen().availableGeometry().size()
        self.resize(min(theme.px(620), room.width()), min(theme.px(460), room.height()))

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy = QPushButton(self.tr("&Copy"), self)
        self.save = QPushButton(self.tr("&Save…"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        for button, deed in (
            (self.copy, self._copy),
            (self.save, self._save),
            (self.leave, self.accept),
        ):
            button.setProperty("size", "dialog")
            button.clicked.connect(deed)
            row.addWidget(button)
        self.leave.setDefault(True)
        self.leave.setFocus()
        self.column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _save(self) -> None:
        title = self.tr("Save the report")
        path, _ = QFileDialog.getSaveFileName(self, title, "foitrack-report.txt")
        if not path:
            return
        try:
            Path(path).write_text(self.text.toPlainText(), "utf-8")
        except OSError as problem:
            self.save.setText(self.tr("Not saved: {0}").format(problem.strerror))
        else:
            self.save.setText(self.tr("Saved"))


class BugWatch(QObject):
    """Hears of every error that nobody expected, on any thread; logs it and shows the report."""

    _met = Signal(tuple)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._before: tuple[Hook, Callable[[threading.ExceptHookArgs], object]] | None = None
        self._shown: CrashDialog | None = None
        # From another thread it arrives on the window's own.
        self._met.connect(self._show)

    def begin(self) -> None:
        """Stand before the hooks that were there; they still hear everything."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def end(self) -> None:
        """Put the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def show_crash_of_before(self, lines: tuple[str, ...]) -> None:
        """Offer the report of a run that ended by a crash."""
        self._open(CrashDialog(report_of(lines), self._window(), before=True))

    def _on_error(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            self._before[0](kind, problem, trace)
        if issubclass(kind, Exception):
            log.failed(problem)
            self._met.emit(told(problem))

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if self._before is not None:
            self._before[1](args)
        if isinstance(args.exc_value, Exception):
            log.failed(args.exc_value, log.Said.BUG_IN_THREAD)
            self._met.emit(told(args.exc_value))

    def _show(self, lines: tuple[str, ...]) -> None:
        # One at a time: a fault that repeats itself must not bury the screen.
        if self._shown is None:
            self._open(CrashDialog(report_of(lines), self._window()))

    def _open(self, dialog: CrashDialog) -> None:
        self._shown = dialog
        dialog.destroyed.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._shown = None

    def _window(self) -> QWidget | None:
        return self._app.activeWindow()
