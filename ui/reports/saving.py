"""Puts the PDF where the campaigner wants it, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.errors import PlainError
from ui import remembered
from ui.counting import for_later

translate = QCoreApplication.translate

FOLDER = "reports/folder"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_WHY = {
    errno.EACCES: for_later("you may not write there"),
    errno.EPERM: for_later("you may not write there"),
    errno.EROFS: for_later("that disk can only be read"),
    errno.ENOSPC: for_later("that disk is full"),
    errno.EDQUOT: for_later("your share of that disk is full"),
    errno.ENOENT: for_later("that folder is not there"),
    errno.ENOTDIR: for_later("that folder is not there"),
    errno.EISDIR: for_later("there is a folder of that name"),
    errno.ENAMETOOLONG: for_later("the name is too long"),
}


class SavingError(PlainError):
    """The PDF could not be written there; the message is for a person."""


def suggested_name(title: str, on: date) -> str:
    """A file name that every system takes: "Police and social media, summary 2023-03-28.pdf"."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(" .")[:80].strip() or "Requests"
    return f"{plain}, summary {on.isoformat()}.pdf"


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask for a place; None where the person thought better of it."""
    folder = remembered.recall(FOLDER, str(Path.home()))
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        parent.tr("Save the summary"),
        str(Path(folder) / name),
        parent.tr("PDF documents (*.pdf)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(f"{path.name}.pdf")


def write_pdf(path: Path, data: bytes) -> Path:
    """Write the file, or leave what was there before as it is.

    SavingError says in plain words why it could not be.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder")
        _replace(path, data)
    except OSError as problem:
        own = _WHY.get(problem.errno or 0)
        why = translate("Reports", own) if own else str(problem.strerror or problem)
        raise SavingError(
            f"“{path.name}” could not be saved in {path.parent}: {why}. "
            "Nothing was written. Choose another place."
        ) from problem
    return path


def _replace(path: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=".foitrack-", suffix=".pdf", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_usual_mode())
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _usual_mode() -> int:
    """The rights that a new file of this user gets."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
