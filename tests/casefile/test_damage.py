"""Damage: found or harmless, nothing deleted, and what can be saved is saved."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from foitrack.casefile import backups, checking, open_mark, restoring, storage
from foitrack.casefile.damage import rescue
from foitrack.casefile.sealing import seal
from foitrack.casefile.storage import CaseFile, CaseFileError
from tests.casefile.filling import add_letter, add_request, dump
from tests.casefile.spoiling import Verdict, spoil_and_look
from tests.casefile.test_backups import NOW


@pytest.fixture
def filled(case: CaseFile) -> CaseFile:
    for number in range(60):
        request = add_request(case, f"Request {number} " + "about conduct " * 20)
        if number % 10 == 0:
            add_letter(case, request, f"letter {number}.bin", os.urandom(9000))
    return case


@pytest.mark.parametrize("number", [60, pytest.param(200, marks=pytest.mark.extended)])
def test_spoilt_files_are_found_or_harmless(filled: CaseFile, tmp_path: Path, number: int) -> None:
    """Harmless is proved: every row and byte of the spoilt file is as it was."""
    wanted = dump(filled)
    assert seal(filled) and filled.path is not None
    filled.close()
    chance = random.Random(5)
    folder = tmp_path / "spoilt"
    verdicts = [spoil_and_look(filled.path, folder, chance, wanted) for _ in range(number)]
    assert verdicts.count(Verdict.LOST) == 0
    assert verdicts.count(Verdict.FOUND) > number // 2


def test_one_bit_of_one_row_is_found(filled: CaseFile) -> None:
    assert filled.path is not None
    with filled.writing() as session:
        session.connection().exec_driver_sql("UPDATE request SET notes = 'Source: QXZ' WHERE id=7")
    assert seal(filled)
    filled.close()
    data = filled.path.read_bytes()
    assert data.count(b"Source: QXZ") == 1
    filled.path.write_bytes(data.replace(b"Source: QXZ", b"Source: QXY"))
    with closing(storage.open_case_file(filled.path)) as opened:
        found = checking.check(opened)
    assert [one.kind for one in found] == ["damage"]


def test_a_bit_that_leaves_no_text_is_found_without_its_words(filled: CaseFile) -> None:
    assert filled.path is not None
    with filled.writing() as session:
        session.connection().exec_driver_sql("UPDATE request SET notes = 'Source: QXZ' WHERE id=7")
    assert seal(filled)
    filled.close()
    data = filled.path.read_bytes()
    filled.path.write_bytes(data.replace(b"Source: QXZ", b"Source: Q\xd8Z"))
    with closing(storage.open_case_file(filled.path)) as opened:
        [found] = checking.check(opened)
        with pytest.raises(CaseFileError, match="is damaged") as told:
            dump(opened)
    assert found.kind == "damage"
    assert "Source" not in found.message
    assert told.value.__cause__ is None


def test_whoever_writes_breaks_the_seal(filled: CaseFile) -> None:
    assert seal(filled)
    assert checking.check(filled) == ()
    add_request(filled, "One more")
    assert checking.check(filled) == ()
    assert seal(filled)
    assert checking.check(filled) == ()


def test_a_log_that_is_gone_is_found(filled: CaseFile, tmp_path: Path) -> None:
    """Also where the file was closed before and nothing but the log has what was written since."""
    assert seal(filled)
    filled.close()
    assert filled.path is not None
    opened = storage.open_case_file(filled.path)
    assert not opened.lost_log
    add_request(opened, "In the log")
    with_log, without = tmp_path / "with.foitrack", tmp_path / "without.foitrack"
    shutil.copy(filled.path, with_log)
    shutil.copy(open_mark.log_of(filled.path), open_mark.log_of(with_log))
    shutil.copy(filled.path, without)
    with closing(storage.open_case_file(with_log)) as whole:
        assert checking.check(whole) == ()
        assert len(dump(whole)["request"]) == len(dump(opened)["request"])
    with closing(storage.open_case_file(without)) as less:
        [found] = checking.check(less)
        assert found.kind == "log"
        assert "without.foitrack-wal" in found.message
        assert not checking.is_whole(less)
    # It was told; from now on this is the case file.
    with closing(storage.open_case_file(without)) as again:
        assert checking.check(again) == ()
    made = backups.make(opened, tmp_path / "kept", NOW)
    restored = tmp_path / "restored.foitrack"
    restoring.restore(made, restored, NOW)
    for path in (filled.path, restored):
        opened.close()
        with closing(storage.open_case_file(path)) as closed:
            assert checking.check(closed) == ()


def test_a_log_that_is_gone_loses_what_was_in_it_and_nothing_else(
    case: CaseFile, tmp_path: Path
) -> None:
    add_request(case, "In the file")
    with case.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    wanted = dump(case)
    add_request(case, "In the log")
    copy = tmp_path / "copy.foitrack"
    shutil.copy(case.path or "", copy)
    with closing(storage.open_case_file(copy)) as opened:
        assert [one.kind for one in checking.check(opened)] == ["log"]
        assert dump(opened) == wanted


def test_what_can_be_read_is_saved(filled: CaseFile, tmp_path: Path) -> None:
    assert filled.path is not None
    whole = dump(filled)
    filled.close()
    damaged = filled.path.read_bytes()
    spoilt = bytearray(damaged)
    spoilt[-9 * 4096 : -6 * 4096] = b"\xa5" * (3 * 4096)
    filled.path.write_bytes(spoilt)
    saved = rescue(filled.path, tmp_path / "saved.foitrack")
    assert filled.path.read_bytes() == bytes(spoilt)
    with closing(storage.open_case_file(saved.path)) as opened:
        assert checking.check(opened) == ()
        found = dump(opened)
    assert saved.lost_anything
    for table in ("request", "authority", "document", "content"):
        assert set(found[table]) <= set(whole[table])
    assert len(found["request"]) >= 40
    assert len(found["content"]) + len(saved.lost_documents) == 6
    assert any("lost" in line for line in saved.in_words())


def test_documents_come_back_from_the_backups(filled: CaseFile, tmp_path: Path) -> None:
    assert filled.path is not None
    made = backups.make(filled, tmp_path / "kept", NOW)
    wanted = dump(filled)
    with filled.writing() as session:
        session.connection().exec_driver_sql("UPDATE content SET bytes = zeroblob(9000)")
    filled.close()
    saved = rescue(filled.path, tmp_path / "saved.foitrack", [made.documents])
    assert not saved.lost_anything
    with closing(storage.open_case_file(saved.path)) as opened:
        assert dump(opened) == wanted
    without = rescue(filled.path, tmp_path / "without.foitrack")
    assert len(without.lost_documents) == 6
    with closing(storage.open_case_file(without.path)) as opened:
        assert checking.check(opened) == ()


def test_of_a_healthy_file_everything_is_saved(filled: CaseFile, tmp_path: Path) -> None:
    assert filled.path is not None
    wanted = dump(filled)
    saved = rescue(filled.path, tmp_path / "saved.foitrack")
    assert not saved.lost_anything
    with closing(storage.open_case_file(saved.path)) as opened:
        assert dump(opened) == wanted


def test_where_nothing_can_be_read_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "case.foitrack"
    path.write_bytes(b"\xa5" * 40_000)
    with pytest.raises(CaseFileError, match="restore a backup"):
        rescue(path, tmp_path / "saved.foitrack")
    assert list(tmp_path.iterdir()) == [path]


def test_a_foreign_file_in_its_place_is_refused_and_kept(filled: CaseFile) -> None:
    assert filled.path is not None
    filled.close()
    filled.path.write_bytes(b"PK\x03\x04 another program's file" * 100)
    before = filled.path.read_bytes()
    with pytest.raises(CaseFileError, match="not a case file"):
        storage.open_case_file(filled.path)
    assert filled.path.read_bytes() == before
