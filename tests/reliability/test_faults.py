"""Disk full, a limit, rights lost, a folder gone: a plain message, nothing lost, work goes on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.nursery import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and modes of POSIX")
WORDS = {
    "disk full": ("disk is full",),
    "file-size limit": ("disk is full", "as large as this"),
    "permission lost": ("read-only; to go on, copy it", "cannot be reached"),
    "folder vanished": ("cannot be reached",),
    "another file in its place": ("Another file lies at",),
}


@pytest.fixture(scope="module")
def suffered(
    example_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, list[dict[str, Any]]], str]:
    """What was found of each fault, one after the other in one process; and what it complained."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("faults") / "case.foitrack"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.faults", ",".join(WORDS), str(path), "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # After one that brings the process down the others are not there.
    told = zip(WORDS, map(json.loads, done.stdout.splitlines()), strict=False)
    return dict(told), done.stderr


@pytest.mark.parametrize("fault", WORDS)
def test_each_fault_ends_with_a_plain_message(
    fault: str, suffered: tuple[dict[str, list[dict[str, Any]]], str]
) -> None:
    told, complained = suffered
    assert told.get(fault), complained
    for found in told[fault]:
        assert any(words in found["said"] for words in WORDS[fault]), found
        assert "Nothing was changed" in found["said"]
        assert (found["wrong"], found["error_after"]) == ([], ""), found
