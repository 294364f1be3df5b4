"""A case file out of a file, into a server, and out again: the same to the byte."""

from __future__ import annotations

import io
from pathlib import Path

from foitrack.desk import exporting, history, importing, requests
from foitrack.desk.desk import open_desk
from foitrack.desk.reference import Reference
from tests.desk.everything import contents
from tests.desk.letters import log
from tests.postgres_server import Server


def test_a_file_goes_to_a_server_and_comes_back(
    example_file: Path, empty_server: str, postgres: Server, reference: Reference, tmp_path: Path
) -> None:
    there = open_desk(example_file, reference)
    source = tmp_path / "export.json"
    exporting.to_json_file(there, source)
    address = postgres.fresh(empty_server)
    here = open_desk(address, reference)
    importing.from_json_file(here, source)
    out = io.BytesIO()
    exporting.write_json(here, out)
    assert out.getvalue() == source.read_bytes()
    assert contents(here) == contents(there)
    # Numbers go on behind those that came in, and what was done before can be undone.
    known = {row[0] for row in contents(here)["request"]}
    assert repr(log(here)) not in known
    history.undo(here)
    assert history.undo(here) is not None
    assert requests.recount(here) == 0
    there.close()
    here.close()
    postgres.drop(address)
