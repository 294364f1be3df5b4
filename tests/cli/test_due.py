"""`foitrack due`: its JSON is a public interface."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from foitrack.cli import program

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (
    '{"law": "FOIA", "body": "general", "events": [{"kind": "received", "on": "2023-03-01"}], '
    '"closed": [["2024-07-24", "2024-09-03"]]}'
)
ANSWER = (
    '{"law": "FOIA", "deadlines": [{"kind": "response", "on": "2023-03-30", "strength": '
    '"statute", "basis": "FOIA s10(1)", "from": "2023-03-01", "working_days": 20, "skipped": '
    '[{"on": "2023-03-17", "why": "St Patrick\'s Day, bank holiday in Northern Ireland"}], '
    '"disregarded": [], "original": null, "also": [], "provisional": false, "assumed": false, '
    '"met": null}], "notes": []}'
)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No list of holidays that the person running the tests has put in place."""
    monkeypatch.setattr("foitrack.holiday_lists.place", lambda: tmp_path / "none.json")


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert program.main(["due", "--json", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def _lines(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    *words: str,
) -> tuple[int, list[str], str]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    status = program.main(["due", "--json-lines", *words])
    printed = capsys.readouterr()
    return status, printed.out.splitlines(), printed.err


def test_the_documented_line_gets_the_documented_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines, err = _lines(monkeypatch, capsys, EXAMPLE + "\n")
    assert (status, lines, err) == (0, [ANSWER], "")


def test_json_of_one_question_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "--event", "received=2023-03-01")
    assert json.dumps(found) == ANSWER


def test_everything_that_a_deadline_can_say(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(
        capsys,
        *("--law", "EIR", "--event", "received=2025-04-02"),
        *("--event", "extension=2025-04-30,until=2025-05-20", "--event", "response=2025-05-21"),
    )
    response, notice, window = found["deadlines"]
    assert (response["on"], response["original"]) == ("2025-05-20", "2025-05-02")
    assert response["met"] == {"on": "2025-05-21", "day": 32, "late": 1}
    (also,) = response["also"]
    assert list(also) == ["on", "basis", "strength", "why"]
    assert also["on"] == "2025-06-03"
    assert notice["kind"] == "extension-notice"
    assert window["kind"] == "review-request"


def test_closed_days_and_body(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(
        capsys,
        *("--body", "school", "--event", "received=2024-07-22"),
        *("--closed", "2024-07-24..2024-09-03", "--as-at", "2024-10-01"),
    )
    response = found["deadlines"][0]
    assert response["on"] == "2024-09-30"
    assert response["disregarded"][0] == "2024-07-24"


def test_explain_adds_every_day(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "--explain", "--event", "received=2023-03-01")
    (response,) = found["deadlines"]
    assert list(response)[-1] == "days"
    assert len(response["days"]) == 30
    assert response["days"][0]["n"] == 0
    assert response["days"][3] == {"on": "2023-03-04", "n": None, "why": "Saturday"}
    assert response["days"][-1] == {"on": "2023-03-30", "n": 20, "why": "working day"}


def test_today_is_the_day_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    silence = ("--law", "FOISA", "--event", "received=2025-04-02")
    before = _json(capsys, *silence, "--as-at", "2025-05-01")
    after = _json(capsys, *silence, "--as-at", "2025-05-02")
    assert [d["kind"] for d in before["deadlines"]] == ["response"]
    assert [d["kind"] for d in after["deadlines"]] == ["response", "review-request"]


def test_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--law", "EIR", "--event", "sent=2028-12-01", "--event", "extension=2028-12-20")
    assert program.main(["due", *words]) == 0
    text = capsys.readouterr().out
    assert "Answer: Thu 1 February 2029" in text
    assert "taking it as received on the day it was sent" in text
    assert "extended from" in text
    assert "provisional: bank holidays after 2028" in text
    assert "Mon 25 December 2028 does not count: Christmas Day" in text


def test_for_a_person_with_days_readings_and_notes(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--law", "FOISA", "--event", "received=2025-04-02", "--event", "response=2025-04-15"]
    words += ["--event", "fees-notice=2025-04-03", "--event", "fee-paid=2025-04-04", "--explain"]
    assert program.main(["due", *words]) == 0
    text = capsys.readouterr().out
    assert "   0  Wed 2 April 2025" in text
    assert "      Fri 18 April 2025  Good Friday, bank holiday in Scotland" in text
    assert "2 working days disregarded" in text
    assert "or Wed 2 July 2025 (FOISA s20(5), statute)" in text
    assert "met on Tue 15 April 2025, day 7, in time" in text
    assert "in calendar days (FOISA s9, statute)" in text


def test_late_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--event", "received=2023-03-01", "--event", "response=2023-03-31"]
    assert program.main(["due", *words]) == 0
    assert "day 21, 1 day late" in capsys.readouterr().out


def test_nothing_to_count_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["due", "--event", "posted=2023-02-20"]) == 1
    text = capsys.readouterr().out
    assert text.startswith("These events give nothing to count from.\nNote: The request was posted")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "--event received=2023-03-01"),
        (["--event", "received=2023-02-30"], "“2023-02-30” is not a date that exists"),
        (["--event", "received=20230301"], "not a date"),
        (["--event", "received=2023-W09"], "not a date"),
        (["--event", "received=2023-W09-3"], "not a date"),
        (["--event", "received="], "“” is not a date"),
        (["--event", "received"], "“received” is not an event"),
        (["--event", "arrived=2023-03-01"], "“arrived” is not a kind of event; there are sent,"),
        (["--event", "extension=2023-03-01,2023-03-02"], "is not an event"),
        (["--event", "extension=2023-03-01,until=soon"], "“soon” is not a date"),
        (["--event", "received=9999-12-31"], "check the year"),
        (["--event", "received=0001-01-01"], "check the year"),
        (["--law", "GDPR", "--event", "received=2023-03-01"], "“GDPR” is not a law; there are"),
        (["--body", "parish", "--event", "received=2023-03-01"], "“parish” is not a kind of body"),
        (["--closed", "2024-07-24", "--event", "received=2023-03-01"], "is not a holiday"),
        (
            ["--closed", "2024-07-24..2024-07-20", "--event", "received=2023-03-01"],
            "ends before it begins",
        ),
        (["--closed", "2024-07-24..x", "--event", "received=2023-03-01"], "“x” is not a date"),
        (["--json-lines", "--event", "received=2023-03-01"], "not --event"),
        (["--as-at", "2023-13-01", "--event", "received=2023-03-01"], "“2023-13-01”"),
        (["--evnet", "received=2023-03-01"], "nrecognized"),
    ],
)
def test_bad_input_is_one_plain_sentence(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["due", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "This is not JSON."),
        ("[" * 100_000, "This is not JSON."),
        ("[]", "must be a JSON object"),
        ("7", "must be a JSON object"),
        ('{"law": "X"}', "“X” is not a law"),
        ('{"law": null}', "“None” is not a law"),
        ('{"law": ["FOIA"]}', "is not a law"),
        ('{"body": 3}', "“3” is not a kind of body"),
        ('{"events": {"kind": "received"}}', "“events” must be a list"),
        ('{"events": ["received"]}', "Each event must have"),
        ('{"events": [{"on": "2023-03-01"}]}', "Each event must have"),
        ('{"events": [{"kind": "received", "on": 20230301}]}', "“20230301” is not a date"),
        ('{"events": [{"kind": "received", "on": "2023-02-29"}]}', "“2023-02-29” is not a date"),
        ('{"events": [{"kind": "received", "on": "9999-12-31"}]}', "check the year"),
        ('{"events": [{"kind": ["x"], "on": "2023-02-28"}]}', "is not a kind of event"),
        ('{"closed": ["2024-07-24"]}', "Each of “closed” must be"),
        ('{"closed": [["2024-07-24", "2024-07-01"]]}', "ends before it begins"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_answered(
    line: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, lines, err = _lines(monkeypatch, capsys, f"{EXAMPLE}\n\n{line}\n{EXAMPLE}\n")
    assert status == 2
    assert [lines[0], lines[2]] == [ANSWER, ANSWER]
    error = json.loads(lines[1])["error"]
    assert error["kind"] == "bad-input"
    assert says in error["message"]
    assert err.startswith("foitrack: Line 3: ")
    assert err.count("\n") == 1


def test_a_byte_that_is_no_text_spoils_its_own_line_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = b'\xff{"law"\n' + EXAMPLE.encode() + b"\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "ascii"))
    assert program.main(["due", "--json-lines"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert "error" in json.loads(lines[0])
    assert lines[1] == ANSWER


def test_lines_leave_out_what_the_options_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = '{"events": [{"kind": "received", "on": "2024-07-22"}, {"kind": "sent", "on": null}]}'
    words = ("--body", "school", "--closed", "2024-07-24..2024-09-03", "--explain")
    status, lines, _ = _lines(monkeypatch, capsys, line, *words)
    assert status == 0
    (response,) = json.loads(lines[0])["deadlines"]
    assert response["on"] == "2024-09-30"
    assert response["days"][-1]["n"] == 20


def test_lines_carry_details_and_announced_dates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = (
        '{"law": "EIR", "events": [{"kind": "sent", "on": "2025-04-02", "detail": "email"}, '
        '{"kind": "extension", "on": "2025-04-20", "until": "2025-05-20", "detail": 3}]}'
    )
    _, lines, _ = _lines(monkeypatch, capsys, line)
    response = json.loads(lines[0])["deadlines"][0]
    assert (response["on"], response["assumed"]) == ("2025-05-20", True)


def test_a_line_without_anything_to_count_from_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines, _ = _lines(monkeypatch, capsys, '{"events": []}\n' + EXAMPLE)
    assert status == 1
    assert json.loads(lines[0]) == {"law": "FOIA", "deadlines": [], "notes": []}
    assert lines[1] == ANSWER


def test_the_commonest_question_loads_no_database_and_computes_no_holidays() -> None:
    code = (
        "import sys\n"
        "from foitrack.cli import program\n"
        "assert program.main(['due', '--json', '--event', 'received=2023-03-01']) == 0\n"
        "heavy = {'sqlalchemy', 'holidays', 'PySide6', 'reportlab', 'alembic', 'pypdfium2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    assert json.loads(done.stdout)["deadlines"][0]["on"] == "2023-03-30"


def test_answers_come_line_by_line() -> None:
    """Whoever asks one question at a time gets each answer before asking the next."""
    with subprocess.Popen(
        [sys.executable, "-m", "foitrack", "due", "--json-lines"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        for _ in range(3):
            asked.stdin.write(EXAMPLE + "\n")
            asked.stdin.flush()
            assert asked.stdout.readline().rstrip("\n") == ANSWER
        asked.stdin.close()
        assert asked.wait() == 0


def test_a_mark_at_the_beginning_is_no_part_of_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _lines(monkeypatch, capsys, "\ufeff" + EXAMPLE + "\r\n") == (0, [ANSWER], "")
