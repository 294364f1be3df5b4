"""A letter as it comes by mail: as the mail's own words, attached, in a mailbox, in an archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage

from tests.reading.making.msg import Attached, compound, mail

SENDER = "Information Team <info@authority.example>"
SENT = datetime(2024, 6, 5, 10, 11, tzinfo=UTC)
COVER = "Dear Requester\n\nPlease see attached.\n\nKind regards\n"
Files = Sequence[tuple[str, bytes]]


def eml(
    text: str,
    attached: Files = (),
    *,
    sender: str = SENDER,
    subject: str = "Your request",
    sent: str = "Wed, 05 Jun 2024 11:11:00 +0100",
    html: str | None = None,
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = sender, "Campaign desk <desk@example.org>"
    message["Subject"], message["Date"] = subject, sent
    message["Message-ID"] = "<1@authority.example>"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if message.is_multipart():
        message.set_boundary("=_part_=")
    return message.as_bytes()


def msg(text: str, attached: Files = ()) -> bytes:
    return compound(
        mail(
            sender="Information Team",
            address="info@authority.example",
            to="Campaign desk",
            subject="Your request",
            sent=SENT,
            text=text.replace("\n", "\r\n"),
            attached=tuple(Attached(name, data) for name, data in attached),
        )
    )


def mbox(text: str, attached: Files = ()) -> bytes:
    inside = eml(text, attached).replace(b"\nFrom ", b"\n>From ")
    return b"From info@authority.example Wed Jun  5 10:11:00 2024\n" + inside


def archive(files: Files) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()
