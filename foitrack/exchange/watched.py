"""A file while it is read: how much of it has been, and whether reading is to stop."""

from __future__ import annotations

from foitrack.exchange.json_stream import Source
from foitrack.progress import Progress


class Watched:
    """Tells with every piece that is read. CancelledError where a person stopped it."""

    def __init__(self, source: Source, size: int, progress: Progress) -> None:
        self._source, self._size, self._progress = source, max(size, 1), progress
        self._read = 0

    def read(self, most: int, /) -> bytes:
        """The next bytes."""
        self._progress.tell("Importing", self._read / self._size)
        data = self._source.read(most)
        self._read += len(data)
        return data
