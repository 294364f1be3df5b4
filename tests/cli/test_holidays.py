"""`foitrack holidays`: what is in use, and a newer list, shown before it is put in place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets, holiday_lists
from foitrack.cli import program


@pytest.fixture(autouse=True)
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own."""
    place = tmp_path / "data" / "bank-holidays.json"
    monkeypatch.setattr("foitrack.holiday_lists.place", lambda: place)
    monkeypatch.setenv("FOITRACK_CASE_FILE", str(tmp_path / "none.foitrack"))
    assets.calendars.cache_clear()
    yield place
    assets.calendars.cache_clear()


def _listed(*extra: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(assets.resource("bank-holidays.json").read_text("utf-8"))
    for division in data.values():
        division["events"] += [{"title": "Extra day", "date": on, "notes": ""} for on in extra]
    return data


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "newer.json"
    path.write_text(json.dumps(_listed("2027-06-14")), "utf-8")
    return path


def test_what_is_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["holidays", "--as-at", "2026-11-21"]) == 0
    text = capsys.readouterr().out
    assert "Source: GOV.UK bank holidays" in text
    assert "last sure day Sun 31 December 2028" in text
    assert "Mon 30 November 2026  St Andrew's Day, bank holiday in Scotland" in text


def test_what_is_in_use_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["holidays", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["source", "version", "first_year", "last_sure_day", "holidays"]
    assert found["last_sure_day"] == "2028-12-31"
    assert found["holidays"][0] == {
        "on": "2019-01-01",
        "title": "New Year's Day",
        "nations": ["England", "Wales", "Scotland", "Northern Ireland"],
    }


def test_a_newer_list_is_shown_and_not_saved_unasked(
    newer: Path, stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["holidays", "--update", str(newer)]) == 1
    printed = capsys.readouterr()
    assert "New: Mon 14 June 2027  Extra day, bank holiday throughout the UK" in printed.out
    assert "Nothing was saved" in printed.err
    assert not stored.exists()


def test_a_newer_list_is_in_use_once_agreed(
    newer: Path, stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["due", "--event", "received=2027-06-01"]) == 0
    assert "Answer: Tue 29 June 2027" in capsys.readouterr().out
    words = ["holidays", "--update", str(newer), "--yes", "--json", "--as-at", "2026-11-21"]
    assert program.main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert [holiday["on"] for holiday in found["added"]] == ["2027-06-14"]
    assert (found["removed"], found["deadlines"]) == ([], [])
    assert stored.exists()
    assert program.main(["due", "--event", "received=2027-06-01"]) == 0
    assert "Answer: Wed 30 June 2027" in capsys.readouterr().out
    assert program.main(["holidays"]) == 0
    assert f"from {newer} on Sat 21 November 2026" in capsys.readouterr().out


def test_the_same_list_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    same = str(assets.resource("bank-holidays.json"))
    assert program.main(["holidays", "--update", same]) == 1
    assert "No bank holiday changes." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("not json", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "no divisions"),
        ("{}", "missing"),
        (json.dumps(_listed()).replace("2028-", "2018-"), "less than the list in use"),
    ],
)
def test_a_list_that_cannot_be_trusted_is_refused(
    text: str, says: str, tmp_path: Path, stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, "utf-8")
    assert program.main(["holidays", "--update", str(path), "--yes"]) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
    assert not stored.exists()


@pytest.mark.parametrize(
    ("origin", "says"),
    [
        ("/nowhere/at-all.json", "cannot be read"),
        ("/", "cannot be read"),
        ("a\0b", "cannot be read"),
        ("http://example.org/bank-holidays.json", "is not a file or an https address"),
        ("https://127.0.0.1:1/bank-holidays.json", "cannot be reached"),
    ],
)
def test_a_list_that_cannot_be_had(
    origin: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["holidays", "--update", origin]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"holidays": {}, "source": "x"}'])
