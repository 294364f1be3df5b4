"""Where the words of a request end: where the authority speaks, or shows figures."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span
from foitrack.reading.response.figure_phrases import LABEL_AND_FIGURE
from foitrack.reading.response.listed_figures import listed_figure
from foitrack.reading.response.plain_answers import inline_reply, replies_plainly
from foitrack.reading.response.question_labels import turned_to
from foitrack.reading.response.request_rows import (
    EDGES,
    FIRSTS,
    ITEM,
    NUMBER,
    REACH,
    SENTENCE,
    asking,
)
from foitrack.reading.response.sign import Sign
from foitrack.reading.response.signs import signals
from foitrack.reading.response.voices import answers, heads_answer

_ENDS = phrases(
    r"(?:yours (?:faithfully|sincerely|truly)|(?:kind|best|many thanks and) regards|regards,?$)",
    r"(?:the|our) (?:[\w'&-]+ ){1,6}aims? to (?:respond|reply|answer)\b|"
    r"you (?:may|can|will|should) (?:expect|receive|hear)\b",
    r"dear (?:mr|mrs|ms|miss|dr|sir|madam|applicant|requester|\[)",
    r"\W{0,3}(?:this |the |your )?request (?:was )?received\b.{0,12}\d",
)
_RIGHTS = phrases(
    r"\b(?:dissatisfied|unhappy|not (?:satisfied|content|happy))\b.{0,60}\b(?:response|"
    r"reply|answer|"
    r"decision|handl|way|service|request)",
    r"\bright to (?:ask for|request|an?) (?:an )?internal review\b",
)
_LEAST_QUOTED = 25
_SHORT_TURN = 5
"""“Q2 …” may begin a question; “On question 2 …” does not."""
_DECISIONS = {Sign.NOT_HELD, Sign.REFUSED, Sign.NCND, Sign.COST, Sign.GIVEN, Sign.VEXATIOUS}


def taken_rows(own: str, rows: list[Span], start: int) -> list[Span]:
    """The rows of the request: up to where the authority speaks; none where it never does."""
    if (closed := _closing(own, rows, start)) is not None:
        return rows[start : closed + 1]
    taken: list[Span] = []
    doubtful: int | None = None
    for index, row in enumerate(rows[start:], start):
        line = row.flat(own).strip(EDGES)
        if not line:
            continue
        shows = _begins_a_table(own, rows, index) or _lists(own, rows, index)
        if taken and (shows or _shows(own, taken, row)):
            return _without_header(own, taken)
        if taken and _RIGHTS.search(line):
            return _what_asks(own, taken)
        if _numbers_anew(own, taken, line):
            return _without_lead(own, taken)
        if not _begins_list(own, rows, index) and _is_answer(own, taken, row, line):
            return taken
        if doubtful is None and taken and any(answers(s) for s in SENTENCE.split(line)):
            doubtful = len(taken)
        if row.end - rows[start].start > REACH:
            break
        taken.append(row)
    # No paragraph begins in the authority's voice: it may have begun within one.
    return taken[:doubtful] if doubtful else []


_MARKS = {'"': '"', "'": "'", "<<": ">>"}
_LONGEST_QUOTED = 80


def _closing(own: str, rows: list[Span], start: int) -> int | None:
    """The row at whose end the quotation marks are closed that the first begins with."""
    first = rows[start].of(own).lstrip(" *_-\t\n")
    mark = next((one for one in _MARKS if first.startswith(one)), None)
    if mark is None or first.count(mark) == 2 * len(first.split("\n")):
        return None
    for index, row in enumerate(rows[start : start + _LONGEST_QUOTED], start):
        line = row.flat(own).strip(" *_\t")
        if index > start and heads_answer(line):
            return None
        inner = line[len(mark) :] if index == start else line
        if inner.rstrip(".,; ").endswith(_MARKS[mark]):
            return index if len(own[rows[start].start : row.end]) > _LEAST_QUOTED else None
    return None


_FIRST_LETTER = re.compile(r"\W{0,4}a[.)]\s")
_SECOND_LETTER = re.compile(r"\W{0,4}b[.)]\s")


def _begins_list(own: str, rows: list[Span], index: int) -> bool:
    """Whether “a) …” counts the first of a list, and does not head an answer."""
    below = rows[index + 1].of(own) if index + 1 < len(rows) else ""
    return bool(_FIRST_LETTER.match(rows[index].of(own)) and _SECOND_LETTER.match(below))


def _is_answer(own: str, taken: list[Span], row: Span, line: str) -> bool:
    """Whether the authority speaks in a row; `taken` is what was asked before it."""
    if inline_reply(line) or answers(line):
        return True
    if not taken:
        return False
    if _ENDS.match(line) or _replies(own, taken, line) or _quoted(own, taken):
        return True
    bare = ITEM.sub("", line, count=1)
    if bare != line and answers(bare):
        return True
    return not asking(line) and _decides(row.of(own))


def _shows(own: str, taken: list[Span], row: Span) -> bool:
    """Whether a line shows figures: in cells, or as “Total spend: £411,863”, not asked so above."""
    if shows_figures(row.of(own)):
        return True
    asked = (one.flat(own).strip(EDGES) for one in taken)
    stated = LABEL_AND_FIGURE.fullmatch(row.flat(own).strip(EDGES)) is not None
    return stated and not any(map(LABEL_AND_FIGURE.fullmatch, asked))


def _lists(own: str, rows: list[Span], index: int) -> bool:
    """Whether a line and the next are labels, each with a figure: nobody asks in such."""
    lines = [line for row in rows[index : index + 2] for line in row.of(own).splitlines()][:2]
    return len(lines) == 2 and all(map(listed_figure, lines))


def _what_asks(own: str, taken: list[Span]) -> list[Span]:
    """The rows down to the last that asks: what follows is an answer in no voice that is known."""
    last = max((n for n, row in enumerate(taken) if asking(row.flat(own).strip(EDGES))), default=-1)
    return taken[: last + 1]


def _decides(said: str) -> bool:
    """Whether a line tells what was done: no requester does."""
    signs = {signal.sign for signal in signals(said)}
    return bool(signs & _DECISIONS) and Sign.FIGURE not in signs


_CELLS = re.compile(r"\t|\||[ ]{2,}")
_A_FIGURE = re.compile(r"[£<~c.]{0,3}\d[\d,./%-]*[*†]?|nil|none|-", re.IGNORECASE)


def shows_figures(line: str) -> bool:
    """Whether a line is a row of a table that has figures beside its first cell."""
    cells = _cells(line)
    words = line.split()
    if len(words) > 2 and sum(bool(_A_FIGURE.fullmatch(word)) for word in words) * 2 > len(words):
        return True
    return len(cells) > 1 and any(_A_FIGURE.fullmatch(cell) for cell in cells[1:])


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line.strip(" \n|")) if cell.strip()]


def _without_header(own: str, taken: list[Span]) -> list[Span]:
    """The rows of the request without the column headings of the table below it; perhaps none."""
    while taken and len(_cells(taken[-1].of(own))) > 1:
        if ITEM.match(taken[-1].of(own)):
            break
        taken = taken[:-1]
    return taken


def _replies(own: str, taken: list[Span], line: str) -> bool:
    """Whether a line replies in plain words to the question above it, or turns to the items."""
    last = taken[-1].flat(own).strip(EDGES)
    wishes = NUMBER.match(last) is not None and asking(last)
    if (last.endswith("?") or wishes) and replies_plainly(line):
        return True
    return bool(_TO_ITEMS.match(line) or _to_numbers(line)) and _has_items(own, taken)


def _to_numbers(line: str) -> bool:
    turn = turned_to(line)
    return turn is not None and not line.rstrip().endswith("?") and turn.end > _SHORT_TURN


def _quoted(own: str, taken: list[Span]) -> bool:
    """Whether the quotation marks that the request begins with are closed."""
    quoted = own[taken[0].start : taken[-1].end].strip()
    return quoted[:1] == '"' and quoted.rstrip(".")[-1:] == '"' and len(quoted) > _LEAST_QUOTED


def _begins_a_table(own: str, rows: list[Span], index: int) -> bool:
    """Whether a line and the next are rows of three cells or more: nobody asks in such."""
    lines = [line for row in rows[index : index + 2] for line in row.of(own).splitlines()][:2]
    counts = [len(_cells(line)) for line in lines]
    return len(counts) == 2 and min(counts) > 2 and not any("?" in line for line in lines)


_MARK = r"(?:\d{1,2}|[a-h]|[iv]{1,4})"
_LABEL = rf"(?:\(?{_MARK}\)|(?:q(?:uestion)?|part|point|item)s? ?\(?{_MARK}\b\)?)"
_ABOUT = (
    r"(?:(?:with|in) (?:regards?|respect|relation|reference) to|regarding|as (?:to|regards)|"
    r"turning to|on|for|to|"
    r"the (?:information|answer|figure|records?|data)s? (?:in|to|for|at|under))"
)
_TO_ITEMS = later(
    rf"{_ABOUT} {_LABEL}|{_LABEL}(?: ?(?:,|and|&|to|-) ?{_LABEL})+[\s.:,-]", re.IGNORECASE
)
"""A line that turns to the items asked: "With regard to (ii)", "Q1 and Q2."."""


def _has_items(own: str, taken: list[Span]) -> bool:
    return any(NUMBER.match(row.flat(own).strip(EDGES)) for row in taken)


_LABEL_ALONE = re.compile(r"(?:q(?:uestion)?|part) ?(\d{1,2}|[a-h])", re.IGNORECASE)
"""“Q1”, alone above its answer."""


def _numbers_anew(own: str, taken: list[Span], line: str) -> bool:
    """Whether a line begins at 1 again after questions numbered from 1: the answers."""
    met = NUMBER.match(line) or _LABEL_ALONE.fullmatch(line)
    if met is None or met[1].lower() not in FIRSTS or line.rstrip().endswith("?"):
        return False
    found = [n[1].lower() for row in taken if (n := NUMBER.match(row.flat(own).strip(EDGES)))]
    return found[:1] == [met[1].lower()] and len(found) > 1


def _without_lead(own: str, taken: list[Span]) -> list[Span]:
    """The questions without the words that lead to the answers."""
    last = taken[-1].flat(own).strip(EDGES)
    return taken[:-1] if NUMBER.match(last) is None and not last.endswith("?") else taken
