"""What a mail's heading tells of the answer, and what the mails below it tell of the request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from foitrack.later import later
from foitrack.law.authorities import Directory, DirectoryEntry
from foitrack.reading.dates import find_dates
from foitrack.reading.documents.base import Document, Envelope, Quoted
from foitrack.reading.documents.mail import in_britain
from foitrack.reading.documents.mail_quotes import find_quoted
from foitrack.reading.fields import Fields
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, blank, fold
from foitrack.reading.response.domains import domain_authority

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
_ASKS = phrases(
    r"\bfreedom of information\b",
    r"\bfoi(?:a|sa)?\b",
    r"\benvironmental information\b",
    r"\beir\b",
    r"\bplease (?:could you |can you )?(?:provide|send|supply|tell|disclose|confirm)\b",
    r"\b(?:i|we) (?:would like to |wish to |am writing to |hereby )?request\b",
    r"\b(?:how|what|which|when|who|whose|where|why|do|does|did|has|have|is|are|was|were)\b"
    r"[^.?!]{10,400}\?",
)
_ANOTHER_MATTER = phrases(
    r"\binternal review\b", r"\bcomplain", r"\bchas(?:e|ing)\b", r"\boverdue\b"
)
_ACKNOWLEDGES = phrases(
    r"\bthank you for (?:your|the) (?:[\w-]+ ){0,4}(?:request|enquiry|e-?mail)\b",
    r"\b(?:has been|was|is) (?:logged|registered)\b",
    r"\bwe (?:must|will|aim to) respond\b",
)
"""What only an authority writes, from whatever address."""
_SUBJECT_REACH = 600
_LONGEST_COPY = 100_000
_BELOW = later(
    r"^[ \t>*]{0,8}(?:from\s?:|on\s[^\n]{4,120}\bwrote:|-{2,}\s?original message)",
    re.IGNORECASE | re.MULTILINE,
)
_YOU_WROTE = later(
    r"^[ \t]{0,3}(?:>[ \t]?){1,4}on\s[^\n]{6,40}\syou\s(?:wrote|asked|e-?mailed)[^\n]{0,20}:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_MARKS = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,4}", re.MULTILINE)
_GREETING = later(
    r"^[ \t*]{0,8}(?:dear\b|hi\b|hello\b|good (?:morning|afternoon)|annwyl\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands under these is below the answer."""
_LEAST_WORDS = 6


_ATTACHED = phrases(
    r"\battach", r"\benclos", r"\baccompanying\b", r"\bsee (?:the )?(?:letter|file)"
)
_COVERING_WORDS = 90


def only_covers(document: Document) -> bool:
    """Whether a mail's own words are few and say that something is attached."""
    if document.envelope is None or not document.members:
        return False
    below = [Span(one.start, one.end) for one in document.quoted]
    below += [Span(start, end) for start, end in document.chrome]
    _, _, body = blank(document.text, below).partition("\n\n")
    return len(body.split()) <= _COVERING_WORDS and bool(_ATTACHED.search(body))


def with_heading(fields: Fields, document: Document, directory: Directory) -> Fields:
    """The fields of a mail's text, with what only its heading and the mails below it tell."""
    if document.envelope is None:
        return replace(fields, findings=(*fields.findings, *_day_below(fields, document)))
    known = {finding.field for finding in fields.findings if finding.value}
    added = [
        finding
        for finding in _from_heading(document, document.envelope, directory)
        if finding.field not in known
    ]
    below = None if "request_date" in known and "request_text" in known else asked_in(document)
    if below is not None:
        added += [f for f in _from_request(document, below) if f.field not in known]
    return replace(fields, findings=(*fields.findings, *added))


def _day_below(fields: Fields, document: Document) -> Iterator[Finding]:
    """The day of the request's own mail, where a copy of a mail as text ends with it."""
    text = document.text
    if fields.value("request_date") or len(text) > _LONGEST_COPY or not _BELOW.search(text):
        return
    for line in _YOU_WROTE.finditer(text):
        for one in find_dates(line.group()):
            if one.value:
                yield _day_of(document, line.start(), one.value)
                return
    plain = _MARKS.sub(lambda met: " " * len(met.group()), text)
    quoted = [one for one in find_quoted(plain, 0) if _GREETING.search(text[: one.start])]
    below = asked_in(replace(document, quoted=tuple(quoted)))
    if below is None or below.envelope.sent is None:
        return
    day = below.envelope.sent.date()
    if (fields.value("response_date") or day.isoformat()) >= day.isoformat():
        yield _day_of(document, below.start, day)


