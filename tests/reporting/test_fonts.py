from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.errors import PlainError
from foitrack.reporting.fonts import FontFileError, Lettering
from foitrack.reporting.styles import BODY, Style, Weight
from tests.reporting.samples import fonts

LETTERING = Lettering(fonts())


def test_figures_stand_under_one_another() -> None:
    """Tabular digits: each as wide as the next, in every weight."""
    for weight in Weight:
        style = Style(10, 12, weight)
        assert len({LETTERING.width(digit, style) for digit in "0123456789"}) == 1


@given(st.text(max_size=300), st.floats(20, 500))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: float) -> None:
    lines = LETTERING.lines(text, BODY, width)
    widest = max((LETTERING.width(each, BODY) for each in LETTERING.printable(text)), default=0)
    assert all(LETTERING.width(line, BODY) <= max(width, widest) + 0.01 for line in lines)
    kept = "".join("".join(lines).split())
    assert kept == "".join(LETTERING.printable(text).split())


def test_lines_and_gaps_are_kept() -> None:
    assert LETTERING.lines("\n\na\r\nb\n\n\n\nc\n\n", BODY, 100) == ("a", "b", "", "c")


def test_a_long_address_is_broken_after_a_stroke() -> None:
    lines = LETTERING.lines("https://www.example.org/request/one-very-long-name", BODY, 110)
    assert len(lines) > 1
    assert lines[0].endswith(("/", "-", "."))


@given(st.text(max_size=100), st.floats(20, 300))
def test_a_cut_line_fits(text: str, width: float) -> None:
    line = LETTERING.cut(text, BODY, width)
    assert "\n" not in line
    assert LETTERING.width(line, BODY) <= width + 0.01


def test_a_missing_font_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FontFileError, match=r"gone\.ttf.*missing or damaged") as problem:
        Lettering(replace(fonts(), bold=tmp_path / "gone.ttf"))
    assert isinstance(problem.value, PlainError)


def test_a_damaged_font_is_said_plainly(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"no font at all")
    with pytest.raises(FontFileError, match="Nothing was written"):
        Lettering(replace(fonts(), regular=damaged))
