"""Where a citation can begin: a keyword with a number, a number with brackets, "by virtue of (2)".

These find candidates only; what follows is read by `runs` and judged later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from foitrack.later import later


class Keyword(StrEnum):
    """What stands before the number."""

    SECTION = "section"
    REGULATION = "regulation"
    GROUND = "ground"
    """ "exemption" or "exception"."""
    BARE = "bare"
    """Nothing: "31(1)(g)"."""
    DEPENDENT = "dependent"
    """ "by virtue of (2)(b)": the section is the one cited before."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place where a number may begin a citation."""

    keyword: Keyword
    start: int
    number_at: int
    """Where the number begins; for a dependent anchor, where its first label does."""
    short: bool = False
    """ "s" and "r" instead of the whole word."""
    plural: bool = False
    inner: str = ""
    """For "subsection (2) of section 40": the labels that stand before."""


_GAP = r"[\s*_]{0,4}"
_SUB = r"(?:sub[-‐‑–]?\s?(?:sections?|paragraphs?)|subs?\.|paragraphs?|paras?\.?)"
_LABELS = (
    r"(?:(?:\s?[,&]?\s?(?:and|or)?\s?\(\s?\w{1,4}(?:\s?[-–,&]\s?\w{1,4}){0,8}\s?\)){1,8}"
    r"|\s\d{1,2}[A-Z]?)"
)
_WORDS = (
    r"(?P<section>sections\s+of\s+(?:the\s+)?(?:FOI\s+)?(?:Act|FOIA|FOISA)\s?:|sections?|section\(s\)|sects?\.?|secs?\.?|§{1,2}"
    r"|adran(?:nau)?)"
    r"|(?P<regulation>regulations?|regulation\(s\)|regs?\.?|rh?eoliad(?:au)?)"
    r"|(?P<ground>(?:exemption|exception)s?(?:\(s\))?|eithriad(?:au)?"
    r"|FOI(?=\s\d{1,2}A?\s?[:–—-]\s?(?:complaint|part|not\s+upheld|upheld))"
    r"|(?:FOIS?A|EIS?Rs?)(?=\s\d{1,2}A?\s[:–—-]\s[a-z]{3}))"
)
_KEYWORD = (
    rf"(?:(?P<inner_word>{_SUB})(?P<inner>{_LABELS})\s*,?\s*(?:of|to|in)\s+(?:the\s+)?)?"
    rf"(?:(?<![A-Za-z0-9_])(?i:{_WORDS}){_GAP}(?:(?:nos?\.?|numbers?|under|:){_GAP})?"
    r"|(?<![\w'’.£$])(?:(?P<s>[sS]\.?[sS]?)|(?P<r>[rR]{1,2}))\.?\s{0,2}(?!\d{1,3}[-/]\d{3}))"
    r"[(\[]?(?=(?P<number>\d{1,3}))"
)
_PURPOSE = (
    r"(?:(?:relevant|applicable|specified)\s+)?(?:purposes?|functions?)\s+(?:(?:concerned|here|in\s+question)\s+)?"
    r"(?:is|are|being)\s+(?:(?:that|those|the\s+ones?)\s+)?(?:(?:set\s+out|listed|given|specified)\s+)?(?:in|at|under|of)"
)
_WITH = (
    r"by\s+virtue\s+of|by\s+reason\s+of|read\s+(?:together\s+|in\s+conjunction\s+)?with"
    r"|in\s+(?:conjunction|combination)\s+with|together\s+with|coupled\s+with|(?:by|with)\s+reference\s+to"
    r"|for\s+the\s+purposes?(?:\s+(?:of|in|at|under|set\s+out\s+(?:in|at)|specified\s+(?:in|at)"
    r"|listed\s+(?:in|at)|given\s+in|described\s+in))?|namely|specifically|via|through|with|engaging|and"
)
_DEPENDENT = (
    rf"\b(?i:(?:{_PURPOSE}|{_WITH})\s+(?:the\s+(?:purposes?|functions?|conditions?)\s+(?:of|in|at|under|set\s+out\s+(?:in|at))\s+)?"
    rf"(?:(?P<sub>{_SUB})\s*)?)(?=\(\s?\d{{1,2}}[A-Za-z]?\s?\)|(?(sub)\d{{1,2}}[A-Z]?\s?\())"
)
_BARE = r"(?<![\w.£$€#§–-])(?<!\d[,/])(?=(?P<bare>\d{1,2}A?)(?:\s?[(\[]\s?[0-9A-Za-z]|\.\d\s?\())"
# Each begins with the letters that it can begin with: most places are passed over by them.
_ANCHOR = later(
    rf"(?=[sS§aArReEfFpP])(?P<keyword>{_KEYWORD})"
    rf"|(?=[rRaAsSpPfFiIbBcCtTnNvVwWeE])(?P<dependent>{_DEPENDENT})"
    rf"|(?=\d)(?P<a_bare>{_BARE})"
)
_PLURAL = re.compile(r"(?:s|ss|nau|dau|rr|§§|\(s\))\.?$", re.IGNORECASE)


def next_anchor(text: str, start: int) -> Anchor | None:
    """The first candidate from a place on."""
    found = _ANCHOR.search(text, start)
    return None if found is None else _anchor(found)


def keyword_at(text: str, at: int) -> Anchor | None:
    """The keyword with a number that begins exactly at a place."""
    found = _ANCHOR.match(text, at)
    if found is None or found["keyword"] is None:
        return None
    return _anchor(found)


def _anchor(found: re.Match[str]) -> Anchor:
    if found["dependent"] is not None:
        return Anchor(Keyword.DEPENDENT, found.start(), found.end())
    if found["keyword"] is None:
        return Anchor(Keyword.BARE, found.start(), found.start())
    word = found["section"] or found["regulation"] or found["ground"] or found["s"] or found["r"]
    return Anchor(
        _kind(found),
        found.start(),
        found.start("number"),
        short=bool(found["s"] or found["r"]),
        plural=_PLURAL.search(word) is not None and len(word) > 1,
        inner=found["inner"] or "",
    )


def _kind(found: re.Match[str]) -> Keyword:
    if found["section"] or found["s"]:
        return Keyword.SECTION
    return Keyword.GROUND if found["ground"] else Keyword.REGULATION
