"""What Today says: its headline, its groups and its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from foitrack.desk.pressing import KINDS, Batch, Group
from foitrack.desk.reference import Reference
from foitrack.desk.views import RequestRow
from foitrack.law.terms import State
from foitrack.law.wording import by_number, counted, distance, full_date, short_provision
from foitrack.saying import all_of, say, together

TITLES = {
    "overdue": say("Overdue"),
    "due-soon": say("Due within 5 working days"),
    "to-read": say("Responses to read"),
    "review": say("Internal review"),
    "commissioner": say("Complaint window closing"),
    "date-missing": say("Date missing"),
}
HINTS = {
    "overdue": say("Past the last day with no answer"),
    "due-soon": say("Nothing to do unless the day passes"),
    "to-read": say("Arrived but not yet recorded"),
    "commissioner": say("The time to go to the Commissioner runs out"),
    "date-missing": say("No clock can run until a date is known"),
}
NOTHING = say("Nothing needs you today.")


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
        return say("An answer is late, or the right to ask runs out")
    return say("The answer is late") if late else say("The right to ask runs out")


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
        return LineWords(
            row.title, say("No date to count from"), say("Add the day it was sent or received")
        )
    on = batch.on
    assert on is not None, "every other group is sorted by a day"
    if kind == "commissioner":
        left = say("in {0}", counted((on - today).days, "day"))
        when: str = say("today is the last day") if on == today else left
        return LineWords(_refused(row), when, say("Closes {0}", full_date(on)))
    if kind == "review" and batch.asking:
        left_days = reference.calendars.for_regime(row.regime).working_days_between(today, on)
        when = say("today is the last day") if on == today else distance(left_days)
        return LineWords(_refused(row), when, say("Ask by {0}", full_date(on)))
    if kind == "review":
        late = distance(-(row.review_days_late or 0)) if row.review_days_late else say("late")
        return LineWords(row.title, late, say("Was due {0}", full_date(on)))
    return LineWords(row.title, _distance(row), say("Due {0}", full_date(on)))


def _distance(row: RequestRow) -> str:
    left = row.working_days_left
    if left == 0 and row.state is State.OVERDUE:
        # Past the last day, with no working day gone by since: a Saturday after a Friday.
        return say("late since the last working day")
    return distance(left) if left is not None else say("late")


def _refused(row: RequestRow) -> str:
    """What was answered, in short: "Refused under s12 on Thu 2 February 2023"."""
    sections = list(dict.fromkeys(short_provision(tag.provision) for tag in row.provisions))
    on = say("Answered on {0}", full_date(row.answered_on)) if row.answered_on else say("Answered")
    return say("{0}, citing {1}", on, all_of(sections)) if sections else on


def _to_read(row: RequestRow, reference: Reference, letter: date | None) -> LineWords:
    cited = [short_provision(tag.provision) for tag in row.provisions]
    sections = all_of(list(dict.fromkeys(cited)))
    detail = say("{0}, cites {1}", row.title, sections) if sections else row.title
    if letter is None:
        due = say("Due {0}", full_date(row.due_on)) if row.due_on else say("Due date not known")
        return LineWords(detail, say("To read"), due)
    if row.due_on is None:
        return LineWords(detail, say("Dated {0}", full_date(letter)), say("Due date not known"))
    calendar = reference.calendars.for_regime(row.regime)
    late = calendar.working_days_between(row.due_on, letter)
    in_time = say("In time") if letter <= row.due_on else distance(-late) if late else say("Late")
    return LineWords(
        detail,
        say("Dated {0}", full_date(letter)),
        say("{0}, due {1}", in_time, full_date(row.due_on)),
    )


def headline(
    found: Mapping[str, Group], next_due: tuple[date, int] | None, today: date
) -> tuple[str, str]:
    """The headline of counts, and one sentence more."""
    numbers = {kind: found[kind].requests if kind in found else 0 for kind in KINDS}
    if not any(numbers.values()):
        return NOTHING, _next(next_due)
    overdue, soon = numbers["overdue"], numbers["due-soon"]
    said: list[str] = []
    if overdue:
        said.append(by_number(overdue, "{0} request is overdue.", "{0} requests are overdue."))
    if soon:
        last = found["due-soon"].last_on
        assert last is not None, "what is due soon has a day"
        day = say("today") if last == today else say("by {0}", f"{last:%A} {last.day} {last:%B}")
        if overdue:
            said.append(by_number(soon, "{0} more falls due {1}.", "{0} more fall due {1}.", day))
        else:
            said.append(
                by_number(soon, "{0} request falls due {1}.", "{0} requests fall due {1}.", day)
            )
    rest = _rest(numbers)
    return (together(said), together(rest)) if said else (rest[0], together(rest[1:]))


def _rest(numbers: Mapping[str, int]) -> list[str]:
    said = {
        "to-read": by_number(
            numbers["to-read"],
            "{0} response is waiting for you to read.",
            "{0} responses are waiting for you to read.",
        ),
        "review": by_number(
            numbers["review"],
            "{0} internal review needs a look.",
            "{0} internal reviews need a look.",
        ),
        "commissioner": by_number(
            numbers["commissioner"],
            "{0} complaint window closes soon.",
            "{0} complaint windows close soon.",
        ),
        "date-missing": by_number(
            numbers["date-missing"],
            "{0} request has no date to count from.",
            "{0} requests have no date to count from.",
        ),
    }
    return [sentence for kind, sentence in said.items() if numbers[kind]]


def _next(next_due: tuple[date, int] | None) -> str:
    if next_due is None:
        return say("No answer is being waited for.")
    on, number = next_due
    return say("Next: {0} due {1}.", counted(number, "answer"), full_date(on))
