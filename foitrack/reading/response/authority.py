"""Which authority wrote a letter: from what it says of itself, not of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from foitrack.law.authorities import Directory
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, flowing, lines
from foitrack.reading.response.organisations import as_title, find_organisations

CLOSE, TITLE, ITSELF, OFFICE, SUBJECT, NAMED = 6, 5, 5, 3, 2, 1
_IN_HEAD, _AT_CLOSE = "It stands in the letterhead.", "It stands at the close."
_IN_TITLE, _IN_NAME = "The page's title names it.", "The letter closes in its name."
_OWN_PLACES = frozenset((_IN_HEAD, _AT_CLOSE, _IN_TITLE, _IN_NAME))
_BEFORE: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        CLOSE,
        phrases(r"(?:thank you for your interest in|on behalf of|signed for) (?:the )?$"),
        _IN_NAME,
    ),
    (
        ITSELF,
        phrases(
            r"\b(?:your|the|this) (?:recent |foi )?(?:request|enquiry|e-?mail|letter|"
            r"correspondence)\b[^.]{0,110}\b(?:submitted to|sent to|made to|addressed to|reached|"
            r"came to|"
            r"received (?:by|at)|to) (?:the )?$",
            r"\bresponse (?:from|of|by) (?:the )?$",
            r"\breceived (?:by|at|in) (?:the )?$",
            r"\b(?:in which|where|when|which) you ask (?:the )?$",
            r"\bthank you for (?:contacting|writing to|getting in touch with|asking) (?:the )?$",
            r"\b(?:you|applicant|requester|who) (?:have |had )?(?:asked|wrote to|contacted|"
            r"e-?mailed|"
            r"requested (?:from|of)) (?:the )?$",
            r"\bi\.?e\.?,? (?:the )?$",
        ),
        "The request was made to it.",
    ),
    (
        OFFICE,
        phrases(
            r"\b(?:published on|visit|on) the $",
            r"\b(?:here at|(?:every|any)(?:one|body) (?:at|in|within)|officers? (?:of|from|"
            r"within)|employed by|staff (?:of|at|within)|"
            r"employees? of) (?:the )?$",
            r"\b(?:information|data|records?) (?:is |are |was )?(?:not )?held (?:by|"
            r"within) (?:the )?$",
            r"\bwithin (?:the )?$",
        ),
        "It is spoken of as the letter's own body.",
    ),
)
_AFTER: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        ITSELF,
        phrases(
            r"'s? (?:response|reply|answer|decision|handling|position)\b",
            r",? as (?:a|any|every) (?:other )?public (?:authority|body)\b",
            r",? the (?:cost |appropriate |statutory )*limit\b",
            r" (?:has |have |was |did )?(?:received?|replied|reply|responded|respond|answered|"
            r"answer|"
            r"logged|not answer|not reply|not respond|wrote to you)\b",
        ),
        "The answer is called its own.",
    ),
    (
        ITSELF,
        phrases(
            r"(?: \([^)\n]{1,40}\))?,? (?:(?:can|do|does|did|has|have|is|are|will|would|"
            r"currently|therefore|also|hereby|now|wishes to|unable to|able to|"
            r"today),? ){0,4}(?:not )?"
            r"(?:confirms?|holds?|held|provide|neither|completed|disclose|consider(?:s|ed)?|"
            r"estimate[sd]?|searched|decided|advises?|apologises?|aims?|refus(?:es|ing)|"
            r"acknowledges?|located|conducted|withhold\w*|relying|applying|applies|gives an? "
            r"(?:\w+ )?"
            r"response|regrets?|finds|believes|intends|recognises|finished|carried out|identified|"
            r"(?:not|no longer) (?:have|record|collect|log|keep|capture|store|maintain|retain|use|"
            r"publish|operate|monitor|accept)|has no (?:record|information|data|policy|plans))\b"
        ),
        "It is the one that holds, confirms or refuses.",
    ),
    (
        OFFICE,
        phrases(
            r" (?:website|headquarters|hq|publication scheme|disclosure log|"
            r"information (?:governance|access|rights|management|compliance)|"
            r"freedom of information|foi|legal services|data protection|"
            r"(?:central )?disclosure (?:unit|team|office))\b"
        ),
        "Its own office or website is named.",
    ),
    (
        SUBJECT,
        phrases(r" (?:is|are|has|have|was|were|will|does|do|takes?|only|policy|record)\b"),
        "It is spoken of as the letter's own body.",
    ),
)
_OF_OTHERS = phrases(
    r"\b(?:contact|ask|approach|write to|visit|unlike|including|such as|other than|against|"
    r"versus|former|previously|between|from|with|to|and|or|like|by|than) (?:the )?$",
    r"\b(?:responsibility of|matter for|enquiries of|seconded to|appeal to|complain to|"
    r"complaint to|held by|transferr?ed to|passed to|forwarded to) (?:the )?$",
)
_SENT_ON = phrases(
    r"\b(?:forward|pass|transferr?|redirect|refer|(?:we|I) (?:have "
    r")?sen[dt])\w*\b[^.]{0,60}\b(?:on )?to "
    r"(?:the )?$"
)
_OTHER_CLAUSE = phrases(
    r"\b(?:you (?:may|might|could) (?:wish|want|like) to|we suggest|transferred your|redirect|"
    r"seek this from|available from|published by|you asked|you requested)\b[^.]{0,80}$"
)
_NEVER = phrases(
    r"information commissioner|^ico$|(?:first-tier|upper|information|rights) tribunal|^tribunal|"
    r"^court"
)
_OFTEN_NAMED = phrases(
    r"police chiefs|^npcc$|^acpo|independent office for police|^iopc$|^ipcc$|college of policing"
)
"""Bodies that others' letters name: theirs is only a letter that says so."""
_NOT_ALONE = phrases(r"dear\b|subject\b|re:|to:|title|request\b|foi\b|freedom|ref")
_OFFICE_OF = phrases(
    r"(?:[\w&'-]+ ){0,5}(?:team|office|officer|unit|department|section|branch|directorate|"
    r"compliance|"
    r"governance|rights|services|manager|coordinator|co-ordinator|secretariat|centre)$"
)
_NAME_LINE = re.compile(
    r"(?!.*\b(?:Information|Freedom|Office|Team|Department|House|Centre|Headquarters|Hall|Street|"
    r"Road|"
    r"Governance|Legal|Services|Request|Response|Unit|Section|FOI|Disclosure|Log|Chief|Clerk|"
    r"Email)\b)"
    r"[A-Z][\w'&-]+(?: (?:and|of|the|for|&|[A-Z][\w'&-]+)){1,8}"
)
_COMPANY = re.compile(r"\b(?:Limited|Ltd|plc|LLP|CIC)$", re.IGNORECASE)
_CALLED = phrases(
    r" ?\([\"']?the (?:council|trust|service|force|department|university|college|board|authority|"
    r"agency|constabulary|commission|ministry|fund|office|school|company)[\"']?\)"
)
_HEAD, _FOOT = 14, 16
_LONGEST_NAME_LINE = 30
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    known: bool
    span: Span
    score: int
    why: str


