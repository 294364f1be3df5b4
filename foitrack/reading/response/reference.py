"""The authority's own number for a request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foitrack.later import later
from foitrack.reading.dates import find_dates
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, flowing, lines
from foitrack.reading.response.commissioner_numbers import commissioners_numbers
from foitrack.reading.response.reference_forms import (
    ABOUT,
    HEADED,
    HOUSED,
    LAW_AND_YEAR,
    LETTERED,
    MAIL_TAG,
    NEVER,
    NOT_OURS,
    NUMBERED_TITLE,
    OF_PAPERS,
    SHAPES,
    STANDING,
    SUBJECT,
    TAGGED,
    TITLE_LINES,
    TITLED,
    VALUE,
)
from foitrack.reading.response.reference_labels import LABEL_WORD, LABELS

_LABEL_WORDS = frozenset(
    [
        "our",
        "ref",
        "no",
        "number",
        "request",
        "reference",
        "dated",
        "dear",
        "of",
        "from",
        "is",
        "id",
    ]
)
_MORE = later(
    r"(?:(?:[ \t]\d{3}){2,3}|,\d{3}(?!\d)|"
    r"[ \t]\d{3,8}(?:[ \t](?:EIR|FOI))?|(?:[ \t]\d\d){1,2}|[ \t]/[ \t]\d{2,4}|"
    r"[ \t][-/][ \t][A-Z]{1,4}\d{4,10}|[ \t]-[ \t]?\d\d|-[ \t]\d\d|"
    r"[ \t](?:FOI|EIR)[ \t]\d{2,6}|[ \t]I?R)"
    r"(?=\s*(?:$|\)|\]| {2}|\t|\||/ [A-Z]{2}\b|[-–] [A-Z]))"
)
_EARLIER = later(
    r"\b(?:answered|replied|responded|refused|same information|same terms|"
    r"same request)\b[^.;]{0,60}\bon\b[^.;]{0,40}\($|"
    r"\b(?:same as|identical to|repeats?(?: of)?|similar to) (?:your|the|an?) (?:\w+ )?requests?\b"
    r"[^.;]{0,60}\($",
    re.IGNORECASE,
)
"""“We answered these on 19 June (our ref …)”: that was another."""
_YOUR_REQUEST = re.compile(r"\byour (?:foi )?(?:request|enquiry|e-?mail|letter)\W{1,3}$", re.I)
_STRONG, _STRONGEST = 7, 8
_LONGEST_HEADING = 120
_LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class _Candidate:
    value: str
    span: Span
    rank: int
    why: str


def find_reference(text: str, said: str) -> Finding | None:
    """The authority's reference, or None.

    `said` is the text with the request's own words blanked. The best label wins, then the one
    that stands first. Numbers of the asker, of the Commissioner, of a Tribunal, of planning
    and the like are passed over.
    """
    found = list(_candidates(flowing(said)))
    found = found or list(_of_the_commissioner(text))
    found = found or list(_among_the_questions(text, said)) or list(_in_mail_below(text, said))
    if not found:
        return None
    best = max(found, key=lambda c: (c.rank, -c.span.start))
    rivals = [c for c in found if c.rank == best.rank and not _same(c.value, best.value)]
    certainty = Certainty.CHECK if rivals else Certainty.FOUND
    why = best.why + (" Another number stands under a like label." if rivals else "")
    place = Place(start=best.span.start, end=best.span.end)
    printed = " ".join(best.span.of(text).split())
    return Finding("reference", best.value, printed, place, why, certainty=certainty)


def _candidates(said: str) -> Iterator[_Candidate]:
    barred = [Span(d.start, d.end) for d in find_dates(said)]
    barred += [Span(m.start(), m.end()) for m in MAIL_TAG.finditer(said)]
    barred.sort(key=lambda span: span.start)
    at = 0
    for number, (row, line) in enumerate(_labelled_lines(said)):
        while at < len(barred) and barred[at].end <= row.start:
            at += 1
        near = barred[at : at + 20]
        for rank, whole, why in _in_line(line, title=number < TITLE_LINES):
            own = _without_law(line, whole)
            span = Span(row.start + own.start, row.start + own.end)
            if not any(span.meets(other) for other in near):
                yield _Candidate(_written(own.of(line)), span, rank - _in_prose(line, own), why)


_ENDS_IN_LABEL = re.compile(
    r"\bref\w*\W{0,4}$|\bno\W{0,3}$|"
    r"\b(?:reference|request|case|foi|eir|disclosure|log|enquiry) (?:number|id)\W{0,4}$",
    re.I,
)
_ALONE = re.compile(r"[ \t*]{0,80}(?P<value>(?:FOI|EIR|RFI)[ -]?\d{4,8}(?:/\d\d)?)[ \t*]*")
_AMONG_REACH = 6000


def _among_the_questions(text: str, said: str) -> Iterator[_Candidate]:
    """A number alone in a line at the head of what was asked, which `said` leaves out."""
    for row in lines(text[:_AMONG_REACH]):
        met = _ALONE.fullmatch(row.of(text))
        if met and not row.of(said).strip() and not LAW_AND_YEAR.match(met["value"]):
            span = Span(row.start + met.start("value"), row.start + met.end("value"))
            yield _Candidate(met["value"], span, 1, "It stands alone before what was asked.")


def _of_the_commissioner(text: str) -> Iterator[_Candidate]:
    for met in commissioners_numbers(text):
        why = "It follows the label “reference”."
        yield _Candidate(met["value"], Span(*met.span("value")), _STRONG, why)


def _in_mail_below(text: str, said: str) -> Iterator[_Candidate]:
    """What the authority's own mail below, its acknowledgement, labels as the reference."""
    why = "It stands in a mail below the answer."
    for one in _candidates(flowing(text)):
        if one.rank >= _STRONGEST and not one.span.of(said).strip():
            yield replace(one, rank=1, why=why)


