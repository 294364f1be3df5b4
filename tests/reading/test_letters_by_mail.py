"""Every letter must read the same as a mail's own words, and attached to one that covers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from _pytest.mark import ParameterSet

from foitrack import assets
from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import mailing, rendering
from tests.reading.test_letters import LETTERS, differences, letter, lot

MAILED = date(2024, 6, 5)
WAYS: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "eml": lambda text: (mailing.eml(text), "a.eml"),
    "msg": lambda text: (mailing.msg(text), "a.msg"),
    "mbox": lambda text: (mailing.mbox(text), "a.mbox"),
    "pdf attached": lambda text: (
        mailing.eml(mailing.COVER, [("letter.pdf", rendering.pdf(text))]),
        "a.eml",
    ),
    "text attached": lambda text: (
        mailing.msg(mailing.COVER, [("letter.txt", text.encode())]),
        "a.msg",
    ),
    "zip": lambda text: (mailing.archive([("reply/letter.txt", text.encode())]), "a.zip"),
}


def by_mail(reading: Reading, data: dict[str, object]) -> list[str]:
    """The differences that are not due to what only the mail says."""
    found = differences(reading, data)
    if reading.response_date == MAILED:
        # The letter has no date of its own: the mail's is taken.
        found = [one for one in found if not one.startswith("response_date")]
    return found


def misplaced(reading: Reading) -> list[str]:
    """Each finding that does not stand where it says, in the part that it says."""
    texts: dict[str | None, str] = {None: reading.text}
    texts |= {p.path: p.reading.text for p in reading.parts if p.reading}
    found = []
    for finding in reading.findings:
        place = finding.place
        if place.start is not None and place.end is not None:
            there = texts[place.part][place.start : place.end]
            if " ".join(there.split()) != finding.printed:
                found.append(f"{finding.field}: {there!r}, not {finding.printed!r}")
    return found


def each_way() -> Iterator[ParameterSet]:
    """Every sixteenth letter one way, in turn, half of them as a mail's own words; in the long run
    every letter all ways."""
    others = [way for way in WAYS if way != "eml"]
    for name in LETTERS:
        number = lot(name)
        turn = others[number // 8 % len(others)] if number % 2 else "eml"
        for way in WAYS:
            short = way == turn and number % 32 < 2
            yield pytest.param(name, way, marks=() if short else pytest.mark.extended)


@pytest.mark.parametrize(("name", "way"), list(each_way()))
def test_reads_the_same(context: ReadingContext, name: str, way: str) -> None:
    data = letter(name)
    if data["expect"].get("letter") == "other":
        pytest.skip("what a mail covers without saying more is a response")
    if data.get("mailed"):
        pytest.skip("this letter is a mail with its heading already")
    if way == "pdf attached" and data.get("wrapped") == "wide":
        pytest.skip("this letter's lines are broken already, and wider than a page")
    document, called = WAYS[way](data["text"].lstrip("\n"))
    reading = read_document(document, called, context)
    assert by_mail(reading, data) == []
    assert reading.findings
    assert misplaced(reading) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seeds_read_the_same(
    context: ReadingContext, seed: Callable[[str], Reading], number: str, way: str
) -> None:
    [file] = assets.seed_folder().glob(f"{number}_*.txt")
    if way == "pdf attached":
        pytest.skip("a PDF lays these out anew; see test_seeds")
    document, called = WAYS[way](file.read_text("utf-8"))
    reading, alone = read_document(document, called, context), seed(number)
    for field in ("reference", "authority", "outcome", "exemptions", "request_date"):
        assert getattr(reading, field) == getattr(alone, field), field
    assert reading.response_date in (alone.response_date, MAILED)
    assert reading.schema == alone.schema
    assert [row.values for row in reading.cases] == [row.values for row in alone.cases]
    assert [zero.period for zero in reading.zeros] == [zero.period for zero in alone.zeros]
