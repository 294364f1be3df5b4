"""The columns of a campaign's matrix: the answer, who, when, why, and a cell for each year."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.desk.coverage_order import YEAR
from foitrack.desk.views.coverage import OTHER_PERIODS

translate = QCoreApplication.translate
AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it sorts by, its title and width in pixels at 100 % text."""

    key: str
    title: str
    width: int
    drop: int = 0
    """Which columns give way first where there is no room: the highest; 0 never does."""
    tip: str = ""

    @property
    def year(self) -> str:
        """The year of a year's column; empty for the others."""
        return self.key.removeprefix(YEAR) if self.key.startswith(YEAR) else ""


def columns_for(years: tuple[str, ...], *, nations: bool, kinds: bool) -> tuple[Column, ...]:
    """The columns in reading order; nation and kind only where they tell lines apart."""

    def tr(words: str) -> str:
        return translate("Campaign", words)

    own = [
        Column("state", tr("Answer"), 152),
        Column(AUTHORITY, tr("Authority"), 200),
        Column("nation", tr("Nation"), 92, 3),
        Column("kind", tr("Kind"), 116, 4),
        Column("asked", tr("Asked"), 100, 2),
        Column("answered", tr("Answered"), 158),
        Column("exemptions", tr("Exemptions"), 92, 1),
        Column("review", tr("Review"), 54),
    ]
    own = [c for c in own if (nations or c.key != "nation") and (kinds or c.key != "kind")]
    return (*own, *(_year(year) for year in years))


def _year(year: str) -> Column:
    if year == OTHER_PERIODS:
        tip = translate("Campaign", "Case rows of other periods, or of none that is given")
        return Column(YEAR + year, translate("Campaign", "Other"), 50, tip=tip)
    tip = translate("Campaign", "Case rows of {0}").format(year)
    return Column(YEAR + year, year, 44, tip=tip)
