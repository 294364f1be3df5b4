"""Sentences that are not about cases of the authority's own, whatever figures they hold."""

from __future__ import annotations

import re
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.sentences.periods import KEPT_SENTENCES

_TOLD = r"confirm|advise|inform|tell|say|state|report|respond|note"
_LEAD = later(
    r"^\s*(?:"
    r"(?:in (?:response|answer|reply|relation|respect) (?:to|of) (?:your|the) [^,]{0,80},\s*)"
    r"|(?:(?:I|we)\s+(?:can|could|would like to|would|may|(?:am|are) (?:able|pleased) to|hereby|"
    r"write to|have to|must)?\s*(?:now|also|therefore|further)?\s*"
    rf"(?:{_TOLD})(?:\s+you)?(?:\s+that)?[,:]?\s*)"
    r"|(?:please (?:note|be advised|be informed) that\s*)"
    r"|(?:(?:our|the) (?:records|research|searches|enquiries|data|systems?|figures) "
    r"(?:show|indicate|confirm|identified|reveal)s?(?: that)?\s*))+",
    re.IGNORECASE,
)
_MIGHT_BE = (
    r"would(?! have been dismissed)|could|might|should|can|cannot|must|shall|will|if|whether|"
    r"unless|likely|potential(?:ly)?|hypothetical\w*|for example|for instance|such as|e\.g|"
    r"may(?=\s+[a-z])|expected|anticipated|estimated?|projected|assum\w+|imagine|suppose|any|"
    r"(?:complain\w*|alleg\w+|claim\w*|believed?|suggest\w*) that"
)
_OF_OTHERS = (
    r"nationally|national(?! insurance)|england and wales|"
    r"(?:across|throughout) the (?:uk|country|united kingdom)|neighbouring|"
    r"(?:other|another) (?:forces?|councils?|authorit\w+|trusts?|schools?)|"
    r"home office|college of policing|hmic\w*|iopc|ipcc|compar\w+|averag\w*|median|typical\w*|"
    r"newspapers?|press|article|reported(?: \w+){0,2} (?:that|in)|according to|published by|"
    r"ombudsman|commissioner|tribunal|federation"
)
_HOW_MANY_THERE_ARE = (
    r"employ\w*|workforce|head ?count|establishment|strength|population|residents|"
    r"out of (?:a total of )?[\d,]+|recruit\w*|joined|vacan\w+|deployed|attended|on duty|"
    r"trained|vetted|applied|appointed|promoted|in post|full[ -]time|fte|budget\w*|salar\w+|"
    r"pension\w*|cost\w*|hours?|percent\w*|per cent"
)
_ASKED = (
    r"you (?:have |had |also )?(?:asked|requested|wanted|wished|enquired|sought|queried)|"
    r"your (?:request|question|email|letter|enquiry)|how many|"
    r"please (?:provide|supply|state|tell|confirm|give|list|break)|"
    r"I (?:have )?(?:read|understand|believe|saw|seen|heard|learned|am aware)|media reports?"
)
_TAKEN_BACK = (
    r"overturned|reinstated|quashed|rescinded|reversed|on appeal|appealed|incorrect\w*|untrue|"
    r"in error|not (?:correct|true|the case)|no record|(?:not|neither) (?:held?|hold|confirm)|"
    r"unable to|respectively|either|and/or"
)
_BACKGROUND = later(
    rf"\b(?:{'|'.join((_MIGHT_BE, _OF_OTHERS, _HOW_MANY_THERE_ARE, _ASKED, _TAKEN_BACK))})\b"
    r"|%|\u00a3|\?\s*[\"')]*$|^\s*had\b",
    re.IGNORECASE,
)
_LAW = later(
    r"\b(?:[Ss]ections?\s+\d|s\.?\s?\d|Act\b|Regulations?\b|Order\b|Schedule\b|[Ee]xempt\w*|"
    r"[Ee]xception|[Pp]ublic interest|GDPR|DPA|FOIA|EIR|Code of (?:Practice|Ethics)|legislation|"
    r"statut\w+|Directive|Guidance)"
)
_QUOTED = re.compile(r"^\s*[\"'>]|\"[^\"]{25,}\"")


def bare(sentence: str) -> tuple[str, int]:
    """A sentence without what leads into it ("I can confirm that"), and where it then begins."""
    met = _LEAD.match(sentence)
    at = met.end() if met else 0
    return sentence[at:], at


@lru_cache(maxsize=KEPT_SENTENCES)
def is_background(sentence: str) -> bool:
    """Whether a sentence tells of the law, of others, of what may be, or of what was asked."""
    return bool(_BACKGROUND.search(sentence) or _LAW.search(sentence) or _QUOTED.search(sentence))
