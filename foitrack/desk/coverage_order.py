"""Which lines of a campaign's matrix are shown, and in what order. No queries: it is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from foitrack.desk.listing import URGENCY
from foitrack.desk.views.coverage import CoverageFilter, CoverageRow
from foitrack.law.wording import short_provision

NOT_STATED = ""
"""The value of a nation or kind that nobody has said."""
YEAR = "year:"
"""Before a year: the key of its column."""


def shown(rows: Iterable[CoverageRow], wanted: CoverageFilter) -> tuple[CoverageRow, ...]:
    """The lines that a filter asks for, in the order in which they stood."""
    terms = wanted.search.casefold().split()
    return tuple(row for row in rows if _wants(row, wanted, terms))


def _wants(row: CoverageRow, wanted: CoverageFilter, terms: Sequence[str]) -> bool:
    if wanted.figures and not row.figures & wanted.figures:
        return False
    if wanted.nations and row.nation not in wanted.nations:
        return False
    if wanted.kinds and row.kind not in wanted.kinds:
        return False
    said = " ".join((row.row.authority or "", row.row.title, *row.row.references)).casefold()
    return all(term in said for term in terms)


def options(
    rows: Iterable[CoverageRow], field: Callable[[CoverageRow], str]
) -> tuple[tuple[str, int], ...]:
    """The values of nation or kind among the lines, with how many have them, the commonest first.

    What nobody has said stands last.
    """
    counted = Counter(field(row) for row in rows)
    return tuple(sorted(counted.items(), key=lambda one: (one[0] == NOT_STATED, -one[1], one[0])))


def in_order(rows: Sequence[CoverageRow], sort: str, descending: bool) -> tuple[CoverageRow, ...]:
    """The lines by a column; what is not known stands last, whichever way the rest is sorted."""
    key = _key_of(sort)
    if key is None:
        return tuple(reversed(rows)) if descending else tuple(rows)
    keyed = [(key(row), row) for row in rows]
    known = [one for one in keyed if one[0] is not None]
    known.sort(key=lambda one: one[0], reverse=descending)
    return (*(row for _, row in known), *(row for value, row in keyed if value is None))


def _key_of(sort: str) -> Callable[[CoverageRow], Any] | None:
    """None for the authority's name, which is the order in which they come."""
    if sort.startswith(YEAR):
        year = sort.removeprefix(YEAR)
        return lambda one: one.rows_of(year) or None
    return _KEYS.get(sort)


def _exemptions(one: CoverageRow) -> tuple[str, ...] | None:
    tags = one.row.provisions
    return tuple(sorted(short_provision(tag.provision) for tag in tags)) or None


def _review(one: CoverageRow) -> tuple[str, Any] | None:
    row = one.row
    if row.review == "none":
        return None
    return row.review.value, -(row.review_days_late or 0)


_KEYS: dict[str, Callable[[CoverageRow], Any]] = {
    "state": lambda one: (URGENCY.get(one.row.state, 8), _outcome(one)),
    "asked": lambda one: one.row.sent_on,
    "answered": lambda one: one.row.answered_day,
    "exemptions": _exemptions,
    "review": _review,
    "rows": lambda one: one.case_rows or None,
    "nation": lambda one: one.nation or None,
    "kind": lambda one: one.kind or None,
}


def _outcome(one: CoverageRow) -> str:
    return one.row.outcome.value if one.row.outcome else ""
