"""What the values of an imported record must be, beyond their types.

What the rest of the program reads from a case file, it takes to be of these words and shapes;
a file from outside is held to them before a single row is kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from foitrack.casefile.records import RecordProblemError
from foitrack.desk.pressing import KINDS
from foitrack.desk.views import FindingStatus
from foitrack.law.calendars import UncountableDateError, check_countable
from foitrack.law.terms import Body, EventKind, LetterKind, Outcome, Regime, Standing
from foitrack.reading.findings import Certainty, Place
from foitrack.saying import say

Check = Callable[[Any], bool]


def _word(kind: type[StrEnum]) -> Check:
    known = {one.value for one in kind}
    return lambda value: value in known


def _one_of(*known: str) -> Check:
    return lambda value: value in known


def _countable(day: date) -> bool:
    check_countable(day)
    return True


def _words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _lines(value: Any) -> bool:
    return isinstance(value, list) and all(_words(one) for one in value)


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(type(one) is int for one in value)


def _printed(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _mapping(value: Any) -> bool:
    return isinstance(value, dict) and all(
        name.isdecimal() and len(name) < 6 and (field is None or isinstance(field, str))
        for name, field in value.items()
    )


_PLACE = {field.name for field in dataclasses.fields(Place)}
_IN_WORDS = {"sheet", "cell", "part"}


def _place(value: Any) -> bool:
    if not isinstance(value, dict) or not value.keys() <= _PLACE:
        return False
    for name, one in value.items():
        if name == "box":
            if not isinstance(one, list) or len(one) != 4:
                return False
            if any(type(number) not in (int, float) for number in one):
                return False
        elif one is not None and type(one) is not (str if name in _IN_WORDS else int):
            return False
    return True


def _places(value: Any) -> bool:
    return isinstance(value, list) and all(_place(one) for one in value)


def _closed(value: Any) -> bool:
    if not _lines(value) or any(len(pair) != 2 for pair in value):
        return False
    for pair in value:
        first, last = (date.fromisoformat(day) for day in pair)
        if last < first or not (_countable(first) and _countable(last)):
            return False
    return True


def _object(value: Any) -> bool:
    return isinstance(value, dict)


_CHECKS: Mapping[str, Mapping[str, Check]] = {
    "authority": {"regime": _word(Regime), "body": _word(Body), "aliases": _words},
    "request": {"regime": _word(Regime), "body": _word(Body), "closed": _closed},
    "event": {"kind": _word(EventKind), "on_date": _countable},
    "response": {
        "letter": _word(LetterKind),
        "outcome": _word(Outcome),
        "received_on": _countable,
        **dict.fromkeys(("mentioned", "zeros", "warnings", "attachments_named"), _words),
    },
    "document": {"warnings": _words},
    "finding": {
        "certainty": _word(Certainty),
        "status": _word(FindingStatus),
        "place": _place,
        "with_provisions": _words,
    },
    "provision": {"standing": _word(Standing), "with_provisions": _words},
    "extracted_table": {
        **dict.fromkeys(("columns", "total_row", "flags"), _words),
        "rows": _lines,
        "place": _place,
        "row_places": _places,
        "mapping": _mapping,
    },
    "case_row": {
        "source": _one_of("table", "prose"),
        "printed": _printed,
        "place": _place,
        "flags": _words,
    },
    "snooze": {"kind": _one_of(*KINDS), "until": _countable},
    "saved_filter": {"definition": _object},
    "case_schema": {"definition": _object},
    "case_term": {"normal": _words},
    "change_set": {"request_ids": _numbers},
}


def check_values(table: str, row: Mapping[str, Any]) -> None:
    """Raise RecordProblemError where a value is none that this program writes."""
    for name, check in _CHECKS.get(table, {}).items():
        value = row.get(name)
        if value is None:
            continue
        try:
            fits = check(value)
        except (ValueError, TypeError, UncountableDateError):
            fits = False
        if not fits:
            raise RecordProblemError(say("“{0}” is not what it must be", name))
    _check_keys(table, row)


def _check_keys(table: str, row: Mapping[str, Any]) -> None:
    if "id" in row and row["id"] < 1:
        raise RecordProblemError("its number is below 1")
    parent = row.get("parent_id")
    if table == "document" and parent is not None and parent >= row.get("id", parent + 1):
        # What came in a document was kept after it; else one might lie in itself.
        raise RecordProblemError("it lies in a document that came later")
