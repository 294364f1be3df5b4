"""Figures that stand one a line, with one space after their label, as saved pages have them."""

from __future__ import annotations

import pytest

from foitrack.law.terms import Outcome
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.response.listed_figures import find_listed

HEAD = """Our Ref: FOI 24-1893

Dear Requester

I refer to your request of 8 July 2024, handled under the Freedom of Information Act 2000.

1. How many dogs does the Force have, by discipline?

"""
REFUSED = """
2. The pattern of their shifts.

The information is exempt under section 31(1)(a) of the Act, and we are withholding it.
"""


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_they_are_an_answer_beside_a_refusal(context: ReadingContext, between: str) -> None:
    figures = between.join(("General Purpose 82", "Explosives 19", "Other 4"))
    text = f"{HEAD}{figures}\n{REFUSED}"
    reading = read_document(text.encode(), "letter.txt", context)
    assert reading.outcome is Outcome.PART_DISCLOSED
    assert "Explosives" not in (reading.request_text or "")


def test_without_them_it_is_refused(context: ReadingContext) -> None:
    reading = read_document(f"{HEAD}{REFUSED}".encode(), "letter.txt", context)
    assert reading.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "text",
    [
        "Written warning, no cap 9\nMark of zero 11\n",
        "Said first.\n2021-22: 0\n2022-23: 31\nSaid last.",
        "Rats none\n\nMice £1,204\n",
    ],
)
def test_a_list_of_figures(text: str) -> None:
    assert find_listed(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Written warning 9\n",
        "T 0300 123 1231\nTextphone 0161 618 8524\n",
        "Home 1\nNews 2\nContact 3\n",
        "Published in 2021\nUpdated in 2022\n",
        "Hours of search 12\nMinutes each 40\n",
        "See Annex 2\nSee Section 40\n",
        "Written warning 9\nWe hold nothing else.\nMark of zero 11\n",
    ],
)
def test_no_list_of_figures(text: str) -> None:
    assert find_listed(text) is None
