"""Documents on their way to being read: two at a time, watched, put first, and stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from foitrack.desk import batches, responses
from foitrack.desk.views import Filed
from foitrack.reading.isolation import ReadingCancelledError
from tests.ui.recording.samples import LETTER, pdf
from ui.recording.page import RecordPage
from ui.recording.reading_queue import ReadState
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


class Gate:
    """Readings that end when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.order: list[int] = []
        self.open = threading.Event()
        self._real = batches.read_one
        monkeypatch.setattr(batches, "read_one", self._read)

    def _read(
        self, desk: object, proposal_id: int, *, early: object, cancelled: Callable[[], bool]
    ) -> tuple[Filed, ...]:
        self.order.append(proposal_id)
        while not self.open.wait(0.01):
            if cancelled():
                raise ReadingCancelledError("letter.txt")
        return self._real(desk, proposal_id)  # type: ignore[arg-type]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


def keep(workspace: Workspace, *names: str) -> list[int]:
    files = [(name, f"{LETTER}\n{name}".encode()) for name in names]
    return list(batches.keep_many(workspace.desk, files))


def test_two_are_read_at_a_time_and_what_is_opened_goes_first(
    empty_workspace: Workspace, gate: Gate, qtbot: QtBot, settle: Settle
) -> None:
    ids = keep(empty_workspace, "a.txt", "b.txt", "c.txt", "d.txt")
    queue = empty_workspace.readings
    queue.want(ids)
    qtbot.waitUntil(lambda: sorted(gate.order) == ids[:2])
    assert [queue.state(each) for each in ids] == [
        *([ReadState.READING] * 2),
        *([ReadState.WAITING] * 2),
    ]
    queue.want_first(ids[3])
    gate.open.set()
    settle(empty_workspace)
    assert gate.order[2:] == [ids[3], ids[2]]
    assert {queue.state(each) for each in ids} == {ReadState.READ}
    assert queue.left() == 0
    assert all(responses.proposal(empty_workspace.desk, each).findings for each in ids)


def test_what_is_stopped_stays_kept_and_can_be_read_later(
    empty_workspace: Workspace, gate: Gate, qtbot: QtBot, settle: Settle
) -> None:
    ids = keep(empty_workspace, "a.txt", "b.txt", "c.txt")
    queue = empty_workspace.readings
    queue.want(ids)
    qtbot.waitUntil(lambda: len(gate.order) == 2)
    queue.stop_all()
    settle(empty_workspace)
    assert {queue.state(each) for each in ids} == {ReadState.STOPPED}
    assert len(gate.order) == 2
    for each in ids:
        kept = responses.proposal(empty_workspace.desk, each)
        assert not kept.findings
        assert responses.document_bytes(empty_workspace.desk, kept.documents[0].id)
    gate.open.set()
    queue.want(ids[:1])
    settle(empty_workspace)
    assert responses.proposal(empty_workspace.desk, ids[0]).findings


@pytest.fixture
def page(empty_workspace: Workspace, qtbot: QtBot) -> RecordPage:
    made = RecordPage(empty_workspace)
    qtbot.addWidget(made)
    made.resize(1300, 820)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_progress_is_said_after_a_moment_and_reading_can_be_cancelled(
    page: RecordPage, empty_workspace: Workspace, gate: Gate, qtbot: QtBot, settle: Settle
) -> None:
    [proposal_id] = keep(empty_workspace, "a.txt")
    page.show_argument(proposal_id)
    qtbot.waitUntil(lambda: gate.order == [proposal_id])
    assert not page.strip.isVisible()
    qtbot.waitUntil(page.strip.isVisible)
    assert "Reading" in page.strip.label.text()
    page.strip.cancel.click()
    settle(empty_workspace)
    assert page.strip.again.isVisible()
    assert "kept" in page.strip.label.text()
    gate.open.set()
    page.strip.again.click()
    settle(empty_workspace)
    assert not page.strip.isVisible()
    assert any(card.finding.field == "reference" for card in page.fields.cards.values())


def test_the_first_pages_of_a_long_letter_are_shown_before_the_rest(
    page: RecordPage,
    empty_workspace: Workspace,
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = pdf(LETTER, *(f"Annex {n}\n" + "words\n" * 30 for n in range(60)))
    [proposal_id] = batches.keep_many(empty_workspace.desk, [("long.pdf", long)])
    real = batches.read_one
    gate = threading.Event()

    def held(desk: object, number: int, *, early: Callable[..., None], cancelled: object) -> object:
        filed = real(desk, number, early=early)  # type: ignore[arg-type]
        gate.wait(20)
        return filed

    monkeypatch.setattr(batches, "read_one", held)
    page.show_argument(proposal_id)
    qtbot.waitUntil(lambda: bool(page.fields.cards), timeout=20_000)
    cards = list(page.fields.cards.values())
    assert {card.finding.id for card in cards} == {
        card.finding.id for card in cards if card.finding.id < 0
    }
    assert "FOI 2023/445" in page.document.text.toPlainText()
    assert not any(card.isEnabled() for card in cards)
    assert "so far" in page.strip.label.text()
    assert not page.footer.can_save()
    gate.set()
    settle(empty_workspace)
    assert all(card.finding.id > 0 for card in page.fields.cards.values())
    assert all(card.isEnabled() for card in page.fields.cards.values())
    assert not page.strip.isVisible()


def test_what_is_found_first_is_on_screen_while_pages_are_still_being_read(
    page: RecordPage, empty_workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    """With the program's own readers: no page can have been read last before somebody looks."""
    [proposal_id] = batches.keep_many(empty_workspace.desk, [("long.pdf", endless())])
    page.show_argument(proposal_id)
    qtbot.waitUntil(lambda: bool(page.fields.cards), timeout=20_000)
    assert empty_workspace.readings.state(proposal_id) is ReadState.READING
    assert all(card.finding.id < 0 for card in page.fields.cards.values())
    assert "FOI 2023/445" in page.document.text.toPlainText()
    page.strip.cancel.click()
    settle(empty_workspace)
    assert page.strip.again.isVisible()


def endless() -> bytes:
    """A letter, and so many pages of an annex, all alike, that reading them takes seconds."""
    letter = [f"({line}) '" for line in LETTER.splitlines() if line.isascii()]
    annex = [f"({'words of an annex ' * 5}) '"] * 60
    pages = ["3 0 R", *["4 0 R"] * 4_500]
    kids = " ".join(f"{number} 0 R" for number in range(6, 6 + len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]"
        "/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>>>",
        *(_stream(lines) for lines in (letter, annex)),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(f"<</Type/Page/Parent 2 0 R/Contents {content}>>" for content in pages),
    ]
    whole, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj{one}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(whole)}\n%%EOF"
    return (whole + end).encode("ascii")


def _stream(lines: list[str]) -> str:
    drawn = "\n".join(["BT /F 10 Tf 12 TL 60 800 Td", *lines, "ET"])
    return f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream "
