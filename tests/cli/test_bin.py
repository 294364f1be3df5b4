"""`foitrack bin` and `foitrack purge`, as typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.cli.program import main


def test_in_out_and_gone(
    case_file: Path, capsys: pytest.CaptureFixture[str], refused: Callable[..., str]
) -> None:
    assert main(["bin"]) == 0
    assert capsys.readouterr().out == "The bin is empty.\n"
    assert "not in the bin" in refused("purge", "1", "--yes")
    assert main(["bin", "1", "--json"]) == 0
    [binned] = json.loads(capsys.readouterr().out)
    assert (binned["request"], binned["authority"], binned["documents"]) == (1, "Gwent Police", 1)
    assert main(["bin", "1", "--restore"]) == 0
    assert capsys.readouterr().out == "The bin is empty.\n"
    assert main(["bin", "1"]) == 0
    assert "Gwent Police: " in capsys.readouterr().out
    said = refused("purge", "1")
    assert "Gwent Police" in said
    assert "--yes" in said
    assert main(["purge", "1", "--yes"]) == 0
    assert capsys.readouterr().out == "Removed 1 request for good.\n"
    assert "No request is called" in refused("show", "Gwent Police")
    assert b"Gwent" not in case_file.read_bytes().replace(b"gwent.police.uk", b"")


def test_older_and_neither(case_file: Path, refused: Callable[..., str]) -> None:
    assert main(["bin", "1"]) == 0
    assert main(["purge", "--older", "--yes"]) == 0
    assert main(["show", "1"]) == 0
    refused("purge", "--yes")
    refused("purge", "1", "--older", "--yes")
    refused("bin", "--restore")
