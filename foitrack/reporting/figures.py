"""The figures of the first page, worked out from the requests: no page, no drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from foitrack.law.terms import Outcome, State
from foitrack.law.wording import counted, short_provision
from foitrack.reporting.contents import SummaryCited, SummaryRow
from foitrack.reporting.fills import Fill, Pattern
from foitrack.reporting.styles import (
    ACCENT,
    AMBER,
    CONTROL,
    GREEN,
    PLUM,
    RED,
    STILL_WAITING,
    TEXT2,
)

REFUSALS = frozenset(
    {
        Outcome.REFUSED,
        Outcome.NEITHER_CONFIRM_NOR_DENY,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
    }
)
WAITING_STATES = frozenset({State.WAITING, State.CLARIFICATION_WANTED, State.FEE_WANTED})


@dataclass(frozen=True, slots=True)
class Figures:
    """The four headline figures. `median_days` is None where no request has both dates."""

    sent: int
    answered: int
    overdue: int
    median_days: float | None
    dated: int
    """Answered requests of which both dates are known."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the requests stand in one place, and how the bar shows it."""

    label: str
    count: int
    fill: Fill


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground for withholding, and how many gave it."""

    chip: str
    title: str
    remark: str
    given_by: str


def is_answered(row: SummaryRow) -> bool:
    """Whether an answer has come, read or not."""
    return row.answered or row.state is State.RESPONSE_TO_READ


def is_overdue(row: SummaryRow) -> bool:
    """Whether the last day has passed with no answer."""
    return row.state is State.OVERDUE


def is_waiting(row: SummaryRow) -> bool:
    """Whether an answer is still to come, late or not, or its date cannot be reckoned."""
    return not is_answered(row) and row.state in WAITING_STATES | {
        State.OVERDUE,
        State.DATE_MISSING,
    }


def figures(rows: Sequence[SummaryRow]) -> Figures:
    """The headline figures of these requests. Drafts have not been sent."""
    taken = [row.days for row in rows if row.answered and row.days is not None]
    return Figures(
        sent=sum(row.state is not State.DRAFT for row in rows),
        answered=sum(is_answered(row) for row in rows),
        overdue=sum(is_overdue(row) for row in rows),
        median_days=median(taken) if taken else None,
        dated=len(taken),
    )


_PLACES: dict[str, Fill] = {
    "Answered": Fill(GREEN),
    "In part": Fill(GREEN, Pattern.HATCHED),
    "Refused": Fill(PLUM),
    "Not held": Fill(TEXT2, Pattern.LEVEL),
    "Outcome not recorded": Fill(GREEN, Pattern.HOLLOW),
    "To read": Fill(ACCENT),
    "Waiting": Fill(STILL_WAITING),
    "Date missing": Fill(AMBER, Pattern.HATCHED),
    "Draft": Fill(CONTROL, Pattern.HOLLOW),
    "Withdrawn or closed": Fill(CONTROL, Pattern.BACK_HATCHED),
    "Overdue": Fill(RED),
}


def _outcome_place(outcome: Outcome | None) -> str:
    if outcome in REFUSALS:
        return "Refused"
    return (
        {
            Outcome.DISCLOSED: "Answered",
            Outcome.PART_DISCLOSED: "In part",
            Outcome.NOT_HELD: "Not held",
        }.get(outcome, "Outcome not recorded")
        if outcome
        else "Outcome not recorded"
    )


def place_of(row: SummaryRow) -> str:
    """Where a request stands, as the bar on the first page names it."""
    if row.state is State.RESPONSE_TO_READ:
        return "To read"
    if row.answered:
        return _outcome_place(row.outcome)
    return {
        State.OVERDUE: "Overdue",
        State.DATE_MISSING: "Date missing",
        State.DRAFT: "Draft",
        State.WITHDRAWN: "Withdrawn or closed",
        State.CLOSED: "Withdrawn or closed",
    }.get(row.state, "Waiting")


def standing(rows: Sequence[SummaryRow]) -> tuple[Share, ...]:
    """How many requests stand where; each request once, places with none left out."""
    places = Counter(place_of(row) for row in rows)
    return tuple(
        Share(label, places[label], fill) for label, fill in _PLACES.items() if places[label]
    )


EFFECT_WORDS = {
    "absolute": "absolute",
    "qualified": "qualified: a public interest test is needed",
    "mixed": "absolute or qualified, by the condition relied on",
    "n/a": "a ground of refusal, not an exemption",
    "not an exemption": "not an exemption",
}


def _remark(cited: Sequence[SummaryCited]) -> str:
    effects = sorted({EFFECT_WORDS.get(each.effect, "effect not known") for each in cited})
    chip = short_provision(cited[0].provision)
    forms = sorted({each.provision.split(" ", 1)[-1] for each in cited} - {chip})
    return "; ".join([*effects, *([f"cited as {', '.join(forms)}"] if forms else [])])


def _given_by(rows: Sequence[SummaryRow]) -> str:
    names = {row.authority for row in rows}
    if None in names:
        return counted(len({row.request_id for row in rows}), "request")
    return counted(len(names), "authority", "authorities")


def reasons(rows: Sequence[SummaryRow]) -> tuple[Reason, ...]:
    """The provisions that a person confirmed were cited, most often given first."""
    found: dict[tuple[str, str], list[tuple[SummaryRow, SummaryCited]]] = {}
    for row in rows:
        for cited in row.provisions:
            if cited.confirmed:
                law = cited.provision.split(" ", 1)[0]
                key = (law, short_provision(cited.provision))
                found.setdefault(key, []).append((row, cited))
    several_laws = len({law for law, _ in found}) > 1
    ranked = sorted(
        found.items(), key=lambda item: (-len({r.request_id for r, _ in item[1]}), item[0])
    )
    return tuple(
        Reason(
            chip=f"{law} {chip}" if several_laws else chip,
            title=next((c.title for _, c in pairs if c.title), "Title not known"),
            remark=_remark([cited for _, cited in pairs]),
            given_by=_given_by([row for row, _ in pairs]),
        )
        for (law, chip), pairs in ranked
    )
