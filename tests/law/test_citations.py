"""What a citation says of itself, whose law it is, and what is only mentioned."""

from __future__ import annotations

import tomllib

import pytest

from foitrack import assets
from foitrack.law.citations import Citation, Citations, Mention, cite
from foitrack.law.provisions import Catalogue, ProvisionKind
from foitrack.law.terms import Regime


def read(text: str, regime: Regime | None = Regime.FOIA) -> Citations:
    return cite(text, regime, assets.catalogue())


def one(text: str, regime: Regime | None = Regime.FOIA) -> Citation:
    found = read(text, regime)
    assert len(found.cited) == 1
    return found.cited[0]


def mention(text: str, regime: Regime | None = Regime.FOIA) -> Mention:
    found = read(text, regime)
    assert not found.cited
    assert len(found.mentioned) == 1
    return found.mentioned[0]


def test_a_citation_carries_its_title_effect_basis_and_place() -> None:
    text = "It is exempt: Section 31(1)(g) by virtue of (2)(b)."
    citation = one(text)
    assert citation == Citation(
        provision="FOIA s31(1)(g)",
        with_provisions=("FOIA s31(2)(b)",),
        kind=ProvisionKind.EXEMPTION,
        title="Law enforcement",
        effect="qualified",
        basis="prejudice",
        text="Section 31(1)(g)",
        start=14,
        end=30,
    )


@pytest.mark.parametrize(
    ("text", "regime", "kind"),
    [
        ("section 40(2) of FOIA", Regime.FOIA, "exemption"),
        ("section 40(5B)(a)(i) of FOIA", Regime.FOIA, "ncnd"),
        ("section 31(3) of FOIA", Regime.FOIA, "ncnd"),
        ("section 27(4)(a) of FOIA", Regime.FOIA, "ncnd"),
        ("section 12(2) of FOIA", Regime.FOIA, "refusal"),
        ("section 14(1) of FOIA", Regime.FOIA, "refusal"),
        ("regulation 12(4)(b) of the EIR", Regime.EIR, "exception"),
        ("regulation 12(6) of the EIR", Regime.EIR, "ncnd"),
        ("regulation 13(5A) of the EIR", Regime.EIR, "ncnd"),
        ("regulation 6(1)(b) of the EIR", Regime.EIR, "refusal"),
        ("section 18(1) of FOISA", Regime.FOISA, "ncnd"),
        ("section 17(1) of FOISA", Regime.FOISA, "refusal"),
        ("regulation 10(8) of the EISRs", Regime.EISR, "ncnd"),
    ],
)
def test_each_cited_provision_has_its_kind(text: str, regime: Regime, kind: str) -> None:
    assert one(text, regime).kind == kind


@pytest.mark.parametrize(
    ("text", "effect", "basis"),
    [
        ("section 40(1) of FOIA", "absolute", "class"),
        ("section 40(2) of FOIA", "mixed", "class"),
        ("section 40(2) by virtue of section 40(3A)(a) of FOIA", "absolute", "class"),
        ("section 40(2) by virtue of section 40(3B) of FOIA", "qualified", "class"),
        ("section 37(1)(aa) of FOIA", "absolute", "class"),
        ("section 37(1)(b) of FOIA", "qualified", "class"),
        ("section 43(1) of FOIA", "qualified", "class"),
        ("section 43(2) of FOIA", "qualified", "prejudice"),
        ("section 36(2) of FOISA", "absolute", "class"),
        ("section 36(1) of FOISA", "qualified", "class"),
        ("section 12(1) of FOIA", "n/a", "n/a"),
    ],
)
def test_effect_and_basis_are_those_of_the_paragraph(text: str, effect: str, basis: str) -> None:
    citation = one(text)
    assert (citation.effect, citation.basis) == (effect, basis)


def test_each_occurrence_is_a_citation_of_its_own() -> None:
    found = read("Section 40(2) applies. Section 40(2) is absolute.")
    assert [c.provision for c in found.cited] == ["FOIA s40(2)", "FOIA s40(2)"]
    assert [c.start for c in found.cited] == [0, 23]


def test_a_purpose_goes_to_the_nearest_citation_before_it() -> None:
    found = read(
        "Section 31(1)(g) applies to question 1, by virtue of section 31(2)(a). Section 31(1)(g) "
        "applies to question 2, by virtue of section 31(2)(b)."
    )
    assert [c.with_provisions for c in found.cited] == [("FOIA s31(2)(a)",), ("FOIA s31(2)(b)",)]