def find_authority(text: str, said: str, directory: Directory) -> Finding | None:
    """The authority that answers; None where the letter does not say.

    Its name is the directory's where that has it, else as printed. Letterhead, close and what
    the letter says of itself count for a body; being spoken of, or to be asked, does not.
    """
    scores: dict[str, int] = defaultdict(int)
    best: dict[str, _Mention] = {}
    for mention in _mentions(said, directory):
        scores[mention.name] += mention.score
        if mention.score and (mention.name not in best or mention.score > best[mention.name].score):
            best[mention.name] = mention
    if not best:
        return None
    ranked = sorted(best.values(), key=lambda m: (-m.score, -scores[m.name], m.span.start))
    winner, total = ranked[0], scores[ranked[0].name]
    rivals = [m for m in ranked[1:] if m.score >= winner.score and not _within(m, winner)]
    alone = len(best) == 1 and winner.known and winner.score >= SUBJECT
    if winner.score < OFFICE and not alone:
        return None
    if any(scores[rival.name] * 2 > total for rival in rivals):
        return None
    sure = winner.known and winner.score > OFFICE and not rivals
    return Finding(
        "authority",
        winner.name,
        " ".join(winner.span.of(text).split()),
        Place(start=winner.span.start, end=winner.span.end),
        winner.why,
        certainty=Certainty.FOUND if sure else Certainty.CHECK,
    )


