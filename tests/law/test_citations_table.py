"""Sentences as letters print them, each with exactly what it cites.

The tables are JSON lines of {"text", "law", "cited", "with"}; sentences of our own, written the way
police, councils, universities, health bodies and the Commissioners write.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets
from foitrack.law.citations import Citations, cite
from foitrack.law.terms import Regime

TABLES = Path(__file__).parent / "citations"


Row = dict[str, Any]


def rows(*names: str) -> list[Row]:
    lines = [line for name in names for line in (TABLES / name).read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def read(row: Row) -> Citations:
    return _cited(row["text"], row["law"])


@cache
def _cited(text: str, law: str) -> Citations:
    return cite(text, Regime(law) if law in set(Regime) else None, assets.catalogue())


def belonging(found: Citations) -> list[str]:
    return [provision for citation in found.cited for provision in citation.with_provisions]


def differences(row: Row) -> list[str]:
    """What is cited otherwise than a row says, with its text."""
    found = read(row)
    pairs = {
        "cited": ([citation.provision for citation in found.cited], row["cited"]),
        "with": (belonging(found), row.get("with", [])),
    }
    return [
        f"{row['text'][:200]!r} {name}: {sorted(got)}, not {sorted(wanted)}"
        for name, (got, wanted) in pairs.items()
        if sorted(got) != sorted(wanted)
    ]


# A table is one test: thousands of tests of their own take longer than all that is read in them.
@pytest.mark.parametrize(
    "table", ["foia.jsonl", "regulations.jsonl", "scotland.jsonl", "composed.jsonl"]
)
def test_a_sentence_cites_exactly_this(table: str) -> None:
    assert [line for row in rows(table) for line in differences(row)] == []


def test_a_whole_letter_cites_exactly_this() -> None:
    assert [line for row in rows("letters.jsonl") for line in differences(row)] == []


def test_what_cites_nothing_cites_nothing() -> None:
    found = {row["text"]: read(row).cited for row in rows("nothing.jsonl")}
    assert {text: cited for text, cited in found.items() if cited} == {}


def test_what_is_not_relied_on_is_only_mentioned() -> None:
    for row in rows("denied.jsonl"):
        found = read(row)
        assert found.cited == (), row["text"]
        assert any("not relied on" in mention.why for mention in found.mentioned), row["text"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=row["text"][:60])
        for row in json.loads((TABLES / "examples.json").read_text("utf-8"))
    ],
)
def test_the_examples_from_real_letters(row: Row) -> None:
    found = read(row)
    assert sorted(citation.provision for citation in found.cited) == sorted(row["cited"])
    alone = [] if found.cited else [m.provision for m in found.mentioned if m.kind == "belonging"]
    assert sorted(belonging(found) + alone) == sorted(row.get("with", []))


@pytest.mark.parametrize(
    "table", ["foia.jsonl", "regulations.jsonl", "scotland.jsonl", "nothing.jsonl"]
)
def test_places_are_those_of_the_printed_text(table: str) -> None:
    for row in rows(table):
        places_hold(row)


def places_hold(row: Row) -> None:
    found = read(row)
    for one in (*found.cited, *found.mentioned):
        assert one.text
        assert row["text"][one.start : one.end] == one.text
    starts = [citation.start for citation in found.cited]
    assert starts == sorted(starts)
