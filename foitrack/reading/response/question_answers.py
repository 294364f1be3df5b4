"""The paragraphs of a letter that answer each question, gathered under its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.later import later
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs, sentences
from foitrack.reading.response.plain_answers import inline_reply
from foitrack.reading.response.question_labels import head, turned_to, within
from foitrack.reading.response.request_text import RequestText
from foitrack.reading.response.signs import signals
from foitrack.reading.response.voices import answers as speaks

_ONE = r"\d{1,2}[a-z]?(?![\w/])"
_NUMBERS = rf"{_ONE}(?:(?:\s?(?:&|,|and|to)\s?|-)(?:q(?:uestions?)?\s?)?{_ONE}){{0,12}}"
_START = r"[\s*_#>]{0,12}"
_ASKED = later(
    rf"{_START}(?:q(?:uestions?)?|requests?|parts?|points?|items?)\s?[.:]?\s{{0,3}}(?P<ns>{_NUMBERS})?"
    r"\s?(?:[.:)-]+\s*|$|\s)",
    re.IGNORECASE,
)
_LETTERED_PART = later(
    rf"{_START}(?:part|question|item|section|point)\s\(?(?P<ns>[a-h])\)?\s?[.:)-]+\s+",
    re.IGNORECASE,
)
_ANSWERED = later(
    rf"{_START}(?:a(?:nswers?)?|r(?:esponses?)?|reply|our (?:response|answer))\s?(?:to )?"
    rf"(?:questions? |q)?\.?\s?(?P<ns>{_NUMBERS})?\s?(?:[.:)-]+(?:\s+|$)|\s*$)",
    re.IGNORECASE,
)
_NUMBERED = later(
    rf"{_START}\(?(?P<n>\d{{1,2}}[a-z]?)\s?[.):](?:\s+|$|(?=[A-Z][a-z]))|{_START}(?P<m>\d{{1,2}})\s{{2,}}"
)
_OVER = phrases(
    r"(?:complaints?(?: rights| procedure)?|internal review|review procedure|"
    r"right of (?:complaint|appeal|review)|your right\w*|section 16(?: advice| -|:|$)|advice and "
    r"assistance|(?:other )?general information|next steps|what if i|copyright)\b",
    r"(?:yours (?:sincerely|faithfully)|kind regards|regards)\b",
    r"(?:if|should) you (?:are|have any|wish|would|remain|be|need|require|feel|disagree|"
    r"do not agree)\b",
    r"you (?:have|are entitled to|may|can) (?:the |a )?(?:right|ask|request|complain|appeal)\b",
    r"i (?:hope|trust) (?:this|that|the)\b",
)
_CLOSES = re.compile(r"\s{0,12}\w{1,3}\)")
_BRACKET_REACH = 80
_GAP = re.compile(r"\S(?: {2,}|\t)(?=\S)")
_YOU_ASKED = phrases(
    r"\b(?:you(?:r (?:[\w-]+ ){0,3}(?:request|e-?mail|letter|enquiry))?)\b[^.]{0,80}\b(?:ask|asks|"
    r"asked|request|requested|seek|seeks|sought|want|wanted)\b"
)
_ASKS_FOR = phrases(
    r"\b(?:asks?|asked|seeks?|sought|requests|requested|want(?:s|ed)?) (?:for|that|us|about|how|"
    r"what|which|whether|to know|the|us)\b"
)
"""A sentence that only says what the question was."""
_ANNOUNCED = phrases(
    r"\b(?:information|answers?|figures?|data|response|reply|table)s? (?:\w+ )?(?:below|attached|"
    r"enclosed|follows?)\b[^.]*:$"
)
"""“For questions 2 and 3, the information below is of the financial year:”."""
_STEPS = phrases(
    r"\b(?:instructions|steps)\b[^.]{0,60}(?:\b(?:below|follows?|following)\W*$|:\W*$)|"
    r"\b(?:follow|take) (?:these|the following) (?:\w+ )?(?:instructions|steps)\b"
)
"""“Instructions are as follows:”; what is numbered there is to be done, and answers nothing."""
_OF_A_LAW = later(
    r"\W{0,2} ?(?:of|to|in) (?:the )?(?:act|schedule|foi|code|regulations|dpa|data protection)",
    re.IGNORECASE,
)


@dataclass
class Answer:
    """The paragraphs under one number while the letter is read."""

    number: str
    spans: list[Span] = field(default_factory=list)
    labelled: bool = False
    """A label says that what stands here is the answer."""


@dataclass
class _Answers:
    """All answers while the letter is read; `current` are those being read."""

    lettered: frozenset[str]
    """The letters that count questions."""
    found: list[Answer] = field(default_factory=list)
    current: list[Answer] = field(default_factory=list)
    unnumbered: int = 0
    question_below: bool = False
    """A heading numbered a question; its words are to follow."""

    def open(self, numbers: Sequence[str]) -> None:
        """Questions begin; one without a number gets the next one."""
        self.unnumbered += 1
        self.question_below = False
        self.current = [Answer(number) for number in numbers or (str(self.unnumbered),)]
        self.found += self.current

    def take(self, span: Span) -> None:
        """A paragraph of the answer to the newest questions."""
        if span.end > span.start:
            for answer in self.current:
                answer.spans.append(span)

    def label(self) -> None:
        """What follows is called the answer; the one line above it was the question."""
        for answer in self.current:
            if not answer.labelled and len(answer.spans) == 1:
                answer.spans.clear()
            answer.labelled = True

    def still_asking(self, line: str) -> bool:
        """Whether a line is the rest of a question that has no answer yet."""
        return any(not answer.spans for answer in self.current) and line.rstrip().endswith("?")


def _lettered(prose: Prose, request: RequestText | None) -> frozenset[str]:
    """The letters and Roman numerals that count what was asked; those of reasons count nothing."""
    found: list[str] = []
    # Mail quoted below (“> a) How many …”) asks too, though it answers nothing.
    for row in paragraphs(prose.plain):
        line = row.flat(prose.plain)
        stated = request is not None and row.meets(request.first)
        if (turn := head(line)) and (stated or line.rstrip().endswith("?") or inline_reply(line)):
            found += turn.labels
        elif stated or _YOU_ASKED.search(line):
            found += within(line)
    return frozenset(found) if len(set(found)) > 1 else frozenset()


def _statement(prose: Prose, request: RequestText | None) -> Span:
    """Where the questions stand together, before any answer; empty where each has its own."""
    if request is None:
        return Span(0, 0)
    rows = [row for row in paragraphs(prose.own) if row.meets(request.first)]
    marked = sum(
        bool(_ASKED.match(t) or _NUMBERED.match(t) or head(t))
        for t in (r.of(prose.own) for r in rows)
    )
    return request.first if marked != 1 else Span(0, 0)


def collect_answers(prose: Prose, request: RequestText | None) -> list[Answer]:
    """The answers in the order of the letter, down to where it speaks of reviews."""
    answers = _Answers(_lettered(prose, request))
    statement = _statement(prose, request)
    asked_before = statement.end > statement.start
    steps = False
    for row in paragraphs(prose.own):
        line = row.flat(prose.own)
        steps = (steps and _NUMBERED.match(line) is not None) or bool(_STEPS.search(line))
        if row.meets(statement) or (steps and _NUMBERED.match(line)):
            continue
        hidden = not row.of(prose.said).strip()
        if not hidden and is_over(line):
            break
        plain = not (_is_table_row(row.of(prose.own)) or _closes_a_bracket(prose.own, row))
        told_of = plain and _listed(answers, row, line, hidden=hidden, asked_before=asked_before)
        if not told_of and not hidden:
            _prose(answers, row, line)
    return answers.found


def _is_table_row(row: str) -> bool:
    """Whether a line is in three columns or more; such may begin with a number as well."""
    return len(_GAP.findall(row.strip().split("\n", 1)[0])) > 1


def _closes_a_bracket(own: str, row: Span) -> bool:
    """Whether a line's first number ends a bracket that was broken: “(see note” over “2)”."""
    if not _CLOSES.match(own, row.start, row.end):
        return False
    above = own[max(0, row.start - _BRACKET_REACH) : row.start]
    return above.rfind("(") > above.rfind(")") and "\n\n" not in above[above.rfind("(") :]