_LAW_FIRST = later(
    r"(?:FOIA?|EIRS?|RFI)(?:[ \t]+|[ \t][-–][ \t])"
    r"(?=(?!ID\b)[A-Z]{2,6}(?:[/-][\w/-]{0,12}|[ \t])\d)"
)


def _without_law(line: str, span: Span) -> Span:
    """“FOI NOPF/000934/24”: the law is no part of a number that has letters of its own."""
    law = _LAW_FIRST.match(line, span.start, span.end)
    return Span(law.end(), span.end) if law else span


def _labelled_lines(said: str) -> Iterator[tuple[Span, str]]:
    """Each written line; one that ends in a label together with the line below it."""
    rows = [row for row in lines(said) if row.of(said).strip()]
    for row, below in zip(rows, [*rows[1:], None], strict=False):
        line = row.of(said)
        short = len(line.strip()) < _LONGEST_LABEL and not any(ch.isdigit() for ch in line)
        if short and below is not None and _ENDS_IN_LABEL.search(line):
            yield row, said[row.start : below.end].replace("\n", " ")
        elif any(ch.isdigit() for ch in line) or LETTERED.search(line):
            yield row, line


_NEIGHBOURS = re.compile(r"\s*[«‹]|.*[»›]\s*$|\s*(?:previous|next)\s?:", re.IGNORECASE)
"""The disclosures before and after this one, at a page's foot."""


def _in_line(line: str, *, title: bool) -> Iterator[tuple[int, Span, str]]:
    if _NEIGHBOURS.match(line):
        return
    for rank, label, why in LABELS if LABEL_WORD.search(line) else ():
        for met in label.finditer(line):
            found = VALUE.match(line, met.end())
            if rank >= _STRONG:
                found = LETTERED.match(line, met.end()) or found
            ours = _is_ours(line, met) and not (rank < _STRONG and _of_papers(line, met))
            span = _cut(line, found) if found and ours else None
            if span and _may_be(span.of(line), rank):
                yield rank, span, why
    for rank, shape, why in SHAPES:
        for found in shape.finditer(line):
            ours = _is_ours(line, found) and not ABOUT.search(line[: found.start()])
            ours = ours and not _of_papers(line, found)
            more = _MORE.match(line, found.end("value"))
            span = Span(found.start("value"), more.end() if more else found.end())
            if ours and _may_be(span.of(line), rank):
                yield rank, span, why
    if title and len(line) < _LONGEST_HEADING:
        yield from _in_title(line)


