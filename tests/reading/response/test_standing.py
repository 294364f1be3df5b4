"""Names in letterheads: broken over lines, in columns, beside addresses; never an office's."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.reading.prose import fold
from foitrack.reading.response.authority import find_authority
from foitrack.reading.response.house_marks import find_by_marks

LETTER = "\n\nDear Requester\n\nThank you for your request. It is answered below.\n\n"


def authority(text: str) -> str | None:
    said = fold(text)
    found = find_authority(text, said, assets.directory()) or find_by_marks(
        text, said, said, assets.directory()
    )
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Barts Health\nNHS Trust\n\nInformation Governance\n9 Prescot Street",
         "Barts Health NHS Trust"),
        ("Belfast Health and\nSocial Care Trust\n            caring supporting",
         "Belfast Health and Social Care Trust"),
        ("Bwrdd Iechyd Prifysgol          Bloc 5, Llys Carlton\nBetsi Cadwaladr"
         "                 LL17 0JG\nUniversity Health Board         -----------",
         "Betsi Cadwaladr University Health Board"),
        ("creating a better place                                   Environment Agency",
         "Environment Agency"),
        ("Anytown School for Girls\nSandall Road, Anytown NW5 2DB", "Anytown School for Girls"),
        ("Anytown School\nQueen Road, Anytown KT2 6RL\n\nRef AS/FOI/031", "Anytown School"),
        ("QUEEN'S COLLEGE OF ANYTOWN\nRegistry", "Queen's College of Anytown"),
        ("ANYTOWN LEARNING FEDERATION\n4th Floor, Norfolk House, CR0 1LH",
         "Anytown Learning Federation"),
        ("Town Clerk\nAnytown Borough Council", "Anytown Borough Council"),
        ("HEDDLU DYFED-POWYS POLICE\nDiogelu ein Cymuned", "Dyfed-Powys Police"),
        ("Sheffield Teaching Hospitals NHS\nNHS Foundation Trust\n\n2 Claremont Place",
         "Sheffield Teaching Hospitals NHS Foundation Trust"),
        ("Anytown Teaching Hospitals NHS\nNHS Foundation Trust",
         "Anytown Teaching Hospitals NHS Foundation Trust"),
        ("Department for\nRoads, Bridges\n& Coastal Ports\n\n1 Anytown Street",
         "Department for Roads, Bridges & Coastal Ports"),
        ("Royal Museums Anytown\nNational Boat Museum | Royal Observatory | Queen's House | Ship",
         "Royal Museums Anytown"),
        ("SEPA Buidheann Dìon Àrainneachd na h-Alba\nAngus Smith Building",
         "Scottish Environment Protection Agency"),
        ("DWP   Department for Work & Pensions\nCaxton House", "Department for Work and Pensions"),
    ],
)  # fmt: skip
def test_letterheads(head: str, name: str) -> None:
    assert authority(head + LETTER) == name


@pytest.mark.parametrize(
    "head",
    ["Information Governance Department\nCounty Hall", "Legal Services", "Public Liaison Service",
     "Trust Headquarters", "Freedom of Information Act", "Your request for information"],
)  # fmt: skip
def test_an_office_is_no_authority(head: str) -> None:
    assert authority(head + LETTER) is None


@pytest.mark.parametrize(
    ("close", "name"),
    [
        ("Kind regards\nInformation Governance\nKent County Council, Sessions House, Maidstone "
         "ME14 1XQ", "Kent County Council"),
        ("Kind regards\nFOI team\nSouth Western Ambulance Service NHS Foundation Trust | Abbey "
         "Court | Exeter | EX2 7HY", "South Western Ambulance Service NHS Foundation Trust"),
        ("You may ask the City of Edinburgh Council to carry out a review.",
         "City of Edinburgh Council"),
        ("Please write to information.requests@ofcom.org.uk", "Ofcom"),
    ],
)  # fmt: skip
def test_closes(close: str, name: str) -> None:
    assert authority(LETTER.strip() + "\n\n" + close) == name


def test_the_head_outweighs_a_body_spoken_of() -> None:
    head = "Anytown Catholic School\nInstitute Road, Anytown B14 7EG"
    said = "Birmingham City Council does not hold this either."
    assert authority(head + LETTER + said) == "Anytown Catholic School"


def test_a_part_of_a_body_below_its_label_is_no_letterhead() -> None:
    page = "Published\n    2 August 2024\nDirectorate\n    Transport Scotland\n"
    form = "Information request and response under the Freedom of Information (Scotland) Act 2002."
    answer = "\n\nThe Scottish Government does not have the figures."
    assert authority(f"{page}\n{form}{answer}") == "Scottish Government"


def test_the_commissioner_writes_only_under_his_own_head() -> None:
    own = "ICO. Information Commissioner's Office\nWycliffe House, Wilmslow, SK9 5AF"
    assert authority(own + LETTER) == "Information Commissioner’s Office"
    numbered = "Case Reference: IC-331122-B7K8" + LETTER
    assert authority(numbered) == "Information Commissioner’s Office"
    told_of = LETTER + "Yours sincerely\n\nInformation Commissioner's Office\nWycliffe House"
    assert authority(told_of) is None


@pytest.mark.parametrize(
    "bar",
    ["Home  About  Museums  Services  Careers  News", "Home About Museums Services Careers News",
     "Your Health   Hospitals & Schools   Patients & Visitors   About us",
     "Contact us | Museum Trust | Housing Homes | Search"],
)  # fmt: skip
def test_a_pages_links_are_no_letterhead(bar: str) -> None:
    assert authority(bar + LETTER) is None
    assert authority(f"{bar}\nAnytown Borough Council{LETTER}") == "Anytown Borough Council"
    assert authority(f"Kent County Council | {bar}{LETTER}") == "Kent County Council"


@pytest.mark.parametrize(
    "title",
    ["Police Horses Sold", "School Meals Eaten", "Housing Waiting List", "Council Parking Fines",
     "Anytown Hospital Parking"],
)  # fmt: skip
def test_a_pages_title_is_no_name(title: str) -> None:
    assert authority(f"{title}\n\n16 July 2025{LETTER}") is None
    told = "The Police Service of Northern Ireland holds this."
    assert authority(f"{title}\n\n16 July 2025{LETTER}{told}") == (
        "Police Service of Northern Ireland"
    )


@pytest.mark.parametrize(
    "name",
    ["National Museums Anytown", "Anytown College Easthaven", "Anytown School and Nursery",
     "Museum of Anytown", "Anytown Housing Group", "Prifysgol Anytown"],
)  # fmt: skip
def test_a_name_may_go_on_behind_the_word_for_a_body(name: str) -> None:
    assert authority(f"{name}\n\n16 July 2025{LETTER}") == name


@pytest.mark.parametrize("logo", ["GIG Cymru NHS Wales", "NHS Wales"])
def test_the_mark_of_all_health_bodies_is_none_of_them(logo: str) -> None:
    assert authority(f"{logo}\n\n16 July 2025{LETTER}") is None
    board = "Bwrdd Iechyd Prifysgol Betsi Cadwaladr University Health Board"
    page = f"Disclosure\n\nGIG CYMRU {logo.removeprefix('GIG Cymru ')} | {board}"
    assert authority(page + LETTER) == "Betsi Cadwaladr University Health Board"


def test_a_department_of_a_council_is_not_the_council() -> None:
    head = "Department for Roads and Bridges\nLegal Services\nTown Hall, Knowsley Street"
    close = "Yours faithfully\n\nPrincipal Solicitor\nKent County Council"
    assert authority(head + LETTER + close) == "Kent County Council"
    assert authority(head + LETTER) == "Department for Roads and Bridges"
    head = "Information Team\n\nTown Clerk's Department\n\nKent County Council\n\nTown Hall"
    assert authority(head + LETTER) == "Kent County Council"


def test_a_name_with_a_slip_in_a_logo_is_the_bodys_own() -> None:
    head = "Sheffield Health and Social Care- NHS Trust logo\n\nResponses"
    close = "© 2025 Sheffield Health and Social Care NHS Foundation Trust | Feedback"
    name = "Sheffield Health and Social Care NHS Foundation Trust"
    assert authority(head + LETTER + close) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("From: Clerk, Anytown Parish Council <clerk@anytown-pc.example>\n"
         "Date: Tue, 7 June 2022 at 10:15\nSubject: Re: FOI", "Anytown Parish Council"),
        ("From: FOI Team, Kent County Council\nTo: requester", "Kent County Council"),
        ("Request Desk, Department for Work and Pensions   9 May 2022",
         "Department for Work and Pensions"),
        ("Request Desk, Ministry of Housing, Communities and Local Government\t4 June 2021",
         "Ministry of Housing, Communities and Local Government"),
        ("Request Desk, Museum of Anytown    4 June 2021", "Museum of Anytown"),
        ("Request Desk, 12 Anytown Road    4 June 2021", None),
        ("Request Desk,    4 June 2021", None),
        ("From: Information Commissioner's Office\nTo: Kent County Council", None),
        ("From: requester\nTo: Kent County Council\nSent: 4 June 2021", None),
    ],
)  # fmt: skip
def test_the_head_of_a_message_names_its_sender(head: str, name: str | None) -> None:
    assert authority(head + LETTER) == name
