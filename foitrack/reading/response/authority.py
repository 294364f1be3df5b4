"""Which authority wrote a letter: from what it says of itself, not of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.law.authorities import Directory
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, flowing, lines
from foitrack.reading.response.authority_phrases import (
    AFTER,
    AS_AN_ADDRESS,
    AT_CLOSE,
    BEFORE,
    CALLED,
    COMPANY,
    GIVEN_A_SHORT_NAME,
    HEAD_OFFICE,
    IN_A_SENTENCE,
    IN_HEAD,
    IN_MESSAGE,
    IN_TITLE,
    ITSELF,
    NAME_LINE,
    NAMED,
    NEVER,
    NOT_ALONE,
    NOT_OURSELVES,
    OF_OTHERS,
    OFFICE,
    OFFICE_OF,
    OFTEN_NAMED,
    OTHER_CLAUSE,
    OWN_PLACES,
    REVIEW_ASKED,
    REVIEW_SENT_TO,
    SENT_ON,
    TITLE,
    TOP,
    WITH_ADDRESS,
)
from foitrack.reading.response.message_heads import find_sender
from foitrack.reading.response.organisations import as_title, find_organisations
from foitrack.reading.response.own_kind import goes_by_initials
from foitrack.reading.response.page_bars import without_bars
from foitrack.reading.response.standing import Standing, find_standing
from foitrack.reading.response.weighing import Mention, writer_among

_HEAD, _FOOT = 14, 16
_TITLES = 2
"""A sheet's name may stand above its title."""
_LONGEST_NAME_LINE = 30
_LONGEST_LINE = 300
_REVIEW_REACH = 500
_ABOVE_ITS_ADDRESS = later(
    r"[ \t*]*\n[^\n:]{0,90}\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}[ \t.*]*$", re.MULTILINE
)
_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")


def find_authority(text: str, said: str, directory: Directory) -> Finding | None:
    """The authority that answers; None where the letter does not say.

    Its name is the directory's where that has it, else as printed. Letterhead, close and what
    the letter says of itself count for a body; being spoken of, or to be asked, does not.
    """
    said = without_bars(said, directory)
    standing = (*_sender(said, directory), *_standing(text, said, directory))
    mentions = (*standing, *_mentions(said, directory))
    writer = writer_among(mentions, text, said, directory)
    if writer is None:
        return None
    winner, sure = writer
    return Finding(
        "authority",
        winner.name,
        " ".join(winner.span.of(text).split()),
        Place(start=winner.span.start, end=winner.span.end),
        winner.why,
        certainty=Certainty.FOUND if sure else Certainty.CHECK,
    )


def _sender(said: str, directory: Directory) -> Iterator[Mention]:
    """The body that the head of the message names as its sender."""
    if found := find_sender(said, directory):
        name, known, span = found
        score = 0 if NEVER.search(name) else TOP if known else TITLE + 1
        yield Mention(name, known, span, score, IN_MESSAGE)


def _standing(text: str, said: str, directory: Directory) -> Iterator[Mention]:
    """The names that stand in the letter's head and close; the Commissioner's in the head only,
    and at the close unknown ones only if the letter or what was asked has them too.
    """
    for one in find_standing(_without_marks(said), directory):
        score = TOP if one.top else TITLE
        if one.top and not one.known:
            score = TITLE + 1
        if NEVER.search(one.name) and not one.top:
            score = 0
        if one.close and not one.known:
            score = OFFICE if _again(text, one) else 0
        why = AT_CLOSE if one.close else IN_HEAD
        yield Mention(one.name, one.known, one.span, score, why)


def _again(text: str, one: Standing) -> bool:
    """Whether a name stands somewhere else in the text too."""
    others = text[: one.span.start], text[one.span.end :]
    return any(one.name in " ".join(part.split()) for part in others)


def _mentions(said: str, directory: Directory) -> Iterator[Mention]:
    plain = _without_marks(flowing(said))
    rows = [row for row in lines(plain) if row.of(plain).strip()]
    head = {row.start for row in rows[:_HEAD]}
    foot = {row.start for row in rows[-_FOOT:]}
    ends = {row.start: row.end for row in rows}
    first = rows[0].start if rows else 0
    top = {row.start for row in rows[:_TITLES]}
    taken: list[Span] = []
    for name, span, known in _names(plain, directory, taken):
        start = plain.rfind("\n", max(0, span.start - _LONGEST_LINE), span.start) + 1
        row = Span(start or max(0, span.start - _LONGEST_LINE), ends.get(start, span.end))
        row = Span(row.start, max(span.end, min(row.end, span.end + _LONGEST_LINE)))
        score, why = _scored(plain, span, row, start in head, start in foot, start == first)
        if known and score < TITLE and start in top and _is_title(plain, row, span):
            score, why = TITLE, IN_TITLE
        if not known and why in (IN_HEAD, AT_CLOSE):
            line = _whole_line(plain, row, span)
            if line.end > span.end:
                span = line
                name = " ".join(as_title(span.of(plain)).split())
        often = OFTEN_NAMED.search(name) or (not known and COMPANY.search(name))
        elsewhere = why not in OWN_PLACES and often
        barred = NEVER.search(name) or elsewhere
        yield Mention(name, known, span, 0 if barred else score, why)


def _whole_line(plain: str, row: Span, span: Span) -> Span:
    """A name with what follows it on its own line, where the line is nothing else."""
    line = Span(span.start, row.end - (len(row.of(plain)) - len(row.of(plain).rstrip())))
    alone = not plain[row.start : span.start].strip()
    return line if alone and NAME_LINE.fullmatch(line.of(plain)) else span


