"""Questions without numbers, each repeated above its own answer."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs
from foitrack.reading.response.figure_phrases import NOT_FIGURES, WORKINGS
from foitrack.reading.response.plain_answers import AGAINST, find_fact, replies_plainly
from foitrack.reading.response.question_answers import Answer, is_over
from foitrack.reading.response.request_rows import EDGES, asking, bare_item
from foitrack.reading.response.signs import signals
from foitrack.reading.response.voices import heads_answer

_INTERROGATIVE = re.compile(
    r"(?:how (?:many|much|often|long|frequently|old|far)|(?:what|which|who|whose|when|where|why) "
    r"(?:is|are|was|were|do|does|did|has|have|had|will|can))\b",
    re.IGNORECASE,
)
_OF_THE_LETTER = phrases(
    r"\b(?:page|article|content) (?:useful|helpful)\b|\b(?:we|our|us)\b|"
    r"\b(?:public interest|prejudice|exemptions?|exceptions?|cost limit)\b|"
    r"\b(?:narrow|refine|limit) (?:the|your|this)\b|"
    r"\bhappens next\b|\b(?:un|not )happy\b|\bdissatisfied\b|\bhow (?:to|(?:can|do|may) (?:I|"
    r"you)) (?:appeal|complain|ask|request)\b"
)
"""A heading of the authority's own, put as a question: “Why have we refused?”."""
_LONGEST_QUESTION, _LONGEST_WORD = 500, 160
_HEADING = re.compile(
    r"(?:(?:your|the|our|foi) |date (?:of )?(?:the |your |our )?)?(?:requests?|questions?|answers?|"
    r"responses?|reply|replies|decision|received|responded|requested)\W*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b\d[\d,]* (?:\w+ ){0,2}[a-z]+s\b")
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_ADDRESSES = phrases(
    r"\b(?:you|your|please|sincerely|faithfully|regards|email)\b|@|https?:|www\.|"
    r"\b(?:section|unit|team|department|office|officer|manager|directorate)\W*$"
)


_MARKS = frozenset("•-*·–")
"""What the items of a list begin with: under one that asks, the next asks too."""
_OF_PAGE = re.compile(
    r"(?:first |last )?(?:published|updated|modified|reviewed)(?: on)?\b.{0,30}$", re.IGNORECASE
)


def collect_in_turn(prose: Prose) -> list[Answer]:
    """The answers, numbered as they stand; empty where fewer than two questions have one."""
    found: list[Answer] = []
    asked, listed = False, ""
    for row in _answering(prose):
        line = row.flat(prose.own).strip(EDGES)
        told = row.of(prose.said).strip(EDGES + "\n")
        mark = row.of(prose.own).lstrip()[:1]
        if _HEADING.fullmatch(line) or _OF_PAGE.match(line):
            continue
        if _asks(line) or (asked and mark == listed):
            asked, listed = True, mark if mark in _MARKS else ""
        elif told and asked:
            found.append(Answer(str(len(found) + 1), [row]))
            asked = False
        elif told and found:
            found[-1].spans.append(row)
    return found if len(found) > 1 else []


def _answering(prose: Prose) -> list[Span]:
    """The paragraphs down to where the letter speaks of reviews; below the one heading of its
    answer, where it has one.
    """
    rows: list[Span] = []
    headings: list[int] = []
    for row in paragraphs(prose.own):
        line = row.flat(prose.own).strip(EDGES)
        if row.of(prose.said).strip(EDGES + "\n") and is_over(line):
            break
        # The first line of a page may be its title: “Disclosure”.
        if rows and heads_answer(line):
            headings.append(len(rows))
        rows.append(row)
    return rows[headings[0] :] if len(headings) == 1 else rows


def states_something(said: str) -> bool:
    """Whether what stands below a question tells it something, in words that refuse nothing."""
    first = " ".join(said.split()).strip(EDGES)
    if not first or {one.sign for one in signals(said)} & AGAINST:
        return False
    short = len(first) <= _LONGEST_WORD and not _ADDRESSES.search(first)
    return short or replies_plainly(first) or _counts(first) or find_fact(said) is not None


def _counts(said: str) -> bool:
    """Whether it counts something, and does not reckon what an answer would cost."""
    figures = _COUNTED.search(NOT_FIGURES.sub(" ", said))
    return figures is not None and not (WORKINGS.search(said) or _WOULD.search(said))


def _asks(line: str) -> bool:
    if len(line) > _LONGEST_QUESTION or _OF_THE_LETTER.search(line):
        return False
    return asking(line) or _INTERROGATIVE.match(bare_item(line)) is not None
