"""Which of the names in a letter is its writer's: what each is worth, and what speaks against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from foitrack.law.authorities import Directory
from foitrack.reading.prose import Span
from foitrack.reading.response.authority_phrases import ITSELF, OFFICE, SUBJECT
from foitrack.reading.response.own_kind import apart_from_itself, calls_itself, name_key


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, with what its place and the words around it are worth."""

    name: str
    known: bool
    """Whether it is the directory's."""
    span: Span
    score: int
    why: str


def writer_among(
    mentions: Iterable[Mention], text: str, said: str, directory: Directory
) -> tuple[Mention, bool] | None:
    """The name of the one that writes and whether that is sure; None where the letter leaves it
    open.
    """
    scores: dict[str, int] = defaultdict(int)
    best: dict[str, Mention] = {}
    for mention in mentions:
        key = name_key(mention.name)
        scores[key] += mention.score
        if mention.score and (key not in best or mention.score > best[key].score):
            best[key] = mention
    ranked = _without_departments(
        sorted(best.values(), key=lambda m: (-m.score, -scores[name_key(m.name)], m.span.start))
    )
    if not ranked:
        return None
    winner = _in_full(ranked, text, directory)
    total = scores[name_key(winner.name)] or winner.score
    rivals = [m for m in ranked if m.score >= winner.score and not _akin(m, winner)]
    if winner.score < OFFICE and not (len(best) == 1 and _alone(winner, said)):
        return None
    if any(scores[name_key(rival.name)] * 2 > total for rival in rivals):
        return None
    return winner, winner.known and winner.score > OFFICE and not rivals


_DEPARTMENT = re.compile(
    r"(?:Department|Directorate|Office) (?:of|for)\b|.*\b(?:Department|Directorate|Division)$"
)


def _without_departments(ranked: Sequence[Mention]) -> Sequence[Mention]:
    """Without departments that no directory has, where a body that it has writes beside them:
    a council's own, as “Department for Roads” above “Ashdale Council”.
    """
    if not any(mention.known and mention.score >= ITSELF for mention in ranked):
        return ranked
    return [m for m in ranked if m.known or not _DEPARTMENT.match(m.name)]


def _alone(only: Mention, said: str) -> bool:
    """Whether the only body that a letter names is the one that writes."""
    if only.known and only.score >= SUBJECT:
        return True
    return calls_itself(said, only.name) and not apart_from_itself(said, only.name, only.span)


def _in_full(ranked: Sequence[Mention], text: str, directory: Directory) -> Mention:
    """The first; where that is a short form of a body known by a longer name, the body."""
    first = ranked[0]
    words = _words(first)
    longer = (m for m in ranked if m.known and words < _words(m))
    if first.known:
        return first
    named = next(longer, None)
    return replace(named, score=first.score) if named else _as_asked(first, text, directory)


def _as_asked(short: Mention, text: str, directory: Directory) -> Mention:
    """A name as who asked wrote it in full: “Housing Executive” may head the body's own page."""
    asked = {entry.name for entry, _, _ in directory.find_in(text[:_REQUEST_REACH])}
    longer = [name for name in asked if name.lower().endswith(f" {short.name.lower()}")]
    return replace(short, name=longer[0]) if len(longer) == 1 else short


_REQUEST_REACH = 6000


def _akin(one: Mention, other: Mention) -> bool:
    """Whether one name is a part of the other ("Ashdale Council", "Ashdale District Council")."""
    a, b = _words(one), _words(other)
    return a <= b or b <= a


def _words(mention: Mention) -> set[str]:
    return set(_WORD.findall(mention.name.lower()))


_WORD = re.compile(r"[\w'&]+")
