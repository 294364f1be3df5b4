"""The law's own words (states, outcomes, reviews, letters, deadlines) in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from foitrack.law.terms import Body, DeadlineKind, LetterKind, Outcome, Review, State
from foitrack.law.wording import (
    BODY_WORDS,
    DEADLINE_WORDS,
    LETTER_WORDS,
    OUTCOME_WORDS,
    REVIEW_WORDS,
    STATE_WORDS,
)


def _said(words: str) -> str:
    # One context for all of them, since a state and an outcome stand in the same place.
    return QCoreApplication.translate("StateChip", words)


def state_words(state: State) -> str:
    """Where a request stands."""
    return _said(STATE_WORDS[state])


def outcome_words(outcome: Outcome) -> str:
    """What an answer came to."""
    return _said(OUTCOME_WORDS[outcome])


def review_words(review: Review) -> str:
    """Where an internal review stands, or how it ended."""
    return _said(REVIEW_WORDS[review])


def letter_words(letter: LetterKind) -> str:
    """What kind of letter it is."""
    return _said(LETTER_WORDS[letter])


def deadline_words(deadline: DeadlineKind) -> str:
    """What a last day is for."""
    return _said(DEADLINE_WORDS[deadline])


def body_words(body: Body) -> str:
    """What kind of authority it is, where the law sets a time of its own."""
    return _said(BODY_WORDS[body])
