"""Documents that a letter says go with it."""

from __future__ import annotations

import re

from foitrack.reading.findings import Certainty, Finding, Place

_THING = r"(?:excel |word |pdf |csv |data |spread ?sheet |separate |redacted |following |zip )*(?:spread ?sheets?|documents?|files?|tables?|workbook|report|pdf|annex(?:es)?|append(?:ix|ices)|schedule|letter|copy|copies|data|response|information|attachments?|excel|list|breakdown|sheet)"
_NAMED = re.compile(
    rf"\b(?:attached|enclosed|accompanying)\s+(?:{_THING}\s*)?(?:\(?(?:named|titled|entitled|called|labelled|marked|-|:)\s*)?['\"](?P<name>[^\"\n]{{3,160}}?)['\"](?![\w])",
    re.IGNORECASE,
)
_QUOTED_THING = re.compile(
    r"['\"](?P<name>[^\"'\n]{3,160})['\"]\s*(?:\(|is |are |\()?\s*(?:attached|enclosed)\b",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?<![\w/@.-])(?P<name>[\w()&+-][\w ()&+.'-]{0,120}?\.(?:xlsx?|csv|pdf|docx?|ods|odt|zip|rtf|pptx?))\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf"\b(?:attached|enclosed|accompanying)\s+(?P<name>{_THING})\b(?!\s+(?:letter|to this page))|\b(?P<annex>(?:annex|appendix|attachment|enclosure) (?:[A-H]|\d{{1,2}}))\b(?=[^.\n]{{0,40}}\b(?:attached|enclosed))|\bthe (?P<rest>spread ?sheet|document|file|table|pdf|excel) (?:is )?(?:attached|enclosed)\b",
    re.IGNORECASE,
)
_NOT_FILES = re.compile(r"https?:|www\.", re.IGNORECASE)


def find_attachments(text: str, said: str) -> tuple[Finding, ...]:
    """Each document that the letter says is attached; by name where it has one."""
    found: dict[str, Finding] = {}
    for pattern, why in (
        (_NAMED, "The letter says that it is attached."),
        (_QUOTED_THING, "The letter says that it is attached."),
        (_FILE, "It is a file's name."),
    ):
        for met in pattern.finditer(said):
            span = _tidy(said, *met.span("name"))
            if not _NOT_FILES.search(said[max(0, span[0] - 60) : span[0]].rsplit(" ", 1)[-1]):
                _add(found, text, span, why, Certainty.FOUND)
    if not found:
        for met in _UNNAMED.finditer(said):
            group = next(name for name in ("name", "annex", "rest") if met[name])
            start = met.start() if group == "name" else met.start(group)
            _add(
                found,
                text,
                (start, met.end(group)),
                "The letter says that it is attached, without a name.",
                Certainty.CHECK,
            )
    return tuple(found.values())


def _tidy(said: str, start: int, end: int) -> tuple[int, int]:
    """A file's name without the words of the sentence before it."""
    words = re.match(
        r"(?:.*\b(?:attached|see|file|document|spreadsheet|named|called|titled|the|to|in|and)\b[ :]+)",
        said[start:end],
        re.I,
    )
    if words and words.end() < end - start and "." in said[start + words.end() : end]:
        start += words.end()
    return start, end


def _add(
    found: dict[str, Finding], text: str, span: tuple[int, int], why: str, certainty: Certainty
) -> None:
    value = " ".join(text[span[0] : span[1]].split())
    key = value.lower()
    if key not in found and len(found) < 200:
        found[key] = Finding(
            "attachment", value, value, Place(start=span[0], end=span[1]), why, certainty=certainty
        )
