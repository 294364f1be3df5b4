"""Requests as lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from foitrack.desk.views import RequestDetail, RequestRow, ResponseView
from foitrack.law.terms import Review, State
from foitrack.law.wording import (
    OUTCOME_WORDS,
    REVIEW_WORDS,
    STATE_WORDS,
    counted,
    distance,
    full_date,
    table_date,
)

NOT_STATED = "Authority not stated"


def request_line(row: RequestRow) -> str:
    """One request on one line."""
    parts = [
        f"{row.id}",
        row.authority or NOT_STATED,
        row.title,
        state_words(row),
        _due_words(row),
    ]
    if row.references:
        parts.insert(2, ", ".join(row.references))
    if row.review is not Review.NONE:
        parts.append(f"review: {REVIEW_WORDS[row.review].lower()}")
    return "  ".join(part for part in parts if part)


def state_words(row: RequestRow) -> str:
    """The state, or the outcome once it is answered."""
    if row.state is State.ANSWERED and row.outcome is not None:
        return OUTCOME_WORDS[row.outcome]
    return STATE_WORDS[row.state]


def _due_words(row: RequestRow) -> str:
    if row.answered_day is not None:
        return f"answered day {row.answered_day}"
    if row.answered:
        return "day of the answer not known"
    if row.due_on is None:
        return "due date not known"
    left = "" if row.working_days_left is None else f", {distance(row.working_days_left)}"
    return f"due {table_date(row.due_on)}{left}"


def detail_lines(detail: RequestDetail) -> Iterator[str]:
    """One request with what belongs to it."""
    row = detail.row
    yield f"{row.authority or NOT_STATED}: {row.title}"
    facts = [state_words(row), row.regime.value, row.campaign or ""]
    if row.references:
        facts.insert(1, f"reference {', '.join(row.references)}")
    yield "; ".join(fact for fact in facts if fact)
    yield ""
    for entry in detail.timeline:
        on = full_date(entry.on) if entry.on else "day not known"
        about = f": {entry.detail}" if entry.detail else ""
        yield f"  {on}  {entry.title}{about}"
    for response in detail.responses:
        yield from _response_lines(response)
    yield ""
    yield f"Internal review: {REVIEW_WORDS[detail.review.status].lower()}."
    yield f"Next: {detail.next_step.sentence}"


def _response_lines(response: ResponseView) -> Iterator[str]:
    yield ""
    names = ", ".join(document.name for document in response.documents)
    outcome = OUTCOME_WORDS[response.outcome] if response.outcome else "outcome not known"
    yield f"Response {response.id}: {names} ({outcome if response.recorded else 'to read'})"
    for provision in response.provisions:
        mark = "" if provision.confirmed else " (not confirmed)"
        purposes = ", ".join(provision.with_provisions)
        by_virtue = f" by virtue of {purposes}" if purposes else ""
        yield f"  {provision.provision}{by_virtue}: {provision.title}, {provision.effect}{mark}"
    for name in response.attachments_named:
        yield f"  Named but not here: {name}"
    if response.case_rows:
        yield f"  {counted(response.case_rows, 'case row')}"
