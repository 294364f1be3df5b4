"""One file in a mail or an archive brings its reader down; the others are read all the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from foitrack.reading import part_by_part
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.isolation import Readers
from foitrack.reading.part_by_part import may_hold_files, read_isolated
from foitrack.reading.reader import ReadingContext

LETTER = b"Our reference: 2021/24677\n\nThank you for your request. We hold no such information.\n"


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Readers]:
    """The program's readers, but brought down by anything called "bomb"."""
    with Readers(workers=1, tasks="tests.reading.isolation.fragile") as pool:
        monkeypatch.setattr(part_by_part, "readers", lambda: pool)
        yield pool


def archive(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name in names:
            made.writestr(name, LETTER)
    return written.getvalue()


def test_only_the_bomb_is_lost(fragile: Readers, context: ReadingContext) -> None:
    found = read_isolated(archive("reply.txt", "bomb.txt", "other.txt"), "all.zip", context)
    assert [part.reading is not None for part in found.parts] == [True, False, True]
    assert "kept and unharmed" in (found.parts[1].error or "")
    assert found.reference == "2021/24677"


def test_a_bomb_alone_is_an_error(fragile: Readers, context: ReadingContext) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_isolated(LETTER, "bomb.txt", context)
    assert caught.value.kind == "crashed"


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Your request"
    message.set_content("See attached.")
    return bytes(message)


def test_what_may_hold_files() -> None:
    assert may_hold_files(archive("a.txt"))
    assert may_hold_files(mail())
    assert may_hold_files(b"From somebody Mon Mar 27 10:00:00 2023\n" + mail())
    assert may_hold_files(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert not may_hold_files(b"%PDF-1.7\n")
    assert not may_hold_files(b"Dear Requester\n\nThank you")
    assert not may_hold_files(b"<html>")
    assert not may_hold_files(b"")
