"""The example case file is the same wherever it is made, and made whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from foitrack import assets
from foitrack.casefile.models import Base
from foitrack.casefile.storage import CaseFileError
from foitrack.desk import demo, history
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference
from tests.desk.conftest import TODAY


def every_row(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    with desk.case.reading() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table))]
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.file_only
def test_made_twice_it_is_the_same(tmp_path: Path, reference: Reference, examples: Desk) -> None:
    again = demo.build(tmp_path / "again.foitrack", reference, assets.seed_folder(), today=TODAY)
    assert every_row(again) == every_row(examples)
    again.close()


def test_its_history_names_nobody_and_can_be_undone(examples: Desk) -> None:
    entries = history.entries(examples)
    assert {entry.who for entry in entries} == {""}
    assert {entry.at.date() for entry in entries} == {TODAY}
    while history.undo(examples) is not None:
        pass
    assert every_row(examples)["request"] == []


def test_it_is_never_made_over_another_file(tmp_path: Path, reference: Reference) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    with pytest.raises(CaseFileError, match="there already"):
        demo.build(path, reference, assets.seed_folder(), today=date(2026, 1, 1))
    assert path.read_text() == "mine"
