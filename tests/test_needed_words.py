"""What a pattern needs is told by its source; wherever it matches, the text has it."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.later import later
from foitrack.needed_words import may_hold, needed
from foitrack.pattern_signs import parts_of


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        (r"a|b(?:c|d)|[|]|\|e", ["a", "b(?:c|d)", "[|]", r"\|e"]),
        (r"(?P<n>x|y)|(?=z|)(?#|)(?i)w", ["(?P<n>x|y)", "(?=z|)(?#|)(?i)w"]),
        (r"[]|]|[^]|]|(?P<q>'|\")(?P=q)", ["[]|]", "[^]|]", "(?P<q>'|\\\")(?P=q)"]),
        ("", [""]),
    ],
)
def test_the_alternatives_of_a_pattern(source: str, parts: list[str]) -> None:
    assert parts_of(source) == parts


@pytest.mark.parametrize(
    ("source", "sets"),
    [
        (r"\bwithheld\b", (("withheld",),)),
        (r"with(?:held)?out", (("with",), ("out",))),
        (r"(?:refus(?:e|al)|decline)d? \w+", (("refus", "decline"),)),
        (r"(?:yes|\d+) then", ((" then",),)),
        (r"colou?r", (("colo",),)),
        (r"exempt{2}ed", (("exempt",),)),
        (r"(?:abc){0,3}def(?:ghi){2}", (("def",), ("ghi",))),
        (r"(?=seen)(?<!before)(?!after)held", (("held",),)),
        (r"(a)?(?(1)then|else)last", (("last",),)),
        (r"(?x) a b c d", ()),
        (r"one\.two\x41three\u0042four", (("one.two",), ("three",), ("four",))),
        (r"\s+|anything", ()),
    ],
)
def test_what_a_pattern_needs(source: str, sets: tuple[tuple[str, ...], ...]) -> None:
    assert set(needed(source)) == set(sets)


def test_letters_that_stand_for_others_are_met() -> None:
    for text in ("\u212aEPT \u017fafe", "kept SAFE", "Kept ſAFE"):
        assert re.search("kept safe", text, re.IGNORECASE)
        assert may_hold(text, needed("kept safe"))
    for text in ("D\u0130SCLOSED", "d\u0131sclosed", "Disclosed"):
        assert re.search("disclosed", text, re.IGNORECASE)
        assert may_hold(text, needed("disclosed"))


_LETTERS = st.text("abcİſ", min_size=1, max_size=5)
_PATTERNS = st.recursive(
    _LETTERS | st.sampled_from([r"\w", r"\.", "[ab]", ".", "^", r"\b", "(?=abc)", "(?<!abc)"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4).map("".join)
        | st.lists(inner, min_size=1, max_size=3).map(lambda own: f"(?:{'|'.join(own)})")
        | st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{1,2}", "{2}?"])).map(
            lambda own: f"(?:{own[0]}){own[1]}"
        )
        | st.tuples(_LETTERS, st.sampled_from(["?", "*", "+", "{,2}"])).map("".join)
    ),
    max_leaves=12,
)


@given(_PATTERNS, st.lists(st.text("aAbBcC. İſsi\n", max_size=12), max_size=6))
def test_whatever_matches_has_what_is_needed(source: str, texts: list[str]) -> None:
    made = re.compile(source, re.IGNORECASE)
    put_off = later(source, re.IGNORECASE)
    for text in (*texts, _matched(source)):
        if made.search(text):
            assert may_hold(text, needed(source))
            assert any(re.search(part, text, re.IGNORECASE) for part in parts_of(source))
        for asked in ("search", "match", "fullmatch"):
            found, known = getattr(put_off, asked)(text), getattr(made, asked)(text)
            assert (found and found.span()) == (known and known.span())
        assert [m.span() for m in put_off.finditer(text)] == [m.span() for m in made.finditer(text)]


def _matched(source: str) -> str:
    """A text that a pattern may match: its letters, and of every choice the last."""

    def written(sequence: Any) -> str:
        found = ""
        for code, value in sequence:
            if code is codes.LITERAL:
                found += chr(value)
            elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
                found += written(value[-1]) * value[0]
            elif code is codes.SUBPATTERN:
                found += written(value[-1])
            elif code is codes.BRANCH:
                found += written(value[1][-1])
            elif code not in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
                found += "a"
        return found

    return written(parser.parse(source, re.IGNORECASE))


def test_parts_of_a_text_are_looked_through_in_their_bounds() -> None:
    text = "kept, then " + "x" * 3_000 + " withheld"
    for start, end in ((0, 5), (2, 5), (0, len(text)), (10, len(text)), (3_000, 3_020)):
        for source in ("kept", "withheld", r"\w"):
            for asked in ("search", "match", "fullmatch"):
                found = getattr(later(source), asked)(text, start, end)
                known = getattr(re.compile(source), asked)(text, start, end)
                assert (found and found.span()) == (known and known.span())
            found = list(later(source).finditer(text, start))
            assert [m.span() for m in found] == [
                m.span() for m in re.compile(source).finditer(text, start)
            ]


def test_whatever_else_a_pattern_can_do() -> None:
    pattern = later(r"(?P<word>with)held", re.IGNORECASE)
    assert pattern.sub("x", "nothing") == "nothing"
    assert pattern.sub(r"\g<word>", "Withheld") == "With"
    assert pattern.split("a withheld b") == ["a ", "with", " b"]
    assert pattern.findall("WITHHELD") == ["WITH"]
    assert pattern.flags & re.IGNORECASE
    assert pattern.groups == 1
