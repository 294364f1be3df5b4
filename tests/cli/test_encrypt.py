"""`foitrack encrypt`: the passphrase from a file or a person, never from an argument."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack import assets, passphrases
from foitrack.casefile import encryption
from foitrack.cli import program
from foitrack.desk.desk import create

pytest.importorskip("sqlcipher3")
WORD = "four words are enough"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    monkeypatch.delenv(passphrases.VARIABLE, raising=False)
    encryption.forget()
    yield
    encryption.forget()
    passphrases.ask_by(None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "case.foitrack"
    create(place, assets.reference()).close()
    return place


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person at a terminal types, in order."""
    given: list[str] = []
    monkeypatch.setattr(passphrases, "on_terminal", lambda: True)
    monkeypatch.setattr(passphrases, "typed", lambda prompt: given.pop(0))
    return given


def words_in(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def listed(path: Path) -> int:
    encryption.forget()
    return program.main(["--case-file", str(path), "list"])


def test_scripts_name_files(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (words_in(tmp_path / f"{w}.txt", w + "\n") for w in (WORD, "another word"))
    assert program.main(["encrypt", str(path), "--new-passphrase-file", first]) == 0
    assert not path.read_bytes().startswith(encryption.PLAIN)
    assert listed(path) == 2
    assert "protected with a passphrase" in capsys.readouterr().err
    monkeypatch.setenv(passphrases.VARIABLE, first)
    assert listed(path) == 0
    assert program.main(["encrypt", str(path), "--new-passphrase-file", second]) == 0
    assert listed(path) == 2
    assert "does not open" in capsys.readouterr().err
    monkeypatch.setenv(passphrases.VARIABLE, second)
    assert listed(path) == 0
    assert program.main(["encrypt", str(path), "--off"]) == 0
    assert path.read_bytes().startswith(encryption.PLAIN)
    printed = capsys.readouterr()
    assert WORD not in printed.out + printed.err


def test_a_person_types_it_twice(
    path: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers += [WORD, WORD + "s"]
    assert program.main(["encrypt", str(path)]) == 2
    assert "not the same" in capsys.readouterr().err
    assert path.read_bytes().startswith(encryption.PLAIN)
    answers += [WORD, WORD]
    assert program.main(["encrypt", str(path)]) == 0
    said = capsys.readouterr().err
    assert "nobody can open the case file" in said
    assert "Long enough" in said
    answers += [WORD]
    assert listed(path) == 0
    answers += ["wrong"]
    assert listed(path) == 2


def test_it_is_never_an_argument(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["encrypt", str(path), "--passphrase", WORD]) == 2
    assert program.main(["encrypt", str(path), WORD]) == 2
    assert program.main(["encrypt", str(path)]) == 2
    assert "--new-passphrase-file" in capsys.readouterr().err
    assert path.read_bytes().startswith(encryption.PLAIN)


@pytest.mark.parametrize("text", ["", "\nsecond line"])
def test_an_empty_file_is_no_passphrase(path: Path, tmp_path: Path, text: str) -> None:
    named = words_in(tmp_path / "w.txt", text)
    assert program.main(["encrypt", str(path), "--new-passphrase-file", named]) == 2
    assert path.read_bytes().startswith(encryption.PLAIN)


def test_what_has_no_passphrase_or_is_no_case_file_is_left_alone(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["encrypt", str(path), "--off"]) == 2
    assert "has no passphrase" in capsys.readouterr().err
    letter = tmp_path / "letter.txt"
    named = words_in(tmp_path / "w.txt", WORD)
    letter.write_text("Dear Sir or Madam")
    assert program.main(["encrypt", str(letter), "--new-passphrase-file", named]) == 2
    assert letter.read_text() == "Dear Sir or Madam"


def test_check_and_backup_work_on_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named = words_in(tmp_path / "w.txt", WORD)
    assert program.main(["encrypt", str(path), "--new-passphrase-file", named]) == 0
    encryption.forget()
    assert program.main(["--case-file", str(path), "check"]) == 2
    assert "damaged" not in capsys.readouterr().out
    monkeypatch.setenv(passphrases.VARIABLE, named)
    assert program.main(["--case-file", str(path), "check"]) == 0
    assert program.main(["--case-file", str(path), "backup"]) == 0
    encryption.forget()
    monkeypatch.delenv(passphrases.VARIABLE)
    assert program.main(["--case-file", str(path), "check"]) == 2
    assert "protected with a passphrase" in capsys.readouterr().err
