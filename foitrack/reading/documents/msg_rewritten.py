"""A mail written anew as it would travel; the same mail always becomes the same bytes."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from foitrack.reading.documents.base import Member
from foitrack.reading.documents.mail import Heading, in_britain


def as_eml(heading: Heading, text: str, members: Sequence[Member]) -> bytes:
    """The mail as an EML file."""
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998, utf8=True))
    for name, value in (
        ("X-From", heading.sender),
        ("X-To", heading.to),
        ("X-Cc", heading.cc),
        ("Subject", heading.subject),
    ):
        shown = " ".join("".join(c for c in value if c.isprintable() or c == " ").split())
        if shown:
            mail[name] = shown[:900]
    if heading.moment is not None:
        mail["Date"] = format_datetime(in_britain(heading.moment))
    mail.set_content(_storable(text), cte="base64")
    for member in members:
        kind = mimetypes.guess_type(member.name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        if main in ("text", "message", "multipart"):
            main, sub = "application", "octet-stream"
        mail.add_attachment(
            member.data, maintype=main, subtype=sub, filename=_storable(member.name)
        )
    if mail.is_multipart():
        mail.set_boundary("=_part_of_the_mail_=")
    # Names as printed may be no addresses, which the library would refuse to write as such.
    written = mail.as_bytes()
    for label in (b"From", b"To", b"Cc"):
        written = written.replace(b"X-" + label + b": ", label + b": ", 1)
    return written


def _storable(text: str) -> str:
    """Text that can be written in UTF-8: halves of surrogate pairs are left out."""
    return text.encode("utf-8", "ignore").decode("utf-8")
