"""Sentences in which an authority says what it does with a request or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.later import later
from foitrack.reading.contractions import spelt_out
from foitrack.reading.prose import Span, sentences
from foitrack.reading.response.clauses import Looking, deeds
from foitrack.reading.response.elsewhere import (
    ASKER,
    ELSEWHERE,
    ENCLOSED,
    LINKED,
    NOT_ASKED,
    PUBLISHED,
)
from foitrack.reading.response.figure_phrases import (
    COUNTED,
    DETAILS_AT,
    FIGURE,
    GO_AND_SEE,
    ITEM,
    LABEL_AND_FIGURE,
    LABELLED,
    NOT_FIGURES,
    OF_THE_TEST,
    POINTS_BELOW,
    REFERS_BACK,
    SEE_BELOW,
    WORKINGS,
    YOUR_REQUEST,
)
from foitrack.reading.response.looking import looking
from foitrack.reading.response.not_done_phrases import (
    ARGUES,
    HERE_TOO,
    HISTORY,
    MAY_BE,
    NOT_DONE,
    OF_IT_ALL,
    RECITED,
    RIGHTS,
    SO_HERE,
    STANDS,
    STILL_GIVES,
)
from foitrack.reading.response.question_labels import turned_to
from foitrack.reading.response.sign import Sign
from foitrack.reading.response.sign_phrases import RULES
from foitrack.reading.response.undone_phrases import BESIDES, OF_HOLDING, OF_INFORMATION, UNDONE
from foitrack.reading.response.voices import asks
from foitrack.reading.response.wholly import FULLY, HANDED, NO_PAPER, NOTHING_HELD, WHOLLY
from foitrack.reading.response.workings import works_out

__all__ = ["Sign", "Signal", "hypothetical", "signals"]


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign with the sentence it stands in."""

    sign: Sign
    span: Span


_DIGIT = re.compile(r"\d")
_LONGEST = 1500
_SHORTEST = 3
_SAID = 30
_HEADING = 70
_IF = later(
    r",? ?(?:\b(?:because|since|as|that),? )?\bif\b|,? which (?:states|says|provides|allows|"
    r"permits|enables|means)\b",
    re.IGNORECASE,
)
_DOES = later(
    r"\b(?:I|we|which|and|[A-Z]\w+) (?:am |are |is |have |has |must |can |do |does |did |"
    r"therefore |will |"
    r"hereby |also |not |decided to )*(?:neither|refus\w+|withh\w+|declin\w+|hold|cannot|"
    r"rel(?:y|ies|ying)|appl(?:y|ies|ied|ying)|enclose[sd]?|attach\w*)\b"
)
_OF_LAW = (Sign.COST, Sign.VEXATIOUS, Sign.REPEATED)
_SUPPOSES = re.compile(r"\b(?:if|where|when|whether):$", re.IGNORECASE)
_LISTED = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s|[-•*·]\s)")
"""The items below “We will tell you if:”."""
_NUMBER_ALONE = re.compile(r"\W*\d{4,}\W*")
_NAMES_LAW = re.compile(r"\b(?:sections?|s\.?|regulations?|reg)\b ?\d", re.IGNORECASE)
_ITEM = 120
"""A numbered line with a figure, up to this long, is an answer."""


_HANDS_OVER = (Sign.GIVEN, Sign.HANDED)
_GIVES_NOTHING = (Sign.NCND, Sign.REFUSED, Sign.NOT_HELD, *_OF_LAW)


def hypothetical(sentence: str) -> bool:
    """Whether a sentence says what the law allows or what may come, not what is done."""
    return bool(MAY_BE.search(sentence))


def signals(said: str) -> Iterator[Signal]:
    """Every sentence that says what was done, with what it says."""
    told = list(_signals(said))
    for n, one in enumerate(told):
        if not (one.sign in _HANDS_OVER and POINTS_BELOW.match(one.span.flat(said))):
            yield one
            continue
        # “Please see below”, above words that give nothing.
        below = (two.sign for two in told[n + 1 :] if not POINTS_BELOW.match(two.span.flat(said)))
        if next(below, None) not in _GIVES_NOTHING:
            yield one


