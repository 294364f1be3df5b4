"""Who writes: sixty ways in which bodies name themselves, and traps beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading

_OPEN = "Dear Applicant\n\nThank you for your request of 3 May 2024.\n\n"
_ICO = (
    "\n\nIf you remain dissatisfied you may apply to the Information Commissioner's Office, "
    "Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF. www.ico.org.uk\n"
)

LETTERHEADS = [
    ("Oakdale and Fernhill NHS Foundation Trust\nTrust Headquarters\nMill Lane\nOakdale OA1 2BC",
     "Oakdale and Fernhill NHS Foundation Trust"),
    ("                    Oakdale University Hospitals NHS Trust\n"
     "                    Oakdale General Hospital\n                    OA1 2BC",
     "Oakdale University Hospitals NHS Trust"),
    ("Fernhill General Hospital\nMill Lane\nFernhill\n\nOakdale & Fernhill Hospitals NHS Trust",
     "Oakdale & Fernhill Hospitals NHS Trust"),
    ("Information Governance Department\nOakdale Community Healthcare NHS Trust\nOA1 2BC",
     "Oakdale Community Healthcare NHS Trust"),
    ("Corporate Directorate  |  Oakdale Borough Council  |  Town Hall, OA1 2BC",
     "Oakdale Borough Council"),
    ("OAKDALE DISTRICT COUNCIL\nCouncil Offices, Mill Lane", "Oakdale District Council"),
    ("Oakdale Metropolitan Borough Council\nLegal and Democratic Services\nPO Box 12",
     "Oakdale Metropolitan Borough Council"),
    ("Royal Borough of Oakdale\nTown Hall\nOA1 2BC", "Royal Borough of Oakdale"),
    ("THE UNIVERSITY OF OAKDALE\nRecords Management\nOld College", "University of Oakdale"),
    ("Oakdale Metropolitan University\nGovernance Services", "Oakdale Metropolitan University"),
    ("Oakdale and District Further Education College\nCollege Road",
     "Oakdale and District Further Education College"),
    ("Fernhill Learning Trust\nc/o Fernhill Academy\nMill Lane", "Fernhill Learning Trust"),
    ("NHS Oakdale and Fernhill Integrated Care Board\nMill House",
     "NHS Oakdale and Fernhill Integrated Care Board"),
    ("Oakdale Fire and Rescue Service\nService Headquarters\nMill Lane",
     "Oakdale Fire and Rescue Service"),
    ("Oakdale Housing Association\nMill House, OA1 2BC", "Oakdale Housing Association"),
    ("Office of the Police and Crime Commissioner for Oakdale\nMill House",
     "Office of the Police and Crime Commissioner for Oakdale"),
    ("Oakdale Combined Authority\nMill House, OA1 2BC", "Oakdale Combined Authority"),
    ("3 May 2024                                        Information Governance\n"
     "                                         Oakdale Valley Partnership\n"
     "Private                                       NHS Foundation Trust",
     "Oakdale Valley Partnership NHS Foundation Trust"),
    ("Ministry of Defence\nMain Building\nWhitehall\nLondon SW1A 2HB", "Ministry of Defence"),
    ("The Highland Council\nGlenurquhart Road\nInverness IV3 5NX", "The Highland Council"),
    ("Nottinghamshire Police\nHeadquarters, Sherwood Lodge", "Nottinghamshire Police"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name"), LETTERHEADS)
def test_the_letterhead(read: Callable[[str], Reading], head: str, name: str) -> None:
    letter = f"{head}\n\nOur ref: FOI 1234\n\n{_OPEN}The information is attached.{_ICO}"
    assert read(letter).authority == name


SENTENCES = [
    ("Oakdale NHS Foundation Trust can confirm that it holds the information.",
     "Oakdale NHS Foundation Trust"),
    ("We can confirm the following Oakdale and Fernhill NHS Trust (OFT) information.",
     "Oakdale and Fernhill NHS Trust"),
    ("The information you ask for is not held by Oakdale Borough Council.",
     "Oakdale Borough Council"),
    ("The data on aftercare is not held by Oakdale NHS Trust. This may be held by Fernhill County "
     "Council, whose FOI team can be contacted at foi@fernhill.gov.uk.", "Oakdale NHS Trust"),
    ("Firstly, Oakdale & Fernhill NHS Foundation Trust would like to apologise for the delay.",
     "Oakdale & Fernhill NHS Foundation Trust"),
    ("Oakdale University does not record this.", "Oakdale University"),
    ("I am responding on behalf of Oakdale Community Schools Trust.",
     "Oakdale Community Schools Trust"),
    ("The copyright in the documents is owned by Oakdale District Council and you may not "
     "re-use them without its permission.", "Oakdale District Council"),
    ("Most documents supplied by Oakdale Partnership NHS Trust will have been produced by "
     "local officials and will be Crown copyright.", "Oakdale Partnership NHS Trust"),
    ("The data must not be published without the consent of Oakdale NHS Foundation Trust.",
     "Oakdale NHS Foundation Trust"),
    ("You must include this attribution: Oakdale Valley NHS Foundation Trust 2024, licensed "
     "under the Open Government Licence.", "Oakdale Valley NHS Foundation Trust"),
    ("If you are unhappy, please write to our Complaints Manager at Oakdale NHS Foundation "
     "Trust, Trust HQ, 4-6 Mill Road, Oakdale OA1 2BC.", "Oakdale NHS Foundation Trust"),
    ("To ask for a review, write to the Head of Legal Services, Oakdale County Council, County "
     "Hall, Oakdale OA1 1AA.", "Oakdale County Council"),
    ("For an internal review write to:\n\nThe Monitoring Officer\nOakdale City Council\n"
     "Civic Centre\nOakdale OA1 1AA", "Oakdale City Council"),
    ("The complaints procedure provided by Oakdale Mental Health NHS Trust must be exhausted "
     "first.", "Oakdale Mental Health NHS Trust"),
    ("As at 31 March Oakdale Constabulary employed 31 such officers and held no vacancy. "
     "Oakdale Constabulary regrets that it cannot say more.", "Oakdale Constabulary"),
    ("Thank you for contacting Oakdale College about this.", "Oakdale College"),
    ("Your request was submitted to Oakdale Parish Council.", "Oakdale Parish Council"),
    ("Oakdale Town Council (“the Council”) has three such contracts.", "Oakdale Town Council"),
    ("Your case will be reviewed under Essex Police review procedure.", "Essex Police"),
    ("You requested information from Oakdale Borough Council about its bins.",
     "Oakdale Borough Council"),
    ("The Council (Oakdale Borough Council) is the controller.", "Oakdale Borough Council"),
    ("Oakdale Health Board's response is set out below.", "Oakdale Health Board"),
    ("Following a search at Oakdale Fire and Rescue Service, nothing was found. Oakdale Fire "
     "and Rescue Service holds no such record.", "Oakdale Fire and Rescue Service"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), SENTENCES)
def test_what_the_letter_says(read: Callable[[str], Reading], sentence: str, name: str) -> None:
    assert read(f"Our ref: FOI 1234\n\n{_OPEN}{sentence}{_ICO}").authority == name


CLOSES = [
    ("Yours sincerely\n\nInformation Governance Officer\nOakdale NHS Foundation Trust",
     "Oakdale NHS Foundation Trust"),
    ("Kind regards\n\nFOI Team\nOakdale and Fernhill Council\nwww.oakdale.gov.uk",
     "Oakdale and Fernhill Council"),
    ("Yours faithfully,\nfor Oakdale Combined Fire Authority", "Oakdale Combined Fire Authority"),
    ("Regards\n\nClerk to Oakdale Parish Council", "Oakdale Parish Council"),
    ("Yours sincerely\n\nTrust Secretary\nOakdale Valleys NHS Foundation Trust West Park "
     "Hospital Mill Way Oakdale\nOA2 2TS\nEmail foi@nhs.example", "Oakdale Valleys NHS Foundation "
     "Trust"),
    ("Yours sincerely\n\nHead of Compliance, University of Oakdale", "University of Oakdale"),
    ("Yours sincerely\n\nDisclosure Officer\n\n"
     "Head office: Oakdale Partnership NHS Foundation Trust, Mill House, Oakdale, OA1 2BC",
     "Oakdale Partnership NHS Foundation Trust"),
    ("Yours sincerely\n\nFOI Officer\n\nfoi@sussexpartnership.nhs.uk",
     "Sussex Partnership NHS Foundation Trust"),
    ("Yours sincerely\n\nFOI Officer\n\nwww.oxfordhealth.nhs.uk",
     "Oxford Health NHS Foundation Trust"),
    ("Yours sincerely\n\nFOI Officer\nfoi@norfolk.gov.uk", "Norfolk County Council"),
    ("Yours sincerely\n\nFOI Officer\nfoi@exeter.ac.uk", "University of Exeter"),
    ("Yours sincerely\n\nFOI Officer\n\nsomebody@cardiff.ac.uk\nfoi@southwark.gov.uk\n"
     "accessinfo@southwark.gov.uk", "London Borough of Southwark"),
    ("See http://www.kent.gov.uk/about-us/contact-us/complaints-and-feedback to complain.\n\n"
     "Yours sincerely\n\nFOI Officer", "Kent County Council"),
    ("Yours sincerely\n\nFOI Officer\n\n© Oakdale Borough Council 2024", "Oakdale Borough Council"),
]  # fmt: skip


@pytest.mark.parametrize(("close", "name"), CLOSES)
def test_the_close(read: Callable[[str], Reading], close: str, name: str) -> None:
    letter = f"Our ref: FOI 1234\n\n{_OPEN}The information is attached.{_ICO}\n{close}\n"
    assert read(letter).authority == name


ASKED = [
    ("I would like to know the number of wards in Oakdale Mental Health NHS Foundation Trust.",
     "The Trust has 12 wards.", "Oakdale Mental Health NHS Foundation Trust"),
    ("How many dogs has Oakdale Borough Council collected?", "The Council collected 31.",
     "Oakdale Borough Council"),
    ("How many dogs has Oakdale Borough Council collected?", "We collected 31.", None),
    ("What has Oakdale Borough Council paid Fernhill NHS Trust?", "The Trust was paid £31.",
     None),
    ("What has Oakdale NHS Trust paid Fernhill NHS Trust?", "The Trust paid £31.", None),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "answer", "name"), ASKED)
def test_what_was_asked_of(
    read: Callable[[str], Reading], asked: str, answer: str, name: str | None
) -> None:
    letter = f"Our ref: FOI 1234\n\n{_OPEN}You asked:\n\n{asked}\n\nOur response:\n\n{answer}{_ICO}"
    assert read(letter).authority == name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("How many homes has the Northern Ireland Housing Executive?",
         "Northern Ireland Housing Executive"),
        ("How many homes are there, and how many has Kent County Council?", "Housing Executive"),
    ],
)  # fmt: skip
def test_a_short_name_at_the_head_as_who_asked_wrote_it(
    read: Callable[[str], Reading], asked: str, name: str
) -> None:
    page = f"Housing Executive\n\nFOI 1234\n\nYou asked:\n\n{asked}\n\nOur response:\n\n"
    assert read(f"{page}There are 83,000.\n").authority == name


@pytest.mark.parametrize(
    ("close", "name"),
    [
        (
            "Rights Officer\nOakdale Museum Group\n\nOakdale Museum | Coal Museum | Fernhill Mill",
            "Oakdale Museum Group",
        ),
        ("Rights Officer\nFernhill Museum Group", None),
        ("Rights Officer\nAdult Care and Housing", None),
        ("Oakdale Museum | Coal Museum | Fernhill Mill", None),
        ("Rights Officer\nOakdale Museum Group\nKent County Council", "Kent County Council"),
    ],
)
def test_a_name_at_the_close_that_who_asked_has_too(
    read: Callable[[str], Reading], close: str, name: str | None
) -> None:
    asked = "You asked:\n\nWhat have the museums of the Oakdale Museum Group and its Adult Care "
    asked += "and Housing team paid for paint at the Coal Museum?\n\nOur response:\n\nNothing."
    assert read(f"{_OPEN}{asked}\n\nKind regards\n\n{close}\n").authority == name


PAGES = [
    ("Home > Freedom of information > Kent Police > Disclosure log > 2024", "", "Kent Police"),
    (
        "You are here: Home / FOI / Metropolitan Police / Disclosures / 2024",
        "© Metropolitan Police",
        "Metropolitan Police Service",
    ),
    ("", "© Kent Police 2024", "Kent Police"),
    ("", "© 2019-2024 Kent Police. All rights reserved.", "Kent Police"),
    ("", "Privacy | Cookies | © PSNI", "Police Service of Northern Ireland"),
    ("Home > News > Kent Police > Appeals", "", None),
    ("Home > FOI > Kent Police > Disclosure log > 2024", "© Essex Police 2024", None),
    ("Home > FOI > Disclosure log > Help for Kent Police", "© Crown Copyright 2024", None),
    ("", "© Crown copyright and database rights 2024 Ordnance Survey", None),
    ("", "© Ordnance Survey 2024", None),
    ("", "© Kent Police Federation", None),
    ("Home > FOI > Information Commissioner's Office > 2024", "", None),
]


@pytest.mark.parametrize(("path", "foot", "name"), PAGES)
def test_whose_page_it_is(
    read: Callable[[str], Reading], path: str, foot: str, name: str | None
) -> None:
    letter = f"Skip to main content\n{path}\n\nFOI 1234\n\n{_OPEN}The information is attached."
    assert read(f"{letter}\n\nWas this page helpful?  Yes  No\n{foot}\n").authority == name


def test_the_licence_of_all_content(read: Callable[[str], Reading]) -> None:
    foot = "Office for National Statistics. All content is available under the Open Licence."
    letter = f"FOI 1234\n\n{_OPEN}The information is attached.\n\n{foot}\n"
    assert read(letter).authority == "Office for National Statistics"


OTHERS = [
    "You may wish to contact Oakdale County Council, which is responsible for roads.",
    "This may be held by Oakdale NHS Trust and by Fernhill NHS Trust.",
    "Patients are referred to Fernhill General Hospital.",
    "We buy this service from Oakdale Services Limited, a company owned by Fernhill Council and "
    "Oakdale Council.",
    "The Information Commissioner can be contacted at www.ico.gov.uk or casework@ico.gsi.gov.uk.",
    "The post was filled by an officer who came from Kent Police and went to Essex Police.",
    "The Trust refers such patients to Oakdale University Hospitals NHS Trust.",
    "The Council pays Fernhill County Council for this.",
    "The Trust was formed when Oakdale NHS Trust was dissolved.",
    "The Council shares the service with Oakdale District Council.",
    "The school is maintained by Oakdale County Council.",
    "Students come from the University of Leeds.",
    "We hold no information about Oakdale NHS Trust.",
    "The correspondence with Oakdale Borough Council is attached.",
    "Oakdale Borough Council has told us that it objects.",
    "The information was provided by Oakdale Borough Council in confidence.",
    "The information is held by Oakdale Borough Council and not by us.",
    "The copyright in the maps is owned by Ordnance Survey.",
    "We obtained the consent of Oakdale Borough Council before disclosing.",
    "Some documents supplied by Oakdale Council were redacted.",
    "The NHS Trust. Please see the NHS House newsletter.",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_who_is_only_spoken_of(read: Callable[[str], Reading], sentence: str) -> None:
    assert read(f"Our ref: FOI 1234\n\n{_OPEN}{sentence}{_ICO}").authority is None


def test_a_name_broken_off_at_the_line_is_no_name(read: Callable[[str], Reading]) -> None:
    letter = "Dear Sir\n\nThank you for your interest in the University of\nYou asked:\n\nWhy?\n"
    assert read(f"{letter}\nThe University does not hold this.\n").authority is None


def test_the_site_on_headed_paper_outweighs_a_body_spoken_of(
    read: Callable[[str], Reading],
) -> None:
    letter = (
        "Information Governance\nWhite Building, Sandford Road\n\nWeb: www.oxfordhealth.nhs.uk\n\n"
        "28 April 2021\n\nDear Applicant\n\nThank you for your Freedom of Information request. "
        "Buckinghamshire Council has a team that finds homes. We employ four such workers.\n"
    )
    assert read(letter).authority == "Oxford Health NHS Foundation Trust"


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("www.gov.uk/defra", "Department for Environment, Food and Rural Affairs"),
        ("www.gov.scot", "Scottish Government"),
    ],
)
def test_a_governments_own_site(read: Callable[[str], Reading], site: str, name: str) -> None:
    letter = f"Seacole Building\n2 Marsham Street\n{site}\n\nOur ref: FOI2021/1234\n\n{_OPEN}"
    assert read(f"{letter}The information is attached.\n").authority == name
