"""The bracketed labels after a section number: "(1)", "(a-c)", "(i) and (ii)", "(5A)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DIGITS = re.compile(r"(\d{1,2})([A-Za-z]{0,2})")
_DOUBLE_LETTERS = frozenset({"aa", "ab", "ac", "ad"})
_MOST = 26

_ONE = r"(?:\d{1,2}[A-Za-z]{0,2}|[A-Za-z]{1,4})"
_JOIN = r"\s?(?:,\s?and\b|,\s?or\b|,\s?&|,|&|/|;|\+|[-‐‑–—]|\band\b|\bor\b|\bto\b)\s?"
BRACKETED = re.compile(rf"[(\[]\s?(?P<labels>{_ONE}(?:{_JOIN}{_ONE}){{0,12}})\s?[)\]]")
_PIECES = re.compile(rf"(?P<join>{_JOIN})|(?P<label>{_ONE})")
_TO = re.compile(r"[-‐‑–—]|to")


def normal(label: str) -> str | None:
    """A label as statutes print it ("5a" is "5A", "B" is "b"); None where it is no label."""
    digits = _DIGITS.fullmatch(label)
    if digits is not None:
        return str(int(digits[1])) + digits[2].upper() if int(digits[1]) else None
    lower = label.lower()
    return lower if len(lower) == 1 or lower in _ROMAN or lower in _DOUBLE_LETTERS else None


def bracket(inside: str) -> list[tuple[str, bool]] | None:
    """The labels in one pair of brackets, each with whether a range leads up to it.

    None where the brackets hold a title or anything else.
    """
    labels: list[tuple[str, bool]] = []
    ranged = False
    for piece in _PIECES.finditer(inside):
        if piece["join"] is not None:
            ranged = _TO.fullmatch(piece["join"].strip()) is not None
            continue
        label = normal(piece["label"])
        if label is None:
            return None
        labels.append((label, ranged))
        ranged = False
    return labels


def is_number(label: str) -> bool:
    """Whether it is a subsection's label and not a paragraph's."""
    return label[0].isdigit()


def alike(one: str, other: str) -> bool:
    """Whether two labels can stand at the same level."""
    if is_number(one) or is_number(other):
        return is_number(one) and is_number(other)
    return is_roman(one) == is_roman(other) or ord(other[0]) - ord(one[0]) == 1


def is_roman(label: str) -> bool:
    """Whether it can be a small Roman numeral."""
    return label in _ROMAN


def between(low: str, high: str, siblings: Sequence[str]) -> list[str]:
    """All labels from one to another, both included; just the two where that is no range.

    `siblings` are the labels that the statute has at this level, in its order.
    """
    numbers = low.isdigit() and high.isdigit()
    if (
        not numbers
        and low in siblings
        and high in siblings
        and siblings.index(low) < siblings.index(high)
    ):
        return list(siblings[siblings.index(low) : siblings.index(high) + 1])
    for run in (_ROMAN, _LETTERS, _NUMBERS):
        if low in run and high in run and 0 < run.index(high) - run.index(low) < _MOST:
            if run is _ROMAN and len(low) == len(high) == 1 and "v" not in (low, high):
                continue
            return list(run[run.index(low) : run.index(high) + 1])
    return [low, high]


_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_NUMBERS = tuple(str(number) for number in range(1, 100))
