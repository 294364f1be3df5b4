"""Undo, redo and what was done, across restarts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, update

from foitrack.casefile.history import StaleUndoError
from foitrack.casefile.models import Change, ChangeSet, Request
from foitrack.desk import campaigns, history, requests
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from tests.desk.conftest import TODAY, address_of
from tests.desk.everything import contents
from tests.desk.letters import REFUSAL, log, record


def test_nothing_to_undo_in_a_new_file(desk: Desk) -> None:
    assert history.undo(desk) is None
    assert history.redo(desk) is None
    assert history.undo_label(desk) is None
    assert history.entries(desk) == ()


def test_steps_have_names_and_outlive_a_restart(desk: Desk, reference: Reference) -> None:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    recorded = contents(desk)
    desk.close()
    again = open_desk(address_of(desk), reference)
    assert history.undo_label(again) == "Record response from Kent Police"
    changed = history.undo(again)
    assert changed is not None
    assert changed.request_ids == (request_id,)
    assert not requests.detail(again, request_id, today=TODAY).row.answered
    again.close()
    third = open_desk(address_of(desk), reference)
    assert history.redo_label(third) == "Record response from Kent Police"
    history.redo(third)
    assert contents(third) == recorded
    third.close()


def test_all_the_way_back_and_forth(desk: Desk) -> None:
    states = [contents(desk)]
    request_id = log(desk)
    states.append(contents(desk))
    requests.edit(desk, request_id, notes="One")
    states.append(contents(desk))
    requests.bin(desk, request_id)
    states.append(contents(desk))
    for state in reversed(states[:-1]):
        history.undo(desk)
        assert contents(desk) == state
    for state in states[1:]:
        history.redo(desk)
        assert contents(desk) == state
    assert history.redo(desk) is None


def test_something_new_ends_what_could_be_redone(desk: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="One")
    history.undo(desk)
    requests.edit(desk, request_id, notes="Two")
    assert history.redo_label(desk) is None
    history.undo(desk)
    assert requests.detail(desk, request_id, today=TODAY).notes == ""


def test_a_refused_call_is_no_step(desk: Desk) -> None:
    campaigns.create(desk, "One")
    with pytest.raises(Exception, match="already"):
        campaigns.create(desk, "one")
    assert len(history.entries(desk)) == 1


def test_what_was_changed_since_is_not_overwritten(desk: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="Mine")
    with desk.case.writing() as session:
        session.execute(update(Request).values(notes="Another program's"))
    before = contents(desk)
    with pytest.raises(StaleUndoError, match="changed again since"):
        history.undo(desk)
    assert contents(desk) == before
    assert history.undo_label(desk) == "Edit request"


def test_another_column_changed_since_is_left_as_it_is(desk: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="Mine")
    with desk.case.writing() as session:
        session.execute(update(Request).values(wording="Another program's"))
    history.undo(desk)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert (detail.notes, detail.wording) == ("", "Another program's")


def test_entries_say_what_when_and_who(desk: Desk) -> None:
    first, second = log(desk), log(desk, "Essex Police")
    requests.edit(desk, first, notes="One")
    history.undo(desk)
    every = history.entries(desk)
    assert [entry.label for entry in every] == [
        "Edit request",
        "Log request to Essex Police",
        "Log request to Kent Police",
    ]
    assert [entry.undone for entry in every] == [True, False, False]
    assert all(entry.at.tzinfo is not None for entry in every)
    assert [entry.request_ids for entry in history.entries(desk, second)] == [(second,)]
    assert len(history.entries(desk, limit=2)) == 2


@contextmanager
def loaded_steps() -> Iterator[list[object]]:
    """The steps that are read from the case file meanwhile."""
    loaded: list[object] = []

    def count(step: object, _context: object) -> None:
        loaded.append(step)

    event.listen(ChangeSet, "load", count)
    try:
        yield loaded
    finally:
        event.remove(ChangeSet, "load", count)


def test_history_is_read_page_by_page(desk: Desk) -> None:
    first = log(desk)
    others = [log(desk, f"Authority {number}") for number in range(11)]
    for number in range(3):
        requests.edit(desk, first, notes=f"Note {number}")
        requests.edit(desk, others[-1], notes=f"Note {number}")
    assert others[-1] == first + 11
    every = history.entries(desk, limit=999)
    assert len(every) == 18
    with loaded_steps() as loaded:
        assert history.entries(desk, limit=4, offset=5) == every[5:9]
        assert history.entries(desk, first) == tuple(e for e in every if first in e.request_ids)
        assert history.entries(desk, first, limit=2, offset=3) == (every[-1],)
    assert len(loaded) == 4 + 4 + 1
    assert history.entries(desk, offset=18) == ()
    history.undo(desk)
    assert history.entries(desk, others[-1], limit=1)[0].undone


def test_history_keeps_neither_documents_nor_what_is_computed(desk: Desk) -> None:
    request_id = log(desk)
    secret = REFUSAL.replace("exempt", "exempt Zanzibar")
    record(desk, secret, request_id)
    requests.edit(desk, request_id, notes="Only this")
    with desk.case.reading() as session:
        changes = session.query(Change).order_by(Change.id).all()
    assert (changes[-1].before, changes[-1].after) == ({"notes": ""}, {"notes": "Only this"})
    for change in changes:
        both = {**(change.before or {}), **(change.after or {})}
        assert not both.keys() & {"bytes", "due_on", "stage", "calendar_version"}
