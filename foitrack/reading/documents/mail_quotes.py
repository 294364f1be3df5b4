"""Where a mail's own words end and the mails below it begin.

What stands below was written before, by either side: it tells what was asked, never how it was
answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from foitrack.reading.documents.base import Envelope, Quoted
from foitrack.reading.prose import Span, fold, lines

_MARKED = re.compile(r"[ \t]{0,3}(?:>|&gt;)")
_WROTE_LATER = re.compile(
    r"(?:on|ar)\s(?=.{0,40}\d).{6,260}\b(?:wrote|ysgrifennodd):$", re.IGNORECASE
)
_WROTE = re.compile(
    _WROTE_LATER.pattern
    + r"|.{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>\s?(?:wrote|ysgrifennodd):$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[-_* ]{0,30}\b(?:original message|original appointment|forwarded message|"
    r"forwarded by .{0,80}|neges wreiddiol)[-_* ]{0,30}:?$|begin forwarded message:?$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"forwarded", re.IGNORECASE)
_LABEL = re.compile(
    r"\*{0,2}(?P<name>from|sent|date|to|cc|bcc|subject|importance|reply-to|attachments?|oddi wrth|"
    r"anfonwyd|at|pwnc)\s?:\*{0,2}(?:\s+(?P<value>.*))?$",
    re.IGNORECASE,
)
_NAMES = {"oddi wrth": "from", "anfonwyd": "sent", "at": "to", "pwnc": "subject"}
_MOST_LABELS = 9
_FEW_WORDS = 14


def find_quoted(text: str, start: int) -> tuple[Quoted, ...]:
    """The mails below a mail's own words, newest first; `start` is where its body begins."""
    plain = fold(text)
    rows = [row for row in lines(plain) if row.start >= start and row.of(plain).strip()]
    begun = list(_beginnings(plain, rows))
    found: list[Quoted] = []
    for number, (row, body, envelope, marked) in enumerate(begun):
        end = begun[number + 1][0] if number + 1 < len(begun) else len(text)
        if marked:
            end = _marked_until(plain, rows, body, end)
        found.append(Quoted(row, min(body, end), end, envelope))
    return tuple(sorted([*found, *_loose(plain, rows, found)], key=lambda one: one.start))


def is_forward(
    text: str, start: int, subject: str, recipients: str, quoted: Sequence[Quoted]
) -> bool:
    """Whether a mail only hands on the one below: it says next to nothing of its own.

    What stands below a mail without a word, sent back to whoever wrote it, is not handed on.
    """
    sender = quoted[0].envelope.sender if quoted else None
    if sender is None:
        return False
    first = quoted[0]
    words = len(re.findall(r"\w+", text[start : first.start]))
    if words > _FEW_WORDS or _same_person(sender, recipients):
        return False
    named = bool(_FORWARDED.search(text[first.start : first.body]))
    return not words or named or bool(re.match(r"\s*(?:fw|fwd)\s*:", subject, re.IGNORECASE))


def _same_person(sender: str, recipients: str) -> bool:
    """Whether a sender is among the recipients, by address, else by name."""
    address = re.search(r"[\w.+-]+@[\w.-]+", sender)
    if address is not None and "@" in recipients:
        return address[0].lower() in recipients.lower()
    name = re.sub(r"[\[<(].*", "", sender).strip(" \"'").lower()
    return len(name) > 2 and name in recipients.lower()


def _beginnings(plain: str, rows: Sequence[Span]) -> Iterator[tuple[int, int, Envelope, bool]]:
    """Each place where a mail below begins: its start, its body's start, whose it is, whether
    its lines are marked one by one.
    """
    at = 0
    while at < len(rows):
        if _MARKED.match(rows[at].of(plain)):
            at += 1
            continue
        met = _one_beginning(plain, rows, at)
        if met is None:
            at += 1
            continue
        taken, envelope = met
        after = rows[at + taken] if at + taken < len(rows) else None
        body = after.start if after else len(plain)
        marked = after is not None and bool(_MARKED.match(after.of(plain)))
        yield rows[at].start, body, envelope, marked
        at += taken


def _one_beginning(plain: str, rows: Sequence[Span], at: int) -> tuple[int, Envelope] | None:
    """How many written lines from `at` on say whose mail follows, and what they say."""
    line = rows[at].of(plain).strip()
    if _RULE.match(line):
        labels, envelope = _labels(plain, rows, at + 1)
        return 1 + labels, envelope
    if set(line) <= set("_-") and len(line) >= 10:
        labels, envelope = _labels(plain, rows, at + 1)
        return (1 + labels, envelope) if labels >= 2 else None
    if line.lower().lstrip("*").startswith(("from:", "oddi wrth:", "from :")):
        labels, envelope = _labels(plain, rows, at)
        return (labels, envelope) if labels >= 3 else None
    for count in (1, 2, 3):
        joined = " ".join(row.of(plain).strip() for row in rows[at : at + count])
        # Over several lines only "On … wrote:" is sure to begin with the first of them.
        pattern = _WROTE if count == 1 else _WROTE_LATER
        if pattern.match(joined) and re.search(r"\d", joined):
            return count, _attribution(joined)
    return None


def _labels(plain: str, rows: Sequence[Span], at: int) -> tuple[int, Envelope]:
    """The lines "From: …", "Sent: …" from `at` on: how many, and what they say."""
    said: dict[str, str] = {}
    taken = 0
    for row in rows[at : at + _MOST_LABELS]:
        line = row.of(plain).strip()
        met = _LABEL.match(line)
        if met is None:
            # A long list of addresses runs over lines.
            if taken and "@" in line and len(line) < 400 and ";" in line:
                taken += 1
                continue
            break
        name = met["name"].lower()
        said.setdefault(_NAMES.get(name, name), (met["value"] or "").strip())
        taken += 1
    if "from" not in said:
        return 0, Envelope()
    sent = said.get("sent") or said.get("date")
    return taken, Envelope(said["from"], said.get("subject"), printed_moment(sent))


def _attribution(line: str) -> Envelope:
    """What "On Monday, 19 July 2021 at 09:00, Someone <…> wrote:" says."""
    sender = re.sub(r"\s*\b(?:wrote|ysgrifennodd):$", "", line, flags=re.IGNORECASE)
    named = re.split(r",\s+(?!\d|(?:at\b))|\d\d:\d\d(?::\d\d)?\s*(?:[ap]m)?,?\s+", sender)[-1]
    return Envelope(named.strip(" ,") or None, None, printed_moment(sender))


def printed_moment(printed: str | None) -> datetime | None:
    """The day that a mail's heading prints, at midnight; None where it prints none, or two."""
    if not printed:
        return None
    from foitrack.reading.dates import find_dates

    days = {one.value for one in find_dates(printed) if one.value and not one.problem}
    return datetime.combine(days.pop(), datetime.min.time()) if len(days) == 1 else None


def _marked_until(plain: str, rows: Sequence[Span], body: int, end: int) -> int:
    """The end of the lines marked ">" from `body` on: below them the writer may go on."""
    until = body
    for row in rows:
        if row.start < body or row.start >= end:
            continue
        if not _MARKED.match(row.of(plain)):
            break
        until = row.end
    return until


def _loose(plain: str, rows: Sequence[Span], found: Sequence[Quoted]) -> Iterator[Quoted]:
    """Lines marked ">" that no heading leads to."""
    taken = [(one.start, one.end) for one in found]
    for row in rows:
        inside = any(start <= row.start < end for start, end in taken)
        if not inside and _MARKED.match(row.of(plain)):
            yield Quoted(row.start, row.start, row.end, Envelope())
