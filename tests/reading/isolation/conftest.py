"""Workers that do what a hostile document would make them do: one pool for all these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Limits, Readers
from foitrack.reading.reader import ReadingContext

MEGABYTE = 1024 * 1024
HOSTILE = "tests.reading.isolation.hostile"

Ask = Callable[..., Reading]
Fails = Callable[..., UnreadableDocumentError]


@pytest.fixture(scope="package")
def pool() -> Iterator[Readers]:
    """Held to little memory and output, but with time for a busy machine."""
    limits = Limits(seconds=30, memory=400 * MEGABYTE, answer=32 * MEGABYTE, files=4 * MEGABYTE)
    with Readers(workers=2, limits=limits, tasks=HOSTILE) as readers:
        yield readers


@pytest.fixture(scope="package")
def hasty() -> Iterator[Readers]:
    """For what never ends: a little time only."""
    limits = Limits(seconds=0.3, converting_seconds=0.6)
    with Readers(workers=1, limits=limits, tasks=HOSTILE) as readers:
        yield readers


@pytest.fixture
def ask(pool: Readers, context: ReadingContext) -> Ask:
    """Has a worker do one of the deeds of `hostile`."""

    def reads(deed: str, data: str | bytes = b"", **more: object) -> Reading:
        raw = data.encode() if isinstance(data, str) else data
        return pool.read(raw, deed, context, **more)  # type: ignore[arg-type]

    return reads


@pytest.fixture
def fails(pool: Readers, context: ReadingContext) -> Fails:
    """The error that a deed ends with, in a pool that must still read afterwards."""

    def reads(deed: str, data: str | bytes = b"", by: Readers = pool) -> UnreadableDocumentError:
        raw = data.encode() if isinstance(data, str) else data
        with pytest.raises(UnreadableDocumentError) as caught:
            by.read(raw, deed, context)
        return caught.value

    return reads
