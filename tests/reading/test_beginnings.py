"""Phrases that look first at the character they begin with find what they find without that."""

import re
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack import assets
from foitrack.pattern_signs import parts_of
from foitrack.reading import patterns, reader
from foitrack.reading.beginnings import alternatives, beginning
from foitrack.reading.patterns import _Sifted, any_of, apart, phrases

SEEDS = [file.read_text("utf-8") for file in sorted(assets.seed_folder().glob("*.txt"))]
READING = reader.__name__.rpartition(".")[0]
LISTS: dict[str, Any] = {
    f"{name.removeprefix(READING)}.{own}": value
    for name, module in sys.modules.items()
    if name.startswith(READING)
    for own, value in vars(module).items()
    if isinstance(value, _Sifted)
}


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize("name", LISTS)
def test_what_is_found_is_the_same(name: str) -> None:
    found = apart(LISTS[name])
    plain = re.compile(any_of(*found), re.IGNORECASE)
    ahead = re.compile(alternatives(found), re.IGNORECASE)
    for text in (*SEEDS, SEEDS[0].upper()):
        assert spans(ahead, text) == spans(plain, text)


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
        r"\b(?:is|the)\b|\bof\b|k|\bend",
        r"\bx?y[\d-]s|\b{x?y}|[+-]\}",
        r"\b(?!of)(?:o|e)\w+|\b\w+ ab|\b",
    ],
)
def test_no_beginning_is_forgotten(phrase: str) -> None:
    text = (
        "The KEYS, the keyring; The Sum of a kilo, \u212aILO ſum; ab12 7 is it end END yes xyes\n"
        "İsland ısland ISLAND sky \u212aey y-s -} {y}"
    )
    assert spans(phrases(phrase), text) == spans(re.compile(phrase, re.IGNORECASE), text)


@pytest.mark.parametrize(
    ("part", "begins"),
    [
        (r"\bkey", "k"),
        (r"(?:an? )?(?:sum|\(x)", "as("),
        (r"(?!no)[a-c]{0,2}x", "abcx"),
        (r"ab?", "a"),
        (r"a?b", "ab"),
        (r"a?", None),
        (r"\d\d", None),
        (r"(?:a|\W)b", None),
        (r"[^a]b", None),
        (r"(?P<own>a)(?P=own)", "a"),
    ],
)
def test_the_characters_a_phrase_can_begin_with(part: str, begins: str | None) -> None:
    assert beginning(part) == (frozenset(begins) if begins else None)


PIECES = st.sampled_from(
    ["a", "ab", r"\b", "b?", "[ab]", "(?:a|b )", "(?:b)*", "(?=a)", "c+", " ", r"\w", "^", "(?!b)"]
)
PHRASES = st.lists(
    st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=4
).filter(lambda found: all(map(_is_pattern, found)))


def _is_pattern(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


@given(found=PHRASES, text=st.text("abcAB k", max_size=12))
def test_any_phrases_find_the_same(found: list[str], text: str) -> None:
    plain = re.compile(any_of(*found), re.IGNORECASE)
    assert spans(re.compile(alternatives(found), re.IGNORECASE), text) == spans(plain, text)


def test_most_lists_share_a_look() -> None:
    known = [part for found in patterns._APART.values() for one in found for part in parts_of(one)]
    assert sum(beginning(part) is not None for part in known) > len(known) * 0.8
