"""Which period a sentence speaks of, where it is one and plainly said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.dates import MONTH_WORD, find_dates, month_of
from foitrack.reading.periods import Period, parse_period

KEPT_SENTENCES = 2_000
"""Sentences that what was found of them is kept of: letters of one office share most of theirs."""
_Y = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH_WORD})\.?,?\s+{_Y}|\d{{1,2}}[/.]\d{{1,2}}[/.]{_Y}"
)
_FORMS = tuple(
    (name, later(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "range",
            rf"\b(?:(?:between|from)\s+)?(?P<a>{_DAY})\s*(?:and|to|until|up to|through to|-)\s*"
            rf"(?P<b>{_DAY})(?:\s+inclusive)?",
        ),
        ("years", rf"\b(?:between|from)\s+{_Y}(?:/\d\d)?\s*(?:and|to|until|-)\s*{_Y}(?:/\d\d)?"),
        ("years", rf"\b{_Y}(?:/\d\d)?\s+(?:to|until|through)\s+{_Y}(?:/\d\d)?"),
        ("open", rf"\b(?:since|before|after|until|prior to|up to|from)\s+(?:{_DAY}|{_Y})(?![/\d])"),
        ("open", rf"\b{_Y}(?:/\d\d)?\s+(?:onwards|to date)\b"),
        ("financial", r"(?<![\w/.-])(?:20|19)\d\d\s?[/-]\s?(?:(?:20|19)\d\d|\d\d)(?![\w/-])"),
        ("day", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_WORD})\.?,?\s+{_Y}\b"),
        ("day", rf"(?<![\w/.])\d{{1,2}}[/.]\d{{1,2}}[/.]{_Y}\b"),
        ("month", rf"\b(?:{MONTH_WORD})\.?,?\s+{_Y}\b"),
        ("quarter", rf"\b(?:q[1-4]\s+{_Y}|{_Y}\s+q[1-4])\b"),
        ("year", rf"(?<![\w/.,:\u00a3-]){_Y}(?![\w/]|[.,]\d|-\d)"),
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOOSE = later(
    r"\b(?:(?:last|this|previous|past|next|current|following|preceding|same|each|every|per)\s+"
    r"(?:(?:\w+|\d+)\s+)?(?:calendar\s+|financial\s+)?(?:years?|months?|quarters?)"
    r"|to date|annually|respectively)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A period named in a sentence. `period` is None where it is none of its own."""

    start: int
    end: int
    period: Period | None


@lru_cache(maxsize=KEPT_SENTENCES)
def periods_in(text: str) -> tuple[Told, ...]:
    """Every period named, in order; one of several years or without an end has no value."""
    rest, found = text, []
    for name, form in _FORMS if _YEAR.search(text) else ():
        met = None
        for met in form.finditer(rest):
            found.append(Told(met.start(), met.end(), _value(name, met)))
        if met is not None:
            rest = form.sub(lambda met: "\0" * len(met.group()), rest)
    found += [Told(met.start(), met.end(), None) for met in _LOOSE.finditer(rest)]
    return tuple(sorted(found, key=lambda told: told.start))


def _value(name: str, met: re.Match[str]) -> Period | None:
    if name == "range":
        return _whole(met["a"], met["b"])
    if name in ("years", "open"):
        return None
    if name == "day":
        dates = find_dates(met.group())
        on = dates[0].value if len(dates) == 1 else None
        return Period(on.isoformat(), on.year) if on else None
    return parse_period(met.group())


def _whole(first: str, last: str) -> Period | None:
    """A calendar or financial year given by its first and last days, or months."""
    begin, end = _month(first), _month(last)
    if begin is None or end is None or not (_opens(first) and _closes(last)):
        return None
    if begin == end:
        return Period(f"{begin[0]}-{begin[1]:02d}", begin[0])
    if begin[1] == 1 and end == (begin[0], 12):
        return Period(str(begin[0]), begin[0])
    if begin[1] == 4 and end == (begin[0] + 1, 3):
        return Period(f"{begin[0]}/{end[0] % 100:02d}", None)
    return None


def _month(text: str) -> tuple[int, int] | None:
    dates = find_dates(text)
    if dates and dates[0].value:
        return dates[0].value.year, dates[0].value.month
    met = re.fullmatch(rf"({MONTH_WORD})\.?,?\s+({_Y})", text.strip(), re.IGNORECASE)
    month = month_of(met[1]) if met else None
    return (int(met[2]), month) if met and month else None


def _opens(text: str) -> bool:
    dates = find_dates(text)
    return not dates or (dates[0].value is not None and dates[0].value.day == 1)


def _closes(text: str) -> bool:
    dates = find_dates(text)
    return not dates or (dates[0].value is not None and dates[0].value.day >= 30)
