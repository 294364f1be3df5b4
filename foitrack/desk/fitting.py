"""Whether a letter may be the answer to a request of its authority, and why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from foitrack.law.wording import full_date
from foitrack.saying import say

if TYPE_CHECKING:
    from foitrack.casefile.models import Request
    from foitrack.desk.matching import Told

DAYS_APART = timedelta(days=14)
"""An authority may print the day it registered a request rather than the day it was sent."""
WORDS_ENOUGH = 6
OTHER_SUBJECT = 0.2
"""A share of a request's words; unlike below it."""
WORD = re.compile(r"[^\W\d_]{4,}")


def speaks_against(request: Request, told: Told, known: set[int]) -> str:
    """Why a letter answers another request than this one; empty where nothing says so.

    A sentence, the telling words first. `known` are the requests whose reference is known.
    """
    if told.reference is not None and request.id in known:
        # One that matches has been found before by its reference.
        return say("Has another reference than your request to {0}.", told.authority)
    if told.written_on and request.sent_on and told.written_on < request.sent_on:
        return say(
            "Written on {0}, before you asked {1}.", full_date(told.written_on), told.authority
        )
    # A review's outcome may say when the review was asked for.
    if told.asked_on and not told.of_review and not near(told.asked_on, request.sent_on):
        day = full_date(told.asked_on)
        return say("Says you asked on {0}, not when you asked {1}.", day, told.authority)
    alike = likeness(request.wording, told.request_text)
    other = alike is not None and alike < OTHER_SUBJECT
    return say("Repeats another question than you asked {0}.", told.authority) if other else ""


def near(one: date, other: date | None) -> bool:
    """Whether two days may be those of the same request; so they may where one is not known."""
    return other is None or abs(one - other) <= DAYS_APART


def none_fits(told: Told, against: Sequence[str]) -> str:
    """Why a letter answers none of the requests to its authority; empty where there are none."""
    if not against:
        return ""
    if len(set(against)) == 1:
        return against[0]
    return say("Fits none of your {0} requests to {1}.", len(against), told.authority)


def likeness(one: str, other: str | None) -> float | None:
    """The share of words that two texts have in common; None where either says too little."""
    words = [set(WORD.findall(text.casefold())) for text in (one, other or "")]
    least = min(map(len, words))
    return len(words[0] & words[1]) / least if least >= WORDS_ENOUGH else None