def test_a_purpose_passes_over_paragraphs_that_have_none() -> None:
    found = read("Sections 31(1)(g), 31(1)(a) and 31(2)(b) apply.")
    assert {c.provision: c.with_provisions for c in found.cited} == {
        "FOIA s31(1)(g)": ("FOIA s31(2)(b)",),
        "FOIA s31(1)(a)": (),
    }


def test_a_purpose_goes_to_any_paragraph_where_no_other_is_cited() -> None:
    assert one("Section 31(1)(a) with 31(2)(b) applies.").with_provisions == ("FOIA s31(2)(b)",)


def test_a_condition_never_belongs_to_a_neither_confirm_nor_deny_limb() -> None:
    found = read("Section 40(5B)(a)(i) applies; the condition is in section 40(3A)(a).")
    assert [c.with_provisions for c in found.cited] == [()]
    assert [m.kind for m in found.mentioned] == ["belonging"]


def test_the_same_condition_is_given_once() -> None:
    citation = one("Section 40(2) applies by section 40(3A)(a), that is section 40(3A)(a).")
    assert citation.with_provisions == ("FOIA s40(3A)(a)",)


@pytest.mark.parametrize(
    ("text", "provision", "title"),
    [
        ("section 17(1) of FOIA", "FOIA s17(1)", "Refusal of request"),
        ("section 16 of FOIA", "FOIA s16", "Duty to provide advice and assistance"),
        ("section 50 of FOIA", "FOIA s50", "Application for decision by the Commissioner"),
        ("regulation 5(2) of the EIR", "EIR r5(2)", "Time: 20 working days"),
        ("regulation 12(1) of the EIR", "EIR r12(1)", ""),
        ("section 20(1) of FOISA", "FOISA s20(1)", "Requirement for review of refusal etc."),
        ("section 99 of FOIA", "FOIA s99", ""),
        ("its qualified person under section 36(5)(o) of FOIA", "FOIA s36(5)(o)", ""),
    ],
)
def test_duties_are_mentioned_with_their_title(text: str, provision: str, title: str) -> None:
    found = mention(text)
    assert found.provision == provision
    assert title in found.title
    assert found.why


def test_a_number_of_no_law_is_mentioned_as_such() -> None:
    assert mention("section 99 of FOIA").why.startswith("no provision of that law")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("section 34(1) of the Data Protection Act 2018", "Data Protection Act 2018 34(1)"),
        ("s.24 PACE", "PACE 24"),
        ("section 31 of our policy", "policy 31"),
        ("Section 106 agreement", "Section 106"),
        (
            "as laid down in Regulation 5 (2) (b) of the Licensing (Fees) Regulations 2004",
            "Licensing (Fees) Regulations 2004 5(2)",
        ),
    ],
)
def test_other_statutes_numbers_are_mentioned_by_their_name(text: str, name: str) -> None:
    assert mention(text).provision == name


def test_examples_of_what_may_apply_are_of_our_law() -> None:
    found = read(
        "It may attract exemptions such as section 40 (personal) or section 31 (policing)."
    )
    assert not found.cited
    assert [m.provision for m in found.mentioned] == ["FOIA s40", "FOIA s31"]


def test_a_reference_is_no_provision() -> None:
    found = read("Our ref: FOI-R 24-1106")
    assert not (found.cited or found.mentioned)


def test_a_power_of_another_law_is_not_ours() -> None:
    words = "ward street road " * 60
    text = (
        f"The Freedom of Information Act 2000. Searches under PACE. {words}It includes section 60."
    )
    assert [m.kind for m in read(text).mentioned] == ["other"]


def test_a_certificate_or_list_is_mentioned() -> None:
    found = read("It relates to a body listed in section 23(3), so section 23(1) applies.")
    assert [c.provision for c in found.cited] == ["FOIA s23(1)"]
    assert [(m.provision, m.why) for m in found.mentioned] == [
        ("FOIA s23(3)", "named for what it lists or certifies")
    ]


def test_a_wide_range_describes_the_act() -> None:
    found = read("The exemptions are in sections 21 to 44 of the Act.")
    assert not found.cited
    assert found.mentioned[0].provision == "FOIA s21"
    assert "so wide" in found.mentioned[0].why


