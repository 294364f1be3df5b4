"""The names of Acts and Regulations, as letters print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from foitrack.later import later
from foitrack.law.terms import Regime


class Family(StrEnum):
    """What kind of law a name stands for."""

    ACT = "act"
    """A Freedom of Information Act: its numbers are sections."""
    REGULATIONS = "regulations"
    """Environmental Information Regulations: their numbers are regulations."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """A law named in the text. `law` is None where the name fits either nation's."""

    start: int
    end: int
    family: Family
    law: Regime | None
    name: str
    vague: bool = False
    """ "the Act": whichever Act the text is about."""


_INFO = r"freedom\s+o[fn]\s+info\w*"
_ENVIRONMENT = r"environmental\s+info\w*"
_SCOTLAND = r"\(?\s*scot\w+\s*\)?"
_NAMES: tuple[tuple[Family, Regime | None, str], ...] = (
    (Family.ACT, Regime.FOISA, rf"(?i:{_INFO}\s*{_SCOTLAND}\s*act(?:\s*\(?2002\)?)?)"),
    (Family.ACT, Regime.FOISA, r"(?:FOI|FoI)\s?\(\s?S(?:cotland)?\s?\)\s?A(?:ct)?\b(?:\s*2002)?"),
    (Family.ACT, Regime.FOISA, r"(?i:foisa)\b(?:\s*2002)?|\b(?:FOI|FoI)\(S\)"),
    (Family.ACT, Regime.FOISA, r"(?i:scottish\s+(?:FOI|freedom\s+of\s+information)\s+act)"),
    (Family.ACT, Regime.FOIA, rf"(?i:{_INFO}\s+act\s*,?\s*\(?2000\)?)"),
    (Family.ACT, Regime.FOIA, r"(?i:(?:foia|foi\s+act)\s*\(?2000\)?|foia\b)"),
    (Family.ACT, Regime.FOIA, r"(?i:dd?eddf\s+rhyddid\s+gwybodaeth(?:\s+2000)?)"),
    (Family.ACT, Regime.FOIA, r"2000\s+Act\b"),
    (
        Family.ACT,
        None,
        rf"(?i:{_INFO}\s+(?:act|legislation)\b)|(?i:foi\b(?:\s+act\b)?)|F\.O\.I\.?",
    ),
    (
        Family.REGULATIONS,
        Regime.EISR,
        rf"(?i:{_ENVIRONMENT}\s*{_SCOTLAND}\s*reg\w*(?:\s*\(?\d{{4}}\)?)?)",
    ),
    (
        Family.REGULATIONS,
        Regime.EISR,
        r"EI\s?\(S\)\s?Rs?\b|EISRs?\b|EIRs?\s?\((?:S|Scotland)\)|(?i:scottish)\s+EIRs?\b",
    ),
    (Family.REGULATIONS, None, r"2004\s+Regulations\b"),
    (
        Family.REGULATIONS,
        None,
        rf"(?i:{_ENVIRONMENT}\s+reg\w*(?:\s*\(?\d{{4}}\)?)?)|(?i:eirs?)\b(?:\s*2004)?"
        r"|(?i:rh?eoliadau\s+gwybodaeth\s+amgylcheddol(?:\s+2004)?)",
    ),
)
_OURS = later(
    r"(?<![A-Za-z0-9])(?:" + "|".join(f"(?P<n{i}>{n[2]})" for i, n in enumerate(_NAMES)) + ")"
)
_NOUN = later(
    r"(?=[AaRrOBDCM])\b(?P<noun>Acts?|ACT|Regulations|REGULATIONS|Order|Rules|Bill|Directive|Convention|Measure"
    r"|(?i:act(?=\s+(?:of\s+)?\d{4})|regulations(?=\s+\d{4})))\b(?:\s*,?\s*\(?(?P<year>\d{4})\)?)?"
)
_NEEDS_A_YEAR = frozenset({"Order", "Rules", "Directive", "Measure", "Convention", "Bill"})
_INITIALS = later(
    r"(?=[A-Z])\b(?:RIPA|RIPSA|PACE|DPA|UK[\s-]?GDPR|GDPR|CRCA|POCA|HRA|CPIA|TCPA|FSMA|PECR|LASPO|SOCPA|ECHR"
    r"|CDPA|LGA|MHA|MCA|IPA|ERA|HSWA|TULRCA|RTA|PRA|ICTA|TMA|VATA|POA|CJA|CDA|HASAWA|EqA"
    r"|MDA|CJPOA|TACT|OAPA|SOA|RTRA|CYPA|YJCEA|ASBCPA|ASBPCA|PCA|CJIA|DVA|PFA|FMA|HSCA|CQCA)"
    r"(?:\s?(?:(?:19|20)\d{2}|\d{2}(?![\w(])))?(?![\w])"
)
_LOWER_CASE = later(
    r"(?=[dDhHeEpPlLcC])(?i:\b(?:data\s+protection|human\s+rights|equality|police|local\s+government|children)\s+act\b)"
)
_YEAR_ACT = re.compile(r"\b(?P<year>(?:18|19|20)\d{2})\s+(?:Act|Regulations|Order)\b")
_THE_ACT = later(
    r"(?=[tTsSaA])(?i:\b(?:the|that|this|said|same|above)\s+)[\"“‘']?(?P<act>Act|ACT|act)\b"
)
_THE_REGULATIONS = later(
    r"(?=[tT])(?i:\b(?:the|those|these)\s+)[\"“‘']?(?P<regulations>Regulations)\b"
)
_WORD = re.compile(r"[\w’'&.-]+|[(),]")
_JOINING_WORDS = "of and the for to in on etc etc. a or with by as ( ) , & from at between"
_JOINING = frozenset(_JOINING_WORDS.split())
_DETERMINERS = frozenset(("the", "this", "that", "said", "same", "above", "an", "each", "such"))
_STOP = later(
    r"(?:FOIS?A|FOI|EIS?Rs?|Acts?|Regulations|Sections?|Regulation|Article|Schedule|S|Ss|"
    r"Under|The|By|In|If|As|This|That|Our|Your|We|Please|Where|Although|However|See)$"
)


