"""Puts the stages together: runs, whose they are, and what is relied on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from foitrack.law.citation.anchors import Anchor, Keyword, next_anchor
from foitrack.law.citation.attribution import Attributor
from foitrack.law.citation.denial import affirmed_after, denied
from foitrack.law.citation.elsewhere import Elsewhere
from foitrack.law.citation.naming import Attribution
from foitrack.law.citation.numbering import Numbering, Path
from foitrack.law.citation.run import Run
from foitrack.law.citation.runs import RunReader
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.citation.taken_back import ended, taken_back
from foitrack.law.citation.telling import defines_denial, why_only_told
from foitrack.law.citation.unused import unused
from foitrack.law.terms import Regime

_NEAR = 150
_COMPANY = 200
_JOIN = frozenset(
    ("and", "or", "&", ",", "/", ";", "nor", "plus", "as", "well", "along", "with", "+", "both")
)
# "The relevant purpose is that in subsection (2)(a)" looks back to the sentence before.
_A_PURPOSE = re.compile(r"(?:\w+\s+)?(?:purposes?|functions?)\b", re.IGNORECASE)
_LATER = 600


@dataclass(slots=True)
class Judged:
    """A run with its law and, where it is not relied on, why."""

    run: Run
    attribution: Attribution
    elsewhere: str | None = None
    told: str | None = None
    """Why its sentence relies on nothing, though the law is ours."""
    denied: bool = False


def runs(text: str, numbering: Numbering, around: Surroundings) -> Iterator[Run]:
    """All runs of a text, in order, none overlapping another."""
    reader = RunReader(text, numbering)
    at = 0
    before: Run | None = None
    while (anchor := next_anchor(text, at)) is not None:
        base = before if before is not None and _depends(before, anchor, around) else None
        run = reader.read(anchor, base)
        if run is None:
            at = max(anchor.start + 1, anchor.number_at)
            continue
        for part in _by_family(run, numbering):
            part.joined = before is not None and _joined(text, before, part)
            yield part
            before = part
        at = run.end


def _by_family(run: Run, numbering: Numbering) -> list[Run]:
    """A list without keywords, parted where Acts' numbers give way to Regulations'."""
    if run.anchor.keyword not in (Keyword.BARE, Keyword.GROUND):
        return [run]
    parts: list[Run] = []
    last: bool | None = None
    for item in run.items:
        laws = numbering.relied_on_in(item.path)
        environmental = all(law in (Regime.EIR, Regime.EISR) for law in laws) if laws else last
        if not parts or (environmental is not last and None not in (environmental, last)):
            start = run.start if not parts else item.start
            parts.append(Run(Anchor(run.anchor.keyword, start, item.start), start, item.end))
        parts[-1].items.append(item)
        parts[-1].end = item.end
        last = environmental
    return parts


def judge(
    text: str,
    numbering: Numbering,
    around: Surroundings,
    attributor: Attributor,
    elsewhere: Elsewhere,
) -> list[Judged]:
    """Every run with its law, and whether it is relied on."""
    judged: list[Judged] = []
    found = list(runs(text, numbering, around))
    elsewhere.note(found)
    for run in found:
        before = judged[-1] if judged else None
        judged.append(_judged(text, run, before, attributor, elsewhere, around, numbering))
    _carry_back(around, judged)
    _give_up_earlier(around, judged)
    return judged


def _give_up_earlier(around: Surroundings, judged: list[Judged]) -> None:
    """What is "not now claimed" was claimed before in vain, unless it is relied on again."""
    gone: dict[tuple[Regime | None, Path], int] = {}
    for one in reversed(judged):
        whose = one.attribution.law
        keys = [(whose, item.path) for item in one.run.items]
        if one.denied and ended(around, one.run):
            gone.update(dict.fromkeys(keys, one.run.start))
        elif all(gone.get(key, -1) - one.run.end in range(_LATER) for key in keys):
            one.denied = True
        else:
            for key in keys:
                gone.pop(key, None)


def _carry_back(around: Surroundings, judged: list[Judged]) -> None:
    """The other Act after "section 29 or section 30 of" is the first number's too.

    Not where the sentence refuses something: "exempt under section 40 and section 10 of the …".
    """
    for before, after in reversed(list(pairwise(judged))):
        others = after.run.joined and after.attribution.law is None
        whole = all(len(item.path) == 1 for item in before.run.items)
        if not others or not whole or before.attribution.sure or before.attribution.law is None:
            continue
        if not around.refusing.between(before.run.start - 120, before.run.start):
            before.attribution = after.attribution


def _judged(
    text: str,
    run: Run,
    before: Judged | None,
    attributor: Attributor,
    elsewhere: Elsewhere,
    around: Surroundings,
    numbering: Numbering,
) -> Judged:
    depends = run.anchor.keyword is Keyword.DEPENDENT
    linked = before if before is not None and (run.joined or depends) else None
    if depends and before is not None and defines_denial(text, before.run, run, numbering):
        why = "part of what a duty to confirm or deny says of itself"
        return Judged(run, before.attribution, elsewhere=why)
    attribution = attributor.of(run, linked.attribution if linked else None)
    found = Judged(run, attribution)
    if depends and linked is not None:
        found.elsewhere, found.told = linked.elsewhere, linked.told
        found.denied = linked.denied
        return found
    if attribution.law is not None:
        company = _has_company(text, run, before, around)
        found.elsewhere = elsewhere.why(run, sure=attribution.sure, company=company)
        found.told = None if found.elsewhere else why_only_told(around, run)
    carried = (
        linked is not None
        and linked.denied
        and (_one_or_the_other(text, linked.run, run) or not affirmed_after(text, run))
    )
    found.denied = denied(around, run) or unused(around, run) or taken_back(around, run) or carried
    return found


def _one_or_the_other(text: str, before: Run, run: Run) -> bool:
    """Whether "or" joins two: "not claiming that 41 or 43 applies" denies both."""
    return not {"or", "nor"}.isdisjoint(text[before.end : run.start].split())


def _depends(before: Run, anchor: Anchor, around: Surroundings) -> bool:
    if anchor.start - before.end > _NEAR:
        return False
    parted = around.sentences.parted(before.end, anchor.start)
    return not parted or _A_PURPOSE.match(around.text, anchor.start) is not None


def _joined(text: str, before: Run, run: Run) -> bool:
    gap = text[before.end : run.start]
    return len(gap) < 40 and all(word in _JOIN for word in gap.replace(",", " , ").split())


def _has_company(text: str, run: Run, before: Judged | None, around: Surroundings) -> bool:
    """Whether a citation of ours stands just before, in the same sentence or list."""
    if before is None or before.attribution.law is None or before.elsewhere or before.told:
        return False
    gap = text[before.run.end : run.start]
    if len(gap) > _COMPANY:
        return False
    listed = not any(letter.isalnum() for letter in gap)
    return listed or not around.sentences.parted(before.run.end, run.start)
