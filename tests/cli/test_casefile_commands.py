"""The case file's commands, as typed: what they print, and what they refuse."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets
from foitrack.casefile import storage
from foitrack.cli import program

AS_AT = "2023-03-28"
LETTER = """Kent Police

Our reference: 79/23

2 March 2023

The information that you asked for is exempt from disclosure by virtue of section 40(2) of the
Freedom of Information Act 2000 (personal information), and is withheld. This letter is a refusal
notice under section 17 of the Act.
"""


class Shell:
    """Runs `foitrack` on one case file and keeps what it prints."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.capsys = capsys

    def run(self, *words: str, status: int = 0) -> tuple[str, str]:
        argv = ["--case-file", str(self.path), "--as-at", AS_AT, *words]
        assert program.main(argv) == status, self.capsys.readouterr()
        printed = self.capsys.readouterr()
        return printed.out, printed.err

    def json(self, *words: str) -> Any:
        return json.loads(self.run(*words, "--json")[0])

    def refused(self, *words: str) -> str:
        """The one plain sentence of a refusal, with which nothing was changed."""
        before = state(self.path)
        out, err = self.run(*words, status=2)
        assert out == ""
        assert err.startswith("foitrack: ")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        assert state(self.path) == before
        return err


def state(path: Path) -> list[str] | bytes | None:
    """What a case file holds; the search index, which may be laid out in many ways, aside."""
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path)) as raw:
            every = list(raw.iterdump())
    except sqlite3.DatabaseError:
        return path.read_bytes()
    return [line for line in every if "request_index" not in line]


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.foitrack"
    assert program.main(["--as-at", AS_AT, "demo", str(path)]) == 0
    return path


