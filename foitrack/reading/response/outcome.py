"""What the answer was: from what the authority says it does, never from what it may do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from foitrack.law.terms import Outcome
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, sentences


class Sign(StrEnum):
    """What a sentence says was done with the request or a part of it."""

    GIVEN = "given"
    SOME = "some"
    ALL = "all"
    REFUSED = "refused"
    NOT_HELD = "not-held"
    NCND = "ncnd"
    COST = "cost"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign with its place."""

    sign: Sign
    span: Span


_INFO = r"(?:information|data|records?|documents?|figures?|details?|material|report|copy|copies|statistics|answers?)"
_RULES: tuple[tuple[Sign, str], ...] = (
    (
        Sign.NCND,
        r"\bneither (?:to )?confirms? (?:n?or|and) (?:to )?den(?:y|ies)\b|\bneither confirming n?or denying\b"
        r"|\b(?:not (?:obliged|required|have)|exempt|excluded|removes?|relieve[sd]?|no)\b[^.]{0,80}\b(?:duty|obligation|requirement|have)?\b[^.]{0,40}\bconfirm(?:ing)? (?:or|nor) den(?:y|ying)\b[^.]{0,60}\b(?:does not (?:arise|apply)|whether)"
        r"|\bduty\b[^.]{0,100}\bconfirm (?:or|nor) deny\b[^.]{0,120}\bdoes not (?:arise|apply)\b|\brefus\w+ to (?:either )?confirm (?:n?or) deny\b|\b(?:can|will|would) neither confirm\b",
    ),
    (
        Sign.COST,
        r"\b(?:exceeds?|exceeding|exceeded|over|beyond|above|in excess of|excess)\b[^.]{0,100}\b(?:appropriate (?:limit|level)|(?:cost|fees?|time|statutory|prescribed|hour|set) (?:limit|threshold|ceiling)s?|18(?:\.0)? hours?|eighteen hours?|24 hours?|£\s?450|£\s?600|18-hour|fees limit|limit)\b"
        r"|\b(?:refus\w+|declin\w+|exempt)\b[^.]{0,120}\b(?:section|s\.?)\s?12\b|\bsection 12(?:\(1\))? (?:is engaged|applies|has been applied|of the (?:act|foia)[^.]{0,60} (?:applies|is engaged))|\bexcess(?:ive)? costs?\b[^.]{0,60}\b(?:exempt|refus|section)",
    ),
    (
        Sign.VEXATIOUS,
        r"\b(?:is|are|as|be|being|to be|consider(?:ed)?|deem(?:ed)?|find|treat(?:ed)? as|request)\b[^.]{0,60}\bvexatious\b|\bvexatious\b[^.]{0,40}\brefus|\bmanifestly unreasonable\b",
    ),
    (
        Sign.REPEATED,
        r"\brepeat(?:ed)? request\b|\b(?:identical|substantially similar)\b[^.]{0,80}\brequest\b",
    ),
    (
        Sign.NOT_HELD,
        rf"\b(?:do|does|did)(?: not|n't) (?:currently |actually |routinely |also |therefore )*(?:hold|have|possess|retain|keep|record|collect|collate)\b[^.]{{0,60}}?\b{_INFO}\b"
        rf"|\b(?:do|does|did)(?: not|n't) (?:currently |actually |therefore )*(?:hold|possess) (?:any|this|the|these|that|such|what|it|a|them)\b"
        rf"|\b{_INFO}\b[^.]{{0,100}}\b(?:is|are|was|were)(?: not|n't) (?:currently |actually |centrally )?(?:held|recorded|retained|collected)\b"
        rf"|\bno (?:recorded |relevant |such )*{_INFO}\b[^.]{{0,60}}\b(?:is |was |are |were |has been |have been |could be |can be )?(?:held|located|found|identified|retrieved)\b|\bholds? no (?:recorded |relevant |such )*{_INFO}\b"
        rf"|\b{_INFO}\b[^.]{{0,40}}\bnot held\b|\binformation not held\b|\bnot held by\b|\bno trace\b[^.]{{0,60}}\b{_INFO}",
    ),
    (
        Sign.SOME,
        rf"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+) (?:you with )?(?:some|part|a limited|certain|most|only part|a redacted)\b"
        rf"|\bsome (?:of the |of your )?(?:requested )?{_INFO}\b[^.]{{0,80}}\b(?:withheld|exempt|redacted|refused|not (?:be )?(?:disclosed|provided|released))\b"
        r"|\bpartial(?:ly)? (?:disclos\w+|releas\w+|exempt\w*|withh\w+|refus\w+|refusal|grant\w*)\b|\bdisclos\w+ (?:the )?(?:information )?in part\b|\bin part (?:refus|exempt|withh)"
        rf"|\b(?:any|all|the) (?:further|other|remaining|remainder of the|additional) {_INFO}\b[^.]{{0,80}}\b(?:withheld|exempt|refused|cannot be|not be)\b|\b(?:declin\w+|refus\w+|unable) (?:to )?(?:provid\w+|disclos\w+|suppl\w+|releas\w+) any (?:further|other) {_INFO}"
        rf"|\b(?:parts?|elements?|aspects?) of (?:this|your|the) (?:request|{_INFO})\b[^.]{{0,60}}\b(?:exempt|withheld|refused)\b|\b(?:has|have|been|is|are) (?:also )?redacted\b|\bredact(?:ed|ions?|ing)\b[^.]{{0,80}}\b(?:made|applied|section|under|personal|name|remove)",
    ),
    (
        Sign.ALL,
        rf"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+|grant\w+)\b[^.]{{0,80}}\bin full\b|\bfull(?:y)? disclos\w+|\bfull release\b|\b(?:disclose|release|provide) (?:all|the (?:located|requested)|all of the) {_INFO}",
    ),
    (
        Sign.REFUSED,
        rf"\brefusal notice\b|\b(?:is|are|was|were|being|be|been)(?: also| therefore| considered(?: to be)?| fully| wholly)* (?:exempt(?:ed)?|withheld)\b|\b(?:am|are|is|have|has|been|be|being|must|therefore|decided to|decision to|will|by)\b[^.]{{0,30}}\b(?:withh(?:o|e)ld(?:ing)?|refus(?:ed?|ing))\b"
        rf"|\b(?:declin(?:ed?|ing)|refus(?:ed?|ing)) to (?:provide|disclose|release|supply|comply)\b|\b(?:unable|not able|not going|not in a position|decided not|not obliged|not required) to (?:provide|disclose|release|supply|comply)\b"
        rf"|\b(?:will|can|shall)(?:not| not) (?:therefore )?(?:be )?(?:disclos|releas|provid|suppl)\w*\b|\bcannot (?:be )?(?:disclose|release|provide|supply)d?\b|\bexempt from (?:disclosure|release)\b|\b(?:we|I) (?:are |am |have )?(?:relying|applying|applied|rely|apply|citing|cite|cited|engaged?|engaging)\b[^.]{{0,80}}\b(?:exemptions?|exceptions?|section|regulation)\b"
        r"|\b(?:exemptions?|exceptions?)\b[^.]{0,60}\b(?:is|are|has been|have been) (?:engaged|applied|applicable|relied)\b|\b(?:exemptions?|exceptions?) (?:applies|apply)\b|\brequest (?:is|has been|must be|was) (?:therefore )?refused\b",
    ),
    (
        Sign.GIVEN,
        rf"\bplease (?:see|find|refer to)\b[^.]{{0,80}}\b(?:attached|enclosed|below|following|table|response|spreadsheet|appendix|annex|{_INFO})\b|\b(?:attached|enclosed) (?:is|are|please find|herewith|you will find)\b|\b(?:I|we) (?:have )?(?:attach(?:ed)?|enclosed?)\b"
        rf"|\b{_INFO}\b[^.]{{0,80}}\b(?:is|are|has been|have been|was|were|can be found) (?:now )?(?:provided|set out|shown|detailed|given|below|attached|enclosed|as follows|outlined|listed|disclosed|released|supplied|contained|included|answered)\b|\bas follows\s*:|\bis as follows\b|\b(?:table|figures?|list|breakdown) below\b|\b(?:below|following) (?:is|are) (?:the|a|our)\b"
        rf"|\b(?:pleased|able|happy|decided|decision) to (?:now )?(?:provide|disclose|release|supply|enclose|attach|confirm that we hold)\b|\bI have (?:today )?decided to disclose\b|\b(?:I|we) (?:can|are able to) (?:now )?(?:disclose|provide)\b|\bprovide[sd]? (?:you with )?(?:the|this|following) {_INFO}\b|\bhas been (?:fully )?answered\b",
    ),
)
_PATTERNS = tuple((sign, re.compile(pattern, re.IGNORECASE)) for sign, pattern in _RULES)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|where|whether or not exemptions?|may|might|could|would be|should you|in the event|when a request|public authorit(?:y|ies) (?:is|are|can|may|must)|you have the right|right to)\b",
    re.IGNORECASE,
)
_STRICT_IF = re.compile(
    r"(?:^|[,;]\s|\b)(?:if (?:you|we|the|a|it|any|this|all)|unless (?:an? )?exemptions?|should you|in the event|where (?:a|an|the|any) (?:public authority|request|exemption))\b|\bmay be (?:exempt|withheld|refused)\b|\bcan be (?:refused|withheld)\b|\b(?:places?|imposes?) two duties\b|\b(?:public authority|authorities) (?:can|may|to refuse|must|which|that)\b|\bright to (?:refuse|ask|request|complain|appeal)\b|\binternal review\b|\bcomplain",
    re.IGNORECASE,
)
_FORMAT = re.compile(
    r"\b(?:in (?:the|this|that|a|such|any)(?: [\w-]+)? (?:format|form|manner|way|level)|in (?:this|that|such) detail|to (?:this|that|the) level|to the extent|centrally|in an? (?:easily |readily )?(?:retrievable|searchable|accessible|reportable)|broken down|breakdown|specific (?:field|marker|code|flag)|unless|personal (?:data|information) (?:is|are) not|easily|readily)\b",
    re.IGNORECASE,
)
_NEGATED_COST = re.compile(
    r"\b(?:not|n't) (?:be )?(?:exceed|over|likely to exceed)|\bwithin the (?:appropriate|cost|fees?|time)|\bbring\b[^.]{0,60}\b(?:within|under|below)\b",
    re.IGNORECASE,
)


