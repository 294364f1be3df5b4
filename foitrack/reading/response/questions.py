"""Answers to the numbered questions of a request, where the letter takes them one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.law.terms import Outcome
from foitrack.reading.findings import Finding, QuestionAnswer
from foitrack.reading.prose import Prose, Span, lines
from foitrack.reading.response.outcome import Ground, decide
from foitrack.reading.response.signs import signals

_NUMBERED = re.compile(
    r"[\s*_#>]*(?:(?:q(?:uestion)?|a(?:nswer)?|r(?:esponse)?|part|point|item)\s?\.?(?P<a>\d{1,2}[a-z]?)\b|(?P<b>\d{1,2})\s?[.):])",
    re.IGNORECASE,
)
_LARGEST = 60


@dataclass(frozen=True, slots=True)
class _Part:
    number: str
    span: Span


def find_questions(prose: Prose, exemptions: Sequence[Finding]) -> tuple[QuestionAnswer, ...]:
    """Each question that has an answer of its own beneath it; empty where none has."""
    answers: dict[str, QuestionAnswer] = {}
    for part in _parts(prose):
        told = tuple(signals(part.span.of(prose.said)))
        grounds = [f for f in exemptions if _inside(f, part.span)]
        has_words = len(part.span.of(prose.said).split()) > 1
        decided = decide(told, [Ground(f.value, "exemption") for f in grounds], shown=False)
        if not has_words or (
            decided is None and not told and not _figure(part.span.of(prose.said))
        ):
            continue
        outcome = decided.outcome if decided else Outcome.DISCLOSED
        answers.setdefault(
            part.number, QuestionAnswer(part.number, outcome, tuple(f.value for f in grounds))
        )
    return tuple(answers.values()) if len(answers) > 1 else ()


def _parts(prose: Prose) -> list[_Part]:
    """The text from each numbered line to the next, where the numbers count up."""
    starts: list[tuple[str, int]] = []
    for row in lines(prose.own):
        if met := _NUMBERED.match(row.of(prose.own)):
            number = met["a"] or met["b"]
            if int(re.sub(r"\D", "", number)) <= _LARGEST:
                starts.append((number, row.start))
    ends = [*(start for _, start in starts[1:]), len(prose.own)] if starts else []
    return [
        _Part(n, Span(start, min(end, start + 6000)))
        for (n, start), end in zip(starts, ends, strict=True)
    ]


def _inside(finding: Finding, span: Span) -> bool:
    start = finding.place.start
    return start is not None and span.start <= start < span.end


def _figure(text: str) -> bool:
    """Whether a short answer is a plain figure, yes or no."""
    bare = _NUMBERED.sub("", text, count=1).strip(" \n\t*_:-.").lower()
    return bool(
        re.fullmatch(
            r"(?:answer|response|a)?\W{0,3}(?:£?\d[\d,.]{0,12}%?|yes|no|none|nil|zero)\.?", bare
        )
    )