def _within(one: _Mention, other: _Mention) -> bool:
    """Whether one name is a part of the other ("Ashdale Council", "Ashdale District Council")."""
    return set(one.name.lower().split()) <= set(other.name.lower().split())


def _mentions(said: str, directory: Directory) -> Iterator[_Mention]:
    plain = _without_marks(flowing(said))
    rows = [row for row in lines(plain) if row.of(plain).strip()]
    head = {row.start for row in rows[:_HEAD]}
    foot = {row.start for row in rows[-_FOOT:]}
    ends = {row.start: row.end for row in rows}
    first = rows[0].start if rows else 0
    taken: list[Span] = []
    for name, span, known in _names(plain, directory, taken):
        start = plain.rfind("\n", max(0, span.start - _LONGEST_LINE), span.start) + 1
        row = Span(start or max(0, span.start - _LONGEST_LINE), ends.get(start, span.end))
        row = Span(row.start, max(span.end, min(row.end, span.end + _LONGEST_LINE)))
        score, why = _scored(plain, span, row, start in head, start in foot, start == first)
        if not known and why in (_IN_HEAD, _AT_CLOSE):
            line = _whole_line(plain, row, span)
            if line.end > span.end:
                span = line
                name = " ".join(as_title(span.of(plain)).split())
        often = _OFTEN_NAMED.search(name) or (not known and _COMPANY.search(name))
        elsewhere = why not in _OWN_PLACES and often
        barred = _NEVER.search(name) or elsewhere
        yield _Mention(name, known, span, 0 if barred else score, why)


def _whole_line(plain: str, row: Span, span: Span) -> Span:
    """A name with what follows it on its own line, where the line is nothing else."""
    line = Span(span.start, row.end - (len(row.of(plain)) - len(row.of(plain).rstrip())))
    alone = not plain[row.start : span.start].strip()
    return line if alone and _NAME_LINE.fullmatch(line.of(plain)) else span


def _names(plain: str, directory: Directory, taken: list[Span]) -> Iterator[tuple[str, Span, bool]]:
    for entry, start, end in directory.find_in(plain):
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
    return said.translate({ord("*"): " ", ord("#"): " ", ord("_"): " "})


def _scored(
    plain: str, span: Span, row: Span, head: bool, foot: bool, first: bool
) -> tuple[int, str]:
    rest = (plain[row.start : span.start] + plain[span.end : row.end]).strip(" |,.\t-")
    alone = len(rest) <= _LONGEST_NAME_LINE and (
        _OFFICE_OF.fullmatch(rest) or not _NOT_ALONE.match(rest)
    )
    if alone and (head or foot):
        return TITLE, _IN_HEAD if head else _AT_CLOSE
    if first and re.search(r"[|-]\s*$", plain[row.start : span.start]):
        return TITLE, _IN_TITLE
    if _CALLED.match(plain, span.end):
        return ITSELF, "The letter gives it a short name of its own."
    return _by_words(plain, span)


def _by_words(plain: str, span: Span) -> tuple[int, str]:
    """What the words around a name say of it."""
    before = " ".join(plain[max(0, span.start - 160) : span.start].split()) + " "
    before = re.split(r"(?<!\b[a-z])[.;:?!] ", before)[-1]
    after = " ".join(plain[span.end : span.end + 120].split())
    after = re.sub(r"^\([^)]{1,40}\) ?", "", after)
    after = after if plain[span.end : span.end + 1] in ("'", ",") else f" {after}"
    sent_on = _SENT_ON.search(before)
    for score, pattern, why in _BEFORE:
        if not sent_on and pattern.search(before):
            return score, why
    if _OTHER_CLAUSE.search(before):
        return 0, ""
    if before.rstrip()[-1:] == "," and plain[span.end : span.end + 1] == ",":
        return OFFICE, "It stands in an address given to write to."
    spoken_of = _OF_OTHERS.search(before)
    for score, pattern, why in _AFTER:
        if pattern.match(after) and (score >= ITSELF or not spoken_of):
            return score, why
    return (0, "") if spoken_of else (NAMED, "It is named in the letter.")
