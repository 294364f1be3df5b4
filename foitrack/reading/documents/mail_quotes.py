"""Where a mail's own words end and the mails below it begin.

What stands below was written before, by either side: it tells what was asked, never how it was
answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from foitrack.later import later
from foitrack.reading.documents.base import Envelope, Quoted
from foitrack.reading.prose import Span, fold, lines

_MARKED = re.compile(r"[ \t]{0,3}(?:>|&gt;)")
# “On 11 July you wrote:” is the letter's own, above what was asked.
_WROTE_LATER = later(
    r"(?:on|ar)\s(?=.{0,40}\d).{6,260}\b(?<!you )(?:wrote|ysgrifennodd):$", re.IGNORECASE
)
_WROTE = later(
    _WROTE_LATER.pattern + r"|.{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>\s?(?:wrote|ysgrifennodd):$",
    re.IGNORECASE,
)
_RULE = later(
    r"[-_* ]{0,30}\b(?:original message|original appointment|forwarded message|"
    r"forwarded by .{0,80}|neges wreiddiol)[-_* ]{0,30}:?$|begin forwarded message:?$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"forwarded", re.IGNORECASE)
_LABEL = later(
    r"\*{0,2}(?P<name>from|sent|date|to|cc|bcc|subject|importance|reply-to|attachments?|oddi wrth|"
    r"anfonwyd|at|pwnc)\s?:\*{0,2}(?:\s+(?P<value>.*))?$",
    re.IGNORECASE,
)
_NAMES = {"oddi wrth": "from", "anfonwyd": "sent", "at": "to", "pwnc": "subject"}
_RULE_WORDS = ("message", "appointment", "forward", "wreiddiol")
_SHORTEST_RULE = 10
_MOST_LABELS = 9
_LONGEST_LINE = 600
"""Characters of a line that are looked at."""
_FEW_WORDS = 14


def find_quoted(text: str, start: int) -> tuple[Quoted, ...]:
    """The mails below a mail's own words, newest first; `start` is where its body begins."""
    plain = fold(text)
    written = (row for row in lines(plain) if row.end > row.start >= start)
    rows = [row for row in (_Row.of(plain, span) for span in written) if row.line]
    begun = list(_beginnings(rows))
    found: list[Quoted] = []
    for number, (at, body_at, envelope) in enumerate(begun):
        next_at = begun[number + 1][0] if number + 1 < len(begun) else len(rows)
        end = rows[next_at].start if next_at < len(rows) else len(text)
        if body_at < next_at and rows[body_at].marked:
            end = rows[_marked_until(rows, body_at, next_at) - 1].end
        body = rows[body_at].start if body_at < len(rows) else len(text)
        found.append(Quoted(rows[at].start, min(body, end), end, envelope))
    return tuple(sorted([*found, *_loose(rows, found)], key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class _Row:
    """A written line: where it stands, its beginning, and whether it is marked ">"."""

    start: int
    end: int
    line: str
    low: str
    marked: bool

    @classmethod
    def of(cls, plain: str, row: Span) -> _Row:
        line = plain[row.start : min(row.end, row.start + _LONGEST_LINE)]
        marked = _MARKED.match(line) is not None
        line = line.strip()
        return cls(row.start, row.end, line, line.lower(), marked)


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


def _beginnings(rows: Sequence[_Row]) -> Iterator[tuple[int, int, Envelope]]:
    """Each place where a mail below begins: its row, the row of its first words, whose it is."""
    at = 0
    while at < len(rows):
        met = None if rows[at].marked else _one_beginning(rows, at)
        if met is None:
            at += 1
            continue
        taken, envelope = met
        yield at, at + taken, envelope
        at += taken


def _one_beginning(rows: Sequence[_Row], at: int) -> tuple[int, Envelope] | None:
    """How many written lines from `at` on say whose mail follows, and what they say."""
    line, low = rows[at].line, rows[at].low
    if any(word in low for word in _RULE_WORDS) and _RULE.match(line):
        labels, envelope = _labels(rows, at + 1, nameless=True)
        return 1 + labels, envelope
    if line[0] in "_-" and len(line) >= _SHORTEST_RULE and set(line) <= set("_-"):
        labels, envelope = _labels(rows, at + 1)
        return (1 + labels, envelope) if labels >= 2 else None
    if low.lstrip("*").startswith(("from:", "oddi wrth:", "from :")):
        labels, envelope = _labels(rows, at)
        return (labels, envelope) if labels >= 3 else None
    return _wrote(rows, at)


def _wrote(rows: Sequence[_Row], at: int) -> tuple[int, Envelope] | None:
    """A line "On … wrote:", which may run over three."""
    for count, row in enumerate(rows[at : at + 3], 1):
        if not row.low.endswith(("wrote:", "ysgrifennodd:")):
            continue
        joined = " ".join(one.line for one in rows[at : at + count])
        # Over several lines only "On … wrote:" is sure to begin with the first of them.
        pattern = _WROTE if count == 1 else _WROTE_LATER
        if pattern.match(joined) and re.search(r"\d", joined):
            return count, _attribution(joined)
    return None


def _labels(rows: Sequence[_Row], at: int, *, nameless: bool = False) -> tuple[int, Envelope]:
    """The lines "From: …", "Sent: …" from `at` on: how many, and what they say.

    `nameless`: who sent it may have been taken out.
    """
    said: dict[str, str] = {}
    taken = 0
    for row in rows[at : at + _MOST_LABELS]:
        met = _LABEL.match(row.line)
        if met is None:
            # A long list of addresses runs over lines.
            if taken and "@" in row.line and len(row.line) < 400 and ";" in row.line:
                taken += 1
                continue
            break
        name = met["name"].lower()
        said.setdefault(_NAMES.get(name, name), (met["value"] or "").strip())
        taken += 1
    sent = printed_moment(said.get("sent") or said.get("date"))
    if "from" not in said and not (nameless and sent):
        return 0, Envelope()
    return taken, Envelope(said.get("from"), said.get("subject"), sent)


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


def _marked_until(rows: Sequence[_Row], at: int, end: int) -> int:
    """The end of the lines marked ">" from `at` on: below them the writer may go on."""
    while at < end and rows[at].marked:
        at += 1
    return at


def _loose(rows: Sequence[_Row], found: Sequence[Quoted]) -> Iterator[Quoted]:
    """Lines marked ">" that no heading leads to, those that stand together as one."""
    taken = iter(sorted((one.start, one.end) for one in found))
    start, end = next(taken, (0, 0))
    begun: _Row | None = None
    last: _Row | None = None
    for row in rows:
        while end <= row.start and (start, end) != (-1, -1):
            start, end = next(taken, (-1, -1))
        loose = row.marked and not start <= row.start < end
        if loose:
            begun, last = begun or row, row
        elif begun is not None and last is not None:
            yield Quoted(begun.start, begun.start, last.end, Envelope())
            begun = last = None
    if begun is not None and last is not None:
        yield Quoted(begun.start, begun.start, last.end, Envelope())
