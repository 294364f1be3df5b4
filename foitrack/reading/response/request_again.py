"""Where a letter says again what was asked, or asks on: each question above its answer."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.prose import Span
from foitrack.reading.response.plain_answers import inline_reply
from foitrack.reading.response.request_rows import EDGES, ITEM, asking, bare_item, counted
from foitrack.reading.response.voices import names_a_wish

_REPEATED, _LONG = 25, 60
"""Characters from which a line is known again, whole and broken off."""
_LABELLED = re.compile(r"(request|question|query):\s", re.IGNORECASE)
"""The word that each question of a letter may begin with."""
_LONGEST_DATES = 400
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_APART = re.compile(r"\S(?: {2,}|\t)\S")
_PERIOD_WORD = later(
    r"\W*(?:from|between|for|in|and|to|the|calendar|financial|years?|since|until|latest|available|"
    r"data|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d(?:[/-]\d{2,4})?|[A-Z][a-z]{2,8})?\W*"
)


def repetitions(own: str, rows: list[Span], taken: list[Span]) -> list[Span]:
    """Later rows that say again what a row of the request said."""
    said = {key for row in taken if len(key := _bare(row.flat(own))) >= _REPEATED}
    last = taken[-1].end
    return [row for row in rows if row.start >= last and _says_again(_bare(row.flat(own)), said)]


def asked_between(own: str, rows: list[Span], taken: list[Span]) -> list[Span]:
    """The later questions of a letter that answers each below itself, by their numbers."""
    label = _LABELLED.match(taken[0].flat(own).strip(EDGES))
    last = next((n for row in reversed(taken) if (n := counted(row.flat(own)))), 0)
    found: list[Span] = []
    goes_on = False
    for row in rows:
        if row.start < taken[-1].end:
            continue
        line = row.flat(own).strip(EDGES)
        # An authority that is not sure what is meant numbers its own questions from 1.
        theirs = asking(line) if last else names_a_wish(bare_item(line))
        if label and line.lower().startswith(f"{label[1].lower()}:"):
            goes_on = not inline_reply(line)
        elif counted(line) == last + 1 and theirs and not inline_reply(line):
            last, goes_on = last + 1, True
        elif goes_on and not (asking(line) or _only_dates(line)):
            goes_on = False
        if goes_on:
            found.append(row)
    return found


def _only_dates(line: str) -> bool:
    """Whether a line is nothing but the dates that a question is about; a year with its figure
    beside it is the answer.
    """
    if _APART.search(line):
        return False
    return _YEAR.search(line) is not None and all(
        _PERIOD_WORD.fullmatch(word) for word in line[:_LONGEST_DATES].split()
    )


def _says_again(key: str, said: set[str]) -> bool:
    """Whether a line says what was asked, or a long part of it."""
    if len(key) < _REPEATED:
        return False
    return key in said or (len(key) >= _LONG and any(key in one for one in said))


def _bare(line: str) -> str:
    return re.sub(r"\W+", " ", ITEM.sub("", line, count=1)).strip().lower()
