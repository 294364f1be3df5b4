"""What is begun and not saved lies in the case file, for each person apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foitrack.casefile import drafts as stored
from foitrack.desk import bin as the_bin
from foitrack.desk import drafts, history, requests
from foitrack.desk.desk import Desk
from tests.desk.letters import LISTED, keep_and_read, log


def test_it_comes_back_to_whom_it_belongs_until_it_is_saved(desk: Desk) -> None:
    ada = replace(desk, who=lambda: "ada")
    steps = history.entries(desk)
    drafts.keep(desk, {drafts.SCHEMAS: "mine", drafts.letter(1): "of one"})
    drafts.keep(ada, {drafts.SCHEMAS: "hers"})
    drafts.keep(desk, {drafts.letter(1): "of one, further"})
    assert drafts.found(desk, drafts.SCHEMAS) == "mine"
    assert drafts.found(ada, drafts.SCHEMAS) == "hers"
    assert drafts.found(desk, drafts.letter(1)) == "of one, further"
    assert drafts.found(desk, drafts.letter(11)) == ""
    drafts.keep(desk, {drafts.SCHEMAS: "", drafts.letter(1): ""})
    assert drafts.found(desk, drafts.SCHEMAS) == drafts.found(desk, drafts.letter(1)) == ""
    assert drafts.found(ada, drafts.SCHEMAS) == "hers"
    assert history.entries(desk) == steps


def test_it_is_removed_for_good_with_its_request(desk: Desk) -> None:
    first, second = log(desk), log(desk)
    letters = [keep_and_read(desk, LISTED, one).id for one in (first, second)]
    ada = replace(desk, who=lambda: "ada")
    for whose in (desk, ada):
        drafts.keep(whose, {drafts.letter(one): "A name" for one in letters})
    requests.bin(desk, first)
    the_bin.purge(desk, [first])
    for whose in (desk, ada):
        assert drafts.found(whose, drafts.letter(letters[0])) == ""
        assert drafts.found(whose, drafts.letter(letters[1])) == "A name"


@pytest.mark.parametrize("number", [1, 12])
def test_only_the_letters_own_goes(desk: Desk, number: int) -> None:
    """1 and 12 begin alike."""
    drafts.keep(desk, {drafts.letter(one): "Begun" for one in (1, 12)})
    with desk.case.writing() as session:
        stored.forget(session, [number])
    assert [bool(drafts.found(desk, drafts.letter(one))) for one in (1, 12)] == [
        number != 1,
        number != 12,
    ]
