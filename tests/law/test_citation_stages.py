"""The stages of citing where whole sentences do not reach them: labels, ranges, odd print."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.law.citation.labels import between, bracket, normal
from foitrack.law.citation.numbering import Numbering, written
from foitrack.law.citation.sentences import Sentences
from foitrack.law.citations import cite
from foitrack.law.terms import Regime

NUMBERING = Numbering(assets.catalogue())


@pytest.mark.parametrize(
    ("label", "as_printed_in_statutes"),
    [("a", "a"), ("A", "a"), ("II", "ii"), ("5a", "5A"), ("5B", "5B"), ("02", "2"), ("ab", "ab")],
)
def test_labels_take_the_form_of_the_statutes(label: str, as_printed_in_statutes: str) -> None:
    assert normal(label) == as_printed_in_statutes


@pytest.mark.parametrize("label", ["or", "law", "0", "the", "zz"])
def test_words_are_no_labels(label: str) -> None:
    assert normal(label) is None


def test_brackets_hold_labels_with_their_ranges() -> None:
    assert bracket("a, c-e and g") == [("a", False), ("c", False), ("e", True), ("g", False)]
    assert bracket("law") is None


@pytest.mark.parametrize(
    ("low", "high", "siblings", "all_labels"),
    [
        ("a", "c", (), ["a", "b", "c"]),
        ("i", "iii", (), ["i", "ii", "iii"]),
        ("i", "v", (), ["i", "ii", "iii", "iv", "v"]),
        ("i", "j", (), ["i", "j"]),
        ("h", "j", (), ["h", "i", "j"]),
        ("i", "x", (), list("ijklmnopqrstuvwx")),
        ("1", "3", (), ["1", "2", "3"]),
        ("3", "4A", ("3", "3A", "4", "4A"), ["3", "3A", "4", "4A"]),
        ("2", "4", ("2", "3", "3A", "4"), ["2", "3", "4"]),
        ("c", "a", (), ["c", "a"]),
        ("a", "iv", (), ["a", "iv"]),
        ("1", "90", (), ["1", "90"]),
    ],
)
def test_a_range_is_filled_in(
    low: str, high: str, siblings: tuple[str, ...], all_labels: list[str]
) -> None:
    assert between(low, high, siblings) == all_labels


@pytest.mark.parametrize(
    ("path", "label", "listed", "placed"),
    [
        (("31",), "1", False, "31(1)"),
        (("31", "1", "h"), "i", False, "31(1)(i)"),
        (("30", "1", "a"), "i", False, "30(1)(a)(i)"),
        (("36", "2", "b", "i"), "c", True, "36(2)(c)"),
        (("31", "1", "g"), "2", False, "31(2)"),
        (("30", "b"), "c", True, "30(c)"),
        (("31", "1"), "a", True, "31(1)(a)"),
        (("50", "2"), "b", False, "50(2)(b)"),
        (("50", "2", "b"), "c", True, "50(2)(c)"),
        (("50", "2", "b"), "ii", False, "50(2)(b)(ii)"),
        (("50",), "9", False, "50(9)"),
    ],
)
def test_a_label_goes_below_or_beside(
    path: tuple[str, ...], label: str, listed: bool, placed: str
) -> None:
    found = NUMBERING.place(path, label, listed=listed)
    assert found is not None
    assert written(found) == placed


def test_a_letter_has_no_place_right_below_a_section_that_has_none() -> None:
    assert NUMBERING.place(("50",), "b", listed=True) is None


def test_sentences_end_at_stops_headings_and_entries_but_not_at_abbreviations() -> None:
    text = "Under s. 40 of reg. 5 it ends. Next one\nstill the next. Heading\n• Entry\n\nLast"
    parts = Sentences(text)
    assert not parts.parted(0, text.index("it"))
    assert parts.parted(0, text.index("Next") + 4)
    assert not parts.parted(text.index("Next"), text.index("still"))
    assert parts.parted(text.index("Heading"), text.index("Entry"))
    start, end = parts.around(text.index("one"), text.index("one") + 3)
    assert text[start:end].strip() == "Next one\nstill the next."


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("exempt under subsection 2 of s40", ["FOIA s40(2)"]),
        ("exempt under section (40)(2)", ["FOIA s40(2)"]),
        ("exempt under Section 40 (data)", ["FOIA s40"]),
        ("exempt under section 40 (9)", ["FOIA s40"]),
        ("exempt under section 40(9z)", ["FOIA s40(9Z)"]),
        ("exempt under sections 42 and (b)", ["FOIA s42"]),
        ("exempt under section 50 and (b)", []),
        ("exempt under section 31(1)(a) to (iv)", ["FOIA s31(1)(a)"]),
        (
            "exempt under section 31(1) to subsection (2) of section 40",
            ["FOIA s31(1)", "FOIA s40(2)"],
        ),
        ("exempt under subsection (2) of section 40(1)", ["FOIA s40(1)"]),
        ("exempt under paragraphs (a) and (xyz) of section 31(1)", ["FOIA s31(1)(a)"]),
        ("exempt under subsection 0 of section 40(2)", ["FOIA s40(2)"]),
        ("exempt under sections 22(1) to 21(1)", ["FOIA s22(1)", "FOIA s21(1)"]),
        ("exempt under sections 40 to 31", ["FOIA s40"]),
        ("The Data Protection Act 2018, section 40(2) is therefore engaged", ["FOIA s40(2)"]),
        ("The Police Act 1996 matters and so does FOIA, by its own section 31.", ["FOIA s31"]),
        ("exempt under section 31(1)(a)-(31(1)(b)", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"]),
        ("Under the Police Act 1996 we found that section 31 applies.", ["FOIA s31"]),
        ("exempt under section 31\n(1) How many officers there were", ["FOIA s31"]),
        ("exempt under section 40 and section 10 of the Data Protection Act 1998", ["FOIA s40"]),
        ("exempt under section 22 a", ["FOIA s22A"]),
        ("exempt under section 22 A (research)", ["FOIA s22A"]),
        ("exempt: 40(2) and (2)(b)", ["FOIA s40(2)", "FOIA s40(2)(b)"]),
        ("exempt: 40(2) for" + " this" * 60 + ", 43(2)", ["FOIA s40(2)", "FOIA s43(2)"]),
        ("By virtue of (2)(b), and read with (i)", []),
        ("exempt under section 31(1)(g) by virtue of (99)", ["FOIA s31(1)(g)", "FOIA s31(99)"]),
    ],
)
def test_odd_print_is_read_as_far_as_it_goes(text: str, cited: list[str]) -> None:
    found = cite(text, Regime.FOIA, assets.catalogue())
    assert [citation.provision for citation in found.cited] == cited
