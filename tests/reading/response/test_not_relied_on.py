"""What a letter names and does not rely on; the law of letters that name none; whose voice."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.law.terms import Regime, Review
from foitrack.reading.response.after_review import still_relied_on
from foitrack.reading.response.exemptions import find_provisions, regime_of
from foitrack.reading.response.voices import answers


def relied_on(text: str, regime: Regime = Regime.FOIA) -> list[str]:
    found = find_provisions(text, text, regime, assets.catalogue())
    return [finding.value for finding in found.findings]


@pytest.mark.parametrize(
    "text",
    ["We also looked at section 44(1)(a) and do not seek to rely on section 44(1)(a).",
     "On review we do not consider that section 31(1)(a) applies to the list.",
     "You no longer seek the names. I therefore make no finding on section 40(2).",
     "I should warn you that a request like that may well go above the £450 limit in section 12.",
     "We thought about whether we might have used section 12 (cost) for item 1.",
     "That right is subject to a number of exemptions, among them Section 40 and Section 31.",
     "Some of these, such as section 40 (personal information), are absolute.",
     "These are subject to the exemptions in Part II and to sections 12 and 14, on cost.",
     "If any of it is not sent to you (as section 40 applies to it) the reason will be given.",
     "Section 12(2) - Subsection (1) does not exempt the public authority from its obligation.",
     "Section 39 of the Freedom of Information Act takes such information out of that Act."],
)  # fmt: skip
def test_only_mentioned(text: str) -> None:
    assert relied_on(text) == []


def test_an_offer_beside_it_makes_no_condition() -> None:
    said = (
        "Under section 25(1) of FOISA, we do not have to give you what is already reasonably "
        "accessible to you; if you cannot get on to that website please write to us."
    )
    assert relied_on(said, Regime.FOISA) == ["FOISA s25(1)"]


def test_the_numbers_of_other_laws_are_no_reasons() -> None:
    said = "Searches under section 1 PACE and section 23 of the Misuse of Drugs Act 1971."
    assert find_provisions(said, said, Regime.FOIA, assets.catalogue()).mentioned == ()


def test_a_review_takes_back_what_it_named_last() -> None:
    said = (
        "On 17 April 2024 the Council told you in terms of section 22(1) that it would publish the "
        "list. Section 36(2)(c) needs an opinion. None was sought. I withdraw reliance upon it. I "
        "find that section 40(2) was rightly applied to the names."
    )
    provisions = find_provisions(said, said, Regime.FOIA, assets.catalogue())
    kept = still_relied_on(provisions, said, Review.PARTLY_UPHELD)
    assert [finding.value for finding in kept.findings] == ["FOIA s40(2)"]


def test_a_review_need_not_speak_of_what_is_no_longer_wanted() -> None:
    said = (
        "In our response we said that the whole was refused under Regulations 12(5)(e) and 13. "
        "You don't want the two signatures, so I need not say more about Regulation 13. The "
        "price is confidential. Regulation 12(5)(e) is engaged."
    )
    provisions = find_provisions(said, said, Regime.EIR, assets.catalogue())
    kept = still_relied_on(provisions, said, Review.PARTLY_UPHELD)
    assert [finding.value for finding in kept.findings] == ["EIR r12(5)(e)"]


def test_a_section_is_the_part_of_it_that_the_letter_recites() -> None:
    said = (
        "This is withheld. Section 31(1)(a) of the Act provides that information is exempt if "
        "disclosing it would prejudice the prevention of crime. Section 31 is a qualified "
        "exemption so we have to weigh the public interest."
    )
    assert relied_on(said) == ["FOIA s31(1)(a)"]
    other = "Section 31(1)(g) of the Act provides that it is exempt if giving it would harm checks."
    assert relied_on(f"{other} {said}") == ["FOIA s31"]


def test_still_relied_on() -> None:
    said = "The duty does not apply: the list is exempt under section 31(1)(a) of the Act."
    assert relied_on(said) == ["FOIA s31(1)(a)"]


def test_a_nameless_law_is_that_of_the_authority() -> None:
    said = "It would be exempt under section 31(1)."
    assert regime_of(said, lambda: Regime.FOISA) is Regime.FOISA
    assert regime_of(said + " Appeal to the Scottish Information Commissioner.") is Regime.FOISA
    assert regime_of(said) is Regime.FOIA
    assert regime_of("The Freedom of Information Act 2000.", lambda: Regime.FOISA) is Regime.FOIA


@pytest.mark.parametrize(
    "line",
    ["Withheld. The Trust relies on section 43(2).", "The original decision",
     "Questions 1 to 3 were refused under section 31(1)(a).", "Decision of the review"],
)  # fmt: skip
def test_the_authority_speaks(line: str) -> None:
    assert answers(line)
