"""A damaged file with a passphrase: found, and as much of it saved as of one without."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.casefile import backups, checking, encryption, protecting, restoring, storage
from foitrack.casefile.damage import rescue
from foitrack.casefile.sealing import seal
from foitrack.casefile.storage import CaseFile, CaseFileError
from foitrack.desk import protection, rescuing, safety
from tests.casefile.filling import add_letter, add_request, dump
from tests.casefile.spoiling import Verdict, spoil_and_look
from tests.casefile.test_backups import NOW

pytest.importorskip("sqlcipher3")
WORD = "four words are enough"
PAGE = 4096
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def path(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed, protected case file with 60 requests and 6 documents, its key known."""
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    encryption.forget()
    for number in range(60):
        request = add_request(case, f"Request {number} " + "about conduct " * 20)
        if number % 10 == 0:
            add_letter(case, request, f"letter {number}.bin", os.urandom(9000))
    assert case.path is not None
    case.close()
    protecting.protect(case.path, WORD)
    yield case.path
    encryption.forget()


def rows_of(path: Path) -> Rows:
    with closing(storage.open_case_file(path)) as case:
        assert checking.check(case) == ()
        return dump(case)


def key_of(path: Path) -> list[str]:
    key = encryption.key_for(path)
    assert key is not None
    return [key]


def spoil_pages(path: Path, *numbers: int) -> None:
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE + 50] ^= 0x10
    path.write_bytes(data)


def test_spoilt_files_are_found_or_harmless(path: Path, tmp_path: Path) -> None:
    with closing(storage.open_case_file(path)) as case:
        wanted = dump(case)
        assert seal(case)
    chance = random.Random(5)
    verdicts = [spoil_and_look(path, tmp_path / "spoilt", chance, wanted) for _ in range(40)]
    assert Verdict.LOST not in verdicts
    assert verdicts.count(Verdict.FOUND) > 25


def test_all_but_the_spoilt_pages_is_saved_and_protected_alike(path: Path, tmp_path: Path) -> None:
    whole = rows_of(path)
    # Among them none that holds what the tables are.
    spoil_pages(path, *range(41, path.stat().st_size // PAGE, 4))
    spoilt = path.read_bytes()
    saved = rescue(path, tmp_path / "saved.foitrack", keys=key_of(path))
    assert path.read_bytes() == spoilt
    assert encryption.may_be_protected(saved.path)
    assert saved.lost_anything
    found = rows_of(saved.path)
    for table in ("request", "authority", "document", "content"):
        assert set(found[table]) <= set(whole[table])
    assert 10 < len(found["request"]) < 60
    assert len(found["content"]) + len(saved.lost_documents) == 6
    encryption.forget()
    encryption.unlock(saved.path, WORD)


@pytest.mark.extended
def test_every_single_page_but_the_first_can_be_lost(path: Path, tmp_path: Path) -> None:
    whole, data = rows_of(path), path.read_bytes()
    known = {name: set(rows) for name, rows in whole.items()}
    for number in random.Random(1).sample(range(2, len(data) // PAGE + 1), 4):
        path.write_bytes(data)
        spoil_pages(path, number)
        try:
            saved = rescuing.rescue(path, tmp_path / f"{number}.foitrack", assets.reference())
        except CaseFileError as problem:
            assert "restore a backup" in str(problem)
            continue
        found = rows_of(saved.path)
        assert set(found["content"]) <= known["content"]
        assert len(found["content"]) + len(saved.lost_documents) == 6


@pytest.mark.parametrize("protected", [True, False])
def test_a_file_cut_short_gives_what_is_left(path: Path, tmp_path: Path, protected: bool) -> None:
    keys = key_of(path)
    if not protected:
        protecting.unprotect(path)
    data = path.read_bytes()
    for left in range(9, 0, -1):
        path.write_bytes(data[: len(data) * left // 10 + 77])
        saved = rescue(path, tmp_path / f"{left}.foitrack", keys=keys)
        assert encryption.may_be_protected(saved.path) is protected
        if saved.lost_anything:
            break
    assert sum(table.saved for table in saved.tables) >= 6


def test_a_beginning_that_is_spoilt_is_told_and_mended_from_a_backup(
    path: Path, tmp_path: Path
) -> None:
    """The first 16 bytes are what makes the passphrase a key; the backups have the same."""
    whole = rows_of(path)
    with closing(storage.open_case_file(path)) as case:
        made = backups.make(case, backups.folder_of(path), NOW)
    spoilt = bytearray(path.read_bytes())
    spoilt[3] ^= 1
    path.write_bytes(spoilt)
    encryption.forget()
    with pytest.raises(protection.DamagedFileError, match="its newest backup does"):
        protection.unlock(path, WORD)
    with pytest.raises(protection.WrongPassphraseError):
        protection.unlock(path, "another")
    assert safety.backups_of(path) == (made,)
    saved = rescuing.rescue(path, tmp_path / "saved.foitrack", assets.reference())
    assert not saved.lost_anything
    found = rows_of(saved.path)
    assert [row[1] for row in found.pop("request")] == [row[1] for row in whole.pop("request")]
    assert found == whole


def test_spoilt_documents_come_back_from_backups_under_whichever_passphrase(
    path: Path, tmp_path: Path
) -> None:
    """An older backup under a passphrase that nobody gave is passed over."""
    with closing(storage.open_case_file(path)) as case:
        backups.make(case, backups.folder_of(path), NOW)
    protecting.protect(path, "another")
    with closing(storage.open_case_file(path)) as case:
        backups.make(case, tmp_path / "far" / "case backups", NOW)
        with case.writing() as session:
            session.connection().exec_driver_sql("UPDATE content SET bytes = zeroblob(9000)")
    encryption.forget()
    encryption.unlock(path, "another")
    without = rescuing.rescue(path, tmp_path / "without.foitrack", assets.reference())
    assert len(without.lost_documents) == 6
    desk = safety.Desk(storage.open_case_file(path), assets.reference())
    safety.keep_backups_in(desk, tmp_path / "far")
    desk.close()
    saved = rescuing.rescue(path, tmp_path / "saved.foitrack", assets.reference())
    assert not saved.lost_anything


def test_a_protected_file_that_is_damaged_is_known_as_one_of_ours(path: Path) -> None:
    spoil_pages(path, 3)
    assert safety.is_damaged(path)
    encryption.forget()
    assert not safety.is_damaged(path)


def test_the_seal_of_a_damaged_file_is_asked_in_plain_words(path: Path) -> None:
    """It is read past SQLAlchemy, whose errors alone were known."""
    with closing(storage.open_case_file(path)) as case:
        assert seal(case)
        made = backups.make(case, backups.folder_of(path), NOW)
    data = path.read_bytes()
    for number in range(2, len(data) // PAGE + 1):
        path.write_bytes(data)
        spoil_pages(path, number)
        try:
            opened = storage.open_case_file(path)
        except CaseFileError:
            continue
        with closing(opened):
            assert checking.check(opened)
            restoring.compare(opened, made)
