"""One deed to many requests: one step, whole or not at all."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from foitrack.desk import campaigns, history, list_export, many, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, RequestFilter, SortKey
from foitrack.law.terms import Event, EventKind, Regime, State
from foitrack.progress import CancelledError, Progress
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import log

NAMES = ("Kent Police", "Essex Police", "Gwent Police")


@pytest.fixture
def three(desk: Desk) -> tuple[int, ...]:
    return tuple(log(desk, name, reference=f"{n}/23") for n, name in enumerate(NAMES, 1))


def listed(desk: Desk, wanted: RequestFilter = RequestFilter()) -> tuple[int, ...]:  # noqa: B008
    return requests.ids(desk, wanted, SortKey.SENT, False, today=TODAY)


def test_an_event_for_many_is_one_step_and_moves_every_clock(
    desk: Desk, three: tuple[int, ...]
) -> None:
    before = contents(desk)
    asked = Event(EventKind.CLARIFICATION_ASKED, TODAY)
    changed = many.record(desk, three[:2], asked, "by letter", today=TODAY)
    assert changed.undo_label == "Record for 2 requests: Clarification asked for"
    assert changed.request_ids == three[:2]
    states = [row.state for row in requests.rows(desk, three, today=TODAY)]
    assert states == [State.CLARIFICATION_WANTED] * 2 + [State.OVERDUE]
    assert requests.detail(desk, three[0], today=TODAY).events[-1].note == "by letter"
    history.undo(desk)
    assert contents(desk) == before


def test_a_day_to_come_or_a_request_that_is_gone_changes_none(
    desk: Desk, three: tuple[int, ...]
) -> None:
    before = contents(desk)
    chased = Event(EventKind.CHASED, date(2023, 4, 1))
    with pytest.raises(DeskError, match="still to come"):
        many.record(desk, three, chased, today=TODAY)
    with pytest.raises(DeskError, match="no longer there"):
        many.bin(desk, (*three, 999))
    with pytest.raises(DeskError, match="at least one"):
        many.bin(desk, ())
    assert contents(desk) == before


def test_many_go_to_the_bin_and_come_back_in_one_step_each(
    desk: Desk, three: tuple[int, ...]
) -> None:
    assert many.bin(desk, three).undo_label == "Move 3 requests to the bin"
    assert listed(desk) == ()
    many.restore(desk, three[:1])
    assert listed(desk) == three[:1]
    history.undo(desk)
    history.undo(desk)
    assert set(listed(desk)) == set(three)


def test_a_campaign_takes_many_and_is_found_by_them(desk: Desk, three: tuple[int, ...]) -> None:
    changed = many.put_in_campaign(desk, three, "  Speed {0} cameras ")
    assert changed.undo_label == "Put 3 requests in Speed {0} cameras"
    assert {row.campaign for row in requests.rows(desk, three, today=TODAY)} == {
        "Speed {0} cameras"
    }
    assert set(listed(desk, RequestFilter(search="cameras"))) == set(three)
    many.put_in_campaign(desk, three[:1], "")
    assert set(listed(desk, RequestFilter(search="cameras"))) == set(three[1:])
    [campaign] = [one for one in campaigns.all(desk) if one.requests == 2]
    assert campaign.name == "Speed {0} cameras"


class StoppedAt(Progress):
    """A person stops the work at its second word."""

    def tell(self, words: str, part: float | None = None) -> None:
        super().tell(words, part)
        self.stop()


def test_what_is_stopped_changes_nothing(
    desk: Desk, three: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "AT_ONCE", 2)
    before = contents(desk)
    with pytest.raises(CancelledError):
        many.bin(desk, three, progress=StoppedAt())
    assert contents(desk) == before


def test_references_are_given_in_order_and_those_without_are_counted(
    desk: Desk, three: tuple[int, ...]
) -> None:
    plain = log(desk, "Avon and Somerset Police", reference=None)
    assert many.references(desk, (three[2], plain, three[0])) == (("3/23", "1/23"), 1)
    assert many.regimes(desk, three) == {Regime.FOIA}


def test_a_table_for_other_programs_holds_the_rows_and_runs_nothing(
    desk: Desk, three: tuple[int, ...], tmp_path: Path
) -> None:
    requests.edit(desk, three[0], title='=HYPERLINK("x"), “quoted”')
    path = tmp_path / "list.csv"
    assert list_export.to_csv_file(desk, three, path, today=TODAY) == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, first, *rest = csv.reader(file)
    assert head == list(list_export.HEADINGS)
    assert first[2] == '\'=HYPERLINK("x"), “quoted”'
    assert first[:2] == ["Overdue", "Kent Police"] and first[4] == "1/23"
    assert [row[1] for row in rest] == ["Essex Police", "Gwent Police"]
    assert path.stat().st_mode & 0o077 == 0
