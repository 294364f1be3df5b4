"""How many requests each choice of a filter would find, counted by the database at one go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select

from foitrack.casefile.models import Request
from foitrack.desk import listing
from foitrack.desk.desk import Desk
from foitrack.desk.views import RequestFilter
from foitrack.law.terms import Regime, Review, State


@dataclass(frozen=True, slots=True)
class Counts:
    """Requests by state, law and review together, whichever of these are chosen."""

    cells: tuple[tuple[State, Regime, Review, int], ...] = ()

    def states(self, wanted: RequestFilter) -> Counter[str]:
        """How many each state would find beside what else is chosen."""
        return self._sum(replace(wanted, states=frozenset(), overdue=False), 0)

    def regimes(self, wanted: RequestFilter) -> Counter[str]:
        """How many each law would find."""
        return self._sum(replace(wanted, regimes=frozenset()), 1)

    def reviews(self, wanted: RequestFilter) -> Counter[str]:
        """How many each standing of the review would find."""
        return self._sum(replace(wanted, reviews=frozenset()), 2)

    def _sum(self, wanted: RequestFilter, place: int) -> Counter[str]:
        found: Counter[str] = Counter()
        for cell in self.cells:
            state, regime, review, number = cell
            if (
                (not wanted.states or state in wanted.states)
                and (not wanted.overdue or state is State.OVERDUE)
                and (not wanted.regimes or regime in wanted.regimes)
                and (not wanted.reviews or review in wanted.reviews)
            ):
                found[str(cell[place])] += number
        return found


def without_choices(wanted: RequestFilter) -> RequestFilter:
    """What is counted among: the filter without state, law and review."""
    none: frozenset[State] = frozenset()
    return replace(wanted, states=none, regimes=frozenset(), reviews=frozenset(), overdue=False)


def counts(desk: Desk, wanted: RequestFilter, *, today: date) -> Counts:
    """One query for all of them."""
    state, review = listing.state_at(), listing.review_at()
    with desk.case.reading() as session:
        among = listing.conditions(without_choices(wanted), session.get_bind().dialect.name)
        cells = (
            select(state.label("state"), Request.regime, review.label("review"))
            .where(among)
            .subquery()
        )
        found = session.execute(
            select(cells.c.state, cells.c.regime, cells.c.review, func.count()).group_by(
                cells.c.state, cells.c.regime, cells.c.review
            ),
            {"today": today},
        )
        return Counts(tuple((State(one), Regime(law), Review(of), n) for one, law, of, n in found))
