"""The provisions relied on in a letter, each with its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from foitrack.later import later
from foitrack.law.citations import Citation, Mention, cite
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime
from foitrack.reading.contractions import spelt_out
from foitrack.reading.findings import Finding, Place
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import sentence_around
from foitrack.reading.response.elsewhere import ASKER
from foitrack.reading.response.mentioned_phrases import NOT_RELIED_ON, RECITES
from foitrack.reading.response.not_done_phrases import HERE_TOO
from foitrack.reading.response.outcome import Ground
from foitrack.reading.response.signs import Sign, hypothetical
from foitrack.reading.response.voices import asks

_REGIME_WORDS: tuple[tuple[Regime, re.Pattern[str]], ...] = (
    (
        Regime.EISR,
        re.compile(r"environmental information \(scotland\)|\beirs? ?\(?scotland|\beisrs?\b"),
    ),
    (Regime.FOISA, re.compile(r"freedom of information \(scotland\)|\bfoisa\b")),
    (Regime.EIR, re.compile(r"environmental information regulations|\beirs?\b")),
    (Regime.FOIA, re.compile(r"freedom of information act|\bfoia\b")),
)
"""As they stand in a text in small letters."""


@dataclass(frozen=True, slots=True)
class Provisions:
    """What a letter cites: one finding a provision, and what it only mentions."""

    findings: tuple[Finding, ...]
    mentioned: tuple[str, ...]
    kinds: tuple[str, ...]
    everywhere: tuple[tuple[str, int], ...] = ()
    """Each place at which one is cited, with its name."""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Each provision with its kind."""
        pairs = zip(self.findings, self.kinds, strict=True)
        return tuple(Ground(f.value, kind) for f, kind in pairs)

    @property
    def by_cost(self) -> bool:
        """Whether the cost of answering is relied on (section 12 of both Acts)."""
        return any(one.value.startswith(("FOIA s12", "FOISA s12")) for one in self.findings)

    def none_relied_on(self) -> Provisions:
        """The same, where nothing is refused: all are only mentioned."""
        cited = (f.value for f in self.findings)
        return Provisions((), tuple(dict.fromkeys((*cited, *self.mentioned))), ())


_SCOTTISH = phrases(r"\bscottish information commissioner\b", r"\bcourt of session\b")


def regime_of(said: str, home: Callable[[], Regime | None] = lambda: None) -> Regime:
    """The law that the letter speaks of most; where it names none, its authority's (`home`)."""
    low = said.lower()
    counts = {regime: len(pattern.findall(low)) for regime, pattern in _REGIME_WORDS}
    best = max(counts, key=lambda regime: counts[regime])
    if counts[best]:
        return best
    return Regime.FOISA if _SCOTTISH.search(said) else home() or Regime.FOIA


# What a letter does by itself under a refusal that it states as law alone.
_DOES: tuple[tuple[str, Sign], ...] = (
    ("FOIA s12", Sign.COST),
    ("FOISA s12", Sign.COST),
    ("FOIA s14(2)", Sign.REPEATED),
    ("FOISA s14(2)", Sign.REPEATED),
    ("FOIA s14", Sign.VEXATIOUS),
    ("FOISA s14", Sign.VEXATIOUS),
    ("EIR r12(4)(b)", Sign.VEXATIOUS),
    ("EIR r12(4)(b)", Sign.COST),
)
_OF_ENVIRONMENT = frozenset((Regime.EIR, Regime.EISR))
_OF_AN_ACT = re.compile(r"\bs(?:ections?|ecs?|s)?\b\.?|\bs\d|\bact\b|\bfoi", re.IGNORECASE)
_ENOUGH = 40
"""Citations of one provision after which the next say nothing new of it."""
_CUMULATIVE = re.compile(r"^(FOIA s40\(2\))\([ab]\)$")
"""FOIA section 40(2)(a) and (b) are the two halves of one exemption, never relied on alone."""
_ALLOWS = phrases(
    r"\bpublic authorit(?:y|ies) (?:need not|may|can|is not obliged|are not obliged|to refuse)\b"
)
_WHICH_SAYS = phrases(
    r",? which (?:provides|states|says|allows|exempts|applies|covers|relates|protects|enables)\b"
)
_UNDER_REGULATIONS = phrases(
    r"\b(?:dealt with|handled|considered|answered|treated)\b.{0,60}\b(?:regulations|eirs?)\b"
)
_IF_BESIDE = phrases(r"; (?:but )?if (?:you|this|it)\b[^;]*$")
_EXEMPTS = phrases(r"\bexempt", r"\bwithh(?:e|o)ld", r"\brefus")
_EXEMPT = phrases(
    r"\b(?:is|are|was|were|being) (?:\w+ )?(?:exempt|withheld|refused)\b",
    r"\b(?:refus(?:es|ing)|(?:I|we) (?:\w+ )?refuse) (?:your|this|the|it|that)\b",
)


