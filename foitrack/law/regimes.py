"""FOIA, EIR, FOISA, EISR: their periods, counting rules and bases, as values.

The figures stand in `resources/law/regimes.toml`; here is their shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from foitrack.law.bank_holidays import Nation
from foitrack.law.terms import Body, Regime, Strength


class Unit(StrEnum):
    """What a period is counted in."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Period:
    """So many working days, calendar days or calendar months, and what says so."""

    length: int
    unit: Unit
    basis: str
    strength: Strength
    inclusive: bool = False
    """The first day counts as day 1 ("beginning with the day on which …")."""


@dataclass(frozen=True, slots=True)
class RegimeRules:
    """What one law says about time."""

    regime: Regime
    title: str
    nations: tuple[Nation, ...]
    """The nations whose bank holidays are not working days."""
    holidays_basis: str
    commissioner: str
    """The Commissioner's name inside a sentence."""
    clarification_basis: str
    fees_basis: str
    periods: Mapping[str, Period]
    posted_days: int | None = None
    """Calendar days after posting on which a letter is presumed received; None: no such rule."""
    posted_basis: str = ""

    def period(self, name: str, body: Body = Body.GENERAL) -> Period | None:
        """A period by its name, the one for the kind of body before the general one."""
        return self.periods.get(f"{name}:{body}") or self.periods.get(name)

    def has_rule_for(self, body: Body) -> bool:
        """Whether this law sets any period of its own for that kind of body."""
        return any(name.endswith(f":{body}") for name in self.periods)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of all four laws."""

    regimes: Mapping[Regime, RegimeRules]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Rules:
        """From the parsed `regimes.toml`."""
        return cls({Regime(name): _regime(Regime(name), entry) for name, entry in data.items()})

    def of(self, regime: Regime) -> RegimeRules:
        """The rules of one law."""
        return self.regimes[regime]


def _regime(regime: Regime, entry: Mapping[str, Any]) -> RegimeRules:
    return RegimeRules(
        regime=regime,
        title=entry["title"],
        nations=tuple(map(Nation, entry["holidays"])),
        holidays_basis=entry["holidays-basis"],
        commissioner=entry["commissioner"],
        clarification_basis=entry["clarification-basis"],
        fees_basis=entry["fees-basis"],
        periods={name: _period(period) for name, period in entry["periods"].items()},
        posted_days=entry.get("posted-days"),
        posted_basis=entry.get("posted-basis", ""),
    )


def _period(entry: Mapping[str, Any]) -> Period:
    unit = next(unit for unit in Unit if unit in entry)
    return Period(
        length=entry[unit],
        unit=unit,
        basis=entry["basis"],
        strength=Strength(entry["strength"]),
        inclusive=entry.get("inclusive", False),
    )
