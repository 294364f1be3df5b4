"""The pages of a PDF in their order; those of a long one read by copies of this process too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.reading.documents.pages import Page
from foitrack.reading.documents.pdf_file import PdfFile
from foitrack.reading.documents.pdf_page import ends_in_table, read_page
from foitrack.reading.worker.copies import Copied, spare_copies

_WORTH_A_COPY = 40
"""Pages: a copy takes as long to make, and its answer to take over, as a dozen to read."""
_MOST_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the pages, as read without knowing the page before them."""

    pages: Sequence[Page]
    seen: Mapping[int, str]
    """The texts of those that hold words which nobody sees, without those."""


def read_pages(file: PdfFile) -> Iterator[Page]:
    """Each page of a file, from the first to the last."""
    shares = 1 + min(spare_copies(), file.pages // _WORTH_A_COPY - 1)
    if shares < 2:
        yield from _in_turn(file, range(file.pages), None)
        return
    bounds = [file.pages * n // shares for n in range(shares + 1)]
    own, *others = [range(first, end) for first, end in pairwise(bounds)]
    copies = [(pages, _copied(file, pages)) for pages in others]
    try:
        before = None
        for page in _in_turn(file, own, None):
            yield (before := page)
        for pages, copy in copies:
            for page in _taken_over(file, pages, copy.result(), before):
                yield (before := page)
    finally:
        for _, copy in copies:
            copy.close()


def _in_turn(file: PdfFile, pages: range, before: Page | None) -> Iterator[Page]:
    for index in pages:
        before = read_page(file, index, before)
        yield before


def _copied(file: PdfFile, pages: range) -> Copied[_Part]:
    def read() -> _Part:
        return _Part(list(_in_turn(file, pages, None)), file.seen())

    return Copied(read, _MOST_BYTES)


def _taken_over(
    file: PdfFile, pages: range, part: _Part | None, before: Page | None
) -> Iterator[Page]:
    """The pages that a copy has read, or that it should have."""
    if part is None or not file.take_seen(part.seen):
        yield from _in_turn(file, pages, before)
        return
    assumed: Page | None = None
    """What the copy took for the page before: a table may go on from that."""
    for index, page in zip(pages, part.pages, strict=True):
        anew = ends_in_table(before) != ends_in_table(assumed)
        assumed = page
        before = read_page(file, index, before) if anew else page
        yield before
