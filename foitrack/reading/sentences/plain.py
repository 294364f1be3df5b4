"""Whether what a unit of a sentence says is plain: nothing denied, nobody else spoken of."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.sentences.counted import Unit
from foitrack.reading.sentences.periods import periods_in
from foitrack.reading.sentences.words import FIGURE, Named

DENIED = later(
    r"\b(?:not|never|nor|neither|none|avoided|declined|considered|facing|faces|awaiting|"
    r"recommended|instead|rather|risk|threatened|pending|suspended|n't|"
    r"without(?! notice)|except\w*|excluding)\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = later(
    r"\b(?:that|which|whose|whom|where|when|while|because|against|after|following|although|but)\b"
    r"|\binvestigat\w+\s+(?:a|an|the)\b"
    r"|(?:[,;]|\band\b)\s+(?:the|an?|this|these|his|her|their|its|all|another|\w+\s+of)\s+"
    r"(?:\w+\s+){1,4}(?:was|were|has|have|had|is|are)\b",
    re.IGNORECASE,
)
"""Words after which the sentence tells of something else than those it counted."""
_OF_MANY = later(
    r"\b(?:(?:of|out of)\s+(?:the\s+|our\s+)?(?:total\s+(?:of\s+)?)?|"
    r"(?:the|these|those|all|both|your|said|same)\s+)$",
    re.IGNORECASE,
)
"""Before a number: of how many they are a part, or those spoken of elsewhere."""
_REJECTED = re.compile(r"dismiss", re.IGNORECASE)
_PEOPLE = re.compile(r"officer|staff|individual|people|person|employee|member", re.IGNORECASE)


def is_plain(text: str, unit: Unit) -> bool:
    """Whether a unit says enough, and nothing that would make it mean something else."""
    if unit.period is None or unit.flags or unit.count.exact == 0:
        return False
    if _OF_MANY.search(text[: unit.start]):
        return False
    said = text[unit.start : unit.end]
    outcome = unit.outcome()
    if outcome is not None:
        return _outcome_is_plain(text, unit, outcome)
    if DENIED.search(said):
        return False
    who = unit.who()
    if not unit.happened or who is None:
        return False
    between = text[unit.start : who.start]
    return not (_ANOTHER_CLAUSE.search(between) or _other_number(between))


def _outcome_is_plain(text: str, unit: Unit, outcome: Named) -> bool:
    around = text[unit.start : outcome.start] + " " + text[outcome.end : unit.end]
    if outcome.start < unit.start:
        around = text[unit.start : unit.end]
    if DENIED.search(around):
        return False
    begin = max(unit.start, unit.said_from)
    between = text[begin : outcome.start] if outcome.start > begin else ""
    if _ANOTHER_CLAUSE.search(between) or _other_number(between):
        return False
    # A complaint that is dismissed is rejected: nobody lost their post.
    rejected = unit.noun and not _PEOPLE.search(unit.noun)
    return not (rejected and _REJECTED.match(text, outcome.start))


def _other_number(between: str) -> bool:
    """Whether another number stands between a unit's own and its outcome: something else's."""
    rest = FIGURE.sub("", between, count=1)
    told = periods_in(rest)
    return any(
        met["n"].lower() not in ("a", "an", "a single", "no")
        and not any(one.start <= met.start() < one.end for one in told)
        for met in FIGURE.finditer(rest)
    )
