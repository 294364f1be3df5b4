"""What stands in a cycle dies on the window's thread, however busy the worker is."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtWidgets import QApplication

from ui.collecting import Collector, collect_on_this_thread, set_apart, take_back


class Cycle:
    """Refers to itself, and says on which thread it died."""

    died_on: list[int]

    def __init__(self, died_on: list[int]) -> None:
        self.died_on = died_on
        self.itself = self

    def __del__(self) -> None:
        self.died_on.append(threading.get_ident())


def allocate_much() -> None:
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def test_a_cycle_does_not_die_on_the_worker(dressed: QApplication) -> None:
    collect_on_this_thread(dressed)
    died_on: list[int] = []
    for _ in range(50):
        Cycle(died_on)
    with ThreadPoolExecutor(1) as worker:
        worker.submit(allocate_much).result()
    assert died_on == []
    collector = dressed.findChild(Collector)
    assert collector is not None
    for _ in range(5):
        collector.collect_due()
    gc.collect()
    assert died_on == [threading.get_ident()] * 50


def test_there_is_one_collector(dressed: QApplication) -> None:
    collect_on_this_thread(dressed)
    collect_on_this_thread(dressed)
    assert len(dressed.findChildren(Collector)) == 1
    assert not gc.isenabled()


def test_what_is_due_is_collected(dressed: QApplication) -> None:
    collect_on_this_thread(dressed)
    collector = dressed.findChild(Collector)
    assert collector is not None
    gc.collect()
    died_on: list[int] = []
    Cycle(died_on)
    keep = [[number] for number in range(5_000)]
    collector.collect_due()
    assert died_on, len(keep)


@pytest.mark.extended
def test_what_was_set_apart_is_left_alone_until_it_is_taken_back() -> None:
    gc.collect()
    died_on: list[int] = []
    kept = Cycle(died_on)
    set_apart()
    assert not any(one is kept for one in gc.get_objects())
    del kept
    gc.collect()
    assert died_on == []
    take_back()
    gc.collect()
    assert died_on == [threading.get_ident()]
    set_apart()
