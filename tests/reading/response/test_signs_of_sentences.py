"""Sentences of answers, each with what it says is done; written before the phrases met them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from foitrack.reading.prose import fold
from foitrack.reading.response.signs import signals

SENTENCES = sorted((Path(__file__).parents[1] / "sentences").glob("*.jsonl"))
DEEDS = {"given", "some", "refused", "not-held", "ncnd", "cost", "vexatious", "repeated"}
WHOLE = {"cost", "vexatious", "repeated", "ncnd"}


def told(sentence: str) -> set[str]:
    """What a sentence is read as; all of it given is given."""
    found = {"given" if one.sign == "all" else str(one.sign) for one in signals(fold(sentence))}
    return found & DEEDS


def same(found: set[str], does: set[str]) -> bool:
    """Whether two say the same: a part given is also given and refused, and so is a whole act."""
    if {"given", "refused"} <= found or ("some" in does and {"given", "not-held"} <= found):
        found = found | {"some"}
    beside = {"refused"} if does & (WHOLE | {"some"}) else set()
    beside |= {"given"} if "some" in does else set()
    return found - beside == does - beside


def table() -> list[dict[str, Any]]:
    """Every row; `open` marks those that are still misread."""
    return [json.loads(line) for file in SENTENCES for line in file.read_text("utf-8").splitlines()]


def test_each_says_what_it_says() -> None:
    rows = table()
    wrong = [
        (row["says"], sorted(told(row["says"])), row["does"])
        for row in rows
        if not row.get("open") and not same(told(row["says"]), set(row["does"]))
    ]
    assert wrong == []


def test_what_is_still_misread_is_named() -> None:
    rows = table()
    still = [row for row in rows if row.get("open")]
    mended = [row["says"] for row in still if same(told(row["says"]), set(row["does"]))]
    assert mended == []
    assert len(still) * 16 < len(rows)
