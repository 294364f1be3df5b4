"""Each kind of trouble is found, and a healthy file has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from foitrack.casefile.checking import check
from foitrack.casefile.storage import CaseFile
from tests.casefile.filling import add_letter, add_request


@pytest.fixture
def filled(case: CaseFile) -> CaseFile:
    add_letter(case, add_request(case, "Misconduct"), "letter.txt", b"Dear requester, " * 30)
    return case


def run(case: CaseFile, *statements: str) -> None:
    with case.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            raw.execute(statement)
        raw.execute("PRAGMA foreign_keys = ON")


def kinds(case: CaseFile) -> list[str]:
    return [one.kind for one in check(case)]


def test_a_healthy_file_has_no_trouble(filled: CaseFile) -> None:
    assert check(filled) == ()


@pytest.mark.parametrize(
    ("statement", "kind", "words"),
    [
        ("UPDATE content SET bytes = x'00' || substr(bytes, 2)", "document", "not those that were"),
        ("UPDATE content SET size = 3", "document", "bytes; 3 were kept"),
        ("UPDATE document SET response_id = 99", "reference", "that is not there"),
        ("DELETE FROM content", "document", "are missing"),
        ("DELETE FROM document", "document", "belong to no document"),
        ("DELETE FROM request_index", "search", "out of step with 1"),
        ("UPDATE request SET title = 'Other'", "search", "out of step with 1"),
    ],
)
def test_each_trouble_is_found(filled: CaseFile, statement: str, kind: str, words: str) -> None:
    run(filled, statement)
    found = check(filled)
    assert kind in [one.kind for one in found]
    assert any(words in one.message for one in found)


def test_bytes_that_undo_may_want_are_no_orphans(filled: CaseFile) -> None:
    run(
        filled,
        "INSERT INTO change_set (id, label, at, who, undone, request_ids) "
        "VALUES (1, 'Delete', '2026-11-21 08:00:00', '', 0, '[1]')",
        "INSERT INTO change (change_set_id, table_name, row_key, before) SELECT 1, 'document', id, "
        "json_object('sha256', sha256) FROM document",
        "DELETE FROM document",
        "DELETE FROM response",
    )
    assert "document" not in kinds(filled)


def test_a_spoilt_index_is_no_damage(filled: CaseFile) -> None:
    run(filled, "UPDATE request_index_data SET block = x'ff' WHERE id > 9")
    assert set(kinds(filled)) == {"search"}


def test_damage_is_told_and_ends_the_check(filled: CaseFile, tmp_path: Path) -> None:
    filled.close()
    with filled.path.open("r+b") as file:
        file.seek(4096 * 12)
        file.write(b"\xa5" * 4096 * 20)
    assert set(kinds(filled)) == {"damage"}


def test_many_of_a_kind_are_counted(case: CaseFile) -> None:
    for number in range(30):
        add_letter(case, 1 if number else add_request(case, "One"), f"{number}", b"%d" % number)
    run(case, "UPDATE content SET bytes = x''")
    assert check(case)[-1].message == "And 10 more of this kind."
