"""Everything the window can do, in one registry: it feeds menus, keys and the shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

Keys = str | QKeySequence.StandardKey


class Actions(QObject):
    """Actions by name, each in a group of the shortcut sheet, in the order they were added."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, list[QAction]] = {}

    def add(
        self,
        name: str,
        group: str,
        text: str,
        run: Callable[[], object],
        keys: Sequence[Keys] = (),
    ) -> QAction:
        """Register an action; `text` may hold a mnemonic (&).

        ValueError where the name is taken.
        """
        if name in self._actions:
            raise ValueError(f"There is already an action named {name}")
        action = QAction(text, self)
        action.setProperty("named", plain(text))
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: run())
        self._actions[name] = action
        self._groups.setdefault(group, []).append(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def groups(self) -> Iterator[tuple[str, Sequence[QAction]]]:
        """The groups with their actions."""
        yield from self._groups.items()


def name_in_words(action: QAction) -> str:
    """What an action is called at all times, whatever its menu entry says now."""
    return str(action.property("named"))


def plain(text: str) -> str:
    """A menu entry's words without the mark of its mnemonic and the dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_in_words(action: QAction) -> str:
    """An action's keys as a person reads them: "Ctrl+N"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts() if not keys.isEmpty())
