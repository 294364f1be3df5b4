"""Mails as they travel: headings, bodies, attachments, however broken."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import UnreadableDocumentError

HEAD = (
    "From: Kent Police FOI <foi@kent.police.uk>\r\nTo: desk@example.org\r\n"
    "Date: Tue, 14 Mar 2023 09:22:31 +0000\r\nSubject: FOI 12/23\r\nMIME-Version: 1.0\r\n"
)
SHOWN = (
    "From: Kent Police FOI <foi@kent.police.uk>\nDate: Tue, 14 Mar 2023 09:22:31 +0000\n"
    "To: desk@example.org\nSubject: FOI 12/23\n\n"
)


def opened(data: bytes | str, name: str = "a.eml") -> Document:
    raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
    return open_document(raw, name)


def said(data: bytes | str) -> str:
    """The body alone."""
    return opened(data).text.split("\n\n", 1)[1]


def multipart(kind: str, *parts: str, boundary: str = "XX") -> str:
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'
    return f"{head}{body}--{boundary}--\r\n"


def text(words: str, kind: str = "plain", charset: str = "utf-8") -> str:
    return f"Content-Type: text/{kind}; charset={charset}\r\n\r\n{words}"


def test_heading_and_body_become_text() -> None:
    document = opened(f"{HEAD}{text('Dear Requester')}")
    assert document.format == "eml"
    assert document.text == f"{SHOWN}Dear Requester"
    assert document.envelope is not None
    assert document.envelope.sent == datetime(2023, 3, 14, 9, 22, 31, tzinfo=UTC)


def test_it_is_known_without_its_ending() -> None:
    assert opened(f"{HEAD}\r\nHello", "message").format == "eml"
    assert opened(f"{HEAD}\r\nHello", "letter.txt").format == "eml"
    # A letter that was copied out of a mail program is text.
    assert opened("From: A\nSent: 1 May 2023\nTo: B\nSubject: C\n\nHello", "letter.txt").format == (
        "text"
    )


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "utf-8"),
        ("no-such-charset", "utf-8"),
        ('"Windows-1252"', "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_charsets_true_and_false(charset: str, encoding: str) -> None:
    words = "Dŵr – £5 “quoted”" if "utf" in encoding else "Café – £5 “quoted”"
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\r\n"
    if encoding == "utf-16":
        import base64

        wrapped = base64.encodebytes(words.encode(encoding)).decode()
        data = f"{head}Content-Transfer-Encoding: base64\r\n\r\n{wrapped}".encode()
    else:
        data = f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + words.encode(encoding)
    assert said(data).strip() == words


def test_headers_in_any_state() -> None:
    head = (
        "From: =?iso-8859-1?Q?Caf=E9?= =?iso-8859-1?Q?_Council?=\r\n <foi@x.gov.uk>\r\n"
        "Subject: =?utf-8?B?broken\r\nDate: not a date\r\nMIME-Version: 1.0\r\n\r\nHello"
    )
    document = opened(head)
    assert document.text.startswith("From: Café Council <foi@x.gov.uk>\nDate: not a date\n")
    assert document.envelope is not None and document.envelope.sent is None
    raw = b"From: Caf\xe9 Council <foi@x.gov.uk>\r\nMIME-Version: 1.0\r\n\r\nHello"
    assert opened(raw).text.startswith("From: Café Council")


def test_plain_before_html_unless_it_is_a_stub() -> None:
    full = "The Council holds the information and gives it. " * 30
    html = text(f"<html><body><p>{full}</p></body></html>", "html")
    assert said(HEAD + multipart("alternative", text("It holds it. " * 30), html)).startswith(
        "It holds it."
    )
    for stub in ("", "This message does not support HTML.", "See the HTML version."):
        assert said(HEAD + multipart("alternative", text(stub), html)).startswith("The Council")


def test_html_where_it_holds_a_table() -> None:
    table = (
        "<table><tr><th>Year</th><th>Number</th></tr><tr><td>2020</td><td>5</td></tr>"
        "<tr><td>2021</td><td>7</td></tr></table>"
    )
    plain = text("Figures\nYear\nNumber\n2020\n5\n2021\n7\n")
    document = opened(
        HEAD + multipart("alternative", plain, text(f"<p>Figures</p>{table}", "html"))
    )
    [grid] = document.grids
    shown = document.text[grid.span.start : grid.span.end]
    assert "2021" in shown and "Subject" not in shown


def test_parts_in_parts() -> None:
    alternative = multipart(
        "alternative", text("Words."), text("<p>Words.</p>", "html"), boundary="C"
    )
    picture = (
        "Content-Type: image/png; name=logo.png\r\nContent-ID: <a@b>\r\n"
        "Content-Disposition: inline\r\n\r\nPNG"
    )
    related = multipart("related", alternative, picture, boundary="B")
    footer = text("List footer")
    letter = (
        'Content-Type: application/pdf; name="reply.pdf"\r\n'
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0="
    )
    document = opened(HEAD + multipart("mixed", related, letter, footer, boundary="A"))
    assert document.text == f"{SHOWN}Words.\n\nList footer"
    assert [(m.name, m.data, bool(m.aside)) for m in document.members] == [
        ("logo.png", b"PNG", True),
        ("reply.pdf", b"%PDF-", False),
    ]


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ('filename="data.xlsx"', "data.xlsx"),
        ("filename*=utf-8''D%C5%B5r%20data.xlsx", "Dŵr data.xlsx"),
        ('filename="=?utf-8?Q?D=C5=B5r.xlsx?="', "Dŵr.xlsx"),
        ("filename*0=long; filename*1=name.xlsx", "longname.xlsx"),
    ],
)
def test_names_of_attachments(parameter: str, name: str) -> None:
    part = f"Content-Type: application/x\r\nContent-Disposition: attachment; {parameter}\r\n\r\nX"
    [member] = opened(HEAD + multipart("mixed", text("Hello"), part)).members
    assert member.name == name


def test_what_mail_programs_add_is_kept_but_not_read() -> None:
    def part(name: str, size: int, disposition: str = "attachment") -> str:
        return (
            f'Content-Type: application/x; name="{name}"\r\n'
            f"Content-Disposition: {disposition}\r\n\r\n{'x' * size}"
        )

    parts = [
        part("invite.ics", 50),
        part("card.vcf", 50),
        part("smime.p7s", 50),
        part("image001.png", 30_000, "inline"),
        part("scan.png", 90_000),
        part("photo of letter.jpg", 400_000, "inline"),
    ]
    members = opened(HEAD + multipart("mixed", text("Hello"), *parts)).members
    assert [bool(m.aside) for m in members] == [True, True, True, True, False, False]


def test_a_mail_attached_to_a_mail() -> None:
    inner = f"{HEAD}{text('The answer.')}"
    part = f"Content-Type: message/rfc822\r\n\r\n{inner}"
    [member] = opened(HEAD + multipart("mixed", text("See attached."), part)).members
    assert member.name == "FOI 12 23.eml"
    assert opened(member.data).text == f"{SHOWN}The answer."


def test_outlooks_wrapping_is_reported() -> None:
    part = "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx"
    document = opened(HEAD + multipart("mixed", text("Hello"), part))
    assert any("winmail.dat" in warning for warning in document.warnings)
    assert [m.name for m in document.members if m.aside] == ["winmail.dat"]


def test_no_headers_no_end_no_boundary() -> None:
    cut = (HEAD + multipart("mixed", text("Hello there"), text("<p>x</p>", "html")))[:-40]
    assert "Hello there" in opened(cut).text
    assert "words" in opened(f"{HEAD}Content-Type: multipart/mixed\r\n\r\nwords without parts").text
    assert opened("just words, no header").text.strip() == "just words, no header"
    broken = f"{HEAD}Content-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!"
    assert opened(broken).text.startswith(SHOWN)


def test_parts_without_end_are_no_trap() -> None:
    data = HEAD
    for level in range(3000):
        data += f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n'
    try:
        opened(data)
    except UnreadableDocumentError as problem:
        assert problem.kind in ("too-deep", "no-text", "damaged")


def test_nothing_at_all() -> None:
    with pytest.raises(UnreadableDocumentError):
        opened("MIME-Version: 1.0\r\n\r\n")


def reply(own: str, below: str, **heads: str) -> Document:
    message = EmailMessage()
    message["From"] = heads.get("sender", "FOI Team <foi@kent.police.uk>")
    message["To"] = heads.get("to", "Campaign desk <desk@example.org>")
    message["Subject"] = heads.get("subject", "RE: Request")
    message["Message-ID"] = "<1@kent.police.uk>"
    message.set_content(f"{own}\n\n{below}")
    return opened(message.as_bytes())


QUOTES = {
    "outlook": (
        "From: Campaign desk <desk@example.org>\nSent: 20 February 2023 09:00\n"
        "To: FOI Team\nSubject: Request\n\n{0}"
    ),
    "ruled": (
        "________________________________\nFrom: Campaign desk\n"
        "Sent: Monday, February 20, 2023 9:00 AM\nTo: FOI\nSubject: Request\n\n{0}"
    ),
    "original": (
        "-----Original Message-----\nFrom: Campaign desk\nSent: 20 February 2023 09:00\n"
        "To: FOI\nSubject: Request\n\n{0}"
    ),
    "wrote": "On Mon, 20 Feb 2023 at 09:00, Campaign desk <desk@example.org>\nwrote:\n\n{0}",
    "bold": (
        "*From:* Campaign desk <desk@example.org>\n*Sent:* 20 February 2023 09:00\n"
        "*To:* FOI Team\n*Cc:* Somebody\n*Subject:* Request\n\n{0}"
    ),
}
ASKED = "Under the Freedom of Information Act please tell me how many swans the force owns."


@pytest.mark.parametrize("kind", QUOTES)
@pytest.mark.parametrize("marked", [False, True])
def test_what_stands_below_is_told_apart(kind: str, marked: bool) -> None:
    words = f"> {ASKED}\n> Yours" if marked else ASKED
    document = reply("We own none.", QUOTES[kind].format(words))
    [quoted] = [one for one in document.quoted if one.envelope.sender]
    assert "We own none." in document.text[: quoted.start]
    assert ASKED in document.text[quoted.body : quoted.end]
    assert "Campaign desk" in (quoted.envelope.sender or "")
    assert str(quoted.envelope.sent) == "2023-02-20 00:00:00"


def test_two_mails_below() -> None:
    below = (
        QUOTES["outlook"].format("Thank you for waiting.")
        + "\n\n"
        + QUOTES["original"].format(ASKED)
    )
    document = reply("We own none.", below)
    assert len(document.quoted) == 2
    assert document.quoted[0].end == document.quoted[1].start


@pytest.mark.parametrize(
    "lead",
    ["On 20 February 2023 you wrote:", "On 20 February 2023 you sent us a request. You\nwrote:"],
)
def test_what_the_letter_says_was_asked_is_no_mail_below(lead: str) -> None:
    document = reply("Dear Requester", f"{lead}\n\n{ASKED}\n\nWe own none.\n")
    hidden = "".join(document.text[one.start : one.end] for one in document.quoted)
    assert "We own none." not in hidden


def test_an_answer_between_the_lines() -> None:
    below = (
        "On Mon, 20 Feb 2023 at 09:00, Campaign desk wrote:\n> How many swans?\n\nNone.\n\n"
        "> How many geese?\n\nSeven.\n"
    )
    document = reply("Dear Requester", below)
    hidden = "".join(document.text[one.start : one.end] for one in document.quoted)
    assert "swans" in hidden and "geese" in hidden
    assert "None." not in hidden and "Seven." not in hidden


def test_a_forwarded_answer_is_the_letter() -> None:
    below = (
        "---------- Forwarded message ---------\nFrom: Kent Police FOI <foi@kent.police.uk>\n"
        "Date: Tue, 14 Mar 2023 at 09:22\nSubject: FOI 12/23\nTo: Campaign desk\n\nWe own none.\n"
    )
    document = reply("FYI", below, sender="Campaign desk <desk@example.org>", subject="Fwd: FOI")
    assert document.quoted == ()
    assert document.envelope is not None
    assert document.envelope.sender == "Kent Police FOI <foi@kent.police.uk>"
    assert str(document.envelope.sent) == "2023-03-14 00:00:00"


def test_a_mail_sent_back_without_a_word_is_no_answer() -> None:
    document = reply("", QUOTES["outlook"].format(ASKED))
    assert len(document.quoted) == 1


CHROME = {
    "banner": "CAUTION: This email originated from outside your organisation. Do not click links.",
    "short banner": "[EXTERNAL SENDER]",
    "disclaimer": (
        "This e-mail and any files transmitted with it are confidential and intended solely for "
        "the use of the individual to whom they are addressed.\nIf you have received this email "
        "in error please tell the sender."
    ),
    "site": (
        "Please use this email address for all replies to this request:\n"
        "request-903344-ab12cd34@whatdotheyknow.com\n\nDisclaimer: This message and any reply that "
        "you make will be published on the internet. Our privacy and copyright policies:\n"
        "https://www.example.org/help/officers"
    ),
    "phone": "Sent from my iPhone",
    "trees": "Please consider the environment before printing this email.",
    "scanned": "This email has been scanned for viruses by a gateway.",
}


@pytest.mark.parametrize("kind", CHROME)
@pytest.mark.parametrize("first", [False, True])
def test_what_programs_write_is_told_apart(kind: str, first: bool) -> None:
    own = "Dear Requester\n\nWe do not hold it. You may ask for an internal review.\n\nFOI Team"
    pieces = [CHROME[kind], own] if first else [own, CHROME[kind]]
    document = reply(pieces[0], pieces[1])
    hidden = "\n".join(document.text[start:end] for start, end in document.chrome)
    body = document.text[document.text.index("\n\n") :]
    left = body
    for start, end in document.chrome:
        left = left.replace(document.text[start:end], "")
    assert "internal review" in left and "FOI Team" in left
    assert CHROME[kind].split("\n")[0][:40] in hidden


def test_a_sites_own_number_is_no_reference() -> None:
    document = reply("Hello", "", subject="RE: FOI request - Swans [FOI #903344 email]")
    hidden = [document.text[start:end] for start, end in document.chrome]
    assert "[FOI #903344 email]" in hidden
