"""The labels of a request's questions, and how a letter turns to them: “Q2”, “(ii)”, “Part B”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from foitrack.later import later

_DIGITS = r"\d{1,2}(?: ?\(?[a-z]\)?)?(?![\w/%])(?!\.\d)(?!,\d)"
_MARKS = r"(?:[a-h]|[ivx]{1,4})"
_WORD = r"(?:q(?:uestion|uery)?s?\.?|requests?|parts?|points?|items?|number|no\.)"
_LABEL = rf"(?:{_WORD} ?\(?(?:{_DIGITS}|{_MARKS}\b)\)?|\({_MARKS}\)|\b{_MARKS}\)|\({_DIGITS}\))"
_NEXT = rf"(?:{_LABEL}|{_DIGITS}|\b{_MARKS}\b\)?)"
_LABELS = rf"{_LABEL}(?:(?: ?,? ?(?:&|and|or) | ?, ?| ?(?:-|to) ?){_NEXT}){{0,12}}"
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_ORDINAL = (
    rf"(?:your|the) (?P<nth>{'|'.join(_ORDINALS)})(?: and (?P<also>{'|'.join(_ORDINALS)}))? "
    r"(?:questions?|parts?|points?|items?|quer(?:y|ies)|limbs?|elements?|requests?)"
)
_ABOUT = (
    r"(?:(?:with|in) (?:regards?|respect|relation|reference|answer|response|reply) (?:to|of)|"
    r"regarding|concerning|as (?:to|regards|for)|turning (?:now )?to|moving (?:on )?to|on|for|to|"
    r"(?:for|to|on) (?:all|each|both|any) (?:of )?(?:your|the|these)|"
    r"under|both|your|(?:our|the) (?:information|answers?|responses?|repl(?:y|ies)|figures?|"
    r"records?|data|material)(?: \w+){0,3}? (?:in|to|for|at|under|sought (?:in|at|by|under)|"
    r"requested (?:in|at|by|under)))"
)
_TURNS = later(
    rf"\W{{0,6}}(?:(?:and|but|however|finally|similarly|lastly),? )?(?:{_ABOUT} )?"
    rf"(?:(?P<labels>{_LABELS})(?![\w)])|{_ORDINAL}\b)",
    re.IGNORECASE,
)
_EACH = later(
    rf"(?P<digits>\d{{1,2}} ?\(?[a-z]\)|\d{{1,2}}[a-z]?)(?!\w)|"
    rf"(?<![a-z])(?P<mark>{_MARKS})(?![a-z])",
    re.IGNORECASE,
)
_RUN = re.compile(r"(\d{1,2})\s?(?:-|to)\s?(?:[a-z]+ ?)?\(?(\d{1,2})\W*$", re.IGNORECASE)
_MARKS_RUN = re.compile(r"\(?\b([a-h])\)?\s?(?:-|to)\s?\(?([a-h])\)?\W*$", re.IGNORECASE)
_HEAD = later(
    rf"[\s*_#>]{{0,12}}(?:q(?:uestion)?\s?)?(?:\((?P<both>{_MARKS})\)|(?P<one>{_MARKS})"
    r"(?:\)|[.:](?=\s)))\s*",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"(?<![\w)])\(({_MARKS}|\d{{1,2}})\)\s", re.IGNORECASE)
_LIMIT = 60


class Turn(NamedTuple):
    """The questions that a line turns to, and where its words on them begin."""

    labels: tuple[str, ...]
    end: int


def head(line: str) -> Turn | None:
    """The letter or Roman numeral that a line of a list begins with: “(b) …”, “ii. …”."""
    met = _HEAD.match(line)
    return Turn(((met["both"] or met["one"]).lower(),), met.end()) if met else None


def within(text: str) -> tuple[str, ...]:
    """The marks in brackets that count items in running words: “(i) the dates; and (ii) …”."""
    return tuple(mark.lower() for mark in _WITHIN.findall(text))


def turned_to(sentence: str) -> Turn | None:
    """The questions that a sentence begins by naming: “On part 2, …”, “Your third question …”."""
    met = _TURNS.match(sentence)
    if met is None:
        return None
    if met["labels"] is None:
        named = (met["nth"], met["also"])
        found = [str(_ORDINALS.index(one.lower()) + 1) for one in named if one]
    else:
        found = _each(met["labels"])
    return Turn(tuple(found), met.end()) if found else None


def _each(printed: str) -> list[str]:
    """The labels of "2", "2 and 3", "Q2(a)", "2-5", "(a) to (c)"."""
    words = re.sub(rf"\b{_WORD}(?=[ (\d])", " ", printed, flags=re.IGNORECASE)
    words = re.sub(r"\b(?:and|or|to)\b", ",", words) if not _runs(words) else words
    found = [
        re.sub(r"[ ()]", "", met["digits"] or met["mark"]).lower() for met in _EACH.finditer(words)
    ]
    return [*found[:-2], *_between(words)] if _runs(words) else found


def _runs(words: str) -> bool:
    return bool(_between(words))


def _between(words: str) -> list[str]:
    """Every label of a run; empty where none is printed."""
    if met := _RUN.search(words):
        low, high = int(met[1]), int(met[2])
        return [str(n) for n in range(low, high + 1)] if low < high <= _LIMIT else []
    if met := _MARKS_RUN.search(words):
        first, last = met[1].lower(), met[2].lower()
        return [chr(n) for n in range(ord(first), ord(last) + 1)] if first < last else []
    return []


def in_order(labels: Iterable[str]) -> list[str]:
    """Labels as they are counted: numbers by size, all others where they first stand."""
    given = list(labels)

    def place(label: str) -> tuple[int, str]:
        digits = re.match(r"\d+", label)
        return (int(digits[0]), label) if digits else (given.index(label), "")

    return sorted(given, key=place)
