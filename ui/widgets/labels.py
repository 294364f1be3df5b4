"""Words on a page in the design's few sizes, each following the theme and the text size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui import theme


def words(
    text: str, size: int = 13, weight: int = 400, token: str = "text", *, wrap: bool = False
) -> QLabel:
    """A plain label; text from documents is never taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(size, weight))
    label.setWordWrap(wrap)
    theme.colour_label(label, token)
    return label


def headline(text: str) -> QLabel:
    """The sentence at the head of Today."""
    return words(text, 26, 600, wrap=True)


def page_title(text: str) -> QLabel:
    """A page's title."""
    return words(text, 20, 600)


def record_title(text: str) -> QLabel:
    """The name of the thing that a pane shows."""
    return words(text, 17, 600)


def section(text: str) -> QLabel:
    """The heading of a section."""
    return words(text, 14, 600)


def secondary(text: str, *, wrap: bool = False) -> QLabel:
    """Words of second rank."""
    return words(text, 12, 400, "text2", wrap=wrap)


def explaining(text: str, *, wrap: bool = False) -> QLabel:
    """Words below a tick box or a round one, in line with its own, clear of the ring around it."""
    label = secondary(text, wrap=wrap)
    # Not a margin, which would stay at the left of what is read from the right.
    label.setIndent(theme.px(16) + 8)
    label.setContentsMargins(0, 4, 0, 0)
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline across a layout."""
    line = QFrame(parent)
    line.setProperty("rule", "true")
    line.setFixedHeight(1)
    return line
