from __future__ import annotations

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.review import find_review


def review(text: str) -> tuple[str | None, str | None, str | None]:
    found = {finding.field: finding.value for finding in find_review(text, fold(text))}
    return found.get("review_offer"), found.get("review_window"), found.get("review_contact")


@pytest.mark.parametrize(
    ("text", "window", "contact"),
    [
        ("If you are not satisfied, you have the right to request an internal review into the "
         "response that you have received.", None, None),
        ("You have the right to ask for an internal review. Internal review requests should be "
         "submitted within two months of the date of receipt of this email and should be "
         "addressed to:\n\nfoi@kent.police.uk", "two months", "foi@kent.police.uk"),
        ("If you wish to ask for an internal review, write to foi@x.gov.uk within 40 working "
         "days of this letter. We will reply within 20 working days.",
         "40 working days", "foi@x.gov.uk"),
        ("You can request an internal review. We aim to complete reviews within 20 working days.",
         None, None),
        ("You may require the Council to review its decision. Please write within 40 working days "
         "of receiving this letter. You may then appeal to the Commissioner within six months.",
         "40 working days", None),
        ("You do have the right to request us to review it. Your request should be made within 40 "
         "working days of receipt of this letter, and we will reply within 20 working days.",
         "40 working days", None),
        ("If you are dissatisfied with the decision you can lodge a complaint with the force to "
         "have the decision reviewed within 2 months of the date of this response.",
         "2 months", None),
        ("We can't practicably reply within 20 working days, nor make a decision. "
         + "There is much to read. " * 11 + "You can contact us, within two calendar months, to "
         "ask for our decision to be reviewed.",
         "two calendar months", None),
        ("The office will not normally accept an application for internal review if it is "
         "received more than two months after the date that the reply was issued.",
         "two months", None),
        ("Complaints about this reply should be sent to the Chief Constable within two calendar "
         "months.", "two calendar months", None),
        ("Should you wish to complain, you may ask for an internal review within two calendar "
         "months of this notice.", "two calendar months", None),
        ("You are entitled to request a review of our actions and decisions. Your request must be "
         "submitted within forty working days.", "forty working days", None),
        ("Please contact us within two months if you would like us to review the information we "
         "have sent.", "two months", None),
        ("If you are unhappy you have two months in which to ask for an internal review. If you "
         "remain dissatisfied contact casework@ico.org.uk.", "two months", None),
        ("You may ask for an internal review under regulation 11 within 40 days.", "40 days", None),
    ],
)  # fmt: skip
def test_offers(text: str, window: str | None, contact: str | None) -> None:
    assert review(text) == ("true", window, contact)


@pytest.mark.parametrize(
    "text",
    [
        "COMPLAINT RIGHTS\nWrite to the Disclosure Unit, PO Box 9.",
        "INTERNAL REVIEW\nIf you are unhappy, let us know in 40 working days from the above date.",
        "If this is not to your satisfaction, get in touch with the Trust Secretary.",
        "Should you disagree please write to the Manager, who will review it, within 40 days.",
        "If you are not content with this reply, speak to the Chair of Governors.",
        "You may make representations for us to reconsider.",
        "Right of review: Head of Legal Services, Town House.",
        "Challenging our decision: email the Information Manager (info@example.org.uk).",
        "You have 2 months from the date of this disclosure in which to lodge a complaint.",
        "Anyone who disagrees may say so to the above address.",
        "You are entitled to require that the Council looks at this afresh.",
        "Where an applicant disagrees, a review may be sought from the Harbour Office in 40 days, "
        "and after that an appeal made to the Scottish Information Commissioner.",
        "The sheet attached tells you how to appeal, first by asking us for an internal review.",
        "We will review the decision if you ask us to inside two months.",
    ],
)
def test_offers_are_told_by_their_parts(text: str) -> None:
    assert review(text)[0] == "true"


@pytest.mark.parametrize(
    "text",
    [
        "Request an internal review",
        "We have reconsidered our reply of 26 February to your request.",
        "You replied by email, but you remain dissatisfied with the answers.",
        "I have not treated your email as asking for an internal review.",
        "You are entitled to complain to the Information Commissioner about the delay.",
        "If you wish to query your council tax bill, write to the Revenues Team.",
        "Thank you for your email of 2 May requesting an internal review.",
        "I have carried out an internal review of the handling of your request.",
        "If you are not content with the outcome of the internal review you may apply directly "
        "to the Information Commissioner.",
        "The contract is under review.",
        "6. Right of appeal\n\nAddress: Kinburn Castle, Doubledykes Road, St Andrews.",
        "The policy will be reviewed within two years.",
        "The purpose of an internal review is to look again at how the request was handled and "
        "decide whether the response you got was right.",
        "Here are the figures.",
        # The links of a page.
        "Our complaints procedure | Contact | Privacy notice | Statement on slavery",
        "Making a request\nComplaints about requests\nContact details\n\nDisclosure log\n\nA11. 14",
        # Said of the Commissioner.
        "You may apply to the Commissioner. He asks that complaints be made within six weeks.",
    ],
)
def test_what_is_no_offer(text: str) -> None:
    assert review(text) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "We do not offer an internal review procedure.",
        "Please note that the BBC does not offer an internal review when the information is not "
        "covered by the Act. You can appeal to the Information Commissioner.",
        "There is no internal review procedure.",
    ],
)
def test_refused(text: str) -> None:
    assert review(text)[0] == "false"


def test_the_window_is_as_printed() -> None:
    text = "You can ask for an internal review within forty (40) working\ndays of this letter."
    (window,) = [f for f in find_review(text, text) if f.field == "review_window"]
    assert window.value == window.printed == "forty (40) working days"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("I write about your recent request for an official review of how your request was "
         "answered. If you remain unhappy you may apply to the Commissioner.", None),
        ("Please find attached our internal review response to your enquiry.", None),
        ("This concludes the Council's internal procedure. You may apply to the Commissioner.",
         "false"),
        ("This is the Commission's final answer to your request.", "false"),
        ("If you are still unhappy you may ask for a further review by the Chief Executive.",
         "true"),
    ],
)  # fmt: skip
def test_the_result_of_a_review_offers_none_but_a_further_one(
    text: str, offered: str | None
) -> None:
    found = {finding.field: finding.value for finding in find_review(text, text, done=True)}
    assert found.get("review_offer") == offered
