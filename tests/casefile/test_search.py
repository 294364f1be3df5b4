"""Searching: whatever is typed, words are found and nothing breaks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from foitrack.casefile import search
from foitrack.casefile.models import Request, RequestReference
from foitrack.casefile.storage import CaseFile, open_case_file
from tests.postgres_server import Server


@pytest.fixture(scope="module", params=["file", "server"])
def filled(
    request: pytest.FixtureRequest, empty_made: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CaseFile]:
    """Three requests, in a file and on a server; nothing here alters them."""
    if request.param == "file":
        folder = tmp_path_factory.mktemp("searched")
        case = open_case_file(Path(shutil.copy(empty_made, folder / "case.foitrack")))
    else:
        server: Server = request.getfixturevalue("postgres")
        case = open_case_file(server.fresh(request.getfixturevalue("empty_database")))
    with case.writing() as session:
        session.add_all(
            [
                Request(id=1, title="Café licences", wording="multi-agent work", regime="FOIA"),
                Request(id=2, title="Who's on duty", notes="100% of 3/4", regime="FOIA"),
                Request(id=3, title="River alarms", regime="EIR"),
            ]
        )
        session.flush()
        session.add(RequestReference(request_id=3, reference="01.FOI.22.026570"))
        search.index_requests(session, [1, 2, 3])
    yield case
    case.close()


def found(case: CaseFile, typed: str) -> set[int]:
    with case.reading() as session:
        condition = search.found_by(typed, session.get_bind().dialect.name)
        assert condition is not None
        return set(session.scalars(select(Request.id).where(condition)))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("cafe", {1}),
        ("CAFÉ lic", {1}),
        ("multi-agent", {1}),
        ("who's on", {2}),
        ("3/4", {2}),
        ("01.FOI.22.026570", {3}),
        ("01.FOI.22", {3}),
        ("riv", {3}),
        ("al riv", {3}),
        ('"river alarms"', {3}),
        ('"alarms river"', set()),
        ('"riv"', set()),
        ('"river al', {3}),
        ("“on duty”", {2}),
        ("river duty", set()),
        ("nothing like it", set()),
    ],
)
def test_words_are_found(filled: CaseFile, typed: str, ids: set[int]) -> None:
    assert found(filled, typed) == ids


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        '" OR "',
        "a* AND",
        "NEAR(",
        "content:x",
        "^",
        "-",
        "(",
        "*",
        "AND",
        "{a b}",
        "\x00",
        "\U0001f600",
        '"' * 999,
        "x" * 10_000,
        "river " * 2_000,
        "a b " * 2_500,
    ],
)
def test_whatever_is_typed_is_only_words(filled: CaseFile, typed: str) -> None:
    if search.as_query(typed) is not None:
        assert found(filled, typed) <= {1, 2, 3}


@pytest.mark.parametrize("typed", ["", "   ", "&", "“ ”", "---", "_"])
def test_without_a_word_nothing_is_asked_for(typed: str) -> None:
    assert search.as_query(typed) is None


def test_marks_between_words_do_not_hide_them(filled: CaseFile) -> None:
    assert found(filled, "river & alarms") == {3}


def test_the_index_can_be_rebuilt(filled: CaseFile) -> None:
    with filled.writing() as session:
        session.execute(text("DELETE FROM request_index"))
        search.rebuild(session)
    assert found(filled, "cafe") == {1}
