"""Authorities: found by any of their names, counted in SQL, added, corrected, made one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foitrack.desk import authorities, authority_changes, history, requests, reviews
from foitrack.desk.authority_list import listed
from foitrack.desk.authority_record import record, section_of
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError
from foitrack.desk.views.authority import AuthorityDetails, AuthorityFilter
from foitrack.law.terms import Event, EventKind, Regime, Review
from tests.desk.conftest import TODAY
from tests.desk.letters import REFUSAL, log
from tests.desk.letters import record as record_letter

EVERY = AuthorityFilter()
OWN = AuthorityDetails(
    "Ambridge Parish Council",
    "APC",
    ("Ambridge Council",),
    "England",
    "parish council",
    email="clerk@ambridge.example",
    notes="Meets on Mondays.",
)


def names(desk: Desk, wanted: AuthorityFilter, sort: str = "", down: bool = False) -> list[str]:
    return [line.name for line in listed(desk, wanted, sort, down, today=TODAY).lines]


def answered(desk: Desk, request_id: int, on: date) -> None:
    requests.add_event(desk, request_id, Event(EventKind.RESPONSE, on), today=TODAY)


@pytest.mark.parametrize("typed", ["met police", "MPS", "scotland yard", "Metropolitan Pol"])
def test_it_is_found_by_its_names(desk: Desk, typed: str) -> None:
    assert names(desk, AuthorityFilter(search=typed))[0] == "Metropolitan Police Service"


def test_it_is_found_by_place_and_by_its_welsh_name(desk: Desk) -> None:
    assert "Cumbria Constabulary" in names(desk, AuthorityFilter(search="cumb"))
    assert "Avon and Somerset Police" in names(desk, AuthorityFilter(search="bristol"))
    assert names(desk, AuthorityFilter(search="heddlu gwent"))[0] == "Gwent Police"


def test_the_list_is_filtered_and_counted(desk: Desk) -> None:
    log(desk, "Kent Police")
    authority_changes.add(desk, OWN)
    assert names(desk, AuthorityFilter(asked=True)) == [OWN.name, "Kent Police"]
    wales = AuthorityFilter(nations=frozenset({"Wales"}), kinds=frozenset({"police force"}))
    assert len(names(desk, wales)) == 4
    foisa = listed(desk, AuthorityFilter(regimes=frozenset({Regime.FOISA})), "", False, today=TODAY)
    assert all(line.regime is Regime.FOISA for line in foisa.lines)
    assert dict(foisa.kinds)["police force"] == 45
    assert foisa.total == len(desk.reference.directory.entries) + 1


def test_how_it_did(desk: Desk) -> None:
    in_time = log(desk, "Kent Police", sent=date(2023, 1, 9))
    answered(desk, in_time, date(2023, 1, 20))
    late = log(desk, "Kent Police", sent=date(2022, 11, 1))
    answered(desk, late, date(2022, 12, 21))
    reviews.ask(desk, late, on=date(2023, 1, 4), today=TODAY)
    log(desk, "Kent Police", sent=date(2023, 2, 9))
    log(desk, "Kent Police", sent=None)
    requests.bin(desk, log(desk, "Kent Police"))
    record_letter(desk, REFUSAL, late)
    found = record(desk, "Kent Police", today=TODAY)
    did = found.did
    assert (did.requests, did.answered, did.in_time) == (4, 2, 1)
    assert (did.answered_late, did.late_now, did.timed) == (1, 1, 2)
    days = [row.answered_day for row in found.requests if row.answered_day is not None]
    assert did.average_days == pytest.approx(sum(days) / len(days))
    assert found.exemptions == (("FOIA s40", "Personal information", 1),)
    assert found.reviews == ((Review.LATE, 1),)
    assert found.requests[0].sent_on == date(2023, 2, 9)
    assert found.requests[-1].sent_on is None
    [line] = listed(desk, AuthorityFilter(asked=True), "", False, today=TODAY).lines
    assert line.did == did
    nobody = record(desk, "Essex Police", today=TODAY)
    assert (nobody.id, nobody.did.requests, nobody.requests) == (None, 0, ())


def test_a_list_ordered_by_how_they_did_has_the_unknown_last(desk: Desk) -> None:
    answered(desk, log(desk, "Kent Police", sent=date(2023, 1, 9)), date(2023, 1, 20))
    answered(desk, log(desk, "Essex Police", sent=date(2022, 11, 1)), date(2022, 12, 21))
    for down in (False, True):
        for sort in ("days", "in-time", "requests"):
            assert set(names(desk, EVERY, sort, down)[:2]) == {"Kent Police", "Essex Police"}
    assert names(desk, EVERY, "days")[0] == "Kent Police"
    assert names(desk, EVERY, "in-time")[0] == "Essex Police"
    assert names(desk, EVERY, "name", True) == names(desk, EVERY, "name")[::-1]


@pytest.mark.parametrize(
    ("provision", "section"),
    [
        ("FOIA s31(1)(g)", "FOIA s31"),
        ("FOISA s38(1)(b)", "FOISA s38"),
        ("EIR r12(4)(b)", "EIR r12(4)(b)"),
        ("EIR r13", "EIR r13"),
    ],
)
def test_exemptions_are_counted_by_section(provision: str, section: str) -> None:
    assert section_of(provision) == section


class TestOnesOwn:
    """An authority that the directory does not have."""

    def test_it_is_found_by_each_of_its_names(self, desk: Desk) -> None:
        authority_changes.add(desk, OWN)
        for typed in ("ambridge parish", "APC", "ambridge council"):
            assert authorities.search(desk, typed)[0].name == OWN.name
            assert names(desk, AuthorityFilter(search=typed)) == [OWN.name]
        assert authorities.choice(desk, "apc").name == OWN.name
        assert OWN.name in {one.name for one in authorities.everyone(desk)}
        one, two = log(desk, "apc"), log(desk, "Ambridge Council")
        assert {row.id for row in record(desk, OWN.name, today=TODAY).requests} == {one, two}

    def test_it_is_corrected_and_taken_back(self, desk: Desk) -> None:
        made = authority_changes.add(desk, OWN)
        one = log(desk, "APC")
        better = replace(OWN, name="Ambridge Town Council", regime=Regime.EIR)
        done = authority_changes.edit(desk, OWN.name, better)
        assert done.request_ids == (one,)
        found = record(desk, "Ambridge Town Council", today=TODAY)
        assert (found.id, found.details, found.own) == (made.new_id, better, True)
        assert requests.detail(desk, one, today=TODAY).row.regime is Regime.FOIA
        history.undo(desk)
        assert record(desk, "APC", today=TODAY).details == OWN

    @pytest.mark.parametrize("name", ["", "  ", "Kent Police", "the met", "x" * 301])
    def test_a_name_that_cannot_be(self, desk: Desk, name: str) -> None:
        with pytest.raises(DeskError, match="Nothing was changed"):
            authority_changes.add(desk, replace(OWN, name=name))
        assert names(desk, AuthorityFilter(asked=True)) == []

    def test_another_may_not_have_its_names(self, desk: Desk) -> None:
        authority_changes.add(desk, OWN)
        with pytest.raises(DeskError, match="means Ambridge Parish Council already"):
            authority_changes.add(desk, AuthorityDetails("Another Council", "apc"))

    def test_it_is_removed_only_without_requests(self, desk: Desk) -> None:
        authority_changes.add(desk, OWN)
        one = log(desk, "APC")
        with pytest.raises(DeskError, match="has requests"):
            authority_changes.remove(desk, OWN.name)
        requests.edit(desk, one, authority="")
        authority_changes.remove(desk, OWN.name)
        assert names(desk, AuthorityFilter(asked=True)) == []


class TestOfTheDirectory:
    """What a person adds to an authority that the directory has."""

    def test_name_nation_and_kind_stay(self, desk: Desk) -> None:
        before = record(desk, "Kent Police", today=TODAY).details
        said = replace(before, name="X", nation="Wales", kind="y", email="foi@kent.example")
        authority_changes.edit(desk, "Kent Police", replace(said, aliases=("Kent Constabulary X",)))
        found = record(desk, "Kent Police", today=TODAY)
        assert (found.details.name, found.details.nation) == ("Kent Police", "England")
        assert (found.details.email, found.own) == ("foi@kent.example", False)
        assert authorities.choice(desk, "kent constabulary x").name == "Kent Police"

    def test_another_law_is_said_to_be_chosen(self, desk: Desk) -> None:
        details = record(desk, "Environment Agency", today=TODAY).details
        authority_changes.edit(desk, "Environment Agency", replace(details, regime=Regime.EIR))
        found = record(desk, "Environment Agency", today=TODAY)
        assert found.details.regime is Regime.EIR
        assert found.regime_reason.startswith("You chose EIR.")


class TestMerging:
    """Two names of one authority."""

    def test_requests_and_names_go_over(self, desk: Desk) -> None:
        one = log(desk, "Met Police Force")
        details = AuthorityDetails("Met Police Force", email="foi@met.example", notes="by post")
        authority_changes.edit(desk, "Met Police Force", details)
        two = log(desk, "MPS")
        done = authority_changes.merge(desk, "Met Police Force", "Metropolitan Police Service")
        assert done.request_ids == (one,)
        found = record(desk, "MPS", today=TODAY)
        assert {row.id for row in found.requests} == {one, two}
        assert (found.details.email, found.details.notes) == ("foi@met.example", "by post")
        three = log(desk, "met police force")
        assert requests.detail(desk, three, today=TODAY).row.authority == found.details.name
        assert names(desk, AuthorityFilter(asked=True)) == [found.details.name]

    def test_it_is_taken_back_whole(self, desk: Desk) -> None:
        one = log(desk, "Met Police Force")
        authority_changes.merge(desk, "Met Police Force", "Metropolitan Police Service")
        history.undo(desk)
        assert names(desk, AuthorityFilter(asked=True)) == ["Met Police Force"]
        assert [r.id for r in record(desk, "Met Police Force", today=TODAY).requests] == [one]
        assert record(desk, "MPS", today=TODAY).id is None

    def test_the_directory_stays(self, desk: Desk) -> None:
        log(desk, "Kent Police")
        log(desk, "Kent Plod")
        with pytest.raises(DeskError, match="stands in the directory"):
            authority_changes.merge(desk, "Kent Police", "Kent Plod")
        with pytest.raises(DeskError, match="another authority"):
            authority_changes.merge(desk, "Kent Plod", "kent plod")
        with pytest.raises(DeskError, match="no longer there"):
            authority_changes.merge(desk, "Nobody", "Kent Police")
        with pytest.raises(DeskError, match="No authority is called"):
            authority_changes.merge(desk, "Kent Plod", "Nobody At All")

    def test_one_that_may_be_of_the_directory_is_told(self, desk: Desk) -> None:
        for name, perhaps in (
            ("Met Police Force", "Metropolitan Police Service"),
            ("Ambridge Parish Council", ""),
        ):
            log(desk, name)
            assert record(desk, name, today=TODAY).perhaps == perhaps
        log(desk, "Kent Police")
        assert record(desk, "Kent Police", today=TODAY).perhaps == ""
