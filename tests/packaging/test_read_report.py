"""The report on a folder of letters, run as a person runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from foitrack.assets import seed_folder

SCRIPT = Path(__file__).parents[2] / "packaging" / "read_report.py"


def report(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_folder_is_told_document_by_document(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    (folder / "more").mkdir(parents=True)
    [gwent] = seed_folder().glob("000_*.txt")
    [staffordshire] = seed_folder().glob("004_*.txt")
    shutil.copy(gwent, folder / "gwent.txt")
    shutil.copy(staffordshire, folder / "more" / "staffordshire.txt")
    (folder / "empty.pdf").write_bytes(b"")
    done = report(str(folder), "--keep", str(tmp_path / "kept.jsonl"))
    assert done.returncode == 0, done.stderr
    assert "Not read: “empty.pdf” is empty" in done.stdout
    assert "Table 3" in done.stdout
    assert "2 read in" in done.stdout
    assert "authority           2 of 2" in done.stdout
    assert "Outcomes: disclosed 1, part-disclosed 1" in done.stdout
    assert "Not read: empty 1" in done.stdout
    kept = [json.loads(line) for line in (tmp_path / "kept.jsonl").read_text("utf-8").splitlines()]
    assert [one["file"] for one in kept] == ["empty.pdf", "gwent.txt", "more/staffordshire.txt"]
    assert kept[2]["exemptions"] == ["FOIA s31(1)(g)", "FOIA s40(2)"]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    done = report(str(tmp_path))
    assert done.returncode == 2
    assert "There is no file in" in done.stderr
