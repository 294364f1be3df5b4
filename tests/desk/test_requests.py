"""Requests: logged, listed, corrected, put away, each call whole and one step to undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from foitrack.desk import authorities, campaigns, history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, NewRequest, RequestFilter, RequestRow, SortKey
from foitrack.law.calendars import UncountableDateError
from foitrack.law.terms import Body, DeadlineKind, Event, EventKind, Regime, Review, State
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, REFUSAL, keep_and_read, log, record

EVERY = RequestFilter()


def row(desk: Desk, request_id: int, today: date = TODAY) -> RequestRow:
    [found] = requests.rows(desk, [request_id], today=today)
    return found


def listed(desk: Desk, wanted: RequestFilter = EVERY, sort: SortKey = SortKey.DUE) -> list[int]:
    return list(requests.ids(desk, wanted, sort, False, today=TODAY))


def test_a_request_to_staffordshire_is_due_on_30_march(desk: Desk) -> None:
    new = NewRequest(
        "Social media", "Staffordshire Police", "The wording", "Police", sent_on=date(2023, 3, 1)
    )
    changed = requests.log(desk, new, today=TODAY)
    assert changed.undo_label == "Log request to Staffordshire Police"
    assert changed.new_id is not None
    found = requests.detail(desk, changed.new_id, today=TODAY)
    assert found.row.due_on == date(2023, 3, 30)
    assert found.row.state is State.WAITING
    assert found.row.working_days_left == 2
    assert found.row.due_soon
    assert found.wording == "The wording"
    deadline = found.reckoning.of(DeadlineKind.RESPONSE)
    assert deadline is not None
    assert any("St Patrick" in day.why for day in deadline.skipped)


def test_the_preview_says_the_same_and_writes_nothing(desk: Desk) -> None:
    before = contents(desk)
    new = NewRequest("A", "Police Scotland", sent_on=date(2023, 3, 16), sent_by="post")
    deadline = requests.preview(desk, new, today=TODAY).of(DeadlineKind.RESPONSE)
    assert contents(desk) == before
    changed = requests.log(desk, new, today=TODAY)
    assert deadline is not None
    assert changed.new_id is not None
    assert row(desk, changed.new_id).due_on == deadline.on
    assert row(desk, changed.new_id).regime is Regime.FOISA


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (NewRequest(" ", "Kent Police"), "needs a title"),
        (NewRequest("A", "Kent Police", sent_on=TODAY + timedelta(1)), "still to come"),
        (NewRequest("A", "Kent Police", received_on=TODAY + timedelta(1)), "still to come"),
        (
            NewRequest("A", None, sent_on=date(2023, 3, 2), received_on=date(2023, 3, 1)),
            "before it was sent",
        ),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, new: NewRequest, words: str) -> None:
    before = contents(desk)
    with pytest.raises(DeskError, match=words):
        requests.log(desk, new, today=TODAY)
    assert contents(desk) == before
    assert history.undo_label(desk) is None


def test_a_date_far_off_is_a_slip_of_the_pen(desk: Desk) -> None:
    with pytest.raises(UncountableDateError):
        log(desk, sent=date(1023, 3, 1))
    assert listed(desk) == []


def test_a_request_without_a_date_waits_for_one(desk: Desk) -> None:
    found = row(desk, log(desk, sent=None))
    assert (found.state, found.due_on, found.sent_on) == (State.DATE_MISSING, None, None)


def test_an_authority_that_is_not_stated_stays_null(desk: Desk) -> None:
    assert row(desk, log(desk, None)).authority is None


def test_an_alias_is_the_authority_itself(desk: Desk) -> None:
    assert row(desk, log(desk, "the Met")).authority == "Metropolitan Police Service"
    assert row(desk, log(desk, "MPS")).authority == "Metropolitan Police Service"


def test_many_at_once_are_one_step(desk: Desk) -> None:
    new = NewRequest("Drones", None, campaign="Drones", sent_on=date(2023, 3, 1))
    names = ["Kent Police", "Police Scotland", "Borchester Parish Council"]
    changed = requests.log_many(desk, new, names, today=TODAY)
    assert len(changed.request_ids) == 3
    regimes = {
        found.authority: found.regime
        for found in requests.rows(desk, changed.request_ids, today=TODAY)
    }
    assert regimes["Police Scotland"] is Regime.FOISA
    assert regimes["Borchester Parish Council"] is Regime.FOIA
    history.undo(desk)
    assert listed(desk) == []


def test_the_state_changes_with_the_day_and_nothing_is_written(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 3, 1))
    before = contents(desk)
    days = {date(2023, 3, 30): State.WAITING, date(2023, 3, 31): State.OVERDUE}
    for today, state in days.items():
        assert row(desk, request_id, today).state is state
        wanted = RequestFilter(overdue=True)
        found = requests.ids(desk, wanted, SortKey.DUE, False, today=today)
        assert (request_id in found) == (state is State.OVERDUE)
    assert row(desk, request_id, date(2023, 4, 4)).working_days_left == -3
    assert contents(desk) == before


def test_filters(desk: Desk) -> None:
    late = log(desk, "Kent Police", sent=date(2023, 1, 4), campaign="One", title="Café licences")
    scottish = log(desk, "Police Scotland", sent=date(2023, 3, 20), campaign="Two")
    missing = log(desk, "Essex Police", sent=None, campaign="Two", reference="01.FOI.22.026570")
    one, two = (campaign.id for campaign in campaigns.all(desk))
    assert listed(desk, RequestFilter(campaign_id=one)) == [late]
    assert set(listed(desk, RequestFilter(campaign_id=two))) == {scottish, missing}
    assert listed(desk, RequestFilter(states=frozenset({State.OVERDUE}))) == [late]
    assert listed(desk, RequestFilter(states=frozenset({State.DATE_MISSING}))) == [missing]
    assert listed(desk, RequestFilter(regimes=frozenset({Regime.FOISA}))) == [scottish]
    assert listed(desk, RequestFilter(overdue=True)) == [late]
    assert listed(desk, RequestFilter(search="cafe lic")) == [late]
    assert listed(desk, RequestFilter(search="scotl")) == [scottish]
    assert listed(desk, RequestFilter(search="01.FOI.22.026570")) == [missing]
    assert listed(desk, RequestFilter(search="“ & ”")) == listed(desk)
    assert requests.count(desk, RequestFilter(search="scotl"), today=TODAY) == 1


def test_search_reads_documents_and_notes(desk: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="Ask again about body-worn cameras")
    keep_and_read(desk, LISTED, request_id)
    for words in ("body-worn cam", "shared a pic"):
        assert listed(desk, RequestFilter(search=words)) == [request_id]
    history.undo(desk)
    history.undo(desk)
    assert listed(desk, RequestFilter(search="shared a pic")) == []


def test_search_finds_a_section_typed_short_where_the_letter_spells_it_out(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    log(desk, "Essex Police")
    for words in ("s40(2)", "S40 kent", "s.40(2)"):
        assert listed(desk, RequestFilter(search=words)) == [request_id], words
    assert listed(desk, RequestFilter(search="s43")) == []
    # What the letter has as typed is found as before.
    requests.edit(desk, request_id, notes="They may mean s43 as well")
    assert listed(desk, RequestFilter(search="s43")) == [request_id]


@pytest.mark.parametrize("descending", [False, True])
def test_every_order_has_every_request(desk: Desk, descending: bool) -> None:
    for number, name in enumerate([None, "Kent Police", "Essex Police"]):
        log(desk, name, sent=date(2023, 3, 1 + number) if number else None, reference=name)
    for sort in SortKey:
        found = requests.ids(desk, EVERY, sort, descending, today=TODAY)
        assert sorted(found) == sorted(listed(desk)), sort
        if sort in (SortKey.AUTHORITY, SortKey.SENT, SortKey.DUE, SortKey.REFERENCE):
            assert row(desk, found[-1]).authority is None, sort


def test_the_most_urgent_stands_first(desk: Desk) -> None:
    waiting = log(desk, "Kent Police", sent=date(2023, 3, 24))
    soon = log(desk, "Essex Police", sent=date(2023, 3, 1))
    late = log(desk, "Sussex Police", sent=date(2023, 1, 4))
    later = log(desk, "Dorset Police", sent=date(2023, 2, 20))
    assert listed(desk, EVERY, SortKey.URGENCY) == [late, later, soon, waiting]


def test_editing_keeps_what_is_not_named(desk: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, title="Other", reference="A/1; A/2", requester_name="Requester")
    found = requests.detail(desk, request_id, today=TODAY)
    assert (found.row.title, found.row.references) == ("Other", ("A/1", "A/2"))
    assert found.requester_name == "Requester"
    assert found.row.authority == "Kent Police"
    requests.edit(desk, request_id, authority="", campaign="")
    found = requests.detail(desk, request_id, today=TODAY)
    assert (found.row.authority, found.row.campaign) == (None, None)
    with pytest.raises(DeskError, match="needs a title"):
        requests.edit(desk, request_id, title="")


def test_another_law_recounts_the_deadline(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 3, 16))
    foia = row(desk, request_id).due_on
    requests.edit(desk, request_id, regime=Regime.FOISA)
    foisa = row(desk, request_id).due_on
    assert foia is not None
    assert foisa is not None
    # 17 March is a holiday under FOIA only; Easter Monday too.
    assert foisa == foia - timedelta(days=2) or foisa < foia


def test_events_are_corrected_and_removed(desk: Desk) -> None:
    request_id = log(desk, sent=date(2023, 3, 1))
    changed = requests.add_event(
        desk, request_id, Event(EventKind.RECEIVED, date(2023, 3, 2)), today=TODAY
    )
    assert changed.new_id is not None
    assert row(desk, request_id).due_on == date(2023, 3, 31)
    requests.correct_event(
        desk, changed.new_id, Event(EventKind.RECEIVED, date(2023, 3, 6)), "a slip", today=TODAY
    )
    assert row(desk, request_id).due_on == date(2023, 4, 4)
    [event] = [
        e
        for e in requests.detail(desk, request_id, today=TODAY).events
        if e.event.kind is EventKind.RECEIVED
    ]
    assert event.note == "a slip"
    requests.remove_event(desk, changed.new_id)
    assert row(desk, request_id).due_on == date(2023, 3, 30)
    for _ in range(3):
        history.undo(desk)
    assert row(desk, request_id).due_on == date(2023, 3, 30)
    with pytest.raises(DeskError, match="no longer there"):
        requests.remove_event(desk, changed.new_id)


@pytest.mark.parametrize(
    "event",
    [
        Event(EventKind.CHASED, TODAY + timedelta(1)),
        Event(EventKind.EXTENSION, date(2023, 3, 2), date(2023, 3, 1)),
    ],
)
def test_an_event_that_cannot_be_is_refused(desk: Desk, event: Event) -> None:
    request_id = log(desk)
    before = contents(desk)
    with pytest.raises(DeskError, match="Nothing was saved"):
        requests.add_event(desk, request_id, event, today=TODAY)
    assert contents(desk) == before


def timeline_after(desk: Desk, sent: date | None, *events: Event) -> list[str]:
    request_id = log(desk, sent=sent)
    for event in events:
        requests.add_event(desk, request_id, event, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    return [line.title for line in detail.timeline]


def test_what_has_no_day_stands_after_what_went_before_it(desk: Desk) -> None:
    answered = Event(EventKind.RESPONSE, None)
    asked = Event(EventKind.REVIEW_ASKED, date(2023, 3, 6))
    read = timeline_after(desk, date(2023, 1, 9), answered, asked)
    assert read[:2] == ["Sent", "Response"]
    assert read.index("Last day for an answer") < read.index("Internal review asked for")


def test_without_any_day_a_request_is_still_sent_before_it_is_answered(desk: Desk) -> None:
    read = timeline_after(desk, None, Event(EventKind.RESPONSE, None))
    assert read[:2] == ["Sent", "Response"]


def test_a_chase_of_no_known_day_stands_behind_the_letters_that_came(desk: Desk) -> None:
    received = Event(EventKind.ACKNOWLEDGED, date(2023, 1, 12))
    read = timeline_after(desk, date(2023, 1, 9), Event(EventKind.CHASED, None), received)
    assert read[:3] == ["Sent", "Acknowledged", "Chased"]


def test_the_bin(desk: Desk) -> None:
    request_id = log(desk)
    requests.bin(desk, request_id)
    assert listed(desk) == []
    assert listed(desk, RequestFilter(binned=True)) == [request_id]
    requests.restore(desk, request_id)
    assert listed(desk) == [request_id]
    record(desk, LISTED, request_id)
    assert campaigns.all(desk)[0].requests == 1


def test_no_request_of_that_number(desk: Desk) -> None:
    for call in (
        lambda: requests.detail(desk, 99, today=TODAY),
        lambda: requests.edit(desk, 99, title="A"),
        lambda: requests.bin(desk, 99),
    ):
        with pytest.raises(DeskError, match="no request 99"):
            call()


def test_rows_cost_a_constant_number_of_queries(desk: Desk) -> None:
    from sqlalchemy import event as listening

    new = NewRequest("A", None, sent_on=date(2023, 3, 1), reference="R")
    names = [f"Council {n}" for n in range(30)]
    ids = requests.log_many(desk, new, names, today=TODAY).request_ids
    seen: list[str] = []
    listening.listen(
        desk.case.engine, "before_cursor_execute", lambda *about: seen.append(about[2])
    )
    requests.rows(desk, ids[:2], today=TODAY)
    few = len(seen)
    requests.rows(desk, ids, today=TODAY)
    assert len(seen) - few == few
    assert requests.rows(desk, [], today=TODAY) == ()


@pytest.mark.file_only
def test_more_rows_than_a_query_can_name(desk: Desk) -> None:
    request_id = log(desk)
    wanted = [*range(10_000, 110_000), request_id]
    assert [found.id for found in requests.rows(desk, wanted, today=TODAY)] == [request_id]


def test_authorities_are_searched_in_the_directory_and_the_file(desk: Desk) -> None:
    log(desk, "Borchester Parish Council")
    names = [choice.name for choice in authorities.search(desk, "heddlu gw")]
    assert "Gwent Police" in names
    [own] = authorities.search(desk, "borchester")
    assert own.id is not None
    assert authorities.choice(desk, "Borchester Parish Council").id == own.id
    with pytest.raises(DeskError, match="Did you mean Staffordshire Police"):
        authorities.choice(desk, "Stafordshire Police")


def test_the_review_column(desk: Desk) -> None:
    request_id = log(desk, sent=date(2022, 11, 1))
    requests.add_event(desk, request_id, Event(EventKind.RESPONSE, date(2022, 11, 21)), today=TODAY)
    requests.add_event(
        desk, request_id, Event(EventKind.REVIEW_ASKED, date(2023, 2, 1)), today=TODAY
    )
    found = row(desk, request_id)
    assert (found.state, found.review) == (State.REVIEW_LATE, Review.LATE)
    assert found.review_due_on == date(2023, 3, 1)
    assert found.review_days_late == 18
    wanted = RequestFilter(reviews=frozenset({Review.LATE}))
    assert listed(desk, wanted) == [request_id]
    assert Body.GENERAL is requests.detail(desk, request_id, today=TODAY).body


def test_nothing_is_left_to_recount(examples: Desk) -> None:
    before = contents(examples)
    assert requests.recount(examples) == 0
    assert contents(examples) == before
