"""Days and times of a workbook as its number formats show them."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

Token = tuple[str, str]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SECONDS_A_DAY = 86_400


def show_moment(tokens: tuple[Token, ...], value: Decimal, from_1904: bool) -> str | None:
    """A serial number as a date or time; None where the calendar has no such moment."""
    from foitrack.reading.documents.workbook_formats import moment

    places = _fraction_places(tokens)
    step = Decimal(1).scaleb(-places)
    if not 0 <= value < 10_000_000:
        return None
    seconds = (value * _SECONDS_A_DAY).quantize(step, rounding=ROUND_HALF_UP)
    when = moment(str(Decimal(int(seconds)) / _SECONDS_A_DAY), from_1904=from_1904)
    elapsed = any(kind == "elapsed" for kind, _ in tokens)
    if when is None and not elapsed and value >= 1:
        return None
    halves = any(kind == "clock" for kind, _ in tokens)
    shown = []
    for index, (kind, text) in enumerate(tokens):
        if kind == "date":
            shown.append(_part(tokens, index, when, seconds, halves))
        elif kind == "elapsed":
            shown.append(_elapsed(text, seconds))
        elif kind == "clock":
            shown.append(_half(text, seconds))
        elif kind == "digit":
            shown.append(_fraction(tokens, index, seconds, places))
        elif not (kind == "other" and text == "@"):
            shown.append(text)
    return "".join(shown).strip()


def _part(
    tokens: tuple[Token, ...], index: int, when: datetime | None, seconds: Decimal, halves: bool
) -> str:
    code = tokens[index][1].lower()
    letter, width = code[0], len(code)
    whole = int(seconds) % _SECONDS_A_DAY
    if letter == "h":
        hour = whole // 3600
        return _padded((hour % 12 or 12) if halves else hour, width)
    if letter == "s":
        return _padded(whole % 60, width)
    if letter == "m" and _is_minute(tokens, index):
        return _padded(whole // 60 % 60, width)
    if when is None:
        return ""
    return _of_day(letter, width, when)


def _of_day(letter: str, width: int, when: datetime) -> str:
    if letter in "ye":
        return f"{when.year:04d}" if width > 2 or letter == "e" else f"{when.year % 100:02d}"
    if letter == "m":
        name = _MONTHS[when.month - 1]
        return {3: name[:3], 4: name, 5: name[:1]}.get(width) or _padded(when.month, width)
    if letter == "d":
        name = _DAYS[when.weekday()]
        return name[:3] if width == 3 else name if width > 3 else _padded(when.day, width)
    return ""


def _is_minute(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an m stands for minutes: after hours, or before seconds."""
    if len(tokens[index][1]) > 2:
        return False
    before = [v for k, v in tokens[:index] if k in ("date", "elapsed")]
    after = [v for k, v in tokens[index + 1 :] if k in ("date", "elapsed")]
    return bool(before and before[-1][0] in "hH") or bool(after and after[0][0] in "sS")


def _elapsed(code: str, seconds: Decimal) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[code[0]]
    return _padded(int(seconds) // unit, len(code))


def _half(code: str, seconds: Decimal) -> str:
    after = int(seconds) % _SECONDS_A_DAY >= 43_200
    shown = "PM" if after else "AM"
    return shown if len(code) > 3 else shown[0]


def _fraction_places(tokens: tuple[Token, ...]) -> int:
    return min(sum(1 for kind, _ in tokens if kind == "digit"), 3)


def _fraction(tokens: tuple[Token, ...], index: int, seconds: Decimal, places: int) -> str:
    """The digit of the seconds' fraction that stands here."""
    nth = sum(1 for kind, _ in tokens[:index] if kind == "digit")
    if nth >= places:
        return "0"
    rest = (seconds % 1).quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)
    return f"{rest:.{places}f}"[2 + nth]


def _padded(number: int, width: int) -> str:
    return f"{number:02d}" if width > 1 else str(number)
