"""The worked deadlines that the rules were agreed on, each with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from foitrack.law.clock import explain, reckon
from foitrack.law.terms import Body, DeadlineKind, Event, EventKind, Regime
from tests.law.questions import CALENDARS, LONG_AFTER, day

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("data").joinpath("deadline-examples.json").read_text("utf-8")
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["why"][:40] for e in EXAMPLES])
def test_worked_deadline(example: dict[str, Any]) -> None:
    regime = Regime(example["law"])
    reckoning = reckon(
        regime,
        [Event(EventKind(e["kind"]), day(e["on"])) for e in example["events"]],
        CALENDARS,
        today=day(LONG_AFTER),
        body=Body(example["body"]),
        closed=[(day(first), day(last)) for first, last in example.get("closed", [])],
    )
    found = reckoning.of(DeadlineKind(example["deadline"]))
    assert found is not None
    assert str(found.on) == example["expected"]
    assert found.strength == example["strength"]
    assert explain(found, CALENDARS, regime)[-1].on == found.on


def test_there_are_twenty() -> None:
    assert len(EXAMPLES) == 20
