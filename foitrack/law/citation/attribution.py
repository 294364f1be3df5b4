"""Whose number it is: one of the four laws, another statute, or some other document.

The Act is decided from the words nearby first, from the request's regime last.
"""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.anchors import Keyword
from foitrack.law.citation.fitting import fitting
from foitrack.law.citation.law_names import Family, Named
from foitrack.law.citation.naming import Attribution, Namer
from foitrack.law.citation.numbering import Numbering, written
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime

_LAWS_OF = {
    Keyword.SECTION: (Family.ACT,),
    Keyword.REGULATION: (Family.REGULATIONS,),
}
_BOTH = (Family.ACT, Family.REGULATIONS)
_EIR_IN_WORDS_OF_AN_ACT = re.compile(r"(?:12\([45]\)\([a-g]\)|13|10\([45]\)\([a-g]\))")

_NEAR = 120
_LAYS_DOWN = later(
    r"(?:\s?\([^()]{1,40}\))?(?:\s?,\s?(?:which|that))?\s(?:(?:also|only|now|itself|does|may|will|can)\s)?"
    r"(?:requir|provid|allow|permit|mak|giv|set|creat|impos|oblig|plac|confer|empower|enabl|prohibit|prevent"
    r"|forbid|say|stat|deal|cover|entitl|defin|contain|regulat|govern|ha[sd]|have|list|appl|protect|mean|lay"
    r"|need|ask|call|introduc|establish)\w*"
    r"(?:\s(?!(?:but|so|we|I|and|therefore|releas\w+)\b)[\w'’()-]+){0,12}?,?"
    r"\s(?:under|by|in|at|through|using|pursuant\sto|by\svirtue\sof|of|with)\s(?:its\s|the\s)?",
    re.IGNORECASE,
)
_WE_RELY = later(
    r"\b(?:we|I|council|force|trust|authority|university|department|board)\s+(?:\w+\s+){0,3}?(?:rel(?:y|ies|ied)|relying"
    r"|appl(?:y|ies|ied)|cit(?:e|es|ed)|invoke[sd]?|claim(?:s|ed)?)\b",
    re.IGNORECASE,
)


class Attributor:
    """Decides the law of each run of one text."""

    __slots__ = ("_around", "_catalogue", "_namer", "_numbering", "_regime")

    def __init__(
        self,
        around: Surroundings,
        catalogue: Catalogue,
        numbering: Numbering,
        regime: Regime | None,
    ) -> None:
        self._around = around
        self._catalogue = catalogue
        self._numbering = numbering
        self._regime = regime
        self._namer = Namer(around, catalogue, numbering)

    def of(self, run: Run, before: Attribution | None) -> Attribution:
        """The law of a run; `before` is that of the run it is joined to or depends on."""
        if run.anchor.keyword is Keyword.DEPENDENT and before is not None:
            return before
        attached = self._namer.of(run)
        if attached is not None:
            return attached
        if run.joined and before is not None and before.law is None and before.other:
            return before
        return self._laid_down(run) or self._another_acts_sentence(run) or self._ours(run)

    def _laid_down(self, run: Run) -> Attribution | None:
        """What another Act is said to do there: "the Reservoirs Act 1975 requires a plan under"."""
        named = self._around.acts.before(run.start)
        if named is None or named.family is not Family.OTHER or run.start - named.end > _NEAR:
            return None
        gap = " ".join(self._around.text[named.end : run.start].split()) + " "
        refusing = self._around.strong.between(named.end, run.start)
        if (
            refusing
            or self._namer.taken_up(run)
            or _LAYS_DOWN.fullmatch(f" {gap.lstrip()}") is None
        ):
            return None
        return Attribution(None, other=named.name)

    def _another_acts_sentence(self, run: Run) -> Attribution | None:
        """A sentence that is about another Act and says nothing of refusing."""
        start, end = self._around.sentences.around(run.start, run.end)
        named = self._around.acts.within(start, end)
        if any(n.family is not Family.OTHER and not n.vague for n in named):
            return None
        others = [n for n in named if n.family is Family.OTHER and n.start < run.start]
        if not others or self._around.strong.between(start, end):
            return None
        if self._namer.taken_up(run) or _WE_RELY.search(
            self._around.text, others[-1].end, run.start
        ):
            return None
        return Attribution(None, other=others[-1].name)

    def _ours(self, run: Run) -> Attribution:
        families = _LAWS_OF.get(run.anchor.keyword, _BOTH)
        law = self._named_in_sentence(run, families) or self._by_regime(run, families)
        return Attribution(fitting(law, run, self._catalogue, self._numbering))

    def _named_in_sentence(self, run: Run, families: tuple[Family, ...]) -> Regime | None:
        start, end = self._around.sentences.around(run.start, run.end)
        candidates = [
            n for n in self._around.acts.within(start, end) if n.family in families and not n.vague
        ]
        if run.anchor.keyword not in _LAWS_OF:
            grounds = self._numbering.relied_on_in(run.items[0].path)
            candidates = [n for n in candidates if self._law(n) in grounds]
        if not candidates:
            return None
        nearest = min(candidates, key=lambda n: max(run.start - n.end, n.start - run.end))
        return self._law(nearest)

    def _law(self, named: Named) -> Regime:
        return named.law or self._around.law_of(named.family)

    def _by_regime(self, run: Run, families: tuple[Family, ...]) -> Regime:
        act, regulations = (self._around.law_of(f) for f in _BOTH)
        if families == (Family.REGULATIONS,):
            return regulations
        asked_under_regulations = self._regime in (Regime.EIR, Regime.EISR)
        if families == (Family.ACT,):
            loose = _EIR_IN_WORDS_OF_AN_ACT.match(written(run.items[0].path))
            return regulations if asked_under_regulations and loose else act
        grounds = self._numbering.relied_on_in(run.items[0].path)
        preferred = (regulations, act) if asked_under_regulations else (act, regulations)
        return next((law for law in preferred if law in grounds), preferred[0])
