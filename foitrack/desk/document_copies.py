"""Copies of kept documents where a person wants them."""

from __future__ import annotations

from pathlib import Path

from foitrack.desk import responses
from foitrack.desk.desk import Desk
from foitrack.desk.exporting import ExportError
from foitrack.saying import say


def save(desk: Desk, document_id: int, path: Path) -> Path:
    """Write a document to a file, byte for byte, which only its owner may read; its path.

    A file of that name is replaced once the new one is whole. ExportError where it cannot be
    written.
    """
    from foitrack.casefile.kept_documents import write_whole

    data = responses.document_bytes(desk, document_id)
    try:
        write_whole(path, data)
    except OSError as problem:
        raise ExportError(
            say(
                "{0} cannot be written ({1}). What was there is there still.",
                path,
                problem.strerror,
            )
        ) from problem
    return path
