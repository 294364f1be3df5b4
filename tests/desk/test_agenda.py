"""Today: what presses, worst first, folded, and counted without looking closely."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from foitrack.desk import agenda, requests, reviews
from foitrack.desk.desk import Desk
from foitrack.desk.pressing import SHOWN
from foitrack.desk.views import Agenda, AgendaGroup, NewRequest
from foitrack.law.terms import Event, EventKind, Review, Step
from tests.desk.conftest import TODAY
from tests.desk.letters import LISTED, REFUSAL, keep_and_read, log, record

ANSWER = EventKind.RESPONSE


def group(found: Agenda, kind: str) -> AgendaGroup:
    [one] = [each for each in found.groups if each.kind == kind]
    return one


def happened(desk: Desk, request_id: int, kind: EventKind, on: date, detail: str = "") -> None:
    requests.add_event(desk, request_id, Event(kind, on, None, detail), today=TODAY)


def test_nothing_to_do(desk: Desk) -> None:
    assert agenda.agenda(desk, today=TODAY) == Agenda(
        "Nothing needs you today.", "No answer is being waited for.", ()
    )
    log(desk, sent=date(2023, 3, 24))
    log(desk, "Essex Police", sent=date(2023, 3, 24))
    found = agenda.agenda(desk, today=TODAY)
    assert found.headline == "Nothing needs you today."
    assert found.sentence == "Next: 2 answers due Tue 25 April 2023."


def test_the_groups_in_their_order(desk: Desk) -> None:
    late = log(desk, "Kent Police", sent=date(2023, 2, 9))
    soon = log(desk, "Essex Police", sent=date(2023, 3, 1))
    to_read = log(desk, "Sussex Police", sent=date(2023, 3, 1))
    keep_and_read(desk, REFUSAL, to_read)
    reviewed = log(desk, "Surrey Police", sent=date(2022, 11, 1))
    happened(desk, reviewed, ANSWER, date(2022, 11, 21))
    reviews.ask(desk, reviewed, on=date(2023, 2, 1), today=TODAY)
    closing = log(desk, "Cleveland Police", sent=date(2022, 11, 21))
    happened(desk, closing, ANSWER, date(2022, 12, 19))
    reviews.ask(desk, closing, on=date(2023, 1, 9), today=TODAY)
    reviews.outcome(desk, closing, Review.UPHELD, on=date(2023, 2, 24), today=TODAY)
    missing = log(desk, None, sent=None)
    found = agenda.agenda(desk, today=TODAY)
    assert {each.kind: each.items[0].request_ids for each in found.groups} == {
        "overdue": (late,),
        "due-soon": (soon,),
        "to-read": (to_read,),
        "review": (reviewed,),
        "commissioner": (closing,),
        "date-missing": (missing,),
    }
    assert found.headline == "1 request is overdue. 1 more falls due by Thursday 30 March."
    [overdue] = group(found, "overdue").items
    assert (overdue.when, overdue.when_detail) == ("12 working days late", "Due Thu 9 March 2023")
    assert (overdue.day, overdue.late, overdue.limit) == (20, 12, 20)
    assert overdue.step.step is Step.CHASE
    [waiting] = group(found, "due-soon").items
    assert (waiting.when, waiting.day) == ("in 2 working days", 18)
    [reading] = group(found, "to-read").items
    assert reading.step.step is Step.READ_RESPONSE
    assert "s40" in reading.detail
    assert (reading.when, reading.when_detail) == (
        "Dated Thu 2 March 2023",
        "In time, due Thu 30 March 2023",
    )
    [late_review] = group(found, "review").items
    assert (late_review.when, late_review.late) == ("18 working days late", 18)
    [window] = group(found, "commissioner").items
    assert (window.when, window.when_detail) == ("in 10 days", "Closes Fri 7 April 2023")
    assert group(found, "date-missing").items[0].authority == "Authority not stated"
    assert agenda.counts(desk, today=TODAY).today == 6


def test_a_batch_is_one_line(desk: Desk) -> None:
    names = ["Kent Police", "Essex Police", "Sussex Police"]
    new = NewRequest("Drones", None, campaign="Drones", sent_on=date(2023, 3, 1))
    ids = requests.log_many(desk, new, names, today=TODAY).request_ids
    log(desk, "Surrey Police", sent=date(2023, 3, 1), campaign=None)
    found = group(agenda.agenda(desk, today=TODAY), "due-soon")
    assert found.requests == 4
    assert [item.request_ids for item in found.items] == [ids, (4,)]
    assert (found.items[0].authority, found.items[0].detail) == (
        "3 authorities",
        "Batch sent Wed 1 March 2023",
    )
    assert agenda.counts(desk, today=TODAY).today == 2


def test_the_worst_is_first(desk: Desk) -> None:
    days = [date(2023, 2, 6), date(2023, 1, 9), date(2023, 2, 1)]
    ids = [log(desk, sent=day, campaign=None) for day in days]
    found = group(agenda.agenda(desk, today=TODAY), "overdue")
    assert [item.request_ids[0] for item in found.items] == [ids[1], ids[2], ids[0]]


def test_nobody_is_urged_to_challenge_what_was_answered_in_full(desk: Desk) -> None:
    disclosed, refused = log(desk), log(desk, "Essex Police")
    record(desk, LISTED, disclosed)
    record(desk, REFUSAL, refused)
    today = date(2023, 4, 20)
    found = agenda.agenda(desk, today=today)
    assert [item.request_ids for each in found.groups for item in each.items] == [(refused,)]
    assert group(found, "review").hint == "The right to ask runs out"


@pytest.mark.parametrize("name", ["Kent Police", "Police Scotland"])
def test_due_today_and_the_day_after(desk: Desk, name: str) -> None:
    request_id = log(desk, name, sent=date(2023, 3, 1))
    due = requests.detail(desk, request_id, today=TODAY).row.due_on
    assert due is not None
    on_the_day = group(agenda.agenda(desk, today=due), "due-soon")
    assert on_the_day.items[0].when == "due today"
    after = group(agenda.agenda(desk, today=due + timedelta(days=1)), "overdue")
    assert after.items[0].late >= 0
    assert "late" in after.items[0].when


def test_late_on_a_day_that_is_no_working_day(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 3, 2))
    assert requests.detail(desk, request_id, today=TODAY).row.due_on == date(2023, 3, 31)
    [item] = group(agenda.agenda(desk, today=date(2023, 4, 1)), "overdue").items
    assert item.when == "late since the last working day"


def test_what_is_beyond_the_first_lines_is_one_line(desk: Desk) -> None:
    new = NewRequest("Many", None, sent_on=date(2023, 1, 9))
    names = [f"Council {number}" for number in range(SHOWN + 5)]
    requests.log_many(desk, new, names, today=TODAY)
    found = group(agenda.agenda(desk, today=TODAY), "overdue")
    assert found.requests == SHOWN + 5
    assert len(found.items) == SHOWN + 1
    assert found.items[-1].authority == "5 more requests"
    assert len(found.items[-1].request_ids) == 5


def test_the_side_bar_counts(examples: Desk) -> None:
    found = agenda.counts(examples, today=TODAY)
    assert (found.requests, found.case_rows) == (5, 81)
    assert [(c.name, c.requests) for c in found.campaigns] == [("Police and social media", 5)]


def test_the_calendar(desk: Desk) -> None:
    waiting = log(desk, sent=date(2023, 3, 1))
    answered = log(desk, "Essex Police", sent=date(2023, 3, 1))
    happened(desk, answered, ANSWER, date(2023, 3, 20))
    reviewed = log(desk, "Surrey Police", sent=date(2022, 11, 1))
    happened(desk, reviewed, ANSWER, date(2022, 11, 21))
    reviews.ask(desk, reviewed, on=date(2023, 2, 1), today=TODAY)
    found = agenda.calendar_entries(desk, date(2023, 3, 1), date(2023, 4, 2), today=TODAY)
    said = {(entry.kind, entry.request_id, entry.on, entry.window_from) for entry in found}
    assert said == {
        ("due", waiting, date(2023, 3, 30), None),
        ("response", answered, date(2023, 3, 20), None),
        ("review", answered, date(2023, 5, 19), date(2023, 3, 20)),
        ("review", reviewed, date(2023, 3, 1), None),
        ("review", reviewed, date(2023, 3, 30), date(2023, 3, 1)),
    }
    later = agenda.calendar_entries(
        desk, date(2023, 3, 1), date(2023, 4, 2), today=date(2023, 4, 2)
    )
    assert ("late", waiting) in {(entry.kind, entry.request_id) for entry in later}
    none = agenda.calendar_entries(
        desk, date(2023, 3, 1), date(2023, 4, 2), today=TODAY, campaign_id=99
    )
    assert none == ()


def test_bank_holidays(desk: Desk) -> None:
    found = agenda.holidays(desk, date(2023, 3, 1), date(2023, 4, 30))
    assert [(mark.on, mark.nations) for mark in found] == [
        (date(2023, 3, 17), ("NI",)),
        (date(2023, 4, 7), ("E", "W", "S", "NI")),
        (date(2023, 4, 10), ("E", "W", "NI")),
    ]
