"""A sentence of the core is English text, and knows what it was put together from."""

from __future__ import annotations

import ast
import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from foitrack.casefile.holding import Holder
from foitrack.casefile.places import Place
from foitrack.desk.announcing import Right, Told, announce
from foitrack.desk.moving import Moved
from foitrack.desk.protection import hint
from foitrack.errors import PlainError
from foitrack.saying import Said, all_of, say, together

ROOT = Path(__file__).parents[1]


def test_it_is_text_like_any_other() -> None:
    said = say("{0} has {1}.", "Gwent {0}", say("{0} requests", 4))
    assert said == "Gwent {0} has 4 requests."
    assert json.dumps([said]) == '["Gwent {0} has 4 requests."]'
    assert say("100 % of {all}") == "100 % of {all}"
    assert {said: 1}[str.__str__(said)] == 1


def test_it_keeps_its_parts_where_it_is_put_together_raised_and_sent_elsewhere() -> None:
    inner = say("in {0}", "4 days")
    said = inner + "." + say(" It is late.")
    assert said == "in 4 days. It is late." and isinstance(said, Said)
    again = pickle.loads(pickle.dumps(together([said, "plain"])))
    assert again == "in 4 days. It is late. plain"
    assert isinstance(again, Said) and again.values[0].values[1].template == " It is late."
    raised = str(PlainError(inner))
    assert isinstance(raised, Said) and raised.values == ("4 days",)
    assert "It: " + inner == "It: in 4 days" and isinstance("It: " + inner, Said)


def test_a_list_of_names_and_nothing_at_all() -> None:
    assert [all_of([]), all_of(["a"]), all_of(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert (together([]), together(["a", "b"], ", ")) == ("", "a, b")


def test_an_error_is_kept_as_its_words() -> None:
    said = say("Not read: {0}", ValueError("why"))
    assert said == "Not read: why" and said.values == ("why",)


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Call):
            yield ast.unparse(one.func).rpartition(".")[2], one


READ_ELSEWHERE = (
    *("foitrack/cli/", "foitrack/exchange/json_stream.py", "foitrack/reading/pictures.py"),
    *("foitrack/reading/documents/", "foitrack/reading/worker/"),
)
"""The command line is English; what reading says comes from another process as its words."""


def test_no_error_for_a_person_is_put_together_where_nobody_can_translate_it() -> None:
    found = []
    for path in sorted((ROOT / "foitrack").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(READ_ELSEWHERE):
            continue
        for called, call in calls(ast.parse(path.read_text("utf-8"))):
            raised = called.endswith("Error") and called != "UsageProblemError"
            words = call.args if raised else call.args[:1] if called == "say" else []
            found += [f"{name}:{one.lineno}" for one in words if isinstance(one, ast.JoinedStr)]
    assert found == []


def test_what_is_said_of_places_passphrases_and_rights_can_be_said_otherwise() -> None:
    day = date(2026, 11, 21)
    rights = [Right(1, "review", day + timedelta(days), "Kent Police") for days in (0, 1, 3)]
    few, _ = announce("", rights, Told(day), today=day, at=time(9), names=True)
    many, _ = announce("One to send.", rights + _more(rights), Told(), today=day, at=time(9))
    said = [text for one in (*few, *many) for text in (one.title, one.body)]
    said += [hint("short"), hint("a" * 16), hint("four words are long enough")]
    said += [Place("nfs", None).warning or "", Place(None, "Dropbox").warning or ""]
    said.append(Moved(ROOT / "a", ROOT / "b", ROOT / "c").in_words())
    said.append(Holder("ada", "desk-3", 1, "2026-11-21T08:30:00+00:00").in_words())
    assert [text for text in said if not isinstance(text, Said) and text != "One to send."] == []
    assert few[0].title == "Last day today to ask for an internal review"
    assert few[2].title == "Last day in 3 days to ask for an internal review"
    assert few[1].body.startswith("Kent Police. It can be done until ")


def _more(rights: list[Right]) -> list[Right]:
    return [replace(right, request_id=9) for right in rights]