def signals(said: str) -> Iterator[Signal]:
    """Every sentence that says what was done, with what it says."""
    for span in sentences(said):
        sentence = span.of(said)
        if len(sentence) < 8 or _STRICT_IF.search(sentence):
            continue
        flat = " ".join(sentence[:1500].split())
        for sign, pattern in _PATTERNS:
            if pattern.search(flat) and not _undone(sign, flat):
                yield Signal(sign, span)


def _undone(sign: Sign, sentence: str) -> bool:
    if sign is Sign.NOT_HELD:
        return bool(_FORMAT.search(sentence))
    if sign is Sign.COST:
        return bool(_NEGATED_COST.search(sentence))
    if sign is Sign.GIVEN:
        return bool(
            re.search(
                r"\b(?:complaints?|appeal|review|rights|exempt|withheld|not able|unable|cannot)\b",
                sentence,
                re.I,
            )
        )
    return False


Decision = tuple[Outcome, str, Certainty]
Ground = tuple[str, str]
"""A provision relied on, and its kind (exemption, exception, refusal, ncnd)."""


def decide(
    told: Sequence[Signal], grounds: Sequence[Ground], *, shown: Span | None
) -> Decision | None:
    """The outcome that the sentences and the grounds cited give, why, and how sure; or None."""
    seen = {signal.sign for signal in told}
    given = bool({Sign.GIVEN, Sign.ALL, Sign.SOME} & seen) or shown is not None
    exempt = any(kind in ("exemption", "exception") for _, kind in grounds)
    exempt |= Sign.REFUSED in seen and not grounds and not seen & _OTHER_GROUNDS
    against = seen & _OTHER_GROUNDS
    if given and (exempt or against or Sign.SOME in seen):
        sure = Certainty.FOUND if exempt and Sign.SOME in seen else Certainty.CHECK
        return Outcome.PART_DISCLOSED, "Something is given and something is not.", sure
    if given:
        return (
            Outcome.DISCLOSED,
            "It gives what was asked for and refuses nothing.",
            Certainty.FOUND,
        )
    return _nothing_given(against, exempt)


