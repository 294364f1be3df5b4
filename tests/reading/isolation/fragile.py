"""The program's own tasks, for workers of the tests that some files bring down."""

from __future__ import annotations

import os
from collections.abc import Mapping

from foitrack.reading import reader
from foitrack.reading.documents.base import Document
from foitrack.reading.worker import tasks
from foitrack.reading.worker.running import Task

opened = reader.open_document


def open_or_fall(data: bytes, name: str) -> Document:
    if name.endswith("bomb.txt"):
        os.abort()
    return opened(data, name)


reader.open_document = open_or_fall  # type: ignore[attr-defined]
TASKS: Mapping[str, Task] = tasks.TASKS
