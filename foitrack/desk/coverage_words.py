"""What a campaign's requests count as, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.desk.views import RequestRow
from foitrack.desk.views.coverage import Figure
from foitrack.law.terms import Outcome, State
from foitrack.saying import say, together

FIGURE_WORDS: dict[Figure, str] = {
    Figure.ASKED: "Asked",
    Figure.ANSWERED: "Answered",
    Figure.PART: say("In part"),
    Figure.REFUSED: "Refused",
    Figure.NOT_HELD: say("Not held"),
    Figure.UNSAID: say("Outcome not set"),
    Figure.TO_READ: say("To read"),
    Figure.NONE_YET: say("None yet"),
    Figure.LATE: "Late",
    Figure.IN_REVIEW: say("In review"),
    Figure.COMMISSIONER: "Commissioner",
    Figure.TRIBUNAL: "Tribunal",
    Figure.ENDED: "Ended",
    Figure.DRAFT: say("Not sent"),
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
        return say("Nobody has been asked yet.") + (
            say(" {0} not sent.", f"{drafts:,}") if drafts else ""
        )
    said: list[str] = [say("{0} asked.", f"{asked:,}")]
    answers = [
        say("{0} {1}", f"{counted[figure]:,}", words)
        for figure, words in _ANSWERS.items()
        if counted[figure]
    ]
    some = say("{0}.", together(answers, ", "))
    said.append(some if answers else say("None has answered yet."))
    said += filter(None, (_waiting(counted, bool(answers)), _pressed(counted)))
    return together(said)


_ANSWERS = {
    Figure.ANSWERED: say("answered in full"),
    Figure.PART: say("in part"),
    Figure.REFUSED: say("refused"),
    Figure.NOT_HELD: say("not held"),
    Figure.UNSAID: say("answered with no outcome set"),
    Figure.TO_READ: say("to be read"),
    Figure.ENDED: say("ended without an answer"),
}


def _waiting(counted: Mapping[Figure, int], any_answer: bool) -> str:
    number, late = counted[Figure.NONE_YET], counted[Figure.LATE]
    if not number:
        return ""
    if not any_answer:
        return say("{0} of them late.", f"{late:,}") if late else ""
    many = say("{0} have not answered yet", f"{number:,}")
    said = say("{0} has not answered yet", number) if number == 1 else many
    if late == number:
        return say("{0}, and is late.", said) if late == 1 else say("{0}, and all are late.", said)
    return say("{0}, {1} of them late.", said, f"{late:,}") if late else say("{0}.", said)


def _pressed(counted: Mapping[Figure, int]) -> str:
    places = {
        Figure.IN_REVIEW: say("in review"),
        Figure.COMMISSIONER: say("with the Commissioner"),
        Figure.TRIBUNAL: say("with the Tribunal"),
    }
    there = [
        say("{0} {1}", f"{counted[one]:,}", words) for one, words in places.items() if counted[one]
    ]
    return say("{0}.", together(there, ", ")) if there else ""
