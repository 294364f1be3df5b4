"""Takes bracketed labels into a run: below the provision printed last, or beside it."""

from __future__ import annotations

from foitrack.law.citation.brackets import Labels, labels_at
from foitrack.law.citation.numbering import Numbering, Path
from foitrack.law.citation.run import Item, Run


def take_brackets(text: str, run: Run, numbering: Numbering) -> bool:
    """Takes all brackets that follow directly; whether there were any."""
    any_found = False
    while True:
        path = run.items[-1].path
        found = labels_at(text, run.end, path, numbering, worded=True)
        if found is None or not take(run, path, found, run.end, numbering, listed=False):
            return any_found
        any_found = True


def take(
    run: Run, path: Path, found: Labels, start: int, numbering: Numbering, *, listed: bool
) -> bool:
    """Takes the labels of one pair of brackets; False, and nothing taken, where they do not fit."""
    items = _placed(path, found, start, numbering, listed=listed)
    if items is None:
        return False
    last = run.items[-1] if run.items else None
    if last is not None and not listed:
        below = items[0].path[: len(last.path)] == last.path
        if below or found.amends:
            # "40" then "(2)": the same provision, not another one.
            items[0].start = last.start
            run.items.pop()
    run.items += items
    run.end = found.end
    return True


def _placed(
    path: Path, found: Labels, start: int, numbering: Numbering, *, listed: bool
) -> list[Item] | None:
    items: list[Item] = []
    for label, ranged in found.labels:
        placed = numbering.place(path, label, listed=listed or bool(items))
        if placed is None:
            return None
        placed = (*placed, *found.below)
        if not (found.tight or numbering.knows(placed)):
            return None
        if ranged and items:
            through = numbering.through(items[-1].path, placed[-1])[1:]
            items += [Item(between, start, found.end) for between in through]
        else:
            items.append(Item(placed, start, found.end))
        path = placed
    return items
