"""A protected case file: nothing readable on the disk, the same work inside, and the way back."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from foitrack import assets, passphrases
from foitrack.casefile import backups, encryption, fingerprints, protecting, restoring, thinning
from foitrack.casefile.encryption import PassphraseNeededError, WrongPassphraseError
from foitrack.casefile.storage import CaseFileError, open_case_file
from foitrack.desk import requests, responses
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.views import NewRequest, RequestFilter, SortKey

pytest.importorskip("sqlcipher3")
TODAY = date(2023, 3, 2)
NOW = datetime(2023, 3, 2, 9, tzinfo=UTC)
TITLE, WORD = "Zanzibar dossier", "open ' \" é"
LETTER = b"The source was Ann Example of Zanzibar. " * 500
FAST = 1_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fewer rounds: the tests are not after the passphrase; and no key is left over."""
    monkeypatch.setattr(encryption, "ROUNDS", FAST)
    monkeypatch.delenv(passphrases.VARIABLE, raising=False)
    encryption.forget()
    yield
    encryption.forget()


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """What a protected case file with one request and one document is made of, and its key."""
    place = tmp_path_factory.mktemp("protected") / "case.foitrack"
    with_work(create(place, assets.reference())).close()
    assert readable(place.parent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encryption, "ROUNDS", FAST)
        protecting.protect(place, WORD)
    key = encryption.key_for(place)
    assert key is not None
    return place.read_bytes(), key


@pytest.fixture
def path(tmp_path: Path, protected: tuple[bytes, str]) -> Path:
    """A protected case file of the test's own, closed and unlocked."""
    place = tmp_path / "case.foitrack"
    place.write_bytes(protected[0])
    place.chmod(0o600)
    encryption.remember(protected[1])
    return place


def with_work(desk: Desk) -> Desk:
    new = NewRequest(TITLE, "Kent Police", wording="About Zanzibar", sent_on=date(2023, 3, 1))
    made = requests.log(desk, new, today=TODAY)
    responses.keep(desk, "zanzibar.txt", LETTER, made.new_id)
    return desk


def titles(desk: Desk) -> list[str]:
    ids = requests.ids(desk, RequestFilter(search="zanz"), SortKey.DUE, False, today=TODAY)
    return [row.title for row in requests.rows(desk, ids, today=TODAY)]


def readable(folder: Path) -> list[Path]:
    """Files in which a piece of what was written can be read, or of the passphrase."""
    words = (b"Zanzibar", b"zanzibar", b"Ann Example", b"Kent Police", WORD.encode())
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.name.encode() + path.read_bytes() for word in words)
    ]


def test_nothing_can_be_read_while_it_is_open_and_after(path: Path) -> None:
    assert not path.read_bytes().startswith(encryption.PLAIN)
    assert readable(path.parent) == []
    desk = with_work(open_desk(path, assets.reference()))
    assert path.with_name("case.foitrack-wal").stat().st_size > 0
    assert readable(path.parent) == []
    desk.close()
    assert readable(path.parent) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_work_is_the_same_inside(path: Path) -> None:
    desk = open_desk(path, assets.reference())
    assert titles(desk) == [TITLE]
    assert desk.case.engine.dialect.dbapi is encryption.driver()
    desk.close()


def test_without_the_passphrase_nobody_comes_in(path: Path) -> None:
    encryption.forget()
    before = path.read_bytes()
    with pytest.raises(PassphraseNeededError, match="protected with a passphrase"):
        open_case_file(path)
    for wrong in ("open", WORD + " ", WORD.upper(), "é"):
        with pytest.raises(WrongPassphraseError) as said:
            encryption.unlock(path, wrong)
        assert str(said.value).startswith(f"That passphrase does not open {path}.")
    for none in ("", "a\0b"):
        with pytest.raises(CaseFileError, match="cannot be empty"):
            encryption.unlock(path, none)
    assert path.read_bytes() == before
    encryption.unlock(path, WORD)
    desk = open_desk(path, assets.reference())
    assert titles(desk) == [TITLE]
    desk.close()


def test_sqlcipher_itself_opens_it_with_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encryption, "ROUNDS", 256_000)
    place = tmp_path / "case.foitrack"
    create(place, assets.reference()).close()
    protecting.protect(place, "it's open")
    raw = encryption.driver().connect(str(place))
    raw.execute("PRAGMA key = 'it''s open'").close()
    assert raw.execute("SELECT count(*) FROM request").fetchone() == (0,)
    raw.close()


