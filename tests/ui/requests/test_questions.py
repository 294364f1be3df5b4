from __future__ import annotations

import pytest

from ui.requests.questions import questions_in


@pytest.mark.parametrize(
    ("wording", "number"),
    [
        ("", 0),
        ("Please send me the minutes of the board.", 0),
        ("1) The number of staff.\n\n2) The breakdown of the nature.", 2),
        ("1. How many?\n2. How much? And why?\n3. When?", 3),
        ("Q1. How many?\nQ2: Who?", 2),
        ("Question 1. How many\nQuestion 2. Who", 2),
        ("1. For each year:\n(a) how many\n(b) how much\n2. Why?", 2),
        ("(a) how many\n(b) how much", 2),
        ("How many officers were dismissed? How many resigned?", 2),
        ("In 2018, 12) is not the start of a line. Is it?", 1),
        ("Costs were 1.5 million. How so?", 1),
        ("See https://example.org/?q=1 for more.", 0),
    ],
)
def test_counts_the_questions(wording: str, number: int) -> None:
    assert questions_in(wording) == number
