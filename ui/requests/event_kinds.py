"""Which events a person can record, in their words, and what each needs besides its day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.law.terms import EventKind, Regime


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of event in the dialog."""

    kind: EventKind
    label: str
    """Untranslated; `text` gives it in the language of the window."""
    hint: str
    by_authority: bool
    takes_until: bool = False
    """The authority announced a new date."""
    takes_result: bool = False
    """An internal review's result."""
    regimes: frozenset[Regime] = frozenset(Regime)
    """The laws under which it can happen."""

    @property
    def text(self) -> str:
        """The words in the list."""
        return QCoreApplication.translate("EventKinds", self.label)

    @property
    def help(self) -> str:
        """One sentence under the list: what it does to the clock."""
        return QCoreApplication.translate("EventKinds", self.hint)


_ENGLISH_ACT = frozenset({Regime.FOIA})
_ENVIRONMENTAL = frozenset({Regime.EIR, Regime.EISR})


def _mine(kind: EventKind, label: object, hint: object) -> KindChoice:
    return KindChoice(kind, str(label), str(hint), by_authority=False)


def _theirs(
    kind: EventKind,
    label: object,
    hint: object,
    *,
    until: bool = False,
    result: bool = False,
    regimes: frozenset[Regime] = frozenset(Regime),
) -> KindChoice:
    return KindChoice(kind, str(label), str(hint), True, until, result, regimes)


KINDS: tuple[KindChoice, ...] = (
    _mine(
        EventKind.SENT,
        QT_TRANSLATE_NOOP("EventKinds", "I sent it"),
        QT_TRANSLATE_NOOP(
            "EventKinds", "Taken to be received the same day, until you record the day of receipt."
        ),
    ),
    _mine(
        EventKind.POSTED,
        QT_TRANSLATE_NOOP("EventKinds", "I posted it"),
        QT_TRANSLATE_NOOP("EventKinds", "The clock starts when the authority receives it."),
    ),
    _mine(
        EventKind.RECEIVED,
        QT_TRANSLATE_NOOP("EventKinds", "The authority received it"),
        QT_TRANSLATE_NOOP("EventKinds", "Day 0 of the clock."),
    ),
    _mine(
        EventKind.CLARIFICATION_GIVEN,
        QT_TRANSLATE_NOOP("EventKinds", "I gave the clarification"),
        QT_TRANSLATE_NOOP("EventKinds", "The full period starts again on this day."),
    ),
    _mine(
        EventKind.FEE_PAID,
        QT_TRANSLATE_NOOP("EventKinds", "I paid the fee"),
        QT_TRANSLATE_NOOP(
            "EventKinds", "The days from the fees notice to this day are disregarded."
        ),
    ),
    _mine(
        EventKind.CHASED,
        QT_TRANSLATE_NOOP("EventKinds", "I chased the authority"),
        QT_TRANSLATE_NOOP("EventKinds", "Moves no date."),
    ),
    _mine(
        EventKind.COMPLAINT,
        QT_TRANSLATE_NOOP("EventKinds", "I complained to the Commissioner"),
        QT_TRANSLATE_NOOP("EventKinds", "The request then stands with the Commissioner."),
    ),
    _mine(
        EventKind.APPEAL,
        QT_TRANSLATE_NOOP("EventKinds", "I appealed"),
        QT_TRANSLATE_NOOP("EventKinds", "The request then stands with the Tribunal or the court."),
    ),
    _mine(
        EventKind.WITHDRAWN,
        QT_TRANSLATE_NOOP("EventKinds", "I withdrew the request"),
        QT_TRANSLATE_NOOP("EventKinds", "Stops the clock."),
    ),
    _mine(
        EventKind.CLOSED,
        QT_TRANSLATE_NOOP("EventKinds", "I put the request away"),
        QT_TRANSLATE_NOOP("EventKinds", "Nothing more to do; it stays in the list as closed."),
    ),
    _theirs(
        EventKind.ACKNOWLEDGED,
        QT_TRANSLATE_NOOP("EventKinds", "An acknowledgement"),
        QT_TRANSLATE_NOOP("EventKinds", "Moves no date."),
    ),
    _theirs(
        EventKind.CLARIFICATION_ASKED,
        QT_TRANSLATE_NOOP("EventKinds", "A question back to me"),
        QT_TRANSLATE_NOOP(
            "EventKinds", "The period starts again once you have given the clarification."
        ),
    ),
    _theirs(
        EventKind.FEES_NOTICE,
        QT_TRANSLATE_NOOP("EventKinds", "A fees notice"),
        QT_TRANSLATE_NOOP("EventKinds", "The clock stands still until the fee is paid."),
    ),
    _theirs(
        EventKind.PUBLIC_INTEREST_EXTENSION,
        QT_TRANSLATE_NOOP("EventKinds", "More time for the public interest test"),
        QT_TRANSLATE_NOOP("EventKinds", "The refusal notice is still due on the first date."),
        until=True,
        regimes=_ENGLISH_ACT,
    ),
    _theirs(
        EventKind.EXTENSION,
        QT_TRANSLATE_NOOP("EventKinds", "More time for a complex request"),
        QT_TRANSLATE_NOOP("EventKinds", "The first date stays on record beside the new one."),
        until=True,
        regimes=_ENVIRONMENTAL,
    ),
    _theirs(
        EventKind.RESPONSE,
        QT_TRANSLATE_NOOP("EventKinds", "A response (no document)"),
        QT_TRANSLATE_NOOP("EventKinds", "To keep the letter too, use Record a response instead."),
    ),
    _theirs(
        EventKind.REVIEW_OUTCOME,
        QT_TRANSLATE_NOOP("EventKinds", "The outcome of the internal review"),
        QT_TRANSLATE_NOOP("EventKinds", "From this day you can complain to the Commissioner."),
        result=True,
    ),
    _theirs(
        EventKind.TRANSFERRED,
        QT_TRANSLATE_NOOP("EventKinds", "A transfer to another authority"),
        QT_TRANSLATE_NOOP("EventKinds", "Log a request to the other authority for its own clock."),
    ),
    _theirs(
        EventKind.LAST_CONTACT,
        QT_TRANSLATE_NOOP("EventKinds", "The last meaningful contact"),
        QT_TRANSLATE_NOOP("EventKinds", "The time to complain counts from this day."),
    ),
    _theirs(
        EventKind.DECISION_NOTICE,
        QT_TRANSLATE_NOOP("EventKinds", "The Commissioner's decision notice"),
        QT_TRANSLATE_NOOP("EventKinds", "The time to appeal counts from this day."),
    ),
)


def offered(regime: Regime) -> tuple[KindChoice, ...]:
    """The kinds that can happen to a request under this law."""
    return tuple(choice for choice in KINDS if regime in choice.regimes)


def offered_under_all(regimes: Collection[Regime]) -> tuple[KindChoice, ...]:
    """The kinds that can happen under each of several laws."""
    return tuple(choice for choice in KINDS if choice.regimes.issuperset(regimes))


def choice_of(kind: EventKind) -> KindChoice | None:
    """The choice for a kind; None where it has a dialog of its own (asking for a review)."""
    return next((choice for choice in KINDS if choice.kind is kind), None)
