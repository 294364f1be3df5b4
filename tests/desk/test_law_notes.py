"""What stands beside a provision cited: how it works by its paragraph, and what to ask."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.law_notes import law_note
from foitrack.law.provisions import RELIED_ON, canonical
from tests.desk.conftest import TODAY


@pytest.mark.parametrize(
    ("provision", "conditions", "kind"),
    [
        ("FOIA s31(1)(g)", (), "Qualified exemption, prejudice-based"),
        ("FOIA s21", (), "Absolute exemption, class-based"),
        ("FOIA s40(2)", ("FOIA s40(3A)(a)",), "Absolute exemption, class-based"),
        ("FOIA s40(2)", (), "Exemption, absolute or qualified by its paragraph, class-based"),
        ("FOIA s31(3)", (), "Neither confirm nor deny"),
        ("FOIA s12", (), "Ground of refusal, not an exemption"),
        ("FOIA s17", (), "Procedure, not an exemption"),
        ("FOIA s31(2)(b)", (), "Condition or purpose, never relied on alone"),
        ("EIR r12(4)(b)", (), "Qualified exception, class-based"),
        ("FOISA s35(1)(a)", (), "Qualified exemption, prejudice-based"),
    ],
)
def test_how_a_paragraph_works(provision: str, conditions: tuple[str, ...], kind: str) -> None:
    note = law_note(assets.catalogue(), provision, conditions)
    assert note is not None
    assert note.kind == kind


@pytest.mark.parametrize("provision", ["FOIA s99", "section 31", ""])
def test_nothing_is_said_of_what_the_catalogue_does_not_know(provision: str) -> None:
    assert law_note(assets.catalogue(), provision) is None


def test_all_that_can_be_relied_on_says_what_to_ask_and_where_to_look() -> None:
    catalogue = assets.catalogue()
    for entry in catalogue.provisions:
        if entry.kind in RELIED_ON:
            note = law_note(catalogue, canonical(entry.law, entry.section))
            assert note is not None
            texts = (note.in_short, note.harm, note.public_interest, note.ncnd, note.guidance)
            assert all(texts), entry.section


def test_it_stands_beside_each_provision_of_a_response(examples: Desk) -> None:
    found = [
        provision
        for request_id in range(1, 6)
        for response in requests.detail(examples, request_id, today=TODAY).responses
        for provision in response.provisions
    ]
    assert found
    for provision in found:
        assert provision.law == law_note(
            examples.reference.catalogue, provision.provision, provision.with_provisions
        )
        assert provision.law is not None
        assert provision.law.in_short == provision.notes
