"""What an answer was, from letters of a sentence or two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading

Read = Callable[[str], Reading]

ANSWERS = [
    # disclosed
    ("I have today decided to disclose the located information to you in full.", "disclosed"),
    ("Please find attached the spreadsheet you asked for.", "disclosed"),
    ("The information you requested is set out below.\n\n2019: 14\n2020: 9", "disclosed"),
    ("I am pleased to provide the information requested. There were 14 fires.", "disclosed"),
    ("The Council can confirm that it holds this information. The cost was £4,210.", "disclosed"),
    ("I am able to disclose the located information to you as follows. 14 cars.", "disclosed"),
    ("We do not hold the information in the format you asked for, but the figures are set out "
     "below.\n\nWard\tNumber\nAbbey\t3\nCastle\t4", "disclosed"),
    ("Please find enclosed the report. If you are unhappy you may ask for an internal review; "
     "information may be exempt under other requests.", "disclosed"),
    ("What was found is as follows. The figures come from systems that were built for other ends "
     "and not for answering requests, so care should be taken.\n\nYear\tFires\n2019\t14\n"
     "2020\t9", "disclosed"),
    ("Please find below the fires that were confirmed. False alarms are left out.\n\n"
     "Year\tFires\n2019\t14\n2020\t9", "disclosed"),
    ("The figures given to you for 2021 were wrong: the takings at one site had been left out. "
     "The right figures are given below.\n\nYear\tIncome\n2021\t£1,404\n2022\t£1,933",
     "disclosed"),
    # part disclosed
    ("Searches found that 14 drivers were investigated between 2020 and 2023. Section 22(1) "
     "applies to the figures for 2024, which will be published in May.", "part-disclosed"),
    ("I have decided to disclose some of the requested information. The remainder is exempt "
     "under section 40(2) of the Freedom of Information Act 2000.", "part-disclosed"),
    ("Please find attached the minutes. Names have been redacted under section 40(2).",
     "part-disclosed"),
    ("The number of staff is provided below: 14. We are withholding their names under section "
     "40(2).", "part-disclosed"),
    ("The cost is shown in the attached spreadsheet. We do not hold any information about the "
     "supplier.", "part-disclosed"),
    ("The policy is attached. To answer your second question would exceed the appropriate limit "
     "and it is refused under section 12(1).", "part-disclosed"),
    ("Part Disclosure\n\nYear\tFires\n2019\t14\n2020\t9\n\nThe reasons are set out in letters. "
     "Section 12(1) of the Act therefore applies to these. Strictly speaking, where part of a "
     "request is over cost we need not answer any of it.", "part-disclosed"),
    # refused
    ("The information is exempt from disclosure under section 43(2) of the Freedom of "
     "Information Act 2000 and is withheld.", "refused"),
    ("This letter serves as a refusal notice under section 17. The exemption in section 31(1)(a) "
     "is engaged. I hope this helps.", "refused"),
    ("We are refusing your request under regulation 12(4)(e) of the Environmental Information "
     "Regulations 2004.", "refused"),
    ("The report will be published in June and is therefore exempt under section 22 of the Act.",
     "refused"),
    ("We hold this but will not disclose it, under section 31(1)(a). This answers your request in "
     "full. This letter is a Refusal Notice.", "refused"),
    ("Under section 21(1) we are not required to supply what is accessible by other means. What "
     "you ask for is on our website and can be reached by the links below:\n\n"
     "Gifts - https://www.ashdale.gov.uk/gifts", "refused"),
    ("The cause is coded to the International Classification of Diseases, 10th Revision. Numbers "
     "can be had from our data service. Instructions are as follows:\n\n1. Select geography: "
     "country > England\n2. Select age: 'all ages'\n3. Rates: number of falls\n\nAs this is "
     "already reasonably accessible to you, it is exempt under section 21(1) of the Act.",
     "refused"),
    ("We have decided to withhold it under Reg 12(4)(d) of the EIRs. The exception is subject to "
     "the public interest test. Details are at Annex 1.", "refused"),
    ("We have searched and found that 14 reports are held. They are exempt under section 31(1)(a).",
     "refused"),
    # not held
    ("The Trust does not hold the information you requested.", "not-held"),
    ("No information held.", "not-held"),
    ("Following a search, no recorded information was found that falls within your request.",
     "not-held"),
    ("This information is not held by the University.", "not-held"),
    ("We do not record this information.", "not-held"),
    ("In terms of section 17 of the Freedom of Information (Scotland) Act 2002, the Council does "
     "not hold the information.", "not-held"),
    ("The Council is refusing the request under regulation 12(4)(a) of the Environmental "
     "Information Regulations 2004 as it does not hold the information.", "not-held"),
    # neither confirm nor deny
    ("The Force neither confirms nor denies that it holds the information by virtue of section "
     "40(5) of the Freedom of Information Act 2000.", "neither-confirm-nor-deny"),
    ("The duty to confirm or deny does not arise by virtue of section 23(5) of the Freedom of "
     "Information Act 2000.", "neither-confirm-nor-deny"),
    ("In terms of section 18 of the Freedom of Information (Scotland) Act 2002 we can neither "
     "confirm nor deny whether the information exists or is held.", "neither-confirm-nor-deny"),
    # cost
    ("It would take 40 hours to find this. The cost would exceed the appropriate limit and "
     "section 12(1) of the Freedom of Information Act 2000 applies.", "cost-limit"),
    ("We cannot provide this within the cost limit of 18 hours.", "cost-limit"),
    ("Our data are not organised in such a way as to allow us to provide this information within "
     "the appropriate (cost) limit.", "cost-limit"),
    ("The cost of complying would exceed £600 and your request is refused under section 12(1) of "
     "the Freedom of Information (Scotland) Act 2002.", "cost-limit"),
    ("Information is held but not in a searchable form; to search would exceed the appropriate "
     "limit. If you narrow your request we may be able to help.", "cost-limit"),
    ("Its full wording is in the annex to this letter. To comply would cost more than the limit "
     "of £600. Section 12(1) therefore relieves us of the duty to comply.", "cost-limit"),
    # vexatious, repeated
    ("Your request is refused as vexatious under section 14(1) of the Freedom of Information "
     "Act 2000.", "vexatious"),
    ("We consider the request to be vexatious.", "vexatious"),
    ("Under section 14(2) of the Freedom of Information Act 2000, where a public authority has "
     "previously complied with a request which was made by any person, it is not obliged to "
     "comply with a subsequent identical request from that person unless a reasonable interval "
     "has elapsed.\n\nYou asked for the same in January. The Council does not think that six "
     "weeks is a reasonable interval. We are therefore refusing the request and will not issue "
     "a further notice.", "repeated"),
    ("This is a repeated request and is refused under section 14(2) of the Freedom of "
     "Information Act 2000.", "repeated"),
]  # fmt: skip

UNCLEAR = [
    "Thank you for your request. It is being considered and we will reply within 20 working days.",
    "Please find attached our response to your request.",
    "If the cost would exceed the appropriate limit we will let you know.",
    "Some information may be exempt from disclosure.",
    "The Act gives a right of access to information, unless an exemption applies.",
    "Section 1 of the Freedom of Information Act 2000 places two duties on public authorities: "
    "to confirm or deny whether the information is held and to disclose it.",
    "Under section 14 a public authority need not comply with a vexatious request.",
    "You have the right to complain if your request is refused.",
]


@pytest.mark.parametrize(("body", "outcome"), ANSWERS)
def test_outcome(read: Read, body: str, outcome: str) -> None:
    reading = read(f"Freedom of Information Request FOI 1234/21\n\nDear Applicant,\n\n{body}\n")
    assert reading.letter == "response"
    assert reading.outcome == outcome


@pytest.mark.parametrize("body", UNCLEAR)
def test_nothing_is_guessed(read: Read, body: str) -> None:
    reading = read(f"Freedom of Information Request FOI 1234/21\n\nDear Applicant,\n\n{body}\n")
    assert reading.outcome is None


@pytest.mark.parametrize(("body", "outcome"), ANSWERS)
def test_the_request_does_not_decide(read: Read, body: str, outcome: str) -> None:
    asked = (
        "You asked:\n\nPlease tell me if any information is exempt under section 31, if the cost "
        "exceeds the appropriate limit, and whether you neither confirm nor deny it. Please find "
        "attached my spreadsheet.\n\nOur response:\n\n"
    )
    reading = read(f"Freedom of Information Request FOI 1234/21\n\n{asked}{body}\n")
    assert reading.outcome == outcome
    assert "FOIA s31" not in reading.exemptions