def _signals(said: str) -> Iterator[Signal]:
    look = looking(len(said))
    before = law = older = above = ""
    rights = False
    for span, sentence in _stated(said):
        if len(sentence) < _HEADING and sentence[-1:] not in ".;,":
            rights = RIGHTS.match(sentence) is not None
        last, before = before, sentence
        recited, law, older = law or older, "", law
        if _is_row(sentence) or works_out(sentence) or _asker_speaks(sentence):
            continue
        if len(sentence) < _SHORTEST or (HISTORY.search(sentence) and not STANDS.search(sentence)):
            continue
        if look.found(NOT_DONE, sentence) and not HERE_TOO.search(sentence):
            law = sentence if RECITED.search(sentence) else ""
            above = law or above
            yield from _by_the_law_recited(law, last, span, look)
            sentence = _before_its_condition(sentence, look)
            if not sentence:
                continue
        if OF_IT_ALL.search(sentence):
            recited = recited or above
        if recited and (SO_HERE.search(sentence) or OF_IT_ALL.search(sentence)):
            yield from (Signal(one, span) for one in _OF_LAW if look.found(RULES[one], recited))
        if not _goes_with(sentence, last, look):
            told = _told(sentence, span, look)
            # “Please see the attached sheet”, below “Complaint rights”, gives nothing asked for.
            yield from (one for one in told if not (rights and one.sign is Sign.GIVEN))


def _stated(said: str) -> Iterator[tuple[Span, str]]:
    """Each sentence on one line, but for the items of a list of what may be."""
    supposed = False
    for span in sentences(said):
        sentence = spelt_out(" ".join(span.of(said)[:_LONGEST].split()))
        supposed = supposed and _LISTED.match(sentence) is not None
        if not supposed:
            yield span, sentence
            supposed = _SUPPOSES.search(sentence) is not None


def _asker_speaks(sentence: str) -> bool:
    return asks(sentence) or sentence.endswith("?") or ASKER.search(sentence) is not None


def _by_the_law_recited(law: str, last: str, span: Span, look: Looking) -> Iterator[Signal]:
    """What a recited law is the ground of, where the sentence before it refuses and names none."""
    if law and look.found(RULES[Sign.REFUSED], last) and not _NAMES_LAW.search(last):
        yield from (Signal(one, span) for one in _OF_LAW if look.found(RULES[one], law))


def _goes_with(sentence: str, last: str, look: Looking) -> bool:
    """Whether a sentence only points to what the one before it spoke of, which is no answer."""
    if SEE_BELOW.match(sentence):
        return look.found(RULES[Sign.REFUSED], last)
    if DETAILS_AT.match(sentence):
        return OF_THE_TEST.search(last) is not None
    if GO_AND_SEE.match(sentence):
        return BESIDES.search(last) is not None
    return bool(REFERS_BACK.match(sentence) and YOUR_REQUEST.search(last))


def _is_row(sentence: str) -> bool:
    """Whether it is a row of a table that nothing has told apart: mostly figures."""
    words = sentence.split()
    if _NUMBER_ALONE.fullmatch(sentence):
        return True  # Or the number of the page.
    figures = sum(word.strip("%,.*<-£").isdigit() or word in ("-", "*") for word in words)
    return figures >= _MANY_FIGURES and figures * 3 >= len(words)


_MANY_FIGURES = 4


def _told(sentence: str, span: Span, look: Looking) -> Iterator[Signal]:
    """What one sentence says was done."""
    argues = ARGUES.search(sentence) is not None and not STILL_GIVES.search(sentence)
    yield from (
        one for one in _said_of(sentence, span, look) if not (argues and one.sign in _GIVING)
    )


_GIVING = (Sign.GIVEN, Sign.HANDED, Sign.SOME, Sign.ALL, Sign.FIGURE)


