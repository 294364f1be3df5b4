"""Creating and opening: private, whole or not at all, and refused in plain words."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from foitrack.casefile import sqlite, storage
from foitrack.casefile.models import Campaign
from foitrack.casefile.storage import CaseFile, CaseFileError


def pragma(case: CaseFile, name: str) -> object:
    with case.reading() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


def test_the_file_and_its_companions_are_private(case: CaseFile) -> None:
    with case.writing() as session:
        session.add(Campaign(name="One"))
    companions = list(case.path.parent.iterdir())
    assert {path.name for path in companions} >= {"case.foitrack", "case.foitrack-wal"}
    for path in companions:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_pragmas_are_those_promised(case: CaseFile) -> None:
    assert pragma(case, "journal_mode") == "wal"
    assert pragma(case, "synchronous") == 2
    assert pragma(case, "foreign_keys") == 1
    assert pragma(case, "busy_timeout") == sqlite.BUSY_MS
    assert pragma(case, "application_id") == storage.APPLICATION_ID
    assert pragma(case, "user_version") == storage.FORMAT


@pytest.mark.parametrize("name", ["100%20sure?.foitrack", "#1 & “two”.foitrack", "étude.foitrack"])
def test_any_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    storage.create(path).close()
    assert [found.name for found in tmp_path.iterdir()] == [name]
    storage.open_case_file(path).close()


def test_a_place_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(CaseFileError, match="there already"):
        storage.create(path)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_while_making_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("foitrack.casefile.migrating.upgrade", fail)
    with pytest.raises(CaseFileError, match="No space left"):
        storage.create(tmp_path / "case.foitrack")
    assert list(tmp_path.iterdir()) == []


def test_without_hard_links_it_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "case.foitrack"
    storage.create(path).close()
    storage.open_case_file(path).close()
    assert list(tmp_path.iterdir()) == [path]


def a_text(path: Path) -> None:
    path.write_text("Dear requester, " * 100)


def an_empty_file(path: Path) -> None:
    path.touch()


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE moz_places (id)")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_newer_file(path: Path) -> None:
    storage.create(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {storage.FORMAT + 1}")


def nothing(path: Path) -> None:
    pass


REFUSED = (
    (a_text, "not a case file"),
    (an_empty_file, "not a case file"),
    (another_database, "not a case file"),
    (a_folder, "is a folder"),
    (a_newer_file, "made by a newer FOI Track"),
    (nothing, "There is no file at"),
)


@pytest.mark.parametrize(("make", "words"), REFUSED)
def test_what_is_no_case_file_is_refused_and_untouched(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "case.foitrack"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CaseFileError, match=words):
        storage.open_case_file(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert len(list(tmp_path.iterdir())) <= 1


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "case.foitrack"
    storage.create(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(CaseFileError, match="is damaged"):
        storage.open_case_file(path)


def test_damage_further_inside_is_said_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "case.foitrack"
    case = storage.create(path)
    with case.reading() as session:
        page = session.scalar(text("SELECT rootpage FROM sqlite_schema WHERE name = 'campaign'"))
    case.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    case = storage.open_case_file(path)
    with pytest.raises(CaseFileError, match="is damaged"), case.reading() as session:
        session.query(Campaign).all()
    case.close()


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_a_file_cut_short_is_refused_at_the_door(share: float, tmp_path: Path) -> None:
    path = tmp_path / "case.foitrack"
    storage.create(path).close()
    cut = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(cut)
    with pytest.raises(CaseFileError, match="is damaged"):
        storage.open_case_file(path)
    assert path.read_bytes() == cut


def test_a_file_held_by_another_program_is_said_to_be_in_use(
    case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    monkeypatch.setattr(sqlite, "BUSY_MS", 20)
    waiting = storage.open_case_file(case.path)
    with closing(sqlite3.connect(case.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseFileError, match="in use by another program"), waiting.writing():
            pass
        # Reading goes on meanwhile.
        with waiting.reading() as session:
            assert session.query(Campaign).all() == []
    waiting.close()


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_said_to_be_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CaseFileError, match="cannot be made"):
        storage.create(tmp_path / "case.foitrack")
    tmp_path.chmod(0o700)


def test_a_mistake_of_ours_stays_a_mistake(case: CaseFile) -> None:
    from sqlalchemy.exc import IntegrityError

    with pytest.raises(IntegrityError), case.writing() as session:
        session.add_all([Campaign(name="One"), Campaign(name="One")])
    with case.reading() as session:
        assert session.query(Campaign).all() == []


def test_writers_in_several_threads_lose_nothing(case: CaseFile) -> None:
    def write(worker: int) -> None:
        for number in range(10):
            with case.writing() as session:
                session.add(Campaign(name=f"{worker} {number}"))

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with case.reading() as session:
        assert session.query(Campaign).count() == 40


def test_what_was_kept_outlives_a_kill(tmp_path: Path) -> None:
    """A call that returned is there; one that did not is not, even after SIGKILL."""
    path = tmp_path / "case.foitrack"
    storage.create(path).close()
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from foitrack.casefile.models import Campaign\n"
        "from foitrack.casefile.storage import open_case_file\n"
        "case = open_case_file(Path(sys.argv[1]))\n"
        "with case.writing() as session: session.add(Campaign(name='kept'))\n"
        "with case.writing() as session:\n"
        "    session.add(Campaign(name='half')); session.flush()\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode != 0
    case = storage.open_case_file(path)
    with case.reading() as session:
        assert [campaign.name for campaign in session.query(Campaign)] == ["kept"]
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    case.close()
