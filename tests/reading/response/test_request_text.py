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
    ],
)
def test_letters_that_do_not_quote_it(letter: str) -> None:
    assert find_request(letter, letter) is None
