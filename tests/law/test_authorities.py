"""The directory of authorities: names, prose, search, and the law proposed."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foitrack import assets
from foitrack.law.authorities import Directory, DirectoryEntry, propose_regime
from foitrack.law.terms import Body, Regime

DIRECTORY = assets.directory()


def named(name: str) -> DirectoryEntry:
    entry = DIRECTORY.match(name)
    assert entry is not None, name
    return entry


def test_all_territorial_forces_are_there() -> None:
    forces = [e for e in DIRECTORY.entries if e.kind == "police force"]
    by_nation = {n: sum(e.nation == n for e in forces) for n in {e.nation for e in forces}}
    assert by_nation == {"England": 39, "Wales": 4, "Scotland": 1, "Northern Ireland": 1}


def test_names_stand_for_one_authority_each() -> None:
    names: dict[str, str] = {}
    for entry in DIRECTORY.entries:
        for name in entry.all_names():
            owner = names.setdefault(name.casefold(), entry.name)
            assert owner == entry.name, name


def test_the_table_is_complete_and_has_no_addresses() -> None:
    with assets.resource("authorities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(DIRECTORY.entries) > 200
    for row in rows:
        assert row["name"] and row["nation"] and row["kind"]
        assert not any("@" in cell or "http" in cell for cell in row.values())


@pytest.mark.parametrize("kind", sorted({entry.kind for entry in DIRECTORY.entries}))
def test_each_is_found_by_each_of_its_names(kind: str) -> None:
    for entry in of_kind(kind):
        for name in entry.all_names():
            assert DIRECTORY.match(name) is entry, name
            assert DIRECTORY.search(name, limit=1) == (entry,), name


@pytest.mark.parametrize("kind", sorted({entry.kind for entry in DIRECTORY.entries}))
def test_each_is_found_in_prose_by_its_name(kind: str) -> None:
    for entry in of_kind(kind):
        for name in entry.names_in_prose():
            text = f"I write on behalf of {name}’s disclosure unit."
            assert [found for found, _, _ in DIRECTORY.find_in(text)] == [entry], name


def of_kind(kind: str) -> list[DirectoryEntry]:
    return [entry for entry in DIRECTORY.entries if entry.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MPS", "Metropolitan Police Service"),
        ("the Met", "Metropolitan Police Service"),
        ("metropolitan police", "Metropolitan Police Service"),
        ("GMP", "Greater Manchester Police"),
        ("psni", "Police Service of Northern Ireland"),
        ("Devon & Cornwall Police", "Devon and Cornwall Police"),
        ("DYFED POWYS POLICE", "Dyfed-Powys Police"),
        ("Heddlu De Cymru", "South Wales Police"),
        ("Y Weinyddiaeth Gyfiawnder", "Ministry of Justice"),
        ("HM Revenue & Customs", "HM Revenue and Customs"),
        ("National Archives", "The National Archives"),
        ("Avon and Somerset Constabulary", "Avon and Somerset Police"),
        ("Attorney General's Office", "Attorney General’s Office"),
    ],
)
def test_a_name_in_any_usual_form_is_matched(text: str, name: str) -> None:
    assert named(text).name == name


@pytest.mark.parametrize("text", ["", "The", "Police", "Gotham City Police", "M P S and others"])
def test_an_unknown_name_is_not_matched(text: str) -> None:
    assert DIRECTORY.match(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The MPS has a statutory role.", ["MPS"]),
        ("Staffordshire Police's response", ["Staffordshire Police"]),
        ("Avon and Somerset\nConstabulary replied", ["Avon and Somerset\nConstabulary"]),
        ("HAMPSHIRE CONSTABULARY", ["HAMPSHIRE CONSTABULARY"]),
        (
            "the Police Service of Northern Ireland (PSNI)",
            ["Police Service of Northern Ireland", "PSNI"],
        ),
        (
            "the Department for Environment, Food & Rural Affairs",
            ["Department for Environment, Food & Rural Affairs"],
        ),
        ("the Scottish Information Commissioner", ["Scottish Information Commissioner"]),
        ("Heddlu Gwent a Gwent Police", ["Heddlu Gwent", "Gwent Police"]),
        ("mps and gmp in small letters", []),
        ("staffordshire police in small letters", []),
        ("CAMPS and MPSX and AMPS", []),
        ("a Home in the Office, in Kent. Police were called", []),
        ("Kent, Police", []),
        ("the Kent Police and Crime Commissioner", ["Kent Police and Crime Commissioner"]),
        (
            "the Essex Police, Fire and Crime Commissioner",
            ["Essex Police, Fire and Crime Commissioner"],
        ),
        ("the London Police and Crime Commissioner", []),
        ("Reading Borough Council and Reading Buses", ["Reading Borough Council"]),
        (
            "Department for Communities and Local Government",
            ["Department for Communities and Local Government"],
        ),
        ("Essex Police Federation", []),
        (
            "Office of the Police & Crime Commissioner for Surrey",
            ["Office of the Police & Crime Commissioner for Surrey"],
        ),
        ("he met a cop at home", []),
        ("The co-op and the EA games", []),
        ("", []),
    ],
)
def test_names_are_taken_from_prose_as_whole_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for _, start, end in DIRECTORY.find_in(text)] == found


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_places_in_any_text_hold(text: str) -> None:
    end_before = 0
    for entry, start, end in DIRECTORY.find_in(text):
        assert end_before <= start < end <= len(text)
        assert DIRECTORY.match(text[start:end]) is entry
        end_before = end


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mps", "Metropolitan Police Service"),
        ("metro", "Metropolitan Police Service"),
        ("gre man", "Greater Manchester Police"),
        ("bristol", "Bristol City Council"),
        ("camden", "London Borough of Camden"),
        ("swansea c", "City and County of Swansea"),
        ("nat arch", "The National Archives"),
        ("police scot", "Police Scotland"),
        ("heddlu gog", "North Wales Police"),
        ("midlands", "West Midlands Police"),
        ("moj", "Ministry of Justice"),
        ("Dyfed-P", "Dyfed-Powys Police"),
    ],
)
def test_search_finds_by_the_beginnings_of_words(typed: str, first: str) -> None:
    assert DIRECTORY.search(typed)[0].name == first


def test_search_puts_names_that_begin_so_before_others_and_places() -> None:
    names = [entry.name for entry in DIRECTORY.search("west", limit=60)]
    assert names[:3] == ["West Mercia Police", "West Midlands Police", "West Yorkshire Police"]
    assert "West Berkshire Council" in names
    begins = [name.startswith("West") for name in names]
    assert begins.index(False) > begins.count(True) - 1
    assert names.index("Sussex Police") > begins.index(False) - 1


def test_search_finds_a_body_by_its_place() -> None:
    assert "Avon and Somerset Police" in [e.name for e in DIRECTORY.search("bristol")]


def test_search_keeps_to_its_limit_and_needs_something_typed() -> None:
    assert len(DIRECTORY.search("police", limit=5)) == 5
    assert DIRECTORY.search("") == ()
    assert DIRECTORY.search(" - ") == ()
    assert DIRECTORY.search("zzz") == ()


@pytest.mark.parametrize(
    ("name", "regime", "body", "words"),
    [
        ("Police Scotland", Regime.FOISA, Body.GENERAL, "Scottish public authority"),
        ("British Transport Police", Regime.FOIA, Body.GENERAL, "in Scotland too"),
        ("Ministry of Defence Police", Regime.FOIA, Body.GENERAL, "UK-wide"),
        ("Staffordshire Police", Regime.FOIA, Body.GENERAL, "not a Scottish public authority"),
        ("PSNI", Regime.FOIA, Body.GENERAL, "not a Scottish public authority"),
        ("Scotland Office", Regime.FOIA, Body.GENERAL, "belongs to the UK government"),
        ("The National Archives", Regime.FOIA, Body.NATIONAL_ARCHIVES, "UK-wide"),
        ("PRONI", Regime.FOIA, Body.NATIONAL_ARCHIVES, "not a Scottish"),
        ("National Records of Scotland", Regime.FOISA, Body.KEEPER, "Scottish public authority"),
        ("COPFS", Regime.FOISA, Body.GENERAL, "Scottish public authority"),
    ],
)
def test_the_law_is_proposed_with_its_reason(
    name: str, regime: Regime, body: Body, words: str
) -> None:
    proposed, reason, kind = propose_regime(named(name))
    assert (proposed, kind) == (regime, body)
    assert words in reason
    assert named(name).name in reason


def test_scottish_bodies_and_they_alone_are_under_foisa() -> None:
    for entry in DIRECTORY.entries:
        assert (entry.regime is Regime.FOISA) == (entry.nation == "Scotland"), entry.name


def test_a_table_row_becomes_an_entry() -> None:
    row = {
        "name": "Anytown Police",
        "short_names": "ATP; ANP",
        "aliases": "",
        "typed_names": "Any",
        "welsh_name": "",
        "places": "Anytown; Otherton",
        "nation": "England",
        "kind": "police force",
        "regime": "FOIA",
        "body": "general",
    }
    entry = Directory.from_rows([row]).entries[0]
    assert entry.short_names == ("ATP", "ANP")
    assert entry.places == ("Anytown", "Otherton")
    assert entry.all_names() == ("Anytown Police", "ATP", "ANP", "Any")