def _listed(answers: _Answers, row: Span, line: str, *, hidden: bool, asked_before: bool) -> bool:
    """Whether a line begins with the number of a question or answer, or is one's own words.

    `asked_before`: the questions stood together above, so a number begins an answer.
    """
    lettered = head(line)
    if lettered and not set(lettered.labels) <= answers.lettered:
        lettered = None
    if lettered is None and (answered := _ANSWERED.match(line)):
        numbers = _numbers(answered["ns"])
        if numbers and [answer.number for answer in answers.current] != numbers:
            answers.open(numbers)
        answers.label()
        answers.question_below = False
        answers.take(Span(row.start + answered.end(), row.end))
    elif lettered is None and (asked := _asked(line)):
        answers.open(_numbers(asked["ns"]))
        _rest(answers, row, line, asked.end(), answer=asked_before and not hidden)
        answers.question_below = not asked_before and not line[asked.end() :].strip()
    elif answers.question_below:
        answers.question_below = False
        if not hidden and speaks(line):
            answers.take(row)
    elif lettered:
        answers.open(lettered.labels)
        _rest(answers, row, line, lettered.end, answer=not hidden)
    elif numbered := _NUMBERED.match(line):
        answers.open([numbered["n"] or numbered["m"]])
        _rest(answers, row, line, numbered.end(), answer=not hidden)
    else:
        return False
    return True


