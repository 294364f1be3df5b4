"""A choice of a few, side by side, of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class Segmented(QFrame):
    """Left and right arrows move the choice, as in a group of radio buttons."""

    chosen = Signal(str)
    """The value of the choice, when a person changes it."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self.setAccessibleName(name)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, (_, words) in enumerate(options):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self.set_value(self._values[0])
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def value(self) -> str:
        """The choice that is on."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Put a choice on without saying so; ValueError where there is no such choice."""
        place = self._values.index(value)
        self._group.button(place).setChecked(True)
        self.setFocusProxy(self._group.button(place))
        for other in self._group.buttons():
            on = self._group.id(other) == place
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def rename(self, value: str, words: str) -> None:
        """Call a choice by other words."""
        button = self._group.button(self._values.index(value))
        button.setText(words)
        button.setAccessibleName(f"{self.accessibleName()}: {words}")

    def offer(self, values: Sequence[str]) -> None:
        """Show only some of the choices; the others are not there for now."""
        for button in self._group.buttons():
            button.setVisible(self._values[self._group.id(button)] in values)

    def choose(self, value: str) -> None:
        """Put a choice on as a person would; ValueError where there is no such choice."""
        self.set_value(value)
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        there = [at for at in range(len(self._values)) if not self._group.button(at).isHidden()]
        place = there[(there.index(self._group.checkedId()) + step) % len(there)]
        self.choose(self._values[place])
        self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
