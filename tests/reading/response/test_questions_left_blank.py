"""A question with nothing but a dash below it has no answer, least of all that of the one above."""

from __future__ import annotations

from foitrack import assets
from foitrack.reading.reader import read_document

LETTER = """Dear Requester

Thank you for your request of 3 May 2024.

Question 1: How many drones are owned?
Answer 1: This information is not held.

Question 2: What did they cost?
Answer 2: {second}

Question 3: Who flies them?
Answer 3: Four officers of the roads unit.
"""


def _numbers(second: str) -> dict[str, str]:
    context = assets.reading_context()
    reading = read_document(LETTER.format(second=second).encode(), "letter.txt", context)
    return {one.number: str(one.outcome) for one in reading.questions}


def test_a_dash_answers_nothing() -> None:
    assert _numbers("-") == {"1": "not-held", "3": "disclosed"}


def test_as_above_is_the_answer_above() -> None:
    assert _numbers("As above.")["2"] == "not-held"
    assert _numbers("Not applicable, as above this does not arise.")["3"] == "disclosed"
