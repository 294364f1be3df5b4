"""Kept documents as they are shown beside what was read from them.

Nothing of a document is opened in this process: readers in processes of their own do that.
"""

from __future__ import annotations

from foitrack.casefile.models import Document
from foitrack.desk import responses
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError
from foitrack.reading.isolation import readers
from foitrack.reading.pictures import Picture


def page_picture(desk: Desk, document_id: int, page: int, width: int) -> Picture:
    """A page of a kept PDF or picture, counted from 1, drawn `width` dots wide.

    Raises DeskError where the document is not there or is damaged, UnreadableDocumentError
    where it has no such page or cannot be shown as a picture.
    """
    data = responses.document_bytes(desk, document_id)
    return readers().picture(data, name_of(desk, document_id), page, width)


def name_of(desk: Desk, document_id: int) -> str:
    """The name that a document came under. DeskError where it is not there."""
    with desk.case.reading() as session:
        document = session.get(Document, document_id)
        if document is None:
            raise DeskError("That document is not in this case file.")
        return document.name
