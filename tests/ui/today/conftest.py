"""The rich case file, made once, and a workspace on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from foitrack import assets
from foitrack.desk.desk import open_desk
from tests.ui.today.rich_case import TODAY, build
from ui.workspace import Workspace


@pytest.fixture(scope="session")
def rich_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "rich.foitrack"
    build(path).desk.close()
    return path


@pytest.fixture
def rich(dressed: QApplication, rich_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on two dozen invented requests in every state."""
    path = tmp_path / "rich.foitrack"
    shutil.copy(rich_file, path)
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()
