"""Answers to the numbered questions of a request, where the letter takes them one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foitrack.law.terms import Outcome
from foitrack.reading.findings import Finding, QuestionAnswer
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs
from foitrack.reading.response.outcome import Ground, decide
from foitrack.reading.response.request_text import RequestText
from foitrack.reading.response.signs import signals

_ASKED = re.compile(
    r"[\s*_#>]*(?:q(?:uestion)?|request|part|point|item)\s?\.?\s?(?P<n>\d{1,2})?(?P<sub>[a-z])?\s?(?:[.:)-]+\s*|$|\s)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"[\s*_#>]*(?:a(?:nswer)?|r(?:esponse)?|reply|our (?:response|answer))\s?(?:to )?(?:question |q)?\.?\s?(?P<n>\d{1,2})?(?P<sub>[a-z])?\s?(?:[.:)-]+(?:\s+|$)|\s*$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[\s*_#>]*\(?(?P<n>\d{1,2})(?P<sub>[a-z])?\s?[.):](?:\s+|$)|[\s*_#>]*(?P<m>\d{1,2})\s{2,}"
)
_OVER = phrases(
    r"(?:complaints?(?: rights| procedure)?|internal review|review procedure|right of (?:complaint|appeal|review)|your right\w*|next steps|what if i|copyright)\b",
    r"(?:yours (?:sincerely|faithfully)|kind regards|regards)\b",
    r"(?:if|should) you (?:are|have any|wish|would|remain|be|need|require|feel)\b",
    r"you (?:have|are entitled to|may|can) (?:the |a )?(?:right|ask|request|complain|appeal)\b",
    r"i (?:hope|trust) (?:this|that|the)\b",
)
_LARGEST = 60
_COUNTED_PARAGRAPHS = 4


@dataclass
class _Answer:
    """The paragraphs under one number while the letter is read."""

    number: str
    spans: list[Span] = field(default_factory=list)


def find_questions(
    prose: Prose, request: RequestText | None, exemptions: Sequence[Finding]
) -> tuple[QuestionAnswer, ...]:
    """Each question that has an answer of its own beneath it; empty where none has."""
    answers: dict[str, QuestionAnswer] = {}
    for answer in _answers(prose, request):
        outcome, grounds = _outcome(prose, answer, exemptions)
        if outcome is not None and answer.number not in answers:
            answers[answer.number] = QuestionAnswer(answer.number, outcome, grounds)
    ordered = sorted(answers.values(), key=lambda answer: _in_order(answer.number))
    return tuple(ordered) if len(ordered) > 1 else ()


def _in_order(number: str) -> tuple[int, str]:
    return int(re.sub(r"\D", "", number)), number


def _statement(prose: Prose, request: RequestText | None) -> Span:
    """Where the questions stand together, before any answer; empty where each has its own."""
    if request is None:
        return Span(0, 0)
    rows = [row for row in paragraphs(prose.own) if row.meets(request.first)]
    marked = sum(
        bool(_ASKED.match(t) or _NUMBERED.match(t)) for t in (r.of(prose.own) for r in rows)
    )
    return request.first if marked != 1 else Span(0, 0)


def _answers(prose: Prose, request: RequestText | None) -> Iterator[_Answer]:
    """The answers in the order of the letter."""
    current: _Answer | None = None
    unnumbered = 0
    statement = _statement(prose, request)
    for row in paragraphs(prose.own):
        line = row.flat(prose.own)
        if row.meets(statement):
            continue
        hidden = not row.of(prose.said).strip()
        if _OVER.match(line.strip(" *_#")) and not hidden:
            break
        asked, answered, numbered = _ASKED.match(line), _ANSWERED.match(line), _NUMBERED.match(line)
        if answered:
            if answered["n"]:
                number = answered["n"] + (answered["sub"] or "")
                if current is None or current.number != number:
                    yield from _done(current)
                    current = _Answer(number)
            if current is not None:
                current.spans.append(Span(row.start + answered.end(), row.end))
        elif asked and (asked["n"] or line.strip(" *_#").lower().startswith("question")):
            yield from _done(current)
            unnumbered += 1
            current = _Answer((asked["n"] or str(unnumbered)) + (asked["sub"] or ""))
        elif numbered:
            yield from _done(current)
            current = _Answer((numbered["n"] or numbered["m"]) + (numbered["sub"] or ""))
            if not hidden and not line.rstrip().endswith("?"):
                current.spans.append(Span(row.start + numbered.end(), row.end))
        elif current is not None and not hidden and not _still_asking(current, line):
            current.spans.append(row)
    yield from _done(current)


def _still_asking(answer: _Answer, line: str) -> bool:
    return not answer.spans and line.rstrip().endswith("?")


def _done(answer: _Answer | None) -> Iterator[_Answer]:
    if answer is not None and int(re.sub(r"\D", "", answer.number)) <= _LARGEST:
        answer.spans = [span for span in answer.spans if span.end > span.start]
        if answer.spans:
            yield answer


def _outcome(
    prose: Prose, answer: _Answer, exemptions: Sequence[Finding]
) -> tuple[Outcome | None, tuple[str, ...]]:
    spans = answer.spans[:_COUNTED_PARAGRAPHS]
    told = [signal for span in spans for signal in signals(span.of(prose.said))]
    grounds = tuple(
        dict.fromkeys(f.value for f in exemptions if any(_inside(f, span) for span in spans))
    )
    decided = decide(told, [Ground(name, "exemption") for name in grounds], shown=False)
    if decided is not None:
        return decided.outcome, grounds
    said = " ".join(span.of(prose.said) for span in spans)
    return (Outcome.DISCLOSED if re.search(r"\w", said) and not told else None), grounds


def _inside(finding: Finding, span: Span) -> bool:
    start = finding.place.start
    return start is not None and span.start <= start < span.end
