"""Numbers of a workbook as the digits of its number formats show them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

Token = tuple[str, str]
_LONGEST = 15
_WIDEST_DIGITS = 10
_WIDE = Context(prec=400)
"""Room for every digit of the largest number that a cell can hold."""


def show_number(tokens: tuple[Token, ...], value: Decimal) -> str:
    """A number by the tokens of its format's section."""
    if any(kind == "general" for kind, _ in tokens):
        return "".join(
            general(value) if kind == "general" else text for kind, text in tokens
        ).strip()
    if abs(value) >= Decimal(10) ** 300:
        return general(value)
    if any(kind == "exponent" for kind, _ in tokens):
        return _scientific(tokens, value)
    if any(token == ("other", "/") for token in tokens) and _digits(tokens):
        return _fraction(tokens, value)
    if not _digits(tokens):
        return _without_digits(tokens, value)
    return _plain(tokens, value)


def general(value: Decimal) -> str:
    """A number without a format: whole ones in full, others to ten digits."""
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** _LONGEST:
        return str(int(value))
    rounded = _significant(value, _WIDEST_DIGITS)
    if Decimal("1e-5") <= abs(rounded) < Decimal(10) ** _LONGEST:
        text = f"{rounded:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    digits = _significant(value, 6)
    mantissa, _, exponent = f"{digits:E}".partition("E")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}E{int(exponent):+03d}"


def _significant(value: Decimal, digits: int) -> Decimal:
    if not value:
        return value
    return round(value, digits - 1 - value.adjusted())


def _digits(tokens: tuple[Token, ...]) -> bool:
    return any(kind == "digit" for kind, _ in tokens)


def _without_digits(tokens: tuple[Token, ...], value: Decimal) -> str:
    if tokens == (("other", "@"),):
        return general(value)
    text = "".join(general(value) if token == ("other", "@") else token[1] for token in tokens)
    return f"-{text}".strip() if value < 0 and text.strip() else text.strip()


def _plain(tokens: tuple[Token, ...], value: Decimal) -> str:
    """Digits before and after a point, with what stands between and around them."""
    last = max(n for n, (kind, _) in enumerate(tokens) if kind == "digit")
    point = next((n for n, t in enumerate(tokens) if t == ("other", ".")), None)
    thousands, scale = _commas(tokens, point if point is not None else last + 1, last)
    percent = sum(1 for token in tokens if token == ("other", "%"))
    places = sum(1 for kind, _ in tokens[point:] if kind == "digit") if point is not None else 0
    scaled = abs(value).scaleb(2 * percent - 3 * scale)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    whole, _, after = f"{rounded:f}".partition(".")
    shown = _laid(tokens, point, whole.lstrip("0"), after, thousands)
    return f"-{shown}".strip() if value < 0 and rounded else shown.strip()


def _commas(tokens: tuple[Token, ...], end: int, last: int) -> tuple[bool, int]:
    """Whether thousands are parted, and by how many thousands the number is divided."""
    whole = [n for n, (kind, _) in enumerate(tokens[:end]) if kind == "digit"]
    within = [n for n, t in enumerate(tokens) if t == ("other", ",")]
    edge = whole[-1] if whole else -1
    parted = any(whole and whole[0] < n < edge for n in within)
    scale = 0
    for start in {edge, last}:
        n = start + 1
        while n in within:
            scale += 1
            n += 1
    return parted, scale


def _laid(
    tokens: tuple[Token, ...], point: int | None, whole: str, after: str, thousands: bool
) -> str:
    end = point if point is not None else len(tokens)
    places = [n for n, (kind, _) in enumerate(tokens[:end]) if kind == "digit"]
    digits = dict(_spread(whole, [tokens[n][1] for n in places], thousands, places))
    if not places and whole:
        digits[-1] = whole
    fraction = _fraction_digits([t[1] for t in tokens[end:] if t[0] == "digit"], after)
    pieces = [digits.get(-1, "")] if point == 0 or not places else []
    for n, (kind, text) in enumerate(tokens):
        if kind == "digit":
            pieces.append(digits.get(n, "") if n < end else next(fraction, ""))
        elif (kind, text) == ("other", ","):
            continue
        elif kind != "fill":
            pieces.append(text)
    return "".join(pieces)


