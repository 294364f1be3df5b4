"""Two desks at one case file: neither overwrites the other, and undo sees what the other did."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from foitrack.casefile.history import StaleUndoError
from foitrack.desk import history, requests, responses
from foitrack.desk.desk import Desk, open_desk
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import REFUSAL, keep_and_read, log, record

pytestmark = pytest.mark.file_only


@pytest.fixture
def other(desk: Desk) -> Iterator[Desk]:
    assert desk.case.path is not None
    opened = open_desk(desk.case.path, desk.reference)
    yield dataclasses.replace(opened, who=lambda: "Robin")
    opened.close()


def test_undo_takes_back_the_newest_step_whoever_made_it(desk: Desk, other: Desk) -> None:
    mine = dataclasses.replace(desk, who=lambda: "Alex")
    request_id = log(mine)
    requests.edit(other, request_id, notes="Robin's")
    assert history.undo_label(mine) == "Edit request"
    assert [entry.who for entry in history.entries(mine, request_id)] == ["Robin", "Alex"]
    history.undo(mine)
    assert requests.detail(other, request_id, today=TODAY).notes == ""
    assert history.redo_label(other) == "Edit request"


def test_a_step_of_the_others_ends_what_one_could_redo(desk: Desk, other: Desk) -> None:
    request_id = log(desk)
    requests.edit(desk, request_id, notes="Mine")
    history.undo(desk)
    requests.edit(other, request_id, notes="Theirs")
    assert history.redo(desk) is None
    assert requests.detail(desk, request_id, today=TODAY).notes == "Theirs"


def test_reading_that_the_other_began_is_part_of_keeping(desk: Desk, other: Desk) -> None:
    """One step for the person: kept in one window, read in the other."""
    request_id = log(desk)
    before = contents(desk)
    proposal = responses.keep(desk, "letter.txt", REFUSAL.encode(), request_id)
    responses.read(other, proposal)
    assert history.undo_label(desk) == "Keep letter.txt"
    history.undo(desk)
    assert contents(other) == before


def test_what_was_removed_under_ones_hands_is_said(desk: Desk, other: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, REFUSAL, request_id)
    history.undo(other)
    history.undo(other)
    with pytest.raises(Exception, match=r"[Nn]o request|no response|not there|no longer"):
        responses.attach(desk, proposal.id, request_id)
    assert not contents(desk)["request"]


def test_an_undo_that_would_tear_something_out_is_refused(desk: Desk) -> None:
    """A row written past the history refers to what the step made: nothing is half undone."""
    request_id = log(desk)
    with desk.case.writing() as session:
        session.execute(
            text(
                "INSERT INTO request (title, wording, authority_id, regime, body, sent_by,"
                " requester_name, requester_address, challenged, notes, binned, closed, stage,"
                " due_provisional, answered, review_stage, calendar_version)"
                " SELECT 'Past it', '', authority_id, regime, body, sent_by, '', '', '', '', 0,"
                " '[]', stage, 0, 0, 'none', '' FROM request WHERE id = :id"
            ),
            {"id": request_id},
        )
    before = contents(desk)
    with pytest.raises(StaleUndoError, match="changed again since"):
        history.undo(desk)
    assert contents(desk) == before


def test_labels_are_words_for_a_person(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    labels = [entry.label for entry in history.entries(desk, request_id)]
    assert labels == [
        "Record response from Kent Police",
        "Keep letter.txt",
        "Log request to Kent Police",
    ]
