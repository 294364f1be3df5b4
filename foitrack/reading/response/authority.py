"""Which authority wrote a letter: from what it says of itself, not of others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from foitrack.law.authorities import Directory, DirectoryEntry
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, lines

_BEFORE: tuple[tuple[int, str, str], ...] = (
    (
        5,
        r"(?:thank you for your interest in|(?:on behalf of|signed for) (?:the )?)\s*(?:the )?$",
        "The letter closes in its name.",
    ),
    (
        4,
        r"(?:your (?:request|enquiry|e-?mail|letter)[^.]{0,80} (?:to|received by|by)|(?:submitted|sent|made|addressed) to|received by)\s*(?:the )?$",
        "The request was made to it.",
    ),
    (
        3,
        r"(?:published on|on|visit) the\s*$|(?:information|data|records?) (?:is |are |was )?(?:not )?held by\s*(?:the )?$|(?:here at|within|officers? (?:of|from|in)|employed by|staff (?:of|at))\s*(?:the )?$",
        "It is spoken of as the letter's own body.",
    ),
)
_AFTER: tuple[tuple[int, str, str], ...] = (
    (
        5,
        r"'s? (?:response|reply|answer|decision|handling|position)\b",
        "The answer is called its own.",
    ),
    (
        5,
        r"(?: \([^)\n]{1,40}\))?,? (?:(?:can |do|does|did|has|have|is|are|will|would|currently|therefore|also|hereby|now|wishes to|can now|,)\s?){0,4}(?:not )?(?:able to |unable to )?(?:confirms?|holds?|held|provide|neither|disclose|consider(?:s|ed)?|estimate[sd]?|searched|decided|advises?|apologises?|aims?|refuses?|acknowledges?|located|conducted|record|withhold\w*|relying|applying)\b",
        "It is the one that holds, confirms or refuses.",
    ),
    (
        3,
        r" (?:website|headquarters|HQ|publication scheme|disclosure log|information (?:governance|access|rights|management|compliance)|freedom of information|foi|legal services|data protection|disclosure (?:unit|team|office))\b",
        "Its own office or website is named.",
    ),
    (
        2,
        r" (?:is|are|has|have|was|were|will|does|takes?|only|policy|record)\b",
        "It is spoken of as the letter's own body.",
    ),
)
_BEFORE_RULES = tuple((score, re.compile(p, re.I), why) for score, p, why in _BEFORE)
_AFTER_RULES = tuple((score, re.compile(p, re.I), why) for score, p, why in _AFTER)
_OF_OTHERS = re.compile(
    r"(?:contact|ask|approach|write to|transferr?ed (?:your request )?to|forwarded (?:your request )?to|passed (?:your request )?to|redirect(?:ed)?(?: your request)? to|held by|"
    r"request to|direct(?:ed)? (?:your (?:request|enquiry) )?to|with|from|between|and|or|such as|including|other|against|v\.?|versus|example|unlike|visit|"
    r"former|previously|responsibility of|matter for|enquiries of|appeal to|complain to|complaint to|behalf)\s*(?:the )?$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"information commissioner|^ico$|police chiefs|^npcc$|^acpo|tribunal|independent office for police|^iopc$|^ipcc$|national archives|crown prosecution|college of policing|cabinet office|home office|ministry of justice",
    re.IGNORECASE,
)
_NOT_SOLO = re.compile(r"dear|subject|re:|title|request|foi\b|freedom", re.IGNORECASE)
_MAIL = re.compile(
    r"@((?:[a-z0-9-]{1,60}\.){1,5}(?:uk|org|scot|wales|cymru|gov|com))\b", re.IGNORECASE
)
_HEAD, _FOOT = 14, 16
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class _Mention:
    entry: DirectoryEntry
    span: Span
    score: int
    why: str


def find_authority(text: str, said: str, directory: Directory) -> Finding | None:
    """The authority that answers, matched to the directory; None where the letter does not say.

    Letterhead, close and what the letter says of itself count for a body; being the subject of
    a sentence about another body counts for nothing.
    """
    mentions = _mentions(said, directory)
    if not mentions:
        return None
    scores: dict[str, int] = defaultdict(int)
    best: dict[str, _Mention] = {}
    for mention in mentions:
        name = mention.entry.name
        scores[name] += mention.score
        if mention.score > 0 and (name not in best or mention.score > best[name].score):
            best[name] = mention
    ranked = sorted(best, key=lambda name: (-scores[name], best[name].span.start))
    if not ranked or best[ranked[0]].score < 2 or scores[ranked[0]] < _ENOUGH:
        return None
    rival = scores[ranked[1]] if len(ranked) > 1 else 0
    if rival * 2 > scores[ranked[0]] and best[ranked[0]].score <= best[ranked[1]].score:
        return None
    sure = (
        Certainty.CHECK
        if rival * 3 > scores[ranked[0]] or scores[ranked[0]] < _ENOUGH + 1
        else Certainty.FOUND
    )
    winner = best[ranked[0]]
    printed = " ".join(winner.span.of(text).split())
    place = Place(start=winner.span.start, end=winner.span.end)
    return Finding("authority", winner.entry.name, printed, place, winner.why, certainty=sure)


def _mentions(said: str, directory: Directory) -> list[_Mention]:
    rows = [row for row in lines(said) if row.of(said).strip()]
    head = {row.start for row in rows[:_HEAD]}
    foot = {row.start for row in rows[-_FOOT:]}
    starts = {row.start: row for row in rows}
    found = []
    for entry, start, end in directory.find_in(_without_marks(said)):
        span = Span(start, end)
        line_start = said.rfind("\n", 0, start) + 1
        row = starts.get(line_start, Span(line_start, end))
        found.append(_scored(said, entry, span, row, line_start in head, line_start in foot))
    return found


def _without_marks(said: str) -> str:
    """Markdown's marks as spaces, so that a bold name reads as a name."""
    return said.translate({ord("*"): " ", ord("#"): " "})


def _scored(
    said: str, entry: DirectoryEntry, span: Span, row: Span, head: bool, foot: bool
) -> _Mention:
    if _NEVER.search(entry.name) or _NEVER.search(span.of(said)):
        return _Mention(entry, span, 0, "")
    before = " ".join(said[max(0, span.start - 110) : span.start].split()) + " "
    after = " ".join(said[span.end : span.end + 120].split())
    after = ("" if said[span.end : span.end + 1] in "'" else " ") + after
    for score, pattern, why in _BEFORE_RULES:
        if pattern.search(before):
            return _Mention(entry, span, score, why)
    solo = len((said[row.start : span.start] + said[span.end : row.end]).strip(" *_#|,.\t")) <= 25
    if solo and (head or foot) and not _NOT_SOLO.match(row.of(said).strip(" *_#")):
        return _Mention(
            entry, span, 5, "It stands in the letterhead." if head else "It stands at the close."
        )
    if _OF_OTHERS.search(before):
        return _Mention(entry, span, 0, "")
    for score, pattern, why in _AFTER_RULES:
        if pattern.match(after):
            return _Mention(entry, span, score, why)
    if foot or head:
        return _Mention(
            entry,
            span,
            2,
            "It stands at the head of the letter." if head else "It stands at the close.",
        )
    return _Mention(entry, span, 1, "It is named in the letter.")
