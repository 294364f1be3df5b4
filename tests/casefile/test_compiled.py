"""What SQLAlchemy makes of a statement serves every case file of one kind, and no other kind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Compiled

from foitrack.casefile.models import Request
from foitrack.casefile.storage import CaseFile, open_case_file


@pytest.fixture
def another(empty_made: Path, tmp_path: Path) -> Iterator[CaseFile]:
    made = open_case_file(Path(shutil.copy(empty_made, tmp_path / "another.foitrack")))
    yield made
    made.close()


def made_for(case: CaseFile) -> Compiled:
    """What is made of one and the same statement for a case file."""
    seen: list[Compiled] = []
    with case.reading() as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *told: seen.append(told[4].compiled))
        session.execute(select(Request.id, Request.title).where(Request.id == 7)).all()
    return seen[-1]


def test_a_second_file_uses_what_was_made_for_the_first(case: CaseFile, another: CaseFile) -> None:
    assert made_for(case) is made_for(another)


def test_a_server_has_its_own(case: CaseFile, server_case: CaseFile) -> None:
    assert "BIGINT" in str(made_for(server_case))
    assert "BIGINT" not in str(made_for(case))
