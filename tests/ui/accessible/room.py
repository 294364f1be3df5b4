"""What has too little room in a window: words cut off, and widgets that lie over one another."""

from __future__ import annotations

import re
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from ui.casedata.source_strip import Quotation
from ui.widgets.elided import ElidedLabel

SLACK = 2
"""Points that nobody sees."""
SHOWN = QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox
INSIDE = QAbstractSpinBox | QComboBox | QLineEdit | QTabBar
"""What keeps its own parts in order."""


def cramped(top: QWidget) -> list[str]:
    """The faults that a person would see, in words."""
    shown = [widget for widget in top.findChildren(QWidget) if _is_shown(widget, top)]
    found = [f"{_told(widget)}: {what}" for widget in shown if (what := _cut(widget, top))]
    for one, other in combinations(shown, 2):
        over = _seen(one, top) & _seen(other, top)
        if over.width() > SLACK and over.height() > SLACK and not _related(one, other):
            found.append(f"{_told(one)} lies over {_told(other)}")
    return found


def _is_shown(widget: QWidget, top: QWidget) -> bool:
    if (
        not isinstance(widget, SHOWN)
        or not widget.isVisible()
        or widget.window() is not top.window()
    ):
        return False
    if isinstance(widget.parent(), INSIDE):
        return False
    return bool(_words(widget)) or not isinstance(widget, QLabel)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return re.sub("<[^>]+>|&nbsp;", " ", str(text() if callable(text) else text))


def _told(widget: QWidget) -> str:
    said = _words(widget) or widget.accessibleName()
    return f"{type(widget).__name__} {said[:40]!r}"


def _cut(widget: QWidget, top: QWidget) -> str:
    if (hidden := _hidden(widget, top)) > SLACK:
        return f"{hidden} points of it are out of sight"
    if isinstance(widget, ElidedLabel | Quotation):
        return ""
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QAbstractButton) and _words(widget):
        needed = widget.sizeHint().width()
        return f"{widget.width()} wide, needs {needed}" if needed - widget.width() > SLACK else ""
    tall = widget.fontMetrics().height() if _words(widget) else 0
    return f"{widget.height()} high, a line is {tall}" if widget.height() < tall else ""


def _cut_label(label: QLabel) -> str:
    if not label.wordWrap():
        needed = label.sizeHint()
        short = (needed.width() - label.width(), needed.height() - label.height())
        return f"{label.size()} of {needed}" if max(short) > SLACK else ""
    tall = label.heightForWidth(label.width())
    if tall - label.height() > SLACK:
        return f"{label.height()} high, needs {tall} at a width of {label.width()}"
    measure = label.fontMetrics().horizontalAdvance
    longest = max(map(measure, re.findall(r"[^\s/–-]+", _words(label))), default=0)
    room = label.contentsRect().width()
    return f"{room} wide, a word is {longest}" if longest - room > SLACK else ""


def _seen(widget: QWidget, top: QWidget) -> QRect:
    """The part of a widget that its ancestors let be seen, in the window's points."""
    box = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None:
        box &= QRect(parent.mapTo(top, QPoint(0, 0)), parent.size())
        parent = None if parent is top else parent.parentWidget()
    return box


def _hidden(widget: QWidget, top: QWidget) -> int:
    """How much of a widget is beyond an ancestor's edge where nobody can scroll to it."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    box, worst = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()), 0
    across = down = False
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            across = across or parent.horizontalScrollBarPolicy() != never
            down = down or parent.verticalScrollBarPolicy() != never
        own = QRect(parent.mapTo(top, QPoint(0, 0)), parent.size())
        # The viewport cuts before the area around it says that it scrolls.
        if not isinstance(parent.parentWidget(), QAbstractScrollArea):
            beyond = (0, 0) if across else (own.left() - box.left(), box.right() - own.right())
            below = (0, 0) if down else (own.top() - box.top(), box.bottom() - own.bottom())
            worst = max(worst, *beyond, *below)
        parent = None if parent is top else parent.parentWidget()
    return worst


def _related(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)
