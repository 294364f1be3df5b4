"""What mail programs, gateways and lists write into a mail: no part of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, fold, lines

_TOKEN = later(
    r"\[?\bFOI #\d{3,}(?: email)?\]?|\[(?:external|ext|secure|encrypt(?:ed)?)\]|"
    r"\b(?:foi\+)?request-\d+-[0-9a-f]{6,}@[\w.-]+",
    re.IGNORECASE,
)
_MARKS = ("foi #", "request-", "[ext", "[secure", "[encrypt")
"""One of these stands in whatever the pattern above finds."""
_BANNER = phrases(
    r"^\W*(?:external|internal)(?: e-?mail| sender| message)?\W*$",
    r"^\W*(?:caution|warning|attention|external|be careful)\b.{0,80}\b(?:external|outside|unknown|"
    r"originat\w+|not (?:click|recognise))",
    r"\bthis (?:e-?mail|message) (?:has |was |is )?(?:originat\w+|been sent|sent|received|come|"
    r"came|from)\b.{0,40}\b(?:outside|external)",
    r"\b(?:do not|don't) (?:click|open)\b.{0,60}\b(?:links?|attachments?)\b",
    r"^\W*(?:you don't often get|some people who received this)\b.{0,80}\be-?mail\b",
)
_FOOTER = phrases(
    r"\bplease (?:consider|think (?:of|about)) .{0,40}\b(?:environment|before (?:you )?print)",
    r"^\W*(?:e-?mail )?disclaimer\b",
    r"\bthis (?:e-?mail|message|communication|transmission|electronic \w+)\b.{0,120}\b(?:"
    r"confidential|privileged|intended (?:only|solely)|intended recipient|private and|virus)",
    r"\bthe (?:information|contents?)(?: contained)? (?:in|of) this (?:e-?mail|message|"
    r"communication|transmission)\b.{0,120}\b(?:confidential|privileged|intended|views|disclos)",
    r"\b(?:if you (?:are not the|have received this|are not an)|not the) (?:intended|"
    r"e-?mail in error|message in error|addressee|named)",
    r"\b(?:scanned|checked|swept|certified)\b.{0,60}\b(?:virus|malware|mimecast|messagelabs|"
    r"barracuda|symantec|for all known)",
    r"\ball (?:e-?mails?|communications) (?:sent )?(?:to|from|may|are)\b.{0,80}\b(?:monitor|"
    r"record|intercept)",
    r"\b(?:e-?mails?|communications?)\b.{0,50}\bmay be (?:monitored|intercepted|recorded|"
    r"subject to (?:monitoring|recording|disclosure))",
    r"\bviews? (?:or opinions? )?expressed\b.{0,80}\b(?:author|sender|individual|not necessarily)",
    r"^\W*(?:sent|get outlook) (?:from my|for) \w+",
    r"\b(?:unsubscribe|manage your subscription|report this (?:e-?mail|message) as spam|"
    r"click here to report)\b",
    r"\bplease use this e-?mail address for all replies to this request\b",
    r"\bis [\w.+@-]{3,80} the wrong address for freedom of information requests\b",
    r"\bthis message and any reply that you make will be published on the internet\b",
    r"\bfor more detailed guidance on safely disclosing information\b",
    r"\bplease note that in some cases publication of requests and responses will be delayed\b",
    r"\bif you find this service useful as an foi officer\b",
    r"\b(?:yousendit|mailing list|listinfo)\b.{0,60}https?:",
)
_SPEAKS = later(
    r"\byour (?:request|enquiry)\b|\b(?:section|regulation) \d|\binternal review\b", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[-_=*~ ]{5,}$")
_LONGEST_BANNER, _LONGEST_FOOTER = 500, 6000


def mail_chrome(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """The spans of a mail's text that its body's writer did not write; `start` begins the body."""
    plain = fold(text)
    low = plain.lower()
    found: list[tuple[int, int]] = []
    if any(mark in low for mark in _MARKS):
        found = [(m.start(), m.end()) for m in _TOKEN.finditer(plain)]
    found += [(span.start, span.end) for span in _passages(plain, start)]
    return tuple(sorted(found))


def _passages(plain: str, start: int) -> Iterator[Span]:
    for block in _blocks(plain, start):
        if block.end - block.start <= _LONGEST_BANNER:
            words = block.flat(plain)
            if _BANNER.search(words) and not _SPEAKS.search(words):
                yield block
                continue
        # Text and footer may stand without a blank line between: it begins at its own line.
        tail = Span(max(block.start, block.end - _LONGEST_FOOTER), block.end)
        met = _FOOTER.search(tail.flat(plain))
        if met is not None and not _SPEAKS.search(plain, tail.start + met.start(), tail.end):
            begun = plain.rfind("\n", block.start, tail.start + met.start() + 1)
            yield Span(max(block.start, begun + 1), block.end)


def _blocks(plain: str, start: int) -> Iterator[Span]:
    """Lines that stand together, parted by blank ones and by ruled ones."""
    begun: int | None = None
    last = start
    for row in lines(plain):
        if row.start < start:
            continue
        line = row.of(plain).strip() if row.end > row.start else ""
        if line and not _SEPARATOR.fullmatch(line):
            begun = row.start if begun is None else begun
            last = row.end
        elif begun is not None:
            yield Span(begun, last)
            begun = None
    if begun is not None:
        yield Span(begun, last)
