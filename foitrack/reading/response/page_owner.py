"""Whose web page a letter was saved from: the path above it, the copyright below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.law.authorities import Directory, DirectoryEntry
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, lines
from foitrack.reading.response.authority_phrases import NEVER, OFTEN_NAMED

_HEAD, _FOOT = 2000, 2500
_PATH = later(r"[ \t*_#]*(?:you are here\W+)?(?:\d\. )?home\s*[>»/›|→]", re.IGNORECASE)
_STEP = re.compile(r"[>»/›|→]")
_OF_REQUESTS = later(
    r"\b(?:freedom of information|foi|disclosures?|access to information)\b", re.IGNORECASE
)
_COPYRIGHT = later(
    r"(?:©|\(c\)|\bcopyright)[ \t]{0,3}(?:20\d\d(?:[-–]\d{2,4})?[ \t]+)?", re.IGNORECASE
)
_ENDS = later(
    r"(?:[ \t]+20\d\d(?:[-–]\d{2,4})?)?(?:[ \t]*$|[ \t]{2,}|[ \t]*[|.,·•]|[ \t]+all rights\b)",
    re.IGNORECASE,
)
_OF_MAPS = later(r"ordnance survey|land registry|registers of scotland", re.IGNORECASE)
"""Whose maps are printed by everybody."""
Owner = tuple[DirectoryEntry, Span, str]


def find_page_owner(text: str, said: str, directory: Directory) -> Finding | None:
    """The authority whose page it is by what stands around the letter; None where two are named."""
    found = [
        one
        for one in (*_on_paths(text, directory), *_of_copyright(text, said, directory))
        if not NEVER.search(one[0].name) and not OFTEN_NAMED.search(one[0].name)
    ]
    if len({entry.name for entry, _, _ in found}) != 1:
        return None
    entry, span, why = found[0]
    printed, place = " ".join(span.of(text).split()), Place(start=span.start, end=span.end)
    return Finding("authority", entry.name, printed, place, why, certainty=Certainty.CHECK)


def _on_paths(text: str, directory: Directory) -> Iterator[Owner]:
    """Bodies that are a step of the path to a page of requests: “Home / FOI / Ashdale Police”."""
    for row in lines(text[:_HEAD]):
        line = row.of(text)
        if not _PATH.match(line) or not _OF_REQUESTS.search(line):
            continue
        at = 0
        for step in [*_STEP.finditer(line), None]:
            end = step.start() if step else len(line)
            name = line[at:end].strip(" \t*_")
            if entry := directory.match(name):
                start = row.start + line.index(name, at)
                yield entry, Span(start, start + len(name)), "The path to its page names it."
            at = step.end() if step else end


def _of_copyright(text: str, said: str, directory: Directory) -> Iterator[Owner]:
    """Bodies to which a page's foot, which is none of the letter, gives the copyright."""
    foot = max(0, len(text) - _FOOT)
    for row in lines(text[foot:]):
        at = Span(foot + row.start, foot + row.end)
        if at.of(said).strip():
            continue
        line = at.of(text)
        for met in _COPYRIGHT.finditer(line):
            for entry, start, end in directory.find_in(line[met.end() :])[:1]:
                own = line[met.end() :][:start].strip().lower() in ("", "the")
                name = Span(at.start + met.end() + start, at.start + met.end() + end)
                ends = _ENDS.match(text, name.end, at.end)
                if own and ends and not _OF_MAPS.search(entry.name):
                    yield entry, name, "The copyright in its page is its own."
