"""Which case file a command uses, and files that are none: refused, and left as they are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.cli.program import main

Refused = Callable[..., str]


def _text(path: Path, whole: bytes) -> None:
    path.write_bytes(b"Dear Sir\n")


def _empty(path: Path, whole: bytes) -> None:
    path.write_bytes(b"")


def _other(path: Path, whole: bytes) -> None:
    path.unlink()
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE request (id)")
    raw.close()


def _newer(path: Path, whole: bytes) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()


def _cut(size: float) -> Callable[[Path, bytes], None]:
    def cut(path: Path, whole: bytes) -> None:
        path.write_bytes(whole[: int(len(whole) * size)])

    return cut


SPOILT = {
    "not a case file": _text,
    "is not a case file": _empty,
    "not a case file of": _other,
    "newer FOI Track": _newer,
    "is damaged": _cut(0.5),
    "damaged": _cut(0.01),
}
COMMANDS = (
    ("list",),
    ("agenda", "--json"),
    ("show", "1"),
    ("add", "--authority", "Gwent Police", "--title", "A"),
    ("event", "1", "chased=2023-04-04"),
)


@pytest.mark.parametrize("said", SPOILT)
def test_what_is_no_case_file_is_refused_and_left(
    said: str, case_file: Path, refused: Refused
) -> None:
    SPOILT[said](case_file, case_file.read_bytes())
    before = case_file.read_bytes()
    for words in COMMANDS:
        assert said in refused(*words)
    assert case_file.read_bytes() == before


def test_the_address_of_a_sqlite_file_names_it(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list"]) == 0
    listed = capsys.readouterr().out
    assert main(["list", "--case-file", f"sqlite:///{case_file}"]) == 0
    assert capsys.readouterr().out == listed


def test_any_other_address_is_refused(refused: Refused) -> None:
    said = refused("list", "--case-file", "mysql://ada:hidden@somewhere/cases")
    assert "“mysql://ada@somewhere/cases” is an address of a kind" in said


def test_a_case_file_is_begun_and_its_absence_says_how(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    refused: Refused,
) -> None:
    path = tmp_path / "a folder" / "mine.foitrack"
    monkeypatch.setenv("FOITRACK_CASE_FILE", str(path))
    assert "“foitrack new” begins one there" in refused("list")
    assert main(["new", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(path)}
    assert main(["add", "--authority", "Gwent Police", "--title", "A"]) == 0
    before = path.read_bytes()
    refused("new", str(path))
    assert path.read_bytes() == before
    assert main(["list"]) == 0
    assert "Gwent Police" in capsys.readouterr().out