def _said_of(sentence: str, span: Span, look: Looking) -> Iterator[Signal]:
    """What a sentence says by its words, whether it argues or tells."""
    done = deeds(sentence, look)
    denies = done.keys() & {Sign.NOT_HELD, Sign.REFUSED}
    figures = _DIGIT.search(sentence) and FIGURE.search(NOT_FIGURES.sub(" ", sentence))
    if figures or (COUNTED.match(sentence) and not denies):
        yield Signal(Sign.FIGURE, span)
        if len(sentence) < _ITEM and _is_item(sentence) and not WORKINGS.search(sentence):
            yield Signal(Sign.GIVEN, span)
        if LABELLED.match(sentence) and not WORKINGS.search(sentence):
            yield from (Signal(Sign.GIVEN, span), Signal(Sign.HANDED, span))
    for sign, pattern in RULES.items():
        undone = UNDONE.get(sign)
        said = sentence if look.found(pattern, sentence) else done.get(sign)
        if undone and said and undone.search(said):
            said = done.get(sign) or (
                _in_a_part(sentence, pattern, undone, look) if sign in _APART else None
            )
        if said and not (undone and undone.search(said)):
            yield from (Signal(one, span) for one in _surely(sign, sentence))
    if FULLY.search(sentence):
        yield Signal(Sign.FULLY, span)
    if NOTHING_HELD.search(sentence) and turned_to(sentence) is None:
        yield Signal(Sign.NOTHING_HELD, span)
    if WHOLLY.search(sentence) and turned_to(sentence) is None:
        yield Signal(Sign.WHOLLY, span)


def _is_item(sentence: str) -> bool:
    """Whether it is an item of a list: numbered, or with a mark and a figure after its label."""
    if ITEM.match(sentence):
        return True
    bare = sentence.lstrip("•*·- ")
    return bare != sentence and LABEL_AND_FIGURE.fullmatch(bare) is not None


def _surely(sign: Sign, sentence: str) -> Iterator[Sign]:
    """A sign, with what its sentence says of how it is meant; none where that is of others."""
    here = ENCLOSED.search(sentence) is not None
    if sign is Sign.GIVEN and (
        BESIDES.search(sentence) or (ELSEWHERE.search(sentence) and not here)
    ):
        return
    if sign in (Sign.ALL, Sign.SOME) and not here and ELSEWHERE.search(sentence):
        return
    if sign is Sign.NOT_HELD and NOT_ASKED.search(sentence):
        return
    if sign is Sign.NCND and not OF_HOLDING.search(sentence):
        return  # “We cannot say whether any is older.”
    if sign is Sign.REFUSED and not OF_INFORMATION.search(sentence):
        return  # A payment is withheld, a vehicle exempt.
    yield sign
    if sign is Sign.NOT_HELD and NO_PAPER.search(sentence):
        yield Sign.NO_PAPER
    if sign is Sign.GIVEN and HANDED.search(sentence):
        yield Sign.HANDED
    if sign is Sign.GIVEN and not here and PUBLISHED.search(sentence):
        yield Sign.PUBLISHED
    if sign is Sign.GIVEN and LINKED.search(sentence):
        yield Sign.LINKED


_APART = (Sign.GIVEN, Sign.NOT_HELD, Sign.REFUSED)
_PARTS = re.compile(r"; | - |, (?:and|but) ")


def _in_a_part(
    sentence: str, pattern: re.Pattern[str], undone: re.Pattern[str], look: Looking
) -> str | None:
    """The part of a sentence that says it by itself, whatever another part takes back."""
    parts = _PARTS.split(sentence)
    if len(parts) == 1:
        return None
    said = (one for one in parts if look.found(pattern, one) and not undone.search(one))
    return next(said, None)


def _before_its_condition(sentence: str, look: Looking) -> str:
    """What a sentence says before an “if”, where that is what it does; else nothing.

    “We can neither confirm nor deny …, because, if we held it, …” refuses all the same.
    """
    condition = _IF.search(sentence)
    if condition is None or condition.start() < _SAID:
        return ""
    said = sentence[: condition.start()]
    return said if _DOES.search(said) and not look.found(NOT_DONE, said) else ""
