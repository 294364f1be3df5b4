"""A number with what follows it: brackets, lists, ranges. "Sections 27(1)(a)-(c), 31 and 40(2)"."""

from __future__ import annotations

from foitrack.law.citation.anchors import Anchor, Keyword
from foitrack.law.citation.brackets import inner_labels_at, labels_at
from foitrack.law.citation.lists import LISTING, ListReader
from foitrack.law.citation.numbering import Numbering, Path
from foitrack.law.citation.numbers import goes_on_after, number_at, path_at
from foitrack.law.citation.run import Item, Run
from foitrack.law.citation.taking import take, take_brackets


class RunReader:
    """Reads runs from a text."""

    __slots__ = ("_lists", "_numbering", "_text")

    def __init__(self, text: str, numbering: Numbering) -> None:
        self._text = text
        self._numbering = numbering
        self._lists = ListReader(text, numbering)

    def read(self, anchor: Anchor, before: Run | None) -> Run | None:
        """The run at an anchor; None where its number is no section's."""
        run = Run(anchor, anchor.start, anchor.number_at)
        if anchor.keyword is Keyword.DEPENDENT:
            begun = before is not None and self._dependent(run, before)
        else:
            begun = self._first(run)
        if not begun:
            return None
        self._lists.extend(run)
        return run

    def _first(self, run: Run) -> bool:
        number = number_at(self._text, run.anchor.number_at)
        if number is None:
            return False
        section, end = number
        if run.anchor.inner:
            return self._inner(run, section, end)
        run.items.append(Item((section,), run.start, end))
        run.end = end
        bracketed = take_brackets(self._text, run, self._numbering)
        if run.anchor.keyword is Keyword.BARE:
            return bracketed
        if run.anchor.keyword is Keyword.GROUND and not bracketed:
            return goes_on_after(self._text, end)
        return True

    def _dependent(self, run: Run, before: Run) -> bool:
        base: Path = (before.last[0],)
        found = labels_at(self._text, run.end, base, self._numbering, worded=True)
        if found is None or not take(run, base, found, run.start, self._numbering, listed=False):
            return False
        take_brackets(self._text, run, self._numbering)
        return True

    def _inner(self, run: Run, section: str, end: int) -> bool:
        """Takes labels that stand before: "subsections (1)(a) and (b) of section 31"."""
        outer, run.end = path_at(self._text, section, end, self._numbering)
        path, inner, at = outer, run.anchor.inner, 0
        while at < len(inner):
            gap = LISTING.match(inner, at)
            at = gap.end() if gap is not None else at
            found = inner_labels_at(inner, at, path, self._numbering)
            if found is None:
                break
            listed = gap is not None
            for label, _ in found.labels:
                path = self._placed_within(run, path, label, outer, listed=listed) or outer
                listed = True
            at = found.end
        return bool(run.items)

    def _placed_within(
        self, run: Run, path: Path, label: str, outer: Path, *, listed: bool
    ) -> Path | None:
        placed = self._numbering.place(path, label, listed=listed and len(path) > len(outer))
        if placed is None or placed[: len(outer)] != outer:
            return None
        if run.items and placed[:-1] == run.items[-1].path:
            run.items[-1].path = placed
        else:
            run.items.append(Item(placed, run.start, run.end))
        return placed
