"""Sentences as letters print them, each with exactly what it cites.

The tables are JSON lines of {"text", "law", "cited", "with"}; sentences of our own, written the way
police, councils, universities, health bodies and the Commissioners write.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets
from foitrack.law.citations import Citations, cite
from foitrack.law.terms import Regime

TABLES = Path(__file__).parent / "citations"


def rows(name: str) -> list[Any]:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return [pytest.param(json.loads(line), id=json.loads(line)["text"][:60]) for line in lines]


def read(row: dict[str, Any]) -> Citations:
    law = row["law"]
    return cite(row["text"], Regime(law) if law in set(Regime) else None, assets.catalogue())


def belonging(found: Citations) -> list[str]:
    return [provision for citation in found.cited for provision in citation.with_provisions]


@pytest.mark.parametrize(
    "row",
    rows("foia.jsonl")
    + rows("regulations.jsonl")
    + rows("scotland.jsonl")
    + rows("composed.jsonl"),
)
def test_a_sentence_cites_exactly_this(row: dict[str, Any]) -> None:
    found = read(row)
    assert sorted(citation.provision for citation in found.cited) == sorted(row["cited"])
    assert sorted(belonging(found)) == sorted(row.get("with", []))


@pytest.mark.parametrize("row", rows("letters.jsonl"))
def test_a_whole_letter_cites_exactly_this(row: dict[str, Any]) -> None:
    found = read(row)
    assert sorted(citation.provision for citation in found.cited) == sorted(row["cited"])
    assert sorted(belonging(found)) == sorted(row.get("with", []))


@pytest.mark.parametrize("row", rows("nothing.jsonl"))
def test_what_cites_nothing_cites_nothing(row: dict[str, Any]) -> None:
    assert read(row).cited == ()


@pytest.mark.parametrize("row", rows("denied.jsonl"))
def test_what_is_not_relied_on_is_only_mentioned(row: dict[str, Any]) -> None:
    found = read(row)
    assert found.cited == ()
    assert any("not relied on" in mention.why for mention in found.mentioned)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=row["text"][:60])
        for row in json.loads((TABLES / "examples.json").read_text("utf-8"))
    ],
)
def test_the_examples_from_real_letters(row: dict[str, Any]) -> None:
    found = read(row)
    assert sorted(citation.provision for citation in found.cited) == sorted(row["cited"])
    alone = [] if found.cited else [m.provision for m in found.mentioned if m.kind == "belonging"]
    assert sorted(belonging(found) + alone) == sorted(row.get("with", []))


@pytest.mark.parametrize(
    "table", ["foia.jsonl", "regulations.jsonl", "scotland.jsonl", "nothing.jsonl"]
)
def test_places_are_those_of_the_printed_text(table: str) -> None:
    for param in rows(table):
        places_hold(param.values[0])


def places_hold(row: dict[str, Any]) -> None:
    found = read(row)
    for one in (*found.cited, *found.mentioned):
        assert one.text
        assert row["text"][one.start : one.end] == one.text
    starts = [citation.start for citation in found.cited]
    assert starts == sorted(starts)
