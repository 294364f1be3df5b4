"""Any provision, in any of the ways letters print it, is read back; any text is survived."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foitrack import assets
from foitrack.law.citations import cite
from foitrack.law.provisions import RELIED_ON, canonical
from foitrack.law.terms import Regime

CATALOGUE = assets.catalogue()
REGULATIONS = (Regime.EIR, Regime.EISR)
EXTENDED = settings().max_examples >= 1000


def grounds() -> list[tuple[Regime, str]]:
    """Every paragraph on which information is refused; whole ones only where the law allows."""
    return [
        (provision.law, section)
        for provision in CATALOGUE.provisions
        for section in (provision.section, *provision.subsections, *provision.ncnd)
        if CATALOGUE.kind_of(provision.law, section) in RELIED_ON
    ]


def labels(section: str) -> list[str]:
    return re.findall(r"\(([^)]+)\)", section)


def head(section: str) -> str:
    return section.split("(")[0]


def tight(section: str) -> str:
    return section


def spaced(section: str) -> str:
    return " ".join([head(section), *(f"({label})" for label in labels(section))])


def wide(section: str) -> str:
    return head(section) + "".join(f"( {label} )" for label in labels(section))


def shouted(section: str) -> str:
    return section.upper()


def squared(section: str) -> str:
    return section.replace("(", "[").replace(")", "]")


def unopened(section: str) -> str:
    """A bracket left out, as in "10(4)e)"."""
    inner = labels(section)
    if len(inner) < 2 or inner[-1].isdigit():
        return section
    return section[: section.rindex("(")] + f"{inner[-1]})"


def worded(section: str) -> str:
    inner = labels(section)
    if not inner or not inner[0][0].isdigit():
        return section
    rest = "".join(f"({label})" for label in inner[1:])
    return f"{head(section)}, sub-section ({inner[0]}){rest}"


FORMS: list[Callable[[str], str]] = [tight, spaced, wide, shouted, squared, unopened, worded]
SECTION_WORDS = ["section ", "Section ", "SECTION ", "s.", "s", "S", "S. ", "Sec. ", "sect. ", "s "]
REGULATION_WORDS = ["regulation ", "Regulation ", "reg ", "Reg. ", "R", "r.", "REGULATION "]
NAMES = {
    Regime.FOIA: ["FOIA", "the Freedom of Information Act 2000", "FOIA 2000", "the FOI Act 2000"],
    Regime.FOISA: ["FOISA", "FOI(S)A", "the Freedom of Information (Scotland) Act 2002"],
    Regime.EIR: ["the EIR", "the Environmental Information Regulations 2004", "the EIRs"],
    Regime.EISR: ["EISRs", "EI(S)Rs", "the Environmental Information (Scotland) Regulations 2004"],
}
SENTENCES = [
    "The information is exempt under {cited} of {law}.",
    "We refuse your request by virtue of {cited} of {law}; see below.",
    "{law}: {cited} has been applied.",
    "Withheld in full ({cited} {law}).",
]


SCRAPS = (
    "section |s|31|40(2)|(|)|(a)|a-c| and |, |to |of |the |Act |FOIA |EIR |Police Act 1996 |not "
    "|rely on |apply |. |\n|by virtue of |(2)(b)|subsection |reg |12|.5|22A|exempt |[|]|exemptions "
    "|none of |(i)|(5A)|–|/|section 31(2)|0|٣١|S21|FOISA |that |2002 Act|s.|31(1)(g)|(“the Act”)"
)


@given(st.data())
@settings(max_examples=1000 if EXTENDED else 100)
def test_a_provision_printed_in_any_form_is_read_back(data: st.DataObject) -> None:
    law, section = data.draw(st.sampled_from(grounds()))
    form = data.draw(st.sampled_from(FORMS))
    words = REGULATION_WORDS if law in REGULATIONS else SECTION_WORDS
    word = data.draw(st.sampled_from(words))
    name = data.draw(st.sampled_from(NAMES[law]))
    sentence = data.draw(st.sampled_from(SENTENCES))
    text = sentence.format(cited=word + form(section), law=name)
    context = Regime.EIR if law is Regime.EIR else Regime.FOIA
    found = cite(text, context, CATALOGUE)
    assert [citation.provision for citation in found.cited] == [canonical(law, section)]


@given(st.data())
@settings(max_examples=1000 if EXTENDED else 50)
def test_a_list_of_provisions_is_read_back_in_order(data: st.DataObject) -> None:
    law = data.draw(st.sampled_from(list(Regime)))
    own = [section for of, section in grounds() if of is law]
    sections = data.draw(st.lists(st.sampled_from(own), min_size=2, max_size=6, unique=True))
    joiner = data.draw(st.sampled_from([", ", "; ", " and ", " & ", " or ", ", and "]))
    word = "regulations " if law in REGULATIONS else "sections "
    text = f"It is exempt under {word}{joiner.join(sections)} of {NAMES[law][0]}."
    found = cite(text, law, CATALOGUE)
    assert [c.provision for c in found.cited] == [canonical(law, s) for s in sections]


@given(st.text(max_size=400))
@settings(max_examples=1000 if EXTENDED else 60)
def test_any_text_is_survived_and_places_hold(text: str) -> None:
    hold(text)


@given(
    st.lists(
        st.sampled_from(SCRAPS.split("|")),
        max_size=40,
    ).map("".join)
)
@settings(max_examples=1000 if EXTENDED else 100)
def test_scraps_of_citations_are_survived_and_places_hold(text: str) -> None:
    hold(text)


def hold(text: str) -> None:
    for law in (Regime.FOIA, Regime.EISR):
        found = cite(text, law, CATALOGUE)
        for one in (*found.cited, *found.mentioned):
            assert one.text == text[one.start : one.end]
        for citation in found.cited:
            assert CATALOGUE.entry(citation.provision) is not None


def steps(text: str) -> int:
    """How many calls it takes to read a text: a measure of work that no busy machine disturbs."""
    count = 0

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(watch)
    try:
        cite(text, Regime.FOIA, CATALOGUE)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "scrap",
    [
        "section 40(2) ",
        "31(1)(g) by virtue of (2)(b), ",
        "section 31(1)(g), section 31(2)(b). ",
        "sections 23, 24, 31 and 40(2) of the Act. ",
        "section 31 of the Act ",
        "section 31 of that Act ",
        "the Police Act 1996 (“the Act”) ",
        "the Widgets Act 1999 (WDGA) s.31 ",
        "section 3 of the 2002 Act ",
        "we are not relying on section 36, ",
        "(((((((((",
        "31 to ",
        "of the of the ",
        "not" + " " * 60,
        "s40" + " ," * 40,
        "\n \t",
        "Aa Bb and of the Cc ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(scrap: str) -> None:
    size = 6_000
    once = steps((scrap * size)[:size])
    assert steps((scrap * size * 4)[: size * 4]) < 4.6 * once


def test_long_runs_of_blanks_before_a_citation_are_no_trap() -> None:
    text = "we are not rely" + " " * 200_000 + "section 40(2)"
    assert [c.provision for c in cite(text, Regime.FOIA, CATALOGUE).cited] in ([], ["FOIA s40(2)"])
