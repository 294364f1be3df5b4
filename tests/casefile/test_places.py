"""Network folders, synchronised folders, and who has a case file open."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foitrack.casefile import holding, places, sqlite, storage
from foitrack.casefile.holding import Holder
from foitrack.casefile.storage import CaseFile, CaseFileError
from tests.casefile.filling import add_request

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/team nfs4 rw 0 0
//nas/files /mnt/with\040space cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
ada@desk:/ /home/ada/remote fuse.sshfs rw 0 0
short
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/case.foitrack", None),
        ("/mnt/team/case.foitrack", "nfs4"),
        ("/mnt/teamwork/case.foitrack", None),
        ("/mnt/with space/case.foitrack", "cifs"),
        ("/mnt/team/local/case.foitrack", None),
        ("/home/ada/remote/deep/case.foitrack", "fuse.sshfs"),
    ],
)
def test_network_folders_are_known(path: str, kind: str | None, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    place = places.place_of(Path(path), mounts)
    assert place.network == kind
    assert (place.warning is None) == (kind is None)
    assert places.place_of(Path(path), tmp_path / "none").network is None


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ada/Dropbox/foi", "Dropbox"),
        ("/home/ada/OneDrive - Campaign Ltd/foi", "OneDrive"),
        ("/home/ada/Nextcloud", "Nextcloud"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/ada/Google Drive/My Drive", "Google Drive"),
        ("/home/ada/Documents/about dropboxes", None),
    ],
)
def test_synchronised_folders_are_known_by_name(folder: str, service: str | None) -> None:
    assert places.place_of(Path(folder) / "case.foitrack").synced == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".dropbox", "Dropbox"), (".sync_0a1b.db", "Nextcloud"), (".stfolder", "Syncthing")],
)
def test_and_by_what_the_service_leaves_there(mark: str, service: str, tmp_path: Path) -> None:
    (tmp_path / mark).touch()
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    warning = places.place_of(deep / "case.foitrack").warning
    assert warning is not None
    assert service in warning
    assert "own disk" in warning


def test_on_a_network_folder_there_is_no_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "is_on_network", lambda path: True)
    case = storage.create(tmp_path / "case.foitrack")
    add_request(case, "One")
    with case.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    assert [path.name for path in tmp_path.iterdir()] == ["case.foitrack"]
    case.close()


def test_whoever_waits_is_told_for_whom(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    assert case.path is not None
    monkeypatch.setattr(sqlite, "BUSY_MS", 20)
    case.close()
    waiting = storage.open_case_file(case.path)
    note = Holder("ada", "desk-3", 7, "2026-11-21T08:30:00+00:00")
    text = json.dumps({name: getattr(note, name) for name in note.__slots__})
    holding.note_of(case.path).write_text(text)
    with closing(sqlite3.connect(case.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        words = "in use by ada on desk-3 since 21 November 2026"
        with pytest.raises(CaseFileError, match=words), waiting.writing():
            pass
    waiting.close()


def test_a_note_is_private_and_goes_with_its_owner(case: CaseFile) -> None:
    assert case.path is not None
    holding.hold(case.path, "ada", NOW)
    assert stat.S_IMODE(holding.note_of(case.path).stat().st_mode) == 0o600
    assert holding.holder(case.path, NOW) is None
    holding.let_go(case.path)
    assert not holding.note_of(case.path).exists()


def test_notes_left_behind_are_known(case: CaseFile) -> None:
    assert case.path is not None
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    note = holding.note_of(case.path)
    mine = holding.hold(case.path, "ada", NOW)
    kept = {"user": "ada", "computer": mine.computer, "since": mine.since}
    note.write_text(json.dumps({**kept, "process": done.pid}))
    assert holding.holder(case.path, NOW) is None
    note.write_text(json.dumps({**kept, "process": os.getppid()}))
    assert holding.holder(case.path, NOW) is not None
    note.write_text(json.dumps({**kept, "computer": "elsewhere", "process": 7}))
    assert holding.holder(case.path, datetime.now(UTC)) is not None
    assert holding.holder(case.path, datetime.now(UTC) + timedelta(minutes=11)) is None
    holding.let_go(case.path)
    assert note.exists()
    for broken in ("", "[]", "{}", '{"user": 1}'):
        note.write_text(broken)
        assert holding.holder(case.path, NOW) is None
