"""Text made to take long: reading must stay in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading

LENGTH = 40_000
MOST_SECONDS = 6.0
UNITS = [
    "a", " ", "\t", "x\t", "1 ", "(", "\n", " \n", ". ", "2018 ", "2018\n\n0\n\n", "Dear \n",
    "From: a\nTo: b\n", "> q\n", "you asked ", "your request of 1 March 2023 ", "FOI ref no: 123 ",
    "Section 31(1)(a)(b) and ", "internal review ", "within 2 months ", "| a | b |\n", "Police ",
    "University of ", "The Council of the County of ", "1x Written warning ", "a  b  c\n",
    "2018 2019 2020\nA 1 2 3\n", "Officer 1 x\n", "neither confirm ", "a@b.", "x.pdf ",
    "please see the attached \"", "Rank\nOutcome\n\n", "\tRank\n", "NHS ", "date:", "Q1. ", "<5 ",
    "1/1/", "A-", "exceed ", "duty ", "* denotes ", "a  b  c\n1  2  3\n\n", "Year\n\n",
    "2020/21\nPC\tNFA\n", "Year\n\nRank\n\n2021\n\n", "Case 1\nYear: 2020\n\n", "a,b,c\n",
]  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, marks=() if number % 3 == 1 else pytest.mark.extended)
        for number, unit in enumerate(UNITS)
    ],
)
def test_time_in_proportion(read: Callable[[str], Reading], unit: str) -> None:
    began = time.perf_counter()
    read("FOI 12/21\n" + unit * (LENGTH // len(unit)))
    assert time.perf_counter() - began < MOST_SECONDS
