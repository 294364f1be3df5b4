"""The text of a web page as it grows, and the tables met on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foitrack.reading.tables.grid import Grid

_SPACES = re.compile(r"[ \t\r\f\v]+")


@dataclass
class PageText:
    """Text as it grows, knowing what it ends with."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    last: str = "\n\n"
    grids: list[Grid] = field(default_factory=list)
    unseen: int = 0
    """Cells of tables that hold something and are not shown."""

    def add(self, text: str) -> None:
        """Running text; white space that would stand double is left out."""
        text = _SPACES.sub(" ", text.replace("\n", " "))
        if self.last.endswith(("\n", " ", "\t")):
            text = text.lstrip(" ")
        self.put(text)

    def line(self, ends: int = 1) -> None:
        """At least `ends` line ends."""
        missing = ends - (len(self.last) - len(self.last.rstrip("\n")))
        if missing > 0:
            self.put("\n" * missing)

    def put(self, text: str) -> None:
        """Text as it is."""
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.last = (self.last + text)[-2:]