def all_named(text: str) -> Iterator[Named]:
    """Every law named in a text, in no order; some names overlap."""
    ours = list(_our_names(text))
    yield from ours
    taken = {name.end for name in ours}
    yield from (name for name in _other_names(text) if name.end not in taken)
    for pattern, group, family in (
        (_THE_ACT, "act", Family.ACT),
        (_THE_REGULATIONS, "regulations", Family.REGULATIONS),
    ):
        for found in pattern.finditer(text):
            start, end = found.span(group)
            yield Named(start, end, family, None, found.group(), vague=True)


def _our_names(text: str) -> Iterator[Named]:
    for found in _OURS.finditer(text):
        assert found.lastgroup is not None
        family, law, _ = _NAMES[int(found.lastgroup[1:])]
        yield Named(found.start(), found.end(), family, law, found.group())


def _other_names(text: str) -> Iterator[Named]:
    for found in _NOUN.finditer(text):
        start = _name_start(text, found.start())
        unsure = found["noun"] in _NEEDS_A_YEAR and not found["year"]
        if start < found.start() and not unsure:
            yield Named(start, found.end(), Family.OTHER, None, _tidy(text[start : found.end()]))
    for pattern in (_INITIALS, _LOWER_CASE):
        for found in pattern.finditer(text):
            yield Named(found.start(), found.end(), Family.OTHER, None, _tidy(found.group()))
    for found in _YEAR_ACT.finditer(text):
        if found["year"] != "2000":
            yield Named(found.start(), found.end(), Family.OTHER, None, found.group())


def _name_start(text: str, end: int) -> int:
    """Where the capitalised name before a noun such as "Act" begins; `end` where there is none."""
    lower = text[end : end + 1].islower()
    start = end
    before = text[max(0, end - 12) : end].split()
    if not before or before[-1].lower() in _DETERMINERS:
        return end
    for word in reversed(list(_WORD.finditer(text, max(0, end - 120), end))):
        printed = word.group()
        if "\n\n" in text[word.end() : start] or _STOP.match(printed):
            break
        if printed[0].isupper() or (lower and printed.isalpha() and printed not in _JOINING):
            start = word.start()
        elif printed not in _JOINING:
            break
    return start


def _tidy(name: str) -> str:
    return " ".join(name.split())
