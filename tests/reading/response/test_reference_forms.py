"""Numbers of requests as bodies print them, and numbers that are no such thing."""

from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.reference import find_reference


def reference(text: str) -> str | None:
    found = find_reference(text, fold(text))
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        # Titles and subjects.
        ("Freedom of Information – Response – 20417", "20417"),
        ("EIR request - Decision notice - 20417", "20417"),
        ("Your request number is CRN00020417", "CRN00020417"),
        ("FOI Ref: ABC_FOI_2425_417", "ABC_FOI_2425_417"),
        ("Subject: Update - FS-Case-648820417", "FS-Case-648820417"),
        ("RE: IAT 20417 - air quality", "IAT 20417"),
        ("Subject: Your FOI request - Acknowledgement [ref: ABC 20417 02 25]", "ABC 20417 02 25"),
        ("LIB/2023-0417                            21 June 2023", "LIB/2023-0417"),
        ("Freedom of Information/RFI-3041", "RFI-3041"),
        ("I write about the review you requested of FOI / 2020-21-2041.", "FOI / 2020-21-2041"),
        ("Subject: RE: ABC 24-2041 FOI - parking charge notices", "ABC 24-2041"),
        ("Your request: FOI Ref: 016-24-2041", "016-24-2041"),
        ("Our Ref: FOI\\24\\0417", "FOI\\24\\0417"),
        ("Request for Information - Reference Number: LIB/AXQPTR", "LIB/AXQPTR"),
        ("I am writing in relation to FOI 20417 to say that we need longer.", "FOI 20417"),
        ("FOI3417– Concerning the users of our libraries.", "FOI3417"),
        ("FOI 3417: Library opening hours", "FOI 3417"),
        ("RFI 4471 - Response", "RFI 4471"),
        ("Subject: XU-FOI-24-417 Response", "XU-FOI-24-417"),
        ("Subject: Your FOI request LBX-20417: update", "LBX-20417"),
        ("Your FOI request CAM-20417: update", "CAM-20417"),
        ("Subject: Internal review - 51230987 - library fines", "51230987"),
        ("Internal review - 51230987 - library fines", "51230987"),
        ("Internal review of FOI 51230987 - outcome", "51230987"),
        ("Internal review of FOI request 20417 – decision", "20417"),
        ("Freedom of Information - Internal Review 20417", "20417"),
        ("Freedom of Information Internal Review: 20417/24", "20417/24"),
        ("GMX / FOI request 2024/005519/F", "2024/005519/F"),
        ("Case 005519/24", "005519/24"),
        ("Case number 005519/24", "005519/24"),
        ("Case: 005519", "005519"),
        ("FOI - DX 0551/2024", "DX 0551/2024"),
        ("FOI - DX 0551/2024 11th April 2024", "DX 0551/2024"),
        ("Freedom of Information Request 0551/24: Decision", "0551/24"),
        # Standing in the head.
        ("  FOI 20417", "FOI 20417"),
        ("                                                  FOI 20417", "FOI 20417"),
        ("NOXC FOI 20417", "NOXC FOI 20417"),
        ("F24/1234", "F24/1234"),
        ("FOI202401234", "FOI202401234"),
        # Labels.
        ("Our ref: 24 FOI 079", "24 FOI 079"),
        ("Our Reference:                    FOI 24 091 / AB / CD", "FOI 24 091"),
        ("Ref: FOI 20417 R", "FOI 20417 R"),
        ("Our reference: FOI 20417 IR", "FOI 20417 IR"),
        ("Our ref: IGT/FOI/12345", "IGT/FOI/12345"),
        ("Our Ref: 8472913", "8472913"),
        ("Request ID: 2024-0123", "2024-0123"),
        ("Reference number: RITM0123456", "RITM0123456"),
        ("Our reference: FS-Case-512345678", "FS-Case-512345678"),
        ("Disclosure No: 1234-2024", "1234-2024"),
        ("Log Number: 12345", "12345"),
        ("Enquiry Reference: 417 -24", "417-24"),
        ("Enquiry Reference: 417- 24", "417-24"),
        ("Case Ref: CAS-123456-A1B2C3", "CAS-123456-A1B2C3"),
        ("FOI Ref: 24.1234", "24.1234"),
        ("HO Reference: FOI2024/01234", "FOI2024/01234"),
        # Sentences.
        ("I write further to your request FOI ID 31125 under the Freedom of Information Act.",
         "FOI ID 31125"),
        ("Your reference number is 16621/25. Please quote this.", "16621/25"),
        ("Your unique reference for this request is FOI-4471.", "FOI-4471"),
        ("Your request has been given the reference 4471-24.", "4471-24"),
        ("Your request has been logged as FOI 4471.", "FOI 4471"),
        ("Your request 1409/23 was answered on 2 November 2023.", "1409/23"),
        ("I refer to your request (our reference 8472913) of 3 May.", "8472913"),
        ("Please quote FOI-24-0098 in any reply.", "FOI-24-0098"),
        ("The reference for your request is 20245519.", "20245519"),
    ],
)  # fmt: skip
def test_forms(line: str, value: str) -> None:
    assert reference(f"{line}\n\nDear Applicant\n\nThank you for asking.\n") == value


@pytest.mark.parametrize(
    "line",
    [
        "Your Ref: SMP-2024-07",
        "Our Ref: COUNCIL/HOUSING",
        "Three quotes were had, see minute FC20240417.",
        "You asked for the same information on 14 July 2023 (our reference 1020417).",
        "We answered the same question on 19/06/2024 (our ref LD/FOI/2024/41) and sent figures.",
        "Freedom of Information – Response – 2024",
        "Your reference number: SMP-2024-07",
        "Room 305, Case House",
        "FOI - 2019 to 2024",
        "Internal review - 14 March 2024 - library fines",
        "Your request 2 was answered in part.",
        "We hold 1409 files.",
        "In case 3 the officer resigned.",
        "Case C-279/12 Fish Legal",
        "IC-159669-K9T5",
        "The reference period is 2023/24.",
        "The internal review of FOI handling 2023/24 is published.",
        "FOI 2000",
        "Your case 12345 at the tribunal is noted.",
        "Your request 12,000 records long is refused.",
        "Your request, 300 pages of e-mails, is refused.",
        "Your request (2500 words) is vexatious.",
        "Case 2019/20",
        "The internal review of 1234 files took a year.",
        "Internal review 2023/24",
        "Request 1 of 3",
        "Your request was logged as a complaint in 2023.",
    ],
)
def test_no_number_of_the_request(line: str) -> None:
    assert reference(f"{line}\n\nDear Applicant\n\nThank you for asking.\n") is None