def _asked(line: str) -> re.Match[str] | None:
    if met := _LETTERED_PART.match(line):
        return met
    met = _ASKED.match(line)
    return met if met and (met["ns"] or _says_question(line)) else None


def _rest(answers: _Answers, row: Span, line: str, at: int, *, answer: bool) -> None:
    """What follows a number on its line: an answer, or a question with or without one."""
    if reply := inline_reply(line):
        label = _ANSWERED.match(reply)
        if label is not None:
            answers.label()
        begins = line.rindex(reply) + (label.end() if label else 0)
        answers.take(Span(row.start + begins, row.end))
    elif answer and not line.rstrip().endswith("?"):
        answers.take(Span(row.start + at, row.end))


def _prose(answers: _Answers, row: Span, line: str) -> None:
    """Running words: an answer to the newest questions, or to those that they turn to."""
    if answers.still_asking(line):
        return
    if not any(_turn(answers, span.of(line)) for span in sentences(line)):
        answers.take(row)
        return
    for span in sentences(line):
        if labels := _turn(answers, span.of(line)):
            answers.open(labels)
            if _ANNOUNCED.search(span.of(line)):
                answers.label()
        if not (labels and _only_asks(span.of(line))):
            answers.take(Span(row.start + span.start, row.start + span.end))


def _only_asks(sentence: str) -> bool:
    """Whether a sentence says what was asked, and nothing of the answer with it."""
    return _ASKS_FOR.search(sentence) is not None and not any(signals(sentence))


def _turn(answers: _Answers, sentence: str) -> tuple[str, ...]:
    """The questions that a sentence turns to; letters only where they count what was asked."""
    turn = turned_to(sentence)
    if turn is None or _OF_A_LAW.match(sentence[turn.end :]):
        return ()
    known = all(label[0].isdigit() or label in answers.lettered for label in turn.labels)
    return turn.labels if known else ()


def _numbers(printed: str | None) -> list[str]:
    """The numbers of "2", "2 & 3", "2a", "2-5"."""
    if not printed:
        return []
    if printed.isalpha():
        return [printed.lower()]
    found = re.findall(r"\d{1,2}[a-z]?", printed.lower())
    span = re.search(r"(\d{1,2})\s?(?:-|to)\s?(?:q\w*\s?)?(\d{1,2})$", printed.lower())
    if span and int(span[1]) < int(span[2]):
        found = found[:-2] + [str(n) for n in range(int(span[1]), int(span[2]) + 1)]
    return found


def is_over(line: str) -> bool:
    """Whether a line begins what follows all answers: reviews, rights, the farewell."""
    return bool(_OVER.match(line.strip(" *_#")))


def _says_question(line: str) -> bool:
    return line.strip(" *_#").lower().startswith("question")
