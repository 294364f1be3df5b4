import pytest

from foitrack.reporting.names import (
    ADDRESS_LEFT_OUT,
    LEFT_OUT,
    cleaner,
    without_officials,
    without_requester,
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Write to Mrs Example about it.", f"Write to {LEFT_OUT} about it."),
        ("Ask Dr. A. Sample-Case today.", f"Ask {LEFT_OUT} today."),
        ("Mr Example Freedom of Information Officer", f"{LEFT_OUT} Freedom of Information Officer"),
        ("a message by DC Sample was found", f"a message by DC {LEFT_OUT} was found"),
        ("PC 1234 Sample", f"PC 1234 {LEFT_OUT}"),
        ("Yours sincerely,\n\nTess Example\n", f"Yours sincerely,\n\n{LEFT_OUT}\n"),
        ("Kind regards\nT. Example", f"Kind regards\n{LEFT_OUT}"),
        ("Tess Example, FOI Officer", f"{LEFT_OUT}, FOI Officer"),
        ("tess.example@force.police.uk", f"{ADDRESS_LEFT_OUT}@force.police.uk"),
    ],
)
def test_officials_names_are_left_out_where_something_gives_them_away(text: str, left: str) -> None:
    assert without_officials(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "foi@staffordshire.police.uk",
        "data.protection@council.gov.uk",
        "information_rights@force.police.uk",
        "A PC posted on WhatsApp and Facebook.",
        "PC Facebook comment",
        "DS Staffordshire Police",
        "Yours sincerely,\n\nFreedom of Information Unit",
        "Kind regards\nthe information team",
        "Section 31 Law Enforcement, Decision notice",
        "The Chief Constable of Avon and Somerset Police",
        "Misconduct in March 2018",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert without_officials(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "I am Robin Q Placeholder.",
        "ROBIN Q PLACEHOLDER",
        "Robin\nQ Placeholder",
        "R. Placeholder",
        "Dear Robin,",
        "Yours,\nRobin\n",
        "for Ms Placeholder",
        "Robin Placeholder",
    ],
)
def test_the_requesters_name_is_left_out_however_it_is_written(text: str) -> None:
    left = without_requester(text, "Robin Q Placeholder", "")
    assert LEFT_OUT in left
    assert "placeholder" not in left.lower()
    assert "Robin" not in left


def test_the_requesters_address_is_left_out_whole_or_in_parts() -> None:
    address = "12 Sample Road\nExampleton\nZZ9 9ZZ\nrobin@example.org"
    text = "12 Sample Road, Exampleton, ZZ9 9ZZ. Mail: Robin@example.org; live at 12 sample road"
    left = without_requester(text, "", address)
    assert "Sample Road" not in left
    assert "sample road" not in left
    assert "example.org" not in left
    assert "ZZ9" not in left


def test_a_first_name_in_running_text_stays() -> None:
    assert without_requester("Mark the box", "Mark Placeholder", "") == "Mark the box"


def test_an_empty_name_leaves_the_text_alone() -> None:
    assert without_requester("Dear Sir or Madam", "  ", " \n") == "Dear Sir or Madam"


def test_each_choice_stands_alone() -> None:
    text = "Robin Placeholder wrote to Mrs Example."
    mine = cleaner("Robin Placeholder", "", officials=False, requester=True)
    theirs = cleaner("Robin Placeholder", "", officials=True, requester=False)
    neither = cleaner("Robin Placeholder", "", officials=False, requester=False)
    assert mine(text) == f"{LEFT_OUT} wrote to Mrs Example."
    assert theirs(text) == f"Robin Placeholder wrote to {LEFT_OUT}."
    assert neither(text) == text


def test_patterns_stay_quick_on_long_text() -> None:
    text = "Mr " + "Aa " * 20_000 + "a.b" * 5_000
    assert without_officials(text)
