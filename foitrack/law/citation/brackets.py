"""The labels that stand at a place, in any of the ways they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foitrack.later import later
from foitrack.law.citation.labels import BRACKETED, alike, bracket, normal
from foitrack.law.citation.numbering import Numbering, Path

_SPACE = re.compile(r"[ \t\u00a0\u2009]{0,3}(?:\*{1,2}|_)?(?:\r?\n[ \t]{0,8})?")
_DASHED = re.compile(r"\s[-–—]\s(?=\()")
_UNOPENED = re.compile(r"(?P<label>\d{1,2}[A-Z]?|[a-z]|a[a-d]|[ivx]{2,4})\)")
_UNCLOSED = later(r"\(\s?(?P<label>\d{1,2}[A-Z]?|[a-z]|[ivx]{2,4})\s?(?=\(|$|[\s,;.](?!\w{1,3}\)))")
_NAKED = re.compile(r"(?P<label>[a-i])(?![\w'’])")
_DOT = re.compile(r"\.(?P<label>\d{1,2}(?=\s?\([a-z]{1,4}\)|\.[a-g]\b)|(?<=\d\.)[a-g]\b)")
_SPACED = re.compile(r"\s(?P<label>\d)(?=\s?\([a-z]{1,2}\))")
_WORDED = later(
    r"\s{0,2},?\s{0,2}\(?(?:sub[-‐‑–]?\s?(?:sections?|paragraphs?)|paragraphs?|paras?\.?|limbs?|parts?(?=\s?\(?\d[A-Z]?\)?(?!\s+of\s+(?:the\s+)?(?:act|fo|freedom))))\s{0,2}"
    r"(?:\(\s?(?P<inside>[\w,&\s–-]{1,24}?)\s?\)|(?P<plain>\d{1,2}[A-Z]?|[a-j])(?!\w|\.\d))\)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\s*(?P<label>\d{1,2}[A-Z]?)\s*")
_RUN_TOGETHER = re.compile(r"(\d)([a-z])")
_SMALL_LETTER = re.compile(r"\s?\([a-z]")
_NEW_LIST_ENTRY = re.compile(r"\s+[A-Z“\"]")


_FIRST_LABELS = frozenset(("1", "a", "A", "i", "I"))
_LIST_REACH = 600


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one pair of brackets: each with whether a range leads up to it."""

    labels: list[tuple[str, bool]]
    end: int
    tight: bool
    """Nothing stands between; then even a paragraph that no statute has is meant so."""
    below: tuple[str, ...] = ()
    """A second label that the same brackets hold: "(1a)" for "(1)(a)"."""
    amends: bool = False
    """The label replaces the one before it: "(5)(B)" for "(5B)"."""


def labels_at(
    text: str, at: int, path: Path, numbering: Numbering, *, worded: bool = False
) -> Labels | None:
    """The labels that begin at a place, after a path; None where there are none.

    `worded` also takes "subsection 2".
    """
    found = _bracketed(text, at, path, numbering)
    if found is None and worded:
        found = _in_words(text, at, path, numbering)
    return found or _misprinted(text, at, path, numbering)


def inner_labels_at(text: str, at: int, path: Path, numbering: Numbering) -> Labels | None:
    """The labels in "subsection 2 of" or "paragraph (g) of", where the word has been read."""
    plain = _PLAIN.match(text, at)
    if plain is None:
        return _bracketed(text, at, path, numbering)
    label = normal(plain["label"])
    return None if label is None else Labels([(label, False)], plain.end(), tight=True)


def _bracketed(text: str, at: int, path: Path, numbering: Numbering) -> Labels | None:
    dashed = _DASHED.match(text, at)
    space = dashed or _SPACE.match(text, at)
    start = space.end() if space is not None else at
    found = BRACKETED.match(text, start)
    if found is None:
        return None
    labels = bracket(found["labels"])
    if not labels:
        return None
    if dashed is not None and len(path) > 1 and alike(path[-1], labels[0][0]):
        return None  # a range: "(a) - (c)"
    if "\n" in text[at:start] and _begins_an_entry(text, start, labels[0][0], found.end()):
        return None
    if not _fits(path, labels[0][0], numbering):
        return None
    known = _reread(path, labels[0][0], found, numbering) if len(labels) == 1 else None
    return known or Labels(labels, found.end(), tight=start == at)


def _begins_an_entry(text: str, start: int, label: str, end: int) -> bool:
    """Whether labels on a new line number an entry of the letter's own list.

    "(2)" does where "(1)" began a line before it; else the line was only wrapped there.
    """
    if _NEW_LIST_ENTRY.match(text, end) is None:
        return False
    if label in _FIRST_LABELS:
        return True
    before = chr(ord(label) - 1) if len(label) == 1 else ""
    return not before or f"\n({before})" in text[max(0, start - _LIST_REACH) : start]


def _fits(path: Path, label: str, numbering: Numbering) -> bool:
    """Whether a label can follow; "40 (i) names" is the letter's own list, not a paragraph."""
    if len(path) > 1 or label[0].isdigit():
        return True
    return numbering.knows((*path, label)) or not numbering.is_ground(path[0])


def _reread(path: Path, label: str, found: re.Match[str], numbering: Numbering) -> Labels | None:
    """Labels run together or torn apart, where only the other reading is in a statute."""
    printed = found["labels"].strip()
    if len(path) == 2 and printed in ("A", "B") and path[1].isdigit():
        whole = (path[0], path[1] + printed)
        plain = numbering.knows((*path, label)) and not _SMALL_LETTER.match(
            found.string, found.end()
        )
        if numbering.knows(whole) and not plain:
            return Labels([(whole[1], False)], found.end(), tight=True, amends=True)
    together = _RUN_TOGETHER.fullmatch(printed)
    if together is not None and not numbering.knows((*path, label)):
        apart = (together[1], together[2])
        if numbering.knows((*path, *apart)) or numbering.knows((path[0], *apart)):
            return Labels([(together[1], False)], found.end(), tight=True, below=(together[2],))
    return None


def _in_words(text: str, at: int, path: Path, numbering: Numbering) -> Labels | None:
    found = _WORDED.match(text, at)
    if found is None:
        return None
    labels = bracket(found["inside"]) if found["inside"] else None
    if found["plain"]:
        label = normal(found["plain"])
        labels = [(label, False)] if label is not None else None
    if not labels or numbering.place(path, labels[0][0], listed=False) is None:
        return None
    return Labels(labels, found.end(), tight=False)


def _misprinted(text: str, at: int, path: Path, numbering: Numbering) -> Labels | None:
    """A bracket left out: "10(4)e)", "36(2(b)", "31(1)g", "12.5(e)"."""
    patterns = [_UNCLOSED]
    if text[at - 1 : at] == ")":
        patterns += [_UNOPENED, _NAKED]
    else:
        patterns.append(_DOT)
    if len(path) == 1:
        patterns.append(_SPACED)
    for pattern in patterns:
        found = pattern.match(text, at)
        label = normal(found["label"]) if found is not None else None
        if found is None or label is None:
            continue
        placed = numbering.place(path, label, listed=False)
        if placed is not None and numbering.knows(placed):
            return Labels([(label, False)], found.end(), tight=True)
    return None
