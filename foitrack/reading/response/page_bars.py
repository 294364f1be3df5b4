"""The bars of links that a saved web page has among its lines: their words are nobody's name."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.authorities import Directory
from foitrack.reading.prose import Span, blank, lines

_APART = re.compile(r"\t+| {2,}|[ ]?[|•·›»][ ]?")
_LINK = later(
    r"(?:home|about(?: us)?|contact(?: us)?|news(?: (?:and|&) \w+)?|careers|jobs|search|"
    r"(?:main )?menu|accessibility|cookies|privacy(?: (?:policy|notice))?|site ?map|"
    r"help(?: centre)?|disclaimer|working (?:with|for) us|get involved|visit(?: us)?|"
    r"cymraeg|log ?in|sign in)",
    re.IGNORECASE,
)
_SPACED_ONCE = later(r"\W*Home(?: (?:[A-Z][\w'&-]*|and|&|of|for|with)){1,14}")
_LINK_WORDS = later(r"\b(?:About|News|Contact|Careers|Services|Search|Jobs)\b")
_LEAST, _LONGEST_LINK, _LONGEST = 3, 40, 240
_REACH = 3000
"""How far from either end of a text such bars stand."""


def without_bars(said: str, directory: Directory) -> str:
    """The text with the links of such bars blanked, but for names that the directory has."""
    found: list[Span] = []
    for row in lines(said):
        line = row.of(said)
        near = row.start < _REACH or row.end > len(said) - _REACH
        if not near or len(line) > _LONGEST or not (links := _links(line)):
            continue
        found += [
            Span(row.start + link.start, row.start + link.end)
            for link in links
            if not directory.find_in(link.of(line))
        ]
    return blank(said, found) if found else said


def _links(line: str) -> list[Span]:
    """The links of a line that is such a bar; none where it is something else."""
    if _SPACED_ONCE.fullmatch(line.rstrip()) and len(_LINK_WORDS.findall(line)) > 1:
        return [Span(0, len(line))]
    links: list[Span] = []
    at = 0
    for met in [*_APART.finditer(line), None]:
        end = met.start() if met else len(line)
        if line[at:end].strip():
            links.append(Span(at, end))
        at = met.end() if met else at
    short = all(len(link.of(line).strip()) <= _LONGEST_LINK for link in links)
    told = any(_LINK.fullmatch(link.of(line).strip(" *_#")) for link in links)
    return links if short and told and len(links) >= _LEAST else []
