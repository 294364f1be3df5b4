"""Whatever is done in whatever order: undo is exact, and what is stored follows from the rest."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from tests.desk.machine import DeskMachine
from tests.desk.machine_whole import ALSO_TRIED, WholeDeskMachine
from tests.postgres_server import Server


class FileSite:
    """Case files in a folder of their own."""

    def __init__(self, template: Path, reference: Reference) -> None:
        self._template, self._reference = template, reference
        self.folder = Path(tempfile.mkdtemp(prefix="foitrack-machine-"))
        self._path = self.folder / "case.foitrack"
        shutil.copy(template, self._path)
        self._made = 0

    def open(self) -> Desk:
        return open_desk(self._path, self._reference)

    def another(self) -> Desk:
        self._made += 1
        path = self.folder / f"another{self._made}.foitrack"
        shutil.copy(self._template, path)
        return open_desk(path, self._reference)

    def clear(self) -> None:
        shutil.rmtree(self.folder)


class ServerSite:
    """Databases of their own on a server."""

    def __init__(self, postgres: Server, template: str, reference: Reference) -> None:
        self._postgres, self._template, self._reference = postgres, template, reference
        self.folder = Path(tempfile.mkdtemp(prefix="foitrack-machine-"))
        self._addresses = [postgres.borrow(template)]

    def open(self) -> Desk:
        return open_desk(self._addresses[0], self._reference)

    def another(self) -> Desk:
        self._addresses.append(self._postgres.borrow(self._template))
        return open_desk(self._addresses[-1], self._reference)

    def clear(self) -> None:
        for address in self._addresses:
            self._postgres.give_back(address, self._template)
        shutil.rmtree(self.folder)


@pytest.mark.parametrize("whole", [False, True], ids=["letters", "whole"])
@pytest.mark.parametrize("steps", [20, pytest.param(50, marks=pytest.mark.extended)])
def test_any_order_of_work(steps: int, whole: bool, empty_file: Path, reference: Reference) -> None:
    base: type[DeskMachine] = WholeDeskMachine if whole else DeskMachine

    class Machine(base):  # type: ignore[valid-type,misc]
        make_site = staticmethod(lambda: FileSite(empty_file, reference))
        did: ClassVar[Counter[str]] = Counter()

    examples = 3 if steps == 20 else 150
    run_state_machine_as_test(
        Machine, settings=settings(stateful_step_count=steps, max_examples=examples)
    )
    if steps == 50:
        # What is always refused is tried in vain.
        assert set(ALSO_TRIED if whole else TRIED) <= Machine.did.keys()


TRIED = (
    *("edit", "move", "rename_campaign", "add_event", "correct_event", "read", "add_document"),
    *("attach", "record", "discard", "ask_review", "review_outcome", "provision_standing"),
    *("check_rows", "learn", "put_in_bin", "_answered"),
)


@pytest.mark.parametrize("examples", [2, pytest.param(60, marks=pytest.mark.extended)])
def test_any_order_of_work_on_a_server(
    examples: int, postgres: Server, empty_server: str, reference: Reference
) -> None:
    class Machine(WholeDeskMachine):
        make_site = staticmethod(lambda: ServerSite(postgres, empty_server, reference))

    run_state_machine_as_test(
        Machine, settings=settings(stateful_step_count=20, max_examples=examples)
    )
