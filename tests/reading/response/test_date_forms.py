"""The days of request, receipt and answer as letters say them, and days of other things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.prose import fold
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.response.dates import find_letter_dates
from tests.reading.mailing import eml

_CLOSE = "\n\nThe information is attached.\n\nYours sincerely\n\nInformation Officer\n"


def dates(text: str) -> tuple[str | None, ...]:
    found = find_letter_dates(text, fold(text))
    said = (found.of(f"{name}_date") for name in ("request", "received", "response"))
    return tuple(day.isoformat() if day else None for day in said)


REQUEST, OTHER = "2024-05-03", "2024-05-07"


@pytest.mark.parametrize(
    "sentence",
    [
        "Your request for information (email 3 May 2024)",
        "Your request for information (e-mail of 3 May 2024)",
        "The following information was requested on the 3rd May 2024:",
        "The following information was requested from us on 3 May 2024:",
        "The information below was asked for on 3 May 2024.",
        "You made a request on 3 May 2024 for the cost of the works.",
        "Further to your FOI request submitted through our website on 3 May 2024, here it is.",
        "Your email of the 3rd of May 2024 asks for the cost of the works.",
        "In your letter of 3 May 2024 you asked for the cost of the works.",
        "I refer to your Freedom of Information request made 3rd May 2024.",
        "Re: your request under the Act, sent 03/05/2024",
        "Request date: 3 May 2024",
        "Your request, dated 3 May 2024, asked for the cost of the works.",
        "On 3 May 2024 you wrote:",
        "On Friday 3 May 2024 you asked us for the cost of the works.",
        "Thank you for your web form of 3 May 2024, which asked for the cost of the works.",
        "We write about the request which you sent us by e-mail on Friday, 3 May 2024.",
    ],
)
def test_the_day_of_the_request(sentence: str) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}") == (REQUEST, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "We received this request on 3 May 2024.",
        "We received your request on 3 May 2024 and have considered it.",
        "On 3 May 2024 the Trust received an email requesting the following information:",
        "On 3 May 2024, the Council received a request for the cost of the works.",
        "On 3 May 2024 we received your request for the cost of the works.",
        "Your e-mail came to us on Friday 3 May 2024.",
        "Your request, which was received by the Force on 3 May 2024, asked for the cost.",
        "The University received the above request on 3 May 2024.",
        "Your request reached this office on 3 May 2024.",
        "Date received: 03/05/2024",
        "I acknowledge receipt of your request on 3 May 2024.",
        "We had your request on 3 May 2024.",
        "Your request was logged on receipt on 3 May 2024.",
    ],
)
def test_the_day_of_receipt(sentence: str) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}") == (None, REQUEST, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "I write in response to your request dated 3 May 2024 and received the same day.",
        "I write in response to your request dated 3 May 2024 and received on the same day.",
        "Your request of 3 May 2024 was received on that date.",
        "Your request was submitted to us by email on 3 May 2024.",
    ],
)
def test_both_on_one_day(sentence: str) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}") == (REQUEST, REQUEST, None)


@pytest.mark.parametrize(
    ("letter", "day"),
    [
        ("Ref: FOI 1234\nResponse dated 3rd May 2024\n\nDear Applicant\n\nHere it is.", REQUEST),
        ("Dear Applicant\n\nWe dealt with your request under the Freedom of Information Act 2000 "
         "on 3 May 2024. If you wish a review please write.", REQUEST),
        ("Dear Applicant\n\nYour request was answered under the Act on 3 May 2024.", None),
        ("Sent: 3 May 2024 09:12\nSubject: Your request\n\nDear Applicant\n\nHere.", REQUEST),
        ("3rd May, 2024\n\nDear Applicant\n\nHere it is.", REQUEST),
        ("FOI - DX 0551/2024 3rd May 2024\n\nThe following information was asked for.", REQUEST),
        ("Request: HX-3390 3 May 2024\n\nDear Applicant\n\nHere it is.", REQUEST),
        ("Dear Applicant\n\nYou may ask for a review within 40 working days, to\nfoi@anytown."
         "example\n\n3 May 2024\n", REQUEST),
        ("Dear Applicant\n\nYou asked for an internal review. Our response was sent on 1 April "
         "2024.\n\nI uphold it.\n\nAnytown Council\n3 May 2024\n", REQUEST),
        ("3 May 2024 Oakdale House\nOur ref: 12345 OA1 2BC\n\nDear Applicant\n\nHere.", REQUEST),
        ("3 May 2024 Board Meeting\n\nDear Applicant\n\nHere.", None),
        ("Date of issue: 3 May 2024\n\nDear Applicant\n\nHere it is.", REQUEST),
    ],
)  # fmt: skip
def test_the_day_of_the_answer(letter: str, day: str | None) -> None:
    assert dates(f"{letter}\n") == (None, None, day)


@pytest.mark.parametrize(
    "sentence",
    [
        "I refer to your e-mail dated 3 May 2024, asking for a review of the Council's decision.",
        "Thank you for your e-mail of 3 May 2024. You asked for a review as nothing was given.",
        "Thank you for your e-mail of 3 May 2024 requesting an internal review.",
        "You made the same request on 3 May 2024 (FOI 29744), which we answered in full.",
        "You made an identical request on 3 May 2024, which we answered on 9 June 2024.",
        "Your earlier request of 3 May 2024 was answered.",
        "The Council's decision of 3 May 2024 was to refuse the request.",
        "The contract was sent on 3 May 2024 to the supplier.",
        "The Trust received a fine on 3 May 2024.",
        "The post was requested on 3 May 2024 by the line manager.",
        "The Council received 12 complaints on 3 May 2024.",
        "If we have heard nothing by 3 May 2024 the request will be closed.",
        "On 3 May 2024 the Council received a request for planning permission for the site.",
        "Your request covers the period to 3 May 2024.",
    ],
)
def test_days_of_other_things(sentence: str) -> None:
    assert dates(f"Dear Applicant\n\n{sentence}{_CLOSE}")[:2] == (None, None)


_ASKED = "Under the Freedom of Information Act please send me the cost of the works."


@pytest.mark.parametrize(
    ("below", "day"),
    [
        (f"> On 3 May 2024, at 08:50, Requester wrote:\n>\n> {_ASKED}", REQUEST),
        (f"-----Original Message-----\nFrom: requester\nSent: 03 May 2024 21:07\nTo: FOI\n"
         f"Subject: FOI request\n\n{_ASKED}", REQUEST),
        ("On 3 May 2024, at 08:50, Requester wrote:\n\nI want an internal review of my FOI "
         "request.", None),
        ("On 3 May 2024, at 08:50, Requester wrote:\n\nThanks for your help.", None),
        ("> -----Original Message-----\n> Sent: 3 May 2024 19:31\n> To: Town Clerk\n> Subject: "
         f"hall\n>\n> {_ASKED}", REQUEST),
    ],
)  # fmt: skip
def test_the_mail_below_a_copied_mail(
    read: Callable[[str], Reading], below: str, day: str | None
) -> None:
    letter = f"Hello\n\nThe answer is attached.\n\nKind regards\n\nInformation Team\n\n{below}\n"
    found = read(letter).request_date
    assert (found.isoformat() if found else None) == day


def test_an_answers_own_heading_is_not_the_request(read: Callable[[str], Reading]) -> None:
    letter = (
        "From: foi@anytown.gov.uk\nSent: 3 May 2024 09:12\nTo: Requester\nSubject: Freedom of "
        "Information request\n\nGood morning\n\nThe answer is attached.\n"
    )
    assert read(letter).request_date is None


def test_a_question_in_the_mail_below_is_the_request(context: ReadingContext) -> None:
    asked = "Hello, how many swans did the force own in 2022 and 2023, by colour?"
    below = "-----Original Message-----\nFrom: Campaign desk\nSent: 3 May 2024 10:15\nTo: Team\n"
    mail = eml(f"Dear Requester\n\nThe answer is 14.\n\n{below}Subject: Swans\n\n{asked}\n")
    reading = read_document(mail, "answer.eml", context)
    assert (reading.request_date, reading.request_text) == (date(2024, 5, 3), asked)
