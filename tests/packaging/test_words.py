"""What can be said in another language is found in the sources, and what a catalogue lacks."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.translatable import SCRIPT, every_word, script

ROOT = Path(__file__).parents[2]


def printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, code: str = ""
) -> str:
    """All that can be said, or what a catalogue lacks of it, as the script prints it."""
    main = script()["main"]
    monkeypatch.setitem(main.__globals__, "every_word", lambda: list(every_word()))
    main(code)
    shown = capsys.readouterr()
    assert shown.err == f"{len(shown.out.splitlines()):,} to be said\n"
    return shown.out


def test_the_windows_words_and_the_cores_sentences_are_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = tomllib.loads(printed(capsys, monkeypatch))
    assert {"Today", "Waiting", "{0} working days", "&New request…"} <= read.keys()
    assert "{0} requests are overdue." in read
    assert "If the answer does not satisfy you, ask for an internal review by {0}." in read
    # Errors: one that names something, one that does not, one whose words stand apart.
    assert "There is no request {0} in this case file. Nothing was changed." in read
    assert any(one.startswith("Only {0}, who owns the tables at {1}") for one in read)
    assert any(one.startswith("A case file on this computer has no roles") for one in read)
    assert not {"{0}", "{0} {1}", "", "QPushButton"} & read.keys()


def test_what_a_catalogue_lacks_is_ready_to_be_filled_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = printed(capsys, monkeypatch).splitlines()
    left = printed(capsys, monkeypatch, "cy").splitlines()
    catalogue = (ROOT / "resources" / "translations" / "cy.toml").read_text("utf-8")
    assert 0 < len(left) < len(every) and set(left) < set(every)
    assert '"Today" = ""' not in left and '"Today" = "' in catalogue
    assert '"{0} requests are overdue." = ""' in left


@pytest.mark.extended
def test_the_script_prints_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, str(SCRIPT), "cy"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == printed(capsys, monkeypatch, "cy")
    assert ended.stderr == f"{len(ended.stdout.splitlines()):,} to be said\n"
