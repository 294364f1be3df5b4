"""Mails as they travel (RFC 5322, MIME), however broken.

Parsed under the older policy: it hands headers out as they are, where the newer one parses each
by a grammar that stumbles over what real mail programs write.
"""

from __future__ import annotations

import email
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime

from foitrack.reading.documents.base import Document, Member
from foitrack.reading.documents.mail import (
    LONGEST_HEADER,
    Body,
    Heading,
    choose_body,
    joined,
    mail_document,
    why_aside,
)
from foitrack.reading.documents.text import decode
from foitrack.reading.findings import UnreadableDocumentError

_MOST_LEVELS = 40
_MOST_PARTS = 1000
_SAID_LATIN = frozenset(["iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "ansi"])
"""What is said to be one of these is often Windows' own, which holds them."""
_RECEIPTS = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")


@dataclass
class _Parts:
    """What is found while walking through a mail."""

    bodies: list[Body] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    seen: int = 0


def read_eml(data: bytes, name: str, form: str = "eml") -> Document:
    """A mail as a document; its attachments as members.

    Raises UnreadableDocumentError where nothing in it is a mail.
    """
    try:
        message = email.message_from_bytes(data, policy=compat32)
        parts = _Parts()
        _walk(message, parts, 0)
    except RecursionError:
        raise UnreadableDocumentError(
            "too-deep", f"“{name}” holds parts within parts without end; it is kept as it is."
        ) from None
    heading = _heading(message)
    body = joined(parts.bodies)
    if not (body.text.strip() or parts.members or heading.sender or heading.subject):
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is called a mail but holds neither a heading nor any text."
        )
    return mail_document(form, heading, body, parts.members, parts.warnings)


def _heading(message: Message) -> Heading:
    sent = header(message, "Date")
    try:
        moment = parsedate_to_datetime(sent) if sent else None
    except (ValueError, TypeError, IndexError, OverflowError):
        moment = None
    return Heading(
        header(message, "From") or header(message, "Sender"),
        sent,
        header(message, "To"),
        header(message, "Cc"),
        header(message, "Subject"),
        moment,
    )


def header(message: Message, name: str) -> str:
    """A header's first value as words, encoded ones decoded; empty where there is none."""
    for known, value in message.raw_items():
        if known.lower() == name.lower():
            return words_of(str(value)[:LONGEST_HEADER])
    return ""


def words_of(raw: str) -> str:
    """A header as it is meant to be read: RFC 2047 words decoded, stray bytes as text."""
    raw = _as_text(raw.encode("utf-8", "surrogateescape")).replace("\r", "").replace("\n", "")
    if "=?" not in raw:
        return " ".join(raw.split())
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return " ".join(raw.split())
    said = "".join(
        piece if isinstance(piece, str) else _in_charset(piece, charset)
        for piece, charset in pieces
    )
    return " ".join(said.split())


def _as_text(data: bytes) -> str:
    return decode(data) if data else ""


def _in_charset(data: bytes, charset: str | None) -> str:
    """Bytes in a named encoding; where the name is wrong or unknown, in the one they look like."""
    named = (charset or "").strip().lower()
    if not data:
        return ""
    if not named or named in _SAID_LATIN:
        return decode(data)
    try:
        return data.decode(named)
    except (LookupError, UnicodeError, ValueError):
        return decode(data)


def _walk(part: Message, parts: _Parts, depth: int) -> None:
    """Every part of a mail in order: its words, and what is attached."""
    parts.seen += 1
    if parts.seen > _MOST_PARTS or depth > _MOST_LEVELS:
        if parts.seen == _MOST_PARTS + 1 or depth == _MOST_LEVELS + 1:
            parts.warnings.append("The mail has more parts than are read; the rest was left.")
        return
    kind = part.get_content_type()
    if kind == "message/rfc822":
        _attached_mail(part, parts)
    elif kind in _RECEIPTS:
        return
    elif kind == "multipart/alternative":
        _alternatives(part, parts, depth)
    elif part.is_multipart():
        for child in _children(part):
            _walk(child, parts, depth + 1)
    elif _is_body(part, kind):
        html = kind == "text/html"
        said = _said(part)
        parts.bodies.append(choose_body(None, said) if html else choose_body(said, None))
    else:
        _attached(part, kind, parts)


def _children(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (child for child in payload if isinstance(child, Message))


def _is_body(part: Message, kind: str) -> bool:
    if kind not in ("text/plain", "text/html") and not kind.startswith("multipart/"):
        return False
    return _disposition(part) != "attachment" and not _file_name(part)


def _disposition(part: Message) -> str:
    return str(part.get("Content-Disposition", ""))[:200].split(";")[0].strip().lower()


def _alternatives(part: Message, parts: _Parts, depth: int) -> None:
    """The same words in several forms: one of them is the body, the rest is not said again."""
    own = _Parts(seen=parts.seen)
    plain, html = [], []
    for child in _children(part):
        kind = child.get_content_type()
        if _is_body(child, kind) and kind == "text/plain":
            plain.append(_said(child))
        elif _is_body(child, kind) and kind == "text/html":
            html.append(_said(child))
        else:
            _walk(child, own, depth + 1)
    shown = joined(own.bodies)
    if html or not shown.text.strip():
        body = choose_body("\n".join(plain) or None, "\n".join(html) or None)
    elif shown.grids or not "".join(plain).strip():
        body = shown
    else:
        body = _fuller("\n".join(plain), shown)
    parts.bodies.append(body)
    parts.members += own.members
    parts.warnings += own.warnings
    parts.seen = own.seen


def _fuller(plain: str, shown: Body) -> Body:
    """The plain words, unless they are a stub of those shown."""
    return shown if len(plain.split()) * 3 < len(shown.text.split()) else choose_body(plain, None)


def _said(part: Message) -> str:
    return _in_charset(payload(part), _charset(part))


def _charset(part: Message) -> str | None:
    named = part.get_param("charset")
    if isinstance(named, tuple):
        named = named[-1]
    return str(named)[:60] if named else None


def payload(part: Message) -> bytes:
    """A part's bytes, unwrapped from what it travelled in; empty where that is past mending."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        data = None
    if isinstance(data, bytes):
        return data
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, IndexError):
        name = ""
    return words_of(str(name)[:LONGEST_HEADER])


def _attached(part: Message, kind: str, parts: _Parts) -> None:
    data = payload(part)
    name = _file_name(part) or _made_name(kind, len(parts.members) + 1)
    if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        parts.warnings.append(
            "Attachments came in Outlook's own wrapping (winmail.dat), which is not unpacked. "
            "Ask for them again as ordinary attachments."
        )
        parts.members.append(Member(name, data, "Outlook's own wrapping"))
        return
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        parts.warnings.append("The mail is signed or locked as a whole; its words are inside.")
        parts.members.append(Member(name, data, "a signed or locked mail"))
        return
    if not data:
        parts.warnings.append(f"“{name}” was attached but came empty.")
        return
    inline = _disposition(part) == "inline" or bool(part.get("Content-ID"))
    aside = "" if kind != "text/calendar" else "an invitation"
    parts.members.append(Member(name, data, aside or why_aside(name, len(data), inline=inline)))


def _made_name(kind: str, number: int) -> str:
    end = {"application/pkcs7-signature": ".p7s", "application/pgp-signature": ".asc"}.get(kind)
    return f"attachment {number}{end or mimetypes.guess_extension(kind) or ''}"


def _attached_mail(part: Message, parts: _Parts) -> None:
    """A mail attached to a mail: a member of its own, byte for byte where it can be had."""
    for child in _children(part):
        try:
            data = child.as_bytes(policy=compat32)
        except (ValueError, LookupError, TypeError, AttributeError):
            parts.warnings.append("A mail was attached that is too damaged to be unpacked.")
            continue
        subject = re.sub(r"[^\w .,()&'-]+", " ", header(child, "Subject")).strip()[:80]
        name = _file_name(part) or f"{subject or f'mail {len(parts.members) + 1}'}.eml"
        parts.members.append(Member(name if name.lower().endswith(".eml") else f"{name}.eml", data))
