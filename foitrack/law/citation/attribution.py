"""Whose number it is: one of the four laws, another statute, or some other document.

The Act is decided from the words nearby first, from the request's regime last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.law.citation.acts import Family, Named
from foitrack.law.citation.anchors import Keyword
from foitrack.law.citation.numbering import Numbering, Path, written
from foitrack.law.citation.runs import Run
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.provisions import Catalogue, ProvisionKind
from foitrack.law.terms import Regime


@dataclass(frozen=True, slots=True)
class Attribution:
    """The law a run's numbers are of; `law` is None where they are not of these four."""

    law: Regime | None
    sure: bool = False
    """The text names the law with the number itself."""
    other: str = ""
    """The other statute or document, as far as the text names it."""


_TITLES = re.compile(r"(?:\s{0,2}\([^()\n]{2,120}\)){1,2}")
_OF = re.compile(
    r"\s{0,3},?\s{0,3}(?P<of>of|under|in|within|from|to|for)\s+(?:both\s+)?"
    r"(?P<whose>the|that|this|said|our|your|their|its|an?|UK['’]?s?)?\s*"
    r"(?:(?:UK|above|said|same|aforementioned|above-mentioned|amended|relevant|current|Scottish|English)\s+){0,2}"
    r"(?:Part\s+(?:II|2|I|1|two)\s+of\s+(?:the\s+)?)?[\"“‘'*_]{0,2}",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(r"[ \t\u00a0]{0,3},?[ \t\u00a0]{0,3}[(\[]?[ \t]?")
_VAGUE_LAW = re.compile(
    r"(?:legislation|regulations?|regs|act|statute|exemptions?|exceptions?|law|refusal|foi|information)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:\w+[\s’'-]+){0,3}?(?:forms?|polic(?:y|ies)|reports?|handbooks?|manuals?|contracts?|agreements?"
    r"|documents?|questionnaires?|applications?|constitution|minutes|letters?|annex|appendix|guide"
    r"|guidance|procedures?|plans?|strategy|code|schedule|standing orders"
    r"|bylaws|byelaws|website|page)\b",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(
    r"\s?(?:\([^()]{1,40}\))?\s?[,:(–-]?\s?(?:sections?|s|ss|regulations?|regs?|r)?\.?\s?\d{1,3}(?!\d)",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(
    r"(?:['’]s)?\s?(?:\([^()]{1,40}\))?[)\]]?[\"”’]?\s?[,:(\[–—-]{0,2}\s?"
    r"(?:(?:at|under|in|its|exemptions?|exceptions?)\s){0,2}\(?"
)
_TAKEN_UP = re.compile(
    r"(?:\s?\([^()]{2,80}\))?\s(?:is|are|was|were|has|therefore|also|has been|does)?\s?"
    r"(?:therefore\s|also\s|been\s)?(?:engaged?|appl\w+|exempt\w*|relied|cited|used)\b"
)
_LAWS_OF = {
    Keyword.SECTION: (Family.ACT,),
    Keyword.REGULATION: (Family.REGULATIONS,),
}
_BOTH = (Family.ACT, Family.REGULATIONS)
_EIR_IN_WORDS_OF_AN_ACT = re.compile(r"(?:12\([45]\)\([a-g]\)|13|10\([45]\)\([a-g]\))")


class Attributor:
    """Decides the law of each run of one text."""

    __slots__ = ("_around", "_catalogue", "_numbering", "_regime")

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

    def of(self, run: Run, before: Attribution | None) -> Attribution:
        """The law of a run; `before` is that of the run it is joined to or depends on."""
        if run.anchor.keyword is Keyword.DEPENDENT and before is not None:
            return before
        attached = self._of(run) or self._directly_before(run) or self._directly_after(run)
        if attached is not None:
            return attached
        if run.joined and before is not None and before.law is None and before.other:
            return before
        return self._another_acts_sentence(run) or self._ours(run)

    def _ends(self, run: Run) -> Iterator[int]:
        """Where a run ends, without and with the titles that follow it in brackets."""
        yield run.end
        titles = _TITLES.match(self._around.text, run.end)
        if titles is not None:
            yield titles.end()

    def _of(self, run: Run) -> Attribution | None:
        """The law or document after "of": "section 31 of the Police Act"."""
        for at in self._ends(run):
            of = _OF.match(self._around.text, at)
            if of is not None:
                named = self._around.acts.starting(of.end(), reach=1)
                return self._by_name(named, run) if named else self._of_a_document(of)
        return None

    def _directly_after(self, run: Run) -> Attribution | None:
        """The law right after a number: "s40 FOIA", "section 35 PACE"."""
        for at in self._ends(run):
            gap = _DIRECTLY.match(self._around.text, at)
            named = self._around.acts.starting(gap.end()) if gap is not None else None
            if gap is None or named is None or named.vague or self._is_a_title(run, named, gap[0]):
                continue
            if not _OWN_NUMBER.match(self._around.text, named.end):
                return self._by_name(named, run)
        return None

    def _of_a_document(self, of: re.Match[str]) -> Attribution | None:
        after = self._around.text[of.end() : of.end() + 60]
        if of["of"].lower() == "of" and not _VAGUE_LAW.match(after):
            return Attribution(None, other=after.split(".")[0].split("\n")[0].strip())
        if of["of"].lower() in ("in", "under", "on") and of["whose"] and _DOCUMENT.match(after):
            return Attribution(None, other=after.split(".")[0].split("\n")[0].strip())
        return None

    @staticmethod
    def _is_a_title(run: Run, named: Named, gap: str) -> bool:
        """Whether an Act stands as the exemption's title: "Section 40(2), Data Protection Act"."""
        about_data = named.name.lower().startswith(("data protection", "dpa", "gdpr", "uk gdpr"))
        return (
            named.family is Family.OTHER
            and about_data
            and bool(gap.strip())
            and run.items[0].path[0] in ("40", "38", "13", "11")
        )

    def _directly_before(self, run: Run) -> Attribution | None:
        """The law named right before: "FOIA s40", "PACE s.24", "(CRCA 2005), s. 18(1)"."""
        text = self._around.text
        named = self._around.acts.before(run.start)
        if named is None or run.start - named.end > 60 or named.vague:
            return None
        gap = text[named.end : run.start]
        if "\n" in gap or _JUST_BEFORE.fullmatch(gap) is None:
            return None
        if named.family is Family.OTHER and _TAKEN_UP.match(text, run.end):
            return None
        return self._by_name(named, run)

    def _by_name(self, named: Named, run: Run) -> Attribution:
        if named.vague:
            return self._by_vague_name(named, run)
        if named.family is Family.OTHER:
            return self._by_year(named, run)
        if named.law is not None:
            return Attribution(named.law, sure=True)
        return Attribution(self._fitting(self._around.law_of(named.family), run), sure=True)

    def _by_year(self, named: Named, run: Run) -> Attribution:
        """A statute by its year; "the 2002 Act" is Scotland's unless the text has another."""
        if named.name == "2002 Act" and (
            self._around.scottish or not self._around.acts.names_another_of("2002")
        ):
            return Attribution(Regime.FOISA, sure=True)
        return Attribution(None, other=named.name)

    def _by_vague_name(self, named: Named, run: Run) -> Attribution:
        """The Act that "the Act" is here: as the text defines it; "that Act" is the one before."""
        acts = self._around.acts
        if acts.the_act is not None and named.family is Family.ACT:
            return self._by_name(acts.the_act, run)
        pointing = named.name.lower().startswith(("that", "said", "same", "this"))
        last = acts.spelt_out_before(named.start)
        about_ours = acts.names_ours or self._around.has_strong_word()
        if last is not None and last.family is Family.OTHER and (pointing or not about_ours):
            return self._by_name(last, run)
        return Attribution(self._fitting(self._around.law_of(named.family), run), sure=True)

    def _another_acts_sentence(self, run: Run) -> Attribution | None:
        """A sentence that is about another Act and says nothing of refusing."""
        start, end = self._around.sentences.around(run.start, run.end)
        named = self._around.acts.within(start, end)
        if any(n.family is not Family.OTHER and not n.vague for n in named):
            return None
        others = [n for n in named if n.family is Family.OTHER and n.start < run.start]
        if not others or self._around.has_strong_word(start, end):
            return None
        if _TAKEN_UP.match(self._around.text, run.end):
            return None
        return Attribution(None, other=others[-1].name)

    def _ours(self, run: Run) -> Attribution:
        families = _LAWS_OF.get(run.anchor.keyword, _BOTH)
        law = self._named_in_sentence(run, families) or self._by_regime(run, families)
        return Attribution(self._fitting(law, run))

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

    def _fitting(self, law: Regime, run: Run) -> Regime:
        """The law itself, or the one other law in which alone these very paragraphs exist."""
        path = self._telling(run)
        if path is None or self._catalogue.lists(law, written(path)):
            return law
        if self._is_duty(law, path):
            return law
        there = self._numbering.relied_on_in(path)
        same = [other for other in there if _same_kind(other, law)]
        return (same or there or [law])[0]

    def _is_duty(self, law: Regime, path: Path) -> bool:
        kind = self._catalogue.kind_of(law, path[0])
        return kind is ProvisionKind.PROCEDURAL and path[0] not in ("10", "12")

    @staticmethod
    def _telling(run: Run) -> Path | None:
        """The first path of a run that is detailed enough to tell the laws apart."""
        detailed = (
            item.path
            for item in run.items
            if len(item.path) > 2 or (len(item.path) == 2 and not item.path[1][0].isdigit())
        )
        return next(detailed, None)


def _same_kind(one: Regime, other: Regime) -> bool:
    acts = (Regime.FOIA, Regime.FOISA)
    return (one in acts) == (other in acts)
