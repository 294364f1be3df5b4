"""The command line as a whole: finding commands, global options, and plain complaints."""

from __future__ import annotations

import pytest

from foitrack import __version__
from foitrack.cli.program import COMMANDS, main


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"foitrack {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert "--case-file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "There is no command “nonsense”"),
        (["due", "--event", "received=2023-02-30"], "2023-02-30"),
        (["due", "--no-such-option"], "--no-such-option"),
        (["list", "--case-file", "/no/such/folder/x.foitrack"], "/no/such/folder/x.foitrack"),
        (["list", "--as-at", "yesterday"], "yesterday"),
    ],
)
def test_bad_usage_is_one_plain_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert printed.err.startswith("foitrack: ")
    assert len(printed.err.splitlines()) == 1
    assert "Traceback" not in printed.err


def test_global_options_stand_before_or_behind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "due", "--event", "received=2023-03-01"]) == 0
    before = capsys.readouterr().out
    assert main(["due", "--event", "received=2023-03-01", "--json"]) == 0
    assert capsys.readouterr().out == before
