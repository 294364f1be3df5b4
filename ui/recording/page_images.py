"""Pages as pictures that Qt paints, fetched off the window's thread."""

from __future__ import annotations

from collections import OrderedDict
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


KEPT = 6
"""Pictures of pages kept, so that going back draws nothing anew."""


class KeptPages:
    """The pictures drawn last, by page and width in dots."""

    def __init__(self) -> None:
        self._images: OrderedDict[tuple[int, int], PageImage] = OrderedDict()

    def clear(self) -> None:
        """Keep none: another document is shown."""
        self._images.clear()

    def none(self) -> bool:
        """Whether nothing is drawn yet."""
        return not self._images

    def keep(self, image: PageImage) -> None:
        """Keep a picture, and let go of the oldest where there are too many."""
        self._images[(image.page, image.asked)] = image
        while len(self._images) > KEPT:
            self._images.popitem(last=False)

    def has(self, page: int, dots: int) -> bool:
        """Whether a page is there at this width."""
        return (page, dots) in self._images

    def best(self, page: int, dots: int) -> QImage | None:
        """The page at this width, or at another while the sharp one is on its way."""
        exact = self._images.get((page, dots))
        if exact is not None:
            return exact.image
        others = [one for (own, _), one in self._images.items() if own == page]
        return others[-1].image if others else None


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
