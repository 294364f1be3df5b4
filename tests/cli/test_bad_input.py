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


@pytest.mark.parametrize("command", ["list", "agenda", "show 5", "due --event chased=2023-03-01"])
@pytest.mark.parametrize("as_at", ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])
def test_a_today_too_far_off_to_count_from(
    as_at: str, command: str, case_file: Path, refused: Refused
) -> None:
    assert "outside the years" in refused(*command.split(), "--as-at", as_at)


@pytest.mark.parametrize("as_at", ["2000-01-01", "2099-12-31"])
def test_the_last_days_that_can_be_today(
    as_at: str, case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["add", "--authority", "Gwent Police", "--title", "A"]
    assert main([*words, "--sent", as_at, "--as-at", as_at]) == 0
    for command in (["list"], ["agenda"], ["show", "6"]):
        assert main([*command, "--as-at", as_at]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "  "])
def test_a_new_authority_needs_a_name(name: str, case_file: Path, refused: Refused) -> None:
    words = ["add", "--new-authority", "--authority", name, "--title", "A"]
    assert "No authority is called" in refused(*words)


@pytest.mark.parametrize("place", ["", "."])
def test_a_demo_needs_the_name_of_a_file(place: str, refused: Refused) -> None:
    assert "no name for a case file" in refused("demo", place)


def test_a_demo_beneath_a_file(tmp_path: Path, refused: Refused) -> None:
    there = tmp_path / "letter.txt"
    there.write_text("Dear Sir")
    assert f"{there} is a file, not a folder" in refused("demo", str(there / "x.foitrack"))
    assert there.read_text() == "Dear Sir"


def test_a_demo_that_cannot_be_finished_leaves_nothing(tmp_path: Path, refused: Refused) -> None:
    place = tmp_path / "demo.foitrack"
    # Before the example requests were sent.
    assert "still to come" in refused("demo", str(place), "--as-at", "2001-01-01")
    assert list(tmp_path.iterdir()) == []
