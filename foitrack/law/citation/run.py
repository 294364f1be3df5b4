"""One citation as printed: a keyword or number and the list that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from foitrack.law.citation.anchors import Anchor
from foitrack.law.citation.numbering import Path


@dataclass(slots=True)
class Item:
    """One provision printed in a run, with its place."""

    path: Path
    start: int
    end: int
    wide: bool = False
    """Part of a range so wide that it stands for a whole Part of an Act."""


@dataclass(slots=True)
class Run:
    """A keyword or number and the list that hangs on it."""

    anchor: Anchor
    start: int
    end: int
    items: list[Item] = field(default_factory=list)
    joined: bool = False
    """Only "and", "or" or a comma stands between it and the run before."""

    @property
    def last(self) -> Path:
        """The path printed last."""
        return self.items[-1].path
