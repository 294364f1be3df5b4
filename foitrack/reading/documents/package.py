"""A zipped document (Office Open XML, OpenDocument): its members, within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.xml_tree import BadXmlError, parse_xml
from foitrack.reading.findings import UnreadableDocumentError

MOST_MEMBERS = 5_000
MOST_UNPACKED = 256 * 1024 * 1024
MOST_IN_MEMBER = 96 * 1024 * 1024
MOST_RATIO = 200
"""How many bytes one packed byte may become; text that people write stays below 30."""
_FREE_OF_RATIO = 4 * 1024 * 1024
_STEP = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    OverflowError,
    LookupError,
)


@dataclass
class Package:
    """The members of a zipped document; what is unpacked counts against one budget."""

    name: str
    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    unpacked: int = field(default=0)

    def __contains__(self, member: str) -> bool:
        return member in self.members

    def read(self, member: str) -> bytes:
        """The bytes of a member; empty where there is none.

        Raises UnreadableDocumentError: damaged, or more than is unpacked at once.
        """
        info = self.members.get(member)
        if info is None:
            return b""
        pieces: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._count(len(piece), size, info)
                    pieces.append(piece)
        except _BROKEN:
            raise damaged(self.name) from None
        return b"".join(pieces)

    def xml(self, member: str, prefixes: Mapping[str, str]) -> Element | None:
        """A member as XML; None where there is none.

        Raises UnreadableDocumentError where it is damaged, too large or made to do harm.
        """
        data = self.read(member)
        if not data:
            return None
        try:
            return parse_xml(data, prefixes)
        except BadXmlError:
            raise damaged(self.name) from None

    def _count(self, more: int, size: int, info: zipfile.ZipInfo) -> None:
        self.unpacked += more
        packed = max(1, info.compress_size)
        bomb = size > _FREE_OF_RATIO and size > packed * MOST_RATIO
        if self.unpacked > MOST_UNPACKED or size > MOST_IN_MEMBER or bomb:
            raise UnreadableDocumentError(
                "too-large",
                f"“{self.name}” unpacks to far more than a document holds, and was not read "
                "further. The file itself is unharmed; ask the authority for it in another form.",
            )


def open_package(data: bytes, name: str) -> Package:
    """The members of a zipped document.

    Raises UnreadableDocumentError: damaged, locked, or with too many members.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN:
        raise damaged(name) from None
    if len(infos) > MOST_MEMBERS:
        raise UnreadableDocumentError(
            "too-large",
            f"“{name}” is made of {len(infos):,} pieces; up to {MOST_MEMBERS:,} are read at once.",
        )
    if any(info.flag_bits & 0x1 for info in infos):
        raise locked(name)
    return Package(name, archive, {info.filename: info for info in infos})


def damaged(name: str) -> UnreadableDocumentError:
    """For a file that is not whole."""
    return UnreadableDocumentError(
        "damaged",
        f"“{name}” cannot be opened: it is damaged or cut short. Ask for the file again.",
    )


def locked(name: str) -> UnreadableDocumentError:
    """For a file that wants a password."""
    return UnreadableDocumentError(
        "encrypted",
        f"“{name}” is protected by a password. Open it with the password, save it without one, "
        "and read that; the file itself is unharmed.",
    )
