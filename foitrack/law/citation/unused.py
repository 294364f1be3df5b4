"""Provisions a letter names only as what it could have used: "nothing is withheld under …"."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings

_REACH = 160
_SPACES = re.compile(r"\s+")
_CLAUSE = later(
    r"\n[ \t\r]*\n|[.;:!?]\s|\b(?:but|however|although|though|whereas|because|since|which|so"
    r"|as\s+it)\b(?!\s+(?:that\s+)?$)",
    re.IGNORECASE,
)
_SAVE = later(
    r"\b(?:except(?!ed|ion)|other\s+than|apart\s+from|aside\s+from|save|beyond|besides|less|fewer|doubt"
    r"|choice|alternative|option|only|merely|simply|just)\b",
    re.IGNORECASE,
)
_LINK = (
    r"(?:\s+(?:up)?(?:on|the|its|our|their|this|that|any|an?|either|both|exemptions?|exceptions?|provisions?"
    r"|available|contained|set|out|in|at|of|to|under|by|section|regulation|law|act)){0,6}\s*[(\[]?$"
)
_UNDER = (
    r"\s+(?:under|by|by\s+virtue\s+of|on\s+the\s+(?:strength|basis|grounds?)\s+of|pursuant\s+to|using|with"
    r"|in\s+reliance\s+(?:up)?on|because\s+of|relying\s+(?:up)?on|in\s+terms\s+of)" + _LINK
)
_KEPT = (
    r"(?:held\s+back|withheld|refused|redacted|removed|exempt(?:ed)?|excepted|kept\s+(?:back|from\s+you)"
    r"|excluded|omitted|(?:blanked|blacked|taken|edited)\s+out|deleted|obscured)"
)
_KEEPING = (
    r"(?:held|holds?|holding|kept|keep|keeping|withh[eo]ld(?:ing)?|redact(?:ed|ing)?|remov(?:ed|ing)"
    r"|refus(?:ed|ing)|exempted|left\s+out)"
)
_NOUN = (
    r"(?:\s+(?!(?:is|was|are|were|has|have|had|can|could|will|would|given|that|who|and|as|if)\b)"
    r"[\w'’-]+){0,8}?"
)
_RELYING = (
    r"(?:rel(?:y|ying)\s+(?:up)?on|invok(?:e|ing)|us(?:e|ing)|appl(?:y|ying)|cit(?:e|ing)|claim(?:ing)?"
    r"|turn(?:ing)?\s+to|fall(?:ing)?\s+back\s+(?:up)?on|lean(?:ing)?\s+on|call(?:ing)?\s+(?:up)?on"
    r"|refus(?:e|ing)|withhold(?:ing)?|redact(?:ing)?|reject(?:ing)?|declin(?:e|ing)|exempt(?:ing)?)"
)
_WORDS = r"(?:\s+[\w'’-]+){0,6}?"
_BEFORE = tuple(
    later(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:no|none|nothing|not\s+(?:a\s+single|one|a)){_NOUN}(?:\s+(?:is|are|was|were|has|have|had|be|been|being|now|therefore))+"
        rf"\s+{_KEPT}(?:\s+from\s+(?:the\s+\w+|it|them|you))?{_UNDER}",
        rf"\b{_KEEPING}\s+(?:back\s+)?(?:nothing|none|no\s+\w+){_NOUN}{_UNDER}",
        rf"(?:\bnot|n[’']t)\s+{_KEEPING}\s+(?:back\s+)?(?:any|anything)\b{_NOUN}{_UNDER}",
        r"\b(?:no|without(?:\s+any)?)\s+(?:redactions?|refusals?|withholding|deletions?|omissions?"
        r"|removals?)(?:\s+(?:is|are|was|were|have|has|been|being|made|needed|necessary|required|applied"
        rf"|claimed)){{0,4}}{_UNDER}",
        rf"\bnone\s+of\s+(?:it|them|this|these)\s+{_KEPT}{_UNDER}",
        rf"\bnothing{_WORDS}\s+(?:that|which)?\s?(?:we|I|needs?|needed)\s+(?:\w+\s+){{0,3}}?{_RELYING}{_UNDER}",
        rf"\bnot\s+(?:prove[dn]?|been|be)\s+necessary\s+to\s+(?:{_RELYING}|consider){_LINK}",
        r"\bnone\s+of\s+the\s+(?:exemptions?|exceptions?),?" + _LINK,
        r"\bwithout\s+(?:any\s+)?(?:recourse|resort(?:ing)?)\s+to" + _LINK,
        r"\b(?:no|without(?:\s+(?:the|any))?|(?:not|n[’']t)\s+(?:see|have|find)\s+(?:any|a))\s+(?:need|cause"
        r"|reasons?|grounds?|occasion|question|call|intention|wish|plans?|basis)\s+(?:to|of|for|on\s+which\s+to)"
        rf"\s+(?:(?:our|us|to|be)\s+){{0,3}}{_RELYING}(?:{_WORDS}\s+under)?{_LINK}",
        rf"\bwithout\s+(?:needing|having|wishing|seeking)\s+to\s+{_RELYING}(?:{_WORDS}\s+under)?{_LINK}",
        rf"\b(?:rather\s+than|instead\s+of|in\s+preference\s+to)\s+(?:to\s+)?{_RELYING}(?:{_WORDS}\s+under)?"
        + _LINK,
    )
)
_COULD_HAVE = later(r"\b(?:could|might)\s+(?:\w+\s+)?have(?:\s+[\w'’-]+){1,9}?\s*$", re.IGNORECASE)
_BUT_NOT = later(
    r"(?:[^.;\n]{0,60}?)(?:\bbut|,\s(?:we|I|it\s+was))\b(?!\s+(?:also|even\s+if))", re.IGNORECASE
)
_CONSIDERED = later(
    r"\b(?:considered|thought\s+about|thought\s+of|looked\s+at|weighed|minded\s+to|tempted\s+to|contemplated)\b"
    r"(?:\s+[\w'’-]+){0,7}?\s*$",
    re.IGNORECASE,
)
_DECIDED_AGAINST = later(
    r"[^.;\n]{0,50}?\b(?:but|and|yet)\b[^.;\n]{0,30}?\b(?:"
    r"(?:decided|chose|chosen|resolved|preferred)\s+(?:instead\s+)?(?:to\s+(?:answer|release|disclose|supply"
    r"|publish|give|provide|comply)|against)"
    r"|(?:decided|chose|chosen)\s+not\s+to\s+(?:use|apply|rely|invoke|cite|refuse|withhold)"
    r"|(?:did|have|has)\s+not\s+(?:use|appl|rel(?:y|ied)|invoke|cite|refuse|withh)\w*"
    r"|have\s+(?:instead\s+)?(?:answered|released|disclosed|supplied|published))",
    re.IGNORECASE,
)
_AFTER = later(
    r"(?:\s?\([^()\n]{2,80}\))?(?:\s(?:of|under)\s(?:the\s)?\w+)?,?\s(?:"
    r"(?:no\s+longer|not\s+now)\s+(?:forms?|plays?|features?|figures?|arises?|stands?|comes?)\b"
    r"|(?:plays?|played|has|have|had|forms?|formed|is\s+of|was\s+of)\s+no\s+(?:\w+\s+)?(?:part|place|role|bearing"
    r"|application|relevance|effect)\b"
    r"|(?:is|are|was|were)(?:\s+not|n[’']t)\s+(?:reached|exceeded|relied\s+(?:up)?on)\b"
    r"|(?:has|have)\s+been\s+given\s+up\b"
    r"|[^.;\n]{0,20}?(?:and|but|though|yet)\s+(?:(?:we|it|I|the\s+\w+)\s+)?(?:is|are|am|was|were|do|does|did|have|has|had|will|chose)"
    r"(?:\s+(?:now|in\s+the\s+end))?(?:\s+not|n[’']t)\s+(?:to\s+)?(?:be\s+|been\s+)?(?:rel(?:y|ying|ied)\s+(?:up)?on|us(?:e|ing|ed)|appl(?:y|ying|ied)"
    r"|claim(?:ing|ed)?|cit(?:e|ing|ed)|invok(?:e|ing|ed)|pursu(?:e|ing|ed))\s+(?:it|them|this|that|these|either|here)\b"
    r"|(?:falls?|fell|has\s+fallen|have\s+fallen)\s+away\b"
    r"|(?:could|might)\s+have\s+been\s+\w+[^.;\n]{0,20}?\bbut\b"
    r"|(?:does|did|do)(?:\s+not|n[’']t)\s+(?:come\s+into|arise|feature|figure)\b"
    r"|(?:was|were|had\s+been|has\s+been|is)\s+(?:(?:wrongly|incorrectly|mistakenly)\s+(?:applied|cited|used|relied\s+on)"
    r"|(?:applied|cited|used|relied\s+on)\s+(?:in\s+error|by\s+mistake|wrongly|incorrectly))[^\n]{0,15}?[,;]?\s"
    r"(?:and|so|which|we|I)?[^\n.]{0,40}?\b(?:attach\w*|enclos\w+|released|disclosed|supplied|provided"
    r"|now\s+given|supply|below))",
    re.IGNORECASE,
)


def unused(around: Surroundings, run: Run) -> bool:
    """Whether a run only names what the letter did without."""
    text = around.text
    after = _SPACES.sub(" ", text[run.end : run.end + _REACH])
    if _AFTER.match(after) is not None:
        return True
    window = _SPACES.sub(" ", text[max(0, run.start - _REACH) : run.start])
    clause = window[max((found.end() for found in _CLAUSE.finditer(window)), default=0) :]
    if _COULD_HAVE.search(clause) and _BUT_NOT.match(after):
        return True
    if _CONSIDERED.search(clause) and _DECIDED_AGAINST.match(after):
        return True
    if not around.denying.between(run.start - _REACH, run.start) or _SAVE.search(clause):
        return False
    return any(pattern.search(clause) is not None for pattern in _BEFORE)
