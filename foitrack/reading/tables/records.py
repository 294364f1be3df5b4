"""Cases told one below the other, each a block of labels with values: "Rank: PC"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from foitrack.reading.prose import Span, lines, trimmed
from foitrack.reading.tables.grid import Grid, Row

_LABELLED = re.compile(r"[ \t*_•-]{0,6}(?P<label>[A-Z][\w /()&'-]{1,40}?)[*_]{0,2}\s?:[*_]{0,2}\s")
_TITLE = re.compile(
    r"[ \t*_#•-]{0,6}(?P<title>(?:case|officer|record|incident|complaint|employee|person|"
    r"individual|staff member|item|entry|no\.?|number|investigation)(?: no\.?| number)?"
    r"(?: ?#?\d{1,3}| (?-i:[A-Z])))[ \t*_.:]*$",
    re.IGNORECASE,
)
"""A line over a record that only numbers it: "Case 1"."""
_LEAST = 2
_MOST_LABELS = 20
_LONGEST_LABEL = 60
# A mail's heading, a question with its answer, and addresses are repeated too.
_OF_MAIL = ("from", "to", "cc", "sent", "subject")
_OF_ANSWERS = ("question", "answer", "request", "response", "reply")
_OF_PLACES = (
    "tel",
    "telephone",
    "phone",
    "fax",
    "email",
    "e-mail",
    "address",
    "website",
    "contact",
)
_OTHERS = frozenset((*_OF_MAIL, *_OF_ANSWERS, *_OF_PLACES))
Record = tuple[Span, dict[str, str]]


def find_records(plain: str) -> Iterator[Grid]:
    """Tables of records, each a few lines of a label and a value, all with the same labels.

    A blank line, or the first label again, begins the next.
    """
    told = Counter(_labels(plain))
    if sum(number >= _LEAST for number in told.values()) < _LEAST:
        return
    run: list[Record] = []
    for record in _records(plain):
        if run and (record is None or record[1].keys() != run[0][1].keys()):
            yield from _grid(run)
            run = []
        if record is not None:
            run.append(record)
    yield from _grid(run)


def _labels(plain: str) -> Iterator[str]:
    """Every label; by its mark, as few lines of running text have one."""
    at = plain.find(":")
    while at >= 0:
        start = plain.rfind("\n", 0, at) + 1
        if at - start <= _LONGEST_LABEL and (met := _LABELLED.match(plain, start)):
            yield met["label"]
        at = plain.find(":", at + 1)


def _records(plain: str) -> Iterator[Record | None]:
    """Each record, with the line that numbers it as a value without a label; None where something
    else stands between.
    """
    whole: Span | None = None
    values: dict[str, str] = {}
    title: tuple[Span, str] | None = None
    for row in lines(plain):
        line = row.of(plain)
        met = _LABELLED.match(line)
        label = met["label"] if met else ""
        if whole is not None and (met is None or label in values):
            yield (whole, values)
            whole, values = None, {}
        own = trimmed(plain, row)
        if met is None:
            numbered = _TITLE.match(line)
            title = (own, numbered["title"]) if numbered else title
            if line.strip() and not numbered:
                yield None
                title = None
            continue
        if title is not None:
            whole, values[""] = title[0], title[1]
            title = None
        whole = Span(whole.start if whole else own.start, own.end)
        values[label] = line[met.end() :].strip(" \t*_")
    if whole is not None:
        yield (whole, values)


def _grid(run: list[Record]) -> Iterator[Grid]:
    if len(run) < _LEAST:
        return
    labels = tuple(run[0][1])
    if not _LEAST <= sum(map(bool, labels)) <= _MOST_LABELS or any(
        own.lower() in _OTHERS for own in labels
    ):
        return
    rows = tuple(Row(tuple(values[label] for label in labels), span) for span, values in run)
    yield Grid(labels, rows, Span(run[0][0].start, run[-1][0].end))
