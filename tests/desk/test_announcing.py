"""Notifications: one summary a day, each right once, nothing in quiet hours, no names unasked."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.desk import requests, reviews
from foitrack.desk.announcing import ACTS, KEPT, ONE_BY_ONE, SOON, Quiet, Right, Told, announce
from foitrack.desk.desk import Desk
from foitrack.desk.rights import ending, summary
from foitrack.law.terms import Event, EventKind, Review
from tests.desk.conftest import TODAY
from tests.desk.letters import log

NOON = time(12)
NIGHT = Quiet(time(20), time(8))


@pytest.mark.parametrize(
    ("start", "end", "quiet", "loud"),
    [
        ("20:00", "08:00", ["20:00", "23:59", "00:00", "07:59"], ["08:00", "12:00", "19:59"]),
        ("12:00", "14:00", ["12:00", "13:59"], ["11:59", "14:00", "00:00", "23:59"]),
        ("00:00", "06:30", ["00:00", "06:29"], ["06:30", "23:59"]),
        ("18:00", "00:00", ["18:00", "23:59"], ["00:00", "17:59"]),
        ("09:00", "09:00", [], ["08:59", "09:00", "09:01"]),
    ],
)
def test_quiet_hours(start: str, end: str, quiet: list[str], loud: list[str]) -> None:
    hours = Quiet(time.fromisoformat(start), time.fromisoformat(end))
    assert all(hours.covers(time.fromisoformat(at)) for at in quiet)
    assert not any(hours.covers(time.fromisoformat(at)) for at in loud)


def right(days: int, kind: str = "review", number: int = 1) -> Right:
    return Right(number, kind, TODAY + timedelta(days=days), "Kent Police, Dismissals")


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (-1, None),
        (0, "Last day today to ask for an internal review"),
        (1, "Last day tomorrow to ask for an internal review"),
        (6, "Last day in 6 days to ask for an internal review"),
        (7, None),
    ],
)
def test_a_right_is_said_in_its_last_week(days: int, title: str | None) -> None:
    said, _ = announce("", [right(days)], Told(), today=TODAY, at=NOON)
    assert [one.title for one in said] == ([title] if title else [])


def test_names_are_said_only_where_they_were_asked_for() -> None:
    [hidden], _ = announce("", [right(2)], Told(), today=TODAY, at=NOON)
    assert hidden.body == (
        "One of your requests; open FOI Track to see it. It can be done until Thu 30 March 2023."
    )
    [named], _ = announce("", [right(2)], Told(), today=TODAY, at=NOON, names=True)
    assert named.body.startswith("Kent Police, Dismissals. ")
    assert named.request_ids == (1,)


def test_many_rights_are_one_notification() -> None:
    rights = [right(day, number=number) for number, day in enumerate((5, 3, 4, 3), 1)]
    [said], told = announce("", rights, Told(), today=TODAY, at=NOON, names=True)
    assert said.title == "4 rights about to be lost"
    assert "Fri 31 March 2023" in said.body
    assert "Kent" not in said.body
    assert sorted(said.request_ids) == [1, 2, 3, 4]
    assert announce("", rights, told, today=TODAY, at=NOON)[0] == ()


def test_a_day_that_began_with_nothing_has_had_its_summary() -> None:
    said, told = announce("", [], Told(), today=TODAY, at=NOON)
    assert said == ()
    assert announce("1 request is overdue.", [], told, today=TODAY, at=NOON)[0] == ()
    tomorrow = TODAY + timedelta(days=1)
    [said_then], _ = announce("1 request is overdue.", [], told, today=tomorrow, at=NOON)
    assert said_then.body == "1 request is overdue."


def test_another_last_day_is_another_right() -> None:
    _, told = announce("", [right(2)], Told(), today=TODAY, at=NOON)
    moved, _ = announce("", [right(4)], told, today=TODAY, at=NOON)
    assert len(moved) == 1


RIGHTS = st.lists(
    st.builds(
        Right,
        st.integers(1, 6),
        st.sampled_from(sorted(ACTS)),
        st.integers(-5, 30).map(lambda days: TODAY + timedelta(days=days)),
        st.just("Zebra Council, Lions"),
    ),
    max_size=8,
)
TIMES = st.times()
QUIET = st.none() | st.builds(Quiet, TIMES, TIMES)
LOOKS = st.lists(st.tuples(st.integers(0, 3), TIMES), min_size=1, max_size=12)


@given(RIGHTS, LOOKS, QUIET)
def test_never_twice_and_at_most_one_summary_a_day(
    rights: list[Right], looks: list[tuple[int, time]], quiet: Quiet | None
) -> None:
    told, today = Told(), TODAY
    seen: list[str] = []
    summaries: list[date] = []
    for days, at in looks:
        today += timedelta(days=days)
        said, after = announce("Something.", rights, told, today=today, at=at, quiet=quiet)
        if quiet is not None and quiet.covers(at):
            assert (said, after) == ((), told)
            continue
        summaries += [today for one in said if not one.request_ids]
        fresh = after.rights - told.rights
        assert bool(fresh) == any(one.request_ids for one in said)
        seen += fresh
        told = after
        assert announce("Something.", rights, told, today=today, at=at, quiet=quiet) == ((), told)
        due = {one.key for one in rights if today <= one.on < today + timedelta(days=SOON)}
        assert due <= told.rights
    assert len(seen) == len(set(seen))
    assert len(summaries) == len(set(summaries))


@given(RIGHTS, st.booleans())
def test_nothing_of_a_request_is_said_unasked(rights: list[Right], quiet: bool) -> None:
    hours = NIGHT if quiet else None
    said, _ = announce("Two things.", rights, Told(), today=TODAY, at=NOON, quiet=hours)
    assert not any("Zebra" in one.body or "Lions" in one.title + one.body for one in said)
    assert len(said) <= 1 + ONE_BY_ONE


def test_what_was_said_is_forgotten_long_after_it_matters() -> None:
    _, told = announce("", [right(2)], Told(), today=TODAY, at=NOON)
    later = TODAY + timedelta(days=KEPT + 3)
    assert announce("", [], told, today=later, at=NOON)[1].rights == frozenset()


def test_rights_and_summary_of_a_case_file(desk: Desk) -> None:
    assert (ending(desk, today=TODAY), summary(desk, today=TODAY)) == ((), "")
    asked = log(desk, "Cleveland Police", sent=date(2022, 11, 21))
    answer = Event(EventKind.RESPONSE, date(2022, 12, 19), None, "")
    requests.add_event(desk, asked, answer, today=TODAY)
    by = requests.detail(desk, asked, today=TODAY).row.review_by
    assert by is not None
    [found] = ending(desk, today=by - timedelta(days=SOON - 1))
    assert (found.request_id, found.kind, found.on) == (asked, "review", by)
    assert found.name.startswith("Cleveland Police, ")
    assert ending(desk, today=by - timedelta(days=SOON)) == ()
    assert ending(desk, today=by) == (found,)
    assert ending(desk, today=by + timedelta(days=1)) == ()
    reviews.ask(desk, asked, on=date(2023, 1, 9), today=TODAY)
    assert ending(desk, today=by) == ()
    reviews.outcome(desk, asked, Review.UPHELD, on=date(2023, 2, 24), today=TODAY)
    [later] = ending(desk, today=date(2023, 4, 5))
    assert later.kind == "commissioner"
    assert "Cleveland" not in summary(desk, today=TODAY)
    assert summary(desk, today=TODAY).endswith(".")
    requests.bin(desk, asked)
    assert ending(desk, today=date(2023, 4, 5)) == ()
