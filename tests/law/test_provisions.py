"""The catalogue: complete, consistent, and right where the law differs within a section."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.law.provisions import (
    RELIED_ON,
    Catalogue,
    Provision,
    ProvisionKind,
    canonical,
    split_canonical,
)
from foitrack.law.terms import Regime

CATALOGUE = assets.catalogue()
EXPECTED = json.loads((Path(__file__).parent / "data" / "provisions.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "expected", [pytest.param(e, id=f"{e['law']} {e['section']}") for e in EXPECTED]
)
def test_every_provision_of_the_list_is_there(expected: dict[str, object]) -> None:
    law, section = Regime(str(expected["law"])), str(expected["section"])
    entry = CATALOGUE.lookup(law, section)
    assert entry is not None
    assert entry.law is law
    kind = CATALOGUE.kind_of(law, section)
    assert kind == expected["kind"]
    if (law, section) == (Regime.FOIA, "1(3)"):
        return
    assert entry.section == section
    assert entry.effect == expected["effect"]
    assert entry.basis == expected["basis"]
    for subsection in expected["subsections"]:  # type: ignore[attr-defined]
        assert CATALOGUE.lists(law, subsection)


def grounds() -> list[Provision]:
    return [p for p in CATALOGUE.provisions if p.kind in RELIED_ON]


@pytest.mark.parametrize("provision", grounds(), ids=lambda p: canonical(p.law, p.section))
def test_each_ground_of_refusal_is_explained(provision: Provision) -> None:
    assert provision.harm
    assert provision.public_interest
    assert provision.ncnd_form
    assert len(provision.in_short.split()) >= 6
    assert provision.guidance.startswith(
        ("Information Commissioner: ", "Scottish Information Commissioner: ")
    )
    scottish = provision.law in (Regime.FOISA, Regime.EISR)
    assert provision.guidance.startswith("Scottish") is scottish


@pytest.mark.parametrize(
    "provision", CATALOGUE.provisions, ids=lambda p: canonical(p.law, p.section)
)
def test_each_entry_holds_together(provision: Provision) -> None:
    assert provision.effect in ("absolute", "qualified", "mixed", "n/a", "not an exemption")
    assert provision.basis in ("class", "prejudice", "mixed", "n/a")
    head = provision.section.split("(")[0]
    own = (*provision.subsections, *provision.ncnd, *provision.belonging, *provision.asides)
    assert len(set(own)) == len(own)
    assert all(path.split("(")[0] == head for path in own)
    assert bool(provision.belonging) == bool(provision.belongs_to)
    assert set(provision.effects.values()) <= {"absolute", "qualified", "mixed"}
    assert set(provision.bases.values()) <= {"class", "prejudice"}


def test_entries_are_told_apart_by_law_and_section() -> None:
    keys = [(p.law, p.section) for p in CATALOGUE.provisions]
    assert len(set(keys)) == len(keys)
    assert CATALOGUE.as_at == "2026-08-21"


@pytest.mark.parametrize(
    ("provision", "title"),
    [
        ("FOIA s31(1)(g)", "Law enforcement"),
        ("FOIA s22A", "Research"),
        ("FOISA s35(1)(a)", "Law enforcement"),
        ("FOIA s35(1)(a)", "Formulation of government policy, etc."),
        ("EIR r12(4)(b)", "Request manifestly unreasonable"),
        ("EIR r12(6)", "International relations, defence, national security or public safety"),
        ("EIR r12(4)(b)(i)", "Request manifestly unreasonable"),
        ("FOIA s14", "Vexatious or repeated requests"),
        ("FOIA s1(3)", "General right of access to information held by public authorities"),
    ],
)
def test_an_entry_is_found_from_its_paragraphs_upwards(provision: str, title: str) -> None:
    entry = CATALOGUE.entry(provision)
    assert entry is not None
    assert entry.title == title


@pytest.mark.parametrize(
    "provision", ["FOIA s99", "EISR r12(4)(b)", "section 31", "FOIA s", "", "foia s31", "FOIA s31 "]
)
def test_what_is_no_provision_has_no_entry(provision: str) -> None:
    assert CATALOGUE.entry(provision) is None


@pytest.mark.parametrize(
    ("law", "section", "kind"),
    [
        (Regime.FOIA, "31(1)(g)", ProvisionKind.EXEMPTION),
        (Regime.FOIA, "31(2)(b)", ProvisionKind.BELONGING),
        (Regime.FOIA, "31(3)", ProvisionKind.NCND),
        (Regime.FOIA, "40(5B)(a)(i)", ProvisionKind.NCND),
        (Regime.FOIA, "40(4A)(b)", ProvisionKind.BELONGING),
        (Regime.FOIA, "36(6)", ProvisionKind.SUPPLEMENTARY),
        (Regime.FOIA, "17(1)", ProvisionKind.PROCEDURAL),
        (Regime.FOIA, "12(1)", ProvisionKind.REFUSAL),
        (Regime.FOISA, "18(1)", ProvisionKind.NCND),
        (Regime.FOISA, "17(1)", ProvisionKind.REFUSAL),
        (Regime.EIR, "12(5)(b)", ProvisionKind.EXCEPTION),
        (Regime.EIR, "12(1)", ProvisionKind.PROCEDURAL),
        (Regime.EIR, "13(5A)", ProvisionKind.NCND),
        (Regime.EISR, "10(8)", ProvisionKind.NCND),
        (Regime.EISR, "99", None),
    ],
)
def test_naming_a_paragraph_amounts_to_this(
    law: Regime, section: str, kind: ProvisionKind | None
) -> None:
    assert CATALOGUE.kind_of(law, section) == kind


@pytest.mark.parametrize(
    ("provision", "section", "conditions", "effect"),
    [
        ("FOIA s40", "40", (), "mixed"),
        ("FOIA s40", "40(1)", (), "absolute"),
        ("FOIA s40", "40(2)", (), "mixed"),
        ("FOIA s40", "40(2)", ("40(3A)(a)",), "absolute"),
        ("FOIA s40", "40(2)", ("40(3A)(b)",), "absolute"),
        ("FOIA s40", "40(2)", ("40(3B)",), "qualified"),
        ("FOIA s40", "40(2)", ("40(4A)(a)",), "qualified"),
        ("FOIA s40", "40(2)", ("40(3A)(a)", "40(3B)"), "mixed"),
        ("FOIA s40", "40(2)", ("40(3)(a)(i)",), "absolute"),
        ("FOIA s40", "40(2)", ("40(3)(a)(ii)",), "qualified"),
        ("FOIA s40", "40(2)", ("40(3)",), "mixed"),
        ("FOIA s31", "31(1)(a)", (), "qualified"),
        ("FOIA s21", "21(1)", (), "absolute"),
        ("FOIA s37", "37(1)(ab)", (), "absolute"),
        ("FOIA s37", "37(1)(ac)", (), "qualified"),
        ("FOISA s36", "36(2)", (), "absolute"),
        ("FOISA s38", "38(1)(b)", ("38(2A)(a)",), "absolute"),
        ("FOISA s38", "38(1)(a)", (), "absolute"),
        ("EIR r13", "13(1)", ("13(2A)(a)",), "absolute"),
        ("EIR r13", "13(1)", ("13(2B)",), "qualified"),
        ("EIR r12(5)(b)", "12(5)(b)", (), "qualified"),
    ],
)
def test_absolute_or_qualified_where_it_differs_within(
    provision: str, section: str, conditions: tuple[str, ...], effect: str
) -> None:
    entry = CATALOGUE.entry(provision)
    assert entry is not None
    assert entry.effect_of(section, conditions) == effect


def test_canonical_forms_go_there_and_back() -> None:
    for law in Regime:
        for provision in CATALOGUE.of(law):
            assert provision.law is law
            text = canonical(law, provision.section)
            assert split_canonical(text) == (law, provision.section)


def test_every_part_of_the_table_is_known_to_the_catalogue() -> None:
    data = tomllib.loads(assets.resource("law", "provisions.toml").read_text("utf-8"))
    names = {name for entry in data["provision"] for name in entry}
    assert names - {"confidence"} <= set(Provision.__dataclass_fields__)
    assert len(Catalogue.from_data(data).provisions) == len(data["provision"])
