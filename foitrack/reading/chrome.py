"""What surrounds a response without being part of it: a web page's furniture, quoted mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress
from operator import add, itemgetter

from foitrack.later import later
from foitrack.reading.prose import Span, lines, lowered

_FURNITURE = later(
    r"(?:leave (?:this )?site\b.*|quickly exit this site\b.*"
    r"|you are here:.*|home\s*[>»/›].*|breadcrumbs?"
    r"|(?:accept|reject|hide|customise|manage) (?:all )?cookies?.*|cookies on .{0,60}"
    r"|sorry, there was a technical problem\b.*|this site is a beta\b.*|this is a (?:new|"
    r"beta) service\b.*"
    r"|(?:menu|search|print this page|share(?: this page)?|back to top|toggle (?:menu|navigation)|"
    r"sign up|log in|sign in|contents|related (?:content|links)|in this section)"
    r"|request an internal review|make a request|link to this|report this|(?:show|"
    r"hide) quoted sections"
    r"|bookmark the permalink\.?|comments are closed\.?|javascript is (?:required|disabled).*)\s*$",
    re.IGNORECASE,
)
_FURNITURE_WITHIN = later(
    r"\bskip to (?:main )?(?:content|navigation)\b"
    r"|\b(?:essential|additional|optional|all|non-essential) cookies\b"
    r"|\bcookie (?:preferences|settings|banner|consent|control)\b"
    r"|\bour cookies? (?:notice|policy|page)\b",
    re.IGNORECASE,
)
_FEEDBACK = later(
    r"(?:page feedback|(?:was|is) this (?:page |information |article )?(?:useful|helpful)\b.*"
    r"|(?:did you find|is there anything wrong with) (?:this|what).{0,60}|help us improve .{0,60}"
    r"|rate this page|give (?:us )?feedback(?: on this page)?)\s*[*?]*\s*$",
    re.IGNORECASE,
)
_NUMBERED_PATH = re.compile(
    r"^[ \t]*1\.[ \t]+Home[ \t]*(?:\n\s{0,4}\d\.[ \t][^\n]{1,100}){1,6}$", re.M
)
"""The path to a page, numbered from “1. Home”."""
_PATH_REACH = 3_000
_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]{1,80}\]")
_LINK = r"\[?\d{1,2}\]?\.\s+(?:mailto:(?:\[\s*[^\]]{0,80}\])?|https?:|www\.)[^\n]{0,300}"
_LINKS_BELOW = later(
    rf"^[ \t]*(?:references\s+)?(?:visible|hidden) links[ \t:]*(?:\n+[ \t]*{_LINK})+$",
    re.IGNORECASE | re.MULTILINE,
)
"""The addresses of a mail's links, which a site that publishes requests lists below it."""
_MAIL_BELOW = later(
    r"[-_ ]{0,20}(?:original message|forwarded message)[-_ ]{0,20}$|on .{6,120}(?<!you) wrote:\s*$|"
    r"_{20,}\s*$",
    re.IGNORECASE,
)
_MAIL_FROM = re.compile(r"\**from:\**\s", re.IGNORECASE)
_RULED = re.compile(r"-{20,}")
_TO_THE_SENDER = re.compile(r"dear (?P<who>[^,\n]{6,60}),?", re.IGNORECASE)
"""What was written to him whom the page names as the sender stands below his own words."""
_MAIL_NEXT = re.compile(r"\**(?:sent|date|to|subject|cc):\**\s", re.IGNORECASE)
_QUOTED = re.compile(r"\s{0,3}>")
_GOES_ON = later(
    r"^[ \t]*(?:yours |kind |best |many thanks|regards|cofion)", re.IGNORECASE | re.MULTILINE
)
"""The letter's own close, which stands below all that it answers."""
_MARKS = " *_#\t"
_MARKED = frozenset(_MARKS)
# How the lines of furniture begin, and what those hold that begin in any way. Must name every
# phrase above.
_BEGINNINGS = (
    *("leave ", "quickly exit", "you are here", "home", "breadcrumb", "cookies on", "sorry, there"),
    *("accept ", "reject ", "hide ", "customise ", "manage ", "this site is", "this is a ", "menu"),
    *("search", "print this", "share", "back to top", "toggle ", "sign ", "log in", "contents"),
    *("related ", "in this section", "request an internal", "make a request", "link to this"),
    *("report this", "show ", "bookmark the", "comments are closed", "javascript is "),
)
_FIRST = 4
_BEGINNINGS_FIRST = frozenset(beginning[:_FIRST] for beginning in _BEGINNINGS)
_ANYWHERE = ("skip to", "cookie")
_OF_MAIL = (" wrote:", "_" * 20, "-" * 20, "from:")
_BEGIN_MAIL = frozenset("-_oOfF*")
"""With what a line begins below which quoted mail stands."""
_MESSAGE, _MESSAGES = " message", ("original message", "forwarded message")
_FEEDBACK_REACH = 40
_LONG, _END = 60_000, 20_000
"""Characters beyond which a text is no page with furniture around it, but may have some at its
ends: what stands in the midst of it is a book's own headings."""
_HEAD_LINES = 4


