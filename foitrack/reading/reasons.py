"""What reading says, found again with its parts in what is kept, for another language.

Reading says it in English, in a process of its own, and the case file keeps it so. Most of it is
whole sentences, which are looked for in the sources of reading; here stand those that name
something. What was once written here stays, though it is said no more: case files hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from foitrack.kept_sentences import FIGURE, NAME, Place, Sentences
from foitrack.law.wording import LETTER_WORDS, OUTCOME_WORDS
from foitrack.reading.remarks_on_files import HIDDEN, IN_PART, UNREAD
from foitrack.reading.remarks_on_workbooks import HIDDEN_IN_WORKBOOKS
from foitrack.saying import Said, say


@dataclass(frozen=True)
class _Within(Place):
    """Where another of reading's sentences stands."""

    by: Callable[[str], str]

    def found(self, text: str) -> str:
        return self.by(text)


_OF_A_FILE_WITHIN = re.compile(r"([^“”:]+\.[A-Za-z]{2,5}): (.+)", re.S)


@lru_cache(maxsize=1000)
def reason(why: str) -> str:
    """Why a value was taken, with its parts."""
    return _whole(_REASONS.found(why))


@lru_cache(maxsize=1000)
def remark(said: str) -> str:
    """A warning, what speaks against a row or a table, or why a document was not read."""
    if met := _OF_A_FILE_WITHIN.fullmatch(said):
        return say("{0}: {1}", met[1], remark(met[2]))
    return _whole(_REMARKS.found(said))


def _whole(said: str) -> str:
    return say(said) if said and not isinstance(said, Said) else said


_REASON = _Within(".*?", reason)
_WHERE = Sentences({"in the mail": (), "in {0}": (NAME,)})
_DATE_TROUBLE = Sentences(
    {
        "no calendar has this date": (),
        "the month comes first or is wrong; day first, no calendar has this date": (),
        "that day was a {0}, not the weekday printed": (NAME,),
        "no year is printed; the newest such day before the answer is taken": (),
        "no year is printed": (),
    }
)
_REFUSED_SO = Sentences(
    {
        "it neither confirms nor denies that the information is held.": (),
        "it refuses because of the cost of complying.": (),
        "it refuses the request as vexatious.": (),
        "it refuses the request as repeated.": (),
        "it says that the information is not held.": (),
        "it withholds what was asked for under an exemption.": (),
    }
)
_WHAT_IT_IS = Sentences(
    dict.fromkeys((*OUTCOME_WORDS.values(), *LETTER_WORDS.values()), ()), or_a_name=True
)
_REASONS = Sentences(
    {
        "Its wording as a whole is that of “{0}”; single sentences look like “{1}”. Please look.": (
            *(_WHAT_IT_IS, _WHAT_IT_IS),
        ),
        "Its wording as a whole is that of “{0}”. Please look.": (_WHAT_IT_IS,),
        "{0} It was read off a picture by machine: compare it with the page.": (_REASON,),
        "{0} Another number stands under a like label.": (_REASON,),
        "{0} But {1} stands “{2}”.": (_REASON, _WHERE, NAME),
        "{0} But {1}.": (_REASON, _DATE_TROUBLE),
        "It gives figures; of the rest: {0}": (_REFUSED_SO,),
        "Cited in “{0}”": (NAME,),
        "It stands alone at the foot of the letter.": (),
    }
)
_REMARK = _Within(".*?", remark)
_REMARKS = Sentences(
    {
        "{0} The authority may not have meant to release it: nothing hidden is read into case data "
        "or published.": (_REMARK,),
        "{0} The authority may not have meant to release them: nothing hidden is read into case "
        "data or published.": (_REMARK,),
        **HIDDEN,
        **HIDDEN_IN_WORKBOOKS,
        # Of rows and tables.
        "not in the vocabulary: {0}": (NAME,),
        "counts {0}": (NAME,),
        "adds up to the same as table {0}: these may be the same cases": (FIGURE,),
        "several in one cell, not told apart: {0}": (NAME,),
        "the numbers printed for the same differ: {0}": (NAME,),
        "read from a sentence": (),
        "several outcomes": (),
        "the same table stands in {0}: its rows are counted once": (NAME,),
        "a row has more cells than the header": (),
        "a row has fewer cells than the header: which are missing is not certain": (),
        "its figures may be part of those of a table above: no case rows are proposed from it": (),
        "the printed total of “{0}” ({1}) is not the sum of its rows": (NAME, NAME),
        "the days of “{0}” are month first ({1} can be no other): so they are read": (NAME, NAME),
        "“{0}” has days both day first and month first ({1}): of those that may be either, such "
        "as 3/4, only the year is taken": (NAME, NAME),
        "days are printed month first: the days that the cells hold are taken": (),
        "rows on a later page are left out: under which headings they stand is not certain": (),
        "read off a picture by machine: compare it with the page": (),
        # Of whole letters.
        "“{0}” is a date that no calendar has.": (NAME,),
        "The response is dated before the request.": (),
        "The response is dated before the receipt of the request.": (),
        "The same table stands in “{0}” and in {1}; its rows are counted once.": (NAME, NAME),
        "The same table stands in {0} and in {1}; its rows are counted once.": (NAME, NAME),
        "{0} answers to several requests came together in one file. Each is an answer of its own: "
        "no value of one is taken for another.": (FIGURE,),
        "{0} letters of one request came together in one file. The values are those of {1}.": (
            *(FIGURE, NAME),
        ),
        **UNREAD,
        **IN_PART,
    }
)
