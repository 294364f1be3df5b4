"""Find in the guide: how many places, and from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from ui import theme
from ui.help.text_view import GuideText
from ui.widgets.labels import secondary
from ui.widgets.search_box import SearchBox

MOST = 500
"""Places that are marked; letters so common are not what anybody looks for."""


class FindBar(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before; both begin again at the end."""

    def __init__(self, text: GuideText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[QTextCursor] = []
        self._at = 0
        self.box = SearchBox(self.tr("Find in the guide"), self)
        self.count = secondary("")
        self.before = self._button("chevron-up", self.tr("The place before (Shift+F3)"))
        self.next = self._button("chevron-down", self.tr("The next place (F3)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.count, self.box, self.before, self.next):
            row.addWidget(widget)
        self.box.setMinimumWidth(theme.px(180))
        self.setMaximumWidth(theme.px(380))
        self.box.textChanged.connect(lambda _: self.look())
        self.box.returnPressed.connect(self._entered)
        self.before.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        for key, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(key), parent or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda its=by: self.step(its))
        self.look()

    def look(self, *, move: bool = True) -> None:
        """Look for what is typed in the text that is shown, from the top of the view on."""
        words = self.box.text().strip()
        self._found = _places(self._text, words) if words else []
        top = self._text.document().findBlockByNumber(self._text.top_block()).position()
        after = [at for at, one in enumerate(self._found) if one.selectionStart() >= top]
        self._at = after[0] if after else 0
        self._show(bool(words), move=move)

    def step(self, by: int) -> None:
        """Go on by so many places."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show(True)

    def _entered(self) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        self.step(-1 if QApplication.keyboardModifiers() & shift else 1)

    def _show(self, asked: bool, *, move: bool = True) -> None:
        self._text.mark(self._found, self._at, move=move)
        number = len(self._found)
        said = self.tr("{0} of {1}").format(self._at + 1, number)
        nothing = self.tr("Not found") if asked else ""
        self.count.setText(said if number else nothing)
        # Empty it would keep the field from standing in line with what is below.
        self.count.setVisible(bool(self.count.text()))
        for button in (self.before, self.next):
            button.setEnabled(number > 1)

    def _button(self, icon: str, said: str) -> QToolButton:
        button = QToolButton(self)
        theme.set_icon(button, icon)
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.setMinimumSize(24, 24)
        return button


def _places(text: GuideText, words: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = text.document().find(words, 0)
    while not cursor.isNull() and len(found) < MOST:
        found.append(cursor)
        cursor = text.document().find(words, cursor)
    return found
