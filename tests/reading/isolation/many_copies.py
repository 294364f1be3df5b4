"""The program's own tasks, for workers of the tests that make copies for a few pages already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foitrack.reading.documents import pdf_shared
from foitrack.reading.worker import copies, tasks
from foitrack.reading.worker.running import Task, Work

pdf_shared._WORTH_A_COPY = 2


def read(work: Work) -> object:
    """Read with three copies, however few cores there are."""
    assert copies._copying is not None
    copies.give_copies(replace(copies._copying, most=3))
    return tasks.read(work)


TASKS: Mapping[str, Task] = {"read": read}
