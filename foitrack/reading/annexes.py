"""What is put below every letter to tell of the law: the text of sections, how the Act works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.reading.prose import Span, lines

_LAW = (
    r"(?:sections?|acts?|legislation|regulations?|exemptions?|exceptions?|law|statut\w+|"
    r"provisions?|foia?|freedom of information|information rights)"
)
_HEADING = re.compile(
    r"^[ \t*#_]{0,12}(?:(?:annex|appendix|note)s? ?[A-Z0-9]{0,2} ?[-–:.]? ?)?(?:"
    r"(?:(?:full |relevant )?(?:text|extracts?|wording|copy) (?:of|from) )(?:the )?(?:\w+ ){0,3}"
    rf"{_LAW}|(?:legal|statutory) (?:annex|text|extracts?|provisions|notes?)|"
    rf"(?:the )?(?:relevant|applicable) {_LAW}|(?:the )?legislation|"
    r"(?:explanation|explanatory notes?) (?:of|on) (?:the )?(?:exemptions?|act|foia?|law|eirs?)|"
    r"what the law says|about (?:the )?(?:freedom of information|foi)(?: act)?(?: 2000)?"
    r")(?: [^\n.;]{0,50})?[ \t*_:]{0,6}$|"
    r"^[ \t*#_]{0,12}(?:annex|appendix) ?[A-Z0-9]{0,2} ?[-–:.]? ?(?:(?:text|"
    r"copy) of )?(?:the|your) "
    r"(?:original )?(?:requests?|questions?)\b[^\n.;]{0,50}$",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT = re.compile(
    r"^[ \t*#_]{0,12}(?:(?:annex|appendix|schedule|table) ?[A-Z0-9]{1,2}\b|yours (?:sincerely|"
    r"faithfully|truly)|(?:kind |best )?regards|(?:our |the )?(?:response|answers?|reply)\W{0,3}$|"
    r"(?:your |the )?(?:complaints?|rights?|internal reviews?|reviews?|appeals?)\b[^\n]{0,60}$|"
    r"(?:if|are|should) you (?:are |feel |remain )?(?:un|not |dis)|"
    r"dear\b|from:)",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_AND_VALUE = re.compile(
    r"\s{1,12}(?:eirs?|foia?|foisa|eisrs?|dpa|(?:freedom of|environmental) information[^\n]{0,40}|"
    r"data protection[^\n]{0,30})[ \t*]*\n\s{0,12}"
    r"(?!sections?\b|regulation|part\b|[\d(])[^\n]{1,40}\n",
    re.IGNORECASE,
)
"""“Legislation: EIR” among a page's data on a request, each on a line of its own."""
_LEAST_BEFORE = 300
"""Characters of a letter that must stand above its annex."""
_LONG, _END = 60_000, 20_000
"""Characters beyond which only the end is looked at."""


def annexes(text: str) -> Iterator[Span]:
    """The annexes that only tell of the law, each down to the next part of the document."""
    at = max(_LEAST_BEFORE, len(text) - _END if len(text) > _LONG else 0)
    while (met := _HEADING.search(text, at)) is not None:
        if _LABEL_AND_VALUE.match(text, met.end()):
            at = met.end()
            continue
        following = _NEXT.search(text, met.end())
        at = following.start() if following else len(text)
        yield Span(met.start(), at)


_RECITES = re.compile(
    r"^[^\n]{0,160}\b(?:section|regulation|s\.|reg\.) ?\d[^\n]{0,80}\b(?:states?|provides?|says|"
    r"reads)\b[^\n]{0,40}:[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 4_000
_SUBSECTION = re.compile(r"[ \t\"'*>]{0,12}(?:\(\w{1,4}\)|[a-h]\))[ \t]")


def recited(text: str) -> Iterator[Span]:
    """The subsections that stand below “Section 31 of the Act states:”, as the Act has them."""
    for met in _reciting(text):
        end = met.end()
        goes_on = False
        below = text[met.end() + 1 :][:_LONGEST]
        for row in lines(below):
            line = row.of(below)
            if _SUBSECTION.match(line) or (goes_on and line.strip()):
                end = met.end() + 1 + row.end
                goes_on = line.rstrip()[-1:] not in ".:"
            elif line.strip():
                break
            else:
                goes_on = False
        if end > met.end():
            yield Span(met.end(), end)


def _reciting(text: str) -> Iterator[re.Match[str]]:
    """The lines that lead into an Act's words; looked for by their colon, as few lines end so."""
    at = text.find(":")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        if text[start:end].rstrip(" \t*").endswith(":") and (met := _RECITES.match(text, start)):
            yield met
        at = text.find(":", end)
