"""Workbooks with bytes or XML changed at random: read, or refused in plain words, in time."""

from __future__ import annotations

import io
import random
import re
import time
from collections.abc import Mapping
from datetime import date
from zipfile import ZipFile

import pytest

from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making.sheets import WRITERS, MadeSheet, Value, csv_text, zipped

SHORT, LONG = 60, 2000
SLOWEST = 10.0
"""Seconds that any one may take, on a machine with much else to do."""
FORMS = [*WRITERS, "csv"]
_NUMBER = re.compile(rb'"\d{1,7}"')
_NAME = re.compile(rb'"[A-Z]{1,3}\d{1,5}(?::[A-Z]{1,3}\d{1,5})?"')
_ELEMENT = re.compile(rb"<[^<>]{1,200}>")
_ODD_NUMBERS = [b"0", b"-1", b"99999999999", b"1048577", b"16385", b"", b"1e9", b"x"]
_ODD_NAMES = [b"A0", b"XFE1", b"ZZZZ9", b"A1:XFD1048576", b"1A", b"", b"$B$2", b"B2:A1"]


def originals() -> dict[str, bytes]:
    rows: list[list[Value]] = [
        ["Police misconduct 2019 to 2021"],
        [],
        ["Date", "Officers", None, "Outcome", "Share", "Secret"],
        [None, "Rank", "Number", None, None, None],
        [date(2019, 2, 1), "PC", 3, "Written warning", 0.25, "x"],
        [date(2020, 12, 25), "Sgt", "<5", "NFA", 0.5, "y"],
        [date(2021, 3, 4), "PC", "*", "Dismissed", 1, True],
        ["Total", None, 9, None, None, None],
        ["Note: as recorded."],
        [],
        ["Outcome", 2019, 2020],
        ["Dismissed", 1, 0],
        ["Resigned", "1x PC\n2x SC", "-"],
    ]
    sheets = (
        MadeSheet(
            rows,
            merges=("B3:C3", "A3:A4", "A5:A6"),
            hidden_columns=frozenset({5}),
            hidden_rows=frozenset({6}),
            white=frozenset({(9, 0)}),
            formats={(5, 0): "mm/dd/yyyy", (5, 4): "0.0%", (7, 4): ";;;"},
            comments={(5, 1): "a comment"},
        ),
        MadeSheet(rows[2:], "Raw", "hidden"),
    )
    return {form: WRITERS[form](*sheets) for form in WRITERS} | {"csv": csv_text(rows)}


def mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            del changed[at : at + chance.randint(1, 200)]
        elif kind == 1:
            changed[at:at] = chance.randbytes(chance.randint(1, 40))
        elif kind == 2:
            changed[at:at] = changed[at : at + 300]
        elif kind == 3:
            changed[at : at + 2] = chance.choice([b"\xff\xff", b"\0\0", b"\x01\0", b"\xfe\x7f"])
        elif at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def mutated_xml(data: bytes, chance: random.Random) -> bytes:
    """XML whose numbers, names of cells and elements are not what they were."""
    for _ in range(chance.randint(1, 6)):
        form = chance.choice([_NUMBER, _NAME, _ELEMENT])
        found = list(form.finditer(data))
        if not found:
            continue
        one = chance.choice(found)
        if form is _ELEMENT:
            new = chance.choice([b"", one[0] * 2, chance.choice(found)[0], one[0][:-1]])
        else:
            odd = _ODD_NUMBERS if form is _NUMBER else _ODD_NAMES
            new = b'"' + chance.choice(odd) + b'"'
        data = data[: one.start()] + new + data[one.end() :]
    return data


def mutated_records(data: bytes, chance: random.Random) -> bytes:
    """An old workbook with records changed and its length not, so that its container holds."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(512, len(changed) - 8)
        new = chance.choice(
            [b"\xff\xff", b"\0", b"\xff\xff\xff\x7f", chance.randbytes(4), changed[at + 4 : at + 8]]
        )
        changed[at : at + len(new)] = new
    return bytes(changed)


def mutated(form: str, data: bytes, chance: random.Random) -> bytes:
    if form == "xls" and chance.random() < 0.8:
        return mutated_records(data, chance)
    if form in ("xls", "csv") or chance.random() < 0.3:
        return mutated_bytes(data, chance)
    with ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(sorted(members))
        change = mutated_xml if chance.random() < 0.8 else mutated_bytes
        held = members[name]
        members[name] = change(held if isinstance(held, bytes) else held.encode(), chance)
    if chance.random() < 0.05:
        del members[chance.choice(sorted(members))]
    return zipped(members)


def try_all(form: str, context: ReadingContext, rounds: int) -> Mapping[str, int]:
    chance = random.Random(f"sheets {form}")
    original = originals()[form]
    ends = {"read": 0, "refused": 0}
    for _ in range(rounds):
        data = mutated(form, original, chance)
        began = time.perf_counter()
        try:
            reading = read_document(data, f"a.{form}", context)
        except UnreadableDocumentError as problem:
            assert problem.message
            ends["refused"] += 1
        else:
            ends["read"] += 1
            for table in reading.tables:
                assert all(len(row) == len(table.columns) for row in table.rows)
                assert len(table.row_places) == len(table.rows)
        assert time.perf_counter() - began < SLOWEST
    return ends


@pytest.mark.parametrize("form", FORMS)
def test_nothing_escapes(context: ReadingContext, form: str) -> None:
    ends = try_all(form, context, SHORT)
    # Of changes at random some leave the file readable and some do not: else they prove little.
    assert ends["read"] > SHORT // 10


@pytest.mark.extended
@pytest.mark.parametrize("form", FORMS)
def test_nothing_escapes_at_length(context: ReadingContext, form: str) -> None:
    try_all(form, context, LONG)
