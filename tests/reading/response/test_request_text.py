from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.request_text import find_request

ASKED = "How many dogs does the force own?"


@pytest.mark.parametrize(
    "letter",
    [
        "REQUEST\n\n{asked}\n\nRESPONSE\n\n14 dogs.",
        "Request\n{asked}\nResponse\n14 dogs.",
        "You asked:\n\n{asked}\n\nIn Response:\n\nWe own 14.",
        "Thank you for your request, as detailed below:\n\n{asked}\n\nKent Police holds this.",
        "I note you seek access to the following information:\n{asked}\nI have today decided to.",
        "The information that you are seeking is in relation to the following:\n\nREQUEST\n\n"
        "{asked}\n\nRESPONSE\n\n14.",
        "You requested the following information.\n\n{asked}\n\nI can confirm that we own 14.",
        "Q1. {asked}\nA1. 14",
        "Information requested\n\n{asked}\n\nResponse\n\n14.",
        "Dear Sir\n\nI write in connection with your request received on 3 May. You asked for the "
        "following:\n\n{asked}\n\nFollowing receipt of your request searches were made.",
        "Your request:\n> {asked}\n\nOur response: 14",
        "Your original request, of 8 May 2022, was:\n\n{asked}\n\nIn our response of 9 June 2022 "
        "we said that there were 14.\n\nFindings\n\nI have read it.",
        "You asked:\n\nQ1. {asked}\nQ2. How many cats?\n\nQ1\n2022: 14 (all of them)\n\nQ2\nNine.",
    ],
)
def test_where_it_stands(letter: str) -> None:
    text = letter.format(asked=ASKED)
    found = find_request(text, fold(text))
    assert found is not None
    assert ASKED in found.text
    assert "14" not in found.text
    assert found.first.of(text) == found.text


def test_it_may_run_over_paragraphs_and_items() -> None:
    asked = f"{ASKED}\n\n1) In 2019\n2) In 2020\n\nPlease give breeds."
    text = f"You asked:\n\n{asked}\n\nOur response\n\n14."
    found = find_request(text, fold(text))
    assert found is not None and found.text == asked


def test_the_day_of_receipt_below_it_is_none_of_its_words() -> None:
    text = f"Request\n{ASKED}\n(Request received 16 January 2024)\n\nForce's response\n\n14."
    found = find_request(text, fold(text))
    assert found is not None and found.text == ASKED


def test_the_data_of_a_request_above_it_are_none_of_its_words() -> None:
    data = "FOI number: 5521\nDate received: 21 May 2024"
    text = f"Log\n\nFOI Request Details\n\n{data}\n\nRequest:\n{ASKED}\n\nResponse:\n14"
    found = find_request(text, fold(text))
    assert found is not None and found.text == ASKED


def test_it_ends_where_the_letter_says_how_it_is_handled() -> None:
    text = (
        f"I note that you seek:\n\n{ASKED}\nYour request falls under the Act.\nWe hope to answer."
    )
    found = find_request(text, fold(text))
    assert found is not None and found.text == ASKED


def test_a_title_is_all_of_it_where_the_reply_follows() -> None:
    reply = "This is the reply to your request on the above, which came in May.\n\nWe hold nothing."
    text = f"Dear Sir\n\nRequest: dogs that retired in May\n\n{reply}"
    found = find_request(text, fold(text))
    assert found is not None and found.text == "Request: dogs that retired in May"


def test_repetitions_are_found_too() -> None:
    text = f"You asked:\n\n1) {ASKED}\n\nOur response:\n\n1) {ASKED}\n\n14.\n"
    found = find_request(text, fold(text))
    assert found is not None
    assert [span.of(text).strip() for span in found.everywhere] == [f"1) {ASKED}"] * 2


@pytest.mark.parametrize(
    "letter",
    [
        "The figures are below.\n\n2019: 4",
        "Thank you for your request. We hold nothing.",
        "Dear Sir\n",
        'Please let us know:\n\n(1) whether by "dogs" you mean those of one section or of all;\n'
        '(2) which years you want;\n(3) what is meant by "own".\n\nWe will start once we have '
        "heard from you.",
        "We refuse it.\n\nIf you do not agree you may seek an internal review. Please write to us."
        "\n\nYours faithfully",
        "Log\n\nRequest\n\nBy letter of 2 May 2024 the applicant asked for the number of dogs.\n\n"
        "Response\n\nNone is held.",
    ],
)
def test_letters_that_do_not_quote_it(letter: str) -> None:
    assert find_request(letter, letter) is None
