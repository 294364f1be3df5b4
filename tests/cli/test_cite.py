"""`foitrack cite`: its JSON shape, its lines, and its complaints."""

from __future__ import annotations

import io
import json
import sys

import pytest

from foitrack.cli.program import main

CITED = ["provision", "with", "kind", "title", "effect", "basis", "text", "start", "end"]
MENTIONED = ["provision", "kind", "title", "why", "text", "start", "end"]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_json_has_the_public_shape(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Section 31(1)(g) by virtue of (2)(b); see Section 17."
    assert main(["cite", text, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["cited", "mentioned"]
    assert [list(one) for one in answer["cited"]] == [CITED]
    assert [list(one) for one in answer["mentioned"]] == [MENTIONED]
    assert answer["cited"][0] == {
        "provision": "FOIA s31(1)(g)",
        "with": ["FOIA s31(2)(b)"],
        "kind": "exemption",
        "title": "Law enforcement",
        "effect": "qualified",
        "basis": "prejudice",
        "text": "Section 31(1)(g)",
        "start": 0,
        "end": 16,
    }
    assert answer["mentioned"][0]["provision"] == "FOIA s17"


def test_a_person_reads_provision_title_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = "s.12(1) and section 40(2), by section 40(3A)(a), of FOIA; section 16 advice"
    assert main(["cite", text]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FOIA s12(1): Exemption where cost of compliance exceeds")
    assert lines[1] == "    “s.12(1)”, from character 0"
    assert lines[2] == "FOIA s40(2), with FOIA s40(3A)(a): Personal information (absolute, class)"
    assert lines[4] == "Mentioned only:"
    assert lines[5] == "    FOIA s16: a duty or procedure, not a ground of refusal"


def test_nothing_cited_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "We hold no such information."]) == 0
    assert capsys.readouterr().out == "Nothing is cited.\n"


@pytest.mark.parametrize(
    ("law", "provision"),
    [("FOIA", "FOIA s35(1)(a)"), ("FOISA", "FOISA s35(1)(a)"), ("EISR", "FOISA s35(1)(a)")],
)
def test_the_law_is_the_context(
    law: str, provision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "--law", law, "--json", "section 35(1)(a) applies"]) == 0
    assert json.loads(capsys.readouterr().out)["cited"][0]["provision"] == provision


def test_standard_input_keeps_its_places(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Dear sir,\r\n\r\nIt’s exempt under s40(2).\r\n"
    feed(monkeypatch, text.encode())
    assert main(["cite", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["cited"][0]
    assert text[found["start"] : found["end"]] == "s40(2)"


def test_bytes_that_are_no_utf8_are_survived(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, b"\xff\xfe exempt under section 40(2)\x00")
    assert main(["cite", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cited"][0]["provision"] == "FOIA s40(2)"


def test_lines_are_answered_one_by_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        {"text": "exempt under section 35(1)(a)", "law": "FOISA"},
        {"text": "exempt under section 40(2)"},
        {"text": "Information about Students (FOI s40, EIR R13)", "law": "mixed"},
        {"text": "exempt under section 12", "law": None},
        {"text": "Section 21 notice", "law": "FOIA"},
    ]
    lines = "\n".join(json.dumps(line) for line in asked) + "\n\n"
    feed(monkeypatch, lines.encode())
    assert main(["cite", "--json-lines"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[c["provision"] for c in answer["cited"]] for answer in answers] == [
        ["FOISA s35(1)(a)"],
        ["FOIA s40(2)"],
        ["FOIA s40", "EIR r13"],
        ["FOIA s12"],
        [],
    ]


def test_lines_without_a_law_take_the_one_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"text": "section 38(1)(b) applies"}\n'))
    assert main(["cite", "--json-lines", "--law", "FOISA"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["cited"][0]["provision"] == "FOISA s38(1)(b)"


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '"text"',
        "{}",
        '{"text": 3}',
        '{"text": "s40", "law": "GDPR"}',
        '{"text": "s40", "law": 3}',
        '{"text": "s40", "law": ["FOIA"]}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_said_and_does_not_stop_the_rest(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, f'{line}\n{{"text": "exempt under s40(2)"}}\n'.encode())
    assert main(["cite", "--json-lines"]) == 2
    printed = capsys.readouterr()
    bad, good = (json.loads(answer) for answer in printed.out.splitlines())
    assert bad["error"]["kind"] == "bad-input"
    assert good["cited"][0]["provision"] == "FOIA s40(2)"
    assert printed.err.startswith("foitrack: Line 1: ")
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("argv", [["cite", "s40", "--law", "DPA"], ["cite", "s40", "--json-lines"]])
def test_bad_usage_is_one_plain_sentence(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("foitrack: ")
    assert printed.err.count("\n") == 1


def test_citing_needs_no_database_nor_window() -> None:
    import subprocess

    code = (
        "import sys; from foitrack.cli.program import main; main(['cite', 's40(2) FOIA']);"
        "print([m for m in ('sqlalchemy', 'PySide6', 'reportlab', 'holidays') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
