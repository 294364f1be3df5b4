"""The shortcut sheet and About."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

import foitrack
from ui import theme
from ui.actions import Actions, keys_in_words, name_in_words
from ui.widgets.labels import record_title, secondary, section, words


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

    def add_close(self) -> None:
        """Put the button below what has been added."""
        button = QPushButton(self.tr("Close"), self)
        button.setProperty("size", "dialog")
        button.setDefault(True)
        button.clicked.connect(self.accept)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)


class ShortcutSheet(Sheet):
    """Every key there is, by group, as the registry of actions has them."""

    ELSEWHERE = (
        ("Enter", "Open or confirm what is chosen"),
        ("Esc", "Close, or go back"),
        ("Tab", "Go to the next field or list"),
        ("Space", "Tick, or open what is chosen"),
    )

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), parent)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for group, members in actions.groups():
            keyed = [(name_in_words(one), keys_in_words(one)) for one in members if one.shortcuts()]
            self._add_group(grid, group, keyed)
        self._add_group(
            grid,
            self.tr("Everywhere"),
            [(self.tr(what), self.tr(key)) for key, what in self.ELSEWHERE],
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        scroll.setWidget(holder)
        self.column.addWidget(scroll, 1)
        self.add_close()
        self.resize(theme.px(520), theme.px(600))

    def _add_group(self, grid: QGridLayout, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        heading = section(title)
        heading.setContentsMargins(0, 8 if grid.rowCount() > 1 else 0, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for what, keys in lines:
            row = grid.rowCount()
            grid.addWidget(words(what), row, 0)
            grid.addWidget(words(keys, 13, 500, "text2"), row, 1)


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
