"""Backups, checks and summaries can be stopped on the way; nothing half-done is left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.desk import campaigns, reports, requests, safety
from foitrack.desk.desk import Desk
from foitrack.progress import CancelledError, Progress
from tests.desk.conftest import TODAY


class StopsAt(Progress):
    """A person who stops the work at the so-manieth thing that it tells."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.left = number

    def tell(self, words: str, part: float | None = None) -> None:
        self.left -= 1
        if self.left < 0:
            self.stop()
        super().tell(words, part)


@pytest.mark.parametrize("number", [0, 3, 10_000])
def test_a_backup_is_there_whole_or_not_at_all(examples: Desk, tmp_path: Path, number: int) -> None:
    progress = StopsAt(number)
    try:
        made = safety.backup(examples, tmp_path / "usb", progress)
    except CancelledError:
        assert number < 10_000
        left = [path.name for path in (tmp_path / "usb").rglob("*") if path.is_file()]
        assert left == []
    else:
        assert progress.left > 0
        assert safety.listed(made.path.parent) == (made,)
        assert not any(safety.compare(examples, made).kinds)


def test_a_backup_that_is_stopped_among_its_documents_is_made_the_next_time(
    examples: Desk, tmp_path: Path
) -> None:
    told: list[str] = []

    class Counts(Progress):
        def tell(self, words: str, part: float | None = None) -> None:
            told.append(words)
            super().tell(words, part)

    safety.backup(examples, tmp_path / "first", Counts())
    with pytest.raises(CancelledError):
        safety.backup(examples, tmp_path / "second", StopsAt(len(told) - 1))
    made = safety.backup(examples, tmp_path / "second")
    assert safety.listed(made.path.parent) == (made,)


@pytest.mark.parametrize(
    "work",
    [
        lambda desk, progress: safety.check(desk, progress=progress),
        lambda desk, progress: reports.summary(desk, None, today=TODAY, progress=progress),
        lambda desk, progress: reports.printed(
            reports.summary(desk, None, today=TODAY), progress=progress
        ),
        lambda desk, progress: requests.recount(desk, progress),
    ],
    ids=["check", "summary", "pages", "recount"],
)
def test_long_work_heeds_its_end(examples: Desk, work: Callable[[Desk, Progress], object]) -> None:
    for number in (0, 2):
        with pytest.raises(CancelledError):
            work(examples, StopsAt(number))


def test_work_goes_on_while_the_file_is_checked(
    examples: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing the search index takes seconds where there is much; nobody waits for that."""
    real = search.out_of_step
    made: list[str] = []

    def compare(session: Session) -> int:
        with ThreadPoolExecutor(1) as worker:
            made.append(worker.submit(campaigns.create, examples, "Meanwhile").result(5).undo_label)
        return real(session)

    monkeypatch.setattr(search, "out_of_step", compare)
    assert safety.check(examples).troubles == ()
    assert made == ["Begin campaign Meanwhile"]
