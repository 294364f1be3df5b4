"""Killed while a passphrase is given, changed or taken off: the file is whole, old or new."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foitrack.casefile import encryption, storage
from tests.casefile.filling import add_letter, add_request
from tests.reliability.killing_locksmiths import KillingLocksmiths

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed case file with a few documents."""
    monkeypatch.setattr(encryption, "ROUNDS", encryption.ROUNDS)
    made = storage.create(tmp_path / "case.foitrack")
    request = add_request(made, "Zanzibar")
    for number in range(10):
        add_letter(made, request, f"{number}.bin", os.urandom(30_000))
    made.close()
    assert made.path is not None
    yield made.path
    encryption.forget()


FAIR = 100


@pytest.mark.parametrize("times", [6, pytest.param(200, marks=pytest.mark.extended)])
def test_nothing_is_lost_and_nothing_is_left(path: Path, times: int) -> None:
    found = []
    with closing(KillingLocksmiths()) as killing:
        for seed in range(times):
            found.append(killing.kill_one(path, seed))
            assert (found[-1].whole, found[-1].left) == (True, ()), (seed, found[-1])
    if times >= FAIR:
        # Fewer, on a busy machine, may all be killed before anything is done.
        assert any(one.done for one in found)
        assert any(one.opens_with for one in found)
