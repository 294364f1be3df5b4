"""Where the words of a request begin in a letter."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span
from foitrack.reading.response.request_rows import (
    EDGES,
    FIRSTS,
    ITEM,
    NUMBER,
    REACH,
    SENTENCE,
    bare_item,
)
from foitrack.reading.response.voices import answers, asks, names_a_wish

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
_BOTH = re.compile(
    r",? (?:together|along) with (?:our|the|my) (?:response|answer|reply)s?\W*$", re.I
)
"""“Your request is set out below, together with our response.”"""
_NOTES = phrases(
    r"I write\b|(?:I|we) (?:am|are) (?:writing|responding)|I (?:refer|respond)\b|(?:I|"
    r"we) have (?:now )?(?:considered|received)\b"
)
_THANKS = phrases(r"thank(?:s| you) for (?:your|the|contacting)\b")
_DATA_LABEL = phrases(
    r"(?:(?:disclosure|request|foi|case|publication|our|date) )?(?:id|number|no|date|ref|reference|"
    r"status|title|subject|received|published)\W*",
    r"(?:(?:disclosure|request|foi|case|publication|our|date) )?(?:id|number|no|date|ref|reference|"
    r"received|published) ?:\s+\S{0,20}\d\S{0,20}(?: \w+ \d{4})?",
)
"""The first of a page's data on a request, below its title: “Disclosure ID”."""
_SALUTATION = phrases(
    r"dear\b|re:|subject:|date:|to:|yours\b|(?:our |your |case |request )?ref(?:erence)?\b|date\b"
)
_INLINE_HEADING = phrases(
    r"(?:your |the |foi |original )?(?:request|enquiry|information requested|questions?)\s*:\s+"
    r"(?:\d{1,2}[.)]\s+)?(?=\w+ \w+ \w+ \w+)(?!\S*\d)(?!.{0,12}\b(?:ref|received|dated|number)\b)"
)
_RIGHTS = phrases(r"\bcomplain|\bunhappy\b|\bdissatisfied\b|\binternal review\b|\bappeal\b")
_LAW_NAME = phrases(r"\b(?:act|regulations)\b")
_ABOVE = 4


def beginning(own: str, rows: list[Span]) -> tuple[int, str] | None:
    """The row after the words that lead to the request, or the first in the asker's voice."""
    for index, row in enumerate(rows[:-1]):
        if row.start > REACH:
            break
        line = row.flat(own).strip(EDGES)
        if index and _HEADING.match(line) and not _heads_nothing(own, rows, index):
            return index + 1, "It stands under the heading of the request."
        if _INLINE_HEADING.match(line) and not answers(_INLINE_HEADING.sub("", line, count=1)):
            return index, "It stands under the heading of the request."
        if index and _is_quoted(own, rows, index):
            return index, "It stands in quotation marks, below words on what was asked."
        if _leads_in(line) or _announces(line) or _goes_on(own, rows, index):
            return index + 1, "The line before it says that what follows was asked for."
        wishes = line.endswith(":") and asks(SENTENCE.split(line)[-1])
        if wishes or asks(ITEM.sub("", line, count=1)) or _lists_wishes(own, rows, index):
            return _from_the_first(own, rows, index), "It is in the words of someone asking."
    return None


def _is_quoted(own: str, rows: list[Span], index: int) -> bool:
    """Whether a paragraph opens quotation marks below words that speak of the request."""
    above = rows[index - 1].flat(own).strip(EDGES)
    return (
        rows[index].of(own).lstrip(" *_\t\n>")[:1] == '"'
        and _INTRODUCES.search(above[-300:]) is not None
        and _ABOUT_ANSWER.search(_BOTH.sub("", above)[-70:]) is None
        and _RIGHTS.search(above) is None
    )


def leads_on(line: str) -> bool:
    """Another heading, or the words that lead to the request, below its heading."""
    return bool(_HEADING.match(line)) or _leads_in(line) or bool(_THANKS.match(line))


def _heads_nothing(own: str, rows: list[Span], index: int) -> bool:
    """Whether below a heading the authority speaks of the request first; or it is a title."""
    below = rows[index + 1].flat(own).strip(EDGES)
    if _is_title(own, rows, index) or _DATA_LABEL.fullmatch(below):
        return True
    return answers(below) and not leads_on(below)


def _is_title(own: str, rows: list[Span], index: int) -> bool:
    """A heading followed by a salutation is the letter's title, not the request's."""
    below = rows[index + 1].flat(own).strip(EDGES)
    return bool(_SALUTATION.match(below) or (below.isupper() and _LAW_NAME.search(below)))


def _leads_in(line: str) -> bool:
    """A line that ends in a colon and speaks of what was asked."""
    if not line.endswith((":", ";")) or _RIGHTS.search(line):
        return False
    if line.endswith(";") and NUMBER.match(line):
        return False
    line = SENTENCE.split(line)[-1]
    if len(line) > 500 or (answers(line) and not _NOTES.match(line)):
        return False
    return bool(_INTRODUCES.search(line[-300:])) and not _ABOUT_ANSWER.search(line[-70:])


def _announces(line: str) -> bool:
    """A sentence that ends in "as follows." or "the following" and speaks of what was asked."""
    tail = line[-220:]
    return bool(_ANNOUNCES.search(tail)) and not _ABOUT_ANSWER.search(tail[-90:])


def _goes_on(own: str, rows: list[Span], index: int) -> bool:
    """Words on what was asked that break off where a list takes them up: "asked for / (i) …"."""
    line, below = (row.flat(own).strip(EDGES) for row in rows[index : index + 2])
    if line[-1:] in ".:;?!" or len(line) > 500 or answers(line):
        return False
    return bool(_INTRODUCES.search(line[-300:]) and NUMBER.match(below))


def _lists_wishes(own: str, rows: list[Span], index: int) -> bool:
    """Whether a numbered list of what is wanted begins here."""
    line = rows[index].flat(own)
    met = NUMBER.match(line.strip(EDGES))
    return bool(met and met[1] in FIRSTS and names_a_wish(bare_item(line)))


def _from_the_first(own: str, rows: list[Span], index: int) -> int:
    """The first of the numbered items that stand just above a line in the asker's voice."""
    for above in range(index - 1, max(-1, index - 1 - _ABOVE), -1):
        line = rows[above].flat(own).strip(EDGES)
        met = NUMBER.match(line)
        if met and met[1] in FIRSTS and not answers(bare_item(line)):
            return above
        if answers(line):
            break
    return index
