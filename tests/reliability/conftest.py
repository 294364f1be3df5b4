"""The example case file, for campaigns of faults."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.desk.desk import open_desk
from foitrack.desk.reference import Reference
from tests.casefile.test_stored_files import STORED


@pytest.fixture(scope="session")
def reference() -> Reference:
    return assets.reference()


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    path = tmp_path_factory.mktemp("examples") / "examples.foitrack"
    # One that was stored and is upgraded: sooner there than one made afresh.
    path.write_bytes(gzip.decompress(STORED[-1].read_bytes()))
    open_desk(path, reference).close()
    return path


@pytest.fixture
def path(example_file: Path, tmp_path: Path) -> Path:
    """A closed copy of the example case file."""
    return Path(shutil.copy(example_file, tmp_path / "case.foitrack"))
