"""What a pattern cannot do without: words of which a text must hold one for it to match.

Looking for a word is many times faster than trying a pattern; most sentences hold none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
_SHORTEST = 3
_COMMON = frozenset(
    ["the", "to", "of", "not", "no", "any", "all", "we", "you", "your", "have", "has", "are", "is"]
)


def may_match(pattern: re.Pattern[str], low: str | None) -> bool:
    """Whether a pattern may be found in a text, of which `low` is the lower case.

    None as a text of which nothing is known.
    """
    words = needed(pattern) if low is not None else None
    if words is None or low is None:
        return True
    for word in words:  # noqa: SIM110 (a generator takes three times as long)
        if word in low:
            return True
    return False


@cache
def needed(pattern: re.Pattern[str]) -> tuple[str, ...] | None:
    """Words in lower case of which every match holds one; None where no such words are known."""
    words = _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    return tuple(sorted(words, key=len)) if words else None


def _of_sequence(sequence: Iterable[Any]) -> Words | None:
    """The best of what the parts of a sequence need; each of them would do."""
    best: Words | None = None
    run = ""
    for code, value in [*sequence, (None, None)]:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        best = _better(best, frozenset([run.lower()]) if len(run) >= _SHORTEST else None)
        run = ""
        best = _better(best, _of_part(code, value))
    return best


def _of_part(code: Any, value: Any) -> Words | None:
    if code is codes.SUBPATTERN:
        return _of_sequence(value[-1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(value[-1])
    if code is codes.BRANCH:
        every = [_of_sequence(branch) for branch in value[1]]
        known = [words for words in every if words]
        return frozenset().union(*known) if len(known) == len(every) else None
    return None


def _better(one: Words | None, other: Words | None) -> Words | None:
    """Of two needs, the one whose words are rarer: long, and few."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=_rarity)


def _rarity(words: Words) -> tuple[bool, int]:
    common = any(word.strip() in _COMMON for word in words)
    return not common, min(map(len, words)) - len(words)
