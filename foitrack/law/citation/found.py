"""What is found in a text: provisions relied on, and those only mentioned."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.law.provisions import ProvisionKind


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision relied on, as printed at one place."""

    provision: str
    """Canonical: "FOIA s31(1)(g)"."""
    with_provisions: tuple[str, ...]
    """The purposes and conditions that belong to it: "FOIA s31(2)(b)"."""
    kind: ProvisionKind
    title: str
    effect: str
    basis: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A provision or number that is named without being relied on, and why it is not."""

    provision: str
    """Canonical where it is one of the four laws', else as the text names it."""
    kind: str
    title: str
    why: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citations:
    """What a text cites and what it merely mentions, each in print order.

    The same provision printed twice stands here twice.
    """

    cited: tuple[Citation, ...]
    mentioned: tuple[Mention, ...]
