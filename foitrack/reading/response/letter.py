"""What kind of letter a document is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.law.terms import LetterKind
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, sentence_around
from foitrack.reading.response.signs import Sign, Signal

_REVIEW_WORDS = (
    r"(?:internal review|review of (?:the|our|your)|request for (?:a |an )?(?:internal )?review)"
)
_KINDS: tuple[tuple[LetterKind, str, str], ...] = (
    (
        LetterKind.REVIEW_OUTCOME,
        r"\b(?:outcome|result|conclusion|findings?|decision) of (?:the|my|our|your|this|"
        r"an?) (?:internal )?review\b"
        r"|\b(?:I|we) have (?:now )?(?:completed|concluded|conducted|carried out|"
        r"undertaken) (?:an?|the|my|our|your) (?:internal )?review\b"
        r"|\binternal review (?:outcome|decision|response|findings|result)\b|\breview (?:upholds|"
        r"has upheld|finds|found|concluded|concludes|has concluded)\b"
        r"|\bas (?:the )?(?:reviewing officer|reviewer)\b|\b(?:uphold|overturn|upheld|"
        r"overturned)\b.{0,60}\b(?:original|initial) (?:decision|response|refusal)\b"
        r"|\b(?:original|initial) (?:decision|response|refusal)\b.{0,60}\b(?:is|was|be|been|"
        r"has been) (?:upheld|overturned|correct|maintained)\b",
        "It gives the result of an internal review.",
    ),
    (
        LetterKind.FEES_NOTICE,
        r"\bfees? notice\b(?! will)|\b(?:fee|charge|"
        r"disbursements?) of £\s?\d[^.]{0,120}\b(?:payable|required|due|before|must be paid|pay|"
        r"receive)\b|\bupon (?:receipt of )?payment\b[^.]{0,80}\b(?:process|provide|send|release)",
        "It asks for a fee before going on.",
    ),
    (
        LetterKind.PUBLIC_INTEREST_EXTENSION,
        r"\b(?:extend|extension|additional|further|more|longer|"
        r"delay)\b[^.]{0,140}\bpublic interest\b|\bpublic interest\b[^.]{0,200}\b(?:extend(?:ed|"
        r"ing)?|extension|further time|additional time|more time|further \d+ working days|"
        r"not yet (?:been )?(?:reached|completed|concluded))\b",
        "It takes more time to weigh the public interest.",
    ),
    (
        LetterKind.EXTENSION,
        r"\b(?:extend(?:ing|ed)?|extension (?:of|to))\b[^.]{0,100}\b(?:time|deadline|period|"
        r"limit|40 working days|forty working days)\b|\bregulation 7\b",
        "It takes more time to answer.",
    ),
    (
        LetterKind.TRANSFERRED,
        r"\b(?:have|has|been|am|are|be) (?:formally )?transferr(?:ed|"
        r"ing)\b[^.]{0,80}\b(?:request|to)\b|\btransferred your request\b|"
        r"\byour request has been (?:passed|forwarded|transferred) to\b",
        "It says that the request went to another body.",
    ),
    (
        LetterKind.CLARIFICATION_ASKED,
        r"\b(?:require|need|seek(?:ing)?|request(?:ing)?|ask(?:ing)? for|would appreciate|"
        r"grateful for) (?:further |some |additional |your |the following |"
        r"more )*(?:clarification|clarity|clarify)\b"
        r"|\b(?:please|could you|can you|grateful if you (?:could|would)|would you|ask you to|"
        r"you to)\s+(?:please |kindly |therefore |also )*clarify\b|"
        r"\bclarification (?:is )?(?:required|needed|sought)\b|\buntil (?:we|"
        r"I) (?:have )?receive[d]? (?:this|your|the|such) clarification\b",
        "It asks the requester to make the request clearer.",
    ),
    (
        LetterKind.ACKNOWLEDGEMENT,
        r"\b(?:acknowledge(?:ment|s)?|acknowledging) (?:of )?(?:the )?(?:receipt|your|that)\b|"
        r"\backnowledgement\b|\byour request (?:will (?:now )?be|"
        r"is (?:now )?being) (?:considered|processed|dealt with|handled|looked)\b"
        r"|\b(?:you (?:will|should|can expect to) (?:receive|hear)|we (?:will|aim to|"
        r"shall) (?:respond|reply|provide|send))\b[^.]{0,100}\b(?:20|twenty|statutory)\b|"
        r"\bwe will (?:respond|reply) (?:to (?:you|your)[^.]{0,40} )?(?:by|within|as soon|"
        r"no later)\b",
        "It says that the request has arrived and will be answered.",
    ),
    (
        LetterKind.HOLDING,
        r"\b(?:apologise|sorry)\b[^.]{0,80}\bdelay\b[^.]{0,120}|\b(?:still|currently|"
        r"continuing to) (?:working|processing|considering|collating|awaiting|gather)\b|"
        r"\bnot (?:yet )?(?:been )?(?:in a position|able) to (?:respond|reply|answer|"
        r"provide) (?:a|you|to)[^.]{0,60}(?:at this (?:time|stage)|yet|within)\b",
        "It says that the answer is still being worked on.",
    ),
)
_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE), why) for kind, p, why in _KINDS)
_ABOUT_LAW = re.compile(
    r"\b(?:if you (?:are|require|wish|remain|would|need)|should you|you (?:have|may|"
    r"can) (?:the right|ask|request|appeal)|right to|may (?:be )?(?:request|extend|charge)|once|"
    r"unless|"
    r"after (?:the|an|your) (?:internal )?review|following (?:the|an|your) (?:internal )?review|"
    r"dissatisfied|unhappy|not satisfied|not content|complain)\b",
    re.IGNORECASE,
)
_FOI = re.compile(
    r"freedom of information|\bfoi(?:a|sa)?\b|environmental information|\binformation request\b|"
    r"\beirs?\b|request for information|internal review|information commissioner",
    re.IGNORECASE,
)
_DECIDES = {
    Sign.ALL,
    Sign.SOME,
    Sign.REFUSED,
    Sign.NOT_HELD,
    Sign.NCND,
    Sign.COST,
    Sign.VEXATIOUS,
    Sign.REPEATED,
}
_GIVES = {Sign.ALL, Sign.SOME}


def find_letter_kind(
    text: str, said: str, told: Sequence[Signal], *, shown: Span | None
) -> Finding | None:
    """The kind of letter, or None where nothing tells.

    In a letter that gives or refuses something, a word about extensions, clarification or
    acknowledgement is history, and the letter is a response all the same.
    """
    signs = {signal.sign for signal in told}
    gives = bool(signs & _GIVES) or shown is not None
    decides = bool(signs & _DECIDES) or shown is not None
    history = {
        LetterKind.REVIEW_OUTCOME: False,
        LetterKind.FEES_NOTICE: gives,
        LetterKind.PUBLIC_INTEREST_EXTENSION: gives,
        LetterKind.TRANSFERRED: gives,
        LetterKind.EXTENSION: decides,
        LetterKind.CLARIFICATION_ASKED: decides,
        LetterKind.ACKNOWLEDGEMENT: decides,
        LetterKind.HOLDING: decides or Sign.GIVEN in signs,
    }
    for kind, pattern, why in _PATTERNS:
        met = None if history[kind] else _said_of_this(pattern, said)
        if met:
            return _found(text, kind, met, why)
    if decides or signs:
        return _response(text, told, shown)
    if _FOI.search(said) is None:
        return _found(
            text,
            LetterKind.OTHER,
            None,
            "It speaks of no request for information.",
            Certainty.CHECK,
        )
    return None


def _response(text: str, told: Sequence[Signal], shown: Span | None) -> Finding:
    """A response, at the sentence or table that shows it best."""
    decisive = [signal.span for signal in told if signal.sign in _DECIDES]
    others = [signal.span for signal in told]
    best = next(iter([*decisive, *([shown] if shown else []), *others]))
    return Finding(
        "letter",
        LetterKind.RESPONSE.value,
        " ".join(best.of(text).split()),
        Place(start=best.start, end=best.end),
        "It gives, refuses or does not hold what was asked for.",
    )


def _said_of_this(pattern: re.Pattern[str], said: str) -> re.Match[str] | None:
    """The first place where the pattern stands in a sentence about this request."""
    for met in pattern.finditer(said):
        span = sentence_around(said, met.start(), met.end())
        if not _ABOUT_LAW.search(span.of(said)):
            return met
    return None


def _found(
    text: str,
    kind: LetterKind,
    met: re.Match[str] | None,
    why: str,
    certainty: Certainty = Certainty.FOUND,
) -> Finding:
    place = Place(start=met.start(), end=met.end()) if met else Place()
    printed = " ".join(text[met.start() : met.end()].split()) if met else ""
    return Finding("letter", kind.value, printed, place, why, certainty=certainty)