_OTHER_GROUNDS = {Sign.NCND, Sign.COST, Sign.VEXATIOUS, Sign.REPEATED, Sign.NOT_HELD}
_ONE_GROUND: dict[Sign, tuple[Outcome, str]] = {
    Sign.NCND: (
        Outcome.NEITHER_CONFIRM_NOR_DENY,
        "It neither confirms nor denies that the information is held.",
    ),
    Sign.COST: (Outcome.COST_LIMIT, "It refuses because of the cost of complying."),
    Sign.VEXATIOUS: (Outcome.VEXATIOUS, "It refuses the request as vexatious."),
    Sign.REPEATED: (Outcome.REPEATED, "It refuses the request as repeated."),
    Sign.NOT_HELD: (Outcome.NOT_HELD, "It says that the information is not held."),
}


def _nothing_given(against: set[Sign], exempt: bool) -> Decision | None:
    if len(against) == 1 and (not exempt or against != {Sign.NOT_HELD}):
        outcome, why = _ONE_GROUND[next(iter(against))]
        return outcome, why, Certainty.CHECK if exempt else Certainty.FOUND
    if exempt:
        return (
            Outcome.REFUSED,
            "It withholds what was asked for under an exemption.",
            Certainty.CHECK if against else Certainty.FOUND,
        )
    return None


