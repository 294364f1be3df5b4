"""A newer list of bank holidays: what it moves in a case file, and what it leaves alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets, holiday_lists
from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.holidays import moved_by, with_calendars
from foitrack.desk.views import NewRequest
from foitrack.law.calendars import Calendars
from foitrack.law.terms import Event, EventKind

TODAY = date(2027, 6, 16)
EXTRA = date(2027, 6, 21)


def with_an_extra_day() -> Calendars:
    data: dict[str, Any] = json.loads(assets.resource("bank-holidays.json").read_text("utf-8"))
    for division in data.values():
        division["events"] += [{"title": "Extra day", "date": EXTRA.isoformat(), "notes": ""}]
    return assets.calendars_of(data, "a test's list")


def logged(desk: Desk, title: str, sent: date) -> int:
    new = NewRequest(title, "Gwent Police", sent_on=sent)
    made = requests.log(desk, new, today=TODAY).new_id
    assert made is not None
    return made


def happened(desk: Desk, request_id: int, kind: EventKind, on: date) -> None:
    requests.add_event(desk, request_id, Event(kind, on), today=TODAY)


def test_only_open_deadlines_over_the_new_day_move_and_nothing_is_written(desk: Desk) -> None:
    newest = logged(desk, "Newest", date(2027, 6, 15))
    waiting = logged(desk, "Waiting", date(2027, 6, 1))
    logged(desk, "Long over", date(2027, 3, 1))
    for title, kind in (("Withdrawn", EventKind.WITHDRAWN), ("Closed", EventKind.CLOSED)):
        happened(desk, logged(desk, title, date(2027, 6, 1)), kind, date(2027, 6, 3))
    requests.bin(desk, logged(desk, "In the bin", date(2027, 6, 1)))
    found = moved_by(desk, with_an_extra_day(), today=TODAY)
    assert [(each.request_id, each.request, each.old.on, each.new.on) for each in found] == [
        (waiting, "Gwent Police: Waiting", date(2027, 6, 29), date(2027, 6, 30)),
        (newest, "Gwent Police: Newest", date(2027, 7, 14), date(2027, 7, 15)),
    ]
    assert requests.rows(desk, (waiting,), today=TODAY)[0].due_on == date(2027, 6, 29)


def test_an_answer_in_time_leaves_its_review_window_open_to_move(desk: Desk) -> None:
    answered = logged(desk, "Answered", date(2027, 6, 1))
    happened(desk, answered, EventKind.RESPONSE, date(2027, 6, 8))
    [found] = moved_by(desk, with_an_extra_day(), today=TODAY)
    assert found.old.kind == "review-request"


def test_another_list_stands_beside_the_same_case_file(desk: Desk) -> None:
    waiting = logged(desk, "Waiting", date(2027, 6, 1))
    newer = with_calendars(desk, with_an_extra_day())
    assert newer.case is desk.case
    assert newer.reference.catalogue is desk.reference.catalogue
    assert requests.recount(newer) == 1
    assert requests.rows(newer, (waiting,), today=TODAY)[0].due_on == date(2027, 6, 30)


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "data" / "bank-holidays.json"
    monkeypatch.setattr("foitrack.holiday_lists.place", lambda: place)
    return place


@pytest.mark.parametrize("before", [None, b"what was there"])
def test_a_list_goes_back_where_what_follows_fails(
    stored: Path, before: bytes | None, tmp_path: Path
) -> None:
    if before is not None:
        stored.parent.mkdir()
        stored.write_bytes(before)
    offer = holiday_lists.offered(
        str(assets.resource("bank-holidays.json")), assets.bundled_calendars(), TODAY
    )
    with pytest.raises(RuntimeError), holiday_lists.put_in_place(offer):
        assert stored.read_bytes() != before
        raise RuntimeError
    assert (stored.read_bytes() if stored.exists() else None) == before


def test_a_place_that_cannot_be_written_is_said_in_plain_words(
    stored: Path, tmp_path: Path
) -> None:
    stored.parent.write_text("a file where the folder should be", "utf-8")
    offer = holiday_lists.offered(
        str(assets.resource("bank-holidays.json")), assets.bundled_calendars(), TODAY
    )
    with (
        pytest.raises(holiday_lists.UnsavedListError, match="the list in use stays"),
        holiday_lists.put_in_place(offer),
    ):
        raise AssertionError("it was put in place all the same")
