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
_EXEMPTS = phrases(r"\bexempt", r"\bwithh(?:e|o)ld", r"\brefus")
_EXEMPT = phrases(
    r"\b(?:is|are|was|were|being) (?:\w+ )?(?:exempt|withheld|refused)\b",
    r"\b(?:refus(?:es|ing)|(?:I|we) (?:\w+ )?refuse) (?:your|this|the|it|that)\b",
)
_NOT_RELIED_ON = phrases(
    r"\bcannot be (?:counted|taken into account)\b[^.;]{0,60}\b(?:section|under)\b|"
    r"\binitially (?:engaged|considered|relied|applied|thought|cited|refused)\b|"
    r"\b(?:have|has|is|are) (?:been )?disregarded\b",
    r"\b(?:do|did|have|has|are|am) not (?:(?:now|seek|seeking|sought|intend|wish) (?:to )?)?"
    r"(?:rely|relying|relied|applied)\b",
    r"\b(?:we|I) (?:do|did) not (?:seek to |wish to )?apply\b",
    r"\b(?:do|does|did) not (?:consider|find|think|believe|accept) that [^.;]{0,60}"
    r"\b(?:appl(?:y|ies|ied)|(?:is|was|are|were) engaged)\b",
    r"\bmake no (?:finding|decision) (?:on|about|as to)\b",
    r"\bwould (?:ordinarily|normally|usually|otherwise)\b[^.;]{0,80}\bbut\b",
    r"\b(?:wrongly|incorrectly) (?:applied|relied|cited|used|withheld|refused)\b",
    r"\bsome requests\b",
    r"\b(?:not|n't) (?:say|saying|suggest|suggesting|claim|claiming|argue|arguing) that\b",
)
_RECITES = phrases(
    r"\byou said (?:that )?(?:you|your|it|this)\b|"
    r"\b(?:removes|excludes|lifts) (?:that|the|this) duty\b[^.;]{0,60}\bif\b|"
    r"\b(?:we|I) told you\b[^.;]{0,80}\bwould\b|\bconsidered\b.{0,200}\b(?:does not|do not|"
    r"did not) "
    r"(?:fit|apply|arise)\b",
    # Thought of, and not relied on.
    r"\b(?:thought (?:to|about|of)|did consider|considered|considering|consideration|looked at)\b"
    r".{0,200}\b(?:neither|not|nobody|no one|none|cannot) (?:\w+ ){0,2}(?:engaged|apply|applies|"
    r"applied|identif\w+|be (?:identified|picked)|needed|necessary|justified)\b",
    r"\bat first (?:been )?(?:consider|mind|thought|intend|believ)\w*|\b(?:could|would|might) "
    r"probably\b|\b(?:need not be|(?:do|does|did) not need to) (?:rel(?:y|ied)|invoked?|cited?|"
    r"appl(?:y|ied)|claimed)\b|\bunlike (?:section|regulation|s\.)",
    r"\b(?:was|were|been) not considered\b|\bno need\b.{0,60}\bmention\b|\bset it aside\b",
    r"\bconsider(?:ed)? whether\b.{0,200}\bnot\b|\b(?:did )?think about whether\b|"
    r"\bhave not used (?:that|it|this)\b",
    r"\b(?:thought about|considered) whether (?:it would be|to|it could|the|this)\b|"
    r"\bwould be considered\b|\bnot consider\b[^.;]{0,40}\bvexatious\b|"
    r"\bnot thought about whether\b",
    r"^(?!.*\b(?:duty|obligation|confirm)\b).*\bdoes not (?:now )?arise\b|"
    r"\bnever (?:been )?relied\b|\bnothing to do with you\b",
    r"\b(?:probable|likely|possible) that\b.{0,60}\bwould\b|\bmay be found to apply\b|"
    r"\bwould (?:then )?be looked at\b|\bcan be (?:put together|aggregated|added together)\b",
    # In the asker's words.
    r"(?:^\W*|[(;]\d?\)? ?)(?:and |also )?you (?:also )?(?:mention(?:ed)?|refer(?:red)? to|"
    r"cited?|suspect|believe|feel|contend|say|"
    r"said|argue|suggest|ask|maintain|complain|"
    r"quer(?:y|ied)|claim|challenge|have (?:before now|previously) (?:answered|told|refused))\b",
    r"^\W*(?:anticipating|if refused|please (?:do not|don't) (?:cite|rely|use))\b",
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|several|most|"
    r"\d+) (?:was|"
    r"were|have been|had been) (?:answered|refused)\b",
    r"\bwhich relies on a claim\b",
    r"\bhow (?:often|many times|frequently)\b|\b(?:to|we) count\b|\bnumber of times\b",
    r"\b(?:should|would) (?:need|have) to (?:be |manually )?(?:read|checked|check|reviewed|"
    r"review|opened|"
    r"open|examined?)\b[^.]{0,120}\b(?:section|exemption)",
    r"\bexemptions? (?:used|applied) (?:in|by) (?:our|other|past|previous)\b",
)


def find_provisions(
    text: str, said: str, regime: Regime, catalogue: Catalogue, signs: Set[Sign] = frozenset()
) -> Provisions:
    """The provisions relied on in the authority's own words. `signs`: what the letter does."""
    citations = cite(said, regime, catalogue)
    by_name: dict[str, list[Citation]] = {}
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
            if _GIVEN_UP.search(flat) or _NOT_RELIED_ON.search(flat):
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
    if _RECITES.search(flat) or _NOT_RELIED_ON.search(flat) or asks(flat) or ASKER.search(flat):
        return False
    if citation.provision == "FOIA s39" and (
        not _EXEMPTS.search(flat) or _UNDER_REGULATIONS.search(flat)
    ):
        return False  # It only leads into the Environmental Information Regulations.
    if any(sign in signs for sign in does) or HERE_TOO.search(flat):
        return True
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
