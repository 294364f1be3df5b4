"""A case file of every format that was ever written opens for ever, with what was in it."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select

from foitrack.casefile import storage
from foitrack.casefile.models import Base, CaseRowRecord, Document, Request, Response

STORED = sorted((Path(__file__).parent / "stored").glob("*.gz"))


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.foitrack"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_there_is_one_of_each_earlier_format() -> None:
    assert len(STORED) == storage.FORMAT - 1


def test_it_opens_with_all_its_rows(old: Path) -> None:
    with closing(storage.open_case_file(old)) as case, case.reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(kind))
            for kind in (Request, Response, Document, CaseRowRecord)
        ]
        assert counts == [5, 5, 5, 81]
        for document in session.scalars(select(Document)):
            assert document.text.strip(), document.name


def test_its_tables_become_those_of_the_models(old: Path) -> None:
    known = set(Base.metadata.tables)

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in known

    with closing(storage.open_case_file(old)) as case, case.engine.connect() as connection:
        options = {"compare_type": True, "include_name": ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_what_was_done_before_is_still_undone_and_redone(old: Path) -> None:
    from foitrack import assets
    from foitrack.desk import history
    from foitrack.desk.desk import Desk
    from tests.desk.everything import contents

    with closing(storage.open_case_file(old)) as case:
        desk = Desk(case, assets.reference())
        states = [contents(desk)]
        while history.undo(desk) is not None:
            states.append(contents(desk))
        assert len(states) > 10
        assert not any(states[-1].values())
        for state in reversed(states[:-1]):
            assert history.redo(desk) is not None
            assert contents(desk) == state
