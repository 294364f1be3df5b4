"""Copies for other programs: for their owner alone, read-only, and gone afterwards."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from foitrack import private_files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
NOBODY = 2**22 + 1
"""A number that no process has."""


@pytest.fixture(autouse=True)
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(private_files, "_ROOM", 0)
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_copy_is_read_only_and_private_and_gone_at_the_end(running: Path) -> None:
    before = os.umask(0)
    try:
        path = private_files.read_only_copy("Letter (1).txt", b"what they wrote")
    finally:
        os.umask(before)
    assert path.name == "Letter (1).txt"
    assert path.read_bytes() == b"what they wrote"
    assert mode(path) == 0o400
    assert path.is_relative_to(running)
    for folder in path.parents:
        if folder.is_relative_to(running):
            assert mode(folder) == 0o700
    private_files.remove_own()
    assert not [path for path in running.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", ".bashrc", "", "..", "a\nb;rm -rf.txt", "x" * 300]
)
def test_a_name_cannot_leave_the_folder_or_hide(name: str, running: Path) -> None:
    path = private_files.read_only_copy(name, b"")
    assert path.resolve().is_relative_to(running / "foitrack" / "private")
    assert not path.name.startswith(".")
    assert len(path.name) <= 120
    private_files.remove_own()


def test_two_of_the_same_name_are_two(running: Path) -> None:
    one, other = (private_files.read_only_copy("a.txt", data) for data in (b"1", b"2"))
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    private_files.remove_own()


def test_what_a_run_left_is_removed_at_the_next_start(running: Path) -> None:
    own = private_files.read_only_copy("own.txt", b"")
    others = private_files.root() / f"run-{os.getppid()}"
    left = private_files.root() / f"run-{NOBODY}"
    foreign = private_files.root() / "notes"
    for folder in (others, left, foreign):
        folder.mkdir()
        (folder / "letter.txt").write_text("what they wrote")
    assert private_files.remove_left_overs() == 1
    assert not left.exists()
    assert own.exists()
    assert (others / "letter.txt").exists()
    assert (foreign / "letter.txt").exists()
    private_files.remove_own()


def test_a_link_is_not_followed(running: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "letter.txt").write_text("mine")
    (private_files.root() / f"run-{NOBODY}").symlink_to(victim)
    private_files.remove_left_overs()
    assert (victim / "letter.txt").exists()


def test_a_folder_that_others_may_enter_is_not_used(running: Path, tmp_path: Path) -> None:
    private_files.root().chmod(0o755)
    assert private_files.root().is_relative_to(tmp_path / "cache")
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "cache" / "foitrack" / "private").rmdir()
    (tmp_path / "cache" / "foitrack" / "private").symlink_to(tmp_path / "elsewhere")
    found = private_files.root()
    assert not found.is_relative_to(tmp_path)
    assert mode(found) == 0o700


def test_little_memory_is_left_alone(
    running: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_files, "_ROOM", 10**18)
    assert private_files.root().is_relative_to(tmp_path / "cache")


def test_a_run_that_ends_leaves_nothing(running: Path) -> None:
    code = (
        "import os\nfrom foitrack.private_files import read_only_copy\n"
        "print(read_only_copy('a.txt', b'1'))\n"
        "child = os.fork()\nif child == 0: raise SystemExit\nos.wait()\n"
        "assert list(__import__('foitrack.private_files').private_files.root().rglob('a.txt'))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not Path(run.stdout.strip()).exists()
    assert list(private_files.root().iterdir()) == []
