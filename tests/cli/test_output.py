"""Where output goes may be closed, full, or of an encoding that lacks letters."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from foitrack.cli.program import main
from tests.cli.conftest import Run

FULL = Path("/dev/full")
DUE = ("due", "--event", "received=2023-03-01")
needs_full_disk = pytest.mark.skipif(not FULL.exists(), reason="Only Linux has /dev/full.")


def test_letters_that_the_terminal_lacks_are_escaped(program: Run) -> None:
    said = program("cite", "s40(2)", encoding="ascii")
    assert said.returncode == 0
    assert said.stderr == b""
    assert rb"\u201cs40(2)\u201d" in said.stdout


def test_json_stays_json_where_letters_are_lacking(tmp_path: Path, program: Run) -> None:
    letter = tmp_path / "\U0001f600 letter.txt"
    letter.write_text("It relies on section 40(2).", "utf-8")
    said = program("read", str(letter), "--json", encoding="cp1252")
    assert said.returncode == 0
    assert json.loads(said.stdout)["file"] == str(letter)


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere names of files are always text.")
def test_bytes_that_are_no_text_are_a_plain_sentence(
    case_file: Path, program: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    def listed() -> str:
        assert main(["list", "--json"]) == 0
        return capsys.readouterr().out

    before = listed()
    for words in (["show", b"\xff"], ["add", "--authority", "Gwent Police", "--title", b"\xff"]):
        said = program(*words)
        assert said.returncode == 2
        assert b"bytes that are no text" in said.stderr
        assert len(said.stderr.splitlines()) == 1
    assert listed() == before


@pytest.mark.parametrize("question", [b'{"law": "\\ud800"}', b'{"text": "a", "law": "\\ud800"}'])
def test_half_a_letter_in_json_spoils_its_line_only(question: bytes, program: Run) -> None:
    command = "cite" if b"text" in question else "due"
    said = program(command, "--json-lines", input=question + b"\n" + question)
    assert said.returncode == 2
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert [answer["error"]["kind"] for answer in answers] == ["bad-input"] * 2


@needs_full_disk
@pytest.mark.parametrize("words", [DUE, (*DUE, "--json"), ("--version",)])
def test_a_full_disk_is_a_plain_sentence(words: tuple[str, ...], program: Run) -> None:
    with FULL.open("wb") as full:
        said = program(*words, stdout=full)
    assert said.returncode == 2
    assert said.stderr.startswith(b"foitrack: The output cannot be written")
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands no closed output down.")
def test_closed_output_is_no_error(program: Run) -> None:
    import os

    said = program(*DUE, stdout=None, preexec_fn=lambda: os.close(1))
    assert said.returncode == 0
    assert said.stderr == b""
