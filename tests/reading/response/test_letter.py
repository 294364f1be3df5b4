from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.law.terms import LetterKind
from foitrack.reading.findings import Reading
from foitrack.reading.response.letter_steps import steps

KINDS = [
    ("Thank you for your request, which is receiving attention. You will receive a response within "
     "20 working days.", "acknowledgement"),
    ("We acknowledge receipt of your request for information.", "acknowledgement"),
    ("Your request will be dealt with under the Act and we will respond by 4 May 2024.",
     "acknowledgement"),
    ("Please could you clarify which years you mean? The clock stops until we hear from you.",
     "clarification-asked"),
    ("In order to process your request we require further clarification.", "clarification-asked"),
    ("FEES NOTICE. A fee of £80 is payable before we can proceed.", "fees-notice"),
    ("We need to extend the time limit in order to consider the public interest test.",
     "public-interest-extension"),
    ("We need a further 20 working days to complete our consideration of the public interest.",
     "public-interest-extension"),
    ("Because the request is complex and voluminous we are extending the deadline to 40 working "
     "days under regulation 7(1).", "extension"),
    ("Due to the complexity and the volume of the information, we can't practicably reply within "
     "20 working days, nor make a decision whether to refuse. Regulation 7(1) lets us extend to 40 "
     "working days where that is so.", "extension"),
    ("I wrote to you on 2 November to let you know that we should need a little longer. After due "
     "consideration we have decided to withhold it under Reg 12(4)(d) of the EIRs. The exception "
     "is subject to the public interest test. Details are at Annex 1.", "response"),
    ("We have transferred your request to Northshire Council, who will answer you.", "transferred"),
    ("We consider that section 31(1)(a) is engaged. No decision has yet been made about where the "
     "balance of the public interest lies, so it has not been possible to send an answer today.",
     "public-interest-extension"),
    ("Thank you for your request, which we received on 3 May 2024. You should hear from us by 3 "
     "June 2024. Occasionally we find that we need more time, for instance to weigh the public "
     "interest. If so, we will let you know.", "acknowledgement"),
    ("Thank you for your request for information about the pier. I have attached my formal reply "
     "and apologise for the delay in replying.", "response"),
    ("Thank you for your request for information about the pier. I attach a holding reply and "
     "apologise for the delay. We are still working on it.", "holding"),
    ("I have completed my internal review and uphold the original decision.", "review-outcome"),
    ("This is the outcome of the internal review that you asked for. The exemption was correctly "
     "applied.", "review-outcome"),
    ("I apologise for the delay. We are still working on your request.", "holding"),
    ("The Council does not hold the information.", "response"),
    ("Please find attached the information you asked for. I apologise for the delay. If you need "
     "clarification of this answer, please ask.", "response"),
    ("We asked you for clarification on 3 May and you replied. The information is set out below: "
     "14.", "response"),
    ("The information is exempt under section 43(2) of the Act. The public interest favours "
     "withholding it.", "response"),
    ("As you asked, we have looked at it afresh. As requested we have reviewed our first response "
     "and, unless otherwise said below, hold what you want.", "review-outcome"),
    ("The Council holds only a part of it, since its IT service was transferred to a shared "
     "company in 2016. The rest is in the table: 14 licences in 2017.", "response"),
    ("You requested:\n\n1) The grants refused in each year,\n\n2) The reasons.\n\nIn order "
     "to be sure that we have read your request rightly we would like to ask you for "
     "clarification. Do you mean grants to schools? I cannot take this further without it.",
     "clarification-asked"),
    ("You asked for the costs of the contract.\n\nSo that we can look for what you want, please "
     "could you help us with the following.\n\n1. Which contract is it? The Council has contracts "
     "for cleansing, for security and for wifi.\n\n2. What time does it concern?\n\nWe cannot go "
     "on with the request until we have heard from you.", "clarification-asked"),
    ("Your original request:\n\nWe are submitting the following request about the parking "
     "system. Specifically, we are requesting:\n\nAny manuals for staff. We would also like some "
     "clarification of who sold it to you.\n\nOur response:\n\nThe manual is attached.",
     "response"),
    ("You may ask for an internal review. If, after the outcome of the internal review, you are "
     "unhappy, contact the Commissioner. No information is held.", "response"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kind"), KINDS)
def test_kind(read: Callable[[str], Reading], body: str, kind: str) -> None:
    reading = read(f"Freedom of Information request FOI 1234/21\n\nDear Applicant,\n\n{body}\n")
    assert reading.letter == kind


def test_something_else(read: Callable[[str], Reading]) -> None:
    assert read("Dear Householder,\n\nYour bins will be collected on Thursday.\n").letter == "other"


@pytest.mark.parametrize(
    "letter",
    [
        "I am out of the office until 3 January 2026 and will answer your e-mail on my return. If "
        "you are requesting information under the Freedom of Information Act, write to the team.",
        "Information Commissioner's Office\n\n14 October 2025\n\nDear Requester,\n\nYour complaint "
        "about Northshire Council has been accepted under section 50 of the Freedom of Information "
        "Act 2000. You said that it withheld the figures under section 31(1)(g).",
    ],
)
def test_letters_of_others_answer_nothing(read: Callable[[str], Reading], letter: str) -> None:
    reading = read(letter)
    assert (reading.letter, reading.outcome) == ("other", None)


def test_what_only_covers_an_answer_has_no_outcome(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Reference: T2041/25\n\nThank you for your e-mail enquiry about a Freedom of Information "
        "request.\n\nA reply is attached.\n\nReferences\n\nVisible links\n"
        "1. mailto:[email address]\n2. http://www.northshire.example/\n"
    )
    assert (reading.letter, reading.outcome, reading.questions) == ("response", None, ())


def test_what_the_sender_was_written_stands_below_his_words(
    read: Callable[[str], Reading],
) -> None:
    reply = (
        "Dear Applicant,\n\nWe are sorry that we have not yet answered, and will as soon as we can."
    )
    below = (
        "Dear Harbour Desk,\n\nHere is what you asked me for, with the list of moorings enclosed."
    )
    rule = "-" * 40
    page = (
        f"Harbour Desk, Ashdale Council    3 May 2024\n\n{reply}\n\nFOI Team\n\n{rule}\n\n{below}"
    )
    reading = read(page)
    assert (reading.letter, reading.outcome) == ("holding", None)


def test_a_fee_that_may_be_asked_for_is_none_that_is_asked_for() -> None:
    said = (
        "A fee may be payable. In that case you will be told, and the clock stops until it is paid."
    )
    assert LetterKind.FEES_NOTICE not in steps(said)
    assert LetterKind.FEES_NOTICE in steps("The fee is £12. The clock stops until it is paid.")


def test_questions_that_are_quoted_and_answered_in_turn(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Good morning\n\nThank you for your request; my answers are below.\n\n> 1. What was the "
        "precept for 2024/25?\n\n£297,140\n\n> 2. Please send the minutes of May under the Freedom "
        "of Information Act.\n\nAttached.\n\nKind regards\nTown Clerk\n\nOn Thu, 10 Apr 2025 at "
        "21:17, Requester wrote:\n\n> Dear Council,\n> 1. What was the precept for 2024/25?\n"
    )
    assert (reading.letter, reading.outcome) == ("response", "disclosed")


def test_names_in_two_languages_are_no_table(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Dear Applicant,\n\nThe University neither confirms nor denies that it holds the "
        "information you asked for, under section 40(5B)(a)(i) of the Freedom of Information Act "
        "2000.\n\nCofion gorau / Best wishes\n\nSwyddog Cydymffurfiaeth | Compliance Officer\n"
        "Prifysgol y Bryn | University of the Hill\nParc y Bryn | Hill Park | Bryn\n"
    )
    assert (reading.outcome, reading.tables) == ("neither-confirm-nor-deny", ())


def test_a_refusal_of_the_whole_outweighs_what_is_found_elsewhere(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "Dear Applicant,\n\nI am not required by statute to release the information requested "
        "under section 30(1) of the Freedom of Information Act 2000. The data on burglary can be "
        "viewed at www.northshire.example/burglary.\n"
    )
    assert reading.outcome == "refused"
