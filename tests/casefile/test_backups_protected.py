"""Backups of a case file with a passphrase: all that is asked of the others, and each restored."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from foitrack.casefile import backups, encryption, protecting, restoring, storage
from foitrack.casefile.backups import BackupError
from foitrack.casefile.storage import CaseFile, create
from tests.casefile import test_backups as plain
from tests.casefile.filling import add_letter, add_request, dump
from tests.casefile.test_backups import NOW, restored_equals

pytest.importorskip("sqlcipher3")
WORD = "four words are enough"

# The same tests, on the case file below.
test_every_row_and_byte = plain.test_a_backup_brings_back_every_row_and_byte
test_everything_is_private = plain.test_everything_written_is_private
test_twenty_cost_little = plain.test_twenty_backups_cost_little_more_than_one
test_no_case_file = plain.test_a_backup_is_not_opened_as_a_case_file
test_set_aside = plain.test_the_present_file_is_set_aside_with_all_it_held
test_open_elsewhere = plain.test_a_file_open_elsewhere_is_not_replaced
test_told_first = plain.test_what_restoring_would_change_is_told_first
test_changed_since = plain.test_it_is_known_whether_anything_changed_since
test_thinned_documents = plain.test_thinning_removes_documents_that_no_backup_holds
test_leaves_nothing = plain.test_a_folder_that_cannot_be_written_leaves_nothing


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """What an empty case file with a passphrase is made of, and its key."""
    path = tmp_path_factory.mktemp("empty") / "case.foitrack"
    create(path).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encryption, "ROUNDS", 1000)
        protecting.protect(path, WORD)
    key = encryption.key_for(path)
    assert key is not None
    return path.read_bytes(), key


@pytest.fixture
def case(
    tmp_path: Path, empty: tuple[bytes, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[CaseFile]:
    """An empty case file with a passphrase."""
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    encryption.forget()
    path = tmp_path / "case.foitrack"
    path.write_bytes(empty[0])
    path.chmod(0o600)
    encryption.remember(empty[1])
    opened = storage.open_case_file(path)
    yield opened
    opened.close()
    encryption.forget()


def test_each_of_a_row_of_backups_comes_back(case: CaseFile, tmp_path: Path) -> None:
    number, folder, then = add_request(case, "Grows"), tmp_path / "kept", []
    for day in range(6):
        add_letter(case, number, f"{day}.bin", os.urandom(3000 * (day + 1)))
        made = backups.make(case, folder, NOW + timedelta(days=day))
        then.append((made, dump(case)))
    for place, (made, wanted) in enumerate(then):
        restored_equals(made, tmp_path / f"{place}.foitrack", wanted)
        assert encryption.may_be_protected(tmp_path / f"{place}.foitrack")


def test_a_document_lost_from_the_backup_comes_from_the_present_file(
    case: CaseFile, tmp_path: Path
) -> None:
    add_letter(case, add_request(case, "First"), "letter.txt", b"text " * 50)
    made = backups.make(case, tmp_path / "kept", NOW)
    for path in (tmp_path / "kept" / "documents").rglob("*.sealed"):
        path.write_bytes(b"rotten")
    other = restoring.restore(made, tmp_path / "other.foitrack", NOW)
    assert other.missing == ("letter.txt",)
    case.close()
    assert case.path is not None
    assert restoring.restore(made, case.path, NOW).missing == ()


def test_backups_from_before_a_change_of_passphrase_come_back_under_the_old_one(
    case: CaseFile, tmp_path: Path
) -> None:
    add_letter(case, add_request(case, "Before"), "letter.txt", b"text " * 50)
    wanted = dump(case)
    made = backups.make(case, tmp_path / "kept", NOW)
    case.close()
    assert case.path is not None
    protecting.protect(case.path, "another")
    with closing(storage.open_case_file(case.path)) as again:
        later = backups.make(again, tmp_path / "kept", NOW + timedelta(days=1))
    protecting.unprotect(case.path)
    encryption.forget()
    with pytest.raises(BackupError, match="another passphrase"):
        restoring.restore(made, case.path, NOW)
    encryption.unlock(made.path, WORD)
    encryption.unlock(later.path, "another")
    restored_equals(made, tmp_path / "before.foitrack", wanted)
    restored_equals(later, tmp_path / "later.foitrack", wanted)
