"""Backups: whole or not there, cheap, thinned as promised, and every one restored."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foitrack.casefile import backups, restoring, storage, thinning
from foitrack.casefile.backups import Backup, BackupError
from foitrack.casefile.storage import CaseFile, CaseFileError
from tests.casefile.filling import add_letter, add_request, dump

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def restored_equals(backup: Backup, to: Path, wanted: dict[str, list[tuple[object, ...]]]) -> None:
    """A backup that was never restored is no backup."""
    done = restoring.restore(backup, to, NOW)
    assert done.missing == ()
    with closing(storage.open_case_file(to)) as case:
        assert dump(case) == wanted


def test_a_backup_brings_back_every_row_and_byte(case: CaseFile, tmp_path: Path) -> None:
    number = add_request(case, "First")
    add_letter(case, number, "letter.pdf", os.urandom(5000))
    add_letter(case, number, "letter.txt", b"Dear requester, " * 400)
    wanted = dump(case)
    made = backups.make(case, tmp_path / "kept", NOW)
    add_request(case, "Second")
    assert backups.all(tmp_path / "kept") == (made,)
    restored_equals(made, tmp_path / "other" / "back.foitrack", wanted)


def test_the_index_finds_again_what_was_restored(case: CaseFile, tmp_path: Path) -> None:
    add_request(case, "Misconduct by year")
    made = backups.make(case, tmp_path / "kept", NOW)
    to = tmp_path / "back.foitrack"
    restoring.restore(made, to, NOW)
    with closing(sqlite3.connect(to)) as raw:
        query = "SELECT rowid FROM request_index WHERE request_index MATCH 'misconduct'"
        assert raw.execute(query).fetchall() == [(1,)]


def test_everything_written_is_private(case: CaseFile, tmp_path: Path) -> None:
    add_letter(case, add_request(case, "First"), "letter.txt", b"text " * 100)
    backups.make(case, tmp_path / "deep" / "kept", NOW)
    for path in (tmp_path / "deep").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert not list((tmp_path / "deep").rglob(".*"))


def test_twenty_backups_cost_little_more_than_one(case: CaseFile, tmp_path: Path) -> None:
    number = add_request(case, "Many documents")
    for document in range(10):
        add_letter(case, number, f"{document}.pdf", os.urandom(500_000))
    folder = tmp_path / "kept"
    backups.make(case, folder, NOW)
    one = size_of(folder)
    for day in range(1, 20):
        add_request(case, f"Another of day {day}")
        backups.make(case, folder, NOW + timedelta(days=day))
    assert len(backups.all(folder)) == 20
    own = folder.joinpath(backups.all(folder)[0].path.name).stat().st_size
    assert one > 5_000_000
    assert size_of(folder) < one + 20 * own
    assert own < 400_000
    for place, backup in enumerate(backups.all(folder)[::7]):
        done = restoring.restore(backup, tmp_path / f"{place}.foitrack", NOW)
        assert done.missing == ()


def test_a_backup_is_not_opened_as_a_case_file(case: CaseFile, tmp_path: Path) -> None:
    made = backups.make(case, tmp_path, NOW)
    with pytest.raises(CaseFileError, match="not a case file"):
        storage.open_case_file(made.path)


def test_the_present_file_is_set_aside_with_all_it_held(case: CaseFile, tmp_path: Path) -> None:
    add_request(case, "Before")
    then = dump(case)
    made = backups.make(case, tmp_path / "kept", NOW)
    add_request(case, "After")
    now = dump(case)
    case.close()
    done = restoring.restore(made, case.path, NOW)
    assert done.set_aside == case.path.with_name("case (set aside 2026-11-21 083000).foitrack")
    with closing(storage.open_case_file(case.path)) as restored:
        assert dump(restored) == then
    with closing(storage.open_case_file(done.set_aside)) as kept:
        assert dump(kept) == now


def test_a_file_open_elsewhere_is_not_replaced(case: CaseFile, tmp_path: Path) -> None:
    made = backups.make(case, tmp_path / "kept", NOW)
    add_request(case, "Open still")
    with pytest.raises(CaseFileError, match="is open in another"):
        restoring.restore(made, case.path, NOW)
    add_request(case, "And written to")
    assert len(dump(case)["request"]) == 2
    assert {one.name for one in tmp_path.iterdir()} >= {"case.foitrack", "kept"}
    assert not list(tmp_path.glob("*set aside*"))


def test_what_restoring_would_change_is_told_first(case: CaseFile, tmp_path: Path) -> None:
    kept, changed = add_request(case, "Kept"), add_request(case, "Old title")
    add_letter(case, kept, "letter.txt", b"text")
    made = backups.make(case, tmp_path / "kept", NOW)
    with case.writing() as session:
        session.connection().exec_driver_sql(
            "UPDATE request SET title = 'New title' WHERE id = ?", (changed,)
        )
    add_letter(case, add_request(case, "New one"), "new.pdf", b"%PDF")
    found = {one.kind: one for one in restoring.compare(case, made).kinds}
    assert found["request"].only_now == ("New one – Kent Police",)
    assert found["request"].changed == ("New title – Kent Police",)
    assert found["document"].only_now == ("new.pdf",)
    assert not found["event"]
    back = restoring.compare(None, made)
    assert back.kinds[0].only_then == ("Kept – Kent Police", "Old title – Kent Police")


def test_a_document_lost_from_the_backup_comes_from_the_present_file(
    case: CaseFile, tmp_path: Path
) -> None:
    add_letter(case, add_request(case, "First"), "letter.txt", b"text " * 50)
    made = backups.make(case, tmp_path / "kept", NOW)
    for path in (tmp_path / "kept" / "documents").rglob("*.z"):
        path.write_bytes(b"rotten")
    other = restoring.restore(made, tmp_path / "other.foitrack", NOW)
    assert other.missing == ("letter.txt",)
    case.close()
    assert restoring.restore(made, case.path, NOW).missing == ()


def test_thinning_keeps_days_weeks_and_months(case: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    made = backups.make(case, folder, NOW, backups.DAILY)
    for day in range(1, 800):
        at = NOW - timedelta(days=day)
        made.path.with_name(f"{at.strftime(backups.STAMP)} daily{backups.ENDING}").write_bytes(
            made.path.read_bytes()
        )
    asked = made.path.with_name(f"2020-01-01T000000Z before-format-2{backups.ENDING}")
    asked.write_bytes(made.path.read_bytes())
    thinning.thin(folder, NOW)
    ages = [(NOW - one.at).days for one in backups.all(folder)]
    assert ages[:7] == list(range(7))
    assert len([age for age in ages if 7 <= age < 28]) in (3, 4)
    assert len([age for age in ages if age >= 28]) - 1 in (10, 11, 12)
    assert asked.exists()
    assert max(ages[:-1]) < 366
    before = ages
    assert thinning.thin(folder, NOW) == ()
    assert [(NOW - one.at).days for one in backups.all(folder)] == before


def test_thinning_removes_documents_that_no_backup_holds(case: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    add_letter(case, add_request(case, "First"), "letter.txt", b"text")
    backups.make(case, folder, NOW - timedelta(days=500), backups.DAILY)
    with case.writing() as session:
        for table in ("document", "content"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    last = backups.make(case, folder, NOW, backups.DAILY)
    thinning.thin(folder, datetime.now(UTC) + timedelta(days=2))
    assert [one.path for one in backups.all(folder)] == [last.path]
    assert [path for path in folder.rglob("*") if path.is_file()] == [last.path]


def test_no_document_goes_while_a_backup_cannot_be_read(case: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    add_letter(case, add_request(case, "First"), "letter.txt", b"text")
    backups.make(case, folder, NOW).path.write_bytes(b"SQLite format 3\0" + bytes(500))
    thinning.thin(folder, datetime.now(UTC) + timedelta(days=2))
    assert len([path for path in (folder / "documents").rglob("*") if path.is_file()]) == 1


def test_it_is_known_whether_anything_changed_since(case: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert not backups.is_newest_state(case, folder)
    backups.make(case, folder, NOW)
    assert backups.is_newest_state(case, folder)
    add_request(case, "New")
    assert not backups.is_newest_state(case, folder)


def test_what_is_no_backup_is_refused(tmp_path: Path, case: CaseFile) -> None:
    fake = tmp_path / f"2026-11-21T083000Z by-hand{backups.ENDING}"
    fake.write_bytes(b"nothing of the kind" * 100)
    [found] = backups.all(tmp_path)
    with pytest.raises(BackupError, match="cannot be read"):
        restoring.restore(found, tmp_path / "to.foitrack", NOW)
    assert not (tmp_path / "to.foitrack").exists()


def test_a_folder_that_cannot_be_written_leaves_nothing(case: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, not a folder")
    with pytest.raises(BackupError, match="No backup could be made"):
        backups.make(case, tmp_path / "kept", NOW)
    assert (tmp_path / "kept").read_text() == "a file, not a folder"
