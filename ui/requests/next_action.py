"""The one filled button of a request: the next thing to do, as far as the app can help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.law.terms import EventKind, Review, Step


class Does(Enum):
    """What pressing the button leads to."""

    READ = auto()
    """Opens the proposal on the Record response page."""
    RECORD_RESPONSE = auto()
    """Opens Record response with no document yet."""
    ASK_REVIEW = auto()
    REVIEW_OUTCOME = auto()
    NOTE_EVENT = auto()
    """Writes the event for today at once; the notice offers Undo."""
    EVENT = auto()
    """Opens the event dialog with its kind chosen."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its words, icon and deed. Only a `filled` one is the next thing to do."""

    label: str
    """Untranslated; `text` gives it in the language of the window."""
    icon: str
    does: Does
    event: EventKind | None = None
    filled: bool = True

    @property
    def text(self) -> str:
        """The words on the button."""
        return QCoreApplication.translate("NextAction", self.label)


_RECORD = str(QT_TRANSLATE_NOOP("NextAction", "Record a response"))
ACTIONS: dict[Step, Action] = {
    Step.SEND: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record the sending")),
        "send",
        Does.EVENT,
        EventKind.SENT,
    ),
    Step.SET_DATE: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Set the date")), "calendar", Does.EVENT, EventKind.SENT
    ),
    Step.WAIT: Action(_RECORD, "mail", Does.RECORD_RESPONSE, filled=False),
    Step.CHASE: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record that I chased")),
        "send",
        Does.NOTE_EVENT,
        EventKind.CHASED,
    ),
    Step.CLARIFY: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record my clarification")),
        "send",
        Does.EVENT,
        EventKind.CLARIFICATION_GIVEN,
    ),
    Step.PAY_FEE: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record the payment")),
        "check",
        Does.EVENT,
        EventKind.FEE_PAID,
    ),
    Step.READ_RESPONSE: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Read and record")), "mail", Does.READ
    ),
    Step.ASK_REVIEW: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Ask for internal review")), "review", Does.ASK_REVIEW
    ),
    Step.CHASE_REVIEW: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record that I chased")),
        "review",
        Does.NOTE_EVENT,
        EventKind.CHASED,
    ),
    Step.COMPLAIN: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record my complaint")),
        "scales",
        Does.EVENT,
        EventKind.COMPLAINT,
    ),
    Step.APPEAL: Action(
        str(QT_TRANSLATE_NOOP("NextAction", "Record my appeal")),
        "scales",
        Does.EVENT,
        EventKind.APPEAL,
    ),
}


_OUTCOME = Action(
    str(QT_TRANSLATE_NOOP("NextAction", "Record the outcome")),
    "review",
    Does.REVIEW_OUTCOME,
    filled=False,
)


def action_for(step: Step, review: Review = Review.NONE) -> Action | None:
    """The button for a step, or None where there is nothing to press."""
    if step is Step.WAIT and review in (Review.ASKED, Review.LATE):
        return _OUTCOME
    return ACTIONS.get(step)
