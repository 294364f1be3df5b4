"""What can be said in another language is found in the sources, and what a catalogue lacks."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "words.py"


def printed(*codes: str) -> list[str]:
    command = [sys.executable, str(SCRIPT), *codes]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = ended.stdout.splitlines()
    assert ended.stderr == f"{len(lines):,} to be said\n"
    return lines


def test_the_windows_words_and_the_cores_sentences_are_found() -> None:
    read = tomllib.loads("\n".join(printed()))
    assert {"Today", "Waiting", "{0} working days", "&New request…"} <= read.keys()
    assert {"{0} overdue.", "Log request to {0}", "{0} in {1}"} <= read.keys()
    assert "If the answer does not satisfy you, ask for an internal review by {0}." in read
    # Errors: one that names something, one that does not, one whose words stand apart.
    assert "There is no request {0} in this case file. Nothing was changed." in read
    assert any(one.startswith("Only {0}, who owns the tables at {1}") for one in read)
    assert any(one.startswith("A case file on this computer has no roles") for one in read)
    assert not {"{0}", "{0} {1}", "", "QPushButton"} & read.keys()


def test_what_a_catalogue_lacks_is_ready_to_be_filled_in() -> None:
    every, left = printed(), printed("cy")
    catalogue = (ROOT / "resources" / "translations" / "cy.toml").read_text("utf-8")
    assert 0 < len(left) < len(every) and set(left) < set(every)
    assert '"Today" = ""' not in left and '"Today" = "' in catalogue
    assert '"{0} overdue." = ""' in left
