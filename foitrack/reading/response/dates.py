"""When the request was made, when it was received, and when it was answered."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from foitrack.reading.dates import PrintedDate, find_dates, find_yearless, with_year_before
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, lines

_REACH = 140
_TRIGGERS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (name, re.compile(pattern + r"$", re.IGNORECASE), why)
    for name, pattern, why in (
        (
            "both",
            r"\b(?:notified|submitted|sent|made|e-?mailed) to (?:us|me|this office|the \w+(?: \w+)?) (?:by|via) e-?mail(?: on| dated)?:?\s{0,3}(?:the )?",
            "The letter says that the request came by email that day.",
        ),
        (
            "received_date",
            r"\b(?:date|day) (?:(?:your |the )?(?:foi )?request (?:was )?)?(?:of receipt|received)(?: of (?:your |the )?request)?\s{0,3}[:|\t-]?\s{0,6}",
            "It stands beside “date received”.",
        ),
        (
            "received_date",
            r"\brequest received(?: date)?(?: on)?\s{0,3}[:|\t-]?\s{0,6}(?:the )?",
            "It stands beside “request received”.",
        ),
        (
            "received_date",
            r"\b(?:received|receipt)(?: (?:by|in|at|into|from you|via|within)(?: (?!request|on\b)[\w'&-]+){0,6}?)?(?:,? (?:and )?(?:acknowledged|logged|dated))?,?(?: on| of)?:?\s{0,3}(?:the )?",
            "The letter says that the request was received that day.",
        ),
        (
            "received_date",
            r"\b(?:we|i|the \w+(?: \w+)?) (?:have )?received your (?:(?!review|complaint|response)[\w'-]+ ){0,8}?(?:on|dated)\s{0,3}(?:the )?",
            "The letter says that the request was received that day.",
        ),
        (
            "received_date",
            r"\breceived your (?:[\w'-]+ ){0,14}on\s{0,3}(?:the )?",
            "The letter says that the request was received that day.",
        ),
        (
            "request_date",
            r"\bdate of (?:(?:your|the|original|foi) )?(?:request|enquiry|application)\s{0,3}[:|\t-]?\s{0,6}",
            "It stands beside “date of request”.",
        ),
        (
            "request_date",
            r"\b(?:request(?:ed)?|enquiry|application) (?:date|made|submitted|sent)\s{0,3}[:|\t-]\s{0,6}",
            "It stands beside the date of the request.",
        ),
        (
            "request_date",
            r"\b(?:your|the) (?:(?:foi|freedom|of|information|act|2000|eir|recent|initial|written|environmental|regulations|2004|\(?foia?\)?|request|e-?mail|letter|correspondence|enquiry|message|application|web|form|online|for|under|the|scotland|\(scotland\)|2002|dated|sent|to|us|which|was|submitted|made|regarding|of|on|and)[ ,]+){1,22}?(?:dated|of|on|sent|made|submitted|received on and dated)[: ]\s{0,3}(?:the )?",
            "The letter says that the request was made that day.",
        ),
        (
            "request_date",
            r"\byour (?:[\w'(),/&-]+ ){0,24}(?:dated|sent on|made on|submitted on|(?:request|e-?mail|letter|correspondence|enquiry) of),?\s{0,3}(?:the )?",
            "The letter says that the request was made that day.",
        ),
        (
            "request_date",
            r"\b(?:request (?:for information )?(?:dated|made on|submitted on|sent on|of)|you (?:wrote|e-?mailed|submitted|sent|requested|asked|made|contacted)\b(?: [\w'(),/&-]+){0,16} on)\s{0,3}(?:the )?",
            "The letter says that the request was made that day.",
        ),
        (
            "response_date",
            r"\b(?:date (?:of (?:this |our )?(?:response|reply|letter|issue|disclosure|release|notice)|responded|sent|issued|answered|disclosed|published|completed)|(?:response|reply|disclosure|letter|issue|completed) date|date(?: of)? (?:response|decision)|responded(?: on)?)\s{0,3}[:|\t-]?\s{0,6}",
            "It stands beside the date of the answer.",
        ),
        (
            "response_date",
            r"(?:^|\n|\t|\|)[\s*_]{0,6}dated?[\s*_]{0,4}:[\s*_]{0,12}",
            "It stands beside “Date”.",
        ),
    )
)
_OTHER_MATTER = re.compile(
    r"\b(?:previous|earlier|another|internal review|request(?:ed|ing)? (?:for )?(?:a|an) (?:internal )?review|complaint|clarification|clarified|decision notice|judg|"
    r"between|since|from|period|prior|extend|extension|due|deadline|by no later)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^\s*(?:\*\*)?dear\b", re.IGNORECASE | re.MULTILINE)
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
    for one in printed:
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


def _meaning(said: str, one: PrintedDate) -> list[tuple[str, str]]:
    before = said[max(0, one.start - _REACH) : one.start]
    before = re.split(r"\n\s*\n|[.;?!]\s+(?=[A-Z])", before)[-1]
    if one.start < _REACH and not before.startswith("\n"):
        before = "\n" + before
    tight = " ".join(before.split()) + (" " if before[-1:].isspace() else "")
    for name, pattern, why in _TRIGGERS:
        met = pattern.search(before) or (pattern.search(tight) if name != "response_date" else None)
        if met is None:
            continue
        if name != "response_date" and _OTHER_MATTER.search(met.group()):
            return []
        if name != "response_date" and _OTHER_MATTER.search(tight[-60 - len(met.group()) :]):
            return []
        if name == "both":
            return [("request_date", why), ("received_date", why)]
        return [(name, why)]
    return []


def _standing_alone(said: str, printed: tuple[PrintedDate, ...]) -> tuple[PrintedDate, str] | None:
    """The date on a line of its own above the letter's text, or below its close."""
    rows = [row for row in lines(said) if row.of(said).strip()]
    spoken = _SALUTATION.search(said)
    closing = max((m.start() for m in _SIGN_OFF.finditer(said)), default=len(said))
    for index, row in enumerate(rows):
        inside = [d for d in printed if row.start <= d.start < row.end]
        if not inside:
            continue
        rest = said[row.start : inside[0].start] + said[inside[0].end : row.end]
        head = index < _HEAD_LINES and (spoken is None or row.start < spoken.start())
        if not (head or row.start > closing) or len(inside) > 1:
            continue
        if _SENT.match(row.of(said).strip()):
            return inside[0], "It is the date of the mail."
        if not rest.strip(" \t*_|,.") or re.fullmatch(
            r"\s*(?:(?:sent|issued|published|dated?) ?(?:on)?:?|[\w ,.&'-]{0,60}\t+|.{3,60} {3,})\s*",
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
