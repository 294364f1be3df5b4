"""Columns made of a table that a person came with from a letter, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme
from ui.schemas.loading import FromTable
from ui.workspace import Workspace


class FromLetter(QObject):
    """The letter, and its table until it was looked for among those there are."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self.back = QPushButton(self.tr("Back to the letter"), page)
        theme.button_kind(self.back, "quiet")
        theme.set_icon(self.back, "chevron-left", "text2")
        self.back.clicked.connect(self.go_back)
        self.back.hide()
        self._letter: int | None = None
        self._wanted: FromTable | None = None

    @property
    def letter(self) -> int | None:
        """The response that a person came from."""
        return self._letter

    def come(self, wanted: FromTable | None) -> None:
        """Remember where a person came from; nowhere where they came otherwise."""
        self._letter = wanted.response_id if wanted is not None else None
        self._wanted = wanted
        self.back.setVisible(wanted is not None)

    def begin(self, begin: Callable[[FromTable], None]) -> None:
        """Begin from the table, once."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            begin(wanted)

    def go_back(self) -> None:
        """To the letter, which shows what its tables are read as now."""
        letter = self._letter
        self.come(None)
        if letter is not None:
            self._workspace.navigate.emit("recording", letter)
