"""The program as a person starts it, and case files for it to work on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.cli.program import main

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def case_file(examples_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example case file, a copy of its own, and the one that commands use."""
    path = tmp_path / "case.foitrack"
    shutil.copy(examples_made, path)
    monkeypatch.setenv("FOITRACK_CASE_FILE", str(path))
    return path


@pytest.fixture
def program() -> Run:
    """Starts the program in a process of its own."""

    def run(
        *words: str | bytes, input: bytes = b"", encoding: str = "utf-8", **how: object
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {
            **os.environ,
            "PYTHONIOENCODING": encoding,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        how.setdefault("stdout", subprocess.PIPE)
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [sys.executable, "-m", "foitrack", *words],
            input=input,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
            timeout=60,
            **how,
        )

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that must end with status 2 and one plain sentence, which it returns."""

    def run(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("foitrack: ")
        assert len(printed.err.splitlines()) == 1
        return printed.err

    return run
