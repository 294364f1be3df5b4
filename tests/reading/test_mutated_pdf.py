"""PDFs, web pages and texts changed at random, in bytes and in what pages draw: each is read or
refused in plain words, in time, and never takes the reading process with it.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Iterator

import pytest

from foitrack import assets
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Limits, Readers
from foitrack.reading.reader import ReadingContext
from tests.reading import rendering
from tests.reading.test_letters import letter

SHORT, LONG = 30, 2000
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+")
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?")
_OPERATOR = re.compile(rb"(?<=\s)(?:BT|ET|Tj|TJ|Tm|Td|Tf|q|Q|cm|re|f|S|n|T\*)(?=\s)")
_TAG = re.compile(rb"<[^<>]{1,80}>")
_ODD_NUMBERS = [b"0", b"-1", b"1e38", b"99999999999", b"-0.0000001", b"1.7976931348623157e308", b""]
_ODD_TAGS = [b"", b"<table>", b"</table>", b"<tr>", b"<td colspan=999999>", b"<![CDATA[", b"<!--"]
_ODD_TEXT = ["\t", "|", "  ", "\u202e", "\ud7ff", "\u0000", "\n\n", "│", "9" * 40, "(", "*"]


def originals() -> list[str]:
    names = ["police-table-by-rank", "nhs-suppressed", "university-by-question"]
    seeds = sorted(assets.seed_folder().glob("00[14]_*.txt"))
    return [letter(name)["text"] for name in names] + [s.read_text("utf-8") for s in seeds]


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            del changed[at : at + chance.randint(1, 300)]
        elif kind == 1:
            changed[at:at] = chance.randbytes(chance.randint(1, 40))
        elif kind == 2:
            changed[at:at] = changed[at : at + 300]
        elif at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def swapped(data: bytes, form: re.Pattern[bytes], odd: list[bytes], chance: random.Random) -> bytes:
    """Some of what a form finds, made one of the odd or another of the found."""
    found = list(form.finditer(data))
    if not found:
        return data
    pieces, at = [], 0
    chosen = chance.sample(found, min(len(found), chance.randint(1, 30)))
    for one in sorted(chosen, key=lambda met: met.start()):
        new = chance.choice([*odd, chance.choice(found)[0], one[0] * 2])
        pieces += [data[at : one.start()], new]
        at = one.end()
    return b"".join([*pieces, data[at:]])


def in_streams(data: bytes, chance: random.Random) -> bytes:
    """What a page draws, changed before it is packed: numbers, commands, bytes."""

    def change(met: re.Match[bytes]) -> bytes:
        drawn = zlib.decompressobj().decompress(met[1])
        kind = chance.randrange(3)
        if kind == 0:
            drawn = swapped(drawn, _NUMBER, _ODD_NUMBERS, chance)
        elif kind == 1:
            drawn = swapped(drawn, _OPERATOR, [b"", b"q", b"BT", b"TJ", b"cm"], chance)
        else:
            drawn = in_bytes(drawn, chance)
        return b"stream\n" + zlib.compress(drawn) + b"\nendstream"

    # The lengths and the table of places no longer fit; the renderer then looks for itself.
    return _LENGTH.sub(b"/Length 0", _STREAM.sub(change, data)) if chance.random() < 0.8 else data


def pdf_of(text: str, chance: random.Random) -> bytes:
    from reportlab import rl_config

    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        return rendering.pdf(text, ruled=chance.random() < 0.5)
    finally:
        rl_config.useA85 = before


def mutated_pdfs(chance: random.Random, count: int) -> Iterator[bytes]:
    whole = [pdf_of(text, chance) for text in originals()]
    for number in range(count):
        data = whole[number % len(whole)]
        yield (in_streams if number % 2 else in_bytes)(data, chance)


def mutated_pages(chance: random.Random, count: int) -> Iterator[bytes]:
    whole = [rendering.page(text) for text in originals()]
    for number in range(count):
        data = whole[number % len(whole)]
        yield swapped(data, _TAG, _ODD_TAGS, chance) if number % 2 else in_bytes(data, chance)


def mutated_texts(chance: random.Random, count: int) -> Iterator[bytes]:
    whole = originals()
    for number in range(count):
        text = whole[number % len(whole)]
        if number % 2:
            for _ in range(chance.randint(1, 40)):
                at = chance.randrange(len(text))
                text = text[:at] + chance.choice(_ODD_TEXT) + text[at + chance.randint(0, 3) :]
        data = text.encode("utf-8", "replace")
        yield data if number % 2 else in_bytes(data, chance)


MUTATED: dict[str, Callable[[random.Random, int], Iterator[bytes]]] = {
    "pdf": mutated_pdfs,
    "html": mutated_pages,
    "txt": mutated_texts,
}


@pytest.fixture(scope="module")
def pool() -> Iterator[Readers]:
    with Readers(workers=1, limits=Limits(seconds=60)) as readers:
        yield readers


def read_all(pool: Readers, context: ReadingContext, form: str, count: int) -> int:
    """How many could be read."""
    chance, done = random.Random(f"{form} 20230330"), 0
    for number, data in enumerate(MUTATED[form](chance, count)):
        try:
            reading = pool.read(data, f"{number}.{form}", context)
        except UnreadableDocumentError as problem:
            # The renderer may fall over a hostile page; our own code may not.
            assert problem.message
            assert problem.kind != "too-slow", number
            assert "Error" not in str(problem.__cause__), (number, problem.__cause__)
            continue
        done += 1
        places(reading)
    return done


def places(reading: Reading) -> None:
    """Every place lies in the text and on the page that it names."""
    for finding in reading.findings:
        start, end, box = finding.place.start, finding.place.end, finding.place.box
        assert start is None or end is None or 0 <= start <= end <= len(reading.text)
        assert box is None or (box[0] <= box[2] and box[1] <= box[3])
    for table in reading.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert len(table.row_places) == len(table.rows)


@pytest.mark.parametrize("form", MUTATED)
def test_nothing_escapes(pool: Readers, context: ReadingContext, form: str) -> None:
    assert read_all(pool, context, form, SHORT) > SHORT // 4


@pytest.mark.extended
@pytest.mark.parametrize("form", MUTATED)
def test_nothing_escapes_at_length(pool: Readers, context: ReadingContext, form: str) -> None:
    assert read_all(pool, context, form, LONG) > LONG // 4
