"""With which characters a phrase can begin, so that most places of a text are passed over at once.

A pattern is tried at every place of a text. One look at the character there is much less work than
the first steps of a dozen alternatives; it changes nothing of what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_NO_CHARACTER = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_WIDEST_RANGE = 200
# What else is the same letter where capitals do not count.
_LIKE = {"i": "İı", "k": "\u212a", "s": "ſ", "å": "\u212b"}


def begun(phrase: str) -> str:
    """A phrase (whatever its capitals) that looks first at the character it begins with.

    As it is, where that may be any.
    """
    characters, empty = _first(parser.parse(phrase, re.IGNORECASE))
    if characters is None or empty:
        return f"(?:{phrase})"
    forms = {form for one in characters for form in _forms(one)}
    listed = "".join(map(re.escape, sorted(forms)))
    return f"(?-i:(?=[{listed}]))(?:{phrase})"


def _forms(character: str) -> set[str]:
    low = character.lower()
    return {character, low, character.upper(), *_LIKE.get(low, "")}


def _first(sequence: Iterable[Any]) -> tuple[set[str] | None, bool]:
    """What a sequence can begin with, None for anything; and whether it can be empty."""
    found: set[str] = set()
    for code, value in sequence:
        if code in _NO_CHARACTER:
            continue
        own, empty = _of_one(code, value)
        if own is None:
            return None, False
        found |= own
        if not empty:
            return found, False
    return found, True


def _of_one(code: Any, value: Any) -> tuple[set[str] | None, bool]:
    if code is codes.LITERAL:
        return {chr(value)}, False
    if code is codes.IN:
        return _listed(value), False
    if code is codes.SUBPATTERN:
        return _first(value[-1])
    if code in _REPEATS:
        own, empty = _first(value[-1])
        return own, empty or value[0] == 0
    if code is codes.BRANCH:
        return _of_branches(value[1])
    return None, False


def _listed(members: Iterable[Any]) -> set[str] | None:
    """The characters of a set; None where it names sorts of characters, or all but some."""
    found: set[str] = set()
    for code, value in members:
        if code is codes.LITERAL:
            found.add(chr(value))
        elif code is codes.RANGE and value[1] - value[0] < _WIDEST_RANGE:
            found |= set(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return found


def _of_branches(branches: Iterable[Iterable[Any]]) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    any_empty = False
    for branch in branches:
        own, empty = _first(branch)
        if own is None:
            return None, False
        found |= own
        any_empty = any_empty or empty
    return found, any_empty
