"""How much may come out of one file, in one place: depth, members, bytes and time.

A mail in a mail in an archive costs its author nothing and its reader much, so that each of
these ends somewhere. What lies beyond is kept, unread, inside what it came in.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

MAX_DEPTH = 5
MAX_MEMBERS = 500
MAX_UNPACKED = 300 * 1024 * 1024
"""Bytes, over all members of all levels."""
MAX_SECONDS = 40.0
"""After these no further member is begun; what was read by then is kept."""
MAX_RATIO = 200
"""Unpacked size by packed size of an archive's member; text seldom packs beyond 30."""
RATIO_FROM = 1024 * 1024
"""Bytes; a smaller member hurts nobody, however well it packs."""


@dataclass(slots=True)
class Budget:
    """What is left for one reading; counted down as members are read."""

    members: int = MAX_MEMBERS
    unpacked: int = MAX_UNPACKED
    until: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def refuses(self, size: int, depth: int) -> str | None:
        """Why a member of so many bytes is not read; None where it may be, and is counted."""
        if depth > MAX_DEPTH:
            return f"It lies more than {MAX_DEPTH} files deep in others, deeper than is read."
        if self.members <= 0:
            return f"More than {MAX_MEMBERS} files came together; this one was not read."
        if size > self.unpacked:
            return (
                f"More than {MAX_UNPACKED // 1024 // 1024} MB came together; "
                "this file was not read."
            )
        if time.monotonic() > self.until:
            return "Reading the files before it took too long; this one was not read."
        self.members -= 1
        self.unpacked -= size
        return None
