"""The heading that stands over a date in a row of a disclosure log."""

from __future__ import annotations

import re

from foitrack.reading.prose import lines

_SEPARATORS = ("\t", "|")
_LONGEST_HEAD = 40
_OF_A_DAY = re.compile(r"\b(?:date|received|requested|made|sent|issued|completed|answered)", re.I)
_DATED = re.compile(r"\W*(?:\w+day,? )?\d{1,2}(?:[./-]\d|(?:st|nd|rd|th)? [A-Z][a-z]{2})")
_FARTHEST = 20_000


def head_over(said: str, start: int, end: int) -> str | None:
    """What heads the cell that a date fills, in the one row below a line of headings.

    A log of many requests has many such rows: none of them is this answer's own.
    """
    first = said.rfind("\n", 0, start) + 1
    row = said[first : said.find("\n", start) if said.find("\n", start) >= 0 else len(said)]
    separator = next((one for one in _SEPARATORS if one in row), None)
    if separator is None:
        return None
    column = said.count(separator, first, start)
    if row.split(separator)[column].strip(" *") != said[start:end].strip():
        return None
    heads = said[:first].rstrip().rsplit("\n", 1)[-1].split(separator)
    if len(heads) <= column or any(map(str.isdigit, "".join(heads))):
        return None
    below = said[first + len(row) : first + len(row) + _FARTHEST]
    cells = (line.of(below).split(separator) for line in lines(below))
    if any(len(cell) > max(column, 1) and _DATED.match(cell[column]) for cell in cells):
        return None
    head = heads[column].strip(" *")
    return head if len(head) <= _LONGEST_HEAD and _OF_A_DAY.search(head) else None
