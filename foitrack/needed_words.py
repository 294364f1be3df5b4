"""The words that a text must hold where a pattern is to be found in it, told by its source alone.

Compiling a pattern, and even taking it apart as the compiler does, costs a hundred times what it
costs to see that a text lacks its words. So the source is gone through here by its signs; what is
not understood is taken to need nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from foitrack.pattern_signs import ASIDE, LEFT_OUT, NO_LETTERS, opens, signs_of

Words = tuple[str, ...]
"""In lower case, the shortest first; one of them is needed."""
_SHORTEST = 3
_MOST_WORDS = 60
_SPACED_OUT = re.compile(r"\(\?[a-zA-Z]*x")
"""Blanks mean nothing then."""


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """A text as its letters are compared where capitals do not count."""
    low = text.lower()
    if not low.isascii():
        for odd, letter in (("\u017f", "s"), ("\u0131", "i"), ("i\u0307", "i")):
            low = low.replace(odd, letter)
    return low


def needed(source: str) -> tuple[Words, ...]:
    """Sets of words; every match of the pattern holds one of each. The rarest first."""
    if _SPACED_OUT.search(source):
        return ()
    found = _of_group(iter(signs_of(source)))
    kept = {words for words in found if len(words) <= _MOST_WORDS}
    # The rarest first: few words, and long ones.
    return tuple(sorted(kept, key=lambda words: (len(words) - len(words[0]), words)))


def may_hold(text: str, sets: tuple[Words, ...]) -> bool:
    """Whether a text has a word of each set."""
    return has_each(plain(text), sets)


def has_each(low: str, sets: Iterable[Words]) -> bool:
    """Whether a text that is plain already has a word of each set."""
    for words in sets:
        for word in words:
            if word in low:
                break
        else:
            return False
    return True


def _of_group(signs: Iterator[str]) -> list[Words]:
    """What a group needs, up to where it ends."""
    branches: list[list[Words]] = []
    ended = False
    while not ended:
        found, ended = _of_branch(signs)
        branches.append(found)
    if len(branches) == 1:
        return branches[0]
    union: set[str] = set()
    for sets in branches:
        if not sets:
            return []
        rarest: Words = max(sets, key=lambda words: len(words[0]) - len(words))
        union.update(rarest)
    return [_sorted(union)]


def _of_branch(signs: Iterator[str]) -> tuple[list[Words], bool]:
    """What an alternative needs, and whether its group ends with it."""
    found: list[Words] = []
    run, given = "", 0
    """The letters that stand together, and how many sets the sign before them gave."""
    for sign in signs:
        letters = _letters(sign)
        if letters:
            run += letters
            continue
        if sign.startswith(LEFT_OUT):
            # What stands before it may be left out: one letter, or a whole group.
            found[len(found) - (0 if run else given) :] = ()
            run = run[:-1]
        if len(run) >= _SHORTEST:
            found.append((plain(run),))
        run, given = "", 0
        if sign in ("|", ")"):
            return found, sign == ")"
        if opens(sign):
            own = _of_group(signs)
            if not sign.startswith(ASIDE):
                found += own
                given = len(own)
    return ([*found, (plain(run),)] if len(run) >= _SHORTEST else found), True


def _letters(sign: str) -> str:
    """The letters that a sign stands for; nothing where it is no plain one."""
    if sign[0] == "\\" and not sign[1].isalnum():
        return sign[1]
    return "" if sign[0] in NO_LETTERS else sign


def _sorted(words: set[str]) -> Words:
    return tuple(sorted(words, key=lambda word: (len(word), word)))
