"""Provisions that a letter names only to say that it does not rely on them."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings

_REACH = 130
_CLAUSE = later(
    r"[.;:!?]\s|\b(?:but|however|although|though|whereas|because|since|instead\s+we"
    r"|and\s+(?:instead|have|has|we|is|are|it|that)|which|so)\b(?!\s+(?:that\s+)?$)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_NOT = (
    r"(?:not|n[’']t|no\s+longer|never|cannot|without|unable\s+to|declin\w+\s+to|ceas\w+\s+to"
    r"|stopped|against)"
)
_FILLER = (
    r"(?:now|be|been|being|currently|seek|seeking|to|able|in|a|position|going|intend|intending|wish"
    r"|wishing|propose|proposing|consider|believe|believed|think|agree|accept|accepted|satisfied"
    r"|persuaded|convinced|view|of|the|find|found|that|had|has|have|is|are|was|were|it|we|entitled"
    r"|correct|correctly|properly|appropriate|necessary|therefore|this|case|instance|also|either|formally"
    r"|actually|continue|continuing|further|need|needed|required|possible|any|information|longer|council"
    r"|force|authority|trust|department|university|commissioner|board|you|they|so|as|our|its|by|on|choose"
    r"|chosen|sought|decided|from|disclosure|release|data|withheld|still|ever|yet|have|did|do|want|ask|asking|expect|please|wished|wishes|minded|intention"
    r"|intends|obliged|inclined|proposed|planning)"
)
_VERB = (
    r"(?:rel(?:y|ies|ying|ied)|reliance|appl(?:y|ies|ied)(?!\s+(?:by|because|due|under|pursuant|in)\b)|applying|application|cit(?:e|es|ing|ed)|invok(?:e|ing|ed)"
    r"|us(?:e|ing|ed)|engag(?:e|ing|ed)|claim(?:ing|ed)?|maintain(?:ing|ed)?|pursu(?:e|ing|ed)"
    r"|uphold|upheld|exempt(?:ed)?|except(?:ed)?|covered|caught|withheld|withhold(?:ing)?|refus(?:e|ed|ing)|fall(?:s)?)"
)
_LINK = (
    r"upon|on|from|disclosure|release|the|its|our|their|this|that|any|application|use|exemptions?"
    r"|an?|exceptions?|provided|provisions?|contained|set|out|available|afforded|found|given|grounds?|of|at|in"
    r"|under|by|virtue|for|refusal|limbs?|either|both|also|qualified|absolute|information|requested|you"
    r"|it|request|your|withheld|parts?|elements?|as|a|basis|reason|previously|originally|cited|applied|within|scope"
)
_TAIL = rf"(?:\s+(?:{_LINK})){{0,10}}\s*[\"“(]?$"
_BEFORE = later(
    rf"(?:\b|(?=n[’']t)){_NOT}(?:[\s,]+{_FILLER}){{0,9}}\s+{_VERB}{_TAIL}", re.IGNORECASE
)
_DOUBTED = later(
    rf"\b{_NOT}\s+(?:(?:be|been|currently|consider|believe|accept|agree|think|find|satisfied|persuaded|convinced"
    rf"|of|the|view|our|opinion|considered|it|demonstrated|shown|established|evidenced|explained|saying|suggesting|claiming|arguing)\s+)"
    rf"{{1,5}}that(?:\s+(?:{_LINK})){{0,6}}\s*$",
    re.IGNORECASE,
)
_UNPROVED = later(
    rf"\bfail\w*\s+to\s+(?:demonstrate|show|establish|evidence)\s+that(?:\s+(?:{_LINK})){{0,6}}\s*$",
    re.IGNORECASE,
)
_NOT_CONSIDERED = later(
    r"(?:\bnot|n[’']t)\s+(?:consider|believe|think|find|accept|agree|regard)"
    rf"(?:\s+(?:{_LINK})){{0,6}}\s*$",
    re.IGNORECASE,
)
_NO_RELIANCE = later(
    rf"\bno\s+(?:exemptions?|exceptions?)\s+(?:under|at|in)\s+(?:the\s+)?$|"
    rf"\bno\s+(?:further\s+)?reliance\s+(?:(?:is|was|has|been|being|now|placed)\s+){{0,3}}(?:up)?on"
    rf"(?:\s+(?:{_LINK})){{0,6}}\s*$",
    re.IGNORECASE,
)
_WITHDRAWN = later(
    r"\b(?:withdr[ae]w\w*|retract\w*|rescind\w*|dis-?appl\w+|abandon\w*|overturn\w*|revok\w+|(?:set|setting)\s+aside"
    r"|ceas\w+|dropp?(?:ed|ing)?|remov(?:e|ed|ing)|lift(?:ed|ing)?|reversed?)"
    rf"(?:\s+(?:its|our|the|their|any|all|previous|earlier|to|claim\w*|decision|force['’]s|council['’]s))"
    rf"{{0,4}}(?:\s+(?:reliance|application|use|claim|citation|exemptions?|exceptions?|engagement|rely|apply){_TAIL}|\s+$)",
    re.IGNORECASE,
)
_NOT_GIVEN_UP = later(
    r"(?:\bnot|n[’']t|\bnever|\bno\s+(?:reason|grounds?|cause|basis|need)\s+(?:to|for))\s+(?:(?:be|been|to|have|now)\s+){0,2}"
    r"(?:withdr[ae]w\w*|overturn\w*|abandon\w*|revers\w+|set\s+aside|drop\w*|disappl\w+|revok\w+|rescind\w*|retract\w*)",
    re.IGNORECASE,
)
_INSTEAD = later(
    rf"(?:rather\s+than|instead\s+of|as\s+opposed\s+to|in\s+place\s+of|\bneither|\bnor|\bnone\s+of)"
    rf"(?:\s+(?:does|do|is|are|will|relying|applying|citing|using|{_LINK})){{0,6}}\s*$",
    re.IGNORECASE,
)
_PLAIN_NOT = later(
    r"(?<!\bor\s)\bnot(?:\s+(?:under|by\s+virtue\s+of|on\s+the\s+basis\s+of|by|because\s+of|pursuant\s+to))?"
    r"(?:\s+the)?(?:\s+(?:FO\w+|EI\w+))?\s+$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bnot\s+(?:only|just|solely|merely|simply)\b", re.IGNORECASE)
_OUR_LAW = (
    r"(?:(?:FO|EI)[\w()]+|Act|Freedom\s+of\s+Information\s+(?:\(Scotland\)\s+)?Act(?:\s+\d{4})?|legislation"
    r"|Regulations|Environmental\s+Information\s+(?:\(Scotland\)\s+)?Regulations(?:\s+\d{4})?)"
)
_SKIPPED = (
    r"(?:\s?\([^()\n]{2,100}\)"
    rf"|[\s,]+(?:(?:of|under)\s+)?(?:the\s+)?{_OUR_LAW}(?:\s\([^()]{{2,20}}\))?){{0,4}}"
)
_DOES_NOT = later(
    rf"{_SKIPPED}(?:[\s,]+(?:exemptions?|exceptions?|also|therefore|itself|either|however|in\s+this\s+(?:case|instance)"
    r"|provisions?|does|do|did|is|are|was|were|has|have|had|would|could|can|will|need|should|now|it))*?[\s,:–—-]*"
    r"(?:\bnot|n[’']t|\bno\s+longer|\bnever|\bcannot)"
    r"(?:\s+(?:therefore|currently|be|been|being|now|in\s+fact|actually|found|considered|deemed|to|have|thought))*"
    r"\s+(?:appl(?:y|ies|ied|icable)|engaged?|rel(?:y|ied)|relevant|used|cited|invoked|available|made\s+out|maintained"
    r"|upheld|pursued|needed|claimed|in\s+play|a\s+factor|appropriate|met)\b"
    r"(?!\s+(?:to\s+(?:all|the\s+whole|everything)|in\s+(?:full|its\s+entirety)|entirely)\b)",
    re.IGNORECASE,
)
_FIRST = (
    r"(?:\s(?:was|were|has\sbeen|had\sbeen|is)\s(?:(?:also|originally|initially|previously|first)\s)?"
    r"(?:considered|cited|applied|relied\son|claimed))?"
)
_NOT_IN_THE_END = later(
    rf"{_SKIPPED}{_FIRST},?\sbut\s(?:[a-z]+\s){{0,5}}?(?:not|n[’']t|no\slonger)\s(?:to\s|be\s|been\s)?"
    r"(?:appl(?:y|ies|ied|icable)|engaged|rely\son|relied\s(?:up)?on|used?)"
    r"\s?(?:it\b|this\b|them\b|here\b|[.;,]|$)",
    re.IGNORECASE,
)
_FOUND_NOT = later(
    rf"{_SKIPPED}[,;]?\s(?:and\s|but\s)?(?:we|I|the\s[a-z]+|it\swas)\s(?:(?:have|has|had|then|also|later)\s){{0,2}}"
    r"(?:decided|conclude[ds]?|found|determined|satisfied|agreed|held|considered)\s(?:that\s)?"
    r"(?:it|this|they|these|(?:the|this|that|neither)\s(?:exemption|exception|section|of\sthem))\s"
    r"(?:do(?:es)?|did|is|was|are|were|could|can|would)\s?(?:not|n[’']t|no\slonger)\s"
    r"(?:be\s)?(?:appl(?:y|ies|ied)|engaged|relied)\b",
    re.IGNORECASE,
)
_IS_NOT = later(
    rf"{_SKIPPED}\s(?:is|does|do|was|did|are|were)(?:\snot|n[’']t)\s?(?:[.;,)]|$|and\b|but\b)",
    re.IGNORECASE,
)
_WAS_WITHDRAWN = later(
    rf"{_SKIPPED}(?:[\s,]+(?:exemptions?|exceptions?|has|have|had|is|was|were|are|been|now|since|also|therefore"
    r"|subsequently|later|should|be|being))*[\s,]+(?:withdrawn|overturned|disapplied|dis-applied|lifted|dropped|replaced|superseded|set\s+aside"
    r"|abandoned|rescinded|retracted|inapplicable|reversed)\b",
    re.IGNORECASE,
)
_TO_APPLY = later(
    rf"{_SKIPPED}\s(?:is\s|to\s(?:be\s)?|are\s|can\s|be\s)*(?:engaged|appl\w+|relevant|relied)\b",
    re.IGNORECASE,
)
_APPLIES = later(
    rf"{_SKIPPED}(?:[\s,]+(?:exemptions?|does|do|is|are|was|were|has|have|been|also|therefore|both))*\s+"
    r"(?:appl(?:y|ies|ied)|engaged|relied|cited)\b",
    re.IGNORECASE,
)
# "We do not agree that section 14 was wrongly used" stands by it.
_WRONGLY = later(
    rf"{_SKIPPED}\s(?:is|was|were|has\sbeen|had\sbeen)\s(?:wrong|incorrect|mistaken|mis-?appl|improper|inappropriate)",
    re.IGNORECASE,
)


def denied(around: Surroundings, run: Run) -> bool:
    """Whether the words around a run say that it is not, or no longer, relied on."""
    text = around.text
    after = _SPACES.sub(" ", text[run.end : run.end + _REACH])
    if _WRONGLY.match(after) is None and around.denying.between(run.start - _REACH, run.start):
        window = _paragraph_before(text, run.start)
        if _denied_before(window) or (_NOT_CONSIDERED.search(window) and _TO_APPLY.match(after)):
            return True
    if not around.denying.between(run.end, run.end + _REACH):
        return False
    return any(pattern.match(after) is not None for pattern in _AFTER)


def affirmed_after(text: str, run: Run) -> bool:
    """Whether what follows says of the run itself that it applies."""
    return _APPLIES.match(_SPACES.sub(" ", text[run.end : run.end + _REACH])) is not None


_AFTER = (_DOES_NOT, _FOUND_NOT, _IS_NOT, _NOT_IN_THE_END, _WAS_WITHDRAWN)


def _paragraph_before(text: str, at: int) -> str:
    """What stands before a place in the same paragraph, with single spaces: the patterns below
    would try every way of sharing out a longer gap.
    """
    window = text[max(0, at - _REACH) : at]
    parts = _PARAGRAPH.split(window)
    return _SPACES.sub(" ", parts[-1])


def _denied_before(window: str) -> bool:
    clause = window[max((found.end() for found in _CLAUSE.finditer(window)), default=0) :]
    if _ONLY.search(clause) or _NOT_GIVEN_UP.search(clause):
        return False
    patterns = (_BEFORE, _DOUBTED, _UNPROVED, _NO_RELIANCE, _WITHDRAWN, _INSTEAD, _PLAIN_NOT)
    return any(pattern.search(clause) is not None for pattern in patterns)