def _in_title(line: str) -> Iterator[tuple[int, Span, str]]:
    """Numbers that a disclosure's title ends in, or that stand alone in a letterhead."""
    if titled := TITLED.search(line.rstrip()):
        group = next(name for name in "abc" if titled[name])
        if parse_period(titled[group]) is None:
            yield 3, Span(*titled.span(group)), "It closes the title of the disclosure."
    if housed := HOUSED.match(line):
        yield 5, Span(*housed.span("value")), "It stands alone, with the body's own initials."
    if (headed := HEADED.match(line)) and not LAW_AND_YEAR.match(headed["value"]):
        yield 6, Span(*headed.span("value")), "It stands alone at the head of the letter."
    if subject := SUBJECT.match(line):
        yield 3, Span(*subject.span("value")), "It begins the subject of the mail."
    if tagged := TAGGED.match(line):
        yield 3, Span(*tagged.span("value")), "It closes the subject of the mail."
    standing = STANDING.match(line) or NUMBERED_TITLE.match(line)
    if standing and _stands(standing["value"]):
        yield 2, Span(*standing.span("value")), "It stands alone at the head of the letter."


def _stands(value: str) -> bool:
    return not NEVER.match(value) and parse_period(value) is None


def _of_papers(line: str, met: re.Match[str]) -> bool:
    """Whether a line speaks of another request by its number, or asks for its papers."""
    if met.group().lower().startswith("your "):
        return False  # “A reply to your request 123”: the request is this one.
    return bool(OF_PAPERS.search(line[max(0, met.start() - 160) : met.start()]))


def _may_be(value: str, rank: int) -> bool:
    """Whether a number may be a reference; a short one needs a label that says so."""
    if NEVER.match(value):
        return False
    digits = sum(ch.isdigit() for ch in value)
    if rank < _STRONG and (LAW_AND_YEAR.match(value) or parse_period(value) is not None):
        return False
    return rank >= _STRONG or (digits > 2 and not re.fullmatch(r"\d{3}", value))


def _in_prose(line: str, span: Span) -> int:
    """What a candidate loses for standing in running prose and not in a heading."""
    return 0 if len(line.strip()) < _LONGEST_HEADING and span.start < 100 else 2


_INFORMATION_APPLICATION = re.compile(r"\binformation application\W{1,3}$", re.IGNORECASE)
_APPLICATION = re.compile(r"(?<!planning )\bapplication\W{1,3}$", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"(?<!\bour )\b(?:contract|policy|document|building|post|job|asset) \($", re.I
)
"""The subject of a title, with the number of the request behind it."""
_COLUMN = re.compile(r"\t| {3,}|\|")
_OF_THE_ACT = re.compile(r"\W*(?:FOI|EIR|RFI)")


def _is_ours(line: str, met: re.Match[str]) -> bool:
    """Whether a label is not that of somebody else's number; “our reference” always is ours."""
    before = _COLUMN.split(line[max(0, met.start() - 40) : met.start()])[-1]
    if met.group()[:4].lower() == "our " or before.rstrip().endswith(":"):
        before = _YOUR_REQUEST.sub("", before)
    if _APPLICATION.search(before) and _OF_THE_ACT.match(met.group()):
        return True
    if _INFORMATION_APPLICATION.search(before):
        return True
    if _IN_BRACKETS.search(before) and _OF_THE_ACT.match(met.group()):
        return True
    return not (NOT_OURS.search(before) or _EARLIER.search(line[: met.start()][-120:]))


def _cut(line: str, found: re.Match[str]) -> Span | None:
    """The number without words of the label that the pattern took with it."""
    start, end = found.span("value")
    value = found["value"]
    while word := re.match(r"[A-Za-z]+\b[ \t:.#-]*", value):
        if word.group().strip(" \t:.#-").lower() not in _LABEL_WORDS:
            break
        start += word.end()
        value = value[word.end() :]
    words = re.match(r"([A-Za-z]+)[ \t]", value)
    if words and words[1] != words[1].upper():
        return None
    # "FOI 19 1413": a second number that ends the line belongs to the first.
    more = _MORE.match(found.string, end)
    numbered = any(map(str.isdigit, value)) or LETTERED.fullmatch(value)
    return Span(start, more.end() if more else end) if numbered else None


_SLIP = re.compile(r"(?<=\d) -(?=\d)|(?<=\d)- (?=\d)")
"""A space on one side of a hyphen only."""


def _written(value: str) -> str:
    return _SLIP.sub("-", " ".join(value.split()).rstrip(".-/:"))


def _same(one: str, other: str) -> bool:
    a, b = (re.sub(r"[^a-z0-9]", "", value.lower()) for value in (one, other))
    return a.endswith(b) or b.endswith(a)