def find_provisions(
    text: str, said: str, regime: Regime, catalogue: Catalogue, signs: Set[Sign] = frozenset()
) -> Provisions:
    """The provisions relied on in the authority's own words. `signs`: what the letter does."""
    citations = cite(said, regime, catalogue)
    by_name: dict[str, list[Citation]] = {}
    recited: dict[str, list[Citation]] = {}
    looked_at: Counter[str] = Counter()
    for citation in citations.cited:
        name = _CUMULATIVE.sub(r"\1", citation.provision)
        if regime in _OF_ENVIRONMENT and _of_another_law(said, citation):
            continue
        if _of_that_act(text, citation):
            continue
        looked_at[name] += 1
        known = name in by_name and looked_at[name] > _ENOUGH
        if known or (looked_at[name] <= _ENOUGH and _relied_on(said, citation, signs)):
            by_name.setdefault(name, []).append(citation)
        elif _PROVIDES.match(said, citation.end):
            recited.setdefault(name, []).append(citation)
    by_name = dict(_in_full(name, same, by_name, recited) for name, same in by_name.items())
    title = _title_end(said)
    titled = {name for name, same in by_name.items() if all(c.start < title for c in same)}
    if len(titled) < len(by_name):
        # A page whose title names a section is about it; what it relies on stands below.
        by_name = {name: same for name, same in by_name.items() if name not in titled}
    by_name = {
        name: same
        for name, same in by_name.items()
        if not (
            _only_the_section(name, by_name) or _given_up(said, name, same, citations.mentioned)
        )
    }
    findings = tuple(_finding(text, said, name, same) for name, same in by_name.items())
    mentioned = (one.provision for one in citations.mentioned if one.kind != "other")
    return Provisions(
        findings,
        tuple(one for one in dict.fromkeys(mentioned) if one not in by_name),
        tuple(same[0].kind for same in by_name.values()),
        tuple((name, one.start) for name, same in by_name.items() for one in same),
    )


_PROVIDES = later(
    r"(?: ?\([a-z][\w ,&-]{3,60}\))?,?(?: of (?:the |that )?(?:foi |freedom of information )?"
    r"(?:act|foia|foisa|regulations|eirs?)(?: \d{4})?)? (?:provides|states|says|exempts)\b",
    re.IGNORECASE,
)
"""“Section 31(1)(a) of the Act provides that …”."""


def _in_full(
    name: str,
    same: list[Citation],
    by_name: Mapping[str, object],
    recited: Mapping[str, list[Citation]],
) -> tuple[str, list[Citation]]:
    """A section that is relied on by its number alone, as the one part that the letter recites."""
    parts = [one for one in recited if one.startswith(f"{name}(")]
    if len(parts) != 1 or _only_the_section(name, by_name):
        return name, same
    return parts[0], [*recited[parts[0]], *same]


_GIVEN_UP = phrases(
    r"\b(?:withdr(?:a|e)wn?|withdrawing|no longer|overturn\w*|set(?:ting)? aside)\b",
    r"\b(?:should not have|was wrong|were wrong|incorrectly|wrongly|not (?:correctly|properly))\b",
)
_OF_THIS_ACT = later(
    r"[\s,]*(?:\([^)]{1,40}\))?[\s,]*(?:of|under) (?:the )?(?:(?:said )?act\b|fo|freedom|eir|env)",
    re.IGNORECASE,
)


