"""Filters under names of one's own, and how many each choice would find."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from foitrack.casefile.models import SavedFilter
from foitrack.desk import history, requests, saved_filters
from foitrack.desk.desk import Desk
from foitrack.desk.listed_counts import counts
from foitrack.desk.views import DeskError, NewRequest, RequestFilter, SortKey
from foitrack.law.terms import Regime, Review, State
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import REFUSAL, log, record

LATE = RequestFilter(
    campaign_id=1,
    states=frozenset({State.OVERDUE, State.REVIEW_LATE}),
    regimes=frozenset({Regime.EIR}),
    reviews=frozenset({Review.ASKED}),
    overdue=True,
    search="söcial “media”",
    binned=True,
)


def test_a_filter_comes_back_as_it_was_kept(desk: Desk) -> None:
    before = contents(desk)
    kept = saved_filters.save(desk, "  Late   ones ", LATE)
    assert kept.undo_label == "Keep the filter Late ones"
    saved_filters.save(desk, "answered", RequestFilter(states=frozenset({State.ANSWERED})))
    assert [one.name for one in saved_filters.every(desk)] == ["answered", "Late ones"]
    late = saved_filters.every(desk)[1]
    assert late.filter == LATE
    saved_filters.save(desk, "LATE ONES", replace(LATE, search=""))
    assert [one.name for one in saved_filters.every(desk)] == ["answered", "LATE ONES"]
    saved_filters.rename(desk, late.id, "Mine")
    saved_filters.remove(desk, late.id)
    assert [one.name for one in saved_filters.every(desk)] == ["answered"]
    for _ in range(5):
        history.undo(desk)
    assert contents(desk) == before


def test_what_cannot_be_kept_is_said(desk: Desk) -> None:
    saved_filters.save(desk, "One", RequestFilter())
    saved_filters.save(desk, "Two", RequestFilter())
    one, _ = saved_filters.every(desk)
    for name, wanted in (
        (" ", RequestFilter()),
        ("x" * 101, RequestFilter()),
        ("Three", RequestFilter(ids=frozenset({1}))),
    ):
        with pytest.raises(DeskError):
            saved_filters.save(desk, name, wanted)
    with pytest.raises(DeskError, match="called “Two”"):
        saved_filters.rename(desk, one.id, "two")
    with pytest.raises(DeskError, match="no longer there"):
        saved_filters.remove(desk, 99)


def test_words_of_another_version_are_left_out(desk: Desk) -> None:
    odd = {"states": ["overdue", "melted", 7], "regimes": "FOIA", "search": 4, "campaign_id": "1"}
    with desk.case.writing() as session:
        session.add(SavedFilter(name="Odd", definition=odd))
    [found] = saved_filters.every(desk)
    assert found.filter == RequestFilter(states=frozenset({State.OVERDUE}))


def test_each_choice_says_how_many_it_would_find_in_one_query(desk: Desk) -> None:
    answered = log(desk)
    record(desk, REFUSAL, answered)
    log(desk, "Essex Police")
    scottish = NewRequest("Roads", "A Council", regime=Regime.FOISA, sent_on=date(2023, 3, 20))
    requests.log(desk, scottish, today=TODAY)
    binned = log(desk, "Gwent Police")
    requests.bin(desk, binned)
    asked: list[str] = []
    event.listen(
        desk.case.engine, "before_cursor_execute", lambda c, u, said, *rest: asked.append(said)
    )
    found = counts(desk, RequestFilter(), today=TODAY)
    assert len([said for said in asked if said.startswith("SELECT")]) == 1
    assert found.states(RequestFilter()) == Counter(answered=1, overdue=1, waiting=1)
    assert found.regimes(RequestFilter()) == Counter(FOIA=2, FOISA=1)
    late = RequestFilter(states=frozenset({State.OVERDUE}))
    assert found.regimes(late) == Counter(FOIA=1)
    assert found.states(late) == Counter(answered=1, overdue=1, waiting=1)
    for state, number in found.states(RequestFilter()).items():
        wanted = RequestFilter(states=frozenset({State(state)}))
        assert requests.count(desk, wanted, today=TODAY) == number
    in_the_bin = counts(desk, RequestFilter(binned=True), today=TODAY)
    assert in_the_bin.reviews(RequestFilter()) == Counter(none=1)


def test_more_single_requests_than_a_query_has_parameters(desk: Desk) -> None:
    request_id = log(desk)
    many = RequestFilter(ids=frozenset(range(1, 70_000)))
    assert requests.ids(desk, many, SortKey.DUE, False, today=TODAY) == (request_id,)
