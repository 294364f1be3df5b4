"""Asking for a passphrase before there is a window, and from the window's menu."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.errors import PlainError

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def ask_at_the_start(path: Path) -> str | None:
    """The passphrase of the case file that the program was started with; None where none is given.

    On a worker's thread nobody can be asked: whoever opens there is told that it is needed.
    """
    if threading.current_thread() is not threading.main_thread():
        return None
    from ui.app import make_application
    from ui.protection.dialogs import OpenDialog

    make_application()
    dialog = OpenDialog(path)
    given: list[str] = []
    dialog.opened.connect(given.append)
    dialog.exec()
    return given[-1] if given else None


def protect(window: MainWindow) -> None:
    """Give the case file that is shown a passphrase, or another one."""
    from foitrack.desk import protection
    from ui.protection.dialogs import ProtectDialog

    if "://" in window.place:
        window.notice.say(window.tr("A case file on a server is protected by the server."), False)
    elif not protection.can_protect():
        said = window.tr("This needs SQLCipher, which is not installed: foitrack[encrypted].")
        window.notice.say(said, False)
    else:
        dialog = ProtectDialog(Path(window.place), window)
        dialog.chosen.connect(window.passphrase_wanted)
        dialog.open()


def protect_closed(path: Path, passphrase: str) -> str:
    """Write a closed case file anew; what to say of it."""
    from foitrack.desk import protection

    try:
        protection.protect(path, passphrase)
    except PlainError as problem:
        return str(problem)
    return "The case file opens only with its passphrase now. Older backups are as they were."
