"""The requester's own words inside a response, first statement and repetitions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, paragraphs, trimmed
from foitrack.reading.response.plain_answers import inline_reply, replies_plainly
from foitrack.reading.response.voices import answers, asks

_HEADING = phrases(
    r"(?:(?:your|the|details of (?:your|the)|original|foi|information)\s+)*"
    r"(?:request|requested|enquiry|questions?|query)(?:\(s\))?"
    r"(?:\s+(?:for information|details|summary|received|text|wording|information|"
    r"under (?:the )?foia?))?"
    r"(?:\s*\d{0,2})?\s*[:.-]*$",
    r"(?:in (?:your|the) (?:request|e-?mail|letter),?\s+)?you (?:have )?(?:asked|requested|wrote|"
    r"said)"
    r"(?: (?:us|for|that|the following(?: information)?))*\s*[:-]*$",
)
_INTRODUCES = phrases(
    r"\byou\b.{0,60}\b(?:ask|request|want|wish|seek|sought|wrote|enquir)",
    r"\bseek(?:ing)?\b.{0,60}\b(?:following|information|below|relation)",
    r"\byour\b.{0,80}\b(?:request|enquiry|e-?mail|letter|question)",
    r"\brequest(?:ed|ing)?\b.{0,80}\b(?:following|below|information|follows|details|detailed)",
    r"\bthe following (?:information|request|details|questions)\b",
    r"\basked\b",
    r"\brequest\b.{0,40}\b(?:received|dated|made|sent|submitted)\b",
    r"\brequest (?:was|is|reads|read|stated|states)\b",
)
_ANNOUNCES = phrases(
    r"(?:request|asked|seek|sought).{0,80}(?:as follows|(?:the )?following(?: information)?|"
    r"below)\s*[.-]?$",
)
_ABOUT_ANSWER = phrases(
    r"respon(?:se|d)|\banswer|\bfind\b|attached|provided|\bexempt|review|\brefus|"
    r"\b(?:turning|coming) to\b|\bin turn\b|\btak(?:e|ing) (?:each|your|the)\b"
)
_SENTENCE = re.compile(r"(?<=[a-z)][.?!])\s+(?=[A-Z])")
_NOTES = phrases(
    r"I write\b|(?:I|we) (?:am|are) (?:writing|responding)|I (?:refer|respond)\b|(?:I|"
    r"we) have (?:now )?(?:considered|received)\b"
)
_THANKS = phrases(r"thank you for (?:your|the|contacting)\b")
_SALUTATION = phrases(
    r"dear\b|re:|subject:|date:|to:|yours\b|(?:our |your |case |request )?ref(?:erence)?\b|date\b"
)
_ENDS = phrases(
    r"(?:yours (?:faithfully|sincerely|truly)|(?:kind|best|many thanks and) regards|regards,?$)",
    r"dear (?:mr|mrs|ms|miss|dr|sir|madam|applicant|requester|\[)",
)
_ITEM = re.compile(
    r"[\s*•·o-]{0,8}(?:\(?(?:q(?:uestion)?\s*)?\d{1,2}\s*[.):]|\(?[a-z]\)|[•·*-])\s*", re.IGNORECASE
)
_EDGES = " \t*_#>\"'•·-"
_REACH = 12_000
_FARTHEST = 60_000
"""Characters in which the request is looked for, and its repetitions."""
_REPEATED = 25


@dataclass(frozen=True, slots=True)
class RequestText:
    """The request as the letter quotes it: its first statement, and every place it stands in."""

    text: str
    first: Span
    everywhere: tuple[Span, ...]
    why: str


def find_request(text: str, own: str) -> RequestText | None:
    """The request quoted in a letter, or None where the letter does not show its bounds."""
    rows = list(paragraphs(own[:_FARTHEST]))
    begun = _beginning(own, rows)
    if begun is None:
        return None
    start, why = begun
    while start < len(rows) - 1 and _leads_on(rows[start].flat(own).strip(_EDGES)):
        start += 1
    taken = _taken(own, rows, start)
    if not taken:
        return None
    first = trimmed(own, Span(taken[0].start, taken[-1].end))
    again = _repetitions(own, rows, taken)
    return RequestText(first.of(text).strip(), first, (first, *again), why)


def _leads_on(line: str) -> bool:
    """Another heading, or the words that lead to the request, below its heading."""
    return bool(_HEADING.match(line)) or _leads_in(line) or bool(_THANKS.match(line))


def _beginning(own: str, rows: list[Span]) -> tuple[int, str] | None:
    """The row after the words that lead to the request, or the first in the asker's voice."""
    for index, row in enumerate(rows[:-1]):
        if row.start > _REACH:
            break
        line = row.flat(own).strip(_EDGES)
        if index and _HEADING.match(line) and not _is_title(own, rows, index):
            return index + 1, "It stands under the heading of the request."
        if _leads_in(line) or _announces(line):
            return index + 1, "The line before it says that what follows was asked for."
        if asks(_ITEM.sub("", line, count=1)):
            return index, "It is in the words of someone asking."
    return None


def _is_title(own: str, rows: list[Span], index: int) -> bool:
    """A heading followed by a salutation is the letter's title, not the request's."""
    return bool(_SALUTATION.match(rows[index + 1].flat(own).strip(_EDGES)))


def _leads_in(line: str) -> bool:
    """A line that ends in a colon and speaks of what was asked."""
    if not line.endswith((":", ";")):
        return False
    line = _SENTENCE.split(line)[-1]
    if len(line) > 500 or (answers(line) and not _NOTES.match(line)):
        return False
    return bool(_INTRODUCES.search(line[-300:])) and not _ABOUT_ANSWER.search(line[-70:])


