"""How much one document may take, and how a worker process is held to it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
_GRACE = 5
"""Seconds of processor time beyond the wall's: what ends a worker that nobody watches."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take; beyond it, that document alone is given up."""

    document: int = 100 * MEGABYTE
    """Bytes of the file."""
    seconds: float = 60.0
    converting_seconds: float = 300.0
    """In all, once another program converts it (LibreOffice, tesseract)."""
    memory: int = 2560 * MEGABYTE
    """Bytes of address space of the worker."""
    answer: int = 256 * MEGABYTE
    """Bytes of what was read: text, tables, findings."""
    files: int = 512 * MEGABYTE
    """Bytes of the files inside it, or of a picture."""
    temporary: int = 512 * MEGABYTE
    """Bytes of a file written for a converter."""
    converter_memory: int = 8 * 1024 * MEGABYTE
    """Bytes of address space of a converter."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def hold(limits: Limits) -> None:
    """Limit this process for good: memory, no file to be written, no core file.

    Windows knows no such limits; see `watch` for the memory.
    """
    if sys.platform == "win32":
        return
    import resource

    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, 0)
    if sys.platform != "darwin":
        # macOS takes the number and does nothing; see `watch`.
        _set(resource.RLIMIT_AS, limits.memory)


def start_counting(seconds: float) -> None:
    """Let the system end this process when a document has taken its processor time."""
    if sys.platform == "win32":
        return
    import resource

    _set(resource.RLIMIT_CPU, int(time.process_time() + seconds) + _GRACE)


@contextmanager
def room_for_converters(limits: Limits) -> Iterator[None]:
    """While another program converts: files up to a size, and the memory that it needs."""
    if sys.platform == "win32":
        yield
        return
    import resource

    _set(resource.RLIMIT_FSIZE, limits.temporary)
    if sys.platform != "darwin":
        _set(resource.RLIMIT_AS, limits.converter_memory)
    start_counting(limits.converting_seconds)
    try:
        yield
    finally:
        hold(limits)


def _set(kind: int, most: int) -> None:
    """Set the soft limit; the hard one stays, so that a converter can be given room."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )
