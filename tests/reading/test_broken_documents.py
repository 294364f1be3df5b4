"""Documents with bytes changed, lost, doubled or strewn in: read, or refused in plain words."""

from __future__ import annotations

import random

import pytest

from foitrack import assets
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import rendering
from tests.reading.test_letters import LETTERS, letter

SHORT, LONG = 40, 2000


def originals() -> list[tuple[str, bytes]]:
    texts = [letter(name)["text"] for name in LETTERS[::9]]
    texts += [file.read_text("utf-8") for file in sorted(assets.seed_folder().glob("00[04]_*.txt"))]
    found = []
    for text in texts:
        found += [("a.txt", text.encode()), ("a.html", rendering.page(text))]
        found += [("a.pdf", rendering.pdf(text)), ("a.txt", text.encode("utf-16"))]
    return found


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            del changed[at : at + chance.randint(1, 400)]
        elif kind == 1:
            changed[at:at] = chance.randbytes(chance.randint(1, 40))
        elif kind == 2:
            changed[at:at] = changed[at : at + 300]
        elif at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def try_all(context: ReadingContext, rounds: int) -> None:
    chance = random.Random(20230330)
    documents = originals()
    for number in range(rounds):
        name, data = documents[number % len(documents)]
        try:
            reading = read_document(mutated(data, chance), name, context)
        except UnreadableDocumentError as problem:
            assert problem.message
            continue
        for finding in reading.findings:
            start, end = finding.place.start, finding.place.end
            assert start is None or end is None or 0 <= start <= end <= len(reading.text)


def test_nothing_escapes(context: ReadingContext) -> None:
    try_all(context, SHORT)


@pytest.mark.extended
def test_nothing_escapes_at_length(context: ReadingContext) -> None:
    try_all(context, LONG)
