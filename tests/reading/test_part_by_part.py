"""What brings its reader down inside a mail is lost alone; the rest is read by other readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from foitrack.reading import part_by_part
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.part_by_part import read_isolated
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.mailing import COVER, archive, eml

LETTER = (
    b"Kent Police\n\nOur reference: 79/23\n\n2 March 2023\n\nThe information is exempt by virtue "
    b"of section 40(2) of the Freedom of Information Act 2000 and is withheld.\n"
)
DEADLY = b"deadly \x01\x02"


class Fragile:
    """Readers that break down over one thing."""

    def __init__(self) -> None:
        self.calls = 0

    def read(self, data: bytes, name: str, context: ReadingContext, **_: Any) -> Reading:
        self.calls += 1
        if data == DEADLY or (context.members and name.endswith((".eml", ".zip"))):
            raise UnreadableDocumentError("crashed", f"Reading “{name}” ended its reader.")
        return read_document(data, name, context)


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Fragile:
    made = Fragile()
    monkeypatch.setattr(part_by_part, "readers", lambda: made)
    return made


def test_the_rest_is_read(fragile: Fragile, context: ReadingContext) -> None:
    inner = archive([("reply.txt", LETTER), ("bad.pdf", DEADLY)])
    mail = eml(COVER, [("bad.doc", DEADLY), ("all.zip", inner)])
    reading = read_isolated(mail, "a.eml", context)
    assert reading.reference == "79/23"
    [found] = [f for f in reading.findings if f.field == "reference"]
    assert found.place.part == "all.zip/reply.txt"
    bad, packed = reading.parts
    assert bad.error == "Reading “bad.doc” ended its reader."
    assert packed.reading is not None
    assert [(p.path, bool(p.error)) for p in packed.reading.parts] == [
        ("all.zip/reply.txt", False),
        ("all.zip/bad.pdf", True),
    ]
    assert any("bad.doc" in warning for warning in reading.warnings)


def test_after_some_losses_the_rest_is_left(fragile: Fragile, context: ReadingContext) -> None:
    mail = eml(COVER, [(f"{n}.pdf", DEADLY) for n in range(20)])
    reading = read_isolated(mail, "a.eml", context)
    assert all(part.error for part in reading.parts)
    assert fragile.calls < 12


@pytest.mark.parametrize("name", ["a.txt", "a.pdf"])
def test_what_holds_nothing_stays_an_error(
    fragile: Fragile, context: ReadingContext, name: str
) -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        read_isolated(DEADLY, name, context)
    assert problem.value.kind == "crashed"


def test_other_errors_are_told_at_once(
    monkeypatch: pytest.MonkeyPatch, context: ReadingContext
) -> None:
    calls: list[str] = []

    class Refusing:
        def read(self, data: bytes, name: str, context: ReadingContext, **_: Any) -> Reading:
            calls.append(name)
            raise UnreadableDocumentError("encrypted", "It is locked.")

    made: Callable[[], Refusing] = Refusing
    monkeypatch.setattr(part_by_part, "readers", made)
    with pytest.raises(UnreadableDocumentError, match="locked"):
        read_isolated(b"x", "a.zip", context)
    assert calls == ["a.zip"]
