"""What an old workbook says before its sheets: their names, shared texts, formats and colours."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from foitrack.reading.documents.workbook import MAX_CELLS, MAX_SHEETS, one_line
from foitrack.reading.documents.workbook_formats import BUILT_IN, built_in, parse_format
from foitrack.reading.documents.xls_records import BrokenRecordError, Record, Strings, string_of
from foitrack.reading.documents.xlsx_styles import Style

_BIFF8 = 0x0600
_WHITE, _BLACK, _AUTOMATIC = "FFFFFF", "000000", 0x7FFF
_FIXED = {0: _BLACK, 1: _WHITE, 8: _BLACK, 9: _WHITE, 0x40: _BLACK, 0x41: _WHITE}
_REGIONAL = (14, 22)


class LockedBookError(Exception):
    """The workbook wants a password."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    name: str
    state: str
    kind: int
    """0 is a sheet of cells, 2 a chart; others are programs."""
    at: int


@dataclass(slots=True)
class Book:
    """The workbook's own part."""

    wide: bool = True
    """Whether it is of BIFF 8, Excel 97 and after."""
    codepage: str = "cp1252"
    from_1904: bool = False
    sheets: list[SheetEntry] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    names: list[tuple[str, bool]] = field(default_factory=list)
    """Names given to ranges, and whether each is hidden."""
    copied_rows: int = 0
    """Rows of values copied from other workbooks."""
    _fonts: list[int] = field(default_factory=list)
    _codes: dict[int, str] = field(default_factory=dict)
    _looks: list[tuple[int, int, int, int]] = field(default_factory=list)
    _palette: list[str] = field(default_factory=list)

    def take(self, record: Record) -> None:
        """One record of the workbook's part. Raises LockedBookError, BrokenRecordError."""
        reader = _READERS.get(record.kind)
        if reader is not None:
            reader(self, record)

    def finish(self) -> None:
        """Makes the styles, once all is known of them."""
        self.styles = [self._style(*look) for look in self._looks]
        if not self.styles:
            self.styles = [Style(parse_format("General"), False, self.from_1904, True)]

    def _begin(self, record: Record) -> None:
        self.wide = record.whole("<H")[0] >= _BIFF8

    def _locked(self, record: Record) -> None:
        raise LockedBookError

    def _code_page(self, record: Record) -> None:
        (number,) = record.whole("<H")
        name = {1200: "utf-16-le", 0x8000: "mac_roman", 0x8001: "cp1252"}.get(number, f"cp{number}")
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.codepage = name

    def _date_mode(self, record: Record) -> None:
        self.from_1904 = record.whole("<H")[0] == 1

    def _sheet(self, record: Record) -> None:
        at, state, kind = record.whole("<IBB")
        name = string_of(record, 6, self.wide, self.codepage, "<B")
        if len(self.sheets) < MAX_SHEETS:
            shown = {1: "hidden", 2: "very hidden"}.get(state & 3, "")
            self.sheets.append(SheetEntry(one_line(name) or "Sheet", shown, kind, at))

    def _shared(self, record: Record) -> None:
        (count,) = record.whole("<I", 4)
        strings = Strings([record.data, *record.more], at=8)
        for _ in range(min(count, MAX_CELLS)):
            self.strings.append(one_line(strings.string()))

    def _font(self, record: Record) -> None:
        self._fonts.append(record.whole("<H", 4)[0])

    def _format(self, record: Record) -> None:
        (number,) = record.whole("<H")
        self._codes[number] = string_of(
            record, 2, self.wide, self.codepage, "<H" if self.wide else "<B"
        )

    def _look(self, record: Record) -> None:
        font, number = record.whole("<HH")
        if self.wide:
            border, colours = record.whole("<IH", 14)
            pattern = border >> 26
        else:
            (fill,) = record.whole("<I", 8)
            pattern, colours = fill >> 16 & 0x3F, fill & 0x3FFF
        self._looks.append((font, number, pattern, colours & 0x7F))

    def _colours(self, record: Record) -> None:
        (count,) = record.whole("<H")
        data = record.data[2 : 2 + 4 * count]
        self._palette = [data[n : n + 3].hex().upper() for n in range(0, len(data) - 3, 4)]

    def _name(self, record: Record) -> None:
        flags, _, length = record.whole("<HBB")
        if flags & 0x20:
            return
        if self.wide:
            width = 2 if record.whole("<B", 14)[0] & 1 else 1
            raw = record.data[15 : 15 + length * width]
            name = raw.decode("utf-16-le" if width == 2 else "latin-1", "replace")
        else:
            name = record.data[14 : 14 + length].decode(self.codepage, "replace")
        self.names.append((name, bool(flags & 1)))

    def _copied(self, record: Record) -> None:
        self.copied_rows += 1

    def _style(self, font: int, number: int, pattern: int, ground: int) -> Style:
        code = self._code(number)
        # There is no font 4: what is numbered 5 is the fifth.
        place = font - 1 if font > 4 else font
        ink = self._colour(self._fonts[place]) if place < len(self._fonts) else None
        paper = {0: _WHITE, 1: self._colour(ground)}.get(pattern)
        same = ink is not None and ink == paper
        return Style(parse_format(code), same, self.from_1904, code in ("General", "@", ""))

    def _code(self, number: int) -> str:
        # Numbers 14 and 22 mean the region's own date, whatever a writer puts beside them.
        if number in _REGIONAL:
            return BUILT_IN[number]
        return self._codes.get(number) or built_in(number)

    def _colour(self, number: int) -> str | None:
        if number == _AUTOMATIC:
            return None
        if 8 <= number < 8 + len(self._palette):
            return self._palette[number - 8]
        return _FIXED.get(number, f"#{number}")


_READERS = {
    0x0809: Book._begin,
    0x002F: Book._locked,
    0x0042: Book._code_page,
    0x0022: Book._date_mode,
    0x0085: Book._sheet,
    0x00FC: Book._shared,
    0x0031: Book._font,
    0x041E: Book._format,
    0x001E: Book._format,
    0x00E0: Book._look,
    0x0092: Book._colours,
    0x0018: Book._name,
    0x005A: Book._copied,
}
__all__ = ["Book", "BrokenRecordError", "LockedBookError", "SheetEntry"]
