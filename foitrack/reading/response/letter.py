"""What kind of letter a document is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.later import later
from foitrack.law.terms import LetterKind
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, flowing
from foitrack.reading.response import letter_phrases as words
from foitrack.reading.response.addressed import addressed
from foitrack.reading.response.before_answer import DECIDES, before_the_answer, step
from foitrack.reading.response.review_outcome import review_asked, review_to_come
from foitrack.reading.response.signs import Sign, Signal

_WHY = {
    LetterKind.REVIEW_OUTCOME: "It gives the result of an internal review.",
    LetterKind.FEES_NOTICE: "It asks for a fee before going on.",
    LetterKind.PUBLIC_INTEREST_EXTENSION: "It takes more time to weigh the public interest.",
    LetterKind.EXTENSION: "It takes more time to answer.",
    LetterKind.TRANSFERRED: "It says that the request went to another body.",
    LetterKind.CLARIFICATION_ASKED: "It asks the requester to make the request clearer.",
    LetterKind.ACKNOWLEDGEMENT: "It says that the request has arrived and will be answered.",
    LetterKind.HOLDING: "It says that the answer is still being worked on.",
}


def find_letter_kind(
    text: str,
    said: str,
    told: Sequence[Signal],
    *,
    shown: Span | None,
    plain: Span | None = None,
    asked: bool = False,
    answered: bool = False,
    exempting: bool = False,
) -> Finding | None:
    """The kind of letter, or None where nothing tells.

    `plain`: where it answers a question in plain words; `asked`: the letter quotes a request;
    `answered`: it answers questions one by one; `exempting`: it names an exemption, if only as
    one to be considered. In a letter that gives or refuses something, a word about extensions,
    clarification or acknowledgement is history, and the letter is a response all the same.
    """
    said = flowing(said)
    signs = {signal.sign for signal in told}
    if not (asked or addressed(said)):
        if shown is not None and len(said.split()) < _FEW_WORDS:
            # A table alone says nothing of itself.
            return None
        return _other(text, "It speaks to nobody about a request that was made.")
    if (why := _no_answer(said)) is not None:
        return _other(text, why)
    body = said[: rights_begin(said)]
    if (review := _of_review(text, body)) is not None:
        return review
    if not (words.FOI.search(said) or exempting or _ANY_REQUEST.search(said) or asked):
        return _other(text, "It speaks of no request for information.")
    given = (shown or plain) is not None
    given |= answered and bool(signs & {Sign.HOLDS, Sign.FIGURE, Sign.GIVEN})
    early = step(body, signs, given=given, exempting=exempting)
    sent = words.ANSWER_ATTACHED.search(body) is not None
    if early is not None and not (sent and early[0] in _STILL_WAITING):
        return _found_at(text, *early)
    shown = shown or plain
    kind, met = before_the_answer(body, signs, shown, answered=answered, exempting=exempting)
    if kind is not None and not (sent and kind in _STILL_WAITING):
        return _found(text, kind, met, _WHY[kind])
    if signs or shown is not None:
        return _response(text, told, shown)
    if words.FOI.search(said) is None and not _YOUR_REQUEST.search(said):
        return _other(text, "It speaks of no request for information.")
    why = "It speaks of a request that was made; what it decides is not plain."
    return _found(text, LetterKind.RESPONSE, None, why, Certainty.CHECK)


def _of_review(text: str, body: str) -> Finding | None:
    """The kind of a letter about a review that was asked for: to come, or done."""
    if not review_asked(body):
        return None
    if review_to_come(body):
        why = "It says that a review was asked for and will be carried out."
        return _found(text, LetterKind.ACKNOWLEDGEMENT, None, why)
    return _found(text, LetterKind.REVIEW_OUTCOME, None, _WHY[LetterKind.REVIEW_OUTCOME])


def _no_answer(said: str) -> str | None:
    """Why what speaks of a request is no letter of the authority that was asked; None if it is."""
    if _AWAY.search(said[:_HEAD]):
        return "It is sent by itself, for somebody who is away."
    if _of_the_commissioner(said):
        return "It is the Commissioner's, about a complaint that was made to him."
    return None


def _of_the_commissioner(said: str) -> bool:
    """Whether the Commissioner writes about a complaint: his name heads it, and it speaks "
    "of one.
    """
    return bool(_HIS_HEAD.search(said[:_HEAD])) and bool(_HIS_CASE.search(said))


def rights_begin(said: str) -> int:
    """Where the letter turns to reviews and complaints; its end where it does not.

    What is said there of answers and of time is said of those.
    """
    met = next((m for m in _OF_RIGHTS.finditer(said) if m.start() > _HEAD), None)
    return met.start() if met else len(said)


_HEAD = 250
_AWAY = phrases(
    r"\b(?:I am|I will be|I shall be|is) (?:currently |now )?(?:out of (?:the |my )?office|"
    r"away from "
    r"(?:the |my )?(?:office|desk)|on (?:annual )?leave)\b"
)
_HIS_HEAD = later(
    r"^[ \t*]*(?:(?:the )?(?:uk |scottish )?information commissioner(?:'s office)?|ico\.?)[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HIS_CASE = phrases(
    r"\b(?:your|this|the) (?:complaint|application|appeal) (?:about|against|concerning|has been|"
    r"was|is)\b"
)
_OF_RIGHTS = later(
    r"^[ \t]*(?:(?:if|should|where) (?:for any reason )?you (?:are|remain|feel|believe|were|"
    r"have been|"
    r"be|wish|would like) [^.\n]{0,60}(?:dissatisfied|unhappy|not (?:satisfied|content|"
    r"happy)|complain|"
    r"review|unsatisfied|decision|way)|you have (?:the|a) right to (?:complain|request|ask|appeal|"
    r"seek)|(?:your |the |request an? |requirement for )?(?:complaint|internal review|review|"
    r"appeal)s?"
    r"(?: rights?| procedures?| process)?[ \t]*:?[ \t]*\n+[^\n]{0,200}\b(?:if|should|"
    r"may(?! \d{4})|can|right|entitled)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_REQUEST = later(
    r"\b(?:request\w*|enquir\w+|ask(?:ed|ing)?|questions?|wanted|sought|information)\b",
    re.IGNORECASE,
)
_YOUR_REQUEST = re.compile(r"\byour request\b", re.IGNORECASE)
_FEW_WORDS = 120
_STILL_WAITING = (LetterKind.HOLDING, LetterKind.ACKNOWLEDGEMENT)


def _response(text: str, told: Sequence[Signal], shown: Span | None) -> Finding:
    """A response, at the sentence or table that shows it best."""
    decisive = [signal.span for signal in told if signal.sign in DECIDES]
    others = [signal.span for signal in told]
    best = next(iter([*decisive, *([shown] if shown else []), *others]))
    return Finding(
        "letter",
        LetterKind.RESPONSE.value,
        " ".join(best.of(text).split()),
        Place(start=best.start, end=best.end),
        "It gives, refuses or does not hold what was asked for.",
    )


def _other(text: str, why: str) -> Finding:
    return _found(text, LetterKind.OTHER, None, why, Certainty.CHECK)


def _found_at(text: str, kind: LetterKind, span: Span) -> Finding:
    place = Place(start=span.start, end=span.end)
    return Finding("letter", kind.value, " ".join(span.of(text).split()), place, _WHY[kind])


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
