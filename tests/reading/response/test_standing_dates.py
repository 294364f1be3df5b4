"""The day of a letter: beside its labels, in a cell of its head, alone at its foot."""

from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.dates import find_letter_dates

ASKED = "Thank you for your request. The figures you asked for are below.\n"


def day(text: str, field: str = "response_date") -> str | None:
    found = find_letter_dates(text, fold(text)).of(field)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dyddiad / Date: 6 Mehefin / 6 June 2025\n\nDear Requester\n" + ASKED, "2025-06-06"),
        ("Dyddiad / Date:   2 Rhagfyr / December 2024\n\nDear Requester\n" + ASKED, "2024-12-02"),
        ("Received: 15/04/2024      Response sent: 03/05/2024\n\n" + ASKED, "2024-05-03"),
        ("Received 06/09/2024\nReplied  27/09/2024\n\n" + ASKED, "2024-09-27"),
        ("Request dated 6 September 2024; response sent 27 September 2024\n\n" + ASKED,
         "2024-09-27"),
        ("Received 6 September 2024, answered 27 September 2024\n\n" + ASKED, "2024-09-27"),
        ("Case number: 2425-318\nCompleted: 24 September 2024\n\n" + ASKED, "2024-09-24"),
        ("Our ref: 0771/23\nWakefield, 15 June 2023\n\nDear Requester\n" + ASKED, "2023-06-15"),
        ("Request ref: 9918277 | 05 Jan 2024\n\n" + ASKED, "2024-01-05"),
        ("From: FOI\nDate: 6 Jan 25 16:02\n\nGood afternoon,\n" + ASKED, "2025-01-06"),
        ("Dear Sir\n" + ASKED + "\nDisclosure Analyst                      04/06/2025",
         "2025-06-04"),
        ("Dear Sir\n" + ASKED + "\n31 January 2025\n\nCONFIDENTIALITY: this may be private.",
         "2025-01-31"),
        ("Dear Sir\n" + ASKED + "You may ask within 40 days of the date of this\nletter: 14 March "
         "2025.", "2025-03-14"),
        ("Dear Sir\n" + ASKED + "\nDate of this email: 2 April 2024", "2024-04-02"),
        ("First published:\n    23 August 2023\n\nDetails\n\n14 August 2023\n\nDear\n" + ASKED,
         "2023-08-14"),
        ("Income from courses\n24 January 2024 - FOI 2023/24-061\n\n" + ASKED, "2024-01-24"),
        ("FOI13471\n\nOur letter of 11 February 2026\n\n" + ASKED, "2026-02-11"),
        ("Request made: 6 March 2023\nCorrected response: 18 May 2023\n\nDear Requester\n" + ASKED,
         "2023-05-18"),
        # The asker's own letter above it, whose words are blank here.
        ("Dear Ashdale Police,\n\n    \n\nYours faithfully,\nRequester\n\n11 January 2024\n\n"
         "From: Information Team\n\n8 February 2024\n\nDear Requester\n" + ASKED, "2024-02-08"),
        ("Dear Ashdale Police,\n\n    \n\nYours faithfully,\nRequester\n\n11 January 2024\n\n"
         "Dear Requester\n" + ASKED, None),
        # Dates in a list, and one that begins a broken line of a sentence, are the letter's not.
        ("Reports are dated:\n07/02/2014\n09/01/2015\n12/11/2016\n" + ASKED, None),
        ("Dear Sir\n" + ASKED + "we aim to answer within the statutory twenty working days, by\n"
         "29/07/2020.", None),
    ],
)  # fmt: skip
def test_the_day_of_the_answer(text: str, value: str | None) -> None:
    assert day(text) == value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Thank you for contacting Anytown Hospitals NHS Trust on 29/06/2023.", "request_date",
         "2023-06-29"),
        ("Extract from Request (06 May 2025): “a list”", "request_date", "2025-05-06"),
        ("Ref: date of request 04/07/22, date of answer 01/08/22\n\nThe internal review procedure "
         "is attached.", "request_date", "2022-07-04"),
        ("Your request of 10 October 2024, received in this office the following day (11 October "
         "2024), is in hand.", "received_date", "2024-10-11"),
        ("The figures were right on 14 January 2025, the day the request came to us.",
         "received_date", "2025-01-14"),
    ],
)  # fmt: skip
def test_the_days_of_the_request(text: str, field: str, value: str) -> None:
    assert day(text, field) == value
