"""What mail servers and forms put below every letter: of confidence, viruses and views."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.reading.prose import Span, paragraphs

_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bconfidential|\bprivileged\b",
        r"\b(?:intended|addressed) (?:solely |only )?(?:recipient|addressee|for|to)\b|"
        r"\baddressees?\b|"
        r"\bnamed (?:recipient|person|above|individual)",
        r"\b(?:in|by) (?:error|mistake)\b|\bnot (?:the|an) intended\b",
        r"\b(?:virus|malware|scanned|swept)",
        r"\b(?:views?|opinions?)\b.{0,40}\b(?:those|expressed|author|individual|sender)\b",
        r"\bnotify\b|\bdelete\b|\bdestroy\b",
        r"\b(?:copy|copied|distribut\w+|disseminat\w+|disclos\w+|use)\b.{0,60}\b(?:prohibited|"
        r"unauthorised|unlawful|contents?|to any(?:one| other)|in any way)\b",
        r"\b(?:monitor|record)(?:s|ed|ing)?\b.{0,60}\b(?:e-?mails?|communications?|calls?|messages)\b|"
        r"\b(?:e-?mails?|communications?|messages)\b.{0,60}\b(?:monitored|recorded|subject to)\b",
        r"\bthis (?:e-?mail|message|communication|transmission)\b|\be-?mails? sent (?:to|"
        r"and|from)\b",
    )
)
_ENOUGH = 3
_WORDS = later(
    r"confidential|intended|addressee|virus|malware|opinion|privileged|monitor", re.IGNORECASE
)
_LONGEST = 4000


_LONG, _END = 60_000, 20_000
"""Characters beyond which only both ends are looked at."""


def disclaimers(text: str) -> Iterator[Span]:
    """The paragraphs that only disclaim, known by several of the things that such say."""
    if len(text) <= _LONG:
        yield from _within(text)
        return
    yield from _within(text[:_END])
    end = len(text) - _END
    yield from (Span(end + row.start, end + row.end) for row in _within(text[end:]))


def _within(text: str) -> Iterator[Span]:
    if not _WORDS.search(text):
        return
    for row in paragraphs(text):
        said = row.of(text)
        if len(said) <= _LONGEST and _WORDS.search(said):
            flat = " ".join(said.split())
            if sum(mark.search(flat) is not None for mark in _MARKS) >= _ENOUGH:
                yield row
