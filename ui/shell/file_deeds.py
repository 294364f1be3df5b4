"""What a person does with the case file as a whole: another one, a copy, a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ui.actions import name_in_words

if TYPE_CHECKING:
    from ui.main_window import MainWindow

CASE_FILES = "FOI Track (*.foitrack)"


class FileDeeds:
    """Asks what has to be asked; the window's signals tell what was chosen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def new(self) -> None:
        """Ask where a new case file shall be."""
        window = self._window
        title = name_in_words(window.actions_by_name["new-file"])
        path, _ = QFileDialog.getSaveFileName(window, title, "requests.foitrack", CASE_FILES)
        if path:
            window.new_file_wanted.emit(Path(path))

    def choose(self) -> None:
        """Ask which case file to open."""
        window = self._window
        title = name_in_words(window.actions_by_name["open-file"])
        path, _ = QFileDialog.getOpenFileName(window, title, "", CASE_FILES)
        if path:
            window.open_file_wanted.emit(Path(path))

    def choose_server(self, address: str = "", problem: str = "") -> None:
        """Ask for a team's database; `address` is known already, `problem` what was wrong."""
        from ui.team.server_dialog import ServerDialog

        dialog = ServerDialog(self._window.workspace, address, self._window)
        dialog.opened.connect(self._window.server_opened)
        dialog.complain(problem)
        dialog.open()

    def look_after(self, what: str) -> None:
        """Back up, restore or check the case file."""
        from ui.safety.care import Care

        care = self._window.findChild(Care) or Care(self._window)
        deeds = {
            "backups": care.show_backups,
            "back-up": care.back_up,
            "restore-backup": care.restore,
            "check-file": care.check,
        }
        deeds[what]()

    def protect(self) -> None:
        """Give the case file a passphrase, or another one."""
        from ui.protection.asking import protect

        protect(self._window)

    def unprotect(self) -> None:
        """Take the case file's passphrase off."""
        from ui.protection.asking import unprotect

        unprotect(self._window)

    def export(self) -> None:
        """Write the whole case file as JSON."""
        from ui.safety.exchanging import export_everything

        export_everything(self._window)

    def take_in(self) -> None:
        """Make a new case file of such a JSON file."""
        from ui.safety.exchanging import import_file

        import_file(self._window)