def _names(plain: str, directory: Directory, taken: list[Span]) -> Iterator[tuple[str, Span, bool]]:
    for entry, start, end in directory.find_in(plain):
        # "Executive Office" alone is an office of any body, not The Executive Office.
        if entry.name.startswith("The ") and OFFICE_OF.fullmatch(plain[start:end]):
            continue
        taken.append(Span(start, end))
        yield entry.name, Span(start, end), True
    known = sorted(taken, key=lambda span: span.start)
    at = 0
    for name, span in sorted(find_organisations(plain), key=lambda found: found[1].start):
        while at < len(known) and known[at].end <= span.start:
            at += 1
        if at == len(known) or not known[at].meets(span):
            yield name, span, False


def _without_marks(said: str) -> str:
    """Markdown's marks as spaces, so that a bold name reads as a name."""
    plain = said.replace("*", " ").replace("#", " ").replace("_", " ")
    plain = _OF_ALL_IN_WALES.sub(_as_spaces, plain)
    # What a page says in the place of a picture: “Ashdale Council logo”.
    return _LOGO.sub(r"\1     ", plain) if "ogo" in plain else plain


def _as_spaces(met: re.Match[str]) -> str:
    return re.sub(r"\S", " ", met.group())


_OF_ALL_IN_WALES = later(
    r"\bGIG[\s|]+CYMRU[\s|]+NHS[\s|]+WALES\b(?!\s+(?:Shared|Joint|Executive))[ \t]*\|?",
    re.IGNORECASE,
)
"""The mark of every health body in Wales, before the body's own name."""
_LOGO = re.compile(r"^([^\n–-]{3,80}) (?:logo|Logo)(?=[ \t]*$)", re.MULTILINE)


def _scored(
    plain: str, span: Span, row: Span, head: bool, foot: bool, first: bool
) -> tuple[int, str]:
    rest = (plain[row.start : span.start] + plain[span.end : row.end]).strip(" |,.\t-")
    alone = len(rest) <= _LONGEST_NAME_LINE and (
        OFFICE_OF.fullmatch(rest) or not (NOT_ALONE.match(rest) or IN_A_SENTENCE.search(rest))
    )
    # "The Council pays Northgate Council for this.": short, but a sentence.
    told = row.of(plain).rstrip().endswith(".") and len(_SMALL_WORD.findall(rest)) > 1
    if alone and not told and (head or foot):
        return TITLE, IN_HEAD if head else AT_CLOSE
    before = plain[row.start : span.start]
    after = plain[span.end : row.end]
    if (first and re.search(r"[|-]\s*$", before)) or (
        head and (_heads(before, after) or _has_motto(before, after))
    ):
        return TITLE, IN_TITLE
    addressed = foot and not before.strip() and WITH_ADDRESS.match(plain, span.end)
    if addressed or HEAD_OFFICE.search(before):
        return TITLE, AT_CLOSE
    if alone and not rest and _ABOVE_ITS_ADDRESS.match(plain, span.end):
        return OFFICE, "It stands above an address, as on headed paper."
    if CALLED.match(plain, span.end) or goes_by_initials(plain, span):
        return ITSELF, GIVEN_A_SHORT_NAME
    score, why = _by_words(plain, span)
    if score < OFFICE and _takes_reviews(plain, span):
        return OFFICE, "It is where to complain about the answer."
    return score, why


def _is_title(plain: str, row: Span, span: Span) -> bool:
    """Whether a name begins the title of a document: “Ashdale Police: complaints in 2023”."""
    return not plain[row.start : span.start].strip() and bool(_OF_A_TITLE.match(plain, span.end))


_OF_A_TITLE = re.compile(r"(?: [|–-]|:) (?=\w)")


def _has_motto(before: str, after: str) -> bool:
    """Whether a line of the head begins with a name and goes on with a motto."""
    return not before.strip() and _MOTTO.match(after) is not None


_MOTTO = re.compile(r" [|–-] (?=[A-Z][a-z])")


def _heads(before: str, after: str) -> bool:
    """Whether a name begins its page's title: “Ashdale Council - Freedom of Information”."""
    return not before.strip() and _OF_ITS_PAGE.match(after) is not None


_OF_ITS_PAGE = re.compile(
    r"\s*[|–-]\s+(?:freedom of information|foia?\b|disclosure)", re.IGNORECASE
)


def _takes_reviews(plain: str, span: Span) -> bool:
    """Whether a name stands in the address to which complaints about the answer go."""
    if not AS_AN_ADDRESS.match(plain, span.end):
        return False
    before = plain[max(0, span.start - _REVIEW_REACH) : span.start]
    sent = REVIEW_SENT_TO.search(before)
    return bool(sent and REVIEW_ASKED.search(before))


def _by_words(plain: str, span: Span) -> tuple[int, str]:
    """What the words around a name say of it."""
    before = " ".join(plain[max(0, span.start - 160) : span.start].split()) + " "
    before = re.split(r"(?<!\b[a-z])[.;:?!] ", before)[-1]
    after = " ".join(plain[span.end : span.end + 120].split())
    after = re.sub(r"^\([^)]{1,40}\) ?", "", after)
    after = after if plain[span.end : span.end + 1] in ("'", ",") else f" {after}"
    sent_on = SENT_ON.search(before) or NOT_OURSELVES.match(after)
    for score, pattern, why in BEFORE:
        if not sent_on and pattern.search(before):
            return score, why
    if OTHER_CLAUSE.search(before) or NOT_OURSELVES.match(after):
        return 0, ""
    if before.rstrip()[-1:] == "," and plain[span.end : span.end + 1] == ",":
        return OFFICE, "It stands in an address given to write to."
    spoken_of = OF_OTHERS.search(before)
    for score, pattern, why in AFTER:
        if pattern.match(after) and (score >= ITSELF or not spoken_of):
            return score, why
    return (0, "") if spoken_of else (NAMED, "It is named in the letter.")
