"""The bin, and removing for good: nothing of a request is left, nothing of another goes."""

from __future__ import annotations

import dataclasses
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from foitrack.casefile.models import Authority, Content
from foitrack.desk import authority_changes, exporting, history, requests, responses, reviews
from foitrack.desk import bin as the_bin
from foitrack.desk.authority_record import record as record_of
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import DeskError, RequestFilter, SortKey
from foitrack.desk.views.authority import AuthorityDetails
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, REFUSAL, keep_and_read, log, record

SECRET = "Zebedee"
WHEN = datetime(2023, 3, 1, 12, tzinfo=UTC)


def at(desk: Desk, moment: datetime) -> Desk:
    return dataclasses.replace(desk, now=lambda: moment)


def everywhere(path: Path) -> bytes:
    """All bytes of the case file on the disk, its log too."""
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob(path.name + "*")))


def _with_a_source(desk: Desk) -> int:
    """A request whose source's name stands wherever a name can stand, some of it long gone."""
    source = log(desk, title=f"About {SECRET}", reference=f"{SECRET}/1", campaign=None)
    text = LISTED.replace("Rude remarks", f"{SECRET} was rude").encode()
    loose = responses.keep(desk, f"{SECRET}.txt", text, None)
    responses.read(desk, loose)
    responses.attach(desk, loose, source)
    record(desk, REFUSAL.replace("Our reference", f"Dear {SECRET}\n\nOur reference"), source)
    requests.edit(desk, source, notes=f"Ring {SECRET}", wording=f"What {SECRET} said")
    requests.edit(desk, source, notes="", title="About nobody", reference="none")
    requests.add_event(
        desk, source, requests.events(desk, source)[0], f"{SECRET} rang", today=TODAY
    )
    detail = requests.detail(desk, source, today=TODAY)
    requests.remove_event(desk, detail.events[-1].id)
    requests.add_event(
        desk, source, requests.events(desk, source)[0], f"{SECRET} again", today=TODAY
    )
    reviews.ask(desk, source, on=TODAY, challenged=f"{SECRET} is right", today=TODAY)
    return source


@pytest.mark.file_only
def test_nothing_of_it_is_left(desk: Desk) -> None:
    other = log(desk, "Essex Police", title="Another matter")
    record(desk, REFUSAL, other)
    before = requests.detail(desk, other, today=TODAY)
    source = _with_a_source(desk)
    requests.bin(desk, source)
    path = Path(desk.case.path)
    assert SECRET.encode() in everywhere(path)
    done = the_bin.purge(desk, [source])
    assert (done.requests, done.scrubbed) == (1, True)
    assert requests.detail(desk, other, today=TODAY) == before
    every = requests.ids(desk, RequestFilter(binned=True), SortKey.DUE, False, today=TODAY)
    assert every == ()
    out = io.BytesIO()
    exporting.write_json(desk, out)
    assert SECRET.encode() not in out.getvalue()
    assert SECRET.encode() not in everywhere(path)
    assert SECRET.lower().encode() not in everywhere(path)
    assert requests.recount(desk) == 0


def test_what_others_share_stays(desk: Desk) -> None:
    first, second = log(desk), log(desk, "Essex Police")
    record(desk, REFUSAL, first)
    record(desk, REFUSAL, second)
    moved = keep_and_read(desk, LISTED, first)
    responses.attach(desk, moved.id, second)
    requests.bin(desk, first)
    whole = requests.detail(desk, second, today=TODAY)
    the_bin.purge(desk, [first])
    assert requests.detail(desk, second, today=TODAY) == whole
    for response in whole.responses:
        for document in response.documents:
            assert responses.document_bytes(desk, document.id)
    with desk.case.reading() as session:
        assert len(session.scalars(select(Content.sha256)).all()) == 2
        assert session.scalars(select(Authority.name)).all() == ["Essex Police"]


