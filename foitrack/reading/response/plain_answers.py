"""Answers in plain words beneath the questions they answer: “Yes.”, “None”, “£18,440”."""

from __future__ import annotations

from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs
from foitrack.reading.response.signs import Sign, signals

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty)"
)
_PLAINLY = phrases(
    r"(?:a\d{0,2}\s?[:.)-]\s?)?(?:yes|no|none|nil|zero)(?:$|[.,;:!]|\s-|\s\()",
    r"(?:in |for )?(?:19|20)\d\d(?:[/-]\d{2,4})?\s?[:-]\s?(?:none|nil|£?\d|" + _COUNT + r"\b)",
    r"(?:about |around |approximately |c\.? ?)?£\s?\d[\d,.]*(?:m|k|bn| million| billion)?(?:$|\W)",
    r"\d[\d,.]*%?$|\d[\d,]* (?!month|year|calendar|financial|working)[a-z]+\b[^?]{0,80}$",
    _COUNT + r"(?:$|[.,;]| (?:in all|in total|altogether)\b| [a-z]+ (?:were|was|have|had|in)\b)",
)
_AGAINST = {
    Sign.REFUSED,
    Sign.NOT_HELD,
    Sign.NCND,
    Sign.COST,
    Sign.VEXATIOUS,
    Sign.REPEATED,
}
_EDGES = " \t*_#>\"'•·-"
_LONGEST_QUESTION = 600


def replies_plainly(line: str) -> bool:
    """Whether a line answers a question in the fewest words."""
    return not line.rstrip(_EDGES).endswith("?") and bool(_PLAINLY.match(line))


def find_plain_answer(prose: Prose) -> Span | None:
    """The first reply in plain words below a question, that refuses nothing; None without one."""
    asked = False
    for row in paragraphs(prose.own):
        line = row.flat(prose.own).strip(_EDGES)
        told = asked and replies_plainly(line) and row.of(prose.said).strip()
        if told and not {one.sign for one in signals(row.of(prose.said))} & _AGAINST:
            return row
        asked = line.endswith("?") and len(line) < _LONGEST_QUESTION
    return None
