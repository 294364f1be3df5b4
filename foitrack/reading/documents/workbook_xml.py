"""The XML of a workbook in a stream: sheets are too large for a tree. No entities, no DTD."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers import expat

from foitrack.reading.documents.package import _BROKEN, Package
from foitrack.reading.documents.workbook import damaged
from foitrack.reading.findings import UnreadableDocumentError

MOST_UNPACKED = 1024 * 1024 * 1024
"""Bytes that all the sheets of a workbook may unpack to."""
MOST_IN_SHEET = 512 * 1024 * 1024
MOST_RATIO = 400
"""Unpacked to packed: rows of empty cells reach 100, what is made to do harm reaches 1,000."""
_FREE_OF_RATIO = 8 * 1024 * 1024
_STEP = 1 << 18
Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


class BrokenXmlError(Exception):
    """A part's XML is broken, or declares a document type; what came before it stands."""


class Stream:
    """Reads parts of a package piece by piece, within bounds."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._unpacked = 0

    def pieces(self, member: str) -> Iterator[bytes]:
        """The bytes of a part. Raises UnreadableDocumentError, or BrokenXmlError if cut short."""
        info = self._package.members.get(member)
        if info is None:
            raise BrokenXmlError("it is not there")
        size = 0
        try:
            with self._package.archive.open(info) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._count(len(piece), size, info)
                    yield piece
        except _BROKEN as problem:
            raise BrokenXmlError(str(problem)) from None

    def _count(self, more: int, size: int, info: zipfile.ZipInfo) -> None:
        self._unpacked += more
        bomb = size > _FREE_OF_RATIO and size > max(1, info.compress_size) * MOST_RATIO
        if bomb or size > MOST_IN_SHEET or self._unpacked > MOST_UNPACKED:
            raise UnreadableDocumentError(
                "too-large",
                f"“{self._package.name}” unpacks to far more than a workbook holds, and was not "
                "read further. The file itself is unharmed; ask the authority for it in another "
                "form.",
            )


def parse(pieces: Iterable[bytes], start: Start, end: End, data: Data) -> None:
    """Calls back for every element and text, by the names that the root's prefix leaves.

    Raises BrokenXmlError.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def root(tag: str, attributes: Mapping[str, str]) -> None:
        prefix, colon, _ = tag.rpartition(":")
        if colon and prefix not in ("office", "table"):
            cut = len(prefix) + 1
            parser.StartElementHandler = lambda name, found: start(name[cut:], found)
            parser.EndElementHandler = lambda name: end(name[cut:])
        else:
            parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.StartElementHandler(tag, attributes)

    parser.StartElementHandler = root
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise BrokenXmlError(str(problem)) from None


def local(tag: str) -> str:
    """An element's name without its prefix."""
    return tag.rpartition(":")[2]


def whole(stream: Stream, member: str, name: str, start: Start, end: End, data: Data) -> None:
    """A part that must be whole. Raises UnreadableDocumentError."""
    try:
        parse(stream.pieces(member), start, end, data)
    except BrokenXmlError:
        raise damaged(name) from None


def _refuse(*_: object) -> None:
    raise BrokenXmlError("it declares a document type")
