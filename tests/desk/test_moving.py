"""Work moves to a copy: off a synchronised folder, or off a disk that went."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.casefile import elsewhere, encryption, fingerprints, kept_documents, protecting
from foitrack.casefile.backups import BackupError
from foitrack.casefile.telling import WorkMovedError
from foitrack.casefile.troubles import CaseFileError, NotWritableError, OutOfReachError
from foitrack.desk import history, moving, requests, safety
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import NewRequest
from foitrack.progress import CancelledError, Progress
from tests.casefile.filling import dump

TODAY = date(2023, 3, 28)
NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
FIRST = NewRequest("River alarms", "Environment Agency")


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    made = tmp_path / "Dropbox" / "foi"
    made.mkdir(parents=True)
    return made


@pytest.fixture(params=["plain", "protected"])
def desk(
    request: pytest.FixtureRequest, synced: Path, empty_made: Path, tmp_path: Path
) -> Iterator[Desk]:
    """At a case file in a folder that a service copies, with something in it."""
    path = synced / "river.foitrack"
    shutil.copy(empty_made, path)
    if request.param == "protected":
        if not encryption.is_there():
            pytest.skip("SQLCipher is not installed here")
        protecting.protect(path, "a long passphrase")
    made = open_desk(path, assets.reference())
    requests.log(made, FIRST, today=TODAY)
    yield made
    made.close()


def titles(desk: Desk) -> list[str]:
    with desk.case.reading() as session:
        found = session.connection().exec_driver_sql("SELECT title FROM request ORDER BY id")
        return [row[0] for row in found]


def test_work_goes_on_in_a_local_copy_with_its_backups_in_the_synchronised_folder(
    desk: Desk, synced: Path, tmp_path: Path
) -> None:
    original = synced / "river.foitrack"
    assert moving.is_worth_it(original)
    before, steps = dump(desk.case), history.undo_label(desk)
    target = moving.local_name(original, tmp_path / "local")
    moved = moving.keep_local(desk, target)
    assert not moving.is_worth_it(moved.path)
    copy = open_desk(moved.path, assets.reference())
    after = dump(copy.case)
    assert after.pop("setting") != before.pop("setting")
    assert after == before
    assert history.undo_label(copy) == steps
    assert not safety.check(copy).troubles
    requests.log(copy, FIRST, today=TODAY)
    made = safety.backup_on_closing(copy)
    copy.close()
    assert made is not None
    assert made.path.parent == moved.backups
    assert moved.backups.parent == synced
    # A backup that was never restored is no backup.
    again = safety.restore(made, tmp_path / "again.foitrack", NOW)
    whole = open_desk(again.path, assets.reference())
    assert titles(whole) == ["River alarms", "River alarms"]
    whole.close()
    protected = encryption.may_be_protected(original)
    assert encryption.may_be_protected(moved.path) == protected
    assert encryption.may_be_protected(made.path) == protected


def test_the_original_stays_and_says_so_and_can_be_opened_again(
    desk: Desk, synced: Path, tmp_path: Path
) -> None:
    original = synced / "river.foitrack"
    moved = moving.keep_local(desk, tmp_path / "local" / "river.foitrack")
    assert str(moved.path) in moved.in_words()
    assert f"{original} stays as it was" in moved.in_words()
    with pytest.raises(WorkMovedError, match="goes on in another place"):
        requests.log(desk, FIRST, today=TODAY)
    assert titles(desk) == ["River alarms"]
    desk.close()
    said = moving.copies_said(original)
    assert said is not None
    assert str(moved.path) in said
    again = open_desk(original, assets.reference())
    requests.log(again, FIRST, today=TODAY)
    assert titles(again) == ["River alarms", "River alarms"]
    again.close()
    moved.path.unlink()
    assert moving.copies_said(original) is None


def test_what_stands_in_the_way_changes_nothing(
    desk: Desk, synced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(tmp_path.rglob("*"))
    (tmp_path / "local").mkdir()
    taken = tmp_path / "local" / "river.foitrack"
    with pytest.raises(CaseFileError, match=r"Dropbox keeps in step.*Choose another place"):
        moving.keep_local(desk, synced / "again.foitrack")
    safety.hold(synced / "river.foitrack", "ada", NOW)
    note = synced / ".river.foitrack.in-use"
    note.write_text(note.read_text().replace('"process": ', '"process": 1, "was": '))
    with pytest.raises(CaseFileError, match="in use by ada"):
        moving.keep_local(desk, taken)
    note.unlink()
    taken.write_text("something else")
    with pytest.raises(CaseFileError, match="is there already"):
        moving.keep_local(desk, taken)
    assert taken.read_text() == "something else"
    taken.unlink()
    made = safety.backup(desk)
    with pytest.raises(CaseFileError, match="choose another name"):
        moving.keep_local(desk, taken)
    assert moving.local_name(synced / "river.foitrack", tmp_path / "local").name != taken.name
    made.path.unlink()
    monkeypatch.setattr(fingerprints, "of", lambda raw, _told: str(id(raw)))
    with pytest.raises(CaseFileError, match="did not come out whole"):
        moving.keep_local(desk, taken)
    monkeypatch.undo()
    progress = Progress()
    progress.stop()
    with pytest.raises(CancelledError):
        moving.keep_local(desk, taken, progress)
    (tmp_path / "local").rmdir()
    left = [one for one in tmp_path.rglob("*") if one not in before]
    assert {one.name for one in left} == {"river backups"}
    requests.log(desk, FIRST, today=TODAY)


def test_a_folder_for_backups_that_takes_none_is_said_first(
    desk: Desk, synced: Path, tmp_path: Path
) -> None:
    (synced / "river (x) backups").touch()
    with pytest.raises((BackupError, CaseFileError)):
        moving.keep_local(desk, tmp_path / "river (x).foitrack")
    assert not (tmp_path / "river (x).foitrack").exists()


def test_what_is_written_meanwhile_waits_and_is_in_one_of_the_two(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wrote before the copy was begun is in it; whoever comes later is told."""
    told: list[str] = []

    def log() -> None:
        try:
            requests.log(desk, FIRST, today=TODAY)
            told.append("kept")
        except WorkMovedError:
            told.append("moved")

    writers = [threading.Thread(target=log) for _ in range(8)]
    original = kept_documents.settle_file

    def in_the_midst(path: Path) -> None:
        for one in writers[4:]:
            one.start()
        original(path)

    monkeypatch.setattr(elsewhere, "settle_file", in_the_midst)
    for one in writers[:4]:
        one.start()
    moved = moving.keep_local(desk, tmp_path / "river.foitrack")
    for one in writers:
        one.join()
    copy = open_desk(moved.path, assets.reference())
    assert len(titles(copy)) == 1 + told.count("kept")
    assert told.count("moved") >= 4
    copy.close()


