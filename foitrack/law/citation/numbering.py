"""Where a label belongs below a section, such as "(i)" after "(h)".

The statutes' own paragraphs decide, whichever of the four laws has them; the law itself is
decided later.
"""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.law.citation.labels import alike, between, is_number, is_roman
from foitrack.law.provisions import RELIED_ON, Catalogue, ProvisionKind
from foitrack.law.terms import Regime

Path = tuple[str, ...]
_AFTER_NUMBERS = 1000


def written(path: Path) -> str:
    """A path as a section is written: ("31", "1", "g") is "31(1)(g)"."""
    return path[0] + "".join(f"({label})" for label in path[1:])


def _in_order(label: str) -> tuple[int, str]:
    """For sorting: numbers with their letters in order, letters as they were, after them."""
    if not is_number(label):
        return _AFTER_NUMBERS, ""
    digits = label.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits), label[len(digits) :]


class Numbering:
    """The paragraphs that exist in any of the four laws."""

    __slots__ = ("_catalogue", "_children", "_known")

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: set[str] = set()
        self._children: dict[str, list[str]] = {}
        for section in catalogue.sections():
            head, *labels = section.replace(")", "").split("(")
            path = (head, *labels)
            for depth in range(1, len(path) + 1):
                self._add(path[:depth])
        for labels in self._children.values():
            labels.sort(key=_in_order)

    def _add(self, path: Path) -> None:
        name = written(path)
        if name in self._known:
            return
        self._known.add(name)
        if len(path) > 1:
            self._children.setdefault(written(path[:-1]), []).append(path[-1])

    def knows(self, path: Path) -> bool:
        """Whether any law has this paragraph, or one below it."""
        return written(path) in self._known

    def relied_on_in(self, path: Path) -> list[Regime]:
        """The laws in which the very paragraph is a ground of refusal."""
        name = written(path)
        return [
            law
            for law in Regime
            if self._catalogue.lists(law, name) and self._catalogue.kind_of(law, name) in RELIED_ON
        ]

    def is_denial(self, path: Path) -> bool:
        """Whether a paragraph lifts the duty to confirm or deny in any of the laws."""
        name = written(path)
        return any(self._catalogue.kind_of(law, name) is ProvisionKind.NCND for law in Regime)

    def is_ground(self, section: str) -> bool:
        """Whether a whole section or regulation is, or holds, a ground of refusal somewhere."""
        return any(
            self._catalogue.kind_of(law, section) in RELIED_ON for law in Regime
        ) or section in ("12",)

    def siblings(self, path: Path) -> Sequence[str]:
        """The labels beside the last one of a path, in the statutes' order."""
        return self._children.get(written(path[:-1]), [])

    def through(self, low: Path, high: str) -> list[Path]:
        """The paths from one to a later label at the same level."""
        labels = between(low[-1], high, self.siblings(low))
        return [(*low[:-1], label) for label in labels]

    def place(self, path: Path, label: str, *, listed: bool) -> Path | None:
        """Where a label goes after a path: below it, or beside one of its labels.

        `listed` is set where "and" or a comma stands between; then beside comes before below.
        """
        below = (*path, label)
        beside = [(*path[:depth], label) for depth in range(len(path) - 1, 0, -1)]
        order = [*beside, below] if listed else [below, *beside]
        known = next((candidate for candidate in order if self.knows(candidate)), None)
        return known or self._by_kind(path, label)

    @staticmethod
    def _by_kind(path: Path, label: str) -> Path | None:
        """For paragraphs no statute has: as the kinds of labels suggest."""
        for depth in range(len(path) - 1, 0, -1):
            if alike(path[depth], label):
                return (*path[:depth], label)
        if is_roman(label) and len(path) > 1:
            return (*path, label)
        if is_number(label):
            return (path[0], label)
        return (*path, label) if len(path) > 1 else None
