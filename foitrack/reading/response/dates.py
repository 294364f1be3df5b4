"""When the request was made, when it was received, and when it was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foitrack.reading.dates import PrintedDate, find_dates, find_yearless, with_year_before
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import lines
from foitrack.reading.response.date_phrases import BOTH, FOLLOWED_BY, TRIGGERS

_REACH = 180
_OTHER_MATTER = re.compile(
    r"\b(?:previous|earlier|another|internal review|requirement for|request(?:ed|ing)? "
    r"(?:for )?(?:a|an) (?:internal )?review|complaint|clarification|clarified|decision notice|"
    r"judg|between|since|from|period|prior|extend|extension|due|deadline|by no later)\b",
    re.IGNORECASE,
)
# "The Trust replied by email on 3 May": the day of an answer, whatever stands before the date.
_ANSWERED = re.compile(
    r"\b(?:we|I|you were|was|has|[A-Z]\w+) (?:replied|responded|answered|sent you|were sent|given|"
    r"told you|informed you|advised you|wrote to you)\b(?! to your [\w ]{3,40}(?:dated|of|on)$)",
)
_ABOUT_REVIEW = re.compile(
    r"[^.;]{0,50}\b(?:internal review|to complain|complain(?:ing|ed)|(?:your|this|the|a) "
    r"complaint|clarif\w+|"
    r"for a review|dissatisfaction)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:^|\W)on(?: the)?\s?$", re.IGNORECASE)
_SALUTATION = re.compile(r"^[ \t*]{0,8}dear\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^\**(?:sent|date):\**\s", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"\byours (?:sincerely|faithfully|truly)|\b(?:kind|best) regards", re.IGNORECASE
)
_HEAD_LINES = 30
_RULE = " \t*_|,./"
_OF_PAGE = re.compile(
    r"\W*(?:(?:first |date |last |page )?(?:published|updated|modified|reviewed|uploaded|posted)"
    r"|(?:page )?last (?:updated|published))\b[\w ]{0,12}:?.{0,40}",
    re.IGNORECASE,
)
"""The day on which a page was put up or changed is not the letter's."""
_BEFORE_ALONE = re.compile(
    r"[ \t*_|,./]*(?:(?:sent|issued|dated?) ?(?:on)?:?|[\w ,.&'-]{0,60}\t+|.{3,60} {3,})?[\s*_|]*",
    re.IGNORECASE,
)
_AFTER_ALONE = re.compile(
    r"$|(?:\W{0,3}(?:dear|(?:our |your )?ref\w*|by e-?mail|via e-?mail)\b)", re.IGNORECASE
)


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
            found.setdefault(field, _finding(field, text, one, why))
    if "response_date" not in found:
        standing = _standing_alone(said, printed)
        if standing:
            found["response_date"] = _finding("response_date", text, *standing)
    _add_yearless(text, said, found)
    findings = tuple(
        found[name] for name in ("request_date", "received_date", "response_date") if name in found
    )
    return LetterDates(*_examined(findings))


_SAME = re.compile(r"\bon\s(?:the\s)?same\s(?:date|day)\b", re.IGNORECASE)
_SAME_REACH = 300


def _same_dates(said: str, printed: Sequence[PrintedDate]) -> Iterator[PrintedDate]:
    """For “on the same date”: the date printed last before it in the same passage."""
    for met in _SAME.finditer(said):
        before = [d for d in printed if d.end <= met.start() < d.end + _SAME_REACH]
        if before:
            start = met.start() + len("on ")
            yield replace(before[-1], start=start, end=met.end())


def _meaning(said: str, one: PrintedDate) -> list[tuple[str, str]]:
    """Which of the three dates a date is, by the words before it; often none."""
    before = said[max(0, one.start - _REACH) : one.start]
    own_line = before.rsplit("\n", 1)[-1]
    before = re.split(r"\n[ \t]*\n|[.;?!][\s\"')*_]+(?=[A-Z\"(])", before)[-1]
    tight = " ".join(before.split()).replace("• ", "").replace("- ", " ")
    after = " ".join(said[one.end : one.end + 70].split())
    label = f"\n{own_line}"
    if not own_line.strip(" \t*•|-"):
        label = "\n" + _line_above(said, one.start)
    for name, pattern, why in TRIGGERS:
        met = None if name == "response_date" else pattern.search(tight)
        labelled = None if met else pattern.search(label)
        if met is None and labelled is None:
            continue
        if met and (
            _OTHER_MATTER.search(tight[max(0, met.start() - 50) :])
            or _ANSWERED.search(tight[max(0, met.start() - 25) :])
            or _ABOUT_REVIEW.match(after)
        ):
            return []
        return [("request_date", why), ("received_date", why)] if name == BOTH else [(name, why)]
    if _ON.search(tight) and "told" not in after:
        after = " ".join(said[one.end : one.end + _REACH].split())
        return [(name, why) for name, pattern, why in FOLLOWED_BY if pattern.match(after)][:1]
    return []


def _line_above(said: str, at: int) -> str:
    """The last written line before a place: a label may stand above its value."""
    return said[max(0, at - _REACH) : at].rstrip(" \t\n*•|-").rsplit("\n", 1)[-1]


def _standing_alone(said: str, printed: tuple[PrintedDate, ...]) -> tuple[PrintedDate, str] | None:
    """The date on a line of its own above the letter's text, or below its close."""
    rows = [row for row in lines(said) if row.of(said).strip()]
    spoken = _SALUTATION.search(said)
    closing = max((m.start() for m in _SIGN_OFF.finditer(said)), default=len(said))
    above = ""
    for index, row in enumerate(rows):
        line = row.of(said).strip()
        label, above = above, line
        inside = [d for d in printed if row.start <= d.start < row.end]
        if not inside:
            continue
        head = index < _HEAD_LINES and (spoken is None or row.start <= spoken.start())
        if not (head or row.start > closing) or len({d.value for d in inside}) > 1:
            continue
        if _SENT.match(line):
            return inside[0], "It is the date of the mail."
        labelled = not any(map(str.isdigit, label)) and _OF_PAGE.match(label)
        if _OF_PAGE.match(line) or (labelled and row.start == inside[0].start):
            continue
        before, after = said[row.start : inside[0].start], said[inside[-1].end : row.end]
        if _BEFORE_ALONE.fullmatch(before) and _AFTER_ALONE.match(after.strip(_RULE)):
            where = "head" if head else "foot"
            return inside[0], f"It stands alone at the {where} of the letter."
    return None


def _finding(field: str, text: str, one: PrintedDate, why: str) -> Finding:
    value = one.value.isoformat() if one.value else ""
    certainty = Certainty.CHECK if one.problem else Certainty.FOUND
    if one.problem:
        why = f"{why} But {one.problem}."
    place = Place(start=one.start, end=one.end)
    return Finding(
        field, value, " ".join(text[one.start : one.end].split()), place, why, certainty=certainty
    )


def _add_yearless(text: str, said: str, found: dict[str, Finding]) -> None:
    """A date without a year is the newest such day before the answer's own date."""
    answered = found.get("response_date")
    if answered is None or not answered.value:
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
