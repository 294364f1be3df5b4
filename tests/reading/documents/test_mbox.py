"""Mailboxes: every mail by itself, one mail as such."""

from __future__ import annotations

import pytest

from foitrack.reading.documents.mbox import split_mails
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import UnreadableDocumentError

LINE = "From someone@example.org Tue Mar 14 09:22:31 2023\n"


def mail(subject: str, body: str) -> str:
    return f"From: foi@kent.police.uk\nSubject: {subject}\n\n{body}\n\n"


def box(*mails: str) -> bytes:
    return "".join(f"{LINE}{each}" for each in mails).encode()


def test_each_mail_is_a_member() -> None:
    data = box(mail("One", "First."), mail("Two/2", "Second.\n\n>From here on"), mail("", "Third."))
    document = open_document(data, "answers.mbox")
    assert (document.format, document.text) == ("mbox", "")
    assert [m.name for m in document.members] == ["1 One.eml", "2 Two 2.eml", "3 mail.eml"]
    texts = [open_document(m.data, m.name).text for m in document.members]
    assert texts[0] == "From: foi@kent.police.uk\nSubject: One\n\nFirst.\n\n"
    assert "\nFrom here on" in texts[1]


def test_one_mail_alone_is_that_mail() -> None:
    document = open_document(box(mail("One", "First.")), "answers.mbox")
    assert document.format == "mbox"
    assert document.members == ()
    assert document.envelope is not None and document.envelope.subject == "One"


def test_it_is_known_without_its_ending() -> None:
    assert open_document(box(mail("One", "x"), mail("Two", "y")), "Inbox").format == "mbox"
    assert open_document(b"From here on, the Council is silent.", "a.txt").format == "text"


def test_a_sentence_that_begins_so_parts_no_mail() -> None:
    words = "It ran till May.\n\nFrom June it stood still.\n\nYours"
    assert len(split_mails(box(mail("One", words)))) == 1


def test_ends_of_lines_from_windows() -> None:
    data = box(mail("One", "First."), mail("Two", "Second.")).replace(b"\n", b"\r\n")
    assert len(split_mails(data)) == 2


def test_no_mail_in_it() -> None:
    with pytest.raises(UnreadableDocumentError):
        open_document(b"nothing of the kind", "answers.mbox")
