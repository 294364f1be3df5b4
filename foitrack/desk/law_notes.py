"""What the law says of a provision that a letter cites, to stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.law.provisions import Catalogue, Provision, ProvisionKind, split_canonical
from foitrack.saying import say

_NOT_EXEMPTIONS: dict[ProvisionKind, str] = {
    ProvisionKind.REFUSAL: say("Ground of refusal, not an exemption"),
    ProvisionKind.NCND: say("Neither confirm nor deny"),
    ProvisionKind.PROCEDURAL: say("Procedure, not an exemption"),
    ProvisionKind.SUPPLEMENTARY: say("Supplements an exemption, none itself"),
    ProvisionKind.BELONGING: say("Condition or purpose, never relied on alone"),
}
_EFFECTS = {
    ("absolute", ProvisionKind.EXEMPTION): say("Absolute exemption"),
    ("absolute", ProvisionKind.EXCEPTION): say("Absolute exception"),
    ("qualified", ProvisionKind.EXEMPTION): say("Qualified exemption"),
    ("qualified", ProvisionKind.EXCEPTION): say("Qualified exception"),
    ("mixed", ProvisionKind.EXEMPTION): say("Exemption, absolute or qualified by its paragraph"),
    ("mixed", ProvisionKind.EXCEPTION): say("Exception, absolute or qualified by its paragraph"),
}
_NO_EFFECT = {
    ProvisionKind.EXEMPTION: say("Exemption"),
    ProvisionKind.EXCEPTION: say("Exception"),
}
_BASES = {
    "class": say("{0}, class-based"),
    "prejudice": say("{0}, prejudice-based"),
    "mixed": say("{0}, class-based or prejudice-based by its paragraph"),
}


@dataclass(frozen=True, slots=True)
class LawNote:
    """A provision in plain words; a text is empty where the catalogue has none."""

    title: str
    kind: str
    """What it is and how it works: "Qualified exemption, prejudice-based"."""
    in_short: str
    """What the authority must show and what a requester can ask."""
    harm: str
    public_interest: str
    ncnd: str
    """How the authority may neither confirm nor deny that it holds the information."""
    guidance: str
    """The title of the official guidance to look for."""


def law_note(
    catalogue: Catalogue, provision: str, with_provisions: Sequence[str] = ()
) -> LawNote | None:
    """What the catalogue says of a canonical provision, read with its conditions and purposes;
    None where it is not in the catalogue.
    """
    entry, parts = catalogue.entry(provision), split_canonical(provision)
    if entry is None or parts is None:
        return None
    conditions = [part[1] for each in with_provisions if (part := split_canonical(each))]
    kind = catalogue.kind_of(*parts) or entry.kind
    return LawNote(
        title=entry.title,
        kind=_NOT_EXEMPTIONS.get(kind) or _how_it_works(entry, kind, parts[1], conditions),
        in_short=entry.in_short,
        harm=entry.harm,
        public_interest=entry.public_interest,
        ncnd=entry.ncnd_form,
        guidance=entry.guidance,
    )


def _how_it_works(
    entry: Provision, kind: ProvisionKind, section: str, conditions: Sequence[str]
) -> str:
    effect, basis = entry.effect_of(section, conditions), entry.basis_of(section)
    said = _EFFECTS.get((effect, kind)) or _NO_EFFECT[kind]
    return say(_BASES[basis], said) if basis in _BASES else said
