"""What is asked of `foitrack due`: from options, or from a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from foitrack.cli.console import UsageProblemError
from foitrack.law.terms import Body, Event, EventKind, Regime

Word = TypeVar("Word", bound=StrEnum)
_WRITTEN = len("2023-03-30")


@dataclass(frozen=True, slots=True)
class Question:
    """A law, a kind of body, and what happened when."""

    law: Regime
    body: Body
    events: tuple[Event, ...]
    closed: tuple[tuple[date, date], ...] = ()


def parse_question(
    law: str | None, body: str | None, events: Sequence[str], closed: Sequence[str]
) -> Question:
    """From the command line's options. Raises UsageProblemError in one plain sentence."""
    return Question(
        _word(Regime, law or Regime.FOIA, "law"),
        _word(Body, body or Body.GENERAL, "kind of body"),
        tuple(parse_event(text) for text in events),
        tuple(parse_span(text) for text in closed),
    )


def parse_event(text: str) -> Event:
    """An event as typed: KIND=DATE or KIND=DATE,until=DATE."""
    kind, equals, rest = text.partition("=")
    day, comma, more = rest.partition(",")
    if not equals or (comma and not more.startswith("until=")):
        raise UsageProblemError(
            f"“{text}” is not an event; write it like received=2023-03-01 or "
            "extension=2023-03-20,until=2023-04-26."
        )
    until = parse_day(more.removeprefix("until=")) if comma else None
    return Event(_word(EventKind, kind.strip(), "kind of event"), parse_day(day), until)


def parse_line(line: str, defaults: Question) -> Question:
    """One line of JSON; what it leaves out is as the options say."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageProblemError("This is not JSON.") from None
    if not isinstance(asked, dict):
        raise UsageProblemError("A question must be a JSON object.")
    return Question(
        _word(Regime, asked.get("law", defaults.law), "law"),
        _word(Body, asked.get("body", defaults.body), "kind of body"),
        tuple(map(_event, _list(asked, "events"))),
        tuple(map(_closed, _list(asked, "closed"))) or defaults.closed,
    )


def _list(asked: Mapping[str, Any], name: str) -> Iterable[Any]:
    found = asked.get(name)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise UsageProblemError(f"“{name}” must be a list.")
    return found


def _event(entry: object) -> Event:
    if not isinstance(entry, dict) or "kind" not in entry:
        raise UsageProblemError("Each event must have a “kind” and the day it happened, “on”.")
    detail = entry.get("detail")
    return Event(
        _word(EventKind, entry["kind"], "kind of event"),
        _day_or_none(entry.get("on")),
        _day_or_none(entry.get("until")),
        detail if isinstance(detail, str) else "",
    )


def _closed(entry: object) -> tuple[date, date]:
    if not isinstance(entry, list) or len(entry) != 2:
        raise UsageProblemError("Each of “closed” must be a first and a last day.")
    return _ordered(parse_day(entry[0]), parse_day(entry[1]))


def parse_span(text: str) -> tuple[date, date]:
    """A school holiday as typed, FIRST..LAST. Raises UsageProblemError in one plain sentence."""
    first, dots, last = text.partition("..")
    if not dots:
        raise UsageProblemError(
            f"“{text}” is not a holiday; write its first and last day like 2024-07-24..2024-09-03."
        )
    return _ordered(parse_day(first), parse_day(last))


def _ordered(first: date, last: date) -> tuple[date, date]:
    if last < first:
        raise UsageProblemError(f"The school holiday from {first} ends before it begins ({last}).")
    return first, last


def _day_or_none(text: object) -> date | None:
    return None if text is None else parse_day(text)


def parse_day(text: object) -> date:
    """A day written year-month-day; nothing else, since 03/04/2023 has two meanings."""
    try:
        if isinstance(text, str) and len(text) == _WRITTEN and "W" not in text:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageProblemError(
        f"“{text}” is not a date that exists; write it as year-month-day, like 2023-03-30."
    )


def _word(words: type[Word], text: object, what: str) -> Word:
    try:
        return words(str(text))
    except ValueError:
        known = ", ".join(words)
        raise UsageProblemError(f"“{text}” is not a {what}; there are {known}.") from None
