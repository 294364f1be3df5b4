"""Letters of every kind, each with what it must be read as. They are invented."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from _pytest.mark import ParameterSet

from foitrack.reading.findings import Reading

FOLDER = Path(__file__).parent / "letters"
FIELDS = (
    "letter",
    "reference",
    "authority",
    "request_date",
    "received_date",
    "response_date",
    "outcome",
)
LETTERS = sorted(file.stem for file in FOLDER.glob("*.toml"))


def lot(name: str) -> int:
    """A number of its own for a letter: which clothes it wears does not hang on other letters."""
    return crc32(name.encode())


def letter(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def shown(value: object) -> str:
    return "" if value is None else str(value)


def differences(reading: Reading, data: dict[str, Any]) -> list[str]:
    """Each field that is not read as the letter's file says."""
    expected = data["expect"]
    found = []
    for name in FIELDS:
        allowed = [expected.get(name), *data.get("alternatives", {}).get(name, [])]
        if name in expected and shown(getattr(reading, name)) not in allowed:
            found.append(f"{name}: {getattr(reading, name)!r}, not {allowed}")
    for name in ("exemptions", "attachments", "cases", "review_result"):
        found += _difference(name, _several(reading, name), expected)
    for name, value in expected.get("review", {}).items():
        known = getattr(reading.review, name)
        # Empty where the letter says nothing of it.
        found += _difference(name, shown(known) if value == "" else known, {name: value})
    if "questions" in data:
        answers = [[a.number, shown(a.outcome), list(a.exemptions)] for a in reading.questions]
        found += _difference("questions", answers, data)
    return found


def _several(reading: Reading, name: str) -> object:
    if name == "cases":
        return len(reading.cases)
    if name == "review_result":
        return next((f.value for f in reading.findings if f.field == name), "")
    return list(reading.exemptions if name == "exemptions" else reading.attachments_named)


def _difference(name: str, value: object, expected: dict[str, Any]) -> list[str]:
    if name not in expected or expected[name] == value:
        return []
    return [f"{name}: {value!r}, not {expected[name]!r}"]


def misplaced(reading: Reading) -> list[str]:
    """Each finding whose place in the text does not hold what it says it printed."""
    found = []
    for finding in reading.findings:
        if finding.place.start is not None and finding.place.end is not None:
            there = reading.text[finding.place.start : finding.place.end]
            if " ".join(there.split()) != finding.printed:
                found.append(f"{finding.field}: {there!r}, not {finding.printed!r}")
    return found


def each() -> Iterator[ParameterSet]:
    """Every other letter by a number of its own; all of them in the extended run."""
    for name in LETTERS:
        yield pytest.param(name, marks=() if lot(name) % 2 else pytest.mark.extended)


@pytest.mark.parametrize("name", list(each()))
def test_letter(read: Callable[[str], Reading], name: str) -> None:
    data = letter(name)
    reading = read(data["text"].lstrip("\n"))
    assert differences(reading, data) == []
    assert bool(reading.warnings) == data.get("warned", False)
    assert misplaced(reading) == []
