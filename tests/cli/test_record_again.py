"""A letter that comes again is recorded once: counted twice it would spoil every figure."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets
from foitrack.cli.program import main

LETTER = """Kent Police

2 March 2023

The information that you asked for is exempt from disclosure by virtue of section 40(2) of the
Freedom of Information Act 2000 (personal information), and is withheld.
"""


class Cli:
    """Commands whose JSON is looked at."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def json(self, *words: str) -> Any:
        assert main([*words, "--json"]) == 0
        return json.loads(self.capsys.readouterr().out)


@pytest.fixture
def cli(case_file: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER)
    return str(path)


@pytest.fixture
def request_id(cli: Cli) -> str:
    words = ("add", "--authority", "Kent Police", "--title", "A", "--sent", "2023-02-20")
    return str(cli.json(*words)["id"])


@pytest.mark.parametrize("accept", ["all", "none"])
@pytest.mark.parametrize("number", [0, 3])
def test_what_is_recorded_is_not_recorded_again(number: int, accept: str, cli: Cli) -> None:
    seed = sorted(assets.seed_folder().glob("*.txt"))[number]
    before = cli.json("show", str(number + 1))
    [result] = cli.json("record", str(number + 1), str(seed), "--accept", accept)
    assert result["recorded"]
    assert "recorded with request" in result["message"]
    assert "nothing was changed" in result["message"]
    assert cli.json("show", str(number + 1)) == before


def test_what_waits_to_be_confirmed_is_confirmed(cli: Cli, letter: str, request_id: str) -> None:
    [kept] = cli.json("record", request_id, letter)
    [again] = cli.json("record", request_id, letter)
    [recorded] = cli.json("record", request_id, letter, "--accept", "all")
    assert kept["response"] == again["response"] == recorded["response"]
    assert [kept["recorded"], again["recorded"], recorded["recorded"]] == [False, False, True]
    found = cli.json("show", request_id)
    assert len(found["responses"]) == 1
    assert found["state"] == "answered"


def test_the_same_letter_twice_in_one_command(cli: Cli, letter: str, request_id: str) -> None:
    first, second = cli.json("record", request_id, letter, letter, "--accept", "all")
    assert first["response"] == second["response"]
    assert len(cli.json("show", request_id)["responses"]) == 1


def test_the_same_letter_may_answer_another_request(cli: Cli, letter: str, request_id: str) -> None:
    cli.json("record", request_id, letter, "--accept", "all")
    other = str(cli.json("add", "--authority", "Kent Police", "--title", "B")["id"])
    [result] = cli.json("record", other, letter, "--accept", "all")
    assert result["request"] == int(other)
    assert len(cli.json("show", other)["responses"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere names of files are always text.")
def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(
    cli: Cli, tmp_path: Path, request_id: str
) -> None:
    path = tmp_path / os.fsdecode(b"let\xffter.txt")
    path.write_text(LETTER)
    [result] = cli.json("record", request_id, str(path))
    assert result["file"] == "let?ter.txt"
    assert result["message"].endswith("to be confirmed.")
