"""Before a case file is brought to a newer format it is backed up, once, as it was."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.casefile import backups, restoring
from foitrack.casefile.backups import BackupError
from foitrack.casefile.format import FORMAT
from foitrack.desk import safety
from foitrack.desk.desk import open_desk
from tests.casefile.test_backups import NOW
from tests.casefile.test_stored_files import STORED
from tests.desk.everything import contents


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.foitrack"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_the_file_of_then_is_kept_and_comes_back(old: Path) -> None:
    desk = open_desk(old, assets.reference())
    wanted = contents(desk)
    [made] = safety.listed(safety.folder(desk))
    desk.close()
    assert made.reason == f"before-format-{FORMAT}"
    with backups.reading(made) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] < FORMAT
    again = old.with_name("again.foitrack")
    assert restoring.restore(made, again, NOW).missing == ()
    restored = open_desk(again, assets.reference())
    assert contents(restored) == wanted
    assert [one for one in safety.check(restored).troubles if one.kind != "search"] == []
    restored.close()


def test_it_is_made_once_however_often_the_upgrade_fails(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("foitrack.casefile.migrating.upgrade", fail)
    for _ in range(3):
        with pytest.raises(OSError, match="No space"):
            open_desk(old, assets.reference())
    assert len(backups.all(backups.folder_of(old))) == 1


def test_without_room_for_a_backup_nothing_is_upgraded(old: Path) -> None:
    backups.folder_of(old).write_text("in the way")
    with pytest.raises(BackupError, match="No backup could be made"):
        open_desk(old, assets.reference())
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] < FORMAT
