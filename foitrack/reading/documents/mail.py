"""A mail as a document, whichever format it came in: heading, body, what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from foitrack.reading.documents.base import Document, Envelope, Member
from foitrack.reading.documents.mail_chrome import mail_chrome
from foitrack.reading.documents.mail_quotes import find_quoted, is_forward
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row

LONGEST_HEADER = 2000
"""Characters; a heading that runs on for longer says nothing more to a reader."""
_STUB = 60
_STUB_SHARE = 0.3
_WORD = re.compile(r"\w+")
_NO_PLAIN = re.compile(
    r"does(?:n't| not) support html|html (?:e-?mail|message|format)|view (?:this|it) in (?:a|your) "
    r"browser",
    re.IGNORECASE,
)
_ASIDE_ENDS = {
    "ics": "an invitation",
    "vcf": "a visiting card",
    "p7s": "a signature's proof",
    "asc": "a signature's proof",
    "sig": "a signature's proof",
}
_PICTURES = frozenset(["png", "jpg", "jpeg", "gif", "bmp", "svg", "emz", "wmz", "webp", "ico"])
SMALL_PICTURE = 12 * 1024
LARGEST_INLINE = 150 * 1024
_INLINE_NAME = re.compile(r"(?:image|logo|oledata|signature|banner|icon)[-_ ]?\d*\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A mail's headers as shown; empty where it has none."""

    sender: str = ""
    sent: str = ""
    """As printed."""
    to: str = ""
    cc: str = ""
    subject: str = ""
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A mail's words, and the tables that its HTML shows in them."""

    text: str = ""
    grids: tuple[Grid, ...] = ()


def mail_document(
    form: str,
    heading: Heading,
    body: Body,
    members: Sequence[Member] = (),
    warnings: Sequence[str] = (),
) -> Document:
    """A mail as a document: its heading and body as text, what stands below it told apart."""
    head, aside = _head(heading)
    start = len(head)
    text = head + body.text
    envelope = Envelope(heading.sender or None, heading.subject or None, heading.moment)
    quoted = find_quoted(text, start)
    if is_forward(text, start, heading.subject, f"{heading.to} {heading.cc}", quoted):
        # The forwarded mail is the letter; who handed it on, and with what words, is not.
        first = quoted[0]
        aside = [(0, first.start)]
        envelope = first.envelope
        quoted = quoted[1:]
    return Document(
        form,
        text,
        grids=_moved(body.grids, start),
        warnings=tuple(warnings),
        members=tuple(members),
        envelope=envelope,
        quoted=quoted,
        chrome=(*aside, *mail_chrome(text, start)),
    )


def _head(heading: Heading) -> tuple[str, list[tuple[int, int]]]:
    """The heading as text, and the spans of it that are no words of the letter: whom it went to,
    and when, which counts only where the letter has no date of its own.
    """
    rows: list[str] = []
    aside: list[tuple[int, int]] = []
    at = 0
    for label, value in (
        ("From", heading.sender),
        ("Date", heading.sent),
        ("To", heading.to),
        ("Cc", heading.cc),
        ("Subject", heading.subject),
    ):
        shown = " ".join(value.split())[:LONGEST_HEADER]
        if not shown:
            continue
        rows.append(f"{label}: {shown}\n")
        if label in ("Date", "To", "Cc"):
            aside.append((at, at + len(rows[-1]) - 1))
        at += len(rows[-1])
    return "".join(rows) + ("\n" if rows else ""), aside


def _moved(grids: Sequence[Grid], by: int) -> tuple[Grid, ...]:
    def span(one: Span) -> Span:
        return Span(one.start + by, one.end + by)

    return tuple(
        replace(
            grid,
            span=span(grid.span),
            rows=tuple(Row(row.cells, span(row.span)) for row in grid.rows),
        )
        for grid in grids
    )


def choose_body(plain: str | None, html: bytes | str | None) -> Body:
    """The words of a mail: its plain text, unless that is empty, a stub of the HTML, or has lost
    the cells of a table that the HTML holds.
    """
    plain = (plain or "").replace("\r\n", "\n").replace("\r", "\n")
    if not html:
        return Body(plain)
    shown = _of_html(html)
    if shown.grids or _is_stub(plain, shown.text):
        return shown if shown.text.strip() else Body(plain)
    return Body(plain)


def _of_html(html: bytes | str) -> Body:
    from foitrack.reading.documents.html import read_html

    page = read_html(html.encode("utf-8", "replace") if isinstance(html, str) else html)
    return Body(page.text, page.grids)


def _is_stub(plain: str, shown: str) -> bool:
    words, all_words = len(_WORD.findall(plain)), len(_WORD.findall(shown))
    if not words:
        return True
    if _NO_PLAIN.search(plain[:400]) and words < all_words:
        return True
    return words < all_words * _STUB_SHARE and all_words > _STUB


def joined(bodies: Sequence[Body]) -> Body:
    """Several pieces of a mail's body as one."""
    text, grids = "", list[Grid]()
    for body in bodies:
        if text and body.text.strip():
            text = text.rstrip("\n") + "\n\n"
        grids += _moved(body.grids, len(text))
        text += body.text
    return Body(text, tuple(grids))


def why_aside(name: str, size: int, *, inline: bool) -> str:
    """Why a mail's attachment is kept but not read: what mail programs add of themselves."""
    end = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if end in _ASIDE_ENDS:
        return _ASIDE_ENDS[end]
    if end in _PICTURES:
        part_of_body = inline or bool(_INLINE_NAME.match(name))
        if size < SMALL_PICTURE or (part_of_body and size < LARGEST_INLINE):
            return "a picture of the mail's own, such as a logo"
    return ""


def in_britain(moment: datetime) -> datetime:
    """A moment by the clocks of the United Kingdom, which is where the law counts days."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(_summer_or_winter(moment.astimezone(UTC)))


def _summer_or_winter(utc: datetime) -> tzinfo:
    """GMT, or BST from the last Sunday of March to that of October, 01:00 UTC (Summer Time
    Order 2002); reckoned here since not every system has a table of time zones.
    """
    begins, ends = (_last_sunday(utc.year, month) for month in (3, 10))
    return timezone(timedelta(hours=1 if begins <= utc < ends else 0))


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
