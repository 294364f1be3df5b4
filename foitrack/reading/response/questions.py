"""Answers to the numbered questions of a request, where the letter takes them one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.later import later
from foitrack.law.terms import Outcome
from foitrack.reading.findings import QuestionAnswer
from foitrack.reading.prose import Prose
from foitrack.reading.response.asked_in_turn import collect_in_turn, states_something
from foitrack.reading.response.figure_phrases import POINTS_BELOW
from foitrack.reading.response.outcome import Ground, decide
from foitrack.reading.response.question_answers import Answer, collect_answers
from foitrack.reading.response.question_labels import in_order
from foitrack.reading.response.request_text import RequestText
from foitrack.reading.response.signs import Sign, Signal, signals

_A_FIGURE = re.compile(r"^\W*(?:\d|£|none\b|nil\b|yes\b|no\b)|[£ ]\d[\d,.]*\s*$", re.IGNORECASE)
_LARGEST = 60
_COUNTED_PARAGRAPHS = 4


def find_questions(
    prose: Prose,
    request: RequestText | None,
    cited: Sequence[tuple[str, int]],
    *,
    whole: bool = False,
    withholds: bool = False,
) -> tuple[QuestionAnswer, ...]:
    """Each question that has an answer of its own beneath it; empty where none has.

    `cited`: each provision relied on, with where it is cited. `whole`: the letter refuses the
    request as one (its cost), so that what is numbered may be its reasons, and is an answer only
    where it says so. `withholds`: it withholds something, so that words which tell nothing
    may be its reasons.
    """
    numbered = [one for one in collect_answers(prose, request) if one.spans]
    if len(numbered) < _LEAST:
        return _in_turn(prose, cited, whole=whole)
    answers: dict[str, QuestionAnswer] = {}
    below: list[str] = []
    """Those whose answer is said to stand below."""
    for answer in numbered:
        if _too_large(answer.number):
            continue
        outcome, grounds = _outcome(prose, answer, cited, whole=whole, withholds=withholds)
        if outcome is not None and _points_below(prose, answer):
            below.append(answer.number)
            continue
        above = next(reversed(answers.values()), None)
        if above and _AS_ABOVE.fullmatch(answer.spans[0].of(prose.said)):
            outcome, grounds = above.outcome, above.exemptions
        if outcome is not None and answer.number not in answers:
            for number in (*below, answer.number):
                answers.setdefault(number, QuestionAnswer(number, outcome, grounds))
            below.clear()
    for number in below:
        answers.setdefault(number, QuestionAnswer(number, Outcome.DISCLOSED, ()))
    ordered = [answers[number] for number in in_order(answers)]
    return tuple(ordered) if len(ordered) > 1 else ()


def _in_turn(
    prose: Prose, cited: Sequence[tuple[str, int]], *, whole: bool
) -> tuple[QuestionAnswer, ...]:
    """The answers of questions without numbers, where some are given and some are not."""
    found: list[QuestionAnswer] = []
    for answer in collect_in_turn(prose):
        outcome, grounds = _outcome(prose, answer, cited, whole=True)
        said = " ".join(span.of(prose.said) for span in answer.spans)
        states = states_something(answer.spans[0].of(prose.said) if whole else said)
        if outcome is None and not grounds and states:
            outcome = Outcome.DISCLOSED
        if outcome is not None:
            found.append(QuestionAnswer(answer.number, outcome, grounds))
    given = any(one.outcome is Outcome.DISCLOSED for one in found)
    return tuple(found) if given and len(found) >= _LEAST else ()


def _answers_first(said: str, told: Sequence[Signal]) -> bool:
    """Whether more than figures is told below a question, or these stand in its first words."""
    if {signal.sign for signal in told} != {Sign.FIGURE} or _A_FIGURE.search(said):
        return True
    return any(signal.sign is Sign.FIGURE for signal in signals(said))


_LEAST = 2
_AS_ABOVE = later(
    r"(?=.*\w)\W*(?:(?:please )?(?:as|see)(?: (?:stated|per))? above|(?:not applicable|n/?a)"
    r"(?:\W{1,3}(?:please )?see (?:above|(?:(?:the )?(?:answer|response|reply) (?:to )?)?"
    r"(?:q(?:uestion)? ?)?\d{1,2}))?)?"
    r"(?:\W{0,3}not held|\W{0,3}(?:(?:so|and|therefore|this|it|that|the question|which) ){0,3}"
    r"(?:does not|doesn't|do not|cannot) (?:therefore )?(?:arise|apply))?\W*",
    re.IGNORECASE,
)
"""A question answered like the one before it."""


def _points_below(prose: Prose, answer: Answer) -> bool:
    return all(POINTS_BELOW.match(span.flat(prose.said)) for span in answer.spans)


def _too_large(number: str) -> bool:
    digits = re.match(r"\d+", number)
    return digits is not None and int(digits[0]) > _LARGEST


def _outcome(
    prose: Prose,
    answer: Answer,
    cited: Sequence[tuple[str, int]],
    *,
    whole: bool,
    withholds: bool = False,
) -> tuple[Outcome | None, tuple[str, ...]]:
    telling = [span for span in answer.spans if not POINTS_BELOW.match(span.flat(prose.said))]
    spans = (telling or answer.spans)[:_COUNTED_PARAGRAPHS]
    told = [signal for span in spans for signal in signals(span.of(prose.said))]
    inside = (name for name, at in cited if any(span.start <= at < span.end for span in spans))
    grounds = tuple(dict.fromkeys(inside))
    decided = decide(told, [Ground(name, "exemption") for name in grounds], shown=False)
    said = " ".join(span.of(prose.said) for span in spans)
    if whole and not answer.labelled and not _answers_first(spans[0].of(prose.said), told):
        return None, grounds  # Figures that reckon the cost.
    if decided is not None:
        return decided.outcome, grounds
    if whole and not (answer.labelled or _A_FIGURE.search(said)):
        return None, grounds
    if withholds and not answer.labelled and not states_something(said):
        return None, grounds
    return (Outcome.DISCLOSED if re.search(r"\w", said) and not told else None), grounds
