"""Documents that a letter says go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from foitrack.later import later
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, flowing, lines

_THING = (
    r"(?:excel |word |pdf |csv |data |spread ?sheet |separate |redacted |following |zip )*"
    r"(?:spread ?sheets?|documents?|files?|tables?|workbook|report|pdf|annex(?:es)?|"
    r"append(?:ix|ices)|schedule|letter|copy|copies|data|attachments?|excel|list|breakdown|sheet)"
)
_NAMED = later(
    rf"\b(?:attached|enclosed|accompanying)\s+(?:{_THING}\s*)?"
    r"(?:\(?(?:named|titled|entitled|called|labelled|marked|-|"
    r":)\s*)?['\"](?P<name>[^\"\n]{3,160}?)['\"](?!\w)",
    re.IGNORECASE,
)
_QUOTED_THEN = later(
    r"['\"](?P<name>[^\"'\n]{3,160})['\"]\s*(?:(?:\(|is |are )\s*)?(?:attached|enclosed)\b",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\.(?:xlsx?|csv|pdf|docx?|ods|odt|zip|rtf|pptx?)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(r".*(?:[\"'\t<>|]|: |^|• |\* |- (?=[A-Z0-9])|\((?=[^)]*$))", re.DOTALL)
_WEB = re.compile(r"https?:|www\.|/", re.IGNORECASE)
_UNNAMED = later(
    rf"\b(?:attached|enclosed|accompanying)\s+(?P<name>{_THING})\b"
    r"|\b(?P<annex>(?:annex|appendix|attachment|enclosure) (?:[A-H]|"
    r"\d{1,2}))\b(?=[^.\n]{0,40}\b(?:attached|enclosed))"
    r"|\bthe (?P<rest>spread ?sheet|document|file|table|pdf|excel) (?:is )?(?:attached|enclosed)\b",
    re.IGNORECASE,
)
_REACH = 120
_MOST = 200
_LONGEST_NAME = 80
_LISTING = re.compile(r"(?:list of )?attachments?(?: \(\d+\))?:?", re.IGNORECASE)
_NO_NAME = re.compile(r"no attachments?|none|nil|n/a|yours\b|kind regards", re.IGNORECASE)


def find_attachments(text: str, said: str) -> tuple[Finding, ...]:
    """Each document that the letter says is attached; by name where it has one."""
    found: dict[str, Finding] = {}
    for span, why in _named(said):
        _add(found, text, span, why, Certainty.FOUND)
    if not found:
        for span in _unnamed(said):
            why = "The letter says that it is attached, without a name."
            _add(found, text, span, why, Certainty.CHECK)
    return tuple(found.values())


def _named(said: str) -> Iterator[tuple[Span, str]]:
    said = flowing(said)
    known: list[Span] = []
    for pattern in (_NAMED, _QUOTED_THEN):
        for met in islice(pattern.finditer(said), _MOST):
            known.append(Span(*met.span("name")))
            yield known[-1], "The letter says that it is attached."
    for span in islice(_listed(said), _MOST):
        known.append(span)
        yield span, "It is listed under “Attachments”."
    for met in islice(_EXTENSION.finditer(said), _MOST):
        span = _file_name(said, met.start(), met.end())
        if any(span.meets(other) for other in known):
            continue
        if span.end - span.start > met.end() - met.start() and not _WEB.search(span.of(said)):
            yield span, "It is a file's name."


def _listed(said: str) -> Iterator[Span]:
    """The short lines under a heading “Attachments”."""
    listing = False
    for row in lines(said):
        line = row.of(said).strip(" *_#\t•-")
        if listing and line:
            if len(line) > _LONGEST_NAME or line[-1] in ".:?" or _NO_NAME.match(line):
                return
            yield Span(
                row.start + row.of(said).index(line),
                row.start + row.of(said).index(line) + len(line),
            )
        listing |= bool(_LISTING.fullmatch(line))


def _file_name(said: str, dot: int, end: int) -> Span:
    """The name before an extension: back to a quote, a colon or the line's start, else a word."""
    line_start = max(said.rfind("\n", 0, dot) + 1, dot - _REACH)
    before = said[line_start:dot]
    opened = _BEFORE_NAME.match(before)
    start = line_start + (opened.end() if opened else 0)
    name = said[start:dot]
    if not said[end : end + _REACH].split("\n", 1)[0].strip() and not _is_sentence(before):
        return Span(start + len(name) - len(name.lstrip()), end)
    if (opened is None or opened.end() == 0 or not name.strip()) or _is_sentence(name):
        start = line_start + len(before) - len(re.split(r"[\s(\"']", before)[-1])
    return Span(start + len(said[start:dot]) - len(said[start:dot].lstrip()), end)


def _is_sentence(name: str) -> bool:
    """Whether the words before an extension are running text and not all of a name."""
    words = name.split()
    return len(words) > 1 and bool(
        re.search(
            r"\b(?:see|find|attached|enclosed|please|the file|is in|can be|named|called)\b",
            name,
            re.I,
        )
    )


def _unnamed(said: str) -> Iterator[Span]:
    for met in _UNNAMED.finditer(said):
        group = next(name for name in ("name", "annex", "rest") if met[name])
        yield Span(met.start() if group == "name" else met.start(group), met.end(group))


def _add(found: dict[str, Finding], text: str, span: Span, why: str, certainty: Certainty) -> None:
    value = " ".join(span.of(text).split())
    key = value.lower()
    if key not in found and len(found) < _MOST:
        place = Place(start=span.start, end=span.end)
        found[key] = Finding("attachment", value, value, place, why, certainty=certainty)
