"""The hairline between a page and its rail."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget


def upright_edge(parent: QWidget | None = None) -> QFrame:
    """A hairline from top to bottom."""
    line = QFrame(parent)
    line.setProperty("rule", "true")
    line.setFixedWidth(1)
    return line