def outcome_finding(
    text: str, told: Sequence[Signal], decided: Decision, shown: Span | None
) -> Finding:
    """The outcome as a finding, at the sentence, or else the table, that says most of it."""
    outcome, why, certainty = decided
    best = telling(told, outcome) or shown
    place = Place(start=best.start, end=best.end) if best else Place()
    printed = " ".join(best.of(text).split()) if best else ""
    return Finding("outcome", outcome.value, printed, place, why, certainty=certainty)


_TELLING: dict[Outcome, tuple[Sign, ...]] = {
    Outcome.DISCLOSED: (Sign.ALL, Sign.GIVEN),
    Outcome.PART_DISCLOSED: (
        Sign.SOME,
        Sign.REFUSED,
        Sign.NOT_HELD,
        Sign.NCND,
        Sign.COST,
        Sign.GIVEN,
    ),
    Outcome.REFUSED: (Sign.REFUSED,),
    Outcome.NOT_HELD: (Sign.NOT_HELD,),
    Outcome.NEITHER_CONFIRM_NOR_DENY: (Sign.NCND,),
    Outcome.COST_LIMIT: (Sign.COST,),
    Outcome.VEXATIOUS: (Sign.VEXATIOUS,),
    Outcome.REPEATED: (Sign.REPEATED,),
}


def telling(found: Sequence[Signal], outcome: Outcome) -> Span | None:
    """The sentence that says most of an outcome."""
    for sign in _TELLING[outcome]:
        for signal in found:
            if signal.sign is sign:
                return signal.span
    return None
