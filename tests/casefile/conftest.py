"""A fresh case file for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack.casefile.storage import CaseFile, create


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    made = create(tmp_path / "case.foitrack")
    yield made
    made.close()
