"""Which columns a person wants, in which order and width: remembered between starts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from ui.remembered import recall, remember
from ui.requests.columns import COLUMNS, INDEX
from ui.widgets.column_widths import NARROWEST

_KEY = "requests/columns"


def _first() -> dict[str, bool]:
    return {column.key: column.shown_first for column in COLUMNS}


@dataclass(slots=True)
class ColumnChoice:
    """The order of all columns from the left, whether each is wanted, and widths changed."""

    shown: dict[str, bool] = field(default_factory=_first)
    widths: dict[str, int] = field(default_factory=dict)
    """Only those that the person has changed, in pixels at 100 % text."""

    def wanted(self) -> frozenset[str]:
        """The columns a person wants to see."""
        return frozenset(key for key, shown in self.shown.items() if shown)

    def order(self) -> tuple[str, ...]:
        """All columns from the left."""
        return tuple(self.shown)

    def set_order(self, keys: tuple[str, ...]) -> None:
        """Remember another order."""
        self.shown = {key: self.shown[key] for key in keys}

    def width(self, key: str) -> int:
        """A column's width in pixels at 100 % text."""
        return max(NARROWEST, self.widths.get(key, COLUMNS[INDEX[key]].width))

    def keep(self) -> None:
        """Remember it for the next start."""
        remember(_KEY, json.dumps({"shown": self.shown, "widths": self.widths}))


def recalled() -> ColumnChoice:
    """The choice as remembered; whatever cannot be understood is as at the first start."""
    try:
        kept = json.loads(recall(_KEY, "{}"))
        shown = {str(k): bool(v) for k, v in kept["shown"].items() if k in INDEX}
        widths = {str(k): int(v) for k, v in kept["widths"].items() if k in INDEX}
    except (ValueError, KeyError, TypeError, AttributeError):
        return ColumnChoice()
    shown |= {key: on for key, on in _first().items() if key not in shown}
    return ColumnChoice(shown, widths)
