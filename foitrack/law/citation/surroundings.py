"""What a text says around its citations, read once: sentences, Acts, and words of refusal."""

from __future__ import annotations

import re
from bisect import bisect_left

from foitrack.law.citation.acts import Acts
from foitrack.law.citation.law_names import Family
from foitrack.law.citation.sentences import Sentences
from foitrack.law.terms import Regime

# Words that letters of refusal use and other texts with numbered sections hardly do.
_STRONG = re.compile(
    r"\b(?:exempt(?:ion|ions|ed|s)?|except(?:ion|ions)|withh[eo]ld\w*|refus(?:e|al|ed|es|ing)"
    r"|public interest|neither confirm|confirm or deny|confirm nor deny|NCND|engage[sd]?"
    r"|duty to confirm|disclos\w+|redact\w*|vexatious|FO[Ii]S?A?|EIRs?|freedom of information"
    r"|environmental information regulations|eithri\w+|rhyddid gwybodaeth|appropriate limit"
    r"|cost limit|prejudice test)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:appl(?:y|ies|ied|ying)|rel(?:y|ied|ying|iance)|cit(?:e|es|ed|ing)|invok\w+|releas\w+"
    r"|information|requests?|personal data|by virtue of|uph[eo]ld\w*|unable|not able"
    r"|reviewe[dr])\b",
    re.IGNORECASE,
)
_ENVIRONMENT = re.compile(r"environment|amgylchedd|\bEI(?:\(S\)|S)?Rs?\b", re.IGNORECASE)
_ENVIRONMENTAL = frozenset({Regime.EIR, Regime.EISR})
_LAW_BY_FAMILY = {
    (Family.ACT, False): Regime.FOIA,
    (Family.ACT, True): Regime.FOISA,
    (Family.REGULATIONS, False): Regime.EIR,
    (Family.REGULATIONS, True): Regime.EISR,
}
_SCOTLANDS = frozenset({Regime.FOISA, Regime.EISR})


class Surroundings:
    """A text with what its citations are judged by."""

    __slots__ = ("_strong", "_weak", "acts", "is_environmental", "scottish", "sentences", "text")

    def __init__(self, text: str, regime: Regime | None) -> None:
        self.text = text
        self.acts = Acts(text)
        self.sentences = Sentences(text)
        self._strong = [found.start() for found in _STRONG.finditer(text)]
        self._weak = [found.start() for found in _WEAK.finditer(text)]
        self.scottish = self._is_scottish(regime)
        self.is_environmental = regime in _ENVIRONMENTAL or (_ENVIRONMENT.search(text) is not None)

    def law_of(self, family: Family) -> Regime:
        """The law of a family that a vague name stands for here."""
        return _LAW_BY_FAMILY[family, self.scottish]

    def has_strong_word(self, start: int = 0, end: int | None = None) -> bool:
        """Whether a word of refusal stands between two places (default: anywhere)."""
        return _any_between(self._strong, start, len(self.text) if end is None else end)

    def has_any_word(self, start: int = 0, end: int | None = None) -> bool:
        """As `has_strong_word`, with words that other letters use too."""
        stop = len(self.text) if end is None else end
        return self.has_strong_word(start, stop) or _any_between(self._weak, start, stop)

    def _is_scottish(self, regime: Regime | None) -> bool:
        """Whether vague names mean Scotland's laws, by what the text names, then the regime."""
        named = {n.law for n in self.acts.named if n.law is not None}
        scotlands, other = bool(named & _SCOTLANDS), bool(named - _SCOTLANDS)
        return scotlands if scotlands != other else regime in _SCOTLANDS


def _any_between(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
