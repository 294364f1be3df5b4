"""How an internal review ended: for the decision, in part, against it, or not said."""

from __future__ import annotations

import pytest

from foitrack.reading.response.review_outcome import (
    find_review_result,
    review_asked,
    review_to_come,
)

ENDED = [
    ("I uphold the original decision.", "upheld"),
    ("The exemption in section 31(1)(a) was correctly applied.", "upheld"),
    ("I do not uphold your complaint.", "upheld"),
    ("The refusal stands.", "upheld"),
    ("I have decided to overturn the refusal.", "overturned"),
    ("Your complaint is upheld: the report should have been disclosed.", "overturned"),
    ("The information previously withheld is now released to you.", "overturned"),
    ("The original decision is partly upheld.", "partly-upheld"),
    (
        "I agree with the decision on prices. The exemption should not have been applied to dates.",
        "partly-upheld",
    ),
    ("I uphold your complaint about the time taken.", None),
    ("You say that the refusal should be overturned.", None),
    ("If the decision is overturned we will write to you.", None),
]


@pytest.mark.parametrize(("said", "ended"), ENDED)
def test_how_it_ended(said: str, ended: str | None) -> None:
    found = find_review_result(said, said)
    assert (found.value if found else None) == ended


def test_a_review_that_was_asked_for() -> None:
    said = "You asked for an internal review. I have considered the request afresh."
    assert review_asked(said)
    assert not review_to_come(said)


def test_a_review_that_is_still_to_come() -> None:
    said = "Thank you for asking for an internal review. You should have the outcome by 1 March."
    assert review_asked(said)
    assert review_to_come(said)


def test_a_review_that_is_only_offered() -> None:
    assert not review_asked("If you are unhappy you may ask for an internal review within 40 days.")
