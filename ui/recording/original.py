"""Opens a kept document in the computer's own program, from a private copy."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from foitrack.desk import responses
from foitrack.desk.views import DocumentView

if TYPE_CHECKING:
    from ui.workspace import Workspace

SAFE = re.compile(r"[^\w. ()-]+")


def private_copy(name: str, data: bytes) -> Path:
    """Write a read-only copy that only this user can open; the case file keeps the original."""
    folder = Path(tempfile.mkdtemp(prefix="foitrack-"))
    path = folder / (SAFE.sub("_", Path(name).name).lstrip(".")[-120:] or "document")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return path


def open_original(workspace: Workspace, document: DocumentView) -> None:
    """Copy a document out off the window's thread, then hand it to the desktop."""

    def opened(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            workspace.notice.emit(
                f"No program on this computer opens “{document.name}”. A copy lies in {path}.",
                False,
            )

    workspace.tasks.run(
        lambda: private_copy(document.name, responses.document_bytes(workspace.desk, document.id)),
        opened,
        lambda problem: workspace.notice.emit(str(problem), False),
    )
