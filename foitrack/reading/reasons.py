"""What reading says, found again with its parts in what is kept, for another language.

Reading says it in English, in a process of its own, and the case file keeps it so. Most of it is
whole sentences, which are looked for in the sources of reading; here stand those that name
something. What was once written here stays, though it is said no more: case files hold it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from foitrack.kept_sentences import FIGURE, NAME, Place, Sentences
from foitrack.saying import Said, say


@dataclass(frozen=True)
class _Within(Place):
    """Where another of reading's sentences stands."""

    by: Callable[[str], str]

    def found(self, text: str) -> str:
        return self.by(text)


@lru_cache(maxsize=1000)
def reason(why: str) -> str:
    """Why a value was taken, with its parts."""
    return _whole(_REASONS.found(why))


@lru_cache(maxsize=1000)
def remark(said: str) -> str:
    """A warning, what speaks against a row or a table, or why a document was not read."""
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
_REASONS = Sentences(
    {
        "{0} It was read off a picture by machine: compare it with the page.": (_REASON,),
        "{0} Another number stands under a like label.": (_REASON,),
        "{0} But {1} stands “{2}”.": (_REASON, _WHERE, NAME),
        "{0} But {1}.": (_REASON, _DATE_TROUBLE),
        "It gives figures; of the rest: {0}": (_REFUSED_SO,),
        "Cited in “{0}”": (NAME,),
        "It stands alone at the foot of the letter.": (),
    }
)
_REMARKS = Sentences(
    {
        # Of rows and tables.
        "not in the vocabulary: {0}": (NAME,),
        "counts {0}": (NAME,),
        "read from a sentence": (),
        "several outcomes": (),
        "the same table stands in {0}: its rows are counted once": (NAME,),
        "a row has more cells than the header": (),
        "a row has fewer cells than the header: which are missing is not certain": (),
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
        "The text of the page was read off a picture by machine: compare each value with it.": (),
        "The text of all {0} pages was read off a picture by machine: compare each value with "
        "it.": (FIGURE,),
        "{0} answers to several requests came together in one file. Each is an answer of its own: "
        "no value of one is taken for another.": (FIGURE,),
        "{0} letters of one request came together in one file. The values are those of {1}.": (
            *(FIGURE, NAME),
        ),
        # Of files that were not read.
        "“{0}” is a PDF that cannot be opened: it is damaged or cut short. Ask for the file "
        "again.": (NAME,),
        "“{0}” cannot be opened: it is damaged or cut short. Ask for the file again.": (NAME,),
        "“{0}” is a picture that cannot be opened: it is damaged or cut short. Ask for the file "
        "again.": (NAME,),
        "“{0}” is locked with a password. Open it with the password, save it without one, and "
        "read that; the file itself is unharmed.": (NAME,),
        "“{0}” is protected by a password. Open it with the password, save it without one, and "
        "read that; the file itself is unharmed.": (NAME,),
        "“{0}” is empty: there is nothing to read in it.": (NAME,),
        "“{0}” has no text in it.": (NAME,),
        "“{0}” has no text in it: its pages are blank, or pictures on which nothing could be made "
        "out. It is kept and unharmed; put in the values by hand.": (NAME,),
        "“{0}” is not text: it holds data that no reader here knows.": (NAME,),
        "“{0}” is called a PDF but is none inside; ask for the file again.": (NAME,),
    }
)
