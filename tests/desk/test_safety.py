"""The desk's part in a case file's health: when it is backed up, checked, mended and restored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foitrack.desk import history, requests, responses, safety
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import NewRequest
from foitrack.saying import Said
from tests.desk.conftest import TODAY
from tests.desk.everything import contents

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def at(desk: Desk, moment: datetime) -> Desk:
    return replace(desk, now=lambda: moment)


def log(desk: Desk, title: str) -> int:
    made = requests.log(desk, NewRequest(title, "Kent Police", sent_on=TODAY), today=TODAY)
    assert made.new_id is not None
    return made.new_id


def test_the_examples_are_whole(examples: Desk) -> None:
    assert safety.check(examples) == safety.Checked(())


def test_after_undo_and_redo_all_is_still_whole(examples: Desk) -> None:
    for _ in range(7):
        history.undo(examples)
        assert safety.check(examples).troubles == ()
    history.redo(examples)
    log(examples, "New branch")
    assert safety.check(examples).troubles == ()


def test_a_discarded_proposal_leaves_no_trouble(desk: Desk) -> None:
    kept = responses.keep(desk, "letter.txt", b"Dear requester", log(desk, "One"))
    responses.read(desk, kept)
    responses.discard(desk, kept)
    assert safety.check(desk).troubles == ()


def test_recorded_is_whole_too(desk: Desk) -> None:
    kept = responses.keep(desk, "letter.txt", b"28 March 2023\n\nDear requester", log(desk, "One"))
    found = responses.read(desk, kept)
    responses.record(desk, kept, everything_confirmed(found), today=TODAY)
    assert safety.check(desk).troubles == ()


def test_what_follows_from_the_rest_is_mended_not_restored(examples: Desk) -> None:
    before = contents(examples)
    with examples.case.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE request SET due_on = '2001-01-01' WHERE id = 2")
        connection.exec_driver_sql("DELETE FROM request_index WHERE rowid = 3")
    found = safety.check(examples)
    assert [one.kind for one in found.troubles] == ["state", "search"]
    said = found.troubles[0].message
    assert said == "Request 2: what follows from its events is out of date (due on)."
    assert isinstance(said, Said) and said.values == ("2", "due on")
    mended = safety.check(examples, mend=True)
    assert (mended.troubles, len(mended.mended)) == ((), 2)
    assert contents(examples) == before


def test_a_backup_is_made_on_closing_only_where_something_changed(examples: Desk) -> None:
    desk = at(examples, NOW)
    assert safety.backup_on_closing(desk) is not None
    assert safety.backup_on_closing(at(desk, NOW + timedelta(hours=1))) is None
    log(desk, "New")
    assert safety.backup_on_closing(at(desk, NOW + timedelta(hours=2))) is not None
    assert len(safety.listed(safety.folder(desk))) == 2


def test_an_empty_file_is_not_backed_up(desk: Desk) -> None:
    assert safety.backup_on_closing(desk) is None
    assert not safety.folder(desk).exists()


def test_once_a_day_while_open(examples: Desk) -> None:
    assert safety.backup_when_due(at(examples, NOW)) is not None
    log(examples, "New")
    assert safety.backup_when_due(at(examples, NOW + timedelta(hours=23))) is None
    assert safety.backup_when_due(at(examples, NOW + timedelta(hours=25))) is not None
    assert safety.backup_when_due(at(examples, NOW + timedelta(hours=60))) is None


def test_a_damaged_file_does_not_push_good_backups_out(examples: Desk) -> None:
    desk = at(examples, NOW)
    safety.backup_on_closing(desk)
    log(desk, "New")
    desk.case.close()
    path = desk.case.path
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xa5" * 30_000)
    assert safety.backup_on_closing(at(desk, NOW + timedelta(days=1))) is None
    assert len(safety.listed(safety.folder(desk))) == 1


def test_backups_lie_where_a_person_said(examples: Desk, tmp_path: Path) -> None:
    assert safety.folder(examples) == tmp_path / "case backups"
    safety.keep_backups_in(examples, tmp_path / "synced")
    made = safety.backup(examples)
    assert made.path.parent == tmp_path / "synced" / "case backups"
    assert safety.listed(tmp_path / "synced") == (made,)
    safety.keep_backups_in(examples, None)
    assert safety.folder(examples) == tmp_path / "case backups"


def test_what_there_is_of_backups_is_told_and_older_ones_stay(
    examples: Desk, tmp_path: Path
) -> None:
    desk = at(examples, NOW)
    nothing = safety.kept(desk)
    assert (nothing.beside, nothing.newest, nothing.count, nothing.size) == (True, None, 0, 0)
    first = safety.backup(desk)
    safety.keep_backups_in(desk, tmp_path / "usb")
    second = safety.backup(at(desk, NOW + timedelta(hours=1)))
    told = safety.kept(desk)
    assert (told.beside, told.newest, told.count) == (False, second, 1)
    assert told.size > second.path.stat().st_size
    assert safety.every(desk) == (second, first)
    # Also where the case file cannot be opened to ask it.
    assert safety.backups_of(tmp_path / "case.foitrack") == (second, first)


def test_a_folder_that_takes_nothing_is_not_chosen(examples: Desk, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("a file")
    with pytest.raises(safety.BackupError, match="No backup could be made in"):
        safety.keep_backups_in(examples, tmp_path / "usb")
    assert safety.kept(examples).beside
    assert not (tmp_path / "case backups").exists()


def test_restoring_gives_the_desk_of_then_history_included(examples: Desk) -> None:
    desk = at(examples, NOW)
    then, steps = contents(desk), history.entries(desk)
    made = safety.backup(desk)
    log(desk, "New")
    differences = {one.kind: one for one in safety.compare(desk, made).kinds}
    assert differences["request"].only_now == ("New – Kent Police",)
    assert not differences["document"]
    desk.close()
    safety.restore(made, desk.case.path, NOW)
    again = open_desk(desk.case.path, desk.reference)
    assert contents(again) == then
    assert history.entries(again) == steps
    assert safety.check(again).troubles == ()
    assert history.undo(again) is not None
    again.close()
