"""A case file whose disk or folder goes while it is open, and what comes back in its place."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from foitrack.casefile import sealing, storage
from foitrack.casefile.lying import AnotherFileError
from foitrack.casefile.models import ChangeSet
from foitrack.casefile.storage import CaseFile, CaseFileError
from foitrack.casefile.troubles import OutOfReachError
from tests.casefile.filling import add_request, dump


@pytest.fixture
def disk(empty_made: Path, tmp_path: Path) -> Path:
    """A folder that can go, with a case file in it."""
    made = tmp_path / "disk"
    made.mkdir()
    shutil.copy(empty_made, made / "case.foitrack")
    return made


@pytest.fixture
def case(disk: Path) -> Iterator[CaseFile]:
    made = storage.open_case_file(disk / "case.foitrack")
    add_step(made, "First")
    yield made
    made.close()


def add_step(case: CaseFile, label: str) -> None:
    """Much as the desk does: a row, and the undo step that tells of it."""
    with case.writing() as session:
        at = datetime(2026, 11, 21, 8, 30, len(label))  # noqa: DTZ001 - as steps are kept, in UTC
        session.add(ChangeSet(label=label, who="ada", at=at, request_ids=[]))
    add_request(case, label)


def gone(disk: Path) -> Path:
    return disk.rename(disk.with_name("in a drawer"))


def titles(case: CaseFile) -> list[str]:
    with case.reading() as session:
        found = session.connection().exec_driver_sql("SELECT title FROM request ORDER BY id")
        return [row[0] for row in found]


def test_it_goes_and_comes_back(case: CaseFile, disk: Path) -> None:
    away = gone(disk)
    with pytest.raises(OutOfReachError, match=r"cannot be reached.*Nothing was changed"):
        add_request(case, "Lost")
    assert titles(case) == ["First"]
    away.rename(disk)
    add_request(case, "Second")
    case.close()
    assert titles(storage.open_case_file(disk / "case.foitrack")) == ["First", "Second"]


def test_it_comes_back_as_a_copy_of_itself(case: CaseFile, disk: Path) -> None:
    """As on a disk that was mounted anew: nothing that was open leads there."""
    away = gone(disk)
    shutil.copytree(away, disk)
    add_request(case, "Second")
    assert titles(case) == ["First", "Second"]
    with closing(sqlite3.connect(disk / "case.foitrack")) as raw:
        assert raw.execute("SELECT count(*) FROM request").fetchone() == (2,)
    with closing(sqlite3.connect(away / "case.foitrack")) as raw:
        assert raw.execute("SELECT count(*) FROM request").fetchone() == (1,)


@pytest.mark.parametrize("other_has_steps", [True, False])
def test_another_file_in_its_place_is_left_alone(
    case: CaseFile, disk: Path, empty_made: Path, other_has_steps: bool
) -> None:
    gone(disk)
    disk.mkdir()
    place = disk / "case.foitrack"
    shutil.copy(empty_made, place)
    if other_has_steps:
        other = storage.open_case_file(place)
        add_step(other, "Another's")
        other.close()
    before = place.read_bytes()
    with pytest.raises(AnotherFileError, match=r"Another file lies at.*Nothing was changed"):
        add_request(case, "Lost")
    with pytest.raises(AnotherFileError):
        titles(case)
    assert not sealing.seal(case)
    case.close()
    assert place.read_bytes() == before
    assert [path.name for path in disk.iterdir()] == ["case.foitrack"]


def test_anothers_log_is_not_folded_in(case: CaseFile, disk: Path, empty_made: Path) -> None:
    gone(disk)
    other_disk = disk.with_name("other")
    other_disk.mkdir()
    shutil.copy(empty_made, other_disk / "case.foitrack")
    other = storage.open_case_file(other_disk / "case.foitrack")
    add_step(other, "Another's")
    # As its program left it when it was killed.
    disk.mkdir()
    for path in other_disk.iterdir():
        shutil.copy(path, disk)
    before = {path.name: path.read_bytes() for path in disk.iterdir()}
    assert "case.foitrack-wal" in before
    with pytest.raises(AnotherFileError):
        titles(case)
    other.close()
    after = {path.name: path.read_bytes() for path in disk.iterdir()}
    assert {**after, "case.foitrack-shm": b""} == {**before, "case.foitrack-shm": b""}


def test_an_older_state_of_it_is_another_file(case: CaseFile, disk: Path) -> None:
    case.close()
    shutil.copytree(disk, disk.with_name("older"))
    opened = storage.open_case_file(disk / "case.foitrack")
    add_step(opened, "Second")
    gone(disk)
    disk.with_name("older").rename(disk)
    with pytest.raises(AnotherFileError):
        add_request(opened, "Lost")
    opened.close()


def test_what_lies_there_is_no_case_file(case: CaseFile, disk: Path) -> None:
    gone(disk)
    disk.mkdir()
    (disk / "case.foitrack").write_bytes(b"a shopping list")
    with pytest.raises(AnotherFileError):
        titles(case)
    case.close()
    assert (disk / "case.foitrack").read_bytes() == b"a shopping list"


def test_a_file_exchanged_beside_its_log_is_not_opened(
    case: CaseFile, disk: Path, tmp_path: Path
) -> None:
    """As by a service that syncs: the log that lies there is still the old one's."""
    place = disk / "case.foitrack"
    newer = tmp_path / "newer"
    with closing(sqlite3.connect(place)) as raw:
        raw.execute("VACUUM INTO ?", (str(newer),))
    titles(case)
    newer.replace(place)
    before = place.read_bytes()
    with pytest.raises(AnotherFileError):
        add_request(case, "Lost")
    assert place.read_bytes() == before


def test_no_empty_file_is_made_where_it_was(case: CaseFile, disk: Path) -> None:
    place = disk / "case.foitrack"
    place.unlink()
    case.engine.dispose()
    with pytest.raises(CaseFileError, match="cannot be reached"):
        titles(case)
    assert not place.exists()


def test_after_a_disk_failed_it_is_opened_anew(case: CaseFile) -> None:
    before = dump(case)

    def fail(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if "FROM request" in statement:
            problem = sqlite3.OperationalError("disk I/O error")
            problem.sqlite_errorname = "SQLITE_IOERR_READ"
            raise problem

    opened: list[object] = []
    event.listen(case.engine, "connect", lambda raw, _record: opened.append(raw))
    event.listen(case.engine, "before_cursor_execute", fail)
    with pytest.raises(CaseFileError, match="cannot be reached"):
        titles(case)
    event.remove(case.engine, "before_cursor_execute", fail)
    assert dump(case) == before
    assert opened