@pytest.fixture
def shell(demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell beside a copy of the example case file."""
    path = tmp_path / "case.foitrack"
    shutil.copy(demo_file, path)
    capsys.readouterr()
    return Shell(path, capsys)


def letter(folder: Path, text: str = LETTER, name: str = "letter.txt") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def seed(number: str) -> str:
    [path] = assets.seed_folder().glob(f"{number}_*.txt")
    return str(path)


def add(shell: Shell, authority: str = "Kent Police", sent: str = "2023-03-01", *more: str) -> Any:
    return shell.json("add", "--authority", authority, "--title", "Drones", "--sent", sent, *more)


# demo, list, show, agenda


def test_demo_says_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new folder" / "examples.foitrack"
    assert program.main(["demo", str(path), "--json", "--as-at", AS_AT]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "path": str(path),
        "requests": 5,
        "case_rows": 81,
    }
    assert program.main(["demo", str(path)]) == 2
    assert "there already" in capsys.readouterr().err


def test_the_list(shell: Shell) -> None:
    rows = shell.json("list")
    assert len(rows) == 5
    by_reference = {row["references"][0]: row for row in rows}
    staffordshire = by_reference["15350"]
    assert staffordshire["state"] == "answered"
    assert staffordshire["outcome"] == "part-disclosed"
    assert (staffordshire["due"], staffordshire["answered"]) == ("2023-03-30", "2023-03-27")
    assert staffordshire["answered_on_day"] == 17
    assert [tag["provision"] for tag in staffordshire["exemptions"]] == [
        "FOIA s31(1)(g)",
        "FOIA s40(2)",
    ]
    assert by_reference["549/21"]["authority"] is None
    out, _ = shell.run("list")
    assert "Authority not stated" in out
    assert len(out.splitlines()) == 5


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["--search", "staffordshire"], 1),
        (["--search", "spreadsheet"], 1),
        (["--search", "multi-agent"], 0),
        (["--state", "answered"], 5),
        (["--state", "overdue", "--state", "answered"], 5),
        (["--overdue"], 0),
        (["--campaign", "police AND social media"], 5),
    ],
)
def test_the_list_narrowed(shell: Shell, words: Sequence[str], number: int) -> None:
    assert len(shell.json("list", *words)) == number


@pytest.mark.parametrize("typed", ["15350", "staffordshire police", "5"])
def test_show_finds_a_request_by_what_people_call_it(shell: Shell, typed: str) -> None:
    found = shell.json("show", typed)
    assert found["references"] == ["15350"]
    [response] = found["responses"]
    assert [one["provision"] for one in response["exemptions"]] == ["FOIA s31(1)(g)", "FOIA s40(2)"]
    [deadline] = [each for each in found["deadlines"] if each["kind"] == "response"]
    assert (deadline["on"], deadline["met"]["day"]) == ("2023-03-30", 17)
    assert found["review_detail"]["status"] == "none"
    out, _ = shell.run("show", typed)
    assert "Thu 30 March 2023" in out
    assert "s31(1)(g)" in out


def test_the_agenda(shell: Shell) -> None:
    add(shell, "Kent Police", "2023-01-04")
    add(shell, "Essex Police", "2023-03-01")
    found = shell.json("agenda")
    assert [group["kind"] for group in found["groups"]] == ["overdue", "due-soon"]
    assert found["headline"] == "1 request is overdue. 1 more falls due by Thursday 30 March."
    [item] = found["groups"][0]["items"]
    assert item["step"] == "chase"
    out, _ = shell.run("agenda")
    assert "Overdue (1)" in out
    assert "Kent Police" in out


# add, event


def test_adding_prints_the_deadline(shell: Shell) -> None:
    added = add(shell, "Staffordshire Police", "2023-03-01", "--campaign", "Drones")
    assert (added["due"], added["state"]) == ("2023-03-30", "waiting")
    assert added["working_days_left"] == 2
    out, _ = shell.run(
        "add", "--authority", "Police Scotland", "--title", "Drones", "--sent", "2023-03-16"
    )
    assert "due 14 Apr 2023" in out or "due 13 Apr 2023" in out


def test_adding_to_many(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "forces.txt"
    path.write_text("Kent Police\n\nMPS\nHeddlu Gwent\n")
    words = ("add", "--authorities-file", str(path), "--title", "Drones", "--sent", "2023-03-01")
    added = shell.json(*words)
    assert [row["authority"] for row in added] == [
        "Kent Police",
        "Metropolitan Police Service",
        "Gwent Police",
    ]
    path.write_text("Kent Police\nNowhere Constabulary\n")
    assert "Nowhere Constabulary" in shell.refused(*words)
    path.write_text("Borchester Parish Council\nKent Police\nNowhere Constabulary\n")
    said = shell.refused(*words)
    assert "2 of 3 authorities are not known" in said
    assert "“Borchester Parish Council”, “Nowhere Constabulary”" in said


def test_a_new_authority_is_added_when_that_is_said(shell: Shell) -> None:
    words = ("add", "--authority", "Borchester Parish Council", "--title", "Bins")
    assert "No authority is called" in shell.refused(*words)
    assert shell.json(*words, "--new-authority")["authority"] == "Borchester Parish Council"
    # From now on it is known.
    assert shell.json(*words)["state"] == "date-missing"


def test_a_near_name_is_suggested(shell: Shell) -> None:
    said = shell.refused("add", "--authority", "Stafordshire Polise", "--title", "Bins")
    assert "Did you mean Staffordshire Police" in said


def test_an_event_prints_the_new_deadlines(shell: Shell) -> None:
    request = str(add(shell)["id"])
    found = shell.json("event", request, "received=2023-03-06")
    assert found["request"] == int(request)
    [deadline] = [each for each in found["deadlines"] if each["kind"] == "response"]
    assert deadline["on"] == "2023-04-04"
    out, _ = shell.run("event", request, "response=2023-03-27")
    assert "review" in out.lower()
    shell.run("event", request, "review-asked=2023-03-28")
    assert shell.json("show", request)["state"] == "in-review"


def test_how_a_review_ended(shell: Shell) -> None:
    request = str(add(shell, "Kent Police", "2023-01-04")["id"])
    for event in ("response=2023-02-01", "review-asked=2023-02-06"):
        shell.run("event", request, event)
    shell.run("event", request, "review-outcome=2023-03-01", "--result", "overturned")
    assert shell.json("show", request)["review"] == "overturned"


# record


def test_recording_the_main_job(shell: Shell) -> None:
    request = str(add(shell, "Staffordshire Police", "2023-03-01", "--campaign", "New")["id"])
    [result] = shell.json("record", request, seed("004"), "--accept", "all")
    assert result["recorded"]
    assert result["request"] == int(request)
    found = shell.json("show", request)
    assert (found["answered"], found["answered_on_day"]) == ("2023-03-27", 17)
    assert found["outcome"] == "part-disclosed"
    assert [(tag["provision"], tag["confirmed"]) for tag in found["exemptions"]] == [
        ("FOIA s31(1)(g)", True),
        ("FOIA s40(2)", True),
    ]


def test_by_default_what_is_read_is_only_proposed(shell: Shell, tmp_path: Path) -> None:
    request = str(add(shell)["id"])
    [result] = shell.json("record", request, letter(tmp_path))
    assert not result["recorded"]
    found = shell.json("show", request)
    assert found["state"] == "response-to-read"
    assert found["references"] == []
    assert [(tag["provision"], tag["confirmed"]) for tag in found["exemptions"]] == [
        ("FOIA s40(2)", False)
    ]


def test_auto_files_what_is_plain(shell: Shell, tmp_path: Path) -> None:
    request = add(shell, "Kent Police", "2023-02-20")["id"]
    other = add(shell, "Essex Police", "2023-02-20", "--reference", "81/23")["id"]
    essex = letter(tmp_path, LETTER.replace("Kent", "Essex").replace("79/23", "81/23"), "e.txt")
    results = shell.json("record", "auto", letter(tmp_path), essex, "--accept", "all")
    assert [result["request"] for result in results] == [request, other]


def test_auto_in_doubt_changes_nothing_and_says_why(shell: Shell, tmp_path: Path) -> None:
    first, second = add(shell)["id"], add(shell, "Kent Police", "2023-03-02")["id"]
    said = shell.refused("record", "auto", letter(tmp_path), "--accept", "all")
    assert "not plain which request letter.txt answers" in said
    assert f"{first}  Kent Police" in said
    assert f"{second}  Kent Police" in said
    nobody = letter(tmp_path, LETTER.replace("Kent Police", ""), "nobody.txt")
    assert "not plain which request" in shell.refused("record", "auto", nobody)


def test_one_file_that_cannot_be_read_stops_all(shell: Shell, tmp_path: Path) -> None:
    request = str(add(shell)["id"])
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"%PDF-1.4\n\x00 broken")
    said = shell.refused("record", request, letter(tmp_path), str(odd), "--accept", "all")
    assert "odd.pdf" in said
    assert "Nothing was changed" in said


def test_a_file_larger_than_is_kept_is_not_recorded(shell: Shell, tmp_path: Path) -> None:
    request = str(add(shell)["id"])
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(1 << 32)
    said = shell.refused("record", request, str(tmp_path / "film.mp4"))
    assert "larger than 100 MB" in said and "nothing was changed" in said


def test_one_letter_that_cannot_be_recorded_stops_all(shell: Shell, tmp_path: Path) -> None:
    request = str(add(shell, "Kent Police", "2023-02-20")["id"])
    early = letter(tmp_path, LETTER.replace("2 March 2023", "2 March 2022"), "early.txt")
    said = shell.refused("record", request, letter(tmp_path), early, "--accept", "all")
    assert "before the request was sent" in said


def test_a_date_given_by_hand(shell: Shell, tmp_path: Path) -> None:
    request = str(add(shell, "Kent Police", "2023-02-20")["id"])
    undated = letter(tmp_path, LETTER.replace("2 March 2023\n", ""))
    words = ("record", request, undated, "--accept", "all")
    shell.run(*words, "--response-date", "2023-03-10")
    assert shell.json("show", request)["answered"] == "2023-03-10"


# summary


def test_the_summary(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    shell.run("summary", "-o", str(path))
    first = path.read_bytes()
    assert first.startswith(b"%PDF-")
    shell.run("summary", "--campaign", "Police and social media", "-o", str(path))
    shell.run("summary", "-o", str(path))
    assert path.read_bytes() == first
    assert [each.name for each in tmp_path.glob("*.part")] == []


# what is refused


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "99"], "No request"),
        (["show", "Nowhere Police"], "No request"),
        (["event", "99", "chased=2023-03-27"], "No request"),
        (["event", "1", "chased=2023-02-30"], "not a date that exists"),
        (["event", "1", "chased"], "chased"),
        (["event", "1", "posted-it=2023-03-01"], "posted-it"),
        (["event", "1", "chased=2023-03-29"], "still to come"),
        (["event", "1", "chased=2023-03-27", "--result", "upheld"], "review-outcome"),
        (["add", "--authority", "Kent Police", "--title", "A", "--sent", "2023-02-29"], "exists"),
        (["add", "--authority", "Kent Police", "--title", "A", "--sent", "2023-03-29"], "to come"),
        (["add", "--authority", "Kent Police", "--title", " "], "needs a title"),
        (["add", "--title", "A"], "authority"),
        (["add", "--authority", "Kent Police"], "--title"),
        (["add", "--authorities-file", "not/there", "--title", "A"], "not/there"),
        (["record", "1", "not/there.txt"], "not/there.txt"),
        (["record", "99", "not/there.txt"], "not/there.txt"),
        (["list", "--state", "sleeping"], "no state"),
        (["list", "--campaign", "Nothing"], "no campaign"),
        (["summary", "--campaign", "Nothing", "-o", "x.pdf"], "no campaign"),
        (["summary", "-o", "not/there/x.pdf"], "x.pdf"),
        (["frobnicate"], "no command"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    shell: Shell, words: Sequence[str], said: str
) -> None:
    assert said.lower() in shell.refused(*words).lower()


def test_a_name_that_means_several_asks_for_a_number(shell: Shell) -> None:
    add(shell)
    add(shell, "Kent Police", "2023-03-02")
    assert "may mean several" in shell.refused("show", "Kent Police")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "There is no file"),
        (lambda path: path.write_text("Dear requester"), "not a case file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: newer(path), "newer FOI Track"),
    ],
)
@pytest.mark.parametrize("words", [["list"], ["add", "--authority", "MPS", "--title", "A"]])
def test_a_case_file_that_cannot_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, said: str, words: list[str]
) -> None:
    path = tmp_path / "case.foitrack"
    make(path)
    assert said in Shell(path, capsys).refused(*words)


def newer(path: Path) -> None:
    storage.create(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {storage.FORMAT + 1}")
