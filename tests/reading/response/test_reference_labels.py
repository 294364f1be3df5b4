"""References under the labels and in the forms of bodies of many kinds."""

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
        ("HQ/PA/004410/24", "HQ/PA/004410/24"),
        ("GSA/24/009913 - request of 1st September 2024", "GSA/24/009913"),
        ("REVIEW OF RESPONSE TO REQUEST FOR INFORMATION - ABS 24/0190", "ABS 24/0190"),
        ("Reference: FOI 2025/118 - F0340981", "FOI 2025/118 - F0340981"),
        ("Ref TS/FOI/031", "TS/FOI/031"),
        ("Ref. TC-FOI-24-19", "TC-FOI-24-19"),
        ("Case reference 2024-DOR-4419", "2024-DOR-4419"),
        ("Request No. 513 / 2022", "513 / 2022"),
        ("Freedom of Information Request  No. 24091 / 2024", "24091 / 2024"),
        ("Subject: Response to your information request - Ref 3358113", "3358113"),
        ("FOI Case: FOI-2024-00331", "FOI-2024-00331"),
        ("Ticket: #1188442", "1188442"),
        ("Your request has been allocated the reference WCC-FOI 2291.", "WCC-FOI 2291"),
        ("In your reply please quote T24/0118", "T24/0118"),
        ("Rhif Cyfeirnod / Reference Number: DPFOI/2024/88", "DPFOI/2024/88"),
        ("FOI - Police horses - 0418.2023-24", "0418.2023-24"),
        ("Disclosure ID\n6612", "6612"),
        ("Subject: RE: FOI - chapel roof [WLT.23.0417]", "WLT.23.0417"),
        ("We have given it the number WLT.23.0417.", "WLT.23.0417"),
        ("DAER/2022-0418: Beavers seen in rivers", "DAER/2022-0418"),
        ("Home | About us | Our publications | Freedom of information | Previous requests\n"
         "Request 23-118 - Beds", "23-118"),
        ("Our ref: 23 004 417", "23 004 417"),
        ("Reference: FOI 118,402", "FOI 118,402"),
        ("m/r 5512094 Direct Dial 01632 960 118\ny/r Date 9 May 2018", "5512094"),
        ("O/Ref: LIB/24/118", "LIB/24/118"),
        ("Re: Your request for information: 551209", "551209"),
        ("23/L/204 - Library fines", "23/L/204"),
        ("204/11/23 - Library fines", "204/11/23"),
        ("LIB/2023-0204 - Fines cancelled and paid", "LIB/2023-0204"),
    ],
)  # fmt: skip
def test_ours(line: str, value: str) -> None:
    assert reference(f"{line}\n\nDear Requester\n\nThank you for your request.") == value


@pytest.mark.parametrize(
    "line",
    ["Your reference: AB/12/2024", "Eich cyf: AB/12/2024",
     "The MPS replied on 3 November 2022 (its reference 01/FOI/22/026871).",
     "You ask about contract reference DN551182.",
     "BMW | F800 GS | 12", "y/r 5512094", "21/11/2023 - Library fines",
     "2021/22/23 - Library fines", "Your request: 2019/20 fines by library"],
)  # fmt: skip
def test_not_ours(line: str) -> None:
    assert reference(f"Dear Requester\n\n{line}\n\nThank you for your request.") is None
