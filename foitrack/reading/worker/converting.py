"""Room for another program (LibreOffice, tesseract) that turns a document into a readable one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

Room = Callable[[], AbstractContextManager[Path]]


@contextmanager
def _anywhere() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="foitrack-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_room: Room = _anywhere


@contextmanager
def converting() -> Iterator[Path]:
    """A private empty folder for a converter's files, removed at the end.

    In a worker this is the only time in which it may start a converter, and the only place where
    files may be written; more time and memory are given. Start the program by its absolute path,
    with a time limit of its own.
    """
    with _room() as folder:
        yield folder


def give_room(room: Room) -> None:
    """Say how a worker makes room."""
    global _room
    _room = room
