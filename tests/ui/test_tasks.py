"""Work runs beside the window's thread, in order, and comes back on it."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from foitrack.errors import PlainError
from foitrack.progress import Progress
from ui.tasks import READING, Tasks, show_as_bug


@pytest.fixture
def tasks(qapp: QApplication) -> Tasks:
    return Tasks()


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(tasks.idle)


def test_work_runs_elsewhere_and_comes_back_here(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []
    done_on: list[int] = []

    def done(thread: int) -> None:
        seen.append(thread)
        done_on.append(threading.get_ident())

    tasks.run(threading.get_ident, done)
    assert not tasks.idle()
    idle(qtbot, tasks)
    assert seen[0] != threading.get_ident()
    assert done_on == [threading.get_ident()]
    tasks.close()


def test_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, order.append)
    idle(qtbot, tasks)
    assert order == list(range(20))
    tasks.close()


def test_what_fails_goes_to_who_said_what_to_do_then(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise PlainError("It did not work.")

    told: list[Exception] = []
    tasks.run(fail, lambda _: told.append(AssertionError()), told.append)
    idle(qtbot, tasks)
    assert [str(problem) for problem in told] == ["It did not work."]
    with qtbot.waitSignal(tasks.problem) as blocker:
        tasks.run(fail, lambda _: None)
    assert str(blocker.args[0]) == "It did not work."
    tasks.close()


def test_a_result_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    label = QLabel()
    tasks.run(lambda: gate.wait(5) and "late", label.setText)
    label.deleteLater()
    qtbot.waitUntil(lambda: _deleted(label))
    gate.set()
    idle(qtbot, tasks)
    tasks.close()


def _deleted(widget: QObject) -> bool:
    import shiboken6

    return not shiboken6.isValid(widget)


def test_only_long_work_is_said_and_its_end_too(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    said: list[str] = []
    tasks.busy.connect(said.append)
    tasks.run(lambda: None, lambda _: None, label="Quick")
    idle(qtbot, tasks)
    with qtbot.waitSignal(tasks.busy):
        tasks.run(lambda: gate.wait(10), lambda _: None, label="Reading the response")
    with qtbot.waitSignal(tasks.calm):
        gate.set()
    assert said == ["Reading the response"]
    tasks.close()


def test_after_the_end_nothing_is_handed_back(qtbot: QtBot, tasks: Tasks) -> None:
    handed: list[int] = []
    tasks.run(lambda: 1, handed.append)
    tasks.close()
    tasks.run(lambda: 2, handed.append)
    QApplication.processEvents()
    assert handed == []
    assert tasks.idle()


def test_an_unforeseen_error_shows_as_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []

    def hook(kind: type[BaseException], problem: BaseException, _: TracebackType | None) -> None:
        shown.append((kind, problem))

    monkeypatch.setattr(sys, "excepthook", hook)
    problem = ValueError("no")
    show_as_bug(problem)
    assert shown == [(ValueError, problem)]


def test_a_lane_waits_for_nothing_in_another(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.run(lambda: str(gate.wait(10)), seen.append, lane=READING)
    tasks.run(lambda: "desk", seen.append)
    qtbot.waitUntil(lambda: seen == ["desk"])
    assert not tasks.idle()
    gate.set()
    idle(qtbot, tasks)
    assert seen == ["desk", "True"]
    tasks.close()


def test_of_questions_on_one_topic_only_the_newest_is_put(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    put: list[str] = []
    told: list[str] = []

    def ask(what: str) -> str:
        put.append(what)
        gate.wait(10)
        return what

    for what in ("first", "second", "third"):
        tasks.run(lambda what=what: ask(what), told.append, topic="list")
        qtbot.waitUntil(lambda: put == ["first"], timeout=5_000)
    tasks.run(lambda: "another", told.append, topic="else")
    gate.set()
    idle(qtbot, tasks)
    # The first had begun when the others were asked; what came of it is for its asker to judge.
    assert put == ["first", "third"]
    assert told == ["first", "third", "another"]
    tasks.close()


def test_what_can_be_stopped_is_told_of_once_it_lasts_and_stopped_at_the_end(
    qtbot: QtBot, tasks: Tasks
) -> None:
    progress, quick = Progress(), Progress()
    begun, lasting, over = threading.Event(), [], []  # type: ignore[var-annotated]
    tasks.lasting.connect(lambda label, its: lasting.append((label, its)))
    tasks.over.connect(over.append)

    def work() -> None:
        begun.set()
        while True:
            progress.tell("Counting")
            threading.Event().wait(0.005)

    tasks.run(lambda: None, lambda _: None, label="Quick", progress=quick)
    qtbot.waitUntil(lambda: over == [quick])
    tasks.run(work, lambda _: None, label="Slow", progress=progress)
    qtbot.waitUntil(lambda: lasting == [("Slow", progress)], timeout=5_000)
    # Closing waits for what runs, so that has to be told to stop.
    tasks.close()
    assert progress.stopping
