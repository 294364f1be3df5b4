"""Every letter must read the same whatever it is saved as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import rendering
from tests.reading.test_letters import LETTERS, differences, letter, lot

CLOTHES: dict[str, Callable[[str], bytes]] = {
    "wrapped": rendering.wrapped,
    "windows": rendering.windows,
    "utf16": rendering.utf16,
    "page": rendering.page,
    "pdf": rendering.pdf,
}
_SET_IN = re.compile(r"^ {12,}\S|\S {12,}\S", re.MULTILINE)
SUFFIX = {"page": "html", "pdf": "pdf"}


def dressed() -> Iterator[object]:
    """Each letter in all clothes; in the short run one of six in one, which differs."""
    for name in LETTERS:
        for place, clothes in enumerate(CLOTHES):
            short = lot(name) % 30 == place
            yield pytest.param(name, clothes, marks=() if short else pytest.mark.extended)


def in_windows(text: str) -> bool:
    try:
        return bool(text.encode("cp1252"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(("name", "clothes"), list(dressed()))
def test_reads_the_same(context: ReadingContext, name: str, clothes: str) -> None:
    data = letter(name)
    if data.get("wrapped") and clothes in ("wrapped", "page"):
        pytest.skip("this letter's lines are broken already")
    if clothes == "pdf" and len(_SET_IN.findall(data["text"])) >= 3:
        pytest.skip("this letter's columns are kept apart by blanks alone")
    if clothes == "pdf" and data.get("wrapped") == "wide":
        pytest.skip("this letter's lines are broken already, and wider than a page")
    if clothes == "windows" and not in_windows(data["text"]):
        pytest.skip("this letter has characters that those programs cannot save")
    document = CLOTHES[clothes](data["text"].lstrip("\n"))
    reading = read_document(document, f"letter.{SUFFIX.get(clothes, 'txt')}", context)
    assert differences(reading, data) == []
    if clothes == "pdf":
        check_page_and_box(reading)


@pytest.mark.extended
@pytest.mark.parametrize("name", LETTERS)
def test_pdf_findings_have_page_and_box(context: ReadingContext, name: str) -> None:
    document = rendering.pdf(letter(name)["text"].lstrip("\n"))
    check_page_and_box(read_document(document, "letter.pdf", context))


def check_page_and_box(reading: Reading) -> None:
    for finding in reading.findings:
        place = finding.place
        if place.start is None:
            continue
        assert place.page is not None and place.page >= 1
        assert place.box is not None
        left, top, right, bottom = place.box
        assert 0 <= left < right <= 612 and 0 <= top < bottom <= 842
