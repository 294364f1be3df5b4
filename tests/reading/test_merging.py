"""A mail and what came with it are one answer: the letter leads, nothing is counted twice."""

from __future__ import annotations

from datetime import date

import pytest

from foitrack.law.terms import Outcome
from foitrack.reading import budget
from foitrack.reading.as_json import reading_as_json
from foitrack.reading.findings import Certainty, Finding, Reading
from foitrack.reading.merging import beside
from foitrack.reading.part_places import by_itself
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import mailing, rendering
from tests.reading.mailing import COVER, archive, eml

LETTER = """Kent Police

Our reference: 79/23

2 March 2023

Dear Requester

Thank you for your request of 9 February 2023 about misconduct of police officers on social media.

Part of the information is exempt from disclosure by virtue of section 40(2) of the Freedom of
Information Act 2000 (personal information), and is withheld. The rest is in the attached
spreadsheet "79-23 data.csv".

If you are dissatisfied you may ask for an internal review within two months.
"""
TABLE = """
Year\tRank\tPlatform\tOutcome
2020\tPC\tFacebook\tWritten warning
2021\tSgt\tWhatsApp\tNo further action
2021\tPC\tTwitter\tDismissed
"""
DATA = TABLE.strip().replace("\t", ",").encode()


def read(context: ReadingContext, data: bytes, name: str = "a.eml") -> Reading:
    return read_document(data, name, context)


def of(reading: Reading, field: str) -> Finding:
    [found] = [f for f in reading.findings if f.field == field]
    return found


def test_the_attached_letter_leads_and_its_data_joins(context: ReadingContext) -> None:
    files = [("reply.pdf", rendering.pdf(LETTER)), ("79-23 data.csv", DATA)]
    reading = read(context, eml(COVER, files, sender="Disclosure <foi@kent.police.uk>"))
    assert reading.reference == "79/23"
    assert reading.outcome is Outcome.PART_DISCLOSED
    assert reading.response_date == date(2023, 3, 2)
    assert reading.exemptions == ("FOIA s40(2)",)
    for field in ("reference", "outcome", "exemption", "response_date", "review_offer"):
        assert of(reading, field).place.part == "reply.pdf"
    assert of(reading, "reference").place.page == 1
    assert len(reading.cases) == 3
    assert {row.place.part for row in reading.cases} == {"79-23 data.csv"}
    assert reading.attachments_named == ()
    assert [(p.path, p.error) for p in reading.parts] == [
        ("reply.pdf", None),
        ("79-23 data.csv", None),
    ]


def test_what_is_named_but_not_there_stays_named(context: ReadingContext) -> None:
    reading = read(context, eml(COVER, [("reply.pdf", rendering.pdf(LETTER))]))
    assert reading.attachments_named == ("79-23 data.csv",)


def test_a_mail_gives_what_its_letter_leaves_out(context: ReadingContext) -> None:
    letter = LETTER.replace("Kent Police\n\nOur reference: 79/23\n\n2 March 2023\n", "")
    words = f"Our reference: 79/23\n\n{COVER}"
    mail = eml(words, [("reply.txt", letter.encode())], sender="Disclosure <foi@kent.police.uk>")
    reading = read(context, mail)
    assert (reading.reference, of(reading, "reference").place.part) == ("79/23", None)
    assert reading.authority == "Kent Police"
    assert reading.response_date == mailing.SENT.date()
    assert "the mail was sent" in of(reading, "response_date").why
    assert of(reading, "response_date").printed == "Wed, 05 Jun 2024"
    assert reading.outcome is Outcome.PART_DISCLOSED


@pytest.mark.parametrize(
    ("sender", "authority"),
    [
        ("Disclosure <foi@staffordshire.police.uk>", "Staffordshire Police"),
        ("FOI <foi@met.police.uk>", "Metropolitan Police Service"),
        ("Staffordshire Police Information Team <info@mailer.example>", "Staffordshire Police"),
        ("DWP <freedom-of-information-request@dwp.gov.uk>", "Department for Work and Pensions"),
        ("Home Office <noreply@example.org>", "Home Office"),
        ("Someone <someone@gmail.com>", None),
        ("FOI <foi@nowhere-known.gov.uk>", None),
        ("FOI <foi@staffordshire.police.uk.example.org>", None),
    ],
)
def test_who_sent_it(context: ReadingContext, sender: str, authority: str | None) -> None:
    assert read(context, eml("We do not hold it.", sender=sender)).authority == authority


