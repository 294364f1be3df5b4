"""Faults of the disk while somebody works: each ends with a plain message, and nothing is lost.

Run as `python -m tests.reliability.faults FAULT CASE_FILE SEED`, in a process of its own: limits
and rights are taken from a whole process. Several faults have commas between them. Prints what
was found of each as a line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from foitrack import assets
from foitrack.desk import requests, responses, safety
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.views import NewRequest
from foitrack.errors import PlainError
from tests.reliability.campaigner import TODAY

NOBODY = 65534


def work(desk: Desk, seed: int, most: int = 60) -> tuple[list[int], str]:
    """Log requests and keep documents until a plain error; what was acknowledged, and the error."""
    chance = random.Random(seed)
    done: list[int] = []
    try:
        for number in range(most):
            new = NewRequest(f"Request {seed}-{number}", "Kent Police", "Words " * 200)
            made = requests.log(desk, new, today=TODAY).new_id
            assert made is not None
            done.append(made)
            responses.keep(desk, f"{number}.bin", chance.randbytes(chance.randrange(60_000)), made)
    except PlainError as problem:
        return done, str(problem)
    return done, ""


def all_there(path: Path, done: list[int]) -> list[str]:
    """What is wrong with a case file after a fault: acknowledged and not there, or a trouble."""
    desk = open_desk(path, assets.reference())
    try:
        wrong = [one.message for one in safety.check(desk).troubles]
        there = {row.id for row in requests.rows(desk, done, today=TODAY)}
        return wrong + [f"request {one} is lost" for one in done if one not in there]
    finally:
        desk.close()


@contextmanager
def disk_full(desk: Desk, chance: random.Random) -> Iterator[None]:
    """The file may grow by a few pages only."""
    room = chance.randrange(1, 120)

    def limit(raw: object, *_: object) -> None:
        [now] = raw.execute("PRAGMA page_count").fetchone()  # type: ignore[attr-defined]
        raw.execute(f"PRAGMA max_page_count = {now + room}")  # type: ignore[attr-defined]

    desk.case.engine.dispose()
    event.listen(desk.case.engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(desk.case.engine, "connect", limit)
        desk.case.engine.dispose()


@contextmanager
def file_too_large(desk: Desk, chance: random.Random) -> Iterator[None]:
    """No file of this process may grow beyond a size."""
    assert desk.case.path is not None
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = desk.case.path.stat().st_size + chance.randrange(1000, 400_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        desk.case.engine.dispose()
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def permission_lost(desk: Desk, chance: random.Random) -> Iterator[None]:
    """File and folder become read-only; connections are made anew, as after a pause."""
    path = desk.case.path
    assert path is not None
    desk.case.engine.dispose()
    whole = os.geteuid() == 0
    path.chmod(0o444)
    path.parent.chmod(0o555)
    if whole:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if whole:
            os.seteuid(0)
        path.parent.chmod(0o700)
        path.chmod(0o600)
        desk.case.engine.dispose()


@contextmanager
def folder_vanished(desk: Desk, chance: random.Random) -> Iterator[None]:
    """The disk is pulled out; later it is put in again, or its files come back as others."""
    path = desk.case.path
    assert path is not None
    away = path.parent.with_name("away")
    if chance.random() < 0.5:
        desk.case.engine.dispose()
    path.parent.rename(away)
    try:
        yield
    finally:
        if chance.random() < 0.5:
            away.rename(path.parent)
        else:
            # As where a disk is mounted anew: what is open leads nowhere.
            shutil.copytree(away, path.parent)
            shutil.rmtree(away)


@contextmanager
def another_file(desk: Desk, chance: random.Random) -> Iterator[None]:
    """Another case file lies in the place of the one that is open; later that is put back."""
    path = desk.case.path
    assert path is not None
    away = path.parent.with_name("away")
    path.parent.rename(away)
    path.parent.mkdir()
    other = create(path, assets.reference())
    requests.log(other, NewRequest("Another's", "Essex Police"), today=TODAY)
    other.close()
    before = path.read_bytes()
    try:
        yield
    finally:
        assert path.read_bytes() == before, "the other file was written to"
        shutil.rmtree(path.parent)
        away.rename(path.parent)


FAULTS: dict[str, Callable[[Desk, random.Random], object]] = {
    "disk full": disk_full,
    "file-size limit": file_too_large,
    "permission lost": permission_lost,
    "folder vanished": folder_vanished,
    "another file in its place": another_file,
}


def suffer(fault: str, path: Path, seed: int) -> dict[str, object]:
    """Work, have a fault, and go on working after it; what was found."""
    desk = open_desk(path, assets.reference())
    before, error = work(desk, seed, 2)
    assert not error, error
    with FAULTS[fault](desk, random.Random(seed)):  # type: ignore[attr-defined]
        during, said = work(desk, seed + 1)
    after, error = work(desk, seed + 2, 2)
    desk.close()
    wrong = all_there(path, [*before, *during, *after])
    return {"said": said, "error_after": error, "wrong": wrong, "kept": len(during)}


def main(faults: str, path: Path, seeds: list[int]) -> None:
    """Suffer each fault once for each seed, each time on a copy."""
    for fault in faults.split(","):
        print(json.dumps(suffered(fault, path, seeds)), flush=True)


def suffered(fault: str, path: Path, seeds: list[int]) -> list[dict[str, object]]:
    """What was found of a fault, for each seed."""
    found = []
    for seed in seeds:
        folder = path.with_name(f"{path.stem} {seed}")
        folder.mkdir()
        copy = Path(shutil.copy(path, folder / "case.foitrack"))
        found.append(suffer(fault, copy, seed))
        shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [int(word) for word in sys.argv[3:]])
