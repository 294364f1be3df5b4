"""What workers do for the program: read a document, draw a page of it."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.reading.context import ReadingContext
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.pictures import Picture, draw
from foitrack.reading.reader import read_document
from foitrack.reading.worker.beginnings import beginning
from foitrack.reading.worker.running import Task, Work


def read(work: Work) -> Reading:
    """Everything that a document proposes; what its first pages say before, where it is long."""
    context = ReadingContext(**work.context)
    if work.job.early:
        _read_beginning(work, context)
    return read_document(work.job.data, work.job.name, context)


def _read_beginning(work: Work, context: ReadingContext) -> None:
    short = beginning(work.job.data, work.job.name)
    if short is None:
        return
    try:
        found = read_document(short, work.job.name, context)
    except UnreadableDocumentError:
        return  # The whole may be readable all the same.
    work.early(found)


def picture(work: Work) -> Picture:
    """A page of a document as a picture."""
    return draw(work.job.data, work.job.name, work.job.page, work.job.width)


TASKS: Mapping[str, Task] = {"read": read, "picture": picture}
