"""What comes with a drop or with a name that pages ask the window for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(dropped: QMimeData) -> list[Path]:
    """The files on this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


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
