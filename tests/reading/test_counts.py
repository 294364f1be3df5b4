from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.counts import Count, added, find_legend, may_add_up, parse_count


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("5", Count(5, 5)),
        ("1,204", Count(1204, 1204)),
        (" 12 ", Count(12, 12)),
        ("12¹", Count(12, 12)),
        ("7 [2]", Count(7, 7)),
        ("3*", Count(3, 3)),
        ("3 **", Count(3, 3)),
        ("three", Count(3, 3)),
        ("Nil", Count(0, 0)),
        ("<5", Count(1, 4, suppressed=True)),
        ("< 5", Count(1, 4, suppressed=True)),
        ("fewer than five", Count(1, 4, suppressed=True)),
        ("5 or fewer", Count(0, 5, suppressed=True)),
        ("≤3", Count(0, 3, suppressed=True)),
        (">100", Count(101, None, suppressed=True)),
        ("10+", Count(10, None, suppressed=True)),
        ("1-4", Count(1, 4, suppressed=True)),
        ("1 to 4", Count(1, 4, suppressed=True)),
        ("*", Count(0, None, suppressed=True)),
        ("-", Count(0, None, suppressed=True)),
        ("c. 20", Count(20, 20, about=True)),
        ("5 (71%)", Count(5, 5)),
        ("5 (71.4%)", Count(5, 5)),
        ("5(<1%)", Count(5, 5)),
        ("1,204 (9 per cent)", Count(1204, 1204)),
        ("2 [29%]", Count(2, 2)),
        ("5 / 71%", Count(5, 5)),
        ("5\n71%", Count(5, 5)),
        ("0 (0%)", Count(0, 0)),
        ("<5 (12%)", Count(1, 4, suppressed=True)),
        ("* (12%)", Count(0, None, suppressed=True)),
        ("5 (71%)¹", Count(5, 5)),
        ("", None),
        ("12%", None),
        ("12 %", None),
        ("(12%)", None),
        ("12% (5%)", None),
        ("12% / 5%", None),
        ("12 per cent", None),
        ("5 (+71%)", None),
        ("5 (down 71%)", None),
        ("£5 (71%)", None),
        ("4.5 (71%)", None),
        ("PC", None),
        ("2018/19", None),
        ("4-1", None),
        ("£138,000", None),
    ],
)
def test_counts(cell: str, count: Count | None) -> None:
    assert parse_count(cell) == count


def test_a_suppressed_count_has_no_exact_value() -> None:
    count = parse_count("<2")
    assert count is not None
    assert (count.low, count.high, count.exact) == (1, 1, None)


@pytest.mark.parametrize(
    ("text", "mark", "low", "high"),
    [
        ("* denotes fewer than 5", "*", 1, 4),
        ("Note: '*' = less than 10.", "*", 1, 9),
        ("# represents a figure of 1-4", "#", 1, 4),
    ],
)
def test_legend(text: str, mark: str, low: int, high: int) -> None:
    assert find_legend(text)[mark] == Count(low, high, suppressed=True)


def test_a_total_with_a_suppressed_part_is_a_range() -> None:
    assert added([Count(5, 5), Count(1, 4, suppressed=True)]) == Count(6, 9, suppressed=True)


@given(st.integers(0, 999_999_999))
def test_every_number_with_and_without_commas(number: int) -> None:
    assert parse_count(str(number)) == parse_count(f"{number:,}") == Count(number, number)


SOME = Count(1, 4, suppressed=True)


@pytest.mark.parametrize(
    ("parts", "whole", "may"),
    [
        ([Count(2, 2), Count(3, 3)], Count(5, 5), True),
        ([Count(2, 2), Count(3, 3)], Count(6, 6), False),
        ([Count(2, 2), Count(3, 3)], Count(4, 4), False),
        ([Count(2, 2), SOME], Count(6, 6), True),
        ([Count(2, 2), SOME], Count(7, 7), False),
        ([Count(2, 2), Count(0, None, suppressed=True)], Count(90, 90), True),
        ([Count(9, 9)], SOME, False),
        ([Count(2, 2), None], Count(2, 2), False),
        ([Count(2, 2)], None, False),
    ],
)
def test_whether_counts_may_add_up(
    parts: list[Count | None], whole: Count | None, may: bool
) -> None:
    assert may_add_up(parts, whole) is may
