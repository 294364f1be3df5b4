"""What watches a worker where the system does not."""

from __future__ import annotations

from foitrack.reading.worker.watch import OUT_OF_MEMORY, look_until_over


def looked(lives: list[bool], taken: list[int], most: int = 100) -> tuple[list[int], int]:
    """With which status it left, and after how many looks."""
    left: list[int] = []
    waits: list[float] = []
    look_until_over(
        lambda: lives[min(len(waits), len(lives) - 1)],
        lambda: taken[min(len(waits), len(taken) - 1)],
        most,
        left.append,
        waits.append,
    )
    return left, len(waits)


def test_it_ends_with_its_parent() -> None:
    assert looked([True, True, False], [50]) == ([0], 2)


def test_it_ends_when_it_takes_too_much() -> None:
    assert looked([True], [50, 100, 101]) == ([OUT_OF_MEMORY], 2)


def test_what_is_read_for_macos_is_a_number_of_bytes() -> None:
    from foitrack.reading.worker import watch

    assert watch._taken() > 0
    assert watch._parent_lives(1)() is (watch.os.getppid() == 1)