@pytest.mark.parametrize(
    ("text", "regime", "provision"),
    [
        ("section 35(1)(a) applies", Regime.FOIA, "FOIA s35(1)(a)"),
        ("section 35(1)(a) applies", Regime.FOISA, "FOISA s35(1)(a)"),
        ("section 35(1)(a) applies", Regime.EISR, "FOISA s35(1)(a)"),
        ("section 35(1)(a) applies", Regime.EIR, "FOIA s35(1)(a)"),
        ("section 35(1)(a) applies", None, "FOIA s35(1)(a)"),
        ("section 35(1)(a) of FOISA applies", Regime.FOIA, "FOISA s35(1)(a)"),
        ("section 35(1)(a) of the Act applies", Regime.FOISA, "FOISA s35(1)(a)"),
        ("section 35(1)(a) of the 2002 Act applies", Regime.FOIA, "FOISA s35(1)(a)"),
        ("section 35(1)(a) of the 2000 Act applies", Regime.FOISA, "FOIA s35(1)(a)"),
        ("regulation 13 of the EIRs applies", Regime.FOIA, "EIR r13"),
        ("regulation 11(2) of the EIRs applies", Regime.FOISA, "EISR r11(2)"),
        ("regulation 10(4)(e) of the EIRs applies", Regime.EIR, "EISR r10(4)(e)"),
        ("regulation 12(4)(e) applies", Regime.EISR, "EIR r12(4)(e)"),
        ("section 12(5)(b) applies", Regime.EIR, "EIR r12(5)(b)"),
        ("section 30(b)(ii) applies", Regime.FOIA, "FOISA s30(b)(ii)"),
        ("exception 13(1) of the Regulations applies", Regime.EIR, "EIR r13(1)"),
    ],
)
def test_the_act_is_decided_from_the_words_nearby_then_the_regime(
    text: str, regime: Regime | None, provision: str
) -> None:
    assert one(text, regime).provision == provision


def test_the_act_named_nearest_in_the_sentence_decides() -> None:
    text = (
        "Under FOISA we refuse part, as section 38(1)(b) applies. Under FOIA we rely on section 40."
    )
    assert [c.provision for c in read(text).cited] == ["FOISA s38(1)(b)", "FOIA s40"]


def test_the_act_that_the_letter_defines_is_the_act() -> None:
    text = "The Police Act 1996 (“the Act”) governs this. Section 40 of the Act is relevant."
    assert mention(text).provision == "Police Act 1996 40"


def test_initials_that_the_letter_defines_are_that_statute() -> None:
    text = (
        "It is exempt, being prohibited by the Widgets Act 1999 (WDGA). Section 44(1)(a) of FOIA "
        "applies; see section 23 WDGA and section 24 of the WDGA."
    )
    assert [c.provision for c in read(text).cited] == ["FOIA s44(1)(a)"]


@pytest.mark.parametrize("text", ["", " ", "\n", "section", "s.", "(2)(b)", "by virtue of (2)(b)"])
def test_nothing_printed_is_nothing_found(text: str) -> None:
    assert read(text) == Citations((), ())


def test_each_catalogue_has_its_own_paragraphs() -> None:
    """What is worked out of one is not used for another."""
    data = tomllib.loads(assets.resource("law", "provisions.toml").read_text("utf-8"))
    kept = [entry for entry in data["provision"] if not entry["section"].startswith("31")]
    fewer = Catalogue.from_data({**data, "provision": kept})
    text = "It is exempt under section 31(1)(a) to (c) of the Freedom of Information Act 2000."
    whole = cite(text, None, assets.catalogue())
    assert [citation.provision for citation in whole.cited] == [
        "FOIA s31(1)(a)",
        "FOIA s31(1)(b)",
        "FOIA s31(1)(c)",
    ]
    assert cite(text, None, fewer) != whole
    assert cite(text, None, assets.catalogue()) == whole


def test_letters_that_grow_in_small_letters_move_no_citation() -> None:
    text = "İstanbul Café LTD: the fee is exempt under section 43(2) of the Act."
    found = one(text)
    assert found.provision == "FOIA s43(2)"
    assert text[found.start : found.end] == "section 43(2)"
