"""The kinds of letter that come before an answer: what they wait for, and what rules them out."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.terms import LetterKind
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, sentence_around, sentences
from foitrack.reading.response import letter_phrases as words
from foitrack.reading.response.letter_steps import steps
from foitrack.reading.response.plain_answers import AGAINST
from foitrack.reading.response.signs import Sign

DECIDES = {Sign.ALL, Sign.SOME, *AGAINST}
_GIVES = {Sign.ALL, Sign.SOME, Sign.GIVEN}
_FINAL = {Sign.NOT_HELD, Sign.NCND, Sign.VEXATIOUS, Sign.REPEATED, *_GIVES}
_ACTS = {Sign.NCND, Sign.COST, Sign.VEXATIOUS, Sign.REPEATED}
_NOTICE = later(
    r"\brefusal notice\b|\bour refusal\b|"
    r"\b(?:am|are|is|have|has|must|therefore) (?:(?!in\b)\w+ )?(?:refus|withh)\w+|"
    r"\b(?:have|has) (?:\w+ )?decided to (?:refuse|withhold)\b",
    re.IGNORECASE,
)
_BESIDE_A_QUESTION = {Sign.COST, Sign.HOLDS, Sign.GIVEN, Sign.HANDED, Sign.ENCLOSES, Sign.ANSWERS}
_WITHDRAWN = phrases(
    r"\b(?:treat|consider|regard)(?:ed)?\b[^.]{0,40}\b(?:withdrawn|closed|lapsed)\b",
    r"\bassume (?:that )?you (?:no longer|do not) (?:wish|want)\b",
    r"\b(?:once|when|until) (?:we|I) (?:have )?(?:hear|heard|receive|received|had|have|get)\b",
)
_CONCLUDED = phrases(
    r"\boutweigh(?:s|ed)\b|\binterest\b[^.]{0,60}\bis the (?:greater|stronger)\b|"
    r"\bfavours (?:the )?(?:maint\w+|withholding|non-?disclosure)\b|"
    r"\bbalance (?:lies|falls)\b|\bnot made out\b|\bexcepted (?:from disclosure )?under\b|"
    r"\b(?:is|are) (?:\w+ )?(?:exempt|withheld) (?:from disclosure )?(?:by virtue|under)\b",
)
_STILL_OPEN = phrases(r"\b(?:whether|if|may|might|where|when|believe|likely|yet)\b")
_EXEMPTION = re.compile(r"\bexempt|\bsections? \d\d", re.IGNORECASE)
_REFUSAL = re.compile(r"\brefusal notice\b|\b(?:refus|withh)\w+", re.IGNORECASE)
_LATE = later(
    r"\b(?:(?<!lead to )(?<!without )(?<!undue )delay\w*|late|overdue|still|not yet|yet to|behind|"
    r"backlog)\b",
    re.IGNORECASE,
)


def before_the_answer(
    said: str, signs: set[Sign], shown: Span | None, *, answered: bool, exempting: bool
) -> tuple[LetterKind | None, re.Match[str] | None]:
    """The kind of a letter that comes before the answer; None where it is the answer."""
    gives = bool(signs & (_GIVES - {Sign.GIVEN})) or shown is not None
    if met := _fee_asked(said, signs, gives=gives):
        return LetterKind.FEES_NOTICE, met
    replies = answered and bool(signs & {Sign.HOLDS, Sign.FIGURE, Sign.GIVEN})
    if not (signs & _FINAL or shown or replies):
        kind, met = _more_time(said, bool(signs & DECIDES))
        if kind is not None:
            return kind, met
    if not gives and (met := _says(words.TRANSFERRED, said)):
        return LetterKind.TRANSFERRED, met
    if signs & DECIDES or shown is not None:
        return None, None
    if (answered and signs & {Sign.GIVEN, Sign.ANSWERS, Sign.HOLDS}) or _counts(said, signs):
        return None, None
    kind, met = _first_words(said, given=gives or Sign.GIVEN in signs)
    if kind is LetterKind.ACKNOWLEDGEMENT and {Sign.HOLDS, Sign.ANSWERS} <= signs:
        return None, None
    late = (LetterKind.ACKNOWLEDGEMENT, LetterKind.HOLDING)
    if kind in late and exempting and _says(words.PUBLIC_INTEREST, said, never=words.IF_NEEDED):
        return LetterKind.PUBLIC_INTEREST_EXTENSION, met
    if kind is None and not signs and (met := _says(words.RECEIVED, said)):
        kind = LetterKind.ACKNOWLEDGEMENT
    return kind, met


def step(
    said: str, signs: set[Sign], *, given: bool, exempting: bool
) -> tuple[LetterKind, Span] | None:
    """The step that the letter takes before an answer, where what it decides leaves room for it."""
    if not given and not signs & _ACTS and (open_still := words.NOT_YET_WEIGHED.search(said)):
        at = sentence_around(said, open_still.start(), open_still.end())
        return LetterKind.PUBLIC_INTEREST_EXTENSION, at
    found = steps(said)
    decides = bool(signs & (_ACTS | {Sign.ALL, Sign.WHOLLY})) or _NOTICE.search(said) is not None
    gives = given or bool(signs & _GIVES)
    longer = _more_time(said, False)[0] is not None
    room: tuple[tuple[LetterKind, bool], ...] = (
        (
            LetterKind.FEES_NOTICE,
            not (decides or words.PAID.search(said) or (exempting and Sign.REFUSED in signs)),
        ),
        (
            LetterKind.PUBLIC_INTEREST_EXTENSION,
            not (decides or gives or Sign.NOT_HELD in signs)
            and not (exempting and Sign.REFUSED in signs and _concludes(said))
            and (exempting or _EXEMPTION.search(said) is not None),
        ),
        (LetterKind.TRANSFERRED, not (decides or gives)),
        (LetterKind.CLARIFICATION_ASKED, not (decides or gives or exempting)),
        (LetterKind.CLARIFICATION_ASKED, _waits_for_words(said, signs) and not given),
        (
            LetterKind.HOLDING,
            not (decides or given or exempting or signs & {Sign.GIVEN, Sign.NOT_HELD})
            and not longer,
        ),
        (LetterKind.ACKNOWLEDGEMENT, not (signs or given or exempting or longer)),
    )
    return next(((kind, found[kind]) for kind, free in room if free and kind in found), None)


def _concludes(said: str) -> bool:
    """Whether the letter says how the balance fell, or that what is asked is exempt."""
    return any(
        _CONCLUDED.search(sentence) and not _STILL_OPEN.search(sentence)
        for sentence in (span.flat(said) for span in sentences(said))
    )


def _waits_for_words(said: str, signs: set[Sign]) -> bool:
    """Whether a request lapses that is not made clear; what is said besides is what it may cost,
    or what could be had.
    """
    return signs <= _BESIDE_A_QUESTION and _WITHDRAWN.search(said) is not None


def _fee_asked(said: str, signs: set[Sign], *, gives: bool) -> re.Match[str] | None:
    """Where the letter asks for a fee; a table of what it is made up of gives nothing."""
    met = _says(words.FEE_DUE, said)
    if met and not (signs & {Sign.ALL, Sign.SOME} or words.PAID.search(said)):
        return met
    return None if gives else _says(words.FEES, said)


def _counts(said: str, signs: set[Sign]) -> bool:
    """Whether figures stand under words that announce an answer; one may ask with figures too."""
    return {Sign.FIGURE, Sign.ANSWERS} <= signs and not _says(words.CLARIFICATION, said)


def _more_time(said: str, decides: bool) -> tuple[LetterKind | None, re.Match[str] | None]:
    """The kind of a letter that takes more time, and where it says so."""
    met = _says(words.EXTENDS, said, past=False)
    if met is None and not _says(words.HOLDING, said):
        met = _says(words.MISSED, said, past=False)
    if met is None:
        return None, None
    weighs = words.PUBLIC_INTEREST.search(said)
    here = sentence_around(said, met.start(), met.end()).of(said)
    if weighs and (words.PUBLIC_INTEREST.search(here) or not _says(words.OF_COMPLEXITY, said)):
        return LetterKind.PUBLIC_INTEREST_EXTENSION, met
    refuses = decides and weighs is None and _REFUSAL.search(said)
    return (None, None) if refuses else (LetterKind.EXTENSION, met)


def _first_words(said: str, *, given: bool) -> tuple[LetterKind | None, re.Match[str] | None]:
    """The kind of a letter that decides nothing: it asks, acknowledges or says that it is late."""
    if not given and (met := _says(words.CLARIFICATION, said)):
        return LetterKind.CLARIFICATION_ASKED, met
    if not given and _LATE.search(said) and (met := _says(words.HOLDING, said)):
        return LetterKind.HOLDING, met
    met = _says(words.ACKNOWLEDGES, said, also=words.OF_ANSWERING, never=words.ABOUT_REVIEWS)
    if met and not given:
        return LetterKind.ACKNOWLEDGEMENT, met
    if not given and (met := _says(words.HOLDING, said)):
        return LetterKind.HOLDING, met
    return None, None


def _says(
    pattern: re.Pattern[str],
    said: str,
    *,
    past: bool = True,
    also: re.Pattern[str] | None = None,
    never: re.Pattern[str] | None = None,
) -> re.Match[str] | None:
    """The first place where the pattern stands in a sentence about this request.

    `past`: whether what was done before counts. `also` must stand in the sentence, `never` not.
    """
    for met in pattern.finditer(said):
        sentence = sentence_around(said, met.start(), met.end()).of(said)
        if words.ABOUT_LAW.search(sentence) or (never and never.search(sentence)):
            continue
        if (also and not also.search(sentence)) or (not past and words.PAST.search(sentence)):
            continue
        return met
    return None
