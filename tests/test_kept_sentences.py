"""A sentence that was kept as plain English is the same again, with its parts."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.desk.step_names import STEPS, recalled
from foitrack.kept_sentences import FIGURE, NAME, Place, Sentences
from foitrack.reading.reasons import reason, remark
from foitrack.saying import Said, say
from tests.translatable import every_word


def example(sentences: Sentences, template: str) -> Said:
    """One of the sentences, with something in each place."""
    return say(template, *map(filled, sentences.known[template]))


def filled(place: Place | Sentences) -> str:
    if isinstance(place, Sentences):
        return example(place, next(iter(place.known)))
    return "1,204" if place is FIGURE else "Gwent"


def parts(said: str) -> object:
    return (said.template, *map(parts, said.values)) if isinstance(said, Said) else said


@pytest.mark.parametrize("template", STEPS.known)
def test_every_name_of_a_step_is_known_again(template: str) -> None:
    made = example(STEPS, template)
    found = recalled(str.__str__(made))
    assert found == made
    assert parts(found) == parts(made)


@given(st.text() | st.builds(str.format, st.sampled_from(list(STEPS.known)), *[st.text()] * 3))
def test_in_english_it_is_the_same_whatever_the_names_are(text: str) -> None:
    assert recalled(text) == text


def test_what_nobody_ever_said_stays_a_text() -> None:
    assert not isinstance(recalled("Something of an earlier program"), Said)


def test_one_that_a_letter_made_to_take_for_ever_does_not() -> None:
    begins = " holds a word that cannot be seen on the page (" * 40
    began = perf_counter()
    for text in (begins, begins * 100, f"{begins * 100}).", "Page 2" + " But in the mail" * 120):
        assert remark(text) == text and reason(text) == text
    assert recalled("Join " + " with " * 60_000) == "Join " + " with " * 60_000
    assert perf_counter() - began < 5


def test_the_more_particular_sentence_is_meant() -> None:
    known = Sentences({"Keep the filter {0}": (NAME,), "Keep {0}": (NAME,)})
    kept, other = known.found("Keep the filter (a|b)"), known.found("Keep a.txt")
    assert isinstance(kept, Said) and kept.values == ("(a|b)",)
    assert isinstance(other, Said) and other.template == "Keep {0}"


def test_a_translator_is_told_of_every_name() -> None:
    assert set(STEPS.known) - set(every_word()) == set()
