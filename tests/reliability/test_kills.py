"""Killed at random moments of every call: what returned is there, nothing is half there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foitrack.desk.reference import Reference
from tests.reliability.killing import Killing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


@pytest.fixture(scope="module")
def killing(reference: Reference) -> Iterator[Killing]:
    """Campaigners of one process that has everything loaded."""
    with closing(Killing(reference)) as made:
        yield made


def kill_often(killing: Killing, path: Path, first: int, times: int) -> int:
    acknowledged = 0
    for seed in range(first, first + times):
        found = killing.kill_one(path, seed)
        assert (found.lost, found.troubles) == ((), ()), (seed, found)
        acknowledged += found.acknowledged
    return acknowledged


@pytest.mark.parametrize("first", [0, pytest.param(100, marks=pytest.mark.extended)])
def test_nothing_acknowledged_is_lost(killing: Killing, path: Path, first: int) -> None:
    # On a busy machine some are killed before their first call has returned.
    assert kill_often(killing, path, first, 10) >= 2


@pytest.mark.extended
@pytest.mark.parametrize("first", range(1000, 6000, 1000))
def test_nor_in_five_hundred_kills(killing: Killing, path: Path, first: int) -> None:
    assert kill_often(killing, path, first, 100) > 500
