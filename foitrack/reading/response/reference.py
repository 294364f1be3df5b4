"""The authority's own number for a request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.reading.dates import find_dates
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import any_of
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, flowing, lines

_VALUE = re.compile(
    r"(?P<value>(?:[A-Za-z]{1,8}[ \t]?[-/.:#]?[ \t]?){0,2}[A-Za-z]{0,4}"
    r"\d[A-Za-z0-9]{0,16}(?:[-/._][A-Za-z0-9]{1,12}){0,6})"
)
_REF = r"ref(?:erence|\.)?(?:[ \t]{1,2}(?:no|number|nr|id|code)\b\.?)?"
_NUMBER = r"(?:no|number|nr|id)\b\.?"
_LAW = any_of(
    r"freedom of information(?: \(scotland\))?(?: act)?(?: 200[02])?(?: \((?:foia?|foisa)\))?"
    r"(?: act)?(?: \(scotland\))?",
    r"environmental information(?: \(scotland\))?(?: regulations)?(?: 2004)?(?: \(eir\))?",
    r"information rights",
    r"foi(?:a|sa|s)?(?:/eirs?)?",
    r"eirs?",
    r"rfi",
    r"information",
)
_OWNER = any_of(
    "request", "case", "enquiry", "unique", "file", "the", "log", "response", "disclosure",
    "customer", "ticket", "call", "service",
)  # fmt: skip
_GAP = r"[ \t]{0,3}[-–:#.(]{0,2}[ \t]{0,12}"


def _label(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LABELS: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        9,
        _label(rf"\bour (?:foi |eir |case |request )?{_REF}{_GAP}"),
        "It follows “Our reference”.",
    ),
    (
        8,
        _label(
            rf"\b{_LAW}(?: request| enquiry| case)?(?: for information)?[ \t]{{0,3}}[-–:(]?[ "
            rf"\t]{{0,3}}"
            rf"(?:{_REF}|{_NUMBER}){_GAP}"
        ),
        "It follows the label of the request's reference.",
    ),
    (
        7,
        _label(
            rf"(?<!\w)(?:{_OWNER}[ \t]{{1,2}})?(?:{_REF}[ \t]{{0,3}}(?:is[ \t]|[:#-])"
            rf"|ref(?:erence|\.)?[ \t]{_NUMBER}|\(ref(?:erence|\.)?[ \t]){_GAP}"
        ),
        "It follows the label “reference”.",
    ),
    (6, _label(rf"\b(?:request|case)[ \t]{{1,2}}{_NUMBER}{_GAP}"), "It follows “request number”."),
    (
        5,
        _label(rf"\b(?:{_LAW}[ \t])?request{_GAP}(?=[A-Za-z]{{0,8}}[-/ ]?\d)"),
        "It stands in the title of the request.",
    ),
)
_SHAPES: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        5,
        _label(
            r"(?<![\w/.-])(?P<value>\d{1,2}[./]FOI[./]\d{2}[./]\d{4,8}(?:[./][A-Z])?)(?![\w/-])"
        ),
        "It has the form of police forces' references.",
    ),
    (
        4,
        re.compile(
            r"(?<![\w/.-])(?P<value>(?:FOI(?:A|SA|S|R)?|EIR|RFI|IR|F|IAR|INF|CAS)[ \t]?[-/ .:#]?"
            r"[ \t]?(?=[A-Z0-9/._-]{0,12}\d)[A-Z0-9]{1,12}(?:[-/._][A-Z0-9]{1,12}){0,5})(?![\w/-])"
        ),
        "It has the form of an FOI reference.",
    ),
)
_TITLED = re.compile(
    r"(?:\((?:ref:? ?)?(?P<a>\d{2,6}[A-Z]?[/_]\d{2,4}) ?\)|[-–] (?P<b>\d{2,6}[A-Z]?/\d{2,4}))\s*$",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"[\s*_]{0,8}(?P<value>[A-Z]{1,6}[/-]\d{3,8}(?:[/-][A-Z0-9]{1,6}){0,3}|\d{3,8}/\d{2,4})[\s*_]*$"
)
_TITLE_LINES = 10
_NOT_OURS = re.compile(
    any_of(
        r"\byour", r"requester'?s?", r"applicant'?s?", "previous", "earlier", "related", "linked",
        "similar", "original", r"ico(?:'s)?", r"commissioner'?s?", "tribunal", "planning",
        "application", "crime", "incident", "cad", "urn", "collar", "warrant", "badge", "contract",
        "tender", "account", "invoice", "purchase", "vat", "company", "charity", "registered",
        "complaint", "case law", "policy", "document", "job", "post", "vacancy", "building",
        "fixed penalty", "pcn", "uprn", "asset", "grid",
    )
    + r"\W{1,3}(?:foi |request |case |our )?$",
    re.IGNORECASE,
)  # fmt: skip
_NEVER = re.compile(
    any_of(
        r"IC-\d{4,7}-\w{4}$", r"FS\d{8}$", r"FER\d{7,8}$", r"(?:EA|UI|GIA)/?\d{4}/\d+",
        r"SI\b", "section", "part", r"act\b", "tel", r"(?:19|20)\d\d$", r"\d{1,2}$",
        r"\d{1,2}(?:st|nd|rd|th)$", r"0\d{9,10}$", r"(?:PO )?box", "covid", r"v\d+$",
    ),
    re.IGNORECASE,
)  # fmt: skip
_ABOUT = re.compile(
    r"\b(?:relat(?:ing|ed) to|regarding|about|concerning|on|in|of|to)\s(?:the |your )?$",
    re.IGNORECASE,
)
_MAIL_TAG = re.compile(r"\[[^\]\n]{0,40}(?:e-?mail|#)[^\]\n]{0,20}\]", re.IGNORECASE)
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
_STRONG = 7
_LONGEST_HEADING = 120
_LONGEST_LABEL = 60


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
    barred += [Span(m.start(), m.end()) for m in _MAIL_TAG.finditer(said)]
    barred.sort(key=lambda span: span.start)
    at = 0
    for number, (row, line) in enumerate(_labelled_lines(said)):
        while at < len(barred) and barred[at].end <= row.start:
            at += 1
        near = barred[at : at + 20]
        for rank, own, why in _in_line(line, title=number < _TITLE_LINES):
            span = Span(row.start + own.start, row.start + own.end)
            if not any(span.meets(other) for other in near):
                yield _Candidate(_written(own.of(line)), span, rank - _in_prose(line, own), why)


def _labelled_lines(said: str) -> Iterator[tuple[Span, str]]:
    """Each written line; one that ends in a label together with the line below it."""
    rows = [row for row in lines(said) if row.of(said).strip()]
    for row, below in zip(rows, [*rows[1:], None], strict=False):
        line = row.of(said)
        short = len(line.strip()) < _LONGEST_LABEL and not any(ch.isdigit() for ch in line)
        if short and below is not None and re.search(r"\bref\w*\W{0,4}$|\bno\W{0,3}$", line, re.I):
            yield row, said[row.start : below.end].replace("\n", " ")
        elif any(ch.isdigit() for ch in line):
            yield row, line


def _in_line(line: str, *, title: bool) -> Iterator[tuple[int, Span, str]]:
    for rank, label, why in _LABELS:
        for met in label.finditer(line):
            found = _VALUE.match(line, met.end())
            span = _cut(line, found) if found and _is_ours(line, met.start()) else None
            if span and _may_be(span.of(line), rank):
                yield rank, span, why
    for rank, shape, why in _SHAPES:
        for found in shape.finditer(line):
            ours = _is_ours(line, found.start()) and not _ABOUT.search(line[: found.start()])
            if ours and _may_be(found["value"], rank):
                yield rank, Span(*found.span("value")), why
    if title and len(line) < _LONGEST_HEADING:
        yield from _in_title(line)


def _in_title(line: str) -> Iterator[tuple[int, Span, str]]:
    """Numbers that a disclosure's title ends in, or that stand alone in a letterhead."""
    if titled := _TITLED.search(line.rstrip()):
        group = "a" if titled["a"] else "b"
        if parse_period(titled[group]) is None:
            yield 3, Span(*titled.span(group)), "It closes the title of the disclosure."
    if standing := _STANDING.match(line):
        yield 2, Span(*standing.span("value")), "It stands alone at the head of the letter."


def _may_be(value: str, rank: int) -> bool:
    """Whether a number may be a reference; a short one needs a label that says so."""
    if _NEVER.match(value):
        return False
    return rank >= _STRONG or not re.fullmatch(r"\d{3}", value)


def _in_prose(line: str, span: Span) -> int:
    """What a candidate loses for standing in running prose and not in a heading."""
    return 0 if len(line.strip()) < _LONGEST_HEADING and span.start < 100 else 2


def _is_ours(line: str, start: int) -> bool:
    return not _NOT_OURS.search(line[max(0, start - 40) : start])


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
    more = re.compile(r"[ \t]\d{3,8}(?=\s*(?:$|\)))").match(found.string, end)
    return Span(start, more.end() if more else end) if any(map(str.isdigit, value)) else None


def _written(value: str) -> str:
    return " ".join(value.split()).rstrip(".-/:")


def _same(one: str, other: str) -> bool:
    a, b = (re.sub(r"[^a-z0-9]", "", value.lower()) for value in (one, other))
    return a.endswith(b) or b.endswith(a)
