"""Disk full, a limit, rights lost, a folder gone: a plain message, nothing lost, work goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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


@pytest.mark.parametrize("fault", WORDS)
def test_each_fault_ends_with_a_plain_message(fault: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.faults", fault, str(path), "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for found in json.loads(done.stdout):
        assert any(words in found["said"] for words in WORDS[fault]), found
        assert "Nothing was changed" in found["said"]
        assert (found["wrong"], found["error_after"]) == ([], ""), found
