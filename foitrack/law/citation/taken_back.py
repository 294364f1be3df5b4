"""Reliance that a following sentence gives up: "We cited section 43. We have withdrawn that"."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings

_REACH = 300
_SPACES = re.compile(r"\s+")
_EARLIER = r"(?:(?:earlier|original|first|previous|initial|own)\s+)?"
_WHAT = (
    r"(?:(?:decision|refusal|position|reliance|claim|view|stance|exemptions?|exceptions?|sections?"
    r"|regulations?|application|approach|response)\s*)"
)
_GIVEN_UP = (
    r"(?:withdrawn|overturned|set\s+aside|dropped|abandoned|revoked|rescinded|retracted|reversed|lifted"
    r"|disapplied|not\s+(?:now\s+)?maintained|no\s+longer\s+(?:maintained|relied\s+(?:up)?on|claimed|applied)"
    r"|(?:a\s+mistake|an\s+error|in\s+error|wrong|mistaken|incorrect)(?!\s+(?:to|in|that|of)\b))"
)
_TAKES_BACK = later(
    rf"\b(?:withdr[ae]wn?|withdrew|withdrawing|overturn(?:ed)?|abandon(?:ed)?|revoked?|rescind(?:ed)?"
    rf"|retract(?:ed)?|reversed?|dropped|set)\s+(?:(?:that|this|it|both|these|those|them)"
    rf"(?=\s*(?:[.,;:]|$|and\b|in\b|aside\b|now\b))|(?:that|this|the|our|its|my|both|these|those)\s+{_EARLIER}{_WHAT})"
    rf"|\b(?:(?:that|this|it|both)\s+|(?:that|this|these|those|the|our|its)\s+{_EARLIER}{_WHAT})(?:is|was|are|were|has|have)"
    rf"\s+(?:(?:now|since|both|all|been|therefore|plainly|clearly)\s+){{0,3}}{_GIVEN_UP}"
    rf"|\b(?:that|this|the|our)\s+{_EARLIER}{_WHAT}(?:has\s+|have\s+)?(?:falls?|fell|fallen)\s+away\b"
    r"|\b(?:has|have)\s+(?:since\s+|now\s+)?changed\s+(?:our|my|its|their)\s+minds?\b"
    r"|\bit\s+does\s+not,\s+and\b|\bdo(?:es)?\s+so\s+no\s+longer\b"
    r"|\bno\s+longer\s+(?:rel(?:y|ies|ying)(?:\s+(?:up)?on)?|claim\w*|maintain\w*|appl\w+|pursu\w+|use|using)\s+"
    rf"(?:(?:it|that|this|them|either|both)(?=\s*(?:[.,;:]|$|and\b))|(?:that|this|the|these|those|either)\s+{_EARLIER}{_WHAT})",
    re.IGNORECASE,
)
_IN_DOUBT = later(
    r"\b(?:you|your|not|no|never|whether|if|argue\w*|cannot|unable|declin\w+|would|should|could)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?,]\s|\s[–—]\s")
_NUMBER = re.compile(r"(?:\b(?:sections?|regulations?|s|r|reg)\.?\s?)\d", re.IGNORECASE)
_ENDED = later(
    r"\b(?:not\b[^.;]{0,30}\bany\s+(?:more|longer)|withdr[ae]w\w*|no\s+longer|not\s+now|overturn\w*|set\s+aside|dropp\w+|abandon\w*|revok\w+|rescind\w*"
    r"|retract\w*|reversed|disappl\w+)\b",
    re.IGNORECASE,
)
_FOR_SOME = later(
    r"\s(?:for|to|in\s+respect\s+of|in\s+relation\s+to|as\s+regards|regarding|in\s+part|over|beyond)\b",
    re.IGNORECASE,
)


def taken_back(around: Surroundings, run: Run) -> bool:
    """Whether the rest of the sentence, or the next one, gives up what the run relies on."""
    if not around.denying.between(run.end, run.end + _REACH) and not around.errors.between(
        run.end, run.end + _REACH
    ):
        return False
    sentences = around.sentences
    end = sentences.around(run.start, run.end)[1]
    until = min(sentences.around(end, end + 1)[1], run.end + _REACH)
    for found in _TAKES_BACK.finditer(around.text, run.end, until):
        before = around.text[run.end : found.start()]
        clause = before[max((part.end() for part in _CLAUSE.finditer(before)), default=0) :]
        if _IN_DOUBT.search(clause) is None:
            return _NUMBER.search(around.text, end, max(end, found.start())) is None
    return False


def ended(around: Surroundings, run: Run) -> bool:
    """Whether a run that is denied was relied on before and is so no more, for all of it."""
    start, end = around.sentences.around(run.start, run.end)
    start, end = max(start, run.start - 80), min(end, run.end + 80)
    said = _SPACES.sub(" ", around.text[start:end])
    return _ENDED.search(said) is not None and not _FOR_SOME.search(around.text, run.end, end)
