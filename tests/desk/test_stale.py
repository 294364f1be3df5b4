"""Two people at one case file: what one has changed meanwhile is never written over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from foitrack.casefile.history import StaleUndoError
from foitrack.desk import (
    authority_changes,
    campaign_changes,
    campaigns,
    history,
    requests,
    responses,
    reviews,
    schemas,
)
from foitrack.desk.authority_record import record
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.request_stale import review_events
from foitrack.desk.stale import StaleEditError
from foitrack.desk.views import RequestDetail
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Body, Event, EventKind, Regime, Review, Standing
from tests.desk.conftest import TODAY, address_of
from tests.desk.letters import LISTED, keep_and_read, log


@pytest.fixture
def ada(desk: Desk, reference: Reference) -> Iterator[Desk]:
    """Somebody else at the same case file."""
    opened = open_desk(address_of(desk), reference)
    yield replace(opened, who=lambda: "ada")
    opened.close()


def shown(desk: Desk, request_id: int) -> RequestDetail:
    return requests.detail(desk, request_id, today=TODAY)


CHANGES: list[tuple[str, Any, Any, Any]] = [
    ("title", "As logged", "Ada's", "Mine"),
    ("notes", "", "Ada rang", "I rang"),
    ("wording", "", "All reports", "All reports of 2022"),
    ("campaign", "", "One", "Two"),
    ("authority", "Kent Police", "Essex Police", "Surrey Police"),
    ("reference", "", "1/23", "2/23"),
    ("regime", Regime.FOIA, Regime.EIR, Regime.FOISA),
    ("body", Body.GENERAL, Body.SCHOOL, Body.NATIONAL_ARCHIVES),
    ("closed", (), ((date(2023, 2, 13), date(2023, 2, 17)),), ((TODAY, TODAY),)),
]


@pytest.mark.parametrize(("field", "was", "theirs", "mine"), CHANGES)
def test_both_values_are_told_and_the_stored_one_stays(
    desk: Desk, ada: Desk, field: str, was: Any, theirs: Any, mine: Any
) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, **{field: was})
    requests.edit(ada, request_id, **{field: theirs})
    steps = len(history.entries(desk))
    with pytest.raises(StaleEditError) as told:
        requests.edit(desk, request_id, **{field: mine}, seen={field: was})
    [conflict] = told.value.conflicts
    assert (conflict.field, conflict.mine, conflict.theirs) == (field, mine, theirs)
    assert conflict.who == "ada"
    assert conflict.at is not None
    assert (
        conflict.mine_said and conflict.theirs_said and conflict.mine_said != conflict.theirs_said
    )
    assert conflict.theirs_said[:30] in str(told.value)
    assert len(history.entries(desk)) == steps
    # Whoever has seen theirs may write over it.
    requests.edit(desk, request_id, **{field: mine}, seen={field: theirs})
    with pytest.raises(StaleEditError):
        requests.edit(ada, request_id, **{field: was}, seen={field: theirs})


def test_what_both_came_to_and_what_nobody_else_touched_is_kept(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    was = shown(desk, request_id).row.title
    requests.edit(ada, request_id, title="The same", notes="Ada's")
    requests.edit(
        desk, request_id, title="The same", wording="Mine", seen={"title": was, "wording": ""}
    )
    after = shown(ada, request_id)
    assert (after.row.title, after.notes, after.wording) == ("The same", "Ada's", "Mine")


def test_one_stale_value_keeps_all_of_the_edit_back(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    requests.edit(ada, request_id, notes="Ada's")
    with pytest.raises(StaleEditError) as told:
        requests.edit(
            desk, request_id, notes="Mine", wording="Mine", seen={"notes": "", "wording": ""}
        )
    assert [one.field for one in told.value.conflicts] == ["notes"]
    assert shown(desk, request_id).wording == ""


def test_who_undid_something_is_not_made_up(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="First")
    requests.edit(desk, request_id, notes="Second")
    history.undo(ada)
    with pytest.raises(StaleEditError) as told:
        requests.edit(desk, request_id, notes="Third", seen={"notes": "Second"})
    [conflict] = told.value.conflicts
    assert (conflict.theirs, conflict.who, conflict.by_whom()) == ("First", "", "")


def test_an_event_is_corrected_by_one_at_a_time(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    [seen] = shown(desk, request_id).events
    theirs = replace(seen.event, on=date(2023, 3, 2))
    mine = replace(seen.event, on=date(2023, 3, 3))
    requests.correct_event(ada, seen.id, theirs, "Postmark", today=TODAY)
    for attempt in (
        lambda: requests.correct_event(desk, seen.id, mine, "", today=TODAY, seen=seen),
        lambda: requests.remove_event(desk, seen.id, seen=seen),
    ):
        with pytest.raises(StaleEditError) as told:
            attempt()
        [conflict] = told.value.conflicts
        assert "2 March 2023, email, Postmark" in conflict.theirs_said
        assert conflict.who == "ada"
    [now] = shown(desk, request_id).events
    requests.correct_event(desk, seen.id, mine, "", today=TODAY, seen=now)
    with pytest.raises(StaleEditError, match="3 March 2023"):
        requests.remove_event(ada, seen.id, seen=now)


def test_an_event_that_somebody_removed_is_said_to_be_removed(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    [seen] = shown(desk, request_id).events
    requests.remove_event(ada, seen.id)
    with pytest.raises(StaleEditError, match=r"now “Removed” \(by ada") as told:
        requests.correct_event(desk, seen.id, replace(seen.event, on=TODAY), today=TODAY, seen=seen)
    assert told.value.conflicts[0].theirs is None


def test_a_review_is_not_asked_for_twice_unseen(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    answered = Event(EventKind.RESPONSE, date(2023, 3, 20))
    requests.add_event(desk, request_id, answered, today=TODAY)
    seen = review_events(shown(desk, request_id).events)
    reviews.ask(ada, request_id, on=date(2023, 3, 21), challenged="s31", today=TODAY, seen=seen)
    with pytest.raises(StaleEditError, match="21 March 2023"):
        reviews.ask(desk, request_id, on=TODAY, challenged="s40", today=TODAY, seen=seen)
    assert shown(desk, request_id).review.challenged == "s31"
    seen = review_events(shown(desk, request_id).events)
    reviews.outcome(ada, request_id, Review.UPHELD, on=TODAY, today=TODAY, seen=seen)
    with pytest.raises(StaleEditError):
        reviews.outcome(desk, request_id, Review.OVERTURNED, on=TODAY, today=TODAY, seen=seen)
    assert shown(desk, request_id).review.status is Review.UPHELD


def test_a_campaigns_name_and_notes(desk: Desk, ada: Desk) -> None:
    number = campaigns.create(desk, "Rivers").new_id
    assert number is not None
    campaigns.rename(ada, number, "Waters", seen="Rivers")
    with pytest.raises(StaleEditError, match=r"name is now “Waters” \(by ada"):
        campaigns.rename(desk, number, "Streams", seen="Rivers")
    campaign_changes.set_notes(ada, number, "Ada's", seen="")
    with pytest.raises(StaleEditError, match="Notes is now “Ada's”"):
        campaign_changes.set_notes(desk, number, "Mine", seen="")
    campaign_changes.set_notes(desk, number, "Mine", seen="Ada's")


def test_what_became_of_an_exemption(examples: Desk) -> None:
    [provision, *_] = [
        one
        for request_id in range(1, 6)
        for response in shown(examples, request_id).responses
        for one in response.provisions
    ]
    reviews.provision_standing(examples, provision.id, Standing.WITHDRAWN, seen=Standing.CITED)
    with pytest.raises(StaleEditError, match=f"became of {re.escape(provision.provision)}"):
        reviews.provision_standing(examples, provision.id, Standing.UPHELD, seen=Standing.CITED)
    again = Standing.WITHDRAWN
    reviews.provision_standing(examples, provision.id, Standing.UPHELD, seen=again)


def test_what_words_mean_is_said_by_one_at_a_time(examples: Desk, reference: Reference) -> None:
    other = open_desk(address_of(examples), reference)
    [campaign] = [one.id for one in campaigns.all(examples) if one.name.startswith("Police")]

    def learn(desk: Desk, means: str, seen: object) -> None:
        schemas.learn(desk, "rank", "SG", [means], campaign_id=campaign, seen={"meaning": seen})

    ada = replace(other, who=lambda: "ada")
    learn(ada, "Sergeant", None)
    with pytest.raises(StaleEditError, match=r"“SG” is now “Sergeant” \(by ada"):
        learn(examples, "Supervisor", None)
    learn(examples, "Supervisor", (("Sergeant",), ""))
    for late in (
        lambda: learn(ada, "Constable", (("Sergeant",), "")),
        lambda: schemas.forget(
            ada, "rank", "SG", campaign_id=campaign, seen={"meaning": (("Sergeant",), "")}
        ),
    ):
        with pytest.raises(StaleEditError, match="is now “Supervisor”"):
            late()
    schemas.forget(examples, "rank", "SG", campaign_id=campaign)
    with pytest.raises(StaleEditError, match="is now “Nothing said”"):
        learn(ada, "Constable", (("Supervisor",), ""))
    other.close()


def test_what_is_said_of_an_authority(desk: Desk, ada: Desk) -> None:
    was = AuthorityDetails("Ambridge Parish Council", email="old@ambridge.example")
    authority_changes.add(desk, was)
    theirs = replace(was, email="clerk@ambridge.example", notes="Ada's")
    authority_changes.edit(ada, was.name, theirs, seen=was)
    mine = replace(was, email="parish@ambridge.example", nation="England")
    with pytest.raises(StaleEditError, match=r"now “clerk@ambridge.example” \(by ada") as told:
        authority_changes.edit(desk, was.name, mine, seen=was)
    assert [one.field for one in told.value.conflicts] == ["email"]
    # What nobody changed here is kept as it is by now.
    authority_changes.edit(desk, was.name, replace(mine, email=was.email), seen=was)
    assert said_of(desk, was.name) == replace(theirs, nation="England")


def test_what_is_said_of_an_authority_of_the_directory(desk: Desk, ada: Desk) -> None:
    was = replace(said_of(desk, "Kent Police"), aliases=())
    authority_changes.edit(ada, was.name, replace(was, notes="Ada's", aliases=("KP",)), seen=was)
    with pytest.raises(StaleEditError, match="Other names is now “KP”"):
        authority_changes.edit(desk, was.name, replace(was, aliases=("Kentish",)), seen=was)
    authority_changes.edit(desk, was.name, replace(was, email="foi@kent.example"), seen=was)
    after = said_of(desk, was.name)
    assert (after.notes, after.email, "KP" in after.aliases) == ("Ada's", "foi@kent.example", True)


def said_of(desk: Desk, name: str) -> AuthorityDetails:
    return record(desk, name, today=TODAY).details


def test_the_columns_of_a_campaign(desk: Desk, ada: Desk) -> None:
    first, second, third = (
        campaigns.create(desk, name).new_id or 0 for name in ("Rivers", "Roads", "Rails")
    )
    police = "police-misconduct"
    own = replace(schemas.definition(desk, police), name="mine", title="Mine")
    schemas.save(desk, own)
    schemas.choose(ada, first, police, seen={"schema": None})
    with pytest.raises(StaleEditError, match=r"The columns of Rivers is now .* \(by ada"):
        schemas.choose(desk, first, "mine", seen={"schema": None})
    uses = {first: None, second: None, third: None}
    schemas.choose(ada, third, "mine", seen={"schema": None})
    # Ticked here: the second. What became of the others meanwhile stays.
    schemas.save(desk, own, campaigns={second}, seen=own, seen_uses=uses)
    chosen = {one.id: one.schema for one in campaigns.all(desk)}
    assert chosen == {first: police, second: "mine", third: "mine"}
    with pytest.raises(StaleEditError, match="The columns of Rivers"):
        schemas.save(desk, own, campaigns={first, second, third}, seen=own, seen_uses=chosen | uses)


def test_columns_that_somebody_changed_are_not_removed_unseen(desk: Desk, ada: Desk) -> None:
    own = replace(schemas.definition(desk, "police-misconduct"), name="mine", title="Mine")
    schemas.save(desk, own)
    schemas.save(ada, replace(own, title="Ada's"), seen=own)
    with pytest.raises(StaleEditError, match="you have “Removed”"):
        schemas.remove(desk, "mine", seen=own)
    schemas.remove(desk, "mine", seen=replace(own, title="Ada's"))


def test_which_column_holds_what(desk: Desk, ada: Desk) -> None:
    proposal = keep_and_read(desk, LISTED, log(desk))
    [table] = proposal.tables
    seen: dict[str, object] = {"columns": dict(table.chosen)}
    schemas.remap(ada, proposal.id, table.number, {2: None}, seen=seen)
    with pytest.raises(StaleEditError, match=r"now “Platform: not used” \(by ada"):
        schemas.remap(desk, proposal.id, table.number, {1: None}, seen=seen)
    [table] = responses.proposal(desk, proposal.id).tables
    seen = {"columns": dict(table.chosen)}
    schemas.remap(desk, proposal.id, table.number, {1: None, 2: None}, seen=seen)


def test_undo_takes_back_no_step_of_somebody_else_unseen(desk: Desk, ada: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="Mine")
    seen = history.newest(desk)
    requests.edit(ada, request_id, title="Ada's")
    with pytest.raises(StaleUndoError, match="ada has done this since: “Edit request”"):
        history.undo(desk, seen=seen)
    assert shown(desk, request_id).row.title == "Ada's"
    # Seen by now; and one's own steps are taken back one after the other without looking.
    history.undo(desk, seen=history.newest(desk))
    requests.edit(desk, request_id, notes="Mine again")
    requests.edit(desk, request_id, notes="And again")
    for _ in range(3):
        assert history.undo(desk, seen=seen) is not None
    assert shown(desk, request_id).notes == ""
