"""What answers somebody, and what only speaks of requests: guidance, statistics, decisions."""

from __future__ import annotations

import pytest

from foitrack.reading.response.addressed import addressed

ANSWERS = [
    "Dear Requester\n\nThe figures are below.",
    "Thank you for your letter about the bridge.",
    "You asked for the minutes. They are attached.",
    "Our reference: 12/2023\n\nThe figures are below.",
    "FOI request 2231\n\nNo such report was made.",
    "Request\n\nThe number of swans.\n\nResponse\n\nTwelve.",
    "To comply with this request would take 40 hours.",
    "This letter is a refusal notice.",
    "Ashdale Council\n\nHire of the pier\n\nRequest made 3 May 2024     Answered 20 May 2024\n\n"
    "Q. How often was it hired?\nA. 14 times.",
    "HARB/2024-17 - Moorings let and given up\n\nAn FOI request for the number of moorings in each "
    "year.\n\nThe Harbour Office's answer was as follows:\n\n2022: 14",
]
SPEAKS = [
    "You can ask for an internal review if you are unhappy with how your request was handled.",
    "Section 12 lets an authority refuse a request that would cost too much.",
    "The complainant asked for the contract. The Commissioner's decision is that it was exempt.",
    "Requests received: 520\nIn time: 459\nExemptions used: s12 (28), s40 (40)",
    "If your request goes over the limit we will help you to narrow it.",
    "Minutes of the Council\n\nClerk's report: the FOI request about the pier was made on 3 May "
    "2024 and answered.",
    "Pier hired 14 times\n\nOur paper made an FOI request for the hire of the pier. The Council's "
    "answer was as follows: it was hired 14 times.",
    "Campaigners often say that a council refused them under section 14.",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer(text: str) -> None:
    assert addressed(text)


@pytest.mark.parametrize("text", SPEAKS)
def test_no_answer(text: str) -> None:
    assert not addressed(text)
