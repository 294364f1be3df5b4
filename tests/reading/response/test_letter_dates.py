from __future__ import annotations

from datetime import date

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.dates import LetterDates, find_letter_dates


def dates(text: str) -> LetterDates:
    return find_letter_dates(text, fold(text))


REQUEST, RECEIVED, RESPONSE = "request_date", "received_date", "response_date"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Date of request: 19 February 2021", REQUEST),
        ("Thank you for your request of 19 February 2021.", REQUEST),
        ("Thank you for your e-mail dated 19th February 2021 in which you asked", REQUEST),
        ("Thank you for your e mail dated 19 February 2021 in which you made", REQUEST),
        ("I refer to your letter of 19 February 2021.", REQUEST),
        ("your Freedom of Information Act request, dated 19/02/2021, about cars", REQUEST),
        ("You wrote to the Council on 19 February 2021 asking for", REQUEST),
        ("your request which you sent to the Department on the 19th February 2021", REQUEST),
        ("Your request was received on 19 February 2021.", RECEIVED),
        ("Date received: 19 February 2021", RECEIVED),
        ("- Date received\n- 19 February 2021", RECEIVED),
        ("Request received: 19/02/2021", RECEIVED),
        ("which was received by Kent Police on 19 February 2021 concerning cars", RECEIVED),
        ("which was received\nby the Metropolitan Police Service (MPS)\non 19/02/2021", RECEIVED),
        ("your request received in this office on 19 February 2021", RECEIVED),
        ("which we received, after close of business, for the purposes of the Act on 19 February "
         "2021", RECEIVED),
        ("which the Council received, outside office hours, on 19 February 2021", RECEIVED),
        ("We received your request for information about cars on 19 February 2021.", RECEIVED),
        ("Thank you for your information request received 19 February 2021.", RECEIVED),
        ("Date: 19 February 2021\n\nDear Sir", RESPONSE),
        ("Date:\n19 February 2021\nDear Sir", RESPONSE),
        ("Our Ref: FOI 1/21 Date: 19 February 2021\n\nDear Sir", RESPONSE),
        ("19 February 2021\n\nDear Sir", RESPONSE),
        ("Kent Police\n19th February 2021\n\nDear Sir", RESPONSE),
        ("Date responded: 19 February 2021", RESPONSE),
        ("- Date responded\n- 19 February 2021", RESPONSE),
        ("Date of response: 19/02/21", RESPONSE),
        ("Dated: 19 Feb 2021", RESPONSE),
        ("Dear Sir\n\nHere it is.\n\nYours faithfully\n\n19 February 2021", RESPONSE),
        ("From: FOI team\nSent: 19 February 2021 10:02\nTo: you\nSubject: FOI\n\nHello", RESPONSE),
    ],
)  # fmt: skip
def test_which_date_it_is(text: str, field: str) -> None:
    found = dates(text)
    known = {name: found.of(name) for name in (REQUEST, RECEIVED, RESPONSE)}
    assert known == {**dict.fromkeys(known), field: date(2021, 2, 19)}


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your request for an internal review of the above request for information, "
        "which was received by the Council on 25 May 2018.",
        "Dear Sir\n\nThe policy was approved on 19 February 2021.",
        "Dear Sir\n\nBetween 1 January 2020 and 19 February 2021 there were four.",
        "Dear Sir\n\nPlease reply by 19 February 2021.",
        "Dear Sir\n\nYour request for an internal review dated 19 February 2021 is refused.",
        "Dear Sir\n\nThank you for your email of 19 February 2021 requesting an internal review.",
        "Dear Sir\n\nThank you for your e-mail of 19 February 2021, in which you asked that our "
        "decision on your request be reviewed.",
        "Dear Sir\n\nI refer to your e-mail of 19 February 2021 asking the Council to review its "
        "response.",
        "Dear Sir\n\nYour previous request of 19 February 2021 was answered.",
        "Dear Sir\n\nI am writing in answer to your review request of 19 February 2021.",
        "Dear Sir\n\nThank you for your clarification received on 19 February 2021.",
        "Due date: 19 February 2021\n\nDear Sir",
        "Dear Sir\n\nThe policy was published on 19 February 2021.",
        "Dear Sir\n\nThe licence was issued on 19 February 2021.",
        "Dear Sir\n\nas stated in the Act of 19 February 2021",
    ],
)
def test_dates_of_other_things(text: str) -> None:
    assert dates(text).findings == ()


def test_by_email_on_a_day_is_request_and_receipt() -> None:
    found = dates("Freedom of Information request first notified to us by email on 1st March 2023.")
    assert found.of(REQUEST) == found.of(RECEIVED) == date(2023, 3, 1)


def test_on_the_same_date() -> None:
    found = dates("your request dated 23 November 2011 which was received by us on the same date.")
    assert found.of(REQUEST) == found.of(RECEIVED) == date(2011, 11, 23)


def test_an_impossible_date_is_kept_and_said() -> None:
    found = dates("Date: 31 February 2023\n\nDear Sir")
    (finding,) = found.findings
    assert (finding.value, finding.printed) == ("", "31 February 2023")
    assert found.of(RESPONSE) is None
    assert "31 February 2023" in found.warnings[0]


def test_answered_before_asked() -> None:
    found = dates("Date: 5 January 2023\n\nThank you for your request of 20 December 2023.")
    assert found.warnings == ("The response is dated before the request.",)
    assert all(finding.certainty.value == "check" for finding in found.findings)


def test_a_day_without_a_year_is_the_newest_before_the_answer() -> None:
    found = dates("Date: 14 August 2023\n\nThank you for your request received on 17 July.")
    assert found.of(RECEIVED) == date(2023, 7, 17)
    (finding,) = [f for f in found.findings if f.field == RECEIVED]
    assert finding.certainty.value == "check"


def test_a_day_without_a_year_alone_is_no_date() -> None:
    assert dates("Thank you for your request received on 17 July.").findings == ()
