"""Days that a letter tells in less common words, and earlier days beside them."""

from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.dates import find_letter_dates

_CLOSE = "\n\nThe figures are attached.\n\nYours sincerely\n\nInformation Officer\n"


def dates(text: str) -> tuple[str | None, ...]:
    found = find_letter_dates(text, fold(text))
    said = (found.of(f"{name}_date") for name in ("request", "received", "response"))
    return tuple(day.isoformat() if day else None for day in said)


DAY, NEXT, LATER = "2024-05-02", "2024-05-03", "2024-05-30"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Your request for the repairs of bridges since 2009, which we received on 3 May 2024, is "
         "answered below.", (None, NEXT, None)),
        ("I write about the request for figures from you that was received on 3 May 2024.",
         (None, NEXT, None)),
        ("Your request was received by the Office of the Ashdale and Upper Valley Harbour Master "
         "and Commissioners on 3 May 2024.", (None, NEXT, None)),
        ("Your request was sent to, and received by, the Harbour Commissioners on 3 May 2024.",
         (NEXT, NEXT, None)),
        ("We received the request on 3 May 2024 and it was one which you clarified on 9 May 2024.",
         (None, NEXT, None)),
        ("Your questions on moorings, put to the Harbour Office (the Office) on 2 May 2024 at "
         "23:10, came late and are treated as received on the next working day, i.e. 3 May 2024.",
         (DAY, NEXT, None)),
        ("By e-mail of 2 May 2024 the applicant asked for the minutes of the board.",
         (DAY, None, None)),
        ("In a letter dated 2 May 2024 you asked for the minutes of the board.", (DAY, None, None)),
        ("Your requests of 2 May 2024\n\nI refer to them together.", (DAY, None, None)),
        ("You ask for a review of our decision of 30 May 2024 upon your request of 2 May 2024 "
         "about moorings.", (DAY, None, None)),
    ],
)  # fmt: skip
def test_the_days_of_the_request(sentence: str, days: tuple[str | None, ...]) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}") == days


@pytest.mark.parametrize(
    "sentence",
    [
        "You asked for the same thing on 2 May 2024 and were sent a full reply.",
        "We extended the time that began with your complaint, which was received on 2 May 2024.",
        "You ask for a review of our answer of 2 May 2024 to your request.",
        "By e-mail of 2 May 2024 the applicant asked for a review of the decision.",
        "On 2 May 2024 the applicant complained of the delay.",
        "The Office received from you on 2 May 2024 a request in the same words.",
        "The deadline for questions was set on 2 May 2024.",
    ],
)
def test_days_of_other_things(sentence: str) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}") == (None, None, None)


def test_a_request_that_came_before_this_one_was_made_is_another() -> None:
    earlier = "On 2 March 2024 we received from you a request for the same list. It was answered."
    letter = f"I refer to your e-mail of 2 May 2024, which asks for a list.\n\n{earlier}"
    assert dates(f"Dear Applicant\n\n{letter}{_CLOSE}") == (DAY, None, None)
    assert dates(f"Dear Applicant\n\n{earlier}{_CLOSE}") == (None, "2024-03-02", None)


@pytest.mark.parametrize(
    "head",
    [
        "Date / Dyddiad: 30 May 2024",
        "o/r HM/12 Telephone 01632 960001\ny/r Date 30 May 2024",
        "Your ref: Date: 30 May 2024",
        "Answer sent: 30 May 2024",
        "Date response sent: 30 May 2024",
        "First decision = refused and the Internal Review (IR) decision = 30 May 2024",
    ],
)
def test_the_day_of_the_answer(head: str) -> None:
    letter = f"Ashdale Harbour Commissioners\n{head}\nThe Quay\n\nDear Applicant\n\nIt is below."
    assert dates(letter + _CLOSE) == (None, None, LATER)
