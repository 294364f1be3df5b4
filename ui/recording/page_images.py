"""Pages as pictures that Qt paints, fetched off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from foitrack.desk import documents
from foitrack.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page, counted from 1, drawn as `asked` dots wide."""

    page: int
    asked: int
    pages: int
    size: QSizeF
    """Of the page, in the units that places on it are given in."""
    image: QImage


def page_image(desk: Desk, document_id: int, page: int, width: int) -> PageImage:
    """A page of a kept document. Raises a plain error where it cannot be shown."""
    picture = documents.page_picture(desk, document_id, page, width)
    drawn = QImage(
        picture.dots,
        picture.width,
        picture.height,
        4 * picture.width,
        QImage.Format.Format_RGBA8888,
    )
    return PageImage(page, width, picture.pages, QSizeF(*picture.size), _on_white(drawn))


def _on_white(drawn: QImage) -> QImage:
    """The picture on paper, with bytes of its own, in the form that is painted fastest."""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
