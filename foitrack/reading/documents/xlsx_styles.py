"""The styles of a workbook's cells: how numbers are shown, and whether anything shows at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.workbook_formats import BUILT_IN, Format, built_in, parse_format
from foitrack.reading.documents.workbook_values import Shown, shown_number
from foitrack.reading.documents.xlsx_parts import PREFIXES, Parts
from foitrack.reading.documents.xml_tree import within

_INDEXED = {
    0: "000000", 1: "FFFFFF", 2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 6: "FF00FF",
    7: "00FFFF", 8: "000000", 9: "FFFFFF", 64: "000000", 65: "FFFFFF",
}  # fmt: skip
# A theme's colours are listed dark first, and numbered light first.
_THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
_WHITE = "FFFFFF"
_MOST_REMEMBERED = 50_000


@dataclass(slots=True)
class Style:
    """How a cell is shown."""

    format: Format
    same_colour: bool = False
    """Whether its text has the colour of its ground."""
    from_1904: bool = False
    plain: bool = False
    """Whether numbers and text are shown as they are."""
    known: dict[str, Shown] = field(default_factory=dict)

    def number(self, raw: str) -> Shown:
        """A stored number as shown."""
        found = self.known.get(raw)
        if found is None:
            if len(self.known) > _MOST_REMEMBERED:
                self.known.clear()
            found = self.known[raw] = shown_number(raw, self.format, self.from_1904)
        return found

    def text(self, text: str) -> str:
        """A stored text as shown."""
        return text if self.plain else self.format.text(text)


def read_styles(parts: Parts) -> list[Style]:
    """The styles by number; always one at least."""
    member = next(parts.of_kind("styles"), "xl/styles.xml")
    root = parts.package.xml(member, PREFIXES)
    if root is None:
        return [_style(BUILT_IN[0], False, parts.from_1904)]
    theme = _theme(parts)
    codes = {
        _number(element.get("numFmtId")): element.get("formatCode") or ""
        for element in _each(root, "m:numFmts", "m:numFmt")
    }
    fonts = [_colour(f.find("m:color"), theme, "000000") for f in _each(root, "m:fonts", "m:font")]
    grounds = [_ground(fill, theme) for fill in _each(root, "m:fills", "m:fill")]
    styles = [
        _style(
            _code(_number(xf.get("numFmtId")), codes),
            _same(fonts, _number(xf.get("fontId")), grounds, _number(xf.get("fillId"))),
            parts.from_1904,
        )
        for xf in _each(root, "m:cellXfs", "m:xf")
    ]
    return styles or [_style(BUILT_IN[0], False, parts.from_1904)]


def _style(code: str, same_colour: bool, from_1904: bool) -> Style:
    return Style(parse_format(code), same_colour, from_1904, code in ("General", "@", ""))


def _code(number: int, codes: dict[int, str]) -> str:
    # Numbers 14 and 22 mean the region's own date, whatever a writer puts beside them.
    if number in (14, 22):
        return BUILT_IN[number]
    return codes.get(number) or built_in(number)


def _each(root: Element, group: str, name: str) -> Iterator[Element]:
    found = root.find(group)
    return iter(()) if found is None else (child for child in found if child.tag == name)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 0


def _same(fonts: list[str | None], font: int, grounds: list[str | None], ground: int) -> bool:
    ink = fonts[font] if font < len(fonts) else None
    paper = grounds[ground] if ground < len(grounds) else _WHITE
    return ink is not None and ink == paper


def _ground(fill: Element, theme: list[str]) -> str | None:
    """The colour of a fill; white where there is none, None where it is of several colours."""
    pattern = fill.find("m:patternFill")
    if pattern is None:
        return None
    kind = pattern.get("patternType") or "none"
    if kind == "none":
        return _WHITE
    return _colour(pattern.find("m:fgColor"), theme, None) if kind == "solid" else None


def _colour(element: Element | None, theme: list[str], usual: str | None) -> str | None:
    """Six hexadecimal digits, with a theme's tint after them; None where it is not known."""
    if element is None:
        return usual
    if rgb := element.get("rgb"):
        return rgb[-6:].upper()
    tint = element.get("tint") or "0"
    own = f"/{tint[:6]}" if tint.strip("0.-") else ""
    if element.get("theme") is not None:
        number = _number(element.get("theme"))
        return theme[number] + own if number < len(theme) else None
    if element.get("indexed") is not None:
        return _INDEXED.get(_number(element.get("indexed")))
    return usual


def _theme(parts: Parts) -> list[str]:
    """The theme's colours, in the order in which styles number them."""
    usual = [_WHITE, "000000"]
    member = next(parts.of_kind("theme"), "")
    root = parts.package.xml(member, PREFIXES) if member else None
    scheme = within(root, "a:themeElements", "a:clrScheme")
    if scheme is None:
        return usual
    listed = [
        str((colour.get("lastClr") or colour.get("val") or "").upper())
        for slot in scheme
        for colour in list(slot)[:1]
    ]
    if len(listed) < len(_THEME_ORDER):
        return usual
    return [listed[number] for number in _THEME_ORDER]
