"""A day's work, on the command line and in the window, tries no network at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from foitrack import assets

LETTERS = [str(next(assets.seed_folder().glob(f"{number}*.txt"))) for number in ("004", "001")]


def told(folder: Path, **more: str) -> dict[str, Any]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FOITRACK")}
    run = subprocess.run(
        [sys.executable, "-m", "tests.privacy.main_flows", str(folder), *LETTERS],
        cwd=Path(__file__).parents[2],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder), **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    [line] = [line for line in run.stdout.splitlines() if line.startswith("told ")]
    found: dict[str, Any] = json.loads(line.removeprefix("told "))
    return found


def test_nothing_is_tried(tmp_path: Path) -> None:
    found = told(tmp_path)
    assert found["tried"] == []
    assert found["native"] == 0
    assert (tmp_path / "summary.pdf").stat().st_size > 10_000


def test_the_watchers_see_a_try(tmp_path: Path) -> None:
    found = told(tmp_path, TRY_THE_NETWORK="yes")
    assert found["tried"] == ["socket.getaddrinfo"]
    assert found["native"] > 0 or not found["apart"]
