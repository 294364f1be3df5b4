"""When the request was made, when it was received, and when it was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foitrack.later import later
from foitrack.reading.dates import PrintedDate, find_dates, find_yearless, with_year_before
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.response.date_phrases import (
    ANOTHER_MAY_BE,
    BARE_DATE,
    BOTH,
    FOLLOWED_BY,
    OUR_DAY,
    OWN_DAY,
    TRIGGERS,
)
from foitrack.reading.response.other_days import of_another_matter
from foitrack.reading.response.row_heads import head_over
from foitrack.reading.response.standing_dates import standing_alone

_REACH = 180
_ON = re.compile(r"(?:^|\W)on(?: the)?\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterDates:
    """The three dates of a request's answer, and what is odd about them."""

    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]

    def of(self, field: str) -> date | None:
        """The value of one of the three, or None."""
        for finding in self.findings:
            if finding.field == field and finding.value:
                return date.fromisoformat(finding.value)
        return None


def find_letter_dates(text: str, said: str) -> LetterDates:
    """The dates of request, receipt and response that a letter prints."""
    printed = find_dates(said)
    found: dict[str, Finding] = {}
    for one in (*printed, *_same_dates(said, printed)):
        for field, why in _meaning(said, one):
            known = found.get(field)
            # “Dated” alone may be a page's own; “Date of response” is the answer's.
            if known is None or (known.why == BARE_DATE and why != BARE_DATE):
                found[field] = _finding(field, text, one, why)
    if _is_of_an_earlier_one(found):
        del found["received_date"]
    if "response_date" not in found:
        taken = {one.place.start for one in found.values() if one.place.start is not None}
        standing = _in_words(OWN_DAY, said, printed) or standing_alone(said, printed, taken)
        standing = standing or _in_words(OUR_DAY, said, printed)
        if standing:
            found["response_date"] = _finding("response_date", text, *standing)
    _add_yearless(text, said, found)
    findings = tuple(
        found[name] for name in ("request_date", "received_date", "response_date") if name in found
    )
    return LetterDates(*_examined(findings))


def _is_of_an_earlier_one(found: Mapping[str, Finding]) -> bool:
    """Whether “we received a request on 3 May” speaks of one before that which is answered."""
    made, came = found.get("request_date"), found.get("received_date")
    if made is None or came is None or came.why != ANOTHER_MAY_BE:
        return False
    return bool(made.value and came.value) and came.value < made.value


_RUNS_ON = re.compile(r",? [a-z]{2,}(?: [\w'-]+){3}")
_LABELS_ALONE = frozenset({"date:", "dated:", "sent:", "date of letter:"})
_SAME = later(
    r"\b(?P<on>on\s|(?<=received\s))(?:(?:the\s)?same|that)\s(?:date|day)\b", re.IGNORECASE
)
_SAME_REACH = 300


def _same_dates(said: str, printed: Sequence[PrintedDate]) -> Iterator[PrintedDate]:
    """For “on the same date”: the date printed last before it in the same passage."""
    for met in _SAME.finditer(said):
        before = [d for d in printed if d.end <= met.start() < d.end + _SAME_REACH]
        if before:
            start = met.end("on")
            yield replace(before[-1], start=start, end=met.end())


def _meaning(said: str, one: PrintedDate) -> list[tuple[str, str]]:
    """Which of the three dates a date is, by the words before it; often none."""
    before = said[max(0, one.start - _REACH) : one.start]
    own_line = before.rsplit("\n", 1)[-1]
    if head := head_over(said, one.start, one.end):
        before = own_line = f"{head}: "
    if own_line.strip(" \t*|").lower() in _LABELS_ALONE:
        before = own_line  # Whatever the line above it ends with.
    before = re.split(r"\n[ \t]*\n|[.;?!][\s\"')*_]+(?=[A-Z\"(])", before)[-1]
    tight = " ".join(before.split()).replace("• ", "").replace("- ", " ")
    after = " ".join(said[one.end : one.end + 120].split("\n\n", 1)[0].split())
    label = "\n" + re.split(r"\t| {3,}|\|", own_line.rstrip(" \t|"))[-1] + own_line[-1:]
    if not own_line.strip(" \t*•|-"):
        label = "\n" + _line_above(said, one.start)
    for name, pattern, why in TRIGGERS:
        met = None if name == "response_date" else pattern.search(tight)
        labelled = None if met else pattern.search(label)
        if met is None and labelled is None:
            continue
        if name == "response_date" and _RUNS_ON.match(said, one.end):
            continue  # A sentence was broken before “replied on 3 May, …”.
        if met and of_another_matter(tight, met.start(), after):
            return []
        return [("request_date", why), ("received_date", why)] if name == BOTH else [(name, why)]
    if _ON.search(tight) and "told" not in after:
        after = " ".join(said[one.end : one.end + _REACH].split())
        return [(name, why) for name, pattern, why in FOLLOWED_BY if pattern.match(after)][:1]
    return []


def _in_words(
    own: re.Pattern[str], said: str, printed: Sequence[PrintedDate]
) -> tuple[PrintedDate, str] | None:
    """The day that a sentence calls that of the letter itself."""
    for one in printed:
        before = " ".join(said[max(0, one.start - _REACH) : one.start].split()) + " "
        if own.search(before):
            return one, "The letter says that it is its own date."
    return None


def _line_above(said: str, at: int) -> str:
    """The last written line before a place: a label may stand above its value."""
    return said[max(0, at - _REACH) : at].rstrip(" \t\n*•|-").rsplit("\n", 1)[-1]


def _finding(field: str, text: str, one: PrintedDate, why: str) -> Finding:
    value = one.value.isoformat() if one.value else ""
    certainty = Certainty.CHECK if one.problem else Certainty.FOUND
    if one.problem:
        why = f"{why} But {one.problem}."
    place = Place(start=one.start, end=one.end)
    return Finding(
        field, value, " ".join(text[one.start : one.end].split()), place, why, certainty=certainty
    )


_BEFORE_IT = {"request_date", "received_date"}


def _add_yearless(text: str, said: str, found: dict[str, Finding]) -> None:
    """A date without a year is the newest such day before the answer's own date."""
    answered = found.get("response_date")
    if answered is None or not answered.value or found.keys() >= _BEFORE_IT:
        return
    for one in find_yearless(said):
        for field, why in _meaning(said, one):
            value = with_year_before(one, date.fromisoformat(answered.value))
            if field not in found and field != "response_date" and value:
                known = replace(
                    one,
                    value=value,
                    problem="no year is printed; the newest such day before the answer is taken",
                )
                found[field] = _finding(field, text, known, why)


def _examined(findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Findings that contradict each other, marked for a person, and said in words."""
    warnings = [f"“{f.printed}” is a date that no calendar has." for f in findings if not f.value]
    known = {f.field: f.value for f in findings if f.value}
    order = (("request_date", "request"), ("received_date", "receipt of the request"))
    wrong: set[str] = set()
    for field, words in order:
        if "response_date" in known and field in known and known["response_date"] < known[field]:
            warnings.append(f"The response is dated before the {words}.")
            wrong |= {field, "response_date"}
    if {"request_date", "received_date"} <= known.keys() and known["received_date"] < known[
        "request_date"
    ]:
        warnings.append("The request is said to be received before it was made.")
        wrong |= {"request_date", "received_date"}
    return tuple(
        replace(f, certainty=Certainty.CHECK) if f.field in wrong else f for f in findings
    ), tuple(warnings)