def test_a_copy_is_saved_of_what_is_still_open_when_its_folder_is_gone(
    desk: Desk, synced: Path, tmp_path: Path
) -> None:
    away = synced.rename(tmp_path / "in a drawer")
    moved = moving.save_elsewhere(desk, tmp_path / "saved" / "river.foitrack")
    copy = open_desk(moved.path, assets.reference())
    assert titles(copy) == ["River alarms"]
    requests.log(copy, FIRST, today=TODAY)
    assert moved.backups == safety.folder(copy) == tmp_path / "saved" / "river backups"
    copy.close()
    desk.close()
    original = open_desk(away / "river.foitrack", assets.reference())
    assert titles(original) == ["River alarms"]
    original.close()


@contextmanager
def nothing_can_be_written_there(desk: Desk) -> Iterator[None]:
    """The file and its folder take nothing from this person any more."""
    path, whole = desk.case.path, os.geteuid() == 0
    assert path is not None
    for one in (path, path.parent):
        one.chmod(0o444 if one is path else 0o555)
    if whole:
        os.seteuid(65534)
    try:
        yield
    finally:
        if whole:
            os.seteuid(0)
        path.parent.chmod(0o700)
        path.chmod(0o600)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_copy_is_saved_where_nothing_can_be_written_any_more(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    free = tmp_path_factory.mktemp("free")
    free.chmod(0o777)
    # One folder more where tests run side by side.
    for one in free.parents[:3]:
        if one.stat().st_uid == os.geteuid() and one.name.startswith(("p", "gw")):
            one.chmod(one.stat().st_mode | 0o011)
    with nothing_can_be_written_there(desk):
        with pytest.raises((NotWritableError, OutOfReachError)) as told:
            requests.log(desk, FIRST, today=TODAY)
        assert isinstance(told.value, moving.ELSEWHERE_HELPS)
        moved = moving.save_elsewhere(desk, free / "river.foitrack")
        copy = open_desk(moved.path, assets.reference())
        requests.log(copy, FIRST, today=TODAY)
        assert titles(copy) == ["River alarms", "River alarms"]
        copy.close()


def test_a_copy_is_never_made_of_another_file_in_its_place(
    desk: Desk, synced: Path, tmp_path: Path, empty_made: Path
) -> None:
    synced.rename(tmp_path / "in a drawer")
    synced.mkdir()
    shutil.copy(empty_made, synced / "river.foitrack")
    moved = moving.save_elsewhere(desk, tmp_path / "river.foitrack")
    copy = open_desk(moved.path, assets.reference())
    assert titles(copy) == ["River alarms"]
    copy.close()


def test_where_it_can_no_longer_be_read_that_is_said(
    desk: Desk, synced: Path, tmp_path: Path
) -> None:
    synced.rename(tmp_path / "in a drawer")
    desk.case.engine.dispose()
    with pytest.raises(CaseFileError, match=r"(?s)restore a backup.*Nothing was changed"):
        moving.save_elsewhere(desk, tmp_path / "river.foitrack")
    assert not (tmp_path / "river.foitrack").exists()
