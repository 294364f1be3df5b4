"""The command line on a case file that lies on a server."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator

import pytest

from foitrack.cli.program import main
from tests.postgres_server import Server


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("server") / "example.foitrack")
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["--as-at", "2023-03-28", "demo", path]) == 0
    return path


@pytest.fixture(scope="module")
def copied(postgres: Server, example: str) -> str:
    """The name of a database that the examples were copied into."""
    address, told = postgres.make("copied_by_the_command"), io.StringIO()
    with contextlib.redirect_stdout(told):
        assert main(["copy", example, address]) == 0
    assert "Every row was read back" in told.getvalue()
    assert postgres.password not in told.getvalue()
    return "copied_by_the_command"


@pytest.fixture
def address(postgres: Server, copied: str) -> Iterator[str]:
    made = postgres.fresh(copied)
    yield made
    postgres.drop(made)


def test_the_same_is_listed_as_in_a_file(
    address: str, example: str, postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for place in (example, address):
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
