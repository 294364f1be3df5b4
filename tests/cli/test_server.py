"""The command line on a case file that lies on a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foitrack.cli.program import main
from tests.postgres_server import Server


@pytest.fixture
def address(postgres: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "example.foitrack")
    assert main(["--as-at", "2023-03-28", "demo", path]) == 0
    address = postgres.fresh()
    capsys.readouterr()
    assert main(["copy", path, address]) == 0
    told = capsys.readouterr().out
    assert "Every row was read back" in told
    assert postgres.password not in told
    return address


def test_the_same_is_listed_as_in_a_file(
    address: str, tmp_path: Path, postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for place in (str(tmp_path / "example.foitrack"), address):
        for command in (["list"], ["agenda"], ["show", "1"]):
            assert main(["--case-file", place, "--as-at", "2023-03-28", "--json", *command]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert postgres.password not in said[1]


def test_what_is_added_there_is_there(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--case-file", address, "--as-at", "2023-03-28", "--json"]
    added = ["add", "--title", "River", "--authority", "Kent Police", "--sent", "2023-03-01"]
    assert main([*where, *added]) == 0
    capsys.readouterr()
    assert main([*where, "list"]) == 0
    assert "River" in json.dumps(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    "command",
    [["backup"], ["check"], ["upgrade"]],
)
def test_what_is_for_files_only_says_so(
    address: str, command: list[str], postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["--case-file", address, *command]) == 2
    told = capsys.readouterr().err
    assert "on this computer only" in told
    assert postgres.password not in told


def test_a_place_that_cannot_be_meant(postgres: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copy", "nowhere.foitrack", "mysql://ada:hidden@server/cases"]) == 2
    told = capsys.readouterr().err
    assert "cannot open" in told
    assert "hidden" not in told