def test_two_references_are_a_doubt(context: ReadingContext) -> None:
    words = f"Our reference: FOI 5512/23\n\n{COVER}"
    reading = read(context, eml(words, [("reply.pdf", rendering.pdf(LETTER))]))
    found = of(reading, "reference")
    assert (found.value, found.certainty) == ("79/23", Certainty.CHECK)
    assert "5512/23" in found.why


def test_a_leaflet_decides_nothing(context: ReadingContext) -> None:
    leaflet = (
        "How we handle requests\n\n12 May 2019\n\nSection 40(2) of the Freedom of Information Act "
        "2000 protects personal information. We may refuse requests under section 12 of the Act."
    )
    reading = read(context, eml(LETTER, [("leaflet.txt", leaflet.encode())]))
    assert reading.exemptions == ("FOIA s40(2)",)
    assert reading.response_date == date(2023, 3, 2)
    assert {f.place.part for f in reading.findings} == {None}


@pytest.mark.parametrize("first", [True, False])
def test_the_same_letter_as_pdf_and_as_text(context: ReadingContext, first: bool) -> None:
    letter = LETTER + TABLE
    files = [("reply.pdf", rendering.pdf(letter)), ("reply.txt", letter.encode())]
    reading = read(context, eml(COVER, files if first else files[::-1]))
    assert len(reading.cases) == 3
    assert len(reading.tables) == 2
    assert sum("counted once" in flag for t in reading.tables for flag in t.flags) == 1
    assert sum("counted once" in warning for warning in reading.warnings) == 1
    assert reading.exemptions == ("FOIA s40(2)",)
    assert {row.place.part for row in reading.cases} == {"reply.txt"}


def test_the_same_table_in_letter_and_spreadsheet(context: ReadingContext) -> None:
    reading = read(context, eml(LETTER + TABLE, [("data.csv", DATA)]))
    assert len(reading.cases) == 3
    assert {row.place.part for row in reading.cases} == {"data.csv"}


def test_identical_figures_of_two_years_are_not_one(context: ReadingContext) -> None:
    table = b"Rank,Platform,Outcome\nPC,Facebook,Written warning\nPC,Twitter,Dismissed\n"
    files = [("cases 2020.csv", table), ("cases 2021.csv", table)]
    reading = read(context, eml(LETTER, files))
    assert len(reading.cases) == 4
    assert any("told twice" in warning for warning in reading.warnings)


def test_one_bad_part_costs_only_itself(context: ReadingContext) -> None:
    files = [("broken.pdf", b"%PDF-1.7 broken"), ("reply.pdf", rendering.pdf(LETTER))]
    reading = read(context, eml(COVER, files))
    assert reading.reference == "79/23"
    assert [bool(part.error) for part in reading.parts] == [True, False]
    assert [w for w in reading.warnings if w.startswith("broken.pdf: ")] == [
        f"broken.pdf: {reading.parts[0].error}"
    ]


def test_logos_are_kept_unread(context: ReadingContext) -> None:
    files = [("image001.png", b"\x89PNG" + bytes(3000)), ("card.vcf", b"BEGIN:VCARD\n")]
    reading = read(context, eml(LETTER, files))
    assert [(p.path, p.reading, p.error) for p in reading.parts] == [
        ("image001.png", None, None),
        ("card.vcf", None, None),
    ]
    assert reading.warnings == ()


def test_files_in_files(context: ReadingContext) -> None:
    inner = archive([("figures/79-23 data.csv", DATA)])
    mail = eml(COVER, [("reply.txt", LETTER.encode()), ("data.zip", inner)])
    reading = read(context, archive([("mails/answer.eml", mail)]), "all.zip")
    assert reading.reference == "79/23"
    assert of(reading, "reference").place.part == "mails/answer.eml/reply.txt"
    assert {row.place.part for row in reading.cases} == {
        "mails/answer.eml/data.zip/figures/79-23 data.csv"
    }
    assert reading.attachments_named == ()


def test_so_deep_and_no_deeper(context: ReadingContext) -> None:
    data = archive([("letter.txt", LETTER.encode())])
    for level in range(8):
        data = archive([(f"{level}.zip", data)])
    reading = read(context, data, "deep.zip")
    assert any("deeper than is read" in warning for warning in reading.warnings)