def chrome(plain: str, *, mail: bool = False) -> tuple[Span, ...]:
    """The spans of a folded text that are furniture or quoted mail.

    `mail`: what it quotes has been told apart already by the mail's own reader.
    """
    found = []
    if "[" in plain and "[bookmark: " in plain:
        found += [Span(m.start(), m.end()) for m in _BOOKMARK.finditer(plain)]
    low = lowered(plain)
    if "isible links" in plain:
        found += [Span(m.start(), m.end()) for m in _LINKS_BELOW.finditer(plain)]
    if path := _NUMBERED_PATH.search(plain, 0, _PATH_REACH):
        found.append(Span(*path.span()))
    found += _furniture(plain, low)
    found += _feedback(plain)
    return tuple(found) if mail else (*found, *_quoted_mail(plain, low))


def _furniture(plain: str, low: str) -> list[Span]:
    """The lines that are a page's furniture: those at both ends of a text that is very long."""
    if len(low) <= _LONG:
        return _furniture_in(plain, low, 0)
    head, foot = low.find("\n", _END), low.rfind("\n", 0, len(low) - _END) + 1
    if not 0 <= head < foot:
        return _furniture_in(plain, low, 0)
    return [*_furniture_in(plain, low[:head], 0), *_furniture_in(plain, low[foot:], foot)]


def _furniture_in(plain: str, low: str, start: int) -> list[Span]:
    """The same of a part that begins at `start`; only lines that may be are looked at closely."""
    lower = low.split("\n")
    begun = list(map(itemgetter(slice(_FIRST)), lower))
    likely = {own for own in set(begun) if own in _BEGINNINGS_FIRST or own[:1] in _MARKED}
    may_be = [
        n
        for n in compress(range(len(lower)), map(likely.__contains__, begun))
        if lower[n].lstrip(_MARKS).startswith(_BEGINNINGS)
    ]
    within = any(word in low for word in _ANYWHERE)
    if not may_be and not within:
        return []
    ends = list(map(add, accumulate(map(len, lower)), range(start, start + len(lower))))
    rows = [Span(ends[n] - len(row), ends[n]) for n, row in enumerate(lower)] if within else []
    found = {row for row in rows if _FURNITURE_WITHIN.search(_bare(plain, row))}
    for n in may_be:
        row = Span(ends[n] - len(lower[n]), ends[n])
        if _FURNITURE.match(_bare(plain, row)):
            found.add(row)
    return sorted(found)


def _bare(plain: str, row: Span) -> str:
    """A line without marks around it; a long one's beginning."""
    return row.of(plain).strip(_MARKS)[:400]


