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
from foitrack.reading.response.voices import answers as speaks

_ONE = r"\d{1,2}[a-z]?(?![\w/])"
_NUMBERS = rf"{_ONE}(?:(?:\s?(?:&|,|and|to)\s?|-)(?:q(?:uestions?)?\s?)?{_ONE}){{0,12}}"
_START = r"[\s*_#>]{0,12}"
_ASKED = re.compile(
    rf"{_START}(?:q(?:uestions?)?|requests?|parts?|points?|items?)\s?\.?\s?(?P<ns>{_NUMBERS})?"
    r"\s?(?:[.:)-]+\s*|$|\s)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    rf"{_START}(?:a(?:nswers?)?|r(?:esponses?)?|reply|our (?:response|answer))\s?(?:to )?"
    rf"(?:questions? |q)?\.?\s?(?P<ns>{_NUMBERS})?\s?(?:[.:)-]+(?:\s+|$)|\s*$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"{_START}\(?(?P<n>\d{{1,2}}[a-z]?)\s?[.):](?:\s+|$)|{_START}(?P<m>\d{{1,2}})\s{{2,}}"
)
_OVER = phrases(
    r"(?:complaints?(?: rights| procedure)?|internal review|review procedure|"
    r"right of (?:complaint|appeal|review)|your right\w*|next steps|what if i|copyright)\b",
    r"(?:yours (?:sincerely|faithfully)|kind regards|regards)\b",
    r"(?:if|should) you (?:are|have any|wish|would|remain|be|need|require|feel)\b",
    r"you (?:have|are entitled to|may|can) (?:the |a )?(?:right|ask|request|complain|appeal)\b",
    r"i (?:hope|trust) (?:this|that|the)\b",
)
_A_FIGURE = re.compile(r"^\W*(?:\d|£|none\b|nil\b|yes\b|no\b)|[£ ]\d[\d,.]*\s*$", re.IGNORECASE)
_LARGEST = 60
_COUNTED_PARAGRAPHS = 4


@dataclass
class _Answer:
    """The paragraphs under one number while the letter is read."""

    number: str
    spans: list[Span] = field(default_factory=list)
    labelled: bool = False
    """A label says that what stands here is the answer."""


@dataclass
class _Answers:
    """All answers while the letter is read; `current` are those being read."""

    found: list[_Answer] = field(default_factory=list)
    current: list[_Answer] = field(default_factory=list)
    unnumbered: int = 0
    question_below: bool = False
    """A heading numbered a question; its words are to follow."""

    def open(self, numbers: Sequence[str]) -> None:
        """Questions begin; one without a number gets the next one."""
        self.unnumbered += 1
        self.question_below = False
        self.current = [_Answer(number) for number in numbers or (str(self.unnumbered),)]
        self.found += self.current

    def take(self, span: Span) -> None:
        """A paragraph of the answer to the newest questions."""
        if span.end > span.start:
            for answer in self.current:
                answer.spans.append(span)

    def label(self) -> None:
        """What follows is called the answer."""
        for answer in self.current:
            answer.labelled = True

    def still_asking(self, line: str) -> bool:
        """Whether a line is the rest of a question that has no answer yet."""
        return any(not answer.spans for answer in self.current) and line.rstrip().endswith("?")


def find_questions(
    prose: Prose, request: RequestText | None, exemptions: Sequence[Finding], *, whole: bool = False
) -> tuple[QuestionAnswer, ...]:
    """Each question that has an answer of its own beneath it; empty where none has.

    `whole`: the letter refuses the request as one (its cost), so that what is numbered may be
    its reasons, and is an answer only where it says so.
    """
    answers: dict[str, QuestionAnswer] = {}
    for answer in _answers(prose, request):
        if not answer.spans or int(re.sub(r"\D", "", answer.number)) > _LARGEST:
            continue
        outcome, grounds = _outcome(prose, answer, exemptions, whole=whole)
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
        _add(answers, row, line, hidden=hidden, asked_before=statement.end > statement.start)
    return answers.found


def _add(answers: _Answers, row: Span, line: str, *, hidden: bool, asked_before: bool) -> None:
    """`asked_before`: the questions stood together above, so a number begins an answer."""
    if answered := _ANSWERED.match(line):
        numbers = _numbers(answered["ns"])
        if numbers and [answer.number for answer in answers.current] != numbers:
            answers.open(numbers)
        answers.label()
        answers.question_below = False
        answers.take(Span(row.start + answered.end(), row.end))
    elif (asked := _ASKED.match(line)) and (asked["ns"] or _says_question(line)):
        answers.open(_numbers(asked["ns"]))
        if asked_before and not hidden and not line.rstrip().endswith("?"):
            answers.take(Span(row.start + asked.end(), row.end))
        answers.question_below = not asked_before and not line[asked.end() :].strip()
    elif answers.question_below:
        answers.question_below = False
        if not hidden and speaks(line):
            answers.take(row)
    elif numbered := _NUMBERED.match(line):
        answers.open([numbered["n"] or numbered["m"]])
        if not hidden and not line.rstrip().endswith("?"):
            answers.take(Span(row.start + numbered.end(), row.end))
    elif not hidden and not answers.still_asking(line):
        answers.take(row)


def _numbers(printed: str | None) -> list[str]:
    """The numbers of "2", "2 & 3", "2a", "2-5"."""
    if not printed:
        return []
    found = re.findall(r"\d{1,2}[a-z]?", printed.lower())
    span = re.search(r"(\d{1,2})\s?(?:-|to)\s?(?:q\w*\s?)?(\d{1,2})$", printed.lower())
    if span and int(span[1]) < int(span[2]):
        found = found[:-2] + [str(n) for n in range(int(span[1]), int(span[2]) + 1)]
    return found


def _says_question(line: str) -> bool:
    return line.strip(" *_#").lower().startswith("question")


def _outcome(
    prose: Prose, answer: _Answer, exemptions: Sequence[Finding], *, whole: bool
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
    if whole and not (answer.labelled or _A_FIGURE.search(said)):
        return None, grounds
    return (Outcome.DISCLOSED if re.search(r"\w", said) and not told else None), grounds


def _inside(finding: Finding, span: Span) -> bool:
    start = finding.place.start
    return start is not None and span.start <= start < span.end
