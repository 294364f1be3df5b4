"""A desk on a fresh case file, and the example case file; each test has its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.casefile import copying
from foitrack.casefile.storage import open_case_file
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.reference import Reference
from tests.postgres_server import Server

TODAY = date(2023, 3, 28)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return assets.reference()


@pytest.fixture(scope="session")
def empty_file(empty_made: Path) -> Path:
    return empty_made


@pytest.fixture(scope="session")
def example_file(examples_made: Path) -> Path:
    return examples_made


FILE_ONLY = frozenset(
    {
        # These look at the file itself, or make several of their own.
        "test_safety",
        "test_state_machine",
        "test_export_import",
    }
)

ON_SERVER = frozenset(
    {
        "test_bin",
        "test_history",
        "test_requests",
        "test_searching",
        "test_stale",
    }
)
"""Run on a server too each time; the others in the extended run."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests of the desk are run on a file and on a server."""
    if "kept_in" not in metafunc.fixturenames:
        return
    own = metafunc.module.__name__.rpartition(".")[2]
    on_file = own in FILE_ONLY or any(metafunc.definition.iter_markers("file_only"))
    if own not in ON_SERVER and not metafunc.config.getoption("--extended"):
        on_file = True
    metafunc.parametrize("kept_in", ["file"] if on_file else ["file", "server"], indirect=True)


@pytest.fixture
def kept_in(request: pytest.FixtureRequest) -> str:
    """Where the case file of a test lies: "file" or "server"."""
    return str(request.param)


@pytest.fixture(scope="session")
def empty_server(postgres: Server, reference: Reference) -> str:
    """The database that `empty_file` would be."""
    create(postgres.make("empty"), reference).close()
    return "empty"


@pytest.fixture(scope="session")
def example_server(postgres: Server, example_file: Path) -> str:
    """The database that `example_file` would be: a copy takes half the time of reading again."""
    case = open_case_file(example_file)
    copying.copy(case, postgres.make("examples"))
    case.close()
    return "examples"


@pytest.fixture
def desk(
    request: pytest.FixtureRequest, kept_in: str, tmp_path: Path, reference: Reference
) -> Iterator[Desk]:
    yield from _copy_of(request, f"empty_{kept_in}", tmp_path, reference)


@pytest.fixture
def examples(
    request: pytest.FixtureRequest, kept_in: str, tmp_path: Path, reference: Reference
) -> Iterator[Desk]:
    yield from _copy_of(request, f"example_{kept_in}", tmp_path, reference)


def _copy_of(
    request: pytest.FixtureRequest, template: str, folder: Path, reference: Reference
) -> Iterator[Desk]:
    source = request.getfixturevalue(template)
    if isinstance(source, Path):
        path = folder / "case.foitrack"
        shutil.copy(source, path)
        opened = open_desk(path, reference)
        yield opened
        opened.close()
        return
    server: Server = request.getfixturevalue("postgres")
    empty = template == "empty_server"
    address = server.borrow(source) if empty else server.fresh(source)
    opened = open_desk(address, reference)
    yield opened
    opened.close()
    if empty:
        server.give_back(address, source)
    else:
        server.drop(address)


def address_of(desk: Desk) -> Path | str:
    """What opens a desk's case file again."""
    url = desk.case.engine.url.set(drivername="postgresql+psycopg")
    return desk.case.path or url.render_as_string(hide_password=False)
