"""Processes that work until they are killed, forked from one that has everything loaded."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Nursery:
    """One module's workers; see `bear` of each."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Let no more be born."""
        self._process.communicate()

    def kill_one(self, told: list[Any], notes: Path, seconds: float) -> None:
        """Have one work, and kill it some time after it noted that it is ready."""
        assert self._process.stdin is not None and self._process.stdout is not None
        print(json.dumps(told), file=self._process.stdin, flush=True)
        child = int(self._process.stdout.readline())
        try:
            _until_ready(notes)
            time.sleep(seconds)
        finally:
            os.kill(child, signal.SIGKILL)
            status = int(self._process.stdout.readline())
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def _until_ready(notes: Path) -> None:
    for _ in range(6000):
        if notes.exists() and b"ready" in notes.read_bytes():
            return
        time.sleep(0.005)
    raise AssertionError("nobody ever began")
