"""Numbers as a word processor prints them before the paragraphs of a list."""

from __future__ import annotations

MOST_LETTERS = 6
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS = (
    "", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    "Twenty",
)  # fmt: skip


def number_in(form: str, number: int) -> str:
    """A number as `form` writes it: decimal, lowerLetter, upperLetter, lowerRoman, upperRoman,
    decimalZero, ordinal, cardinalText, none; anything else as decimal.
    """
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter"):
        letters = _letters(number)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        return _ordinal(number)
    if form == "cardinalText" and 0 < number < len(_WORDS):
        return _WORDS[number]
    return str(number)


def _letters(number: int) -> str:
    """From a to z, then aa, bb, cc, as word processors count on."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * min(times + 1, MOST_LETTERS)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
