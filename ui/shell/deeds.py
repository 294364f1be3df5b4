"""What the main window can do, put into the registry of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from ui.shell.pages import PAGES
from ui.shell.width_deeds import register_widths
from ui.team.words import is_server

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Keys = QKeySequence.StandardKey
FOR_FILES = (
    "backups",
    "back-up",
    "restore-backup",
    "check-file",
    "keep-local",
    "protect-file",
    "unprotect-file",
)
"""What a server's own keepers do there, by other means."""

SHORTCUTS = ("Ctrl+F1", "Ctrl+?")


def register(window: MainWindow) -> None:
    """Fill the window's registry."""
    _files(window)
    _edits(window)
    _pages(window)
    register_widths(window)
    _requests(window)
    _case_data(window)
    _help(window)


def _files(window: MainWindow) -> None:
    add, group = window.actions_by_name.add, window.tr("Case file")
    add("new-file", group, window.tr("&New case file…"), window.files.new, ["Ctrl+Shift+N"])
    add("open-file", group, window.tr("&Open case file…"), window.files.choose, [Keys.Open])
    add("open-server", group, window.tr("Open a &team's database…"), window.files.choose_server)
    add("open-examples", group, window.tr("Open the &examples"), window.examples_wanted.emit)
    for name, text in (
        ("backups", window.tr("Bac&kups…")),
        ("back-up", window.tr("&Back up now…")),
        ("restore-backup", window.tr("&Restore from a backup…")),
        ("check-file", window.tr("&Check the case file")),
    ):
        add(name, group, text, _caring(window, name))
    local = add("keep-local", group, window.tr("Keep a &local copy…"), window.place_bar.wanted.emit)
    # Until it is known that the file lies where it is less safe.
    local.setVisible(False)
    add("export", group, window.tr("E&xport everything (JSON)…"), window.files.export)
    add("import", group, window.tr("&Import…"), window.files.take_in)
    _passphrases(window)
    if is_server(window.place):
        for name in FOR_FILES:
            window.actions_by_name[name].setVisible(False)
    add("quit", group, window.tr("&Quit"), window.close, ["Ctrl+Q"])


def _passphrases(window: MainWindow) -> None:
    from ui.protection.asking import is_protected

    add, group = window.actions_by_name.add, window.tr("Case file")
    protected = is_protected(window.place)
    change, give = window.tr("Change the &passphrase…"), window.tr("&Protect with a passphrase…")
    add("protect-file", group, change if protected else give, window.files.protect)
    off = add(
        "unprotect-file", group, window.tr("&Take the passphrase off…"), window.files.unprotect
    )
    off.setVisible(protected)


def _caring(window: MainWindow, what: str) -> Callable[[], None]:
    return lambda: window.files.look_after(what)


def _edits(window: MainWindow) -> None:
    add, group = window.actions_by_name.add, window.tr("Edit")
    redo_keys = ["Ctrl+Shift+Z", "Ctrl+Y"]
    undo = add("undo", group, window.tr("&Undo"), lambda: window.steps.undo(), [Keys.Undo])
    redo = add("redo", group, window.tr("&Redo"), lambda: window.steps.redo(), redo_keys)
    stop = add("stop", group, window.tr("S&top what is running"), window.work_bar.stop, ["Ctrl+."])
    for idle in (undo, redo, stop):
        idle.setEnabled(False)
    window.work_bar.came_up.connect(stop.setEnabled)
    add("find", group, window.tr("&Search"), window.focus_search, [Keys.Find])
    add("palette", group, window.tr("&Go to anything…"), window.go_to_anything, ["Ctrl+K"])
    add("holidays", group, window.tr("&Bank holidays…"), lambda: _show_holidays(window))


def _pages(window: MainWindow) -> None:
    group = window.tr("Pages")
    listed = [page for page in PAGES if page.in_sidebar]
    for number, page in enumerate(listed, 1):
        action = window.actions_by_name.add(
            f"page-{page.name}",
            group,
            page.shown_title,
            _going(window, page.name),
            [page.keys or f"Ctrl+{number}"],
        )
        action.setText(f"&{number} {page.shown_title}")


def _going(window: MainWindow, name: str) -> Callable[[], None]:
    return lambda: window.go(name)


def _requests(window: MainWindow) -> None:
    add, group = window.actions_by_name.add, window.tr("Requests")
    add("new-request", group, window.tr("&New request…"), window.new_request, ["Ctrl+N"])
    add(
        "record-response",
        group,
        window.tr("&Record a response…"),
        window.record_response,
        ["Ctrl+R"],
    )
    add("arrivals", group, window.tr("&What came in"), _going(window, "arrivals"))


def _case_data(window: MainWindow) -> None:
    window.actions_by_name.add(
        "schema",
        window.tr("Case data"),
        window.tr("&Columns and words…"),
        _going(window, "schema"),
    )


def _help(window: MainWindow) -> None:
    add, group = window.actions_by_name.add, window.tr("Help")
    keys = window.tr("&Keyboard shortcuts")
    add("shortcuts", group, keys, lambda: _show_shortcuts(window), SHORTCUTS)
    add("about", group, window.tr("&About FOI Track"), lambda: _show_about(window))


def _show_shortcuts(window: MainWindow) -> None:
    from ui.shell.shortcut_sheet import ShortcutSheet

    ShortcutSheet(window.actions_by_name, window, window.pages.opened()).open()


def _show_about(window: MainWindow) -> None:
    from ui.shell.help_sheets import AboutSheet

    AboutSheet(window).open()


def _show_holidays(window: MainWindow) -> None:
    from ui.holidays.dialog import HolidaysDialog

    HolidaysDialog(window.workspace, window).open()
