"""A value that a person confirmed or typed, checked before it becomes a fact."""

from __future__ import annotations

from datetime import date

from foitrack.desk.views import DeskError
from foitrack.law.calendars import check_countable
from foitrack.law.provisions import split_canonical
from foitrack.law.terms import LetterKind, Outcome, Review
from foitrack.saying import say

DAYS = ("request_date", "received_date", "response_date")


def checked_value(field: str, value: str) -> str:
    """The value, tidied. DeskError in plain words where it cannot be one of its field."""
    value = value.strip()
    if not value:
        raise DeskError(
            "A value that is kept cannot be empty; reject it instead. Nothing was saved."
        )
    try:
        if field in DAYS:
            check_countable(date.fromisoformat(value))
        elif field == "letter":
            LetterKind(value)
        elif field == "outcome":
            Outcome(value)
        elif field == "review_result":
            Review(value)
    except ValueError:
        raise DeskError(say("“{0}” {1} Nothing was saved.", value, WRONG[field])) from None
    if field == "exemption" and split_canonical(value) is None:
        raise DeskError(
            say(
                "“{0}” is not written as an exemption; write it like FOIA s40(2). Nothing was "
                "saved.",
                value,
            )
        )
    return value


WRONG = {
    **dict.fromkeys(DAYS, "is not a date that exists; write it like 2023-03-30."),
    "letter": "is not a kind of letter.",
    "outcome": "is not an outcome of a response.",
    "review_result": "is not an outcome of an internal review.",
}
