"""Steps before an answer, each told by its parts: what is asked, waited for, or late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.law.terms import LetterKind
from foitrack.reading.contractions import spelt_out
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, sentences

_MAY_BE = phrases(
    r"\bunless\b.{0,60}\b(?:we|I|exempt)\b|^\W*in (?:that|which|such a) (?:case|event)\b|"
    r"\bshould (?:this|that) be\b|^\W*if (?:so|it is|there is)\b|\bfees? notice will be\b|"
    r"^\W*if this is\b|"
    r"\bif you ch(?:oo|o)se\b|"
    r"\byou will be informed\b|^\W*(?:should|where|were) "
    r"(?:there|a|an|any|we|it)\b",
    r"\b(?:may|might|some requests|in some|could be|sometimes|occasionally|in certain|"
    r"any charge|where a)\b|"
    r"\bif (?:there|a|any|we (?:need|decide))\b",
)
_PRICED = re.compile(r"£\s?\d|\b(?:fee|charge)s?\b", re.IGNORECASE)
_PAYS = phrases(
    r"^\W*fees? notice\W*$",
    r"\b(?:require|need|want|await|ask(?:ing)? for)\b.{0,30}\bpayment\b|\bpayment (?:is "
    r")?(?:required"
    r"|needed|due|in advance)\b",
    r"\bplease (?:pay|remit)\b|\b(?:let us have|send (?:us )?|make out) (?:an? )?(?:cheque|"
    r"payment)\b",
    r"\b(?:once|when|until|on receipt of|after) (?:\w+ ){0,5}(?:payment|money|fee|cheque|paid)\b",
    r"\b(?:for|on) (?:a )?payment of\b|\bto pay (?:by|within|before|in advance)\b",
)
_WEIGHS = phrases(
    r"\bpublic interest\b|\bsection 10 ?\(3\)|\bs\.? ?10 ?\(3\)|\bqualified exemption|"
    r"\b(?:weigh(?:ing)?|balance|arguments for)\b"
)
_UNDECIDED = phrases(
    r"\bnot (?:yet )?(?:\w+ )?(?:finished|come to a|reached|decided|concluded|completed|"
    r"made(?! out| public| available| anonymous| known))\b|"
    r"\b(?:need|needs|take|require|requires|gives? us|lets? us|allows? us) (?:\w+ ){0,4}(?:further|"
    r"more|extra|additional|longer|reasonable)\b(?! (?:information|details?|assistance|help|"
    r"advice|clarification))",
    r"\b(?:plan|hope|expect|aim|intend) to (?:\w+ ){0,2}(?:reply|respond|answer|have (?:decided|"
    r"reached)|write|decide|conclude|let you have)\b.{0,80}\b(?:by|before|on) (?:the )?\d|"
    r"\breasonable time for (?:that|this)\b",
    r"\bwe need to do so (?:here|now|in this case)\b",
)
_LATE = phrases(
    r"\b(?:sorry|apolog\w+|regret\w*|sadly|unfortunately)\b.{0,140}\b(?:late|delay\w*|missed|"
    r"overdue|"
    r"still|not (?:yet )?(?:been )?(?:able(?! to identify)|managed|sent|ready|answered|finished|"
    r"responding|replying|answering)|fell due|was "
    r"due)\b",
    r"\b(?:we have |has been )?missed (?:the|our)\b.{0,30}\b(?:deadline|date|target)\b|"
    r"\b(?:fell|was|were|is) (?:due|overdue)\b.{0,80}\b(?:not|has not|have not|overdue)\b",
    r"\b(?:now|well|already) (?:past|over|beyond) (?:that|this|the|it)\b|\bcan(?:not|'t) promise "
    r"(?:a|any|you a|when)\b",
    r"\bstill (?:\w+ )?(?:chasing|waiting|awaiting|working|collating|gathering|checking)\b",
)
LEADS_TO_QUESTIONS = phrases(
    r"\b(?:please|could you|can you|would you|need you to|asks? you to|grateful if you|if you "
    r"(?:could|would))\b.{0,60}\b(?:help us|clarify|tell us|let us know|explain|answer|say)\b"
    r".{0,40}\b(?:following|below|these|this)\b[^.:?]{0,40}\W*$",
    r"\b(?:we|I) (?:need|require|seek|must ask for) (?:\w+ ){0,3}(?:clarification|information|"
    r"details?|help)\b.{0,40}\b(?:following|below|these points)\b[^.:?]{0,40}\W*$",
)
"""“Please could you help us with the following.”"""
_ASKS = phrases(
    LEADS_TO_QUESTIONS.pattern,
    r"\b(?:which|whose|what|when|where|over what|do you|did you|are you|would you|is it|could you|"
    r"can you)\b.{0,120}\b(?:you|your|mean|meant|mind|want|seek)\b.{0,160}\?\W*$",
    r"\b(?:kindly|please|ask you to|need you to|can you|could you|you could|"
    r"you can) (?:\w+ )?(?:say|tell us|specify|"
    r"state|let us know|confirm|indicate|explain|describe|narrow|clarify)\b.{0,60}\b(?:which|what|"
    r"whether|how|who|when|where|more|mean|period|dates?|a\)|:|the)",
    r"\b(?:ask(?:ing)?|need|check|seek(?:ing)?|require)\b.{0,30}\b(?:you )?(?:for |with you )?"
    r"(?:clarification|if you (?:are|mean|want)|whether you (?:are|mean|want))\b",
    r"\b(?:would like|need|want|require|ask(?:ing)?) you to (?:please )?clarify\b|"
    r"\bneed to know (?:\w+ ){0,3}(?:more|which|what)\b|"
    r"\b(?:please|could you|can you) (?:\w+ ){0,3}tell (?:us|me)\W*$",
)
WAITS = phrases(
    r"\b(?:until|once|when|as soon as|after|day|before) (?:\w+ ){0,2}(?:you|we) (?:\w+ "
    r")?(?:get back|"
    r"reply|respond|answer|tell|let us|know|hear|have (?:had|heard|told|your|this)|can "
    r"(?:start|begin|"
    r"proceed|process|search|deal)|do so|receive|write)\b",
    r"\b(?:begins?|starts?|runs?) (?:anew|again|afresh|on the day|when)\b|\bnot able to make a "
    r"start\b|"
    r"\b(?:not|unable)\b.{0,60}\b(?:further|forward|proceed)\b.{0,40}\b(?:without|until)\b|"
    r"\bdo not "
    r"(?:hear|wish to pursue|receive (?:the|your|this|any|such|an?) \w+)\b|"
    r"\bno longer (?:want|wish|need|require)\b|"
    r"\bclose the file\b",
)
_PASSED = phrases(
    r"\byour (?:request|enquiry|letter) (?:has|was|is|went|goes) (?:been |being )?(?:\w+ )?(?:over|"
    r"across|on) to (?!you\b|our\b|us\b)\w",
    r"\b(?:I|we) (?:have|are) (?:(?!not\b)\w+ ){0,3}(?:passed|passing|handed|sent|"
    r"transferred|forwarded|"
    r"redirected|referred) (?:it|your \w+|this|the (?:request|enquiry|letter))(?: \w+){0,3}? "
    r"(?:on |"
    r"over |across )?to (?!you\b|our\b|us\b|(?:the )?(?:relevant|appropriate|correct) (?:team|"
    r"department|service|officer)|legal)\w",
)
_COMES = phrases(
    r"\b(?:look forward to|can expect|expect to|(?:should|ought to) (?:have|receive|hear)|will "
    r"(?:have|receive|"
    r"hear|reply|respond|answer|be answered)|shall)\b.{0,60}\b(?:reply|hear|answer|response|"
    r"respond|"
    r"letter)\b|\b(?:reply|answer|response|respond|hear)\b.{0,60}\b(?:by|before|within)\b",
)
_ARRIVED = phrases(
    r"\breceived (?:on|by us|today|in this office|here)\b",
    r"\b(?:I|we) have your (?:[\w-]+ ){0,3}(?:letter|request|e-?mail|enquiry)\b|\b(?:was|been|is) "
    r"(?:now )?(?:lodged|logged|received|registered|recorded|acknowledged)\b|\bautomat\w+ "
    r"(?:message|reply|response|acknowledge\w*)\b",
)


def steps(said: str) -> dict[LetterKind, Span]:
    """Each step that the letter takes before an answer, with the sentence that says so."""
    rows = [(span, spelt_out(" ".join(span.of(said).split()))) for span in sentences(said)]
    told = [(span, row) for span, row in rows if not _MAY_BE.search(row)]
    found: dict[LetterKind, Span] = {}
    if _PRICED.search(said) and (span := _first(_PAYS, told)):
        found[LetterKind.FEES_NOTICE] = span
    if _first(_WEIGHS, told) and (span := _first(_UNDECIDED, told)):
        found[LetterKind.PUBLIC_INTEREST_EXTENSION] = span
    if span := _first(_PASSED, told):
        found[LetterKind.TRANSFERRED] = span
    if (span := _first(_ASKS, rows)) and _first(WAITS, rows):
        found[LetterKind.CLARIFICATION_ASKED] = span
    if span := _first(_LATE, told):
        found[LetterKind.HOLDING] = span
    if (span := _first(_COMES, told)) and _first(_ARRIVED, told):
        found[LetterKind.ACKNOWLEDGEMENT] = span
    return found


def _first(pattern: re.Pattern[str], rows: list[tuple[Span, str]]) -> Span | None:
    return next(_met(pattern, rows), None)


def _met(pattern: re.Pattern[str], rows: list[tuple[Span, str]]) -> Iterator[Span]:
    return (span for span, row in rows if pattern.search(row))
