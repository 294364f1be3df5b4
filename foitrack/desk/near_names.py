"""Authorities whose names are nearly what was typed: a slip of the pen, or a word left out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from foitrack.desk.reference import Reference
from foitrack.law.authorities import DirectoryEntry

COMMON = frozenset(
    {
        *("the", "of", "and", "for", "a", "in", "on", "to"),
        *("police", "force", "service", "services", "constabulary", "council", "commissioner"),
        *("borough", "city", "county", "district", "metropolitan", "authority", "combined"),
        *("nhs", "trust", "trusts", "foundation", "hospital", "hospitals", "health", "healthcare"),
        *("care", "teaching", "university", "community", "partnership", "mental", "social"),
        *("fire", "rescue", "ambulance", "board", "department", "office", "agency", "college"),
        *("parish", "town", "school", "academy", "infirmary", "integrated", "royal"),
    }
)
"""Words that many authorities share: alone they tell none of them from another."""
LIGHT = 0.2
"""What such a word weighs beside one that tells."""
ALIKE = 0.75
"""Two words that are less alike (0 to 1) are two words."""
NEAR = 0.66
"""Names less alike than that are not offered."""
SHORT = 4
"""Letters: a word of fewer is not spelt in two ways."""
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’`]")


def near(reference: Reference, typed: str, limit: int = 3) -> tuple[DirectoryEntry, ...]:
    """The authorities of the directory that a name may have been meant for, likeliest first.

    What was typed counts for three quarters: a word left out is a smaller slip than one too many.
    """
    known = [(entry, name) for entry in reference.directory.entries for name in entry.all_names()]
    vocabulary = sorted({word for _, name in known for word in _words(name)})
    meant = [_like(word, vocabulary) for word in _words(typed)]
    best: dict[str, tuple[float, DirectoryEntry]] = {}
    for entry, name in known:
        score = _score(meant, _words(name))
        if score >= max(NEAR, best.get(entry.name, (0.0, entry))[0]):
            best[entry.name] = (score, entry)
    found = sorted(best.values(), key=lambda one: (-one[0], one[1].name))
    return tuple(entry for _, entry in found[:limit])


Meant = Mapping[str, float]
"""The words that one typed may have been meant for, and how like each is, from 0 to 1."""


def _score(meant: Sequence[Meant], known: Collection[str]) -> float:
    """How much of each name is in the other, from 0 to 1; 0 where only common words are."""
    shared = asked = 0.0
    tells = False
    for likes in meant:
        asked += _weight(max(likes, key=likes.__getitem__, default=""))
        like, word = max(((likes.get(one, 0.0), one) for one in known), default=(0.0, ""))
        shared += like * _weight(word)
        tells = tells or (like > 0 and word not in COMMON)
    if not tells:
        return 0.0
    return 0.75 * shared / asked + 0.25 * shared / max(shared, sum(map(_weight, known)))


def _weight(word: str) -> float:
    return LIGHT if word in COMMON else 1.0


def _like(word: str, vocabulary: Sequence[str]) -> Meant:
    """The words of the directory like one that was typed: short ones only where they are it."""
    if len(word) < SHORT:
        return {word: 1.0} if word in vocabulary else {}
    found = difflib.get_close_matches(word, vocabulary, n=12, cutoff=ALIKE)
    likes = {one: difflib.SequenceMatcher(None, one, word).ratio() for one in found}
    # A common word is no slip for one that tells: "hospital" is not meant for "hospitality".
    return {one: like for one, like in likes.items() if word not in COMMON or one in COMMON}


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(_APOSTROPHES.sub("", name).casefold())))
