from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.reading.findings import Finding
from foitrack.reading.prose import fold
from foitrack.reading.response.authority import find_authority


def authority(text: str) -> Finding | None:
    return find_authority(text, fold(text), assets.directory())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thank you for your interest in Gwent Police.", "Gwent Police"),
        ("**STAFFORDSHIRE\nPOLICE**\n\nFOI ref no: 1\n\nDear Sir", "Staffordshire Police"),
        ("would adversely impact upon the ability of the MPS. The MPS is unable to disclose "
         "this.", "Metropolitan Police Service"),
        ("I can confirm that Kent Police holds this.", "Kent Police"),
        ("We write to say that LBBD has decided not to disclose this.",
         "London Borough of Barking and Dagenham"),
        ("RBKC does not hold the minutes.", "Royal Borough of Kensington and Chelsea"),
        ("Staffordshire Police's response to your enquiry is as follows:", "Staffordshire Police"),
        ("your request which was received by Kent Police on 3 May", "Kent Police"),
        ("Dear Sir\n\nHere it is.\n\nYours faithfully\n\nEssex Police", "Essex Police"),
        ("FOI 221/21 | Avon and Somerset Police\n\nReference: 221/21", "Avon and Somerset Police"),
        ("Provision of information held by Northumbria Police made under the Act",
         "Northumbria Police"),
        ("Write to Information Management, Police Scotland, Clyde Gateway, Glasgow.",
         "Police Scotland"),
        ("Town Clerk\nAnytown Town Council", "Anytown Town Council"),
        ("Kent Police - complaints about searches in 2023\n\nDate\tRank\n3 May\tPC",
         "Kent Police"),
        ("Sheet1\n\nKent Police: misconduct hearings (FOI 20241180)\n\nDate\tRank\n3 May\tPC",
         "Kent Police"),
        ("Northgate NHS Foundation Trust\n\nDear Sir", "Northgate NHS Foundation Trust"),
        ("University of Eastmoor\nInformation Compliance\n\nDear Sir", "University of Eastmoor"),
        ("London Borough of Easthaven\n\nDear Sir", "London Borough of Easthaven"),
        ("Department of Health An Roinn Sláinte\n\nDear Sir", "Department of Health"),
        ("NHS Lothian\nWaverley Gate\nEdinburgh\n\nDear Sir", "NHS Lothian"),
    ],
)  # fmt: skip
def test_who_writes(text: str, name: str) -> None:
    found = authority(text)
    assert found is not None
    assert found.value == name


@pytest.mark.parametrize(
    "text",
    [
        "Four officers were seconded to Kent Police and nine to Essex Police.",
        "You may wish to contact Kent Police, who may hold this.",
        "We suggest that you ask the Home Office or West Midlands Police.",
        "The National Police Chiefs' Council issues guidance. The NPCC holds its own records.",
        "You can complain to the Information Commissioner's Office, Wycliffe House.",
        "We do not discipline officers by a policy but by the Standards.",
        "The Council holds this information.",
        "Police officers were told to wear hats.",
    ],
)
def test_who_is_only_spoken_of(text: str) -> None:
    assert authority(text) is None


def test_two_bodies_with_like_claims_are_nobody() -> None:
    assert authority("Kent Police\nEssex Police\n\nDear Sir\n\nHere it is.") is None


def test_a_body_that_no_directory_has_is_to_be_checked() -> None:
    found = authority("Merrowdale Borough Council\n\nDear Sir\n\nHere it is.")
    assert found is not None
    assert found.certainty.value == "check"
