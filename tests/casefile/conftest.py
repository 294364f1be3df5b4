"""A fresh case file for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack.casefile.storage import CaseFile, create, open_case_file
from tests.postgres_server import Server


@pytest.fixture
def case(empty_made: Path, tmp_path: Path) -> Iterator[CaseFile]:
    path = tmp_path / "case.foitrack"
    shutil.copy(empty_made, path)
    made = open_case_file(path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def empty_database(postgres: Server) -> str:
    """The name of a database with a case file's tables and nothing in them."""
    address = postgres.make("empty_for_casefile")
    create(address).close()
    return "empty_for_casefile"


@pytest.fixture
def server_address(postgres: Server, empty_database: str) -> Iterator[str]:
    """The address of an empty case file on a server."""
    address = postgres.borrow(empty_database)
    yield address
    postgres.give_back(address, empty_database)


@pytest.fixture
def server_case(server_address: str) -> Iterator[CaseFile]:
    """An empty case file on a server."""
    opened = open_case_file(server_address)
    yield opened
    opened.close()
