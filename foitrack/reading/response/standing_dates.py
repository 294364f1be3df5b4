"""The day of an answer where nothing names it: a date that stands alone at the head or the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from foitrack.later import later
from foitrack.reading.dates import PrintedDate
from foitrack.reading.prose import Span, lines

_SALUTATION = re.compile(r"^[ \t*]{0,8}dear\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^\**(?:sent|date):\**\s", re.IGNORECASE)
_SIGN_OFF = later(r"\byours (?:sincerely|faithfully|truly)|\b(?:kind|best) regards", re.IGNORECASE)
_HEAD_LINES, _BELOW_DEAR, _HEADING = 30, 3, 90
_RULE = " \t*_|,./"
_OF_PAGE = later(
    r"\W*(?:(?:first |date |last |page )?(?:published|updated|modified|reviewed|uploaded|posted)"
    r"|(?:page )?last (?:updated|published))\b[\w ]{0,12}:?.{0,40}",
    re.IGNORECASE,
)
"""The day on which a page was put up or changed is not the letter's."""
_LABEL = later(
    r"(?:sent|issued|(?:(?:our )?(?:response|reply|answer|letter) )?dated?) ?(?:on)?:?|"
    r"our (?:response|reply|answer|letter) of|"
    r"(?:by|via|sent by) (?:e-?mail|post)(?: (?:only|to))?:?",
    re.IGNORECASE,
)
_AFTER_ALONE = later(
    r"$|(?:\W{0,3}(?:dear|(?:our |your |my )?ref\w*|by e-?mail|via e-?mail)\b)", re.IGNORECASE
)
_CELL = re.compile(r"\t+| {3,}|\|")
_PLACE = re.compile(r"(?:[A-Z][\w'-]+ ?){1,3},\s?")
_REFERENCE = later(
    r"(?:(?:our |my |case |foi )?ref(?:erence)?(?: (?:no|number))?|foi|eir|"
    r"(?:(?:foi|eir|information) )?(?:request|case)(?=\s?:))"
    r"\W{0,3}(?:[A-Z]{2,6} )?\S*\d\S*(?: \(\w{2,12}\))?",
    re.IGNORECASE,
)
"""A page may have set the reference and the date apart; its text keeps one space between."""
_CODE = later(r"(?:Dear [\w/ .]{2,30},\s)?(?:[A-Z]{2,6} )?(?=[\w./-]*[A-Z/])[\w./-]*\d[\w./-]*")
"""A number with letters or strokes in it, that stands without a label at the head."""
_OTHER_COLUMN = later(
    r" (?!.*\b(?:Meeting|Minutes|Request|Report|Incident|Election|Board|Review)\b)"
    r"[A-Z][\w'-]*(?: [A-Z\d][\w'-]*){0,3}[ \t]*"
)
"""An address may have stood beside the date; its text keeps one space between."""
_TOP_LINES = 12
_GOES_ON = later(
    r"[^\n]{20}\b(?:by|on|of|or|and|to|until|before|after|from|dated|in|the|since|at|for|with|"
    r"than|is|was|between|due)"
    r"\n\Z"
)
"""A sentence broken just before the date, which begins a line by chance."""
_FOOT_LINES = 12
_PROSE, _TITLE = 60, 110
_FAR = re.compile(r"(?:\t| {6,}|\|)[\s*_|]*$")
_NAMES = re.compile(r"\W*[A-Z][\w&'.-]*(?:,? (?:[A-Z][\w&'.-]*|of|and|for|the|in|on|&))+,? {3,}")
"""Who sent it, with the day at the line's end: “Information Team, Ashdale Council    3 May”."""


def standing_alone(
    said: str, printed: Sequence[PrintedDate], taken: Set[int] = frozenset()
) -> tuple[PrintedDate, str] | None:
    """The date alone in its line or cell above the letter's text, or else below it.

    `taken`: where dates begin that are known to be of something else.
    """
    rows = [row for row in lines(said) if row.of(said).strip()]
    begins = _below_the_asker(said, rows, printed)
    rows = [row for row in rows if row.start >= begins]
    head = _head_end(said, rows, begins)
    closing = max((m.start() for m in _SIGN_OFF.finditer(said)), default=len(said))
    foot = {row.start for row in rows[-_FOOT_LINES:]}
    alone = [one for one in _alone(said, rows, printed) if one[1].start not in taken]
    above = [(one, why) for row, one, why in alone if row.start <= head]
    below = [
        (one, why)
        for row, one, why in alone
        if row.start > head and (row.start > closing or row.start in foot)
    ]
    for where, found in (("head", above), ("foot", below)):
        listed = where == "foot" and len({one.value for one, _ in found}) > 1
        if found and not listed:
            # Below what was asked, that is the answer's which stands nearest to its greeting.
            one, why = found[-1 if begins and where == "head" else 0]
            return one, why or f"It stands alone at the {where} of the letter."
    return None


