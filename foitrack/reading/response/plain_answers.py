"""Answers in plain words beneath the questions they answer: “Yes.”, “None”, “£18,440”."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Prose, Span, paragraphs, sentences
from foitrack.reading.response.figure_phrases import NOT_FIGURES
from foitrack.reading.response.request_rows import SENTENCE, asking, bare_item
from foitrack.reading.response.signs import Sign, signals
from foitrack.reading.response.voices import asks, names_a_wish

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty)"
)
_PLAINLY = phrases(
    r"(?:a\d{0,2}\s?[:.)-]\s?)?(?:yes|no|none|nil|zero)(?:$|[.,;:!]|\s-|\s\()",
    r"(?:in |for )?(?:19|20)\d\d(?:[/-]\d{2,4})?\s?[:-]\s?(?:none|nil|£?\d|" + _COUNT + r"\b)",
    r"(?:about |around |approximately |c\.? ?)?£\s?\d[\d,.]*(?:m|k|bn| million| billion)?(?:$|\W)",
    r"\d[\d,]* (?!month|year|calendar|financial|working)[a-z]+ (?:[a-z]+ ){0,2}(?:were|was|have|"
    r"had|has|are|is|did)\b[^?]*$",
    r"(?:\d{3,}|\d{1,3}(?:,\d{3})+)\.(?: [A-Z][^?]*)?$",
    r"\d[\d,.]*%?$|\d[\d,]* (?!month|year|calendar|financial|working)[a-z]+\b[^?]{0,80}$",
    _COUNT + r"(?:$|[.,;]| (?:in all|in total|altogether)\b| [a-z]+ (?:were|was|have|had|in)\b)",
)
AGAINST = {
    Sign.REFUSED,
    Sign.NOT_HELD,
    Sign.NCND,
    Sign.COST,
    Sign.VEXATIOUS,
    Sign.REPEATED,
}
"""What a sentence that answers does not say."""
_EDGES = " \t*_#>\"'•·-"
_LONGEST_QUESTION = 600


def replies_plainly(line: str) -> bool:
    """Whether a line answers a question in the fewest words."""
    return not line.rstrip(_EDGES).endswith("?") and bool(_PLAINLY.match(line))


_INLINE = re.compile(r".*\?(?:\W{1,4}|\s{3,40})(?=\S)", re.DOTALL)
_APART = re.compile(r"\?(?:\s{3,}|\t)")
"""A question and its answer set in two columns."""


_THEIRS = re.compile(
    r"(?:The|Our|This) (?:Trust|Council|Force|Constabulary|University|College|School|Department|"
    r"Board|Agency|Authority|Service|Commission|Police|Ministry|Office)(?:'s)? (?:do(?:es)? not|"
    r"ha[sd]|is|are|was|were|holds?|uses?|employs?|records?|operates?|offers?|funds?|spent|paid|"
    r"issued|owns?|follows?|currently|also|only)\b"
)
_ITEM_NUMBER = re.compile(r"\W{0,4}(?:q(?:uestion)?\s?)?\d{1,2}\s?[.):]\s", re.IGNORECASE)


def _after_a_wish(line: str) -> str:
    """What follows a wish on its own line (“The number of … . The Trust has …”)."""
    first, *rest = SENTENCE.split(line)
    if not (rest and asking(first) and _ITEM_NUMBER.match(line)):
        return ""
    for number, sentence in enumerate(rest):
        if _THEIRS.match(sentence):
            answer = rest[number:]
            asks_on = any(one.endswith("?") or asks(one) for one in answer)
            return "" if asks_on else line[line.index(sentence) :]
    return ""


def inline_reply(line: str) -> str:
    """What follows a question on its own line, where it replies; else nothing."""
    if reply := _after_a_wish(line):
        return reply
    asked = _INLINE.match(line)
    rest = line[asked.end() :].strip(_EDGES) if asked else ""
    apart = asked is not None and _APART.search(asked[0][-45:])
    if rest.rstrip(_EDGES).endswith("?"):
        return ""
    return rest if rest and (apart or replies_plainly(rest) or any(signals(rest))) else ""


def find_plain_answer(prose: Prose) -> Span | None:
    """The first reply in plain words below a question, that refuses nothing; None without one."""
    asked, number = False, 0
    for row in paragraphs(prose.own):
        line = row.flat(prose.own).strip(_EDGES)
        if _ASKED_BACK.search(line):
            asked = False
            continue
        begins = _BEGINS.match(line)
        listed = begins is not None and 0 < number == int(begins[0]) - 1
        replies = (asked and not listed and replies_plainly(line)) or inline_reply(line)
        told = replies and row.of(prose.said).strip()
        if told and not {one.sign for one in signals(row.of(prose.said))} & AGAINST:
            return row
        wishes = _ITEM_NUMBER.match(line) is not None and names_a_wish(bare_item(line))
        asked = (line.endswith("?") or wishes) and len(line) < _LONGEST_QUESTION
        number = int(begins[0]) if begins else 0
    return None


_BEGINS = re.compile(r"\d{1,2}(?= +[A-Z])")
"""The number of a question, and of the next: no answer to it."""
_ASKED_BACK = phrases(
    r"\b(?:would|do|did) you (?:be (?:content|happy|satisfied)|mean|want|prefer|wish|like)\b.*\?"
)
"""A question of the authority's own."""
_FACT = phrases(
    r"\b(?:was|were|is|are) (?:nil|none|zero)\b",
    r"\banswers? (?:to|is)\b.{0,40}\b(?:is|are) (?:yes|no|none|nil)\b|^\W*(?:yes|no)[,;] ",
    r"\bthere (?:is|are|was|were|has been|have been|had been) (?:about |only |just )?(?:none|no|"
    + _COUNT
    + r")\b",
    r"\b(?:was|were|is|are|had|have|has|came|comes|paid|spent|costs?|bought|holds?|owns?|employs?|"
    r"went|gave|took|made|ran|sold|sent|dealt|built|saw|met|won|lost|rose|fell|"
    r"[a-z]{3,}ed)\b"
    r"[^.]{0,60}?[ £]\d",
    r"^\W*£?\d[\d,.]* [a-z]+\b.{0,60}\b(?:was|were|is|are|had|have|has|came|[a-z]{3,}ed)\b",
    r"[:;,] ?[a-z]+(?: [a-z]+){0,3} \d[\d,.]*(?=[,;.])",
)
_NO_FACT = phrases(
    r"\b(?:request\w*|ref|reference|received|dated|days?|months?|weeks|hours|minutes|tel|telephone|"
    r"phone|acts?|sections?|regulations?|e-?mails?|reviews?|complain(?:ed|ing)?|(?:your|a|"
    r"any) complaint|commissioner|"
    r"fees?|"
    r"charges?|"
    r"within|repl(?:y|ies|ied)|respond\w*|wrote|letter|limit|you|if|would|may|might|page)\b|@|"
    r"www|http"
)


