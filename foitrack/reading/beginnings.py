"""With which characters a phrase can begin, so that most places of a text are passed over at once.

A pattern is tried at every place of a text, and most places are no beginning of a word, or of no
word that it seeks. One look at that is much less work than the first steps of a dozen
alternatives; it changes nothing of what is found. The sources are gone through by their signs:
taking them apart as the compiler does would take longer than is gained in a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from foitrack.pattern_signs import ASIDE, LEFT_OUT, opens, parts_of, signs_of

_WORD_BEGINS = r"\b"
_NO_CHARACTER = (r"\b", r"\B", "^", "$")
_MEMBER = re.compile(r"(.)-(.)|(.)", re.DOTALL)
_WIDEST_RANGE = 200
# What else is the same letter where capitals do not count.
_LIKE = {"i": "İı", "k": "\u212a", "s": "ſ", "å": "\u212b"}

_Characters = frozenset[str] | None
"""What something can begin with; None for anything."""


def alternatives(phrases: Iterable[str]) -> str:
    """One pattern for all phrases, tried in order, whatever their capitals.

    Those that begin with a word, one after the other, share the look at its first letter.
    """
    parts = [(part, beginning(part)) for phrase in phrases for part in parts_of(phrase)]
    listed: list[str] = []
    for worded, together in groupby(parts, _begins_a_word):
        run = list(together)
        listed += [_of_words(run)] if worded else [_looking(*one) for one in run]
    return f"(?:{'|'.join(listed)})"


def beginning(part: str) -> _Characters:
    """The characters that an alternative can begin with; None where that is any, or none."""
    found, empty = _Beginnings(signs_of(part)).of_group()
    return None if empty else found


def _begins_a_word(part: tuple[str, _Characters]) -> bool:
    return part[0].startswith(_WORD_BEGINS) and part[1] is not None


def _of_words(run: list[tuple[str, _Characters]]) -> str:
    own = "|".join(part.removeprefix(_WORD_BEGINS) for part, _ in run)
    return f"{_WORD_BEGINS}{_look(frozenset().union(*(found or () for _, found in run)))}(?:{own})"


def _looking(part: str, found: _Characters) -> str:
    return part if found is None else f"{_look(found)}(?:{part})"


def _look(characters: frozenset[str]) -> str:
    forms = {form for one in characters for form in _forms(one)}
    return f"(?-i:(?=[{''.join(map(re.escape, sorted(forms)))}]))"


def _forms(character: str) -> set[str]:
    low = character.lower()
    return {character, low, character.upper(), *_LIKE.get(low, "")}


class _Beginnings:
    """Goes through a source's signs once."""

    def __init__(self, signs: list[str]) -> None:
        self._signs = signs
        self._at = 0

    def of_group(self) -> tuple[_Characters, bool]:
        """What a group can begin with, up to where it ends; and whether it can be empty."""
        found: _Characters = frozenset()
        any_empty, ended = False, False
        while not ended:
            own, empty, ended = self._of_branch()
            found = None if found is None or own is None else found | own
            any_empty = any_empty or empty
        return found, any_empty

    def _of_branch(self) -> tuple[_Characters, bool, bool]:
        """The same of an alternative, and whether its group ends with it."""
        found: _Characters = frozenset()
        empty = True
        while self._at < len(self._signs):
            sign = self._next()
            if sign in ("|", ")"):
                return found, empty, sign == ")"
            own, skipped = self._of_sign(sign)
            if empty:
                found = None if found is None or own is None else found | own
                empty = skipped or self._may_be_left_out(sign)
        return found, empty, True

    def _of_sign(self, sign: str) -> tuple[_Characters, bool]:
        if opens(sign):
            own = self.of_group()
            return (frozenset(), True) if sign.startswith(ASIDE) else own
        if sign in _NO_CHARACTER or sign[0] in "*+?" or (sign[0] == "{" and len(sign) > 1):
            return frozenset(), True
        if sign[0] == "[":
            return _listed(sign[1:-1]), False
        if sign[0] in ".(" or (sign[0] == "\\" and sign[1].isalnum()):
            return None, False
        return frozenset(sign[1] if sign[0] == "\\" else sign[0]), False

    def _may_be_left_out(self, sign: str) -> bool:
        """Whether what was gone through last may be; the first of several letters is not."""
        letters = len(sign) if sign[0] not in "\\[()" else 1
        after = self._signs[self._at] if self._at < len(self._signs) else ""
        return letters == 1 and after.startswith(LEFT_OUT)

    def _next(self) -> str:
        self._at += 1
        return self._signs[self._at - 1]


def _listed(members: str) -> _Characters:
    """The characters of a set; None where it names sorts of characters, or all but some."""
    if members.startswith("^") or "\\" in members:
        return None
    found: set[str] = set()
    for low, high, alone in _MEMBER.findall(members):
        first, last = ord(low or alone), ord(high or alone)
        if last - first > _WIDEST_RANGE:
            return None
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)