def _spread(
    whole: str, marks: list[str], thousands: bool, places: list[int]
) -> list[tuple[int, str]]:
    """The whole part's digits over the placeholders, from the right; the first takes the rest."""
    laid: list[tuple[int, str]] = []
    rest = whole
    count = 0
    for mark, place in zip(reversed(marks), reversed(places), strict=True):
        digit, rest = (rest[-1], rest[:-1]) if rest else ({"0": "0", "?": " "}.get(mark, ""), "")
        if thousands and digit.strip() and count and count % 3 == 0:
            digit += ","
        count += 1
        laid.append((place, digit))
    if rest and laid:
        more = ""
        for digit in reversed(rest):
            more = (digit + "," if thousands and count % 3 == 0 else digit) + more
            count += 1
        laid[-1] = (laid[-1][0], more + laid[-1][1])
    return laid


def _fraction_digits(marks: list[str], after: str) -> Iterator[str]:
    """The digits after the point; those that the format lets go are blank."""
    kept = list(after)
    for n in range(len(marks) - 1, -1, -1):
        if marks[n] == "0" or n >= len(kept) or kept[n] != "0":
            break
        kept[n] = " " if marks[n] == "?" else ""
    return iter(kept)


def _scientific(tokens: tuple[Token, ...], value: Decimal) -> str:
    at = next(n for n, (kind, _) in enumerate(tokens) if kind == "exponent")
    mantissa, power = tokens[:at], [t for t in tokens[at + 1 :] if t[0] == "digit"]
    point = next((n for n, t in enumerate(mantissa) if t == ("other", ".")), len(mantissa))
    places = sum(1 for kind, _ in mantissa[point:] if kind == "digit")
    step = max(1, sum(1 for kind, _ in mantissa[:point] if kind == "digit"))
    exponent = value.adjusted() // step * step if value else 0
    digits = abs(value).scaleb(-exponent).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if digits >= Decimal(10) ** step:
        exponent += step
        digits = digits.scaleb(-step).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    sign = "-" if exponent < 0 else "+" if tokens[at][1].endswith("+") else ""
    minus = "-" if value < 0 else ""
    return f"{minus}{digits:f}E{sign}{abs(exponent):0{max(1, len(power))}d}"


def _fraction(tokens: tuple[Token, ...], value: Decimal) -> str:
    """A whole part and a fraction: `# ??/??`, `0/8`."""
    at = next(n for n, token in enumerate(tokens) if token == ("other", "/"))
    below = "".join(text for _, text in tokens[at + 1 :] if text.isdigit() or text in "#?")
    fixed = int(below) if below.isdigit() and int(below) else None
    amount = Fraction(abs(value))
    mixed = sum(1 for n, t in enumerate(tokens[:at]) if t[0] == "digit" and _parted(tokens, n, at))
    whole, rest = divmod(amount, 1) if mixed else (0, amount)
    part = _nearest(Fraction(rest), fixed, 10 ** max(1, min(len(below), 5)) - 1)
    top, bottom = part
    if mixed and top == bottom:
        whole, top = whole + 1, 0
    minus = "-" if value < 0 and (whole or top) else ""
    if mixed and not top:
        return f"{minus}{whole}"
    return f"{minus}{whole} {top}/{bottom}" if whole else f"{minus}{top}/{bottom}"


def _parted(tokens: tuple[Token, ...], index: int, slash: int) -> bool:
    """Whether a space parts a digit from the fraction: it belongs to the whole part."""
    return any(text == " " for _, text in tokens[index:slash])


def _nearest(rest: Fraction, fixed: int | None, most: int) -> tuple[int, int]:
    if fixed:
        return round(rest * fixed), fixed
    near = rest.limit_denominator(most)
    return near.numerator, near.denominator