def _announces(line: str) -> bool:
    """A sentence that ends in "as follows." or "the following" and speaks of what was asked."""
    tail = line[-220:]
    return bool(_ANNOUNCES.search(tail)) and not _ABOUT_ANSWER.search(tail[-90:])


def _taken(own: str, rows: list[Span], start: int) -> list[Span]:
    """The rows of the request: up to where the authority speaks; none where it never does."""
    taken: list[Span] = []
    doubtful: int | None = None
    for index, row in enumerate(rows[start:], start):
        line = row.flat(own).strip(_EDGES)
        if not line:
            continue
        if taken and (shows_figures(row.of(own)) or _begins_a_table(own, rows, index)):
            return _without_header(own, taken)
        if taken and (_ENDS.match(line) or _replies(own, taken, line) or _quoted(own, taken)):
            return taken
        if _numbers_anew(own, taken, line):
            return _without_lead(own, taken)
        if inline_reply(line):
            return taken
        bare = _ITEM.sub("", line, count=1) if taken else line
        if answers(line) or (bare != line and answers(bare)):
            return taken
        if doubtful is None and taken and any(answers(s) for s in _SENTENCE.split(line)):
            doubtful = len(taken)
        if row.end - rows[start].start > _REACH:
            break
        taken.append(row)
    # No paragraph begins in the authority's voice: it may have begun within one.
    return taken[:doubtful] if doubtful else []


_CELLS = re.compile(r"\t|\||[ ]{2,}")
_A_FIGURE = re.compile(r"[£<~c.]{0,3}\d[\d,./%-]*[*†]?|nil|none|-", re.IGNORECASE)


def shows_figures(line: str) -> bool:
    """Whether a line is a row of a table that has figures beside its first cell."""
    cells = _cells(line)
    return len(cells) > 1 and any(_A_FIGURE.fullmatch(cell) for cell in cells[1:])


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line.strip(" \n|")) if cell.strip()]


def _without_header(own: str, taken: list[Span]) -> list[Span]:
    """The rows of the request without the column headings of the table below it; perhaps none."""
    while taken and len(_cells(taken[-1].of(own))) > 1:
        if _ITEM.match(taken[-1].of(own)):
            break
        taken = taken[:-1]
    return taken


def _replies(own: str, taken: list[Span], line: str) -> bool:
    """Whether a line replies in plain words to the question above it, or turns to the items."""
    if taken[-1].flat(own).rstrip(_EDGES).endswith("?") and replies_plainly(line):
        return True
    return bool(_TO_ITEMS.match(line)) and _has_items(own, taken)


def _quoted(own: str, taken: list[Span]) -> bool:
    """Whether the quotation marks that the request begins with are closed."""
    quoted = own[taken[0].start : taken[-1].end].strip()
    return quoted[:1] == '"' and quoted.rstrip(".")[-1:] == '"' and len(quoted) > _REPEATED


def _begins_a_table(own: str, rows: list[Span], index: int) -> bool:
    """Whether a line and the next are rows of three cells or more: nobody asks in such."""
    lines = [line for row in rows[index : index + 2] for line in row.of(own).splitlines()][:2]
    counts = [len(_cells(line)) for line in lines]
    return len(counts) == 2 and min(counts) > 2 and not any("?" in line for line in lines)


_NUMBER = re.compile(r"\W{0,3}(?:q(?:uestion)? ?)?(\d{1,2}|[a-h]|i{1,3}) ?[.):]", re.IGNORECASE)
_FIRSTS = ("1", "a", "i")
_MARK = r"(?:\d{1,2}|[a-h]|[iv]{1,4})"
_LABEL = rf"(?:\(?{_MARK}\)|(?:q(?:uestion)?|part|point|item)s? ?\(?{_MARK}\b\)?)"
_ABOUT = (
    r"(?:(?:with|in) (?:regards?|respect|relation|reference) to|regarding|as (?:to|regards)|"
    r"turning to|on|for|to|"
    r"the (?:information|answer|figure|records?|data)s? (?:in|to|for|at|under))"
)
_TO_ITEMS = re.compile(
    rf"{_ABOUT} {_LABEL}|{_LABEL}(?: ?(?:,|and|&|to|-) ?{_LABEL})+[\s.:,-]", re.IGNORECASE
)
"""A line that turns to the items asked: "With regard to (ii)", "Q1 and Q2."."""


def _has_items(own: str, taken: list[Span]) -> bool:
    return any(_NUMBER.match(row.flat(own).strip(_EDGES)) for row in taken)


def _numbers_anew(own: str, taken: list[Span], line: str) -> bool:
    """Whether a line begins at 1 again after questions numbered from 1: the answers."""
    met = _NUMBER.match(line)
    if met is None or met[1].lower() not in _FIRSTS or line.rstrip().endswith("?"):
        return False
    found = [n[1].lower() for row in taken if (n := _NUMBER.match(row.flat(own).strip(_EDGES)))]
    return found[:1] == [met[1].lower()] and len(found) > 1


def _without_lead(own: str, taken: list[Span]) -> list[Span]:
    """The questions without the words that lead to the answers."""
    last = taken[-1].flat(own).strip(_EDGES)
    return taken[:-1] if _NUMBER.match(last) is None and not last.endswith("?") else taken


def _repetitions(own: str, rows: list[Span], taken: list[Span]) -> list[Span]:
    """Later rows that say again what a row of the request said."""
    said = {_bare(row.flat(own)) for row in taken}
    last = taken[-1].end
    return [
        row
        for row in rows
        if row.start >= last and len(key := _bare(row.flat(own))) >= _REPEATED and key in said
    ]


def _bare(line: str) -> str:
    return re.sub(r"\W+", " ", _ITEM.sub("", line, count=1)).strip().lower()