def test_what_was_said_of_its_authority_stays_and_is_told(desk: Desk) -> None:
    own = AuthorityDetails("Ambridge Parish Council", notes="Ring on Mondays")
    authority_changes.add(desk, own)
    authority_changes.add(desk, AuthorityDetails("Borchester Council"))
    authority_changes.edit(
        desk, "Kent Police", AuthorityDetails("Kent Police", email="a@b.example")
    )
    gone = [log(desk, name) for name in (own.name, "Borchester Council", "Kent Police")]
    gone.append(log(desk, "Essex Police"))
    for one in gone:
        requests.bin(desk, one)
    done = the_bin.purge(desk, gone)
    assert done.kept == (own.name, "Kent Police")
    with desk.case.reading() as session:
        stored = {one.name: one.notes for one in session.scalars(select(Authority))}
    assert stored == {own.name: "Ring on Mondays", "Kent Police": ""}
    authority_changes.remove(desk, own.name)
    assert history.undo(desk) is not None
    assert record_of(desk, own.name, today=TODAY).details == own


def test_undo_ends_there_and_goes_on_after(desk: Desk) -> None:
    first, second = log(desk), log(desk, "Essex Police")
    requests.edit(desk, second, notes="One")
    requests.edit(desk, second, notes="Two")
    history.undo(desk)
    requests.bin(desk, first)
    the_bin.purge(desk, [first])
    assert history.undo_label(desk) is history.redo_label(desk) is None
    assert history.undo(desk) is None
    then = contents(desk)
    requests.edit(desk, second, notes="Three")
    history.undo(desk)
    assert contents(desk) == then
    assert history.undo(desk) is None
    [newest, *_] = [one for one in history.entries(desk) if not one.undone]
    assert newest.label == "Remove a request for good"
    labels = [entry.label for entry in history.entries(desk, second)]
    assert labels == ["Edit request", "Edit request", "Log request to Essex Police"]
    assert not any("Kent" in entry.label for entry in history.entries(desk))


@pytest.mark.file_only
def test_undo_ends_there_across_a_restart(desk: Desk) -> None:
    first = log(desk)
    requests.bin(desk, first)
    the_bin.purge(desk, [first])
    desk.close()
    again = open_desk(desk.case.path, desk.reference)
    assert history.undo(again) is None
    assert [name for name, rows in contents(again).items() if rows] == ["campaign"]
    again.close()


def test_only_what_is_in_the_bin(desk: Desk) -> None:
    first, second = log(desk), log(desk, "Essex Police")
    requests.bin(desk, first)
    before = contents(desk)
    for wrong in ([second], [first, second], [99], []):
        with pytest.raises(DeskError):
            the_bin.purge(desk, wrong)
    assert contents(desk) == before


@pytest.mark.file_only
def test_while_another_program_reads(desk: Desk) -> None:
    request_id = _with_a_source(desk)
    requests.bin(desk, request_id)
    other = open_desk(desk.case.path, desk.reference)
    with other.case.reading() as session:
        session.scalars(select(Content.sha256)).all()
        done = the_bin.purge(desk, [request_id])
    assert not done.scrubbed
    assert contents(desk)["request"] == []
    other.close()
    assert the_bin.wipe(desk)
    assert SECRET.encode() not in everywhere(Path(desk.case.path))


def test_the_bin_says_since_when(desk: Desk) -> None:
    first, second, third = log(desk), log(desk, "Essex Police"), log(desk, "Police Scotland")
    record(desk, LISTED, first)
    requests.bin(at(desk, WHEN), first)
    requests.bin(at(desk, WHEN - timedelta(days=5)), second)
    requests.bin(at(desk, WHEN), third)
    requests.restore(at(desk, WHEN), third)
    found = the_bin.contents(desk)
    assert [(one.id, one.authority, one.since) for one in found] == [
        (second, "Essex Police", WHEN - timedelta(days=5)),
        (first, "Kent Police", WHEN),
    ]
    assert (found[1].documents, found[1].case_rows) == (1, 3)
    assert str(found[1].kept_until()) == "2023-03-31"
    assert the_bin.due(at(desk, WHEN + timedelta(days=25))) == ()
    assert the_bin.due(at(desk, WHEN + timedelta(days=26))) == (found[0],)
    assert the_bin.due(at(desk, WHEN + timedelta(days=31))) == found
