"""Reads every document of a folder and prints what was found, so that a person can judge it.

    make read-report DIR=letters            the report
    make read-report DIR=letters KEEP=a.jsonl   and each reading as a line of JSON, to compare with
                                            another day's by any program that compares texts

Of each document: its fields with the words they were printed as, its tables, its case rows, its
warnings. At the end, how often each field was found, what letters and outcomes there are, what
could not be read and why, and how long it took.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from foitrack import assets
from foitrack.cli.reading_words import in_words
from foitrack.reading.as_json import reading_as_json, unread_as_json
from foitrack.reading.findings import Reading, Table, UnreadableDocumentError
from foitrack.reading.isolation import readers

WIDEST = 30
MOST_ROWS = 12
FIELDS = ("reference", "authority", "request_date", "received_date", "response_date", "outcome")


@dataclass
class Tally:
    """What is said at the end."""

    read: int = 0
    found: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    warned: int = 0
    tables: int = 0
    cases: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def count(self, reading: Reading) -> None:
        """Take in one document."""
        self.read += 1
        self.found.update(name for name in FIELDS if getattr(reading, name) is not None)
        self.letters[reading.letter.value if reading.letter else "not known"] += 1
        self.outcomes[reading.outcome.value if reading.outcome else "not clear"] += 1
        self.warned += bool(reading.warnings)
        self.tables += len(reading.tables)
        self.cases += len(reading.cases)

    def lines(self, seconds: float) -> Iterator[str]:
        """The end of the report."""
        yield f"{self.read} read in {seconds:.1f} s, {self.errors.total()} could not be"
        for name in FIELDS:
            yield f"  {name.replace('_', ' '):<16}{self.found[name]:>5} of {self.read}"
        yield f"  {'with warnings':<16}{self.warned:>5} of {self.read}"
        yield f"  {self.tables} tables, {self.cases} case rows"
        for title, counts in (
            ("Letters", self.letters),
            ("Outcomes", self.outcomes),
            ("Not read", self.errors),
        ):
            said = ", ".join(f"{name} {number}" for name, number in counts.most_common())
            yield f"  {title}: {said or 'none'}"


def main(arguments: Sequence[str]) -> int:
    """Print the report; 0 even where documents could not be read, since it says so."""
    parser = argparse.ArgumentParser(description="Reads every document of a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for each reading as a line of JSON")
    asked = parser.parse_args(arguments)
    files = sorted(path for path in asked.folder.rglob("*") if path.is_file())
    if not files:
        print(f"There is no file in {asked.folder}.", file=sys.stderr)
        return 2
    if asked.keep is None:
        _report(files, asked.folder, None)
    else:
        with asked.keep.open("w", encoding="utf-8") as kept:
            _report(files, asked.folder, kept)
    return 0


def _report(files: Sequence[Path], folder: Path, kept: TextIO | None) -> None:
    context = assets.reading_context()
    tally, start = Tally(), time.perf_counter()
    names = [str(path.relative_to(folder)) for path in files]
    documents = ((path.read_bytes(), name) for path, name in zip(files, names, strict=True))
    with readers() as pool:
        for name, result in zip(names, pool.read_many(documents, context), strict=True):
            if isinstance(result, UnreadableDocumentError):
                tally.errors[result.kind] += 1
                print(f"{name}\n  Not read: {result.message}\n")
                as_json = unread_as_json(name, result.kind, result.message)
            else:
                tally.count(result)
                print("\n".join(_document(result)))
                as_json = reading_as_json(result)
            if kept is not None:
                kept.write(json.dumps(as_json, ensure_ascii=False, sort_keys=True) + "\n")
    print("\n".join(tally.lines(time.perf_counter() - start)))


def _document(reading: Reading) -> Iterator[str]:
    yield in_words(reading).rstrip()
    for finding in reading.findings:
        yield f"    {finding.field}: “{' '.join(finding.printed.split())[:90]}” ({finding.why})"
    for number, table in enumerate(reading.tables, 1):
        yield f"    Table {number}"
        yield from _table(table)
    yield ""


def _table(table: Table) -> Iterator[str]:
    rows = [table.columns, *table.rows[:MOST_ROWS], *([table.total_row] if table.total_row else [])]
    widths = [min(WIDEST, max(len(row[at]) for row in rows)) for at in range(len(table.columns))]
    for row in rows:
        cells = (" ".join(c.split())[:w].ljust(w) for c, w in zip(row, widths, strict=True))
        yield f"      {' | '.join(cells)}"
    if len(table.rows) > MOST_ROWS:
        yield f"      and {len(table.rows) - MOST_ROWS} rows more"
    for flag in table.flags:
        yield f"      Look at: {flag}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
