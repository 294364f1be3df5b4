"""What a campaign's requests count as, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.desk.views import RequestRow
from foitrack.desk.views.coverage import Figure
from foitrack.law.terms import Outcome, State

FIGURE_WORDS: dict[Figure, str] = {
    Figure.ASKED: "Asked",
    Figure.ANSWERED: "Answered",
    Figure.PART: "In part",
    Figure.REFUSED: "Refused",
    Figure.NOT_HELD: "Not held",
    Figure.UNSAID: "Outcome not set",
    Figure.TO_READ: "To read",
    Figure.NONE_YET: "None yet",
    Figure.LATE: "Late",
    Figure.IN_REVIEW: "In review",
    Figure.COMMISSIONER: "Commissioner",
    Figure.TRIBUNAL: "Tribunal",
    Figure.ENDED: "Ended",
    Figure.DRAFT: "Not sent",
}
_BY_OUTCOME = {
    Outcome.DISCLOSED: Figure.ANSWERED,
    Outcome.PART_DISCLOSED: Figure.PART,
    Outcome.NOT_HELD: Figure.NOT_HELD,
}
"""Every other outcome is a refusal."""
_BY_STATE = {
    State.IN_REVIEW: Figure.IN_REVIEW,
    State.REVIEW_LATE: Figure.IN_REVIEW,
    State.WITH_COMMISSIONER: Figure.COMMISSIONER,
    State.WITH_TRIBUNAL: Figure.TRIBUNAL,
}
_ENDED = (State.CLOSED, State.WITHDRAWN)


def figures_of(row: RequestRow) -> frozenset[Figure]:
    """All that a request counts as."""
    if row.state is State.DRAFT:
        return frozenset({Figure.DRAFT})
    found = {Figure.ASKED, _answer(row)}
    if row.state is State.OVERDUE:
        found.add(Figure.LATE)
    if row.state in _BY_STATE:
        found.add(_BY_STATE[row.state])
    return frozenset(found)


def _answer(row: RequestRow) -> Figure:
    """What its answer is; each request has one of these."""
    if row.state is State.RESPONSE_TO_READ:
        return Figure.TO_READ
    if row.outcome is not None:
        return _BY_OUTCOME.get(row.outcome, Figure.REFUSED)
    if row.answered:
        return Figure.UNSAID
    return Figure.ENDED if row.state in _ENDED else Figure.NONE_YET


def sentence(counted: Mapping[Figure, int]) -> str:
    """The figures in words: "30 asked. 4 answered in full, 3 refused. 17 have …"."""
    asked = counted[Figure.ASKED]
    if not asked:
        drafts = counted[Figure.DRAFT]
        return "Nobody has been asked yet." + (f" {drafts:,} not sent." if drafts else "")
    said = [f"{asked:,} asked."]
    answers = [
        f"{counted[figure]:,} {words}" for figure, words in _ANSWERS.items() if counted[figure]
    ]
    said.append(f"{', '.join(answers)}." if answers else "None has answered yet.")
    said += filter(None, (_waiting(counted, bool(answers)), _pressed(counted)))
    return " ".join(said)


_ANSWERS = {
    Figure.ANSWERED: "answered in full",
    Figure.PART: "in part",
    Figure.REFUSED: "refused",
    Figure.NOT_HELD: "not held",
    Figure.UNSAID: "answered with no outcome set",
    Figure.TO_READ: "to be read",
    Figure.ENDED: "ended without an answer",
}


def _waiting(counted: Mapping[Figure, int], any_answer: bool) -> str:
    number, late = counted[Figure.NONE_YET], counted[Figure.LATE]
    if not number:
        return ""
    if not any_answer:
        return f"{late:,} of them late." if late else ""
    verb = "has" if number == 1 else "have"
    said = f"{number:,} {verb} not answered yet"
    if late == number:
        return f"{said}, and {'is' if late == 1 else 'all are'} late."
    return f"{said}, {late:,} of them late." if late else f"{said}."


def _pressed(counted: Mapping[Figure, int]) -> str:
    places = {
        Figure.IN_REVIEW: "in review",
        Figure.COMMISSIONER: "with the Commissioner",
        Figure.TRIBUNAL: "with the Tribunal",
    }
    there = [f"{counted[one]:,} {words}" for one, words in places.items() if counted[one]]
    return f"{', '.join(there)}." if there else ""
