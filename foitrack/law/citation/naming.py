"""The law that a text names with a number itself: "section 31 of the Police Act", "FOIA s40"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.later import later
from foitrack.law.citation.fitting import fitting
from foitrack.law.citation.law_names import Family, Named
from foitrack.law.citation.numbering import Numbering
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime


@dataclass(frozen=True, slots=True)
class Attribution:
    """The law a run's numbers are of; `law` is None where they are not of these four."""

    law: Regime | None
    sure: bool = False
    """The text names the law with the number itself."""
    other: str = ""
    """The other statute or document, as far as the text names it."""


_TITLES = re.compile(r"(?:\s{0,2}\([^()\n]{1,120}\)){1,2}")
_OF = later(
    r"\s{0,3},?\s{0,3}(?P<of>of|under|in|within|from|to|for)\s+(?:both\s+)?"
    r"(?P<whose>the|that|this|said|our|your|their|its|an?|UK['’]?s?)?\s*"
    r"(?:(?:UK|above|said|same|aforementioned|above-mentioned|amended|relevant|current|Scottish|English)\s+){0,2}"
    r"(?:Part\s+(?:II|2|I|1|two)\s+of\s+(?:the\s+)?)?[\"“‘'*_]{0,2}",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(r"[ \t\u00a0]{0,3},?[ \t\u00a0]{0,3}[(\[]?[ \t]?")
_VAGUE_LAW = later(
    r"(?:legislation|regulations?|regs|act|statute|exemptions?|exceptions?|law|refusal|foi|information)\b",
    re.IGNORECASE,
)
_DOCUMENT = later(
    r"(?:\w+[\s’'-]+){0,3}?(?:forms?|polic(?:y|ies)|reports?|handbooks?|manuals?|contracts?|agreements?"
    r"|documents?|questionnaires?|applications?|constitution|minutes|letters?|annex|appendix|guide"
    r"|guidance|procedures?|plans?|strategy|code|schedule|standing orders"
    r"|bylaws|byelaws|website|page)\b",
    re.IGNORECASE,
)
_OWN_NUMBER = later(
    r"\s?(?:\([^()]{1,40}\))?\s?[,:(–-]?\s?(?:sections?|s|ss|regulations?|regs?|r)?\.?\s?\d{1,3}(?!\d)",
    re.IGNORECASE,
)
_JUST_BEFORE = later(
    r"(?:['’]s)?\s?(?:\([^()]{1,40}\))?[)\]]?[\"”’]?\s?[,:(\[–—-]{0,2}\s?"
    r"(?:(?:at|under|in|its|exemptions?|exceptions?)\s){0,2}\(?"
)
_TAKEN_UP = later(
    r"(?:\s?\([^()]{2,80}\))?\s(?:is|are|was|were|has|therefore|also|has been|does)?\s?"
    r"(?:therefore\s|also\s|been\s)?(?:engaged?|appl\w+|exempt\w*|relied|cited|used)\b"
)


def _parted(before: str, after: str) -> bool:
    """Whether an Act directly follows one number and is parted from the next: "s39 … Act, s47"."""
    return not before.strip() and after.lstrip()[:1] in tuple(",:(–-")


_GROUND = re.compile(r"exempt|except", re.IGNORECASE)


class Namer:
    """Reads the law named with a number, before or after it."""

    __slots__ = ("_around", "_catalogue", "_numbering")

    def __init__(self, around: Surroundings, catalogue: Catalogue, numbering: Numbering) -> None:
        self._around = around
        self._catalogue = catalogue
        self._numbering = numbering

    def of(self, run: Run) -> Attribution | None:
        """The law named with a run; None where none is."""
        return self._after_of(run) or self._directly_before(run) or self._directly_after(run)

    def taken_up(self, run: Run) -> bool:
        """Whether "applies" or "is engaged" follows, which says that it is a ground of refusal."""
        return _TAKEN_UP.match(self._around.text, run.end) is not None

    def _ends(self, run: Run) -> Iterator[int]:
        """Where a run ends, without and with the titles that follow it in brackets."""
        yield run.end
        titles = _TITLES.match(self._around.text, run.end)
        if titles is not None:
            yield titles.end()

    def _after_of(self, run: Run) -> Attribution | None:
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
            own = _OWN_NUMBER.match(self._around.text, named.end)
            if own is None or (named.family is Family.OTHER and _parted(gap[0], own[0])):
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
        if named.family is Family.OTHER and (self.taken_up(run) or _GROUND.search(gap)):
            return None
        return self._by_name(named, run)

    def _by_name(self, named: Named, run: Run) -> Attribution:
        if named.vague:
            return self._by_vague_name(named, run)
        if named.family is Family.OTHER:
            return self._by_year(named, run)
        if named.law is not None:
            return Attribution(named.law, sure=True)
        return self._by_family(named.family, run)

    def _same_sentence(self, one: Named, other: Named) -> bool:
        return not self._around.sentences.parted(one.end, other.start)

    def _by_family(self, family: Family, run: Run) -> Attribution:
        law = self._around.law_of(family)
        return Attribution(fitting(law, run, self._catalogue, self._numbering), sure=True)

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
        pointing = named.name.lower().startswith(("that", "said", "same", "this"))
        last = acts.spelt_out_before(named.start)
        if pointing and last is not None and self._same_sentence(last, named):
            return self._by_name(last, run)
        if acts.the_act is not None and named.family is Family.ACT:
            return self._by_name(acts.the_act, run)
        about_ours = acts.names_ours or bool(self._around.strong)
        if last is not None and last.family is Family.OTHER and (pointing or not about_ours):
            return self._by_name(last, run)
        return self._by_family(named.family, run)
