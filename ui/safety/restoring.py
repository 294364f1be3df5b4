"""Putting a backup in the place of the closed case file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from foitrack.desk import safety
from foitrack.progress import Progress

if TYPE_CHECKING:
    from ui.safety.closed_work import Deed


def _tr(text: str) -> str:
    return QCoreApplication.translate("restoring", text)


def restoring(backup: safety.Backup) -> Deed:
    """What puts a backup in place, and says where the file that was there is now."""

    def restore(path: Path, progress: Progress) -> str:
        progress.no_way_back(_tr("Restoring the backup"))
        done = safety.restore(backup, path, datetime.now(UTC))
        said = _tr("Restored. The file that was there is now {0}.").format(done.set_aside)
        if done.missing:
            missing = _tr("Missing documents: {0}.").format(", ".join(done.missing))
            said = f"{said} {missing}"
        return said

    return restore
