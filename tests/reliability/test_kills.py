"""Killed at random moments of every call: what returned is there, nothing is half there."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from foitrack.desk.reference import Reference
from tests.reliability.killing import Killing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


def kill_often(path: Path, reference: Reference, first: int, times: int) -> int:
    acknowledged = 0
    with closing(Killing(reference)) as killing:
        for seed in range(first, first + times):
            found = killing.kill_one(path, seed)
            assert (found.lost, found.troubles) == ((), ()), (seed, found)
            acknowledged += found.acknowledged
    return acknowledged


@pytest.mark.parametrize("first", [0, 100])
def test_nothing_acknowledged_is_lost(path: Path, reference: Reference, first: int) -> None:
    assert kill_often(path, reference, first, 12 + (first == 0)) > 12


@pytest.mark.extended
@pytest.mark.parametrize("first", range(1000, 6000, 1000))
def test_nor_in_five_hundred_kills(path: Path, reference: Reference, first: int) -> None:
    assert kill_often(path, reference, first, 100) > 500
