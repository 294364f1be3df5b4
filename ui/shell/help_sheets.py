"""Sheets to read, and About."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

import foitrack
from ui import theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import record_title, secondary


class Sheet(QDialog):
    """A dialog to read, with one button that closes it; Esc does too."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        theme.ground(self, "raised")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(record_title(title))
        FocusRing(self)

    def add_close(self, *, default: bool = True) -> None:
        """Put the button below what has been added; where it is the default, Enter presses it."""
        button = QPushButton(self.tr("Close"), self)
        button.setProperty("size", "dialog")
        button.setDefault(default)
        button.setAutoDefault(default)
        button.clicked.connect(self.accept)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)


class AboutSheet(Sheet):
    """What the program is, its version, its licence, and that nothing leaves the computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("FOI Track", parent)
        lines = (
            self.tr("Version {0}").format(foitrack.__version__),
            self.tr(
                "Keeps freedom of information requests, their statutory clocks, and what came "
                "back. Everything stays on this computer; nothing is sent anywhere."
            ),
            self.tr("It is not legal advice: each date says which law it comes from, so check it."),
            self.tr(
                "Free software under the GNU General Public License, version 3 or later. "
                "Bank holidays: GOV.UK, Open Government Licence v3.0. "
                "Typefaces: Inter and Noto Sans, SIL Open Font License 1.1."
            ),
        )
        for line in lines:
            self.column.addWidget(secondary(line, wrap=True))
        self.add_close()
        self.setFixedWidth(theme.px(440))
