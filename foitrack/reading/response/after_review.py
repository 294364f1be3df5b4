"""What still stands after an internal review, and what of its letter only tells what was before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from foitrack.later import later
from foitrack.law.terms import Review
from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import sentences
from foitrack.reading.response.exemptions import Provisions
from foitrack.reading.response.signs import Signal

_TAKEN_BACK = phrases(
    r"\b(?:withdr(?:a|e)wn?|withdraw(?:ing|s)?|no longer|overturn\w*|"
    r"set(?:ting)? (?:\w+ ){0,4}aside|in error|"
    r"by mistake|mistaken(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|misapplied|never engaged)\b",
    r"\b(?:no|not any) (?:finding|decision|ruling)\b|"
    r"\b(?:need not|no need to|not need to) (?:say|consider|decide|look|deal|go|rule|address)\b",
    r"\bshould not have\b|\bfalls? away\b|\bdrop(?:ped|ping)?\b|\babandon\w*\b",
    r"\b(?:not|n't|cannot|unable to)\b[^.;]{0,60}\b(?:uph(?:o|e)ld|support\w*|endorse\w*|engaged?|"
    r"engages|appl(?:y|ies|ied|icable)|correct(?:ly)?|right|rely|relying|maintain\w*|met|"
    r"made out|justified|properly)\b",
)
_EARLIER = phrases(
    r"^\W*(?:original|first|initial|earlier|previous) (?:decision|response|answer|reply|outcome)"
    r"\W{1,3}(?!was\b)|\b(?:replied|responded|answered) on (?:the )?\d",
    rf"^\W*on (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}(?: \d{{4}})?,? "
    r"(?:we|I|it|you|the \w+)\b",
    r"\b(?:was|were|had been) (?:originally |initially |first |then )?(?:refused|withheld|told|"
    r"exempted|turned down|applied|cited|answered|declined|sent|informed|advised)\b",
    r"\b(?:in|by) (?:our|its|that|the|their|his|her|my) (?:(?:first|original|initial|earlier|"
    r"previous) )*(?:answer|reply|response|letter|decision|refusal|notice)\b",
    r"\b(?:we|it|they|I|the \w+) (?:had |originally |initially |first )*(?:refused|withheld|"
    r"replied|relied|declined|cited|responded|claimed|answered|told you)\b",
    r"\bthe (?:answer|reply|response|reason) (?:given|made|sent) was\b",
    r"\breview of (?:the|our|that|this|its)\b.{0,60}\b(?:decision|response|refusal|reply|answer)\b",
    r"\b(?:which|that) relied (?:up)?on\b|\brelying on\b|\b(?:original|first|initial)ly\b",
)
_CONFIRMS = phrases(
    r"\b(?:uph(?:o|e)ld(?:s|ing)?|maintain(?:s|ed|ing)?|confirm(?:s|ed)?|remains?|continue[sd]?|"
    r"stands?|agree|satisfied|content|correctly|properly|rightly|still)\b"
)
_TAKES_IT_BACK = phrases(
    r"\b(?:withdr(?:a|e)w(?:n|ing)?|no longer|set(?:ting)? aside|dropp?(?:ed|ing)?)\b[^.;]{0,40}"
    r"\b(?:it|this|that|reliance|th(?:is|at) exemption)\b|"
    r"\b(?:it|this|th(?:is|at) exemption) is (?:\w+ )?(?:withdrawn|no longer relied on)\b|"
    r"\b(?:not|never) (?:going to |now )?rely(?:ing)? (?:up)?on (?:it|this|that)\b|"
    r"\bexemption (?:has|is|was) not (?:been )?(?:made out|engaged at all)\b"
)
"""“I withdraw reliance upon it”, of what the sentences before named last."""
_APART = re.compile(r";|,? (?:but|whereas|while|although|however)\b|, and (?=I |we |the )")
_PRINTED = later(
    r"\b(?:sections?|regulations?|ss?|regs?|r)\.? ?(\d+[A-Z]?(?: ?\(\w{1,4}\))*)"
    r"((?:(?:, and|,| and| or| &) ?(?:\d+[A-Z]?(?: ?\(\w{1,3}\))*|\(\w{1,4}\))){0,6})",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\d+[A-Z]?(?: ?\(\w{1,4}\))*|\(\w{1,4}\)")
_LAST_PART = re.compile(r"\(\w{1,4}\)$")


def still_relied_on(provisions: Provisions, said: str, result: Review | None) -> Provisions:
    """The provisions without those that the review took back.

    Where the whole decision fell, what only the earlier answer relied on is gone too.
    """
    if result not in (Review.OVERTURNED, Review.PARTLY_UPHELD):
        return provisions
    rows = [" ".join(span.of(said).split()) for span in sentences(said)]
    says = [_last_said(one.value, rows) for one in provisions.findings]
    replaced = result is Review.OVERTURNED or "stands" in says
    kept = [say != "gone" and not (replaced and say == "earlier") for say in says]
    gone = (one.value for one, keep in zip(provisions.findings, kept, strict=True) if not keep)
    return replace(
        provisions,
        findings=tuple(compress(provisions.findings, kept)),
        kinds=tuple(compress(provisions.kinds, kept)),
        mentioned=tuple(dict.fromkeys((*provisions.mentioned, *gone))),
    )


def now(told: Sequence[Signal], said: str, result: Review | None) -> tuple[Signal, ...]:
    """The signs of what the review does, without those of the answer that it looked at."""
    if result not in (Review.OVERTURNED, Review.PARTLY_UPHELD):
        return tuple(told)
    return tuple(signal for signal in told if not _is_earlier(signal.span.of(said)))


def _is_earlier(sentence: str) -> bool:
    flat = " ".join(sentence.split())
    return bool(_EARLIER.search(flat) and not _CONFIRMS.search(flat))


def _last_said(name: str, rows: Sequence[str]) -> str:
    """What the last clause with a verdict says of a provision: gone, stands, or only earlier."""
    number = name.partition(" ")[2].lstrip("sr")
    verdict, named_last = "earlier", False
    for row in rows:
        clauses = list(_about(number, row))
        if clauses or any(True for _ in _named(row)):
            named_last = bool(clauses)
        elif named_last and _TAKES_IT_BACK.search(row):
            verdict = "gone"
        for clause in clauses:
            if _TAKEN_BACK.search(clause):
                verdict = "gone"
            elif not _is_earlier(clause):
                verdict = "stands"
    return verdict


def _about(number: str, row: str) -> Iterator[str]:
    """The clauses of a sentence that name a provision, or its section."""
    for clause in _APART.split(row):
        if any(one == number or number.startswith(f"{one}(") for one in _named(clause)):
            yield clause


def _named(clause: str) -> Iterator[str]:
    """The numbers that a clause names; “36(2)(b)(i) and (ii)” names two."""
    for first, others in _PRINTED.findall(clause):
        whole = first.replace(" ", "")
        yield whole
        for part in _OTHER.findall(others):
            whole = _LAST_PART.sub(part, whole) if part[0] == "(" else part.replace(" ", "")
            yield whole
