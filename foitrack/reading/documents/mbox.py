"""Mailboxes: many mails in one file, parted by lines that begin "From "."""

from __future__ import annotations

import re
from itertools import pairwise

from foitrack.reading.budget import MAX_MEMBERS
from foitrack.reading.documents.base import Document, Member
from foitrack.reading.documents.eml import header, read_eml
from foitrack.reading.findings import UnreadableDocumentError

# The line before is blank, or there is none; a header follows.
_PARTS = re.compile(rb"(?:\A|\r?\n\r?\n)(?=From [^\r\n]{1,300}\r?\n(?:>?[A-Za-z][A-Za-z0-9-]*: ?))")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIRST_LINE = re.compile(rb"\A\s*From [^\r\n]*\r?\n")


def read_mbox(data: bytes, name: str) -> Document:
    """A mailbox: its one mail as a document, or each of several as a member.

    Raises UnreadableDocumentError where it holds no mail.
    """
    mails = split_mails(data)
    if not mails:
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is called a mailbox but holds no mail that can be told."
        )
    if len(mails) == 1:
        return read_eml(mails[0], name, "mbox")
    warnings = []
    if len(mails) > MAX_MEMBERS:
        warnings.append(f"The mailbox holds {len(mails)} mails; the first {MAX_MEMBERS} are read.")
    members = tuple(
        Member(f"{number:0{len(str(len(mails)))}d} {_title(mail)}.eml", mail)
        for number, mail in enumerate(mails[:MAX_MEMBERS], 1)
    )
    return Document("mbox", "", members=members, warnings=tuple(warnings))


def split_mails(data: bytes) -> list[bytes]:
    """Each mail of a mailbox, as it was before it was put there."""
    edges = [*(met.end() for met in _PARTS.finditer(data)), len(data)]
    pieces = [data[start:end] for start, end in pairwise(edges)]
    mails = [_STUFFED.sub(rb"\1", _FIRST_LINE.sub(b"", piece, count=1)) for piece in pieces]
    return [mail for mail in mails if mail.strip()]


def _title(mail: bytes) -> str:
    """A mail's subject as a file's name."""
    import email
    from email.policy import compat32

    head = re.split(rb"\r?\n\r?\n", mail, maxsplit=1)[0]
    subject = header(email.message_from_bytes(head[:100_000], policy=compat32), "Subject")
    return re.sub(r"[^\w .,()&'-]+", " ", subject).strip()[:80] or "mail"
