"""What comes with a drop or with a name that pages ask the window for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

MAIL = "message/rfc822"
"""What some mail programs hand over: the mail itself, without a file."""


def holds_files(dropped: QMimeData) -> bool:
    """Whether there are files among what is dragged, or a mail."""
    return dropped.hasFormat(MAIL) or bool(_local(dropped))


def dropped_files(dropped: QMimeData) -> list[Path]:
    """The files on this computer among what was let go; a mail without one is made one.

    Such a file is private to this user and goes when the program ends: what is kept is kept in
    the case file.
    """
    mail = bytes(dropped.data(MAIL).data())
    return _local(dropped) or ([_as_file(mail)] if mail else [])


def _local(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def _as_file(mail: bytes) -> Path:
    from email import message_from_bytes, policy

    from foitrack.private_files import read_only_copy

    try:
        subject = str(message_from_bytes(mail, policy=policy.default)["subject"] or "")
    except Exception:
        # A head that nobody can make out: the reading says what there is to say of it.
        subject = ""
    name = " ".join(subject.split())[:80].replace("/", "-")
    return read_only_copy(f"{name or _unnamed()}.eml", mail)


def _unnamed() -> str:
    return QCoreApplication.translate("Drop", "Mail")


def request_id_in(argument: object) -> int | None:
    """A request's id, where that is what came."""
    return argument if isinstance(argument, int) else None


def paths_and_request_in(argument: object) -> tuple[list[Path], int | None]:
    """What came with `record-files`: paths, or a pair of paths and a request's id."""
    request_id = None
    if isinstance(argument, tuple) and len(argument) == 2 and isinstance(argument[0], list | tuple):
        argument, request_id = argument[0], request_id_in(argument[1])
    paths = argument if isinstance(argument, list | tuple) else [argument]
    return [Path(str(path)) for path in paths if path], request_id