def _feedback(plain: str) -> list[Span]:
    """A feedback form at the end of a page, with everything below it."""
    start = len(plain)
    for _ in range(_FEEDBACK_REACH):
        start = plain.rfind("\n", 0, max(0, start - 1)) + 1
        if not start:
            break
    rows = list(lines(plain[start:]))
    for row in rows[-_FEEDBACK_REACH:]:
        if _FEEDBACK.match(row.of(plain[start:]).strip(_MARKS)):
            return [Span(start + row.start, len(plain))]
    return []


def _may_hold_mail(low: str) -> bool:
    if any(word in low for word in _OF_MAIL):
        return True
    return _MESSAGE in low and any(word in low for word in _MESSAGES)


def _quoted_mail(plain: str, low: str) -> list[Span]:
    quoted = _not_within(plain)
    if not _may_hold_mail(low):
        return quoted
    written = [row for row in lines(plain) if row.of(plain).strip()]
    for index, row in enumerate(written):
        if index >= _HEAD_LINES and _begins_mail(plain, written, index):
            return [*quoted, Span(row.start, len(plain))]
    return quoted


_MOST_WITHIN = 15
_WROTE = re.compile(r"\bwrote\s*:\s*$|\bmessage\W*$", re.IGNORECASE)


def _not_within(plain: str) -> list[Span]:
    """The quoted lines; of those that the letter sets among its own, to answer them, the marks."""
    found: list[Span] = []
    for run in _quoted_runs(plain):
        above, below = _line_before(plain, run[0].start), _line_after(plain, run[-1].end)
        line = below.of(plain)
        within = above and not _WROTE.search(above) and any(map(str.isalnum, line))
        if within and len(run) <= _MOST_WITHIN and _GOES_ON.search(plain, below.start):
            marks = (_QUOTED.match(one.of(plain)) for one in run)
            ends = (met.end() if met else 0 for met in marks)
            found += [Span(one.start, one.start + end) for one, end in zip(run, ends, strict=True)]
        else:
            found += run
    return found


def _quoted_runs(plain: str) -> Iterator[list[Span]]:
    """The quoted lines with nothing written between them."""
    run: list[Span] = []
    at = plain.find(">")
    while at >= 0:
        start = plain.rfind("\n", 0, at) + 1
        end = _line_end(plain, at)
        if _QUOTED.match(plain, start, end):
            row = Span(start, end)
            if run and plain[run[-1].end : start].strip():
                yield run
                run = []
            run.append(row)
        at = plain.find(">", end)
    if run:
        yield run


def _line_end(plain: str, at: int) -> int:
    end = plain.find("\n", at)
    return end if end >= 0 else len(plain)


def _line_before(plain: str, start: int) -> str:
    """The last written line above a place where a line begins; empty where there is none."""
    while start > 0:
        end = start - 1
        start = plain.rfind("\n", 0, end) + 1
        line = plain[start:end]
        if line.strip():
            return line
    return ""


def _line_after(plain: str, end: int) -> Span:
    """The first written line below a place where a line ends; the text's end where none is."""
    while end < len(plain):
        start, end = end + 1, _line_end(plain, end + 1)
        if plain[start:end].strip():
            return Span(start, end)
    return Span(len(plain), len(plain))


def _begins_mail(plain: str, rows: list[Span], index: int) -> bool:
    line = rows[index].of(plain).strip()
    if line[0] not in _BEGIN_MAIL:
        return False
    following = [r.of(plain).strip() for r in rows[index + 1 : index + 4]]
    after = following[0] if following else ""
    if _MAIL_BELOW.match(line):
        # A ruled line alone is a signature's; above mail headers it begins the mail below.
        return not line.startswith("_____") or bool(_MAIL_FROM.match(after))
    if _RULED.fullmatch(line):
        to = _TO_THE_SENDER.fullmatch(after)
        return to is not None and rows[0].of(plain).strip().startswith(f"{to['who']},")
    return bool(_MAIL_FROM.match(line)) and sum(bool(_MAIL_NEXT.match(f)) for f in following) >= 2
