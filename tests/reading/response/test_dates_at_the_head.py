"""The letter's own day where a number, or a break of the line, stands beside it."""

from __future__ import annotations

import pytest

from foitrack.reading.reader import ReadingContext, read_document

BODY = """
Thank you for your request of 2 May 2024 under the Freedom of Information Act 2000.
We do not hold the information that you have asked for.
"""


@pytest.mark.parametrize(
    "head",
    [
        "DFI/2024-0295 30 May 2024\n\nDear Requester",
        "30 May 2024 IR 23/1008\n\nDear Requester",
        "Our ref: FOI.8871.24 (review) 30 May 2024\n\nDear Requester",
        "Dear Requester,\n30 May 2024\n",
        "30 May 2024 My reference: FOI 2024-0718\n\nDear Requester",
        "By email 30 May 2024\n\nDear Requester",
        "EIR Request: DfI/2024-0446 30 May 2024\n\nDear Requester",
        # Who sent a message stands before its day, on a site that shows the messages.
        "Information Inbox, Ministry of Harbours, Lighthouses and Coastal Railways    30 May 2024"
        "\n\nDear Requester",
    ],
)
def test_it_is_found(context: ReadingContext, head: str) -> None:
    filler = "\n".join(f"We looked in place {number} as well." for number in range(14))
    reading = read_document(f"{head}\n{BODY}\n{filler}".encode(), "letter.txt", context)
    assert str(reading.response_date) == "2024-05-30"


@pytest.mark.parametrize(
    "line",
    [
        "Rank / 31 March\t2022\t2023\t2024",
        "All of the lighthouses of the coast that were painted in the year to    30 May 2024",
        "812 whole time equivalent, as counted by us at\n30/04/2025",
    ],
)
def test_a_table_or_a_broken_sentence_gives_none(context: ReadingContext, line: str) -> None:
    reading = read_document(f"Dear Requester\n{BODY}\n{line}\n".encode(), "letter.txt", context)
    assert reading.response_date is None