def test_another_passphrase_takes_the_place_of_the_first(path: Path) -> None:
    protecting.protect(path, "another")
    encryption.forget()
    with pytest.raises(WrongPassphraseError):
        encryption.unlock(path, WORD)
    encryption.unlock(path, "another")
    desk = open_desk(path, assets.reference())
    assert titles(desk) == [TITLE]
    desk.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_protection_can_be_taken_off(path: Path) -> None:
    protecting.unprotect(path)
    assert path.read_bytes().startswith(encryption.PLAIN)
    encryption.forget()
    desk = open_desk(path, assets.reference())
    assert titles(desk) == [TITLE]
    desk.close()


@pytest.mark.parametrize("plain", [False, True])
def test_a_file_that_is_open_is_left_alone(
    path: Path, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protecting, "PATIENCE_S", 0.1)
    if plain:
        protecting.unprotect(path)
    desk = open_desk(path, assets.reference())
    with pytest.raises(CaseFileError, match="open in another window or program"):
        protecting.protect(path, "another")
    assert titles(desk) == [TITLE]
    desk.close()
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_a_copy_that_does_not_come_out_whole_is_not_put_in_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(fingerprints, "of", lambda raw, _told: str(id(raw)))
    with pytest.raises(CaseFileError, match="did not come out whole"):
        protecting.protect(path, "another")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_without_the_library_it_is_said_plainly(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encryption.forget()
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(CaseFileError, match=r"foitrack\[encrypted\]"):
        open_case_file(path)
    with pytest.raises(CaseFileError, match=r"foitrack\[encrypted\]"):
        protecting.protect(path, "another")


def test_a_foreign_file_is_not_taken_for_a_protected_one(tmp_path: Path) -> None:
    for number, data in enumerate((b"x" * 9000, b"%PDF" + os.urandom(9000), os.urandom(100))):
        path = tmp_path / f"{number}.foitrack"
        path.write_bytes(data)
        with pytest.raises(CaseFileError, match="not a case file"):
            open_case_file(path)


def test_backups_are_protected_alike_and_come_back(path: Path) -> None:
    folder = path.parent / "backups"
    desk = open_desk(path, assets.reference())
    made = backups.make(desk.case, folder, NOW)
    assert backups.is_newest_state(desk.case, folder)
    desk.close()
    documents = [one for one in folder.rglob("*.sealed") if one.is_file()]
    assert len(documents) == 1
    assert readable(path.parent) == []
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in documents)
    encryption.forget()
    with pytest.raises(backups.BackupError, match="passphrase"), backups.reading(made):
        pass
    path.unlink()
    encryption.unlock(made.path, WORD)
    restored = restoring.restore(made, path, NOW)
    assert restored.missing == ()
    assert readable(path.parent) == []
    again = open_desk(path, assets.reference())
    assert titles(again) == [TITLE]
    assert responses.document_bytes(again, 1) == LETTER
    again.close()


def test_thinning_keeps_sealed_documents_that_a_backup_holds(path: Path) -> None:
    folder = path.parent / "backups"
    desk = open_desk(path, assets.reference())
    backups.make(desk.case, folder, NOW)
    desk.close()
    later = NOW + timedelta(days=400)
    [document] = folder.rglob("*.sealed")
    os.utime(document, (0, 0))
    thinning.thin(folder, later)
    assert document.exists()
    stray = document.with_name("0" * 64 + ".sealed")
    stray.write_bytes(b"")
    os.utime(stray, (0, 0))
    encryption.forget()
    thinning.thin(folder, later)
    assert stray.exists()
    encryption.unlock(path, WORD)
    thinning.thin(folder, later)
    assert (document.exists(), stray.exists()) == (True, False)


def test_a_file_named_for_scripts_holds_the_passphrase(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encryption.forget()
    named = tmp_path / "word.txt"
    monkeypatch.setenv(passphrases.VARIABLE, str(named))
    with pytest.raises(passphrases.PassphraseFileError, match="cannot be read"):
        open_case_file(path)
    named.write_text("wrong\n", "utf-8")
    with pytest.raises(WrongPassphraseError):
        open_case_file(path)
    named.write_text(WORD + "\r\nmore\n", "utf-8")
    open_case_file(path).close()


def test_a_damaged_protected_file_is_said_to_be_damaged(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))
    with pytest.raises(CaseFileError, match="damaged"):
        open_case_file(path)