def find_fact(said: str) -> Span | None:
    """The first sentence that states a plain fact in figures; None where none does.

    In a letter that answers and refuses nothing, such a fact is what was asked for.
    """
    for span in sentences(said):
        flat = _LEAD.sub("", _NUMBERS.sub(" ", " ".join(span.of(said).split())))
        if _NO_FACT.search(flat) or flat.endswith("?"):
            continue
        if _FACT.search(NOT_FIGURES.sub(" ", flat)) or _FACT_BY_YEAR.match(flat):
            return span
    return None


def find_fact_before(said: str, first: int, *, other_number: bool = False) -> Span | None:
    """A plain fact that stands above what is refused; None where none does.

    How much is held, or exempt, is no answer to what was asked. `other_number`: it counts only
    where the refusal stands under a number of its own (figures reckon what answering costs).
    """
    above = said[:first]
    found = find_fact(above)
    if found is not None and other_number and not _NUMBER.search(above, found.end):
        return None
    if found is None or _OF_WHAT_IS_HELD.search(_LEAD.sub("", fact := found.flat(above))):
        return None
    # A letterhead's line has figures too.
    letterhead = _SUBJECT.match(fact) or _TELEPHONE.search(fact)
    return found if _WHOLE.search(fact) and not letterhead else None


_NUMBER = re.compile(r"^\W{0,4}(?:(?:q|question|part|point|item)\s?)?\d{1,2}\s?[.):-]", re.I | re.M)
_NUMBERS = phrases(r"\b(?:questions?|parts?|points?|items?|q) ?\d+(?:(?:, | and | & |-)\d+)*")
_WHOLE = re.compile(r"[.;:!\d]\W*$")
_SUBJECT = re.compile(
    r"\W*(?:subject|sent|from|to|re|keywords?|title|date|our ref|ref)\b\W*:", re.IGNORECASE
)
_TELEPHONE = re.compile(r"\(?\b0\d{2,4}\)? ?\d{3,4} ?\d{3,4}\b|\+44")
_LEAD = phrases(
    r"^.{0,80}\b(?:(?:can|able to|pleased to|happy to|now) )?(?:tell|advise|inform|confirm|say|"
    r"let you know|found|established)(?: to)?(?: you)? that (?=[a-z£\d])",
    r"^in (?:answer|response|reply|relation|respect|regard) (?:to|of) [^,.]{3,60}, ",
)
_OF_WHAT_IS_HELD = phrases(
    r"\b(?:(?<!been )(?<!were )held?|holds?|located?|found|identified|exempt\w*|withheld|"
    r"refus\w+|scope|records?|"
    r"documents?|papers?|files?|pages?|e-?mails?|copies|copy|publish\w*|search\w*|asked|sought)\b"
)
_FACT_BY_YEAR = phrases(r"\W*(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?[\s:-]+£?\d")
