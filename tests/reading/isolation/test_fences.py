"""What a reader may not do: the network, files, other programs."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack.reading.isolation import Readers
from tests.reading.isolation.conftest import Ask, Fails

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


@pytest.fixture
def port() -> Iterator[int]:
    """Somebody listens here."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_no_network(ask: Ask, port: int) -> None:
    assert set(ask("connects", str(port)).text.split()) == {"FencedError"}


def test_no_network_for_native_code(ask: Ask, port: int) -> None:
    if not has_networks_of_its_own():
        pytest.skip("this system lets no user leave its network")
    assert ask("connects_below", str(port)).text == "shut in"


def has_networks_of_its_own() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    leave = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", leave], check=False).returncode == 0


def test_no_file_is_written_or_removed(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("as it was")
    *refused, read = ask("writes", str(tmp_path)).text.split()
    assert set(refused) == {"FencedError"}
    assert read == "done"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_text() == "as it was"


def test_nothing_is_unpickled(ask: Ask) -> None:
    assert ask("unpickles").text == "FencedError done"


@posix
def test_no_file_is_written_by_native_code(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("as it was")
    assert ask("writes_below", str(tmp_path / "old")).text == "-1"
    assert (tmp_path / "old").read_text() == "as it was"


@posix
def test_no_program_is_started(ask: Ask, tmp_path: Path) -> None:
    program = converter(tmp_path)
    assert set(ask("starts", str(program)).text.split()) == {"FencedError"}


def converter(folder: Path) -> Path:
    """A program of the name of a converter, which copies one file to another."""
    program = folder / "soffice"
    program.write_text('#!/bin/sh\nexec cp "$1" "$2"\n')
    program.chmod(0o700)
    return program


@posix
def test_a_converter_has_room(ask: Ask, tmp_path: Path) -> None:
    size, *rest = ask("converts", str(converter(tmp_path))).text.split()
    assert size == "1000000"
    assert rest == ["FencedError"] * 4 + ["False"]


@posix
def test_a_converter_has_more_time_but_not_for_ever(hasty: Readers, fails: Fails) -> None:
    assert fails("converts_for_ever", by=hasty).kind == "too-slow"


@posix
def test_the_room_is_cleared_after_a_crash(
    hasty: Readers, fails: Fails, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foitrack.reading.worker.process.folder_of_this_run", lambda: tmp_path)
    fails("hangs", by=hasty)  # Its successor is the first to know the folder.
    fails("converts_for_ever", by=hasty)
    assert list(tmp_path.iterdir()) == []


def test_passwords_in_the_environment_are_not_handed_on(
    context: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOITRACK_CASE_FILE", "postgresql://somebody:secret@host/cases")
    with Readers(workers=1, tasks="tests.reading.isolation.hostile") as readers:
        known = readers.read(b"", "environment", context).text.split()  # type: ignore[arg-type]
    assert "PATH" in known
    assert "FOITRACK_CASE_FILE" not in known