def test_the_budget_is_one_for_all(
    context: ReadingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget.Budget, "__init__", _few)
    files = [(f"{n}.txt", LETTER.encode()) for n in range(6)]
    reading = read(context, eml(COVER, files))
    assert sum(part.error is None for part in reading.parts) == 4


def _few(self: budget.Budget) -> None:
    self.members, self.unpacked, self.until = 4, 10**6, float("inf")


def test_answers_to_several_requests_are_not_mixed(context: ReadingContext) -> None:
    other = LETTER.replace("Kent", "Essex").replace("79/23", "12/23")
    reading = read(
        context, archive([("kent.txt", LETTER.encode()), ("essex.txt", other.encode())]), "a.zip"
    )
    assert reading.several
    assert reading.reference is reading.authority is reading.outcome is None
    assert reading.findings == ()
    own = [by_itself(part) for part in reading.parts]
    assert [one.authority for one in own if one] == ["Kent Police", "Essex Police"]
    assert all(f.place.part is None for one in own if one for f in one.findings)


def test_letters_of_one_request_are_led_by_the_answer(context: ReadingContext) -> None:
    said = (
        "Kent Police\n\nOur reference: 79/23\n\n10 February 2023\n\nThank you for your request "
        "under the Freedom of Information Act 2000, receipt of which we acknowledge. You will "
        "receive our response within 20 working days.\n"
    )
    box = b"\n\n".join(mailing.mbox(text) for text in (said, LETTER))
    reading = read(context, box, "a.mbox")
    assert reading.several
    assert (reading.reference, reading.outcome) == ("79/23", Outcome.PART_DISCLOSED)
    assert reading.response_date == date(2023, 3, 2)
    assert {f.place.part for f in reading.findings} == {"2 Your request.eml"}
    assert any("those of “2 Your request.eml”" in warning for warning in reading.warnings)
    told = reading_as_json(reading)["parts"]
    assert [one["reading"]["letter"] for one in told] == ["acknowledgement", "response"]


def test_what_came_inside_is_told(context: ReadingContext) -> None:
    inner = archive([("79-23 data.csv", DATA)])
    files = [
        ("data.zip", inner),
        ("broken.pdf", b"%PDF-1.7 broken"),
        ("image1.png", b"\x89PNG" * 9),
    ]
    told = reading_as_json(read(context, eml(LETTER, files)))["parts"]
    assert [(one["part"], one["format"], bool(one["error"])) for one in told] == [
        ("data.zip", "zip", False),
        ("broken.pdf", None, True),
        ("image1.png", None, False),
    ]
    assert told[0]["parts"][0]["part"] == "data.zip/79-23 data.csv"
    assert "not_read" in told[2]


def test_files_that_came_one_by_one(context: ReadingContext) -> None:
    letter = read(context, LETTER.encode(), "reply.txt")
    data = read(context, DATA, "79-23 data.csv")
    if not data.cases:
        from dataclasses import replace

        data = read_document(DATA, "79-23 data.csv", replace(context, about=letter.text))
    whole = beside([letter, data])
    assert whole.reference == "79/23"
    assert of(whole, "reference").place.part == "reply.txt"
    assert len(whole.cases) == 3
    assert whole.attachments_named == ()


BELOW = """We own none.

From: Campaign desk <desk@example.org>
Sent: 20 February 2023 09:00
To: FOI
Subject: Request

Under the Freedom of Information Act please tell me how many swans the force owns. I know that
you often refuse such requests under section 40(2), and that you answered reference 11/19 so.
"""


def test_the_mail_below_tells_what_was_asked_and_nothing_else(context: ReadingContext) -> None:
    reading = read(context, eml(f"Our reference: 79/23\n\n{BELOW}"))
    assert reading.request_date == date(2023, 2, 20)
    assert of(reading, "request_date").certainty is Certainty.CHECK
    assert reading.request_text is not None
    assert "how many swans" in reading.request_text
    assert reading.exemptions == () and reading.reference == "79/23"
    assert reading.response_date == mailing.SENT.date()


def test_a_chaser_below_is_not_the_request(context: ReadingContext) -> None:
    chaser = BELOW.replace(
        "Under the Freedom of Information Act please tell me how many swans the force owns.",
        "My request is overdue. Please reply, or I shall ask for an internal review.",
    )
    reading = read(context, eml(chaser))
    assert reading.request_date is None
    assert reading.request_text is None
