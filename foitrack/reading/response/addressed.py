"""Whether a text answers somebody's request, or only speaks of requests in general.

Guidance, disclosure statistics, blog posts and decision notices cite the same law as letters
do. A letter is told by speaking to the one who asked, of what was asked.
"""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import lines, sentence_around

_SALUTATION = later(
    r"^[ \t*_>]{0,8}(?:dear ?|hi\b|hello\b|good (?:morning|afternoon)\b|annwyl )",
    re.IGNORECASE | re.MULTILINE,
)
_WORDS = r"(?:[\w'()/&.,-]+ ){0,8}?"
_TO_THE_ASKER = phrases(
    r"\bthank(?:s| you) for (?:your|the|contacting|getting|asking|making|you)\b",
    rf"\byour (?:{_WORDS})(?:requests?|enquiry|e-?mail|letter|correspondence|"
    rf"questions?)\b.{{0,60}}\b"
    r"(?:dated|received|of \d|on \d|was|were|has|have|made|sent|submitted|is|in which|about|for|"
    r"under|"
    r"regarding|concerning|relating|as follows|asked|to (?:us|the))\b",
    r"\b(?:response|reply|answer|relation|regard|respect|further|reference) to your\b|\brefer to "
    r"your\b",
    r"\b(?:received|considered|acknowledge|processed|completed|handled|reviewed) your\b",
    r"\byou (?:have |had |recently |also |then )?(?:asked|requested|wrote|sought|submitted|seek|"
    r"request|"
    r"ask(?:ed)? (?:for|to|about|whether|how)|contacted|e-?mailed)\b",
    r"\bthis (?:letter|response|e-?mail|reply|notice|disclosure|concludes|completes)\b",
    r"\b(?:my|our) (?:decision|response|reply|answer)\b",
    r"\b(?:I|we) can (?:now )?confirm\b|\bI (?:am|have) (?:now )?(?:decided|concluded|writing|writ|"
    r"considered|pleased|sorry|able|unable|not able|satisfied|reviewed)\b|\bwe have (?:now "
    r")?(?:considered|"
    r"completed|decided|concluded|searched|located|reviewed)\b|\bwe (?:are )?(?:regret|"
    r"withholding)\b",
    r"\bthe information (?:you )?(?:requested|asked for|sought)\b",
    r"\b(?:comply with|answer(?:ing)?|process|respond to|to (?:do|provide)) (?:this|your|the) "
    r"(?:request|"
    r"enquiry|question)\b",
)
_IN_ASKERS_WORDS = later(
    r"^[\W\d]{0,8}(?:please (?:provide|supply|copy|list|could|can|send me|tell me|confirm)|I "
    r"(?:would like|"
    r"(?:wish|want) to (?:request|know|ask|see|make)|request|ask|make an? |am (?:writing to )?"
    r"(?:request|ask|mak|seek)ing?))\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEADINGS = later(
    r"[\s*_#>]{0,8}(?:(?:your|the|our|original|foi|information|full)\s){0,2}(?:request(?:ed)?|"
    r"response|"
    r"reply|answer|decision|questions?|you asked|we answered|request (?:details?|number|and "
    r"answer)|"
    r"response details?|details of (?:the )?request|information requested|reason for decision|"
    r"result of searches)\s?\d{0,2}\s?[:.-]{0,2}(?:\s.{0,60})?",
    re.IGNORECASE,
)
_LABELLED = phrases(
    r"\b(?:our|your) ref(?:erence)?\b",
    r"\b(?:request|case|foi|eir|information)[ \t]{1,2}(?:ref(?:erence)?|no|number|"
    r"id)\b\W{0,8}\w{0,8}\W?\d",
    r"\bref(?:erence)?(?: no| number)?\b[ \t.:#-]{1,6}[A-Z/ -]{0,10}\d{3}",
    r"(?:^|\n)[ \t*]{0,4}(?:date )?(?:responded|date (?:of )?(?:response|request|received)|"
    r"received)\s?:",
    r"\b(?:foi|eir)a?\b[ \t/:.#)-]{0,4}(?:request|ref|no|number)?[ \t.:/#-]{0,4}\d{3}",
    r"\bSECTION 17 NOTICE\b|\b(?:is|as|represents|constitutes) an? (?:formal )?refusal notice\b",
)
_MADE_AND_ANSWERED = later(
    r"^[ \t*]{0,4}(?:request(?:ed)?|asked|received)(?: made| on| received)?\b:?[ ]"
    r"[^\n]{0,20}\d{4}[ \t,;|]{1,12}(?:answered|responded|replied|answer|reply|response)\b"
    r"[^\n]{0,30}\d{4}\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of a log: “Request made 3 May 2024    Answered 20 May 2024”."""
_TITLED_BY_NUMBER = later(
    r"^[ \t*#]{0,4}(?:(?:FOI|EIR)A? )?(?=[A-Z]*[\w./-]{0,12}\d)[A-Z]{2,6}[\w./-]{3,16} ?"
    r"[-:|] ?\S",
    re.MULTILINE,
)
_ASKED_AND_TOLD = (
    phrases(r"\b(?:foi|eir|freedom of information|information) request (?:for|asking|about)\b"),
    phrases(
        r"\b(?:the [\w' ]{3,40}?|our|its) (?:answer|response|reply) (?:was|is) (?:as follows|"
        r"(?:set out |given )?below)\b"
    ),
)
"""A page of a log under its number: what the request was for, and that the answer follows."""
_TOP = 1_500
_ABOUT_OTHERS = phrases(
    r"\bthe (?:complainant|applicant|appellant)\b",
    r"\bthe commissioner(?:'s)? (?:decision|finds?|found|considers?|requires?|has decided|"
    r"accepts?|is "
    r"satisfied|concludes?)\b|\bdecision notice\b",
)
_COMMISSIONER_DECIDES = phrases(
    r"\bcommissioner(?:'s)? (?:decision (?:is|was)|finds?|found that|requires?|has decided|"
    r"concludes?|"
    r"upholds?)\b|(?:^|\n)[ \t*#]{0,8}decision(?: notice)? \d|"
    r"\bappeal is (?:dismissed|allowed)\b|\bthe (?:first-tier )?tribunal (?:finds|found|"
    r"dismisses|allows)\b"
)
_IN_GENERAL = phrases(
    r"\bif (?:you|we|our|your|yours|the|a|an|it|any|that|this)\b|\bshould (?:you|your|we)\b|"
    r"\bwhen (?:you|we|your|a)\b|"
    r"\bwe will\b.{0,40}\bif\b|\bhow (?:to|your|we|do|does|can)\b|\bwhat you can\b|\bany request\b|"
    r"\bevery request\b|\ban applicant\b|\bmake (?:a|your) request\b|\bmaking (?:a|your) request\b|"
    r"\bwill tell you\b|\byou (?:can|may|might|must|should|need)\b|"
    r"\bplease (?:do so|send|write|address|contact|ask|quote|read|use)\b"
)


def addressed(said: str) -> bool:
    """Whether a text (the request's own words blanked) speaks to someone about a request made."""
    if _SALUTATION.search(said):
        return True
    if _COMMISSIONER_DECIDES.search(said) and _ABOUT_OTHERS.search(said):
        return False
    if _LABELLED.search(said) or _IN_ASKERS_WORDS.search(said) or _logged(said):
        return True
    if sum(bool(_HEADINGS.fullmatch(row.of(said)[:120].rstrip())) for row in lines(said)) > 1:
        return True
    for met in _TO_THE_ASKER.finditer(said):
        sentence = sentence_around(said, met.start(), met.end()).of(said)
        if not _IN_GENERAL.search(" ".join(sentence.split())):
            return True
    return False


def _logged(said: str) -> bool:
    """Whether it is a page of a disclosure log: one request with its answer, said to nobody."""
    if _MADE_AND_ANSWERED.search(said):
        return True
    if not _TITLED_BY_NUMBER.search(said[:_TOP]):
        return False
    return all(pattern.search(said) for pattern in _ASKED_AND_TOLD)


_ITS_ANSWER = phrases(
    r"\bthis (?:response|letter|reply|refusal|decision)\b|\bour (?:response|reply) to you\b"
)


def answering(said: str) -> bool:
    """Whether a text that addresses nobody is yet a part of an answer: its last page."""
    return bool(_ITS_ANSWER.search(said))
