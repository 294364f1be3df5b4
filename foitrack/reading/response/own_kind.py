"""Whose letter it is where one body alone is named, of the kind that the letter says it is.

“The Trust has twelve wards”, under a question about one NHS trust, is that trust's answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from foitrack.later import later
from foitrack.law.authorities import Directory
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, sentence_around
from foitrack.reading.response.authority_phrases import COMPANY, NEVER, OFTEN_NAMED
from foitrack.reading.response.organisations import find_organisations

_KIND = later(
    r"\b(Trust|Council|University|Board|College|School|Academy|Constabulary|Police|Service|"
    r"Authority|Commission|Agency|Department|Ministry|Association|Borough|Brigade)\b"
)
_CALLED = {"Police": ("Force", "Constabulary"), "Borough": ("Council",)}
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_REQUEST_REACH = 6000
_INITIALS = re.compile(r" ?\([\"']?([A-Z]{2,6}s?)[\"']?\)")
_ANSWERS = (
    r"(?:(?:can |now )?confirms?\b|(?:do|does|did) not (?:hold|have|record)\b|holds\b|(?:is|are) "
    r"(?:unable|not able|not obliged|withholding|refusing|relying)\b|neither\b|cannot\b|"
    r"(?:has|have) (?:now )?(?:searched|considered|decided|concluded|located|applied)\b|"
    r"considers\b|can\b)"
)


def calls_itself(said: str, name: str) -> bool:
    """Whether a letter speaks of “the Trust”, “this Council” as a body of the name's kind."""
    spoken = _as_itself(name)
    return spoken is not None and spoken.search(said) is not None


def apart_from_itself(said: str, name: str, place: Span) -> bool:
    """Whether the sentence that names a body also speaks of the writer: two bodies, not one."""
    spoken = _as_itself(name)
    sentence = sentence_around(said, place.start, place.end).of(said)
    return bool(_WE.search(sentence) or (spoken and spoken.search(sentence)))


def _as_itself(name: str) -> re.Pattern[str] | None:
    """The words by which a body of a name's kind calls itself: “the Trust”."""
    kinds = _KIND.findall(name)
    if not kinds:
        return None
    kind = "Council" if "Council" in kinds else kinds[-1]
    words = "|".join(_CALLED.get(kind, (kind,)))
    return re.compile(rf"\b(?:[Tt]he|[Oo]ur|[Tt]his)\s(?:{words})\b(?! (?:of|for|[A-Z]))")


def goes_by_initials(said: str, place: Span) -> bool:
    """Whether a name is followed by its initials, and these answer: “ACC does not hold …”."""
    given = _INITIALS.match(said, place.end)
    if given is None:
        return False
    short = re.escape(given[1])
    return re.search(rf"\b{short}(?:'s notice\b| {_ANSWERS})", said[place.end :]) is not None


def find_asked_of(text: str, said: str, directory: Directory) -> Finding | None:
    """The one body that a request names, where the answer calls itself of its kind."""
    found: dict[str, tuple[str, Span]] = {}
    for name, span in bodies_in(text[:_REQUEST_REACH], directory):
        found.setdefault(name_key(name), (name, span))
    if len(found) != 1:
        return None
    [(name, span)] = found.values()
    # What the letter itself says of the body has been weighed already.
    if span.of(said).strip() or not calls_itself(said, name):
        return None
    return Finding(
        "authority",
        name,
        " ".join(span.of(text).split()),
        Place(start=span.start, end=span.end),
        "It is the only body asked about, and the letter calls itself of its kind.",
        certainty=Certainty.CHECK,
    )


def bodies_in(text: str, directory: Directory) -> Iterable[tuple[str, Span]]:
    """The bodies that a text names, but for those that every letter names."""
    known = [(entry.name, Span(start, end)) for entry, start, end in directory.find_in(text)]
    spans = [span for _, span in known]
    others = [
        (name, span)
        for name, span in find_organisations(text)
        if not COMPANY.search(name) and not any(span.meets(one) for one in spans)
    ]
    return [
        (name, span)
        for name, span in (*known, *others)
        if not NEVER.search(name) and not OFTEN_NAMED.search(name)
    ]


def name_key(name: str) -> str:
    """A name as it is compared: “&” as “and”, without capitals and article."""
    flat = " ".join(name.replace("&", " and ").replace("’", "'").casefold().split())
    return flat.removeprefix("the ")
