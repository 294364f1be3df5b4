"""From judged runs to citations and mentions; purposes and conditions go to their provision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from foitrack.later import later
from foitrack.law.citation.found import Citation, Citations, Mention
from foitrack.law.citation.gathering import Judged
from foitrack.law.citation.numbering import written
from foitrack.law.citation.run import Item
from foitrack.law.provisions import RELIED_ON, Catalogue, ProvisionKind, canonical
from foitrack.law.terms import Regime

_TITLE_OF_OTHER = 80
_DESCRIBED = later(
    r"\b(?:certificates?|listed|specified|bodies|qualified\s+person|designated|authorised|set\s+out|named|defined|meaning)\b",
    re.IGNORECASE,
)
_DESCRIPTIVE = frozenset(
    {
        (Regime.FOIA, s)
        for s in ("23(2)", "23(3)", "24(3)", "34(3)", "35(2)", "35(4)", "36(5)", "36(7)", "27(3)")
    }
)


@dataclass(slots=True)
class _Entry:
    """One printed provision on its way to becoming a citation."""

    law: Regime
    section: str
    kind: ProvisionKind
    start: int
    end: int
    with_sections: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Sorted:
    cited: list[_Entry] = field(default_factory=list)
    belonging: list[_Entry] = field(default_factory=list)
    mentioned: list[Mention] = field(default_factory=list)


def collect(text: str, judged: Iterable[Judged], catalogue: Catalogue) -> Citations:
    """What is relied on, with what belongs to it, and what is only mentioned."""
    found = _Sorted()
    for one in judged:
        for item in one.run.items:
            _sort(text, one, item, catalogue, found)
    owners = _Owners(found.cited, catalogue)
    for entry in found.belonging:
        _hand_over(text, entry, catalogue, found, owners)
    found.mentioned.sort(key=lambda m: (m.start, m.end))
    return Citations(
        tuple(_citation(text, entry, catalogue) for entry in found.cited), tuple(found.mentioned)
    )


def _sort(text: str, one: Judged, item: Item, catalogue: Catalogue, found: _Sorted) -> None:
    law, section = one.attribution.law, written(item.path)
    if law is None or one.elsewhere is not None:
        found.mentioned.append(_other(text, one, item))
        return
    kind = catalogue.kind_of(law, section)
    entry = _Entry(law, section, kind or ProvisionKind.SUPPLEMENTARY, item.start, item.end)
    why = one.told or _why_only_mentioned(text, one, item, entry, known=kind is not None)
    if why is not None:
        found.mentioned.append(_mention(text, entry, catalogue, why))
    elif kind is ProvisionKind.BELONGING:
        found.belonging.append(entry)
    else:
        found.cited.append(entry)


def _why_only_mentioned(
    text: str, one: Judged, item: Item, entry: _Entry, *, known: bool
) -> str | None:
    if not known:
        return "no provision of that law under which information is refused"
    if entry.kind not in RELIED_ON and entry.kind is not ProvisionKind.BELONGING:
        return "a duty or procedure, not a ground of refusal"
    if one.denied:
        return "the text says that it is not relied on"
    if item.wide:
        return "part of a range so wide that it describes the Act"
    window = text[max(0, one.run.start - 60) : one.run.start]
    if (
        entry.law,
        entry.section.split(")(")[0].rstrip(")") + ")",
    ) in _DESCRIPTIVE and _DESCRIBED.search(window):
        return "named for what it lists or certifies"
    return None


def _hand_over(
    text: str, entry: _Entry, catalogue: Catalogue, found: _Sorted, owners: _Owners
) -> None:
    """Gives a purpose or condition to the citation that it belongs to."""
    owner = owners.of(entry)
    if owner is None:
        why = "a purpose or condition, with nothing cited here that it belongs to"
        found.mentioned.append(_mention(text, entry, catalogue, why))
    elif entry.section not in owner.with_sections:
        owner.with_sections.append(entry.section)


class _Owners:
    """The citations that purposes and conditions can belong to, each found in one look.

    First those paragraphs that have them, such as FOIA s31(1)(g); else the section as a whole;
    else any paragraph of it.
    """

    __slots__ = ("_catalogue", "_ranked")

    def __init__(self, cited: Sequence[_Entry], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ranked: dict[tuple[Regime, str], tuple[list[_Entry], list[_Entry], list[_Entry]]] = {}
        for entry in cited:
            if entry.kind is not ProvisionKind.NCND:
                self._add(entry)

    def _add(self, entry: _Entry) -> None:
        provision = self._catalogue.lookup(entry.law, entry.section)
        if provision is None or not provision.belonging:
            return
        fitting, whole, others = self._ranked.setdefault(
            (entry.law, provision.section), ([], [], [])
        )
        others.append(entry)
        if entry.section.startswith(provision.belongs_to):
            fitting.append(entry)
        elif any(path.startswith(entry.section) for path in provision.belongs_to):
            whole.append(entry)

    def of(self, entry: _Entry) -> _Entry | None:
        """The nearest before it, else the first after."""
        provision = self._catalogue.lookup(entry.law, entry.section)
        key = (entry.law, provision.section) if provision is not None else None
        for candidates in self._ranked.get(key, ()) if key is not None else ():
            if candidates:
                index = bisect_right(candidates, entry.start, key=lambda other: other.start)
                return candidates[max(0, index - 1)]
        return None


def _citation(text: str, entry: _Entry, catalogue: Catalogue) -> Citation:
    provision = catalogue.lookup(entry.law, entry.section)
    assert provision is not None
    return Citation(
        provision=canonical(entry.law, entry.section),
        with_provisions=tuple(canonical(entry.law, section) for section in entry.with_sections),
        kind=entry.kind,
        title=provision.title,
        effect=provision.effect_of(entry.section, entry.with_sections),
        basis=provision.basis_of(entry.section),
        text=text[entry.start : entry.end],
        start=entry.start,
        end=entry.end,
    )


def _mention(text: str, entry: _Entry, catalogue: Catalogue, why: str) -> Mention:
    provision = catalogue.lookup(entry.law, entry.section)
    return Mention(
        provision=canonical(entry.law, entry.section),
        kind=entry.kind.value,
        title=provision.title if provision is not None else "",
        why=why,
        text=text[entry.start : entry.end],
        start=entry.start,
        end=entry.end,
    )


def _other(text: str, one: Judged, item: Item) -> Mention:
    printed = text[item.start : item.end]
    name = " ".join(one.attribution.other.split())[:_TITLE_OF_OTHER]
    return Mention(
        provision=f"{name} {written(item.path)}".strip() if name else printed.strip(),
        kind="other",
        title=name,
        why=one.elsewhere or "the number of another statute or document",
        text=printed,
        start=item.start,
        end=item.end,
    )