def _given_up(said: str, name: str, same: Sequence[Citation], mentioned: Sequence[Mention]) -> bool:
    """Whether a later sentence takes a provision back, or its number is another law's."""
    number = name.partition(" ")[2].lstrip("sr")
    alone = not any(_OF_THIS_ACT.match(said[c.end : c.end + 80]) for c in same)
    for mention in mentioned:
        if mention.start > same[-1].start and _is_of(name, mention.provision):
            sentence = sentence_around(said, mention.start, mention.end).of(said)
            flat = " ".join(sentence.split())
            if _GIVEN_UP.search(flat) or NOT_RELIED_ON.search(flat):
                return True
        act, _, theirs = mention.provision.rpartition(" ")
        other = mention.kind == "other" and act[:1].isupper() and act.lower() != "section"
        if alone and other and theirs == number and mention.start < same[0].start:
            return True
    return False


def _of_another_law(said: str, citation: Citation) -> bool:
    """Whether a bare number in an environmental letter was read as an Act's section."""
    around = said[max(0, citation.start - 40) : citation.end + 60]
    return citation.provision.startswith(("FOIA ", "FOISA ")) and not _OF_AN_ACT.search(around)


_THAT_ACT = re.compile(r"[\s,]{1,3}(?:of|under) that act\b", re.IGNORECASE)
_AN_ACT = re.compile(
    r"[A-Z][\w&',-]*(?: (?:[A-Z][\w&',-]*|and|of|the|for)){0,10} Act (?:19|20)\d\d"
)
_THAT_REACH = 2000


def _of_that_act(text: str, citation: Citation) -> bool:
    """Whether “section 41 of that Act” is of another Act, which was named before it."""
    if not _THAT_ACT.match(text, citation.end):
        return False
    before = text[max(0, citation.start - _THAT_REACH) : citation.start]
    named = _AN_ACT.findall(" ".join(before.split()))
    return bool(named) and "Freedom of Information" not in named[-1]


def _is_of(name: str, section: str) -> bool:
    return name == section or name.startswith(f"{section}(")


def _relied_on(said: str, citation: Citation, signs: Set[Sign]) -> bool:
    """Whether the sentence of a citation does something, and not only says what the law allows."""
    sentence = sentence_around(said, citation.start, citation.end)
    flat = spelt_out(" ".join(sentence.of(said).split()))
    does = _is_done(citation.provision)
    if RECITES.search(flat) or NOT_RELIED_ON.search(flat) or asks(flat) or ASKER.search(flat):
        return False
    if citation.provision == "FOIA s39" and (
        not _EXEMPTS.search(flat) or _UNDER_REGULATIONS.search(flat)
    ):
        return False  # It only leads into the Environmental Information Regulations.
    if any(sign in signs for sign in does) or HERE_TOO.search(flat):
        return True
    # “Under section 25(1) we do not have to …; if you cannot open it, please write to us.”
    flat = _IF_BESIDE.sub("", flat) or flat
    # “… exempt under section 43(2), which provides that information can be withheld if …”
    clause = sentence.flat(said)
    law = _WHICH_SAYS.search(clause, citation.end - sentence.start)
    if law and _EXEMPT.search(clause[: law.start()]):
        flat = " ".join(clause[: law.start()].split())
    return not (hypothetical(flat) or (does and _ALLOWS.search(flat)))


def _is_done(provision: str) -> list[Sign]:
    """What a letter does where it relies on this ground; empty for exemptions."""
    return [sign for name, sign in _DOES if provision.startswith(name)]


def _title_end(said: str) -> int:
    """Where the first written line ends, if that is no sentence; else 0."""
    start = len(said) - len(said.lstrip())
    line = said[start:].split("\n", 1)[0].rstrip()
    return start + len(line) if line[-1:] not in ".:;" else 0


def _only_the_section(name: str, by_name: Mapping[str, object]) -> bool:
    """Whether a provision only names the section of one that is cited more exactly."""
    return any(other.startswith(f"{name}(") for other in by_name)


def _finding(text: str, said: str, name: str, same: Sequence[Citation]) -> Finding:
    first = same[0]
    sentence = sentence_around(said, first.start, first.end)
    purposes = tuple(dict.fromkeys(p for citation in same for p in citation.with_provisions))
    return Finding(
        "exemption",
        name,
        " ".join(text[first.start : first.end].split()),
        Place(start=first.start, end=first.end),
        f"Cited in “{' '.join(text[sentence.start : sentence.end].split())[:400]}”",
        with_provisions=purposes,
    )
