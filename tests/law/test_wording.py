"""Dates, distances and words as people read them."""

from __future__ import annotations

import pytest

from foitrack.law import wording
from foitrack.law.terms import DeadlineKind, EventKind, Outcome, Review, State
from tests.law.questions import day


def test_dates() -> None:
    assert wording.full_date(day("2023-03-30")) == "Thu 30 March 2023"
    assert wording.table_date(day("2023-03-05")) == "5 Mar 2023"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due today"),
        (1, "in 1 working day"),
        (4, "in 4 working days"),
        (-1, "1 working day late"),
        (-1200, "1,200 working days late"),
    ],
)
def test_distances(days: int, words: str) -> None:
    assert wording.distance(days) == words


def test_numbers_with_their_noun() -> None:
    assert wording.counted(1, "authority", "authorities") == "1 authority"
    assert wording.counted(2, "authority", "authorities") == "2 authorities"


@pytest.mark.parametrize(
    ("provision", "short"),
    [
        ("FOIA s31(1)(g)", "s31"),
        ("EIR r12(4)(b)", "r12(4)(b)"),
        ("EISR r10(4)(e)", "r10(4)(e)"),
        ("EIR r13", "r13"),
        ("FOISA s38(1)(b)", "s38"),
    ],
)
def test_provisions_on_a_chip(provision: str, short: str) -> None:
    assert wording.short_provision(provision) == short


def test_every_word_of_the_field_has_its_words() -> None:
    assert set(wording.STATE_WORDS) == set(State)
    assert set(wording.OUTCOME_WORDS) == set(Outcome)
    assert set(wording.REVIEW_WORDS) == set(Review)
    assert set(wording.EVENT_WORDS) == set(EventKind)
    assert set(wording.DEADLINE_WORDS) == set(DeadlineKind)


def test_an_outcome_within_a_line_is_the_same_words_smaller() -> None:
    assert {
        one: words.lower() for one, words in wording.OUTCOME_WORDS.items()
    } == wording.OUTCOME_WITHIN