def _below_the_asker(said: str, rows: Sequence[Span], printed: Sequence[PrintedDate]) -> int:
    """Where the asker's own letter ends that a page prints above the answer; 0 where none is.

    Its words are blank, so that its greeting and its farewell stand with nothing between.
    """
    greeting = _SALUTATION.search(said)
    farewell = greeting and _SIGN_OFF.search(said, greeting.end())
    if not (greeting and farewell and _SALUTATION.search(said, farewell.end())):
        return 0
    between = said[greeting.end() : farewell.start()].partition("\n")[2]
    if between.strip():
        return 0
    below = [row for row in rows if row.start > farewell.start()][:2]
    dated = [row for row in below[1:] if any(row.start <= one.start < row.end for one in printed)]
    return max((row.end for row in (*below[:1], *dated)), default=farewell.end())


def _head_end(said: str, rows: Sequence[Span], begins: int) -> int:
    """Where the last line stands that may bear the letter's date above its text."""
    spoken = _SALUTATION.search(said, begins)
    last = rows[min(_HEAD_LINES, len(rows)) - 1].start if rows else 0
    if spoken is None:
        return last
    # Some set the day below “Dear …”, or below a heading that stands there.
    below = [row for row in rows if row.start > spoken.end()][:_BELOW_DEAR]
    for row in below:
        line = row.of(said).strip()
        if len(line) > _HEADING or line.endswith((".", ",")):
            return min(last, row.start)
    return min(last, below[-1].start if below else spoken.start())


def _alone(
    said: str, rows: Sequence[Span], printed: Sequence[PrintedDate]
) -> Iterator[tuple[Span, PrintedDate, str]]:
    """Each line that is a date and little else, but for lists of dates and the page's own day."""
    above, at = "", 0
    found: list[tuple[int, Span, PrintedDate, str]] = []
    for index, row in enumerate(rows):
        line = row.of(said).strip()
        label, above = above, line
        while at < len(printed) and printed[at].start < row.start:
            at += 1
        inside = [d for d in printed[at : at + 4] if d.start < row.end]
        if not inside or len({d.value for d in inside}) > 1:
            continue
        if _SENT.match(line):
            found.append((index, row, inside[0], "It is the date of the mail."))
            continue
        if _GOES_ON.search(said, max(0, row.start - _PROSE), row.start):
            continue
        labelled = not any(map(str.isdigit, label)) and _OF_PAGE.match(label)
        if _OF_PAGE.match(line) or (labelled and not said[row.start : inside[0].start].strip()):
            continue
        beside = said[row.start : inside[0].start], said[inside[-1].end : row.end]
        if _stands(*(_at_the_head(*beside) if index < _TOP_LINES else beside)):
            found.append((index, row, inside[0], ""))
    places = {index for index, *_ in found}
    for index, row, one, why in found:
        if why or not places & {index - 1, index + 1}:
            yield row, one, why


def _at_the_head(before: str, after: str) -> tuple[str, str]:
    """What shares a date's line at the head, without a number or the address beside it."""
    apart = _OTHER_COLUMN.fullmatch(after) or _CODE.fullmatch(after.strip())
    return "" if _CODE.fullmatch(before.strip()) else before, "" if apart else after


def _stands(before: str, after: str) -> bool:
    """Whether what shares a date's line leaves it alone: other cells, a place, a label."""
    near = _CELL.split(before)[-1].strip(_RULE)
    far = _FAR.search(before) or (not after.strip(_RULE) and _NAMES.fullmatch(before))
    beside = len(" ".join(before.split())) <= (_TITLE if far else _PROSE)
    own = near == "" or any(
        shape.fullmatch(text)
        for shape, text in ((_PLACE, near + ", "), (_LABEL, near), (_REFERENCE, near))
    )
    follows = after.strip(_RULE)
    ends = follows == "" or _CELL.match(after) or _AFTER_ALONE.match(follows)
    ends = ends or _REFERENCE.fullmatch(follows.strip("-– "))
    return bool(beside and own and ends)
