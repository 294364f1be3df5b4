"""Number formats: a cell's number as the sheet shows it (ECMA-376 part 1, 18.8.31).

Months and days of the week are in English; the formats that follow the computer's own region
(numbers 14 and 22, `[$-F800]`) are shown as in the United Kingdom, day first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from foitrack.reading.documents.workbook_clock import show_moment
from foitrack.reading.documents.workbook_digits import show_number

BUILT_IN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "£#,##0;-£#,##0",
    6: "£#,##0;[Red]-£#,##0", 7: "£#,##0.00;-£#,##0.00", 8: "£#,##0.00;[Red]-£#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy hh:mm", 37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 42: '_-£* #,##0_-;-£* #,##0_-;_-£* "-"_-;_-@_-',
    43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    44: '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_REGIONAL = {
    **dict.fromkeys(range(27, 37), "dd/mm/yyyy"),
    **dict.fromkeys(range(50, 59), "dd/mm/yyyy"),
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|'
    r"\[(?P<bracket>[^\]]*)\]|(?P<general>General)|(?P<clock>am/pm|a/p)|"
    r"(?P<date>y+|m+|d+|h+|s+|e+(?![+-])|b+|g+)|(?P<exponent>e[+-])|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"(?:h+|m+|s+)$", re.IGNORECASE)
_LAST_SERIAL = 2_958_466
_BY_REGION = ("$-F800", "$-X-SYSDATE")
Token = tuple[str, str]
_LONG_DAY: tuple[Token, ...] = (
    ("date", "dd"),
    ("quoted", " "),
    ("date", "mmmm"),
    ("quoted", " "),
    ("date", "yyyy"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the up to four parts of a format."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    clock: bool = False
    """Whether it shows a date or a time."""
    elapsed: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A number format."""

    sections: tuple[Section, ...]

    @property
    def is_date(self) -> bool:
        """Whether numbers in it are days: it shows a day, month or year."""
        own = self.sections[0]
        return own.clock and not own.elapsed and _shows_day(own)

    @property
    def hides(self) -> bool:
        """Whether whatever is in the cell shows as nothing: `;;;`."""
        return len(self.sections) > 2 and not any(section.tokens for section in self.sections)

    def number(self, raw: str, *, from_1904: bool = False) -> str:
        """A number as shown; as stored where it is none, or no moment of this calendar."""
        try:
            value = Decimal(raw)
        except InvalidOperation:
            return raw
        if not value.is_finite():
            return raw
        section, absolute = self._section(value)
        shown = -value if absolute and value < 0 else value
        if section.clock:
            return show_moment(section.tokens, shown, from_1904) or show_number(
                (("general", ""),), value
            )
        return show_number(section.tokens, shown)

    def text(self, text: str) -> str:
        """A text as shown: by the fourth section, where there is one."""
        if len(self.sections) < 4:
            only = self.sections[0].tokens
            if len(self.sections) == 1 and any(t == ("other", "@") for t in only):
                return _with_text(only, text)
            return text
        return _with_text(self.sections[3].tokens, text)

    def _section(self, value: Decimal) -> tuple[Section, bool]:
        """The section for a value, and whether it shows the value without its sign."""
        own = self.sections[:3]
        if any(section.condition for section in own):
            for section in own:
                if section.condition is None or _meets(value, section.condition):
                    return section, False
            return own[-1], False
        if len(own) > 1 and value < 0:
            return own[1], True
        if len(own) > 2 and value == 0:
            return own[2], False
        return own[0], False


@lru_cache(maxsize=2000)
def parse_format(code: str) -> Format:
    """A format of its code. Never fails: what it does not know stands for itself."""
    sections: list[Section] = []
    for part in _parts(code[:1000])[:4]:
        sections.append(_parsed(part))
    return Format(tuple(sections))


def built_in(number: int) -> str:
    """The code of a format that has only a number."""
    return BUILT_IN.get(number) or _REGIONAL.get(number, "General")


def moment(raw: str, *, from_1904: bool = False) -> datetime | None:
    """The moment that a serial number stands for; None where the calendar has none."""
    try:
        serial = Decimal(raw)
    except InvalidOperation:
        return None
    if not serial.is_finite() or serial < 0 or serial >= _LAST_SERIAL:
        return None
    whole = int(serial)
    seconds = int(((serial - whole) * 86_400).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if from_1904:
        first = date(1904, 1, 1)
    elif whole == 60:
        return None  # 29 February 1900, which never was
    else:
        first = date(1899, 12, 30) if whole > 60 else date(1899, 12, 31)
    return datetime.combine(first, datetime.min.time()) + timedelta(days=whole, seconds=seconds)


def _parts(code: str) -> list[str]:
    parts, start = [], 0
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            parts.append(code[start : token.start()])
            start = token.end()
    return [*parts, code[start:]]


def _parsed(part: str) -> Section:
    tokens: list[Token] = []
    condition = None
    regional = False
    for found in _TOKEN.finditer(part):
        kind = str(found.lastgroup)
        value = found[kind]
        if kind == "bracket":
            met = _CONDITION.match(value.strip())
            condition = (met[1], Decimal(met[2])) if met else condition
            regional = regional or value.upper().startswith(_BY_REGION)
            tokens += _bracketed(value)
        elif token := _token(kind, value):
            tokens.append(token)
    if regional:
        return Section(_LONG_DAY, condition, True)
    elapsed = any(kind == "elapsed" for kind, _ in tokens)
    clock = elapsed or any(kind == "date" for kind, _ in tokens)
    return Section(tuple(tokens), condition, clock, elapsed)


def _token(kind: str, value: str) -> Token | None:
    if kind == "fill" or (kind == "quoted" and not value):
        return None
    if kind in ("space", "escaped"):
        return ("quoted", " " if kind == "space" else value)
    # A lone b or g belongs to calendars that are not shown here.
    return None if kind == "date" and value[0] in "bBgG" else (kind, value)


def _bracketed(value: str) -> list[Token]:
    """What stands in square brackets: hours beyond a day, a currency; a colour is nothing."""
    if _ELAPSED.match(value):
        return [("elapsed", value.lower())]
    sign = value[1:].split("-")[0] if value.startswith("$") else ""
    return [("quoted", sign)] if sign else []


def _shows_day(section: Section) -> bool:
    shown = [value.lower()[0] for kind, value in section.tokens if kind == "date"]
    return "d" in shown or "y" in shown or (("m" in shown) and not {"h", "s"} & set(shown))


def _meets(value: Decimal, condition: tuple[str, Decimal]) -> bool:
    sign, bound = condition
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]


def _with_text(tokens: tuple[Token, ...], text: str) -> str:
    return "".join(text if token == ("other", "@") else token[1] for token in tokens)
