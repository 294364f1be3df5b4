"""Two values of one thing, mine and theirs, and which of them shall stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.stale import Conflict
from ui import theme
from ui.core_words import told
from ui.widgets.labels import explaining, words

SHOWN = 400
"""Letters of a value; the whole is in its tooltip."""


class BothValues(QWidget):
    """Hidden while nobody else has changed what is being changed here."""

    chosen = Signal(object, bool)
    """A conflict, and whether mine shall stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bothValues")
        self.setAccessibleName(self.tr("Changed by somebody else meanwhile"))
        theme.ground(self, "sunken")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._open: set[str] = set()
        self.mine: dict[str, QRadioButton] = {}
        self.theirs: dict[str, QRadioButton] = {}
        self._inside: QWidget | None = None
        self.hide()

    def is_undecided(self) -> bool:
        """Whether something is still to be chosen."""
        return bool(self._open)

    def clear(self) -> None:
        """Take everything away: what was chosen is stored."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self.mine, self.theirs, self._open = {}, {}, set()
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show both values of each, with the keyboard on the first."""
        self.clear()
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for conflict in conflicts:
            if column.count():
                column.addSpacing(10)
            self._add(conflict, column, inside)
        if len(conflicts) > 1:
            column.addLayout(self._all())
        self._open = {conflict.field for conflict in conflicts}
        self._inside = inside
        self._column.addWidget(inside)
        self.show()
        next(iter(self.mine.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, conflict: Conflict, column: QVBoxLayout, inside: QWidget) -> None:
        by = conflict.by_whom()
        name = told(conflict.name)
        changed = self.tr("{0} was changed meanwhile").format(name)
        if by:
            changed = self.tr("{0} was changed meanwhile {1}").format(name, told(by))
        column.addWidget(words(changed, 13, 600, wrap=True))
        group = QButtonGroup(inside)
        sides = (
            (self.mine, self.tr("Keep mine"), told(conflict.mine_said), True),
            (self.theirs, self.tr("Take theirs"), told(conflict.theirs_said), False),
        )
        for buttons, said, value, mine in sides:
            button = QRadioButton(said)
            button.setAccessibleName(f"{name}: {said}")
            button.setAccessibleDescription(value)
            group.addButton(button)
            button.toggled.connect(partial(self._choose, conflict, mine))
            buttons[conflict.field] = button
            shown = explaining(value[:SHOWN] or self.tr("(empty)"), wrap=True)
            shown.setToolTip(value if len(value) > SHOWN else "")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(shown)

    def _all(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for said, buttons in (
            (self.tr("Keep all of mine"), self.mine),
            (self.tr("Take all of theirs"), self.theirs),
        ):
            button = QPushButton(said)
            theme.button_kind(button, "link")
            button.clicked.connect(partial(_check_all, buttons))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose(self, conflict: Conflict, mine: bool, checked: bool) -> None:
        if checked:
            self._open.discard(conflict.field)
            self.chosen.emit(conflict, mine)


def _check_all(buttons: dict[str, QRadioButton], _checked: bool = False) -> None:
    for button in buttons.values():
        button.setChecked(True)
