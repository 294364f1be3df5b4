"""The styles of an OpenDocument spreadsheet that bear on what a person sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_WHITE = "#ffffff"
_DEEPEST = 20


@dataclass(slots=True)
class CellStyle:
    """A cell's colours; None where its parent's hold."""

    parent: str | None = None
    ink: str | None = None
    ground: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles met so far, in the order in which a document lists them."""

    cells: dict[str, CellStyle] = field(default_factory=dict)
    hidden_sheets: set[str] = field(default_factory=set)
    narrow: set[str] = field(default_factory=set)
    """Styles of columns without width and rows without height."""
    _name: str = ""
    _known: dict[str, bool] = field(default_factory=dict)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag among the styles."""
        if tag == "style:style":
            self._name = attributes.get("style:name", "")
            if attributes.get("style:family") == "table-cell":
                self.cells[self._name] = CellStyle(attributes.get("style:parent-style-name"))
        elif tag == "style:table-properties":
            if attributes.get("table:display") == "false":
                self.hidden_sheets.add(self._name)
        elif tag == "style:table-column-properties":
            self._narrow(attributes.get("style:column-width"))
        elif tag == "style:table-row-properties":
            self._narrow(attributes.get("style:row-height"))
        elif self._name in self.cells:
            self._coloured(tag, attributes)

    def invisible(self, name: str) -> bool:
        """Whether a style's text has the colour of its ground, and both are given."""
        known = self._known.get(name)
        if known is None:
            ink, ground = self._found(name, "ink"), self._found(name, "ground")
            paper = _WHITE if ground in (None, "transparent") else ground
            known = self._known[name] = ink is not None and ink == paper
        return known

    def _coloured(self, tag: str, attributes: Mapping[str, str]) -> None:
        own = self.cells[self._name]
        if tag == "style:text-properties" and "fo:color" in attributes:
            own.ink = attributes["fo:color"].lower()
        elif tag == "style:table-cell-properties" and "fo:background-color" in attributes:
            own.ground = attributes["fo:background-color"].lower()

    def _narrow(self, size: str | None) -> None:
        number = (size or "1").rstrip("abcdefghijklmnopqrstuvwxyz%")
        try:
            if float(number) < 0.001:
                self.narrow.add(self._name)
        except ValueError:
            return

    def _found(self, name: str, what: str) -> str | None:
        at: str | None = name
        for _ in range(_DEEPEST):
            style = self.cells.get(at or "")
            if style is None:
                return None
            value = style.ink if what == "ink" else style.ground
            if value is not None:
                return value
            at = style.parent
        return None
