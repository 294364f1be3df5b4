"""Runs every campaign of faults and writes what came of it into docs/reliability.md.

    python -m benchmarks.reliability [--number N] [--seed S] [--write]

N is the number of kills; of the other faults fewer are tried (see PLAN). Ends with status 1 where
anything was lost.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from foitrack import assets
from foitrack.casefile import backups, encryption, restoring, storage
from foitrack.casefile.sealing import seal
from foitrack.desk import protection
from foitrack.desk.desk import open_desk
from foitrack.desk.reference import Reference
from tests.casefile.filling import dump
from tests.casefile.spoiling import Verdict, spoil_and_look
from tests.casefile.test_stored_files import STORED
from tests.reliability.faults import FAULTS
from tests.reliability.killing import Killing
from tests.reliability.killing_locksmiths import KillingLocksmiths

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
START, END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one campaign."""

    name: str
    tried: int
    survived: int
    note: str = ""

    @property
    def lost(self) -> int:
        """Faults after which something acknowledged was gone, half there or not noticed."""
        return self.tried - self.survived


Campaign = Callable[[Path, Reference, int, int], Figures]


def kills(path: Path, reference: Reference, number: int, seed: int) -> Figures:
    """Kill -9 at random moments of random calls."""
    survived = calls = 0
    with closing(Killing(reference)) as killing:
        for one in range(seed, seed + number):
            try:
                found = killing.kill_one(path, one)
            except Exception as problem:
                print(f"seed {one}: {problem}", file=sys.stderr)
                raise
            calls += found.acknowledged
            survived += not found.lost and not found.troubles
            if found.lost or found.troubles:
                print(f"seed {one}: {found}", file=sys.stderr)
    return Figures("kill -9 during a call", number, survived, f"{calls:,} acknowledged calls")


def passphrase_kills(path: Path, reference: Reference, number: int, seed: int) -> Figures:
    """Kill -9 while a passphrase is given, changed or taken off."""
    survived = deeds = 0
    with closing(KillingLocksmiths()) as killing:
        for one in range(seed, seed + number):
            found = killing.kill_one(path, one, 2.0)
            deeds += found.done
            survived += found.whole and not found.left
            if not found.whole or found.left:
                print(f"seed {one}: {found}", file=sys.stderr)
    encryption.forget()
    note = f"{deeds:,} acknowledged; whole, by the old or the new one, and nothing left behind"
    return Figures("kill -9 while a passphrase changes", number, survived, note)


def with_passphrase(campaign: Campaign) -> Campaign:
    """The same campaign on a case file that opens only with a passphrase."""

    def protected(path: Path, reference: Reference, number: int, seed: int) -> Figures:
        protection.protect(path, f"passphrase {seed}")
        try:
            figures = campaign(path, reference, number, seed)
        finally:
            encryption.forget()
        return replace(figures, name=f"{figures.name}, with a passphrase")

    return protected


def damage(path: Path, reference: Reference, number: int, seed: int) -> Figures:
    """Bit flips, cuts and blanks in a closed case file."""
    chance = random.Random(seed)
    with closing(storage.open_case_file(path)) as case:
        wanted = dump(case)
        seal(case)
    spoilt = path.with_name("spoilt")
    verdicts = [spoil_and_look(path, spoilt, chance, wanted) for _ in range(number)]
    found, harmless = verdicts.count(Verdict.FOUND), verdicts.count(Verdict.HARMLESS)
    note = f"{found} found, {harmless} harmless (every row and byte as before)"
    return Figures("bit flips, cuts and blanks", number, found + harmless, note)


def fault(name: str) -> Campaign:
    """One of the disk's faults, each in a process of its own."""

    def campaign(path: Path, reference: Reference, number: int, seed: int) -> Figures:
        seeds = [str(one) for one in range(seed, seed + number)]
        command = [sys.executable, "-m", "tests.reliability.faults", name, str(path), *seeds]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        well = [one for one in found if one["said"] and not one["wrong"] and not one["error_after"]]
        return Figures(name, number, len(well), "a plain message each time, work went on")

    return campaign


def restores(path: Path, reference: Reference, number: int, seed: int) -> Figures:
    """Backups of a file that grows, each restored and compared with what was backed up."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    folder = path.with_name("kept")
    survived = 0
    for one in range(number):
        with closing(open_desk(path, reference)) as desk:
            with desk.case.writing() as session:
                notes = f"Changed for backup {seed + one}"
                session.connection().exec_driver_sql("UPDATE request SET notes = ?", (notes,))
            wanted = dump(desk.case)
            made = backups.make(desk.case, folder, now + timedelta(days=one))
        back = path.with_name("back.foitrack")
        done = restoring.restore(made, back, now)
        with closing(storage.open_case_file(back)) as case:
            survived += dump(case) == wanted and not done.missing
        back.unlink()
    return Figures("backups made and restored", number, survived, "compared row by row")


def plan(number: int) -> list[tuple[Campaign, int]]:
    """Each campaign with how often its fault is tried."""
    few, some = max(1, number // 20), max(5, number // 5)
    return [
        (kills, number),
        (passphrase_kills, some),
        (damage, max(10, number * 2 // 5)),
        (with_passphrase(damage), some),
        *((fault(name), few) for name in FAULTS),
        (restores, few),
        (with_passphrase(restores), few),
    ]


def table(figures: list[Figures], seed: int, seconds: float) -> str:
    """The figures as a page shows them."""
    lines = ["| fault | tried | survived | lost | |", "|---|---:|---:|---:|---|"]
    lines += [f"| {f.name} | {f.tried} | {f.survived} | {f.lost} | {f.note} |" for f in figures]
    total = [
        sum(column)
        for column in zip(*((f.tried, f.survived, f.lost) for f in figures), strict=True)
    ]
    lines.append(f"| **all** | **{total[0]}** | **{total[1]}** | **{total[2]}** | |")
    made = (
        f"Seeds from {seed}; {seconds:,.0f} s with Python {platform.python_version()}, SQLite "
        f"{sqlite3.sqlite_version}, {platform.system()}."
    )
    return "\n".join(lines) + "\n\n" + made + "\n"


def main() -> int:
    """Run the campaigns."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--number", type=int, default=25)
    parser.add_argument("--seed", type=int, default=10_000)
    parser.add_argument("--write", action="store_true", help="into docs/reliability.md")
    args = parser.parse_args()
    reference, begun, figures = assets.reference(), time.monotonic(), []
    for campaign, number in plan(args.number):
        with tempfile.TemporaryDirectory(prefix="foitrack-reliability-") as folder:
            path = Path(folder) / "inside" / "case.foitrack"
            path.parent.mkdir()
            path.write_bytes(gzip.decompress(STORED[-1].read_bytes()))
            open_desk(path, reference).close()
            shutil.rmtree(backups.folder_of(path), ignore_errors=True)
            figures.append(campaign(path, reference, number, args.seed))
        print(figures[-1], flush=True)
    page = table(figures, args.seed, time.monotonic() - begun)
    print(page)
    if args.write:
        before, _, rest = PAGE.read_text("utf-8").partition(START)
        PAGE.write_text(f"{before}{START}\n{page}{END}{rest.partition(END)[2]}", "utf-8")
    return 1 if any(one.lost for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
