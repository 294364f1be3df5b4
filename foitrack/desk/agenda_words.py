"""What Today says: its headline, its groups and its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from foitrack.desk.pressing import KINDS, Batch, Group
from foitrack.desk.reference import Reference
from foitrack.desk.views import RequestRow
from foitrack.law.terms import State
from foitrack.law.wording import counted, distance, full_date, short_provision

TITLES = {
    "overdue": "Overdue",
    "due-soon": "Due within 5 working days",
    "to-read": "Responses to read",
    "review": "Internal review",
    "commissioner": "Complaint window closing",
    "date-missing": "Date missing",
}
HINTS = {
    "overdue": "Past the last day with no answer",
    "due-soon": "Nothing to do unless the day passes",
    "to-read": "Arrived but not yet recorded",
    "commissioner": "The time to go to the Commissioner runs out",
    "date-missing": "No clock can run until a date is known",
}
NOTHING = "Nothing needs you today."


@dataclass(frozen=True, slots=True)
class LineWords:
    """The words of one line: below the name, beside the button, and below that."""

    detail: str
    when: str
    when_detail: str


def hint(kind: str, *, late: bool, asking: bool) -> str:
    """Why a group is there: something of it is late, or a right of one's own runs out."""
    if kind != "review":
        return HINTS[kind]
    if late and asking:
        return "An answer is late, or the right to ask runs out"
    return "The answer is late" if late else "The right to ask runs out"


def line_words(
    kind: str,
    batch: Batch,
    row: RequestRow,
    reference: Reference,
    letter: date | None,
    today: date,
) -> LineWords:
    """What a line says of the request that heads it."""
    if kind == "to-read":
        return _to_read(row, reference, letter)
    if kind == "date-missing":
        return LineWords(row.title, "No date to count from", "Add the day it was sent or received")
    on = batch.on
    assert on is not None, "every other group is sorted by a day"
    if kind == "commissioner":
        left = counted((on - today).days, "day")
        when = "today is the last day" if on == today else f"in {left}"
        return LineWords(_refused(row), when, f"Closes {full_date(on)}")
    if kind == "review" and batch.asking:
        left_days = reference.calendars.for_regime(row.regime).working_days_between(today, on)
        when = "today is the last day" if on == today else distance(left_days)
        return LineWords(_refused(row), when, f"Ask by {full_date(on)}")
    if kind == "review":
        late = distance(-(row.review_days_late or 0)) if row.review_days_late else "late"
        return LineWords(row.title, late, f"Was due {full_date(on)}")
    return LineWords(row.title, _distance(row), f"Due {full_date(on)}")


def _distance(row: RequestRow) -> str:
    left = row.working_days_left
    if left == 0 and row.state is State.OVERDUE:
        # Past the last day, with no working day gone by since: a Saturday after a Friday.
        return "late since the last working day"
    return distance(left) if left is not None else "late"


def _refused(row: RequestRow) -> str:
    """What was answered, in short: "Refused under s12 on Thu 2 February 2023"."""
    sections = list(dict.fromkeys(short_provision(tag.provision) for tag in row.provisions))
    under = f" under {' and '.join(sections)}" if sections else ""
    on = f" on {full_date(row.answered_on)}" if row.answered_on else ""
    return f"Answered{on}, citing{under.removeprefix(' under')}" if under else f"Answered{on}"


def _to_read(row: RequestRow, reference: Reference, letter: date | None) -> LineWords:
    cited = [short_provision(tag.provision) for tag in row.provisions]
    sections = " and ".join(dict.fromkeys(cited))
    detail = f"{row.title}, cites {sections}" if sections else row.title
    if letter is None:
        due = f"Due {full_date(row.due_on)}" if row.due_on else "Due date not known"
        return LineWords(detail, "To read", due)
    if row.due_on is None:
        return LineWords(detail, f"Dated {full_date(letter)}", "Due date not known")
    calendar = reference.calendars.for_regime(row.regime)
    late = calendar.working_days_between(row.due_on, letter)
    in_time = "In time" if letter <= row.due_on else f"{distance(-late) if late else 'Late'}"
    return LineWords(
        detail, f"Dated {full_date(letter)}", f"{in_time}, due {full_date(row.due_on)}"
    )


def headline(
    found: Mapping[str, Group], next_due: tuple[date, int] | None, today: date
) -> tuple[str, str]:
    """The headline of counts, and one sentence more."""
    numbers = {kind: found[kind].requests if kind in found else 0 for kind in KINDS}
    if not any(numbers.values()):
        return NOTHING, _next(next_due)
    overdue, soon = numbers["overdue"], numbers["due-soon"]
    said = [f"{counted(overdue, 'request is', 'requests are')} overdue."] if overdue else []
    if soon:
        last = found["due-soon"].last_on
        assert last is not None, "what is due soon has a day"
        falls = "falls" if soon == 1 else "fall"
        who = (
            f"{soon:,} more {falls}"
            if overdue
            else counted(soon, f"request {falls}", "requests fall")
        )
        day = "today" if last == today else f"by {last:%A} {last.day} {last:%B}"
        said.append(f"{who} due {day}.")
    rest = _rest(numbers)
    return (" ".join(said), " ".join(rest)) if said else (rest[0], " ".join(rest[1:]))


def _rest(numbers: Mapping[str, int]) -> list[str]:
    words = (
        ("to-read", "response is", "responses are", "waiting for you to read"),
        ("review", "internal review needs", "internal reviews need", "a look"),
        ("commissioner", "complaint window closes", "complaint windows close", "soon"),
        ("date-missing", "request has", "requests have", "no date to count from"),
    )
    return [
        f"{counted(numbers[kind], one, many)} {end}."
        for kind, one, many, end in words
        if numbers[kind]
    ]


def _next(next_due: tuple[date, int] | None) -> str:
    if next_due is None:
        return "No answer is being waited for."
    on, number = next_due
    return f"Next: {counted(number, 'answer')} due {full_date(on)}."
