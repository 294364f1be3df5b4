"""Rows and fetchers for tests that need no case file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from foitrack.desk.views import ProvisionTag, RequestRow
from foitrack.law.terms import Regime, Review, State

WAITING = RequestRow(
    id=1,
    state=State.WAITING,
    outcome=None,
    authority="Staffordshire Police",
    title="Social media investigations",
    campaign="Police and social media",
    regime=Regime.FOIA,
    references=("15350",),
    sent_on=date(2023, 3, 1),
    due_on=date(2023, 3, 30),
    answered=False,
    answered_on=None,
    answered_day=None,
    working_days_left=8,
    review=Review.NONE,
    review_by=None,
    review_due_on=None,
    review_days_late=None,
    provisions=(),
    provisional=False,
    due_soon=False,
)
ANSWERED = replace(
    WAITING,
    id=2,
    state=State.RESPONSE_TO_READ,
    answered=True,
    answered_on=date(2023, 3, 27),
    answered_day=17,
    working_days_left=None,
    review_by=date(2023, 5, 27),
    provisions=(
        ProvisionTag("FOIA s31(1)(g)", False, "Law enforcement", "qualified"),
        ProvisionTag("FOIA s40(2)", True, "Personal information", "absolute"),
    ),
)


class Shelf:
    """Rows by id, handed out at once or when told to; remembers what was asked for."""

    def __init__(self, count: int, *, at_once: bool = True) -> None:
        self.count = count
        self.at_once = at_once
        self.asked: list[tuple[int, ...]] = []
        self.waiting: list[Callable[[], None]] = []
        self.problem: Exception | None = None

    def row(self, request_id: int) -> RequestRow:
        return replace(WAITING, id=request_id, authority=f"Authority {request_id:06}")

    def fetch(
        self,
        ids: Sequence[int],
        done: Callable[[tuple[RequestRow, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.asked.append(tuple(ids))
        problem = self.problem

        def answer() -> None:
            if problem is not None:
                failed(problem)
            else:
                done(tuple(self.row(i) for i in ids if i <= self.count))

        if self.at_once:
            answer()
        else:
            self.waiting.append(answer)
