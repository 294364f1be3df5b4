"""Answers in a column of their own, though one blank alone parts them from the questions."""

from __future__ import annotations

from foitrack.reading.prose import Span
from foitrack.reading.response.beside import answers_beside, without

TEXT = """
 Request                                  Trust Response
     1. The total number of people who    See attached spreadsheet
        waited for talking therapies
     2. The number of those people who is Not held
        no longer waiting
"""


def test_the_cells_of_the_answers_are_told_from_the_questions() -> None:
    cells = answers_beside(TEXT)
    assert [cell.of(TEXT) for cell in cells] == ["See attached spreadsheet", "Not held"]


def test_nothing_is_an_answer_beside_where_no_heads_say_so() -> None:
    assert answers_beside(TEXT.replace("Trust Response", "Notes")) == ()


def test_what_was_asked_is_left_without_the_cells() -> None:
    cells = answers_beside(TEXT)
    left = "".join(span.of(TEXT) for span in without([Span(0, len(TEXT))], cells))
    assert "See attached" not in left
    assert "talking therapies" in left


def test_the_heads_may_speak_to_the_one_who_asked() -> None:
    text = TEXT.replace(" Request      ", " You asked us:").replace(
        "Trust Response", "Our reply:    "
    )
    cells = answers_beside(text)
    assert [cell.of(text) for cell in cells] == ["See attached spreadsheet", "Not held"]
