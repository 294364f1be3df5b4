"""When the request was made, when it was received, and when it was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foitrack.reading.dates import PrintedDate, find_dates, find_yearless, with_year_before
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import any_of
from foitrack.reading.prose import lines

_REACH = 180
_OF_US = r"(?: (?:by|in|at|into|from|via|within)(?: (?!on\b)[\w'&()-]+){1,9}?)?"
_REQUEST = r"(?:request|e-?mail|letter|correspondence|enquiry|message|application|submission)"
_THE = r"(?: the)?"


def _ending(*found: str) -> re.Pattern[str]:
    """The phrases as they stand just before a date."""
    return re.compile(any_of(*found) + r"[\s:,|*_-]{0,12}$", re.IGNORECASE)


_BOTH = "both"
_TRIGGERS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        _BOTH,
        _ending(
            rf"\b(?:notified|submitted|sent|made|e-?mailed) to (?:us|me|this office|"
            rf"the \w+(?: \w+)?) (?:by|via) e-?mail(?: on| dated)?{_THE}",
            rf"\b(?:dated and received|received and dated|made and received)(?: on)?{_THE}",
        ),
        "The letter says that the request came that day.",
    ),
    (
        "received_date",
        _ending(
            r"\b(?:date|day) (?:(?:your |the |of )?(?:foi )?request (?:was )?)?(?:of receipt|"
            r"received)(?: of (?:your |the )?request)?",
            rf"\b(?:request|date) received(?: date)?(?: on)?{_THE}",
            rf"\breceived{_OF_US},?(?: and (?:acknowledged|logged))?,? (?:on|dated){_THE}",
            rf"\breceived{_THE}",
            rf"\b(?:receipt|received) (?:of )?your (?:(?!review|complaint|response|"
            rf"clarification)[\w'(),/&-]+ ){{1,24}}?on{_THE}",
            rf"\breceipt (?:on|of){_THE}",
        ),
        "The letter says that the request was received that day.",
    ),
    (
        "request_date",
        _ending(
            r"\bdate of (?:(?:your|the|original|foi) )*(?:request|enquiry|application)",
            r"\b(?:request(?:ed)?|enquiry|application) (?:date|made|submitted|sent)(?: on)?",
        ),
        "It stands beside the date of the request.",
    ),
    (
        "request_date",
        _ending(
            rf"\b(?:your|the|a|this) (?:[\w'(),/&-]+ ){{0,26}}?{_REQUEST}(?: [\w'(),/&-]+)"
            rf"{{0,22}}?,? (?:dated|sent on|made on|submitted on|submitted|sent|of|on){_THE}",
            rf"\byour (?:[\w'(),/&-]+ ){{0,26}}?dated{_THE}",
            rf"\b(?:you|which you) (?:wrote|e-?mailed|submitted|sent|requested|asked|made|"
            rf"contacted)\b(?: [\w'(),/&-]+){{0,22}}? on{_THE}",
            rf"\b{_REQUEST} (?:for information )?(?:dated|of){_THE}",
            rf"^{_REQUEST} (?:for information |under [\w ]{{3,60}} )?(?:dated|of){_THE}",
        ),
        "The letter says that the request was made that day.",
    ),
    (
        "response_date",
        _ending(
            r"\bdate (?:of (?:this |our |the )?(?:response|reply|letter|issue|disclosure|release|"
            r"notice)|responded|sent|issued|answered|disclosed|published|completed)",
            r"\b(?:response|reply|disclosure|letter|issue|completed|completion|decision|"
            r"release) date",
            r"\b(?:responded|response (?:sent|issued)|published|issued|released)(?: to)?(?: on)?",
        ),
        "It stands beside the date of the answer.",
    ),
    (
        "response_date",
        _ending(
            r"(?:^|\n)[\s*_|•-]{0,8}(?:dyddiad\s?/\s?)?(?:date|dated)\s?(?::|$|\n|\t)",
            # "Our ref: FOI 12/21 Date: …" on one line of a letterhead.
            r"\d\S{0,20}\s{1,40}date\s?:",
        ),
        "It stands beside “Date”.",
    ),
)
_OTHER_MATTER = re.compile(
    r"\b(?:previous|earlier|another|internal review|request(?:ed|ing)? (?:for )?(?:a|"
    r"an) (?:internal )?review|complaint|clarification|clarified|decision notice|judg|"
    r"between|since|from|period|prior|extend|extension|due|deadline|by no later)\b",
    re.IGNORECASE,
)
_ABOUT_REVIEW = re.compile(
    r"[^.;]{0,50}\b(?:internal review|complain\w*|clarif\w+|for a review|dissatisfaction)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^[ \t*]{0,8}dear\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^\**(?:sent|date):\**\s", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"\byours (?:sincerely|faithfully|truly)|\b(?:kind|best) regards", re.IGNORECASE
)
_HEAD_LINES = 30


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
    for name, pattern, why in _TRIGGERS:
        met = pattern.search(f"\n{own_line}" if name == "response_date" else tight)
        if met is None and name == "response_date" and not own_line.strip(" \t*•|-"):
            met = pattern.search("\n" + _line_above(said, one.start))
        if met is None:
            continue
        if name != "response_date" and (
            _OTHER_MATTER.search(tight[max(0, met.start() - 50) :]) or _ABOUT_REVIEW.match(after)
        ):
            return []
        return [("request_date", why), ("received_date", why)] if name == _BOTH else [(name, why)]
    return []


def _line_above(said: str, at: int) -> str:
    """The last written line before a place: a label may stand above its value."""
    return said[max(0, at - _REACH) : at].rstrip(" \t\n*•|-").rsplit("\n", 1)[-1]


def _standing_alone(said: str, printed: tuple[PrintedDate, ...]) -> tuple[PrintedDate, str] | None:
    """The date on a line of its own above the letter's text, or below its close."""
    rows = [row for row in lines(said) if row.of(said).strip()]
    spoken = _SALUTATION.search(said)
    closing = max((m.start() for m in _SIGN_OFF.finditer(said)), default=len(said))
    for index, row in enumerate(rows):
        inside = [d for d in printed if row.start <= d.start < row.end]
        if not inside:
            continue
        rest = said[row.start : inside[0].start] + said[inside[-1].end : row.end]
        head = index < _HEAD_LINES and (spoken is None or row.start < spoken.start())
        if not (head or row.start > closing) or len({d.value for d in inside}) > 1:
            continue
        if _SENT.match(row.of(said).strip()):
            return inside[0], "It is the date of the mail."
        if not rest.strip(" \t*_|,.") or re.fullmatch(
            r"\s*(?:(?:sent|issued|published|dated?) ?(?:on)?:?|[\w ,.&'-]{0,60}\t+|"
            r".{3,60} {3,})\s*",
            rest,
            re.I,
        ):
            return (
                inside[0],
                "It stands alone at the head of the letter."
                if head
                else "It stands alone at the foot of the letter.",
            )
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
