"""What a person is told when a document has brought its reader down."""

from __future__ import annotations

import re

from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.worker.limits import MEGABYTE, Limits
from foitrack.reading.worker.plain import MOST_CASE_ROWS, MOST_VALUES
from foitrack.reading.worker.process import Failure
from foitrack.reading.worker.talk import Refusal

_KEPT = "The file itself is kept and unharmed"
_KIND = re.compile(r"[a-z]+(?:-[a-z]+){0,3}")
_LONGEST_WORD, _LONGEST_MESSAGE = 30, 2_000


def failed(failure: Failure, name: str, limits: Limits) -> UnreadableDocumentError:
    """The error of a document whose worker had to be ended."""
    return UnreadableDocumentError(failure.value, _words(failure, name, limits))


def refused(refusal: Refusal, name: str) -> UnreadableDocumentError:
    """The reader's own error. Its words come from a worker, so they are held to a measure."""
    kind = refusal.kind
    if len(kind) > _LONGEST_WORD or not _KIND.fullmatch(kind):
        kind = Failure.CRASHED.value
    message = "".join(letter if letter.isprintable() else " " for letter in refusal.message)
    return UnreadableDocumentError(
        kind, message[:_LONGEST_MESSAGE].strip() or f"“{name}” cannot be read. {_KEPT}."
    )


def too_many_bytes(name: str, most: int) -> UnreadableDocumentError:
    """The error of a file that is not even given to a worker."""
    return UnreadableDocumentError(
        Failure.TOO_LARGE.value,
        f"“{name}” is larger than {most // MEGABYTE} MB, more than is read at once. {_KEPT}.",
    )


def _words(failure: Failure, name: str, limits: Limits) -> str:
    if failure is Failure.TOO_SLOW:
        return (
            f"“{name}” took longer than {limits.seconds:.0f} seconds to read and was given up. "
            f"{_KEPT}; split it into smaller parts, or fill in what it says by hand."
        )
    if failure is Failure.TOO_LARGE:
        return (
            f"“{name}” holds more than is read from one document "
            f"({limits.memory // MEGABYTE:,} MB of memory, {MOST_VALUES // 1_000_000} million "
            f"values in tables and case rows: about {MOST_CASE_ROWS:,} case rows of six columns) "
            f"and was given up. {_KEPT}; split it into smaller parts, or fill in what it says by "
            "hand."
        )
    return (
        f"“{name}” could not be read: its reader broke down over it. {_KEPT}; open it in another "
        "program, save it as PDF or plain text, and read that."
    )
