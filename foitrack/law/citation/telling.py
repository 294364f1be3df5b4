"""Sentences that tell or ask of the law without relying on it: "an authority which relies on …"."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.anchors import Keyword
from foitrack.law.citation.numbering import Numbering
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings

_ANY_AUTHORITY = later(
    r"\b(?:an?|any|every|each)\s+(?:public\s+)?authority\s+(?:which|that|who|relies|relying|may|must|can"
    r"|wishes|wishing|has|is|seeking)\b",
    re.IGNORECASE,
)
_SAMPLE = later(
    r"\b(?:such\s+as|for\s+(?:example|instance)|e\.?g\.?|including|like)[\s,:]+(?:the\s+\w+\s+(?:in|at|under)\s+)?"
    r"(?:\w+\s\d+\w?(?:\s?\([^()\n]{1,40}\))*\s?(?:,|and|or)?\s?){0,4}$",
    re.IGNORECASE,
)
"""What may come is named by way of example: "exemptions such as section 31"."""
_MAY = later(
    r"\b(?:may|might|could|would|can)\b(?!\s+not\b)|\b(?:in\s+future|future|next|narrowed|refined|new|fresh"
    r"|revised|any)\s+(?:\w+\s+)?(?:requests?|answers?|scope)\b",
    re.IGNORECASE,
)
_MAY_AFTER = later(
    r"[^.;\n]{0,40}?\b(?:may|might|could|would)\s+(?:\w+\s+)?(?:be\s+)?"
    r"(?:consider|appl|engag|relevant|cite|relied|come)",
    re.IGNORECASE,
)
_ANOTHER = later(
    r"\b(?:narrow(?:ed|er)|refined|revised|new|fresh|future|further|smaller)\s+(?:\w+\s+)?requests?\b[^.;]{0,80}?\b(?:may|might|could|would)\b",
    re.IGNORECASE,
)
_ASKED = later(
    r"\W*(?:\w+\W{1,3}){0,4}?[Yy]ou(?:\s+(?:also|have|had|then|further))*\s+(?:asked?|enquired?|wanted\s+to\s+know"
    r"|wished\s+to\s+know|requested)\b(?:\s+(?:us|for|about|me|to\s+know))*\s+(?:how\s+(?:many|often|much)|whether|if"
    r"|what\s+(?:number|proportion|percentage|share)|the\s+(?:number|total|proportion|percentage)|when|why)\b",
)
_NOW_REFUSED = later(
    r"[,;]\s(?:which|that|this|these|but|and|however)\b|\b(?:is|are|was|were|being)\s+(?:\w+\s+){0,2}?(?:exempt|withheld|refused)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\W*(?:\w+\W{1,3}){0,4}?how\s+(?:many|often|much)\b", re.IGNORECASE)
_IF = later(
    r"\W*(?:If|Should|Were|Where|In\s+the\s+event\s+that|Even\s+if)\s+(?:you|your|the\s+(?:work|request|search|task|cost|time)"
    r"|anyone|any|a|such|someone|we\s+(?:were|had|did)|it\s+(?:were|had|did)|this\s+(?:were|had))\b"
    r"|\W*You\s+(?:asked?|ask\s+us|wonder(?:ed)?|want\s+to\s+know)\b[^.;]{0,60}\b(?:whether|if)\b",
    re.IGNORECASE,
)
_WE_WOULD = later(
    r"\b(?:could|would|might|may)\s+(?:\w+\s+){0,3}?(?:refus|withh|appl|rel[yi]|cit|consider|invok|us[ei]|turn|need)"
    r"\w*(?:\s+[\w'’]+){0,5}\s+$|\bwhether\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_WOULD_HAVE = later(
    r"\b(?:would|could|might)\s+(?:otherwise\s+|then\s+|also\s+|well\s+)?have\s+(?:(?!to\b)\w+\s+)?"
    r"(?:(?:been\s+(?:able|entitled|minded|free|obliged)|had|needed)\s+to\s+(?:cite|invoke|refuse"
    r"|withhold|apply|use|consider|rely|claim)|cited|invoked|refused|withheld|applied|used|considered"
    r"|relied|claimed|turned)\b(?:\s+[\w'’]+){0,6}?\s+$",
    re.IGNORECASE,
)
_IT_WOULD = later(
    r"\s(?:would|might|may|could)\s+(?:\w+\s+)?(?:apply|be\s+(?:engaged|relied|cited|applied|used))\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\bh[eo]ld\b|\bexists?\b", re.IGNORECASE)
_EXEMPT_BY = later(
    r"\bexempt(?:\s+information)?(?:\s+from\s+disclosure)?\s+(?:by\s+virtue\s+of|under)\s*"
    r"(?:sub[-‐‑–]?\s?sections?\s*)?$",
    re.IGNORECASE,
)


def why_only_told(around: Surroundings, run: Run) -> str | None:
    """Why a run stands in a sentence that relies on nothing; None where it may."""
    if around.quotations.holds(run.start):
        return "the requester's own words, repeated"
    start, end = around.sentences.around(run.start, run.end)
    before, sentence = around.text[start : run.start], around.text[start:end].rstrip()
    if _ANY_AUTHORITY.search(before):
        return "the text tells what the law asks of any authority"
    if sentence.endswith("?") and _HOW_MANY.match(sentence):
        return "the text asks how often it was used"
    if _ASKED.match(sentence) and not _NOW_REFUSED.search(before):
        return "the text repeats what was asked"
    if _ANOTHER.search(before) or (_SAMPLE.search(before) and _may_come(around, run, before)):
        return "the text tells what may apply another time"
    if _WOULD_HAVE.search(before) and not _HELD.search(sentence):
        return "the text tells what would have been done, not what is"
    if _IF.match(sentence) and not _HELD.search(sentence):
        # Not "if held, it would be exempt under": that neither confirms nor denies.
        after = around.text[run.end : run.end + 60]
        if _WE_WOULD.search(before) or _IT_WOULD.match(after):
            return "the text tells what would happen, not what is done"
    return None


def _may_come(around: Surroundings, run: Run, before: str) -> bool:
    """Whether an example is of what may come: the mood stands before it or after it."""
    return bool(_MAY.search(before) or _MAY_AFTER.match(around.text[run.end : run.end + 90]))


def defines_denial(text: str, before: Run, run: Run, numbering: Numbering) -> bool:
    """Whether a run only says which exemption a duty to confirm or deny depends on.

    FOIA s30(3) in its own words: "exempt by virtue of subsection (1) or (2)".
    """
    if run.anchor.keyword is not Keyword.DEPENDENT or not numbering.is_denial(before.last):
        return False
    return _EXEMPT_BY.search(text[max(0, run.start - 60) : run.anchor.number_at]) is not None
