"""The menu bar, fed from the registry of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from ui import theme
from ui.actions import Actions, plain
from ui.remembered import recall, recent_files, recent_servers, remember
from ui.shell.pages import PAGES, PageSpec
from ui.shell.width_deeds import WIDTHS
from ui.team.words import name_of

translate = QCoreApplication.translate

FINDING = ("find", "palette")
TEXT_SIZES = (100, 125, 150, 175, 200)


class Menus:
    """File, Edit, View, Request, Response, Case data, Help.

    A page's own actions stand in the menu that their property `menu` names (request, response,
    campaign, authority, casedata) while the page is up; a menu with nothing in it is not shown.
    """

    def __init__(
        self, window: QMainWindow, actions: Actions, set_text_size: Callable[[int], None]
    ) -> None:
        self._window = window
        self._actions = actions
        self._set_text_size = set_text_size
        self.recent = QMenu(translate("Menus", "Open &recent"), window)
        self._borrowed: list[tuple[QMenu, QAction]] = []
        self._build()

    def _build(self) -> None:
        file = self._menu(translate("Menus", "&File"), "new-file", "open-file", "open-server")
        file.addMenu(self.recent)
        file.addAction(self._actions["open-examples"])
        file.addSeparator()
        for name in (
            "backups",
            "back-up",
            "restore-backup",
            "check-file",
            "keep-local",
            "protect-file",
            "unprotect-file",
        ):
            file.addAction(self._actions[name])
        file.addSeparator()
        for name in ("export", "import"):
            file.addAction(self._actions[name])
        file.addSeparator()
        file.addAction(self._actions["quit"])
        steps = ("undo", "redo", "stop")
        self._menu(translate("Menus", "&Edit"), *steps, "", *FINDING, "", "holidays")
        view = self._menu(translate("Menus", "&View"), *(f"page-{p.name}" for p in _in_sidebar()))
        view.addSeparator()
        view.addMenu(self._theme_menu())
        view.addMenu(self._text_menu())
        view.addSeparator()
        for name in WIDTHS:
            view.addAction(self._actions[name])
        self._page_menus = {
            "request": self._menu(translate("Menus", "&Request"), "new-request"),
            "response": self._menu(translate("Menus", "Re&sponse"), "record-response", "arrivals"),
            "campaign": self._menu(translate("Menus", "Ca&mpaign")),
            "authority": self._menu(translate("Menus", "&Authority")),
            "casedata": self._menu(translate("Menus", "&Case data"), "schema"),
        }
        self._menu(translate("Menus", "&Help"), "page-help", "shortcuts", "about")
        self.lend([])

    def _menu(self, title: str, *names: str) -> QMenu:
        menu = QMenu(title, self._window)
        self._window.menuBar().addMenu(menu)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def lend(self, actions: list[QAction]) -> None:
        """Put a page's actions into the menus they name, in place of the page's before."""
        for menu, action in self._borrowed:
            menu.removeAction(action)
        self._borrowed = []
        for action in actions:
            wanted = self._page_menus.get(str(action.property("menu")))
            if wanted is not None:
                wanted.addAction(action)
                self._borrowed.append((wanted, action))
        for menu in self._page_menus.values():
            menu.menuAction().setVisible(bool(menu.actions()))

    def forget_recent(self) -> None:
        """List no case file any more."""
        self.recent.clear()
        self.recent.menuAction().setVisible(False)

    def show_recent(
        self, open_file: Callable[[Path], None], open_server: Callable[[str], None]
    ) -> None:
        """List the case files opened lately; `open_file` is called with a path, `open_server`
        with an address.
        """
        self.recent.clear()
        for path in recent_files():
            action = self.recent.addAction(_name(path.stem))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, its=path: open_file(its))
        for address in recent_servers():
            action = self.recent.addAction(_name(name_of(address)))
            action.setToolTip(address)
            action.triggered.connect(partial(_call_with, open_server, address))
        self.recent.menuAction().setVisible(not self.recent.isEmpty())

    def _theme_menu(self) -> QMenu:
        menu = QMenu(translate("Menus", "&Theme"), self._window)
        names = {
            theme.Choice.SYSTEM: translate("Menus", "As the &system"),
            theme.Choice.LIGHT: translate("Menus", "&Light"),
            theme.Choice.DARK: translate("Menus", "&Dark"),
            theme.Choice.CONTRAST: translate("Menus", "&High contrast"),
        }
        group = QActionGroup(menu)
        for choice, words in names.items():
            name, said = f"theme-{choice.value}", translate("Menus", "Theme: {0}")
            action = self._choice(menu, name, words, partial(wear, choice), said)
            action.setChecked(theme.choice() is choice)
            group.addAction(action)
        menu.aboutToShow.connect(lambda: _tick(group, f"theme-{theme.choice().value}"))
        return menu

    def _text_menu(self) -> QMenu:
        menu = QMenu(translate("Menus", "Text si&ze"), self._window)
        group = QActionGroup(menu)
        for size in TEXT_SIZES:
            name, said = f"text-{size}", translate("Menus", "Text size: {0}")
            action = self._choice(menu, name, f"{size} %", partial(self._set_text_size, size), said)
            action.setChecked(round(theme.scale() * 100) == size)
            group.addAction(action)
        return menu

    def _choice(
        self, menu: QMenu, name: str, words: str, run: Callable[[], object], said: str
    ) -> QAction:
        """One of several of which one is ticked; elsewhere than in its menu it is called `said`."""
        action = self._actions.add(name, translate("Menus", "View"), words, run)
        action.setCheckable(True)
        action.setProperty("named", said.format(plain(words)))
        menu.addAction(action)
        return action


def _tick(group: QActionGroup, name: str) -> None:
    """Tick what is on, which may have been put on elsewhere."""
    for action in group.actions():
        action.setChecked(action.objectName() == name)


def wear(choice: theme.Choice) -> None:
    """Put on a theme now and at the next start."""
    remember("theme", choice.value)
    theme.apply(_app(), choice)


def remembered_theme() -> theme.Choice:
    """The theme chosen at an earlier start; the system's where none was."""
    known = recall("theme")
    return theme.Choice(known) if known in list(theme.Choice) else theme.Choice.SYSTEM


def remembered_text_scale() -> float | None:
    """The text size chosen at an earlier start, or None."""
    known = recall("text-size")
    return int(known) / 100 if known.isdigit() and int(known) in TEXT_SIZES else None


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _in_sidebar() -> list[PageSpec]:
    return [page for page in PAGES if page.in_sidebar]


def _name(said: str) -> str:
    return said.replace("&", "&&")


def _call_with(deed: Callable[[str], None], address: str, _checked: bool = False) -> None:
    deed(address)
