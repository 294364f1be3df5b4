"""The catalogue of exemptions, exceptions and the other provisions that letters name.

The catalogue itself is data (`resources/law/provisions.toml`); this module gives it a shape.
A provision is written canonically: "FOIA s31(1)(g)", "EIR r12(4)(b)", "EISR r10(4)(e)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from foitrack.law.terms import Regime

_CANONICAL = re.compile(r"(FOIA|EIR|FOISA|EISR) [sr](\d{1,3}[A-Z]{0,2}(?:\([0-9A-Za-z]{1,4}\))*)")
_LISTS = ("subsections", "ncnd", "belonging", "belongs_to", "asides")
_TEXTS = ("ncnd_elsewhere", "harm", "public_interest", "ncnd_form", "in_short", "guidance", "notes")


class ProvisionKind(StrEnum):
    """What naming a provision amounts to."""

    EXEMPTION = "exemption"
    EXCEPTION = "exception"
    NCND = "ncnd"
    """Neither confirming nor denying that information is held."""
    REFUSAL = "refusal"
    """A ground of refusal outside Part II of FOIA and its like: cost, vexatious, repeated."""
    PROCEDURAL = "procedural"
    SUPPLEMENTARY = "supplementary"
    BELONGING = "belonging"
    """A condition or purpose: it belongs to a provision and is never relied on alone."""


RELIED_ON = frozenset(
    {
        ProvisionKind.EXEMPTION,
        ProvisionKind.EXCEPTION,
        ProvisionKind.NCND,
        ProvisionKind.REFUSAL,
    }
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One entry of the catalogue: a section or regulation, or a paragraph with a title of its own.

    `effect` is absolute, qualified, mixed or n/a; `basis` is class, prejudice, mixed or n/a.
    """

    law: Regime
    section: str
    title: str
    kind: ProvisionKind
    effect: str
    basis: str
    subsections: tuple[str, ...] = ()
    ncnd: tuple[str, ...] = ()
    """The paragraphs under which an authority neither confirms nor denies."""
    ncnd_elsewhere: str = ""
    """Where another section does that for this one (FOISA s18)."""
    belonging: tuple[str, ...] = ()
    """Conditions and purposes, which never stand alone."""
    belongs_to: tuple[str, ...] = ()
    """The paragraphs that those conditions and purposes belong to."""
    asides: tuple[str, ...] = ()
    """Paragraphs that define, certify or add up: naming one is not relying on it."""
    effects: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    harm: str = ""
    public_interest: str = ""
    ncnd_form: str = ""
    in_short: str = ""
    """What the authority must show and what a requester can ask."""
    guidance: str = ""
    """The title of the official guidance to look for."""
    notes: str = ""

    def effect_of(self, subsection: str, with_sections: Sequence[str] = ()) -> str:
        """Absolute or qualified for a paragraph such as "40(2)", given its conditions if known.

        A condition decides where the paragraph itself is mixed: FOIA s40(2) by s40(3A)(a) is
        absolute (FOIA s2(3)(fa)), by s40(3B) qualified.
        """
        own = _nearest(self.effects, subsection) or self.effect
        if own != "mixed":
            return own
        by_condition = {
            effect for item in with_sections if (effect := _nearest(self.effects, item)) is not None
        }
        return by_condition.pop() if len(by_condition) == 1 else own

    def basis_of(self, subsection: str) -> str:
        """Class or prejudice for a paragraph such as "43(2)"."""
        return _nearest(self.bases, subsection) or self.basis


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All provisions, by their law and section."""

    provisions: tuple[Provision, ...]
    as_at: str = ""
    _by_key: Mapping[tuple[Regime, str], Provision] = field(default_factory=dict, repr=False)
    _kinds: Mapping[tuple[Regime, str], ProvisionKind] = field(default_factory=dict, repr=False)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Catalogue:
        """The catalogue from its parsed TOML."""
        provisions = tuple(_provision(entry) for entry in data["provision"])
        kinds: dict[tuple[Regime, str], ProvisionKind] = {}
        for provision in provisions:
            kinds.update(_kinds_within(provision))
        by_key = {(p.law, p.section): p for p in provisions}
        for provision in provisions:
            for path in provision.ncnd:
                by_key.setdefault((provision.law, path), provision)
        return cls(provisions, str(data.get("as_at", "")), by_key, kinds)

    def entry(self, provision: str) -> Provision | None:
        """The entry for a canonical provision, from its paragraph upwards; None where unknown."""
        parts = split_canonical(provision)
        return None if parts is None else self.lookup(*parts)

    def lookup(self, law: Regime, section: str) -> Provision | None:
        """As `entry`, for a law and a section such as "31(1)(g)"."""
        return next(
            (found for path in _upwards(section) if (found := self._by_key.get((law, path)))), None
        )

    def kind_of(self, law: Regime, section: str) -> ProvisionKind | None:
        """What naming a paragraph amounts to, from the nearest paragraph above that is listed."""
        return next(
            (found for path in _upwards(section) if (found := self._kinds.get((law, path)))), None
        )

    def lists(self, law: Regime, section: str) -> bool:
        """Whether the paragraph itself, not merely its section, is in the catalogue."""
        return (law, section) in self._kinds

    def sections(self) -> Iterable[str]:
        """Every section and paragraph listed, of all laws together."""
        return (section for _, section in self._kinds)

    def of(self, law: Regime) -> tuple[Provision, ...]:
        """The entries of one law, in its order."""
        return tuple(p for p in self.provisions if p.law is law)


def canonical(law: Regime, section: str) -> str:
    """How a provision is written: "FOIA s31(1)(g)", "EIR r12(4)(b)"."""
    letter = "r" if law in (Regime.EIR, Regime.EISR) else "s"
    return f"{law.value} {letter}{section}"


def split_canonical(provision: str) -> tuple[Regime, str] | None:
    """The law and the section of a canonical provision; None where it is not one."""
    found = _CANONICAL.fullmatch(provision)
    return None if found is None else (Regime(found[1]), found[2])


def _provision(entry: Mapping[str, Any]) -> Provision:
    lists: dict[str, Any] = {name: tuple(entry.get(name, ())) for name in _LISTS}
    texts: dict[str, Any] = {name: entry.get(name, "") for name in _TEXTS}
    return Provision(
        law=Regime(entry["law"]),
        section=entry["section"],
        title=entry["title"],
        kind=ProvisionKind(entry["kind"]),
        effect=entry["effect"],
        basis=entry["basis"],
        effects=dict(entry.get("effects", {})),
        bases=dict(entry.get("bases", {})),
        **lists,
        **texts,
    )


def _kinds_within(provision: Provision) -> Iterable[tuple[tuple[Regime, str], ProvisionKind]]:
    law = provision.law
    yield (law, provision.section), provision.kind
    groups = (
        (provision.subsections, provision.kind),
        (provision.asides, ProvisionKind.SUPPLEMENTARY),
        (provision.ncnd, ProvisionKind.NCND),
        (provision.belonging, ProvisionKind.BELONGING),
    )
    for paths, kind in groups:
        for path in paths:
            yield (law, path), kind


def _upwards(section: str) -> Iterable[str]:
    """The paragraph and all above it: 31(1)(g), 31(1), 31."""
    while section:
        yield section
        cut = section.rfind("(")
        section = section[:cut] if cut > 0 else ""


def _nearest(values: Mapping[str, str], section: str) -> str | None:
    return next((values[path] for path in _upwards(section) if path in values), None)
