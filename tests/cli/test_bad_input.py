"""What a person may mistype to the case file's commands: one plain sentence, nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.cli.program import main

Refused = Callable[..., str]


@pytest.mark.parametrize("typed", ["99", "0", "-1", "", "²", "9" * 30, "%"])
def test_no_such_request(typed: str, case_file: Path, refused: Refused) -> None:
    assert f"No request is called “{typed}”" in refused("show", typed)


@pytest.mark.parametrize("output", ["", ".", "..", "/"])
def test_a_summary_needs_the_name_of_a_file(output: str, case_file: Path, refused: Refused) -> None:
    assert "no name for a file" in refused("summary", "-o", output)


def test_a_title_is_one_line(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--authority", "Gwent Police", "--title", " One\n two "]) == 0
    assert "  One two  " in capsys.readouterr().out


def test_a_mark_before_the_first_authority_is_no_part_of_its_name(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes(b"\xef\xbb\xbfBorchester Council\r\n\r\n  Kent Police \r\n")
    words = ["add", "--authorities-file", str(names), "--title", "A", "--new-authority"]
    assert main(words) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("6  Borchester Council  A")
    assert second.startswith("7  Kent Police  A")
