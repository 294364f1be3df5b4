"""Mails as Outlook saves them (.msg), however incomplete: each property stands in a stream of its
own, so that what is damaged costs only itself.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.parser import HeaderParser

from foitrack.reading.documents.base import Document, Member
from foitrack.reading.documents.eml import header
from foitrack.reading.documents.mail import (
    Body,
    Heading,
    choose_body,
    in_britain,
    mail_document,
    why_aside,
)
from foitrack.reading.documents.msg_rewritten import as_eml
from foitrack.reading.documents.msg_rtf import body_of_rtf
from foitrack.reading.documents.text import decode
from foitrack.reading.findings import UnreadableDocumentError

SUBJECT, HEADERS, BODY, HTML, RTF = 0x0037, 0x007D, 0x1000, 0x1013, 0x1009
SENDER, SENDER_SMTP, SENDER_ADDRESS, FOR_WHOM = 0x0C1A, 0x5D01, 0x0C1F, 0x0042
TO, CC, SUBMITTED, DELIVERED = 0x0E04, 0x0E03, 0x0039, 0x0E06
CODE_PAGE, HTML_CODE_PAGE = 0x3FFD, 0x3FDE
DATA, LONG_NAME, SHORT_NAME, METHOD, CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x3705, 0x3712
TITLE = 0x3001
EMBEDDED = 5
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {65001: "utf-8", 20127: "ascii", 28591: "iso-8859-1", 28605: "iso-8859-15"}
_MOST_STREAMS = 20_000
_MOST_ATTACHMENTS = 500
_MOST_LEVELS = 4


def read_msg(data: bytes, name: str) -> Document:
    """A saved Outlook mail as a document; its attachments as members.

    Raises UnreadableDocumentError where no mail can be made out in it.
    """
    root = _opened(data, name)
    heading, body = _heading(root), _body(root)
    warnings: list[str] = []
    members = tuple(_members(root, warnings, 0))
    if not (body.text.strip() or members or heading.sender or heading.subject):
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is an Outlook file in which no mail can be made out."
        )
    return mail_document("msg", heading, body, members, warnings)


@dataclass(frozen=True, slots=True)
class Store:
    """A mail, an attachment or a recipient: its streams by name, and what lies in it."""

    streams: dict[str, bytes]
    stores: dict[str, Store]
    header: int
    """Bytes before the first fixed property."""

    def fixed(self, pid: int) -> bytes | None:
        """The eight bytes of a property of fixed length."""
        table = self.streams.get("__properties_version1.0", b"")[self.header :]
        for at in range(0, len(table) - 15, 16):
            if int.from_bytes(table[at + 2 : at + 4], "little") == pid:
                return table[at + 8 : at + 16]
        return None

    def number(self, pid: int) -> int | None:
        """A whole number."""
        found = self.fixed(pid)
        return int.from_bytes(found[:4], "little") if found else None

    def moment(self, pid: int) -> datetime | None:
        """A moment, in UTC."""
        found = self.fixed(pid)
        ticks = int.from_bytes(found, "little") if found else 0
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def binary(self, pid: int) -> bytes | None:
        """Bytes."""
        return self.streams.get(f"__substg1.0_{pid:04X}0102")

    def text(self, pid: int) -> str:
        """Words; empty where there are none."""
        wide = self.streams.get(f"__substg1.0_{pid:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.streams.get(f"__substg1.0_{pid:04X}001E")
        return _narrow(narrow, self.number(CODE_PAGE)).rstrip("\0") if narrow else ""


def _narrow(data: bytes, page: int | None) -> str:
    """Words of a code page; where that is unknown or wrong, of what they look like."""
    try:
        return data.decode(_CODE_PAGES.get(page or 0, f"cp{page}"))
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _opened(data: bytes, name: str) -> Store:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {
                tuple(path): ole.openstream(path).read()
                for path in ole.listdir(streams=True, storages=False)[:_MOST_STREAMS]
                if ole.get_size(path) <= len(data)
            }
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError) as problem:
        raise _damaged(name) from problem
    except (struct.error, RecursionError, OverflowError) as problem:
        raise _damaged(name) from problem
    return _store(streams, 32)


def _damaged(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "damaged", f"“{name}” is an Outlook mail that is damaged; ask for it again."
    )


def _store(streams: dict[tuple[str, ...], bytes], header_size: int) -> Store:
    own = {path[0]: data for path, data in streams.items() if len(path) == 1}
    inside: dict[str, dict[tuple[str, ...], bytes]] = {}
    for path, data in streams.items():
        if len(path) > 1:
            inside.setdefault(path[0], {})[path[1:]] = data
    stores = {
        name: _store(found, 24 if name.endswith("000D") else 8)
        for name, found in sorted(inside.items())
    }
    return Store(own, stores, header_size)


def _heading(mail: Store) -> Heading:
    travelled: Message = HeaderParser().parsestr(mail.text(HEADERS)[:200_000])
    moment = mail.moment(SUBMITTED) or mail.moment(DELIVERED)
    sent = header(travelled, "Date")
    if not sent and moment is not None:
        here = in_britain(moment)
        sent = f"{here.day} {here:%B %Y %H:%M}"
    return Heading(
        header(travelled, "From") or _sender(mail),
        sent,
        mail.text(TO) or header(travelled, "To"),
        mail.text(CC) or header(travelled, "Cc"),
        mail.text(SUBJECT) or header(travelled, "Subject"),
        moment,
    )


def _sender(mail: Store) -> str:
    name = mail.text(SENDER) or mail.text(FOR_WHOM)
    address = next((a for pid in (SENDER_SMTP, SENDER_ADDRESS) if "@" in (a := mail.text(pid))), "")
    return f"{name} <{address}>" if name and address and name != address else name or address


def _body(mail: Store) -> Body:
    html = mail.binary(HTML)
    shown: bytes | str | None = html or mail.text(HTML) or None
    if html and b"charset" not in html[:4096].lower():
        shown = _narrow(html, mail.number(HTML_CODE_PAGE))
    body = choose_body(mail.text(BODY), shown)
    packed = mail.binary(RTF)
    return body if body.text.strip() or not packed else body_of_rtf(packed)


def _members(mail: Store, warnings: list[str], depth: int) -> Iterator[Member]:
    attached = [s for name, s in mail.stores.items() if name.startswith("__attach_version1.0_")]
    if len(attached) > _MOST_ATTACHMENTS:
        warnings.append(
            f"The mail has {len(attached)} attachments; {_MOST_ATTACHMENTS} of them are read."
        )
    for number, store in enumerate(attached[:_MOST_ATTACHMENTS], 1):
        inner = store.stores.get(f"__substg1.0_{DATA:04X}000D")
        name = store.text(LONG_NAME) or store.text(SHORT_NAME) or store.text(TITLE)
        name = name.replace("/", "_").replace("\\", "_") or f"attachment {number}"
        if inner is not None and store.number(METHOD) in (EMBEDDED, None):
            yield from _attached_mail(inner, name, warnings, depth)
            continue
        data = store.binary(DATA)
        if not data:
            warnings.append(f"“{name}” was attached but came empty, or as a link only.")
            continue
        inline = bool(store.text(CONTENT_ID))
        yield Member(name, data, why_aside(name, len(data), inline=inline))


def _attached_mail(inner: Store, name: str, warnings: list[str], depth: int) -> Iterator[Member]:
    """A mail inside the mail: written anew as it would travel, since Outlook's form of it has no
    bytes of its own.
    """
    if depth >= _MOST_LEVELS:
        warnings.append("A mail lies deeper in mails than is read; it was left.")
        return
    heading = _heading(inner)
    members: Sequence[Member] = tuple(_members(inner, warnings, depth + 1))
    title = heading.subject or name
    plain = replace(heading, subject=heading.subject or name)
    name = "".join(c if c.isalnum() or c in " .,()&'-_" else " " for c in title).strip()[:80]
    yield Member(f"{name or 'mail'}.eml", as_eml(plain, _body(inner).text, members))
