"""The characters of Rich Text: bytes in the code page of their font, and numbered ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from foitrack.reading.documents.rtf_words import CHARSETS, SYMBOL_CHARSET, SYMBOLS, codec

_ESCAPED = frozenset(b"\\{}~_-")


@dataclass
class Decoder:
    """Puts characters together and hands text on to `say`."""

    say: Callable[[str], None]
    page: str = "cp1252"
    fonts: dict[int, int | str] = field(default_factory=dict)
    """The character set of each font by its number, or its codec where that is given."""
    owed: int = 0
    """Characters still to be passed over: they stand for the numbered one before them."""
    pending: bytearray = field(default_factory=bytearray)
    units: list[int] = field(default_factory=list)

    def take(self, text: bytes, font: int) -> None:
        """Characters as they stand in the file."""
        text = text.replace(b"\r", b"").replace(b"\n", b"")
        if self.owed and text:
            passed = min(self.owed, len(text))
            self.owed -= passed
            text = text[passed:]
        if not text:
            return
        self._join_units()
        if self._is_symbol(font) and self.pending == b"":
            self.say("".join(SYMBOLS.get(code, chr(code)) for code in text))
        else:
            self.pending += text

    def byte(self, code: int, font: int) -> None:
        """A character given by its code in the code page."""
        if self.owed:
            self.owed -= 1
            return
        self._join_units()
        if self._is_symbol(font):
            self.settle(font)
            self.say(SYMBOLS.get(code, chr(code) if code < 0x80 else ""))
        else:
            self.pending.append(code)

    def unit(self, number: int, fallback: int, font: int) -> None:
        """A character given by its number; `fallback` characters after it stand for it."""
        if self.pending:
            self.settle(font)
        self.owed = min(max(0, fallback), 20)
        unit = number % 65536
        if 0xF000 <= unit <= 0xF0FF:
            self.settle(font)
            self.say(SYMBOLS.get(unit - 0xF000, ""))
        else:
            self.units.append(unit)

    def passes_over(self, sign: bytes) -> bool:
        """Whether a sign is one of those that stand for the numbered character before it."""
        if self.owed and sign[0] in _ESCAPED:
            self.owed -= 1
            return True
        return False

    def settle(self, font: int) -> None:
        """Hands on what is pending."""
        self._join_units()
        if self.pending:
            text = bytes(self.pending).decode(self._codec(font), errors="replace")
            self.pending.clear()
            self.say(text)

    def _join_units(self) -> None:
        if self.units:
            data = b"".join(unit.to_bytes(2, "little") for unit in self.units)
            self.units.clear()
            self.say(data.decode("utf-16-le", errors="replace"))

    def _codec(self, font: int) -> str:
        known = self.fonts.get(font)
        if isinstance(known, str):
            return known
        return self.page if known in (None, 0, 1) else CHARSETS.get(known or 0, self.page)

    def _is_symbol(self, font: int) -> bool:
        return self.fonts.get(font) == SYMBOL_CHARSET

    def use_page(self, number: int | None) -> None:
        """The code page of the whole file."""
        self.page = codec(number or 1252)
