from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.reference import find_reference


def reference(text: str) -> str | None:
    found = find_reference(text, fold(text))
    if found is None:
        return None
    start, end = found.place.start, found.place.end
    assert " ".join(text[start:end].split()) == found.printed
    return found.value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("FREEDOM OF INFORMATION REQUEST 2021/24677", "2021/24677"),
        ("Freedom of Information Act 2000 (FOIA) Request 549/21 - Breach", "549/21"),
        ("Freedom of information request reference no: 01.FOI.22.026570", "01.FOI.22.026570"),
        ("FOI ref no: 15350", "15350"),
        ("Reference: 221/21", "221/21"),
        ("Our reference: FOI 1306/25", "FOI 1306/25"),
        ("Ref: EIR/1415538", "EIR/1415538"),
        ("Request Reference: 01/FOI/25/006753/Z", "01/FOI/25/006753/Z"),
        ("Our Ref: FOI 4530", "FOI 4530"),
        ("Our Ref:\nFOI 4530", "FOI 4530"),
        ("Our Ref:\n\n712/21", "712/21"),
        ("FOI/EIR Request Ref No. 11428/23", "11428/23"),
        ("Reference No: GSA 1182/19", "GSA 1182/19"),
        ("Request Number: F-2024-00391", "F-2024-00391"),
        ("Request: FOI/13384", "FOI/13384"),
        ("FOI reference: FOI/17/02393", "FOI/17/02393"),
        ("Freedom of Information request - RFI20200117", "RFI20200117"),
        ("Freedom of Information Request F0008441", "F0008441"),
        ("FREEDOM OF INFORMATION REQUEST REFERENCE NO: 958-2024", "958-2024"),
        ("TfL Ref: FOI-1452-2223", "FOI-1452-2223"),
        ("FOI Ref: DAT-FOI-22-1187", "DAT-FOI-22-1187"),
        ("Cyf/Ref: 712/2022", "712/2022"),
        ("Your reference number is FOI-77120.", "FOI-77120"),
        ("Case reference: 101005998822", "101005998822"),
        ("Officers disciplined for social media (1406A/21)", "1406A/21"),
        ("Social Media (7175_16)", "7175_16"),
        ("PSD investigation (Ref: 13044/16)", "13044/16"),
        ("Detention Statistics - 895/20", "895/20"),
        ("FOI reference number 445", "445"),
        ("which has been allocated reference number 2020/1187.", "2020/1187"),
        ("request (ref. FOI 23-24 0117) which was received", "FOI 23-24 0117"),
        ("HAMPSHIRE CONSTABULARY\n\nHC/004512/24", "HC/004512/24"),
        ("Our Ref: FOI 19 1413", "FOI 19 1413"),
        ("Our Ref: IM-FOI-2021-0942 Date: 31st May 2021", "IM-FOI-2021-0942"),
        ("Information request no. IR-2023-17", "IR-2023-17"),
    ],
)
def test_forms(line: str, value: str) -> None:
    assert reference(f"{line}\n\nDear Sir,\n") == value


@pytest.mark.parametrize(
    "line",
    [
        "Your ref: GRAVEL-12",
        "ICO reference: IC-159669-K9T5",
        "Commissioner's reference FS50681336",
        "Tribunal appeal EA/2018/0055",
        "Planning application reference: 22/00456/FUL",
        "SI 2004/3391",
        "Tel: 01785 232200",
        "Date: 27/03/2023",
        "collar number 4471",
        "Freedom of Information Act 2000",
        "Freedom of Information Request",
        "[FOI #903344 email]",
        "Spending on roads 2018/19",
        "Spending on roads (2018/19)",
        "PO Box 3167",
        "SW1A 2HB",
        "01/02/2023",
        "Crime reference: 22/123456/19",
        "as in our previous request FOI 12/20",
        "Files relating to FOI 201900009848",
        "section 40(2) applies",
    ],
)
def test_what_is_no_reference_of_ours(line: str) -> None:
    assert reference(f"{line}\n\nDear Sir,\n") is None


def test_the_best_label_wins_over_the_first_number() -> None:
    text = "Freedom of Information Request 12/21\nOur ref: FOI 99/21\n"
    assert reference(text) == "FOI 99/21"


def test_two_under_like_labels_are_for_a_person_to_check() -> None:
    text = "Our ref: FOI 99/21\nOur ref: FOI 98/21\n"
    found = find_reference(text, text)
    assert found is not None
    assert (found.value, found.certainty.value) == ("FOI 99/21", "check")
