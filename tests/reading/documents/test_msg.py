"""Outlook mails: every property from its own stream, attachments and mails in mails."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from foitrack.reading.documents.msg import read_msg
from foitrack.reading.documents.msg_rtf import unpacked
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import UnreadableDocumentError
from tests.reading.making.msg import Attached, Tree, compound, mail, packed_rtf

SENT = datetime(2023, 3, 14, 23, 30, tzinfo=UTC)


def msg(**given: object) -> bytes:
    return compound(mail(**given))  # type: ignore[arg-type]


def test_heading_and_body() -> None:
    data = msg(
        sender="Kent Police FOI",
        address="foi@kent.police.uk",
        to="Campaign desk",
        subject="FOI 12/23 – response",
        sent=SENT,
        text="Dear Requester\r\n\r\nWe do not hold it.\r\n",
    )
    document = open_document(data, "answer.msg")
    assert document.format == "msg"
    assert document.text == (
        "From: Kent Police FOI <foi@kent.police.uk>\nDate: 14 March 2023 23:30\n"
        "To: Campaign desk\nSubject: FOI 12/23 – response\n\n"
        "Dear Requester\n\nWe do not hold it.\n"
    )
    assert document.envelope is not None
    assert document.envelope.sent == SENT


def test_a_day_is_that_of_british_clocks() -> None:
    late = datetime(2023, 6, 14, 23, 30, tzinfo=UTC)
    assert "Date: 15 June 2023 00:30" in read_msg(msg(text="x", sent=late), "a.msg").text


def test_the_headers_it_travelled_with_go_first() -> None:
    headers = (
        "From: =?utf-8?q?Heddlu_Dyfed-Powys_=C3=A2?= <foi@dyfed-powys.police.uk>\r\n"
        "Date: Tue, 14 Mar 2023 09:22:31 +0000\r\n"
    )
    document = read_msg(msg(sender="Someone", headers=headers, text="x", sent=SENT), "a.msg")
    assert "From: Heddlu Dyfed-Powys â <foi@dyfed-powys.police.uk>\n" in document.text
    assert "Date: Tue, 14 Mar 2023 09:22:31 +0000\n" in document.text


def test_strings_of_a_code_page() -> None:
    text = "Café – £5 “quoted”"
    document = read_msg(msg(subject=text, text=text, narrow="1252"), "a.msg")
    assert document.text.count(text) == 2


def test_html_where_the_text_is_empty_or_has_lost_its_table() -> None:
    table = (
        b"<html><body><p>Year by year</p><table><tr><th>Year</th><th>Number</th></tr>"
        b"<tr><td>2020</td><td>5</td></tr><tr><td>2021</td><td>7</td></tr></table></body></html>"
    )
    for text in (None, "Year by year\r\nYear\r\nNumber\r\n2020\r\n5\r\n2021\r\n7\r\n"):
        document = read_msg(msg(subject="Figures", text=text, html=table), "a.msg")
        [grid] = document.grids
        assert grid.header == ("Year", "Number")
        for row in grid.rows:
            shown = document.text[row.span.start : row.span.end]
            assert all(cell in shown for cell in row.cells)


def test_a_body_of_rich_text_only() -> None:
    rtf = rb"{\rtf1\ansi The Council does not hold it.\par}"
    document = read_msg(msg(subject="x", rtf=packed_rtf(rtf)), "a.msg")
    assert "The Council does not hold it." in document.text


def test_rich_text_is_unpacked_as_specified() -> None:
    # The example of MS-OXRTFCP, 4.1.1.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542"
        "320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_attachments_and_what_is_kept_aside() -> None:
    data = msg(
        text="Please find attached.",
        attached=(
            Attached("reply.pdf", b"%PDF-1.4" + bytes(5000)),
            Attached("logo.png", b"\x89PNG" + bytes(900), content_id="logo@1"),
            Attached("../../data.csv", b"a,b\n1,2\n"),
            Attached("empty.txt", b""),
        ),
    )
    document = read_msg(data, "a.msg")
    assert [(m.name, bool(m.aside)) for m in document.members] == [
        ("reply.pdf", False),
        ("logo.png", True),
        (".._.._data.csv", False),
    ]
    assert document.members[0].data == b"%PDF-1.4" + bytes(5000)
    assert any("empty.txt" in warning for warning in document.warnings)


def test_a_mail_in_the_mail() -> None:
    inner: Tree = mail(
        sender="Essex Police",
        address="foi@essex.police.uk",
        subject="Your request 44/23",
        sent=SENT,
        text="We hold it – and attach it.",
        attached=(Attached("data.csv", b"Year,Number\n2020,4\n"),),
        embedded=True,
    )
    document = read_msg(msg(text="See below.", attached=(Attached("Mail", inner),)), "a.msg")
    [member] = document.members
    assert member.name == "Your request 44 23.eml"
    opened = open_document(member.data, member.name)
    assert opened.text.startswith("From: Essex Police <foi@essex.police.uk>\n")
    assert "We hold it – and attach it." in opened.text
    assert [(m.name, m.data) for m in opened.members] == [("data.csv", b"Year,Number\n2020,4\n")]
    assert read_msg(
        msg(text="See below.", attached=(Attached("Mail", inner),)), "a.msg"
    ).members == (document.members)


@pytest.mark.parametrize(
    "data",
    [
        compound({"__properties_version1.0": bytes(32)}),
        msg(text="x" * 9000)[:700],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_what_is_no_mail_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        read_msg(data, "a.msg")
    assert problem.value.kind == "damaged"
