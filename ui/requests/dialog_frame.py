"""The frame of a dialog: title, body that scrolls, what is wrong, and the buttons that stay."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.moving import ELSEWHERE_HELPS
from foitrack.desk.views import DeskError
from foitrack.errors import PlainError
from ui import theme
from ui.core_words import told
from ui.requests.frameless import Frameless
from ui.requests.scrim import Scrim
from ui.tasks import show_as_bug
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import rule, secondary, words

MARGIN = 24
BORDER = 32
"""Pixels of the window that a dialog leaves free around it."""


class DialogFrame(Frameless):
    """Esc and Cancel leave without a change; the filled button does the one thing asked for."""

    enter_accepts = False
    """Whether Enter in a field of one line presses the filled button; where a field takes Enter
    for itself, it must not.
    """

    def __init__(
        self,
        title: str,
        accept: str,
        parent: QWidget | None = None,
        *,
        width: int = 520,
        height: int = 0,
    ) -> None:
        """`width` and the least `height` are in pixels at 100 % text."""
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width = width
        self._least = height
        self._scrim: Scrim | None = None
        self._inside = QWidget()
        self.title = words(title, 17, 600)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(MARGIN, 4, MARGIN, 20)
        self.body.setSpacing(16)
        self.note = secondary("", wrap=True)
        self.problem = words("", 12, 500, "red", wrap=True)
        self.problem.setAccessibleName(self.tr("What is wrong"))
        self.problem.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.accept_button = QPushButton(accept, self)
        self._build_frame()
        FocusRing(self)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self.show_help)

    def show_help(self) -> None:
        """Open the section of the guide that explains this dialog, over it."""
        from ui.help.sheet import HelpSheet, section_of

        HelpSheet(section_of(type(self)), self).open()

    def set_title(self, title: str) -> None:
        """Say another title."""
        self.title.setText(title)
        self.setWindowTitle(title)

    def complain(self, text: str) -> None:
        """Say what is wrong beside the buttons; an empty text takes it back."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.note.setVisible(bool(self.note.text()) and not text)
        if text:
            self.refit()

    def say(self, text: str) -> None:
        """Say something of second rank beside the buttons."""
        self.note.setText(text)
        self.note.setVisible(bool(text) and not self.problem.text())

    def set_busy(self, busy: bool) -> None:
        """While writing, nothing can be pressed twice."""
        self.accept_button.setEnabled(not busy)

    def fail(self, problem: Exception) -> None:
        """Say why it was not done; what was typed stays. Anything else is a bug."""
        self.set_busy(False)
        if isinstance(problem, PlainError | DeskError):
            self.complain(told(problem))
            if isinstance(problem, ELSEWHERE_HELPS):
                from ui.safety.moving import offer_elsewhere

                offer_elsewhere(self, self.body)
                self.refit()
        else:
            self.complain(self.tr("That did not work, and nothing was changed."))
            show_as_bug(problem)

    # Layout

    def _build_frame(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head_row, self._foot_row = self._head(), self._foot()
        column.addLayout(self._head_row)
        column.addWidget(self._scroller(), 1)
        column.addWidget(rule(self))
        column.addLayout(self._foot_row)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 18, 16, 12)
        row.addWidget(self.title, 1)
        close = QToolButton(self)
        theme.set_icon(close, "close", "text2")
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setFixedSize(theme.px(28), theme.px(28))
        close.clicked.connect(self.reject)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = close
        row.addWidget(close)
        return row

    def _scroller(self) -> QScrollArea:
        inside = self._inside
        inside.setLayout(self.body)
        theme.ground(inside, "raised")
        scroller = QScrollArea(self)
        scroller.setWidget(inside)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller = scroller
        return scroller

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.setSpacing(12)
        row.addWidget(self.note, 1)
        row.addWidget(self.problem, 1)
        row.addStretch(0)
        theme.button_kind(self.cancel, "quiet")
        theme.button_kind(self.accept_button, "primary")
        for button in (self.cancel, self.accept_button):
            button.setProperty("size", "dialog")
            button.setAutoDefault(False)
            row.addWidget(button)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        return row

    # Behaviour

    def showEvent(self, event: QShowEvent) -> None:
        """Come up in the middle of the window, no larger than it, over a veil."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        window = self._window_below()
        if window is not None and self._scrim is None:
            self._scrim = Scrim(window)
            self._scrim.show()
        self._fit(window)

    def _window_below(self) -> QWidget | None:
        parent = self.parentWidget()
        return parent.window() if parent is not None else None

    def _fit(self, window: QWidget | None) -> None:
        width = theme.px(self._width)
        if window is not None:
            width = min(width, window.width() - BORDER)
        # As if there were a bar: with one the lines are shorter, and would need it to stay.
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        wanted = self._content_height(width - 2 - bar) + self._around(width)
        wanted = max(wanted, theme.px(self._least))
        if window is not None:
            wanted = min(wanted, window.height() - BORDER)
        self.resize(width, wanted)
        if window is not None:
            middle = window.mapToGlobal(window.rect().center())
            self.move(middle.x() - width // 2, middle.y() - wanted // 2)

    def _content_height(self, width: int) -> int:
        """The height that the body needs at a width."""
        self.ensurePolished()
        self.body.invalidate()
        self.body.activate()
        if self.body.hasHeightForWidth():
            return max(self.body.totalHeightForWidth(width), self.body.totalMinimumSize().height())
        return self.body.totalSizeHint().height()

    def _around(self, width: int) -> int:
        """The height of head, rule and foot."""
        foot = self._foot_row
        tall = foot.heightForWidth(width) if foot.hasHeightForWidth() else foot.sizeHint().height()
        return self._head_row.sizeHint().height() + max(tall, foot.minimumSize().height()) + 3

    def refit(self) -> None:
        """Take the height that the content now needs."""
        if self.isVisible():
            self._fit(self._window_below())

    def done(self, result: int) -> None:
        """Lift the veil."""
        self._lift()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lift the veil."""
        self._lift()
        super().closeEvent(event)

    def _lift(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def head_height(self) -> int:
        """All above what scrolls."""
        return self.scroller.y()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does what the filled button does, from any field; Enter presses a button."""
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept_button.click()
                return
            if isinstance(held, QPushButton | QToolButton):
                held.click()
                return
            if self.enter_accepts and _is_one_line(held):
                self.accept_button.click()
                return
        super().keyPressEvent(event)


def _is_one_line(widget: QWidget | None) -> bool:
    typed_in = isinstance(widget, QComboBox) and widget.isEditable()
    return typed_in or isinstance(widget, QLineEdit)