def _from_heading(
    document: Document, envelope: Envelope, directory: Directory
) -> Iterator[Finding]:
    entry, printed = sending_authority(envelope.sender, directory)
    if entry is not None:
        start = document.text.find(printed)
        place = Place(start=start, end=start + len(printed)) if start >= 0 else Place()
        yield Finding("authority", entry.name, printed, place, "The mail was sent from there.")
    if envelope.sent is not None:
        day = in_britain(envelope.sent).date()
        yield Finding(
            "response_date",
            day.isoformat(),
            *_printed_day(document, 0, day),
            "The text has no date of its own; it is the day on which the mail was sent.",
        )


def _printed_day(document: Document, start: int, day: date) -> tuple[str, Place]:
    """The day as the mail's heading prints it, and where; as ISO where it does not."""
    head = document.text[start : start + 4000].split("\n\n", 1)[0]
    for one in find_dates(fold(head)):
        if one.value == day:
            place = Place(start=start + one.start, end=start + one.end)
            return " ".join(head[one.start : one.end].split()), place
    return day.isoformat(), Place()


def sending_authority(
    sender: str | None, directory: Directory
) -> tuple[DirectoryEntry | None, str]:
    """The authority that a mail's sender is, and the text that says so; None where not sure.

    Its name in the sender's own name, or an official domain that spells one of its names.
    """
    if not sender:
        return None, ""
    address = _ADDRESS.search(sender)
    named = {entry.name: (entry, start, end) for entry, start, end in directory.find_in(sender)}
    if len(named) == 1:
        [(met, start, end)] = named.values()
        return met, sender[start:end]
    if named or address is None:
        return None, ""
    entry = domain_authority(address[1].lower(), directory)
    return (entry, address[0]) if entry else (None, "")


def asked_in(document: Document) -> Quoted | None:
    """The mail below that is the request: the oldest that asks, and not from who answers."""
    answering = _domain(document.envelope.sender if document.envelope else None)
    for one in reversed(document.quoted):
        sender = one.envelope.sender
        if sender is None and one.envelope.sent is None:
            continue
        if sender and answering and _domain(sender) == answering:
            continue
        if sender and document.envelope and sender == document.envelope.sender:
            continue
        said = f"{one.envelope.subject or ''}\n{document.text[one.body : one.end]}"
        if _ANOTHER_MATTER.search(said[:_SUBJECT_REACH]) or _ACKNOWLEDGES.search(said):
            continue
        if _ASKS.search(said):
            return one
    return None


def _domain(sender: str | None) -> str:
    met = _ADDRESS.search(sender or "")
    return met[1].lower() if met else ""


def _from_request(document: Document, below: Quoted) -> Iterator[Finding]:
    if below.envelope.sent is not None:
        yield _day_of(document, below.start, below.envelope.sent.date())
    start, end = _words_of(document, below)
    value = re.sub(r"(?m)^[ \t]{0,3}(?:>[ \t]?)+", "", document.text[start:end]).strip()
    if len(value.split()) >= _LEAST_WORDS:
        printed = " ".join(document.text[start:end].split())
        yield Finding(
            "request_text",
            value,
            printed,
            Place(start=start, end=end),
            "It is the mail below that asks.",
            certainty=Certainty.CHECK,
        )


def _day_of(document: Document, start: int, day: date) -> Finding:
    return Finding(
        "request_date",
        day.isoformat(),
        *_printed_day(document, start, day),
        "It is the day of the mail quoted that asks.",
        certainty=Certainty.CHECK,
    )


def _words_of(document: Document, below: Quoted) -> tuple[int, int]:
    """The span of a mail's words, without what its programs wrote at the end."""
    end = below.end
    for start, until in document.chrome:
        if below.body < start < end and not document.text[until:end].strip(" >\n\t-_"):
            end = start
    for start, _ in document.chrome:
        if below.body < start < end and len(document.text[below.body : start].split()) > 30:
            end = start
            break
    text = document.text[below.body : end]
    return below.body + len(text) - len(text.lstrip()), below.body + len(text.rstrip(" \t\n>-_"))
