"""What a text says around its citations, read once: sentences, Acts, and words of refusal."""

from __future__ import annotations

import re
from bisect import bisect_left

from foitrack.later import later
from foitrack.law.citation.acts import Acts
from foitrack.law.citation.law_names import Family
from foitrack.law.citation.quoted import Quotations
from foitrack.law.citation.sentences import Sentences
from foitrack.law.terms import Regime

# Looked for in small letters, a third of the work of looking for each letter in two forms.
# Words that letters of refusal use and other texts with numbered sections hardly do.
_STRONG = later(
    r"\b(?:exempt(?:ion|ions|ed|s)?|except(?:ion|ions)|withh[eo]ld\w*|refus(?:e|al|ed|es|ing)"
    r"|excepted|public interest|neither confirm|confirm or deny|confirm nor deny|ncnd|engage[sd]?"
    r"|duty to confirm|disclos\w+|redact\w*|vexatious|fois?a?|eirs?|freedom of information"
    r"|environmental information regulations|eithri\w+|rhyddid gwybodaeth|appropriate limit"
    r"|cost limit|prejudice test)\b",
)
_WEAK = later(
    r"\b(?:appl(?:y|ies|ied|ying)|rel(?:y|ies|ied|ying|iance)|cit(?:e|es|ed|ing)|invok\w+|releas\w+"
    r"|information|requests?|personal data|by virtue of|uph[eo]ld\w*|unable|not able"
    r"|reviewe[dr]|internal\s+review|(?:on|my|our)\s+review|original\s+(?:decision|response|refusal)|absolute|qualified|pit|limit|exceed\w*|(?:rightly|correctly|properly|wrongly|incorrectly)\s+(?:used|engaged|applied|cited)"
    r"|the\s+(?:decision|refusal|use\s+of|notice)\s+(?:(?:under|by|of)\s+)?(?:section|regulation)\s?\d+"
    r"|(?:section|regulation)\s?\d+[a-z]?(?:\(\w{1,3}\))*\s(?:is|was)\s(?:maintained|withdrawn))\b",
)
_REFUSING = later(
    r"\b(?:exempt|except|withh[eo]ld|refus|redact|engag|rely|reli|ncnd|neither confirm|deny"
    r"|outweigh|eithri|heithri)",
)
_NAMING = re.compile(r"\b(?:sections?|fois?a)\b")
_DENYING = later(
    r"\b(?:not|no\s+longer|never|neither|nor|without|withdr[ae]w\w*|rather\s+than|instead\s+of"
    r"|cannot|unable|ceas\w+|dropp?\w*|overturn\w*|none|dis-?appl\w+|abandon\w*|remov\w+|lift\w*"
    r"|retract\w*|rescind\w*|set\s+aside|revok\w+|as\s+opposed\s+to|in\s+place\s+of|declin\w+|against"
    r"|held\s+back|nothing|stopp?\w*|revers\w+|releas\w+|inappl\w+|fail\w*|no)\b|n[’']t\b",
)
_ERRORS = re.compile(r"\b(?:mistake|error|wrong|mistaken|incorrect|falls?|fell|fallen|changed)\b")
_ENVIRONMENT = re.compile(r"environment|amgylchedd|\bEI(?:\(S\)|S)?Rs?\b", re.IGNORECASE)
_ENVIRONMENTAL = frozenset({Regime.EIR, Regime.EISR})
_LAW_BY_FAMILY = {
    (Family.ACT, False): Regime.FOIA,
    (Family.ACT, True): Regime.FOISA,
    (Family.REGULATIONS, False): Regime.EIR,
    (Family.REGULATIONS, True): Regime.EISR,
}
_SCOTLANDS = frozenset({Regime.FOISA, Regime.EISR})


class Places:
    """Where words of one sort stand in a text; looked for when that is first asked."""

    __slots__ = ("_found", "_text", "_words")

    def __init__(self, words: re.Pattern[str], text: str) -> None:
        self._words, self._text = words, text
        self._found: list[int] | None = None

    def __bool__(self) -> bool:
        return bool(self._starts())

    def between(self, start: int, end: int) -> bool:
        """Whether one begins between two places."""
        starts = self._starts()
        index = bisect_left(starts, start)
        return index < len(starts) and starts[index] < end

    def _starts(self) -> list[int]:
        if self._found is None:
            self._found = [found.start() for found in self._words.finditer(self._text)]
        return self._found


def _in_small_letters(text: str) -> str:
    """The text in lower case, each character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := ch.lower()) == 1 else ch for ch in text)


class Surroundings:
    """A text with what its citations are judged by."""

    __slots__ = (
        "acts",
        "denying",
        "errors",
        "is_environmental",
        "naming",
        "quotations",
        "refusing",
        "scottish",
        "sentences",
        "strong",
        "text",
        "weak",
    )

    def __init__(self, text: str, regime: Regime | None) -> None:
        self.text = text
        self.acts = Acts(text)
        self.sentences = Sentences(text)
        self.quotations = Quotations(text)
        low = _in_small_letters(text)
        self.strong = Places(_STRONG, low)
        """Words of letters that refuse, or that are about asking for information at all."""
        self.weak = Places(_WEAK, low)
        """Words that such letters use, but others too."""
        self.refusing = Places(_REFUSING, low)
        """Words of refusing itself."""
        self.naming = Places(_NAMING, low)
        """Words that say that a number is a section's."""
        self.denying = Places(_DENYING, low)
        """Words without which nothing is denied."""
        self.errors = Places(_ERRORS, low)
        """Words that own up to a mistake."""
        self.scottish = self._is_scottish(regime)
        self.is_environmental = regime in _ENVIRONMENTAL or _ENVIRONMENT.search(text) is not None

    def law_of(self, family: Family) -> Regime:
        """The law of a family that a vague name stands for here."""
        return _LAW_BY_FAMILY[family, self.scottish]

    def _is_scottish(self, regime: Regime | None) -> bool:
        """Whether vague names mean Scotland's laws, by what the text names, then the regime."""
        named = {n.law for n in self.acts.named if n.law is not None}
        scotlands, other = bool(named & _SCOTLANDS), bool(named - _SCOTLANDS)
        return scotlands if scotlands != other else regime in _SCOTLANDS
