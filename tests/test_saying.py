"""A sentence of the core is English text, and knows what it was put together from."""

from __future__ import annotations

import ast
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

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


READ_ELSEWHERE = ("foitrack/cli/", "foitrack/reading/", "foitrack/exchange/json_stream.py")
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
