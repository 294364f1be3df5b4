"""The sheet of keys: the window's, each page's own, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from foitrack.desk.snippets import folded
from ui import theme
from ui.actions import Actions, keys_in_words, name_in_words, plain
from ui.palette.fuzzy import match
from ui.shell.help_sheets import Sheet
from ui.widgets.labels import secondary, section, words
from ui.widgets.search_box import SearchBox

BORDER = 32
"""Pixels of the window that stay free around the sheet."""
Line = tuple[str, str]
"""What a key does, and the key."""


def _line(what: object, keys: str) -> Line:
    # What marks words for translation is not typed.
    return str(what), keys


EVERYWHERE: tuple[Line, ...] = (
    _line(QT_TRANSLATE_NOOP("Shortcuts", "Open or confirm what is chosen"), "Enter"),
    _line(QT_TRANSLATE_NOOP("Shortcuts", "Press the filled button of a dialog"), "Ctrl+Enter"),
    _line(QT_TRANSLATE_NOOP("Shortcuts", "Close, or go back"), "Esc"),
    _line(QT_TRANSLATE_NOOP("Shortcuts", "Go to the next field or list"), "Tab"),
    _line(QT_TRANSLATE_NOOP("Shortcuts", "Tick, or open what is chosen"), "Space"),
)
ON_PAGES: dict[str, tuple[Line, ...]] = {
    "deadlines": (
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Another day of the calendar"), "Arrows"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Another month"), "Page Up, Page Down"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Go to today"), "T"),
    ),
    "recording": (
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Save what was confirmed"), "Ctrl+Enter"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Correct what was found"), "E"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Reject what was found"), "Delete"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "To the document, or to the fields"), "F6"),
        _line(QT_TRANSLATE_NOOP("Shortcuts", "Page larger, smaller, to fit"), "Ctrl++, -, 0"),
    ),
    "reports": (_line(QT_TRANSLATE_NOOP("Shortcuts", "Another page"), "Page Up, Page Down"),),
}
"""Keys of what pages paint themselves: no action stands for these."""


class ShortcutSheet(Sheet):
    """Every key there is, by group; a field above narrows them."""

    def __init__(
        self,
        actions: Actions,
        parent: QWidget | None = None,
        pages: Iterable[tuple[str, str, Sequence[QAction]]] = (),
    ) -> None:
        """`pages`: name, title and actions of those that have been opened."""
        super().__init__(self.tr("Keyboard shortcuts"), parent)
        self._groups: list[tuple[QLabel, list[tuple[QLabel, QLabel]]]] = []
        self.filter = SearchBox(self.tr("Find an action or a key"))
        self.nothing = secondary(self.tr("No action or key fits that."))
        self.nothing.hide()
        self.column.addWidget(self.filter)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self._scroll(_groups(actions, pages)), 1)
        # Not the default: Enter in the field is for the field.
        self.add_close(default=False)
        self._fit(parent)
        self.filter.textChanged.connect(self._narrow)
        self.filter.setFocus()

    def _fit(self, parent: QWidget | None) -> None:
        """As large as is pleasant to read, and no larger than the window."""
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        wide = min(theme.px(540), room.width() - BORDER)
        self.resize(wide, min(theme.px(620), room.height() - BORDER))

    def shown(self) -> tuple[str, ...]:
        """What the keys shown do."""
        return tuple(
            what.text() for _, lines in self._groups for what, _ in lines if not what.isHidden()
        )

    def _scroll(self, groups: Iterable[tuple[str, Sequence[Line]]]) -> QScrollArea:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for title, lines in groups:
            if lines:
                self._add_group(grid, title, lines)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        scroll.setWidget(holder)
        return scroll

    def _add_group(self, grid: QGridLayout, title: str, lines: Sequence[Line]) -> None:
        heading = section(title)
        heading.setContentsMargins(0, 8 if self._groups else 0, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        made = []
        for what, keys in lines:
            row = grid.rowCount()
            made.append((words(what, wrap=True), words(keys, 13, 500, "text2")))
            grid.addWidget(made[-1][0], row, 0)
            grid.addWidget(made[-1][1], row, 1)
        self._groups.append((heading, made))

    def _narrow(self, typed: str) -> None:
        for heading, lines in self._groups:
            whole = match(typed, heading.text()) is not None
            fits = [whole or _fits(typed, what.text(), keys.text()) for what, keys in lines]
            heading.setVisible(any(fits))
            for fit, labels in zip(fits, lines, strict=True):
                for label in labels:
                    label.setVisible(fit)
        self.nothing.setVisible(not self.shown())


def _fits(typed: str, what: str, keys: str) -> bool:
    bare = folded(typed).strip()
    return match(typed, what) is not None or (bare != "" and bare in folded(keys))


def _groups(
    actions: Actions, pages: Iterable[tuple[str, str, Sequence[QAction]]]
) -> Iterator[tuple[str, Sequence[Line]]]:
    for group, members in actions.groups():
        shown = [one for one in members if one.isVisible() and one.shortcuts()]
        yield group, [(name_in_words(one), keys_in_words(one)) for one in shown]
    opened = {name: (title, own) for name, title, own in pages}
    for name, (title, own) in opened.items():
        keyed = [(plain(one.text()), keys_in_words(one)) for one in own if one.shortcuts()]
        yield _on_page(title), [*keyed, *_said(ON_PAGES.get(name, ()))]
    yield _say("Everywhere"), _said(EVERYWHERE)


def _on_page(title: str) -> str:
    return QCoreApplication.translate("Shortcuts", "On the page {0}").format(title)


def _said(lines: Iterable[Line]) -> list[Line]:
    return [(_say(what), _say(keys)) for what, keys in lines]


def _say(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)
