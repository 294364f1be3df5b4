"""Answers to the numbered questions of a request, where the letter takes them one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.law.terms import Outcome
from foitrack.reading.findings import Finding, QuestionAnswer
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs
from foitrack.reading.response.outcome import Ground, decide
from foitrack.reading.response.request_text import RequestText
from foitrack.reading.response.signs import signals

_ASKED = re.compile(
    r"[\s*_#>]*(?:q(?:uestion)?|request|part|point|"
    r"item)\s?\.?\s?(?P<n>\d{1,2})?(?P<sub>[a-z])?\s?(?:[.:)-]+\s*|$|\s)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"[\s*_#>]*(?:a(?:nswer)?|r(?:esponse)?|reply|our (?:response|"
    r"answer))\s?(?:to )?(?:question |q)?\.?\s?(?P<n>\d{1,2})?(?P<sub>[a-z])?\s?(?:[.:)-]+(?:\s+|"
    r"$)|\s*$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[\s*_#>]*\(?(?P<n>\d{1,2})(?P<sub>[a-z])?\s?[.):](?:\s+|$)|[\s*_#>]*(?P<m>\d{1,2})\s{2,}"
)
_OVER = phrases(
    r"(?:complaints?(?: rights| procedure)?|internal review|review procedure|"
    r"right of (?:complaint|appeal|review)|your right\w*|next steps|what if i|copyright)\b",
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


@dataclass
class _Answers:
    """All answers while the letter is read, the one being read last."""

    found: list[_Answer] = field(default_factory=list)
    unnumbered: int = 0

    def open(self, number: str | None) -> None:
        """A question begins; without a number it gets the next one."""
        self.unnumbered += 1
        self.found.append(_Answer(number or str(self.unnumbered)))

    def take(self, span: Span) -> None:
        """A paragraph of the answer to the newest question."""
        if self.found and span.end > span.start:
            self.found[-1].spans.append(span)

    def still_asking(self, line: str) -> bool:
        """Whether a line is the rest of a question that has no answer yet."""
        return bool(self.found) and not self.found[-1].spans and line.rstrip().endswith("?")


def find_questions(
    prose: Prose, request: RequestText | None, exemptions: Sequence[Finding]
) -> tuple[QuestionAnswer, ...]:
    """Each question that has an answer of its own beneath it; empty where none has."""
    answers: dict[str, QuestionAnswer] = {}
    for answer in _answers(prose, request):
        if not answer.spans or int(re.sub(r"\D", "", answer.number)) > _LARGEST:
            continue
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


def _answers(prose: Prose, request: RequestText | None) -> list[_Answer]:
    """The answers in the order of the letter, down to where it speaks of reviews."""
    answers = _Answers()
    statement = _statement(prose, request)
    for row in paragraphs(prose.own):
        if row.meets(statement):
            continue
        line = row.flat(prose.own)
        hidden = not row.of(prose.said).strip()
        if not hidden and _OVER.match(line.strip(" *_#")):
            break
        _add(answers, row, line, hidden=hidden)
    return answers.found


def _add(answers: _Answers, row: Span, line: str, *, hidden: bool) -> None:
    if answered := _ANSWERED.match(line):
        number = _number(answered)
        if number and not (answers.found and answers.found[-1].number == number):
            answers.open(number)
        answers.take(Span(row.start + answered.end(), row.end))
    elif (asked := _ASKED.match(line)) and (asked["n"] or _says_question(line)):
        answers.open(_number(asked))
    elif numbered := _NUMBERED.match(line):
        answers.open(_number(numbered))
        if not hidden and not line.rstrip().endswith("?"):
            answers.take(Span(row.start + numbered.end(), row.end))
    elif not hidden and not answers.still_asking(line):
        answers.take(row)


def _number(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    number = groups["n"] or groups.get("m")
    return f"{number}{groups['sub'] or ''}" if number else None


def _says_question(line: str) -> bool:
    return line.strip(" *_#").lower().startswith("question")


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
