"""What is said before a request is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foitrack.desk import history, requests, warnings
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, NewRequest
from foitrack.law.terms import Body, DeadlineKind, Regime
from tests.desk.conftest import TODAY

NEW = NewRequest(title="Body-worn video", authority="Kent Police", sent_on=date(2023, 3, 28))


def test_nothing_is_said_of_a_first_request(desk: Desk) -> None:
    assert warnings.before_logging(desk, NEW, today=TODAY) == ()


def test_costs_of_two_requests_within_sixty_working_days(desk: Desk) -> None:
    """FOIA s12(4), SI 2004/3244 reg 5(2)(b)."""
    requests.log(desk, replace(NEW, sent_on=date(2023, 3, 1)), today=TODAY)
    [said] = warnings.before_logging(desk, NEW, today=TODAY)
    assert "1 similar request within 60 working days" in said
    assert "From Thu 1 June 2023 it could not." in said
    assert warnings.costs_added_up(desk, replace(NEW, authority="Essex Police")) is None
    assert warnings.costs_added_up(desk, replace(NEW, regime=Regime.EIR)) is None
    later = replace(NEW, sent_on=date(2023, 6, 1))
    assert warnings.costs_added_up(desk, later) is None
    assert warnings.costs_added_up(desk, replace(later, sent_on=date(2023, 5, 31)))


def test_one_in_the_bin_is_not_added_up(desk: Desk) -> None:
    made = requests.log(desk, NEW, today=TODAY)
    assert made.new_id is not None
    requests.bin(desk, made.new_id)
    assert warnings.before_logging(desk, NEW, today=TODAY) == ()


def test_an_alias_is_the_same_authority(desk: Desk) -> None:
    requests.log(desk, replace(NEW, authority="MPS"), today=TODAY)
    assert warnings.costs_added_up(desk, replace(NEW, authority="Metropolitan Police Service"))


def test_a_batch_is_warned_of_in_one_sentence(desk: Desk) -> None:
    names = ("Kent Police", "Essex Police", "Police Scotland")
    assert warnings.many(desk, NEW, names, today=TODAY) is None
    requests.log_many(desk, NEW, names[1:], today=TODAY)
    said = warnings.many(desk, NEW, names, today=TODAY)
    assert said is not None
    assert said.startswith("1 of these has had a request from you")


def test_a_missing_day_and_a_provisional_one(desk: Desk) -> None:
    [missing] = warnings.before_logging(desk, replace(NEW, sent_on=None), today=TODAY)
    assert "no last day can be counted" in missing
    far = date(2040, 3, 1)
    [said] = warnings.before_logging(desk, replace(NEW, sent_on=far), today=far)
    assert "is provisional" in said


def test_the_same_authority_twice_in_a_batch_is_asked_once(desk: Desk) -> None:
    made = requests.log_many(desk, NEW, ["Kent Police", "Kent Police"], today=TODAY)
    assert len(made.request_ids) == 1


SUMMER = ((date(2024, 7, 24), date(2024, 9, 3)),)


def test_a_schools_holidays_are_kept_and_counted(desk: Desk) -> None:
    """SI 2010/2768: the 20th school day, or the 60th working day if that is sooner."""
    new = NewRequest(
        title="Exclusions",
        authority="Gwent Police",
        body=Body.SCHOOL,
        sent_on=date(2024, 7, 15),
        closed=SUMMER,
    )
    today = date(2024, 9, 10)
    without = requests.preview(desk, replace(new, closed=()), today=today)
    made = requests.log(desk, new, today=today)
    assert made.new_id is not None
    detail = requests.detail(desk, made.new_id, today=today)
    due = detail.reckoning.of(DeadlineKind.RESPONSE)
    plain = without.of(DeadlineKind.RESPONSE)
    assert due is not None
    assert plain is not None
    assert plain.on < due.on == detail.row.due_on
    assert detail.closed == SUMMER
    requests.edit(desk, made.new_id, closed=())
    assert requests.detail(desk, made.new_id, today=today).row.due_on == plain.on
    history.undo(desk)
    assert requests.detail(desk, made.new_id, today=today).row.due_on == due.on


def test_a_school_holiday_must_end_after_it_begins(desk: Desk) -> None:
    with pytest.raises(DeskError, match="ends before it begins"):
        requests.check(replace(NEW, closed=((date(2024, 9, 3), date(2024, 7, 24)),)), TODAY)
