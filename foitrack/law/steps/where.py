"""A request on a day: what every next step is chosen from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.law.clocks.history import History
from foitrack.law.terms import Deadline, DeadlineKind, NextStep, Reckoning, Regime, Step
from foitrack.saying import say

SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})
"""The laws under which a review must be asked for before the Commissioner can be."""


@dataclass(frozen=True, slots=True)
class Where:
    """A request on a day."""

    regime: Regime
    history: History
    reckoning: Reckoning
    today: date

    @property
    def scottish(self) -> bool:
        """Under a law of Scotland."""
        return self.regime in SCOTTISH

    @property
    def commissioner(self) -> str:
        """The Commissioner's name inside a sentence."""
        return say("the Scottish Information Commissioner") if self.scottish else say("the ICO")

    def of(self, kind: DeadlineKind) -> Deadline | None:
        """The deadline of a kind, where the events give one."""
        return self.reckoning.of(kind)

    def passed(self, deadline: Deadline | None) -> bool:
        """Whether a last day is there and lies behind."""
        return deadline is not None and self.today > deadline.on


def until(step: Step, sentence: str, deadline: Deadline | None) -> NextStep:
    """A step that is possible until a deadline."""
    if deadline is None:
        return NextStep(step, sentence)
    return NextStep(step, sentence, deadline.on, deadline.basis)
