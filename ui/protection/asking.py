"""Asking for a passphrase before there is a window, and from the window's menu."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foitrack.progress import Progress
    from ui.main_window import MainWindow
    from ui.safety.closed_work import Deed


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


def unprotect(window: MainWindow) -> None:
    """Take the passphrase off the case file that is shown."""
    from ui.protection.dialogs import UnprotectDialog

    dialog = UnprotectDialog(Path(window.place), window)
    dialog.agreed.connect(window.no_passphrase_wanted)
    dialog.open()


def is_protected(place: str) -> bool:
    """Whether the case file that is shown opens only with a passphrase."""
    from foitrack.desk import protection

    return "://" not in place and protection.is_protected(Path(place))


def protecting(passphrase: str) -> Deed:
    """What writes a closed case file anew with a passphrase."""

    def protect_closed(path: Path, progress: Progress) -> str:
        from foitrack.desk import protection

        protection.protect(path, passphrase, progress)
        return _tr(
            "The case file opens only with its passphrase now. Older backups are as they were."
        )

    return protect_closed


def unprotecting(path: Path, progress: Progress) -> str:
    """Write a closed case file anew without its passphrase; what to say of it."""
    from foitrack.desk import protection

    protection.unprotect(path, progress)
    return _tr(
        "The case file opens without a passphrase now. Backups made before still need it: keep it "
        "for them."
    )


def _tr(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("protection", text)
