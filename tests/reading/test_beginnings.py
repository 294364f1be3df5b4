"""Phrases that look first at the character they begin with find what they find without that."""

import re
from typing import Any

import pytest

from foitrack import assets
from foitrack.reading.beginnings import begun
from foitrack.reading.patterns import _Sifted, _Sought, any_of, apart, sought
from foitrack.reading.response import (
    figure_phrases,
    letter_phrases,
    letter_steps,
    not_done_phrases,
    review,
    review_words,
    undone_phrases,
)

SEEDS = [file.read_text("utf-8") for file in sorted(assets.seed_folder().glob("*.txt"))]
MODULES = (
    figure_phrases,
    letter_phrases,
    letter_steps,
    review,
    review_words,
    not_done_phrases,
    undone_phrases,
)
SOUGHT: dict[str, Any] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, _Sifted) and isinstance(value._whole, _Sought)
}


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize("name", SOUGHT)
def test_what_is_found_is_the_same(name: str) -> None:
    plain = re.compile(any_of(*apart(SOUGHT[name])), re.IGNORECASE)
    for text in (*SEEDS, *map(str.upper, SEEDS)):
        assert spans(SOUGHT[name], text) == spans(plain, text)


@pytest.mark.parametrize(
    "phrase",
    [
        r"\bkey(?:s|ring)?\b",
        r"(?:the )?(?:sum|kilo)\b",
        r"(?<!\w)[a-c]{0,2}\d+",
        r"s*t?",
        r"\W*end\b",
        r"[^x]yes",
        r"(?:|is) it",
        r"(?=.)island|sk(?:y|i)",
    ],
)
def test_no_beginning_is_forgotten(phrase: str) -> None:
    text = (
        "The KEYS, the keyring; The Sum of a kilo, \u212aILO ſum; ab12 7 is it end END yes xyes\n"
        "İsland ısland ISLAND sky \u212aey"
    )
    assert spans(sought(phrase), text) == spans(re.compile(phrase, re.IGNORECASE), text)
    assert begun(phrase).endswith(f"(?:{phrase})")