def test_a_stored_list_that_was_spoilt_gives_way_to_the_bundled_one(
    text: str, stored: Path
) -> None:
    stored.parent.mkdir(parents=True)
    stored.write_text(text, "utf-8")
    assert assets.calendars() is assets.bundled_calendars()


def test_a_stored_list_older_than_the_bundled_one_gives_way(stored: Path) -> None:
    data = _listed()
    for division in data.values():
        division["events"] = [e for e in division["events"] if e["date"] < "2027"]
    holiday_lists.store(data, "an old list")
    assert stored.exists()
    assert assets.calendars() is assets.bundled_calendars()


def test_open_deadlines_of_the_case_file_move_old_and_new_shown_first(
    newer: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from foitrack.desk import requests
    from foitrack.desk.desk import create, open_desk
    from foitrack.desk.views import NewRequest

    path, today = tmp_path / "case.foitrack", date(2027, 6, 2)
    monkeypatch.setenv("FOITRACK_CASE_FILE", str(path))
    desk = create(path, assets.reference())
    for sent in (date(2027, 6, 1), date(2027, 3, 1)):
        requests.log(desk, NewRequest(f"Sent {sent}", None, sent_on=sent), today=today)
    desk.close()
    words = ["holidays", "--update", str(newer), "--as-at", "2027-06-02"]
    assert program.main(words) == 1
    text = capsys.readouterr().out
    moved = "Answer moves from Tue 29 June 2027 to Wed 30 June 2027"
    assert [line for line in text.splitlines() if "moves from" in line] == [
        f"  Authority not stated: Sent 2027-06-01: {moved}"
    ]
    desk = open_desk(path, assets.reference())
    assert next(row.due_on for row in requests.rows(desk, (1, 2), today=today)) == (
        date(2027, 6, 29)
    )
    desk.close()
    assert program.main([*words, "--yes", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["deadlines"]
    assert found == [
        {
            "request": 1,
            "title": "Authority not stated: Sent 2027-06-01",
            "kind": "response",
            "old": "2027-06-29",
            "new": "2027-06-30",
        }
    ]
    desk = open_desk(path, assets.reference())
    assert requests.rows(desk, (1,), today=today)[0].due_on == date(2027, 6, 30)
    desk.close()


def test_a_list_comes_over_https_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def answer(address: str, most: int) -> bytes:
        asked.append(address)
        return json.dumps(_listed("2027-06-14")).encode()

    monkeypatch.setattr("foitrack.fetching.fetch", answer)
    assert program.main(["holidays", "--update", "https://example.org/list.json"]) == 1
    assert asked == ["https://example.org/list.json"]
    assert "Mon 14 June 2027" in capsys.readouterr().out


def test_the_list_lies_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert holiday_lists.place().name == "bank-holidays.json"
    assert holiday_lists.place().parent.name == "foitrack"


def test_a_holiday_that_goes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = _listed("2027-05-10")
    for division in data.values():
        division["events"] = [e for e in division["events"] if e["date"] != "2027-05-03"]
    path = tmp_path / "moved.json"
    path.write_text(json.dumps(data), "utf-8")
    assert program.main(["holidays", "--update", str(path)]) == 1
    text = capsys.readouterr().out
    assert "New: Mon 10 May 2027  Extra day" in text
    assert "Gone: Mon 3 May 2027  Early May bank holiday" in text


def test_a_person_is_asked(
    newer: Path,
    stored: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Keyboard:
        def __init__(self, answer: str) -> None:
            self.answer = answer

        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return self.answer

    monkeypatch.setattr("sys.stdin", Keyboard("n\n"))
    assert program.main(["holidays", "--update", str(newer)]) == 1
    assert not stored.exists()
    monkeypatch.setattr("sys.stdin", Keyboard("y\n"))
    assert program.main(["holidays", "--update", str(newer)]) == 0
    assert stored.exists()
    assert "Use this list? [y/N]" in capsys.readouterr().err
