"""The authority's own number for a request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.reading.dates import find_dates
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, lines

_VALUE = re.compile(
    r"(?P<value>(?:[A-Za-z]{1,8}[ \t]?[-/.:#]?[ \t]?)"
    r"{0,2}[A-Za-z]{0,4}\d[A-Za-z0-9]{0,16}(?:[-/._][A-Za-z0-9]{1,12}){0,6})"
)
_LABELS: tuple[tuple[int, re.Pattern[str], str], ...] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE), why)
    for rank, pattern, why in (
        (
            9,
            r"\bour (?:foi |eir |case |request )?ref(?:erence|\.)?(?: (?:no|number|"
            r"nr)\b\.?)?\s{0,3}[:#.-]{0,2}\s{0,12}",
            "It follows “Our reference”.",
        ),
        (
            8,
            r"\b(?:foi(?:a|sa)?|eir|fois|rfi|freedom of information|environmental information|"
            r"information|information rights)"
            r"(?: (?:act|regulations)(?: (?:2000|2002|2004))?)?(?: \((?:foia|foi|eir|"
            r"scotland)\))?(?: (?:act|request|enquiry|case|information))?(?: for information)?"
            r"[ \t]{0,3}[-:(]?[ \t]{0,3}(?:ref(?:erence|\.)?(?:[ \t]{1,2}(?:no|number|nr|id|"
            r"code)\b\.?)?|(?:no|number|nr)\b\.?|id)[ \t]{0,3}[:#)-]{0,2}[ \t]{0,12}",
            "It follows the label of the request's reference.",
        ),
        (
            7,
            r"(?<!\w)(?:(?:request|case|enquiry|unique|file|the|log|response|disclosure|customer|"
            r"ticket|call|service)[ \t]{1,2})?"
            r"ref(?:erence|\.)?(?:[ \t]{1,2}(?:no|number|nr|id|code)\b\.?)?[ \t]{0,3}(?:is[ \t]|"
            r"[:#-])[ \t]{0,12}",
            "It follows the label “reference”.",
        ),
        (
            6,
            r"\b(?:freedom of information(?: act)?(?: 2000)?(?: \(foia?\))?(?: act)? request|"
            r"information request|foi request|eir request|request|case|foi(?:a|sa)?|eir)"
            r"[ \t]{1,2}(?:no|number|nr|id)\b\.?[ \t]{0,3}[:#-]{0,2}[ \t]{0,4}",
            "It follows “request number”.",
        ),
        (
            5,
            r"\b(?:(?:freedom of information|environmental information)(?: (?:act|"
            r"regulations))?(?: \(scotland\))?(?:[ \t](?:act))?(?: 200[024])?(?: \((?:foia?|eir|"
            r"foisa)\))?"
            r"(?: act)?(?: \(scotland\))?[ \t]request|foi(?:a|sa)?[ \t]request|eir[ \t]request|"
            r"information[ \t]request)[ \t]{0,3}[:#(-]{0,2}[ \t]{0,3}",
            "It stands in the title of the request.",
        ),
    )
)
_BARE = re.compile(
    r"(?<![\w/.-])(?P<value>(?:FOI(?:A|SA|S)?|EIR|RFI|FOIR|IR|F|IAR|INF|CAS|FS|"
    r"SAR)[ \t]?[-/ .:#]?[ \t]?"
    r"(?=[A-Z0-9/._-]{0,12}\d)[A-Z0-9]{1,12}(?:[-/._][A-Z0-9]{1,12}){0,5})(?![\w/-])"
)
_SHAPED = re.compile(
    r"(?<![\w/.-])(?P<value>\d{1,2}[./]FOI[./]\d{2}[./]\d{4,8}(?:[./][A-Z])?)(?![\w/-])",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"(?:\byour|requester'?s?|applicant'?s?|customer'?s own|previous|earlier|related|linked|"
    r"similar|original|ico(?:'s)?|commissioner'?s?|tribunal|planning|"
    r"application|crime|incident|cad|urn|collar|warrant|badge|contract|tender|account|invoice|"
    r"purchase|vat|company|charity|registered|quoting ico|"
    r"complaint|case law|policy|document|job|post|vacancy|building|postcode|fixed penalty|pcn|"
    r"uprn|asset|grid)\W{1,3}(?:foi |request |case |our )?$",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"IC-\d{4,7}-\w{4}$|FS\d{8}$|FER\d{7,8}$|(?:EA|UI|GIA)/?\d{4}/\d+|SI\b|section|part|act\b|tel|"
    r"(?:19|20)\d\d$|\d{1,3}$|\d{1,2}(?:st|nd|rd|th)$|0\d{9,10}$|(?:PO )?box|covid|v\d+$",
    re.IGNORECASE,
)
_MAIL_TAG = re.compile(r"\[[^\]\n]{0,40}(?:e-?mail|#)[^\]\n]{0,20}\]", re.IGNORECASE)
_PREFIXES = (
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
)


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
    found = list(_candidates(said))
    if not found:
        return None
    best = max(found, key=lambda c: (c.rank, -c.span.start))
    rivals = {
        _key(c.value) for c in found if c.rank == best.rank and not _same(c.value, best.value)
    }
    certainty = Certainty.CHECK if rivals else Certainty.FOUND
    why = best.why + (" Another number stands under a like label." if rivals else "")
    place = Place(start=best.span.start, end=best.span.end)
    return Finding("reference", best.value, best.span.of(text), place, why, certainty=certainty)


def _candidates(said: str) -> Iterator[_Candidate]:
    dates = [Span(d.start, d.end) for d in find_dates(said)]
    tags = [Span(m.start(), m.end()) for m in _MAIL_TAG.finditer(said)]
    for row in lines(said):
        line = row.of(said)
        if not any(ch.isdigit() for ch in line):
            continue
        for rank, span, why in _in_line(line):
            whole = Span(row.start + span.start, row.start + span.end)
            if any(whole.meets(other) for other in (*dates, *tags)):
                continue
            yield _Candidate(
                _written(whole.of(said)), whole, rank + _standing_alone(line, span), why
            )


def _in_line(line: str) -> Iterator[tuple[int, Span, str]]:
    for rank, label, why in _LABELS:
        for met in label.finditer(line):
            found = _VALUE.match(line, met.end())
            if found and _is_ours(line, met.start()):
                span = _cut(line, found)
                if span and not _FORBIDDEN.match(span.of(line)):
                    yield rank, span, why
    for found in _SHAPED.finditer(line):
        if _is_ours(line, found.start()):
            yield 5, Span(*found.span("value")), "It has the form of police forces' references."
    for found in _BARE.finditer(line):
        if _is_ours(line, found.start()) and not _FORBIDDEN.match(found["value"]):
            yield 4, Span(*found.span("value")), "It has the form of an FOI reference."


def _standing_alone(line: str, span: Span) -> int:
    """A short line of its own is a heading's: it outweighs running prose by nothing but a tie."""
    return 0 if len(line.strip()) < 120 and span.start < 100 else -2


def _is_ours(line: str, start: int) -> bool:
    return not _NOT_OURS.search(line[max(0, start - 40) : start])


def _cut(line: str, found: re.Match[str]) -> Span | None:
    """The number without words of the label that the pattern took with it."""
    start, end = found.span("value")
    value = found["value"]
    while True:
        word = re.match(r"[A-Za-z]+\b[ \t:.#-]*", value)
        if not word or word.group().strip(" \t:.#-").lower() not in _PREFIXES:
            break
        start += word.end()
        value = value[word.end() :]
    words = re.match(r"([A-Za-z]+)[ \t]", value)
    if words and words[1] != words[1].upper():
        return None
    return Span(start, end) if any(ch.isdigit() for ch in value) else None


def _written(value: str) -> str:
    return " ".join(value.split()).rstrip(".-/:")


def _key(value: str) -> str:
    return re.sub(r"[^a-z0-9]", "", value.lower())


def _same(one: str, other: str) -> bool:
    a, b = _key(one), _key(other)
    return a.endswith(b) or b.endswith(a)
