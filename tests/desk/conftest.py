"""A desk on a fresh case file, and the example case file; each test has its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.desk import demo
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.reference import Reference

TODAY = date(2023, 3, 28)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return assets.reference()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    """A case file with nothing in it, closed; made once, since its tables take time."""
    path = tmp_path_factory.mktemp("empty") / "empty.foitrack"
    create(path, reference).close()
    return path


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    path = tmp_path_factory.mktemp("examples") / "examples.foitrack"
    demo.build(path, reference, assets.seed_folder(), today=TODAY).close()
    return path


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path, reference: Reference) -> Iterator[Desk]:
    yield from _copy_of(empty_file, tmp_path, reference)


@pytest.fixture
def examples(example_file: Path, tmp_path: Path, reference: Reference) -> Iterator[Desk]:
    yield from _copy_of(example_file, tmp_path, reference)


def _copy_of(source: Path, folder: Path, reference: Reference) -> Iterator[Desk]:
    path = folder / "case.foitrack"
    shutil.copy(source, path)
    opened = open_desk(path, reference)
    yield opened
    opened.close()
