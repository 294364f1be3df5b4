from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack import assets
from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document


@pytest.fixture(scope="session")
def context() -> ReadingContext:
    return assets.reading_context()


@pytest.fixture(scope="session")
def read(context: ReadingContext) -> Callable[[str], Reading]:
    """Reads a letter given as text."""

    def reader(letter: str) -> Reading:
        return read_document(letter.encode(), "letter.txt", context)

    return reader


@pytest.fixture(scope="session")
def seed(context: ReadingContext) -> Callable[[str], Reading]:
    """Reads one of the five example responses, by its number."""

    def reader(number: str) -> Reading:
        (file,) = assets.seed_folder().glob(f"{number}_*.txt")
        return read_document(file.read_bytes(), file.name, context)

    return reader
