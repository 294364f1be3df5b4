"""A minimal writer of Outlook mails (.msg): a compound file (MS-CFB) with the properties of one
mail (MS-OXMSG), as far as readers look.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
STRING, STRING8, BINARY, NUMBER, MOMENT, OBJECT = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040, 0x000D

Tree = dict[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file with these streams (bytes) and storages (further trees)."""
    return _Writer().whole(tree)


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = FREE
    left: int = FREE
    right: int = FREE
    start: int = END


@dataclass
class _Writer:
    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    mini: bytearray = field(default_factory=bytearray)
    minifat: list[int] = field(default_factory=list)

    def whole(self, tree: Tree) -> bytes:
        root = _Entry("Root Entry", 5)
        self.entries.append(root)
        root.child = self._children(tree)
        for entry in self.entries:
            if entry.kind == 2 and entry.data:
                small = len(entry.data) < CUTOFF
                entry.start = self._small(entry.data) if small else self._chain(entry.data)
        root.data = bytes(self.mini)
        root.start = self._chain(root.data) if self.mini else END
        minifat = self._chain(_numbers(self.minifat)) if self.minifat else END
        minifat_sectors = -(-len(self.minifat) * 4 // SECTOR)
        directory = self._chain(b"".join(map(_packed, self.entries)))
        return self._with_head(directory, minifat, minifat_sectors)

    def _children(self, tree: Tree) -> int:
        numbers = []
        for name, value in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
            entry = _Entry(name, 2 if isinstance(value, bytes) else 1)
            numbers.append(len(self.entries))
            self.entries.append(entry)
            if isinstance(value, bytes):
                entry.data = value
            else:
                entry.child = self._children(value)
        return self._balanced(numbers)

    def _balanced(self, numbers: list[int]) -> int:
        if not numbers:
            return FREE
        middle = len(numbers) // 2
        entry = self.entries[numbers[middle]]
        entry.left = self._balanced(numbers[:middle])
        entry.right = self._balanced(numbers[middle + 1 :])
        return numbers[middle]

    def _small(self, data: bytes) -> int:
        start = len(self.minifat)
        count = -(-len(data) // MINI)
        self.minifat += [*range(start + 1, start + count), END]
        self.mini += data.ljust(count * MINI, b"\0")
        return start

    def _chain(self, data: bytes) -> int:
        start = len(self.sectors)
        count = -(-len(data) // SECTOR)
        self.fat += [*range(start + 1, start + count), END]
        padded = data.ljust(count * SECTOR, b"\0")
        self.sectors += [padded[i : i + SECTOR] for i in range(0, len(padded), SECTOR)]
        return start

    def _with_head(self, directory: int, minifat: int, minifat_sectors: int) -> bytes:
        count = 1
        while (len(self.sectors) + count) > count * SECTOR // 4:
            count += 1
        assert count <= 109
        first = len(self.sectors)
        fat = [*self.fat, *[FAT] * count]
        table = _numbers(fat).ljust(count * SECTOR, b"\xff")
        places = [*range(first, first + count)] + [FREE] * (109 - count)
        head = struct.pack(
            "<8s16xHHHHH6xIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            0,
            count,
            directory,
            0,
            CUTOFF,
            minifat,
            minifat_sectors,
            END,
            0,
        )
        return head + _numbers(places) + b"".join(self.sectors) + table


def _numbers(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _packed(entry: _Entry) -> bytes:
    name = (entry.name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI8s8sIII",
        name,
        len(name),
        entry.kind,
        1,
        entry.left,
        entry.right,
        entry.child,
        b"",
        0,
        b"",
        b"",
        entry.start if entry.kind != 1 else 0,
        len(entry.data),
        0,
    )


@dataclass
class Attached:
    """A file, or another mail's tree, attached to a mail."""

    name: str
    data: bytes | Tree
    content_id: str = ""


def mail(
    *,
    sender: str = "",
    address: str = "",
    to: str = "",
    subject: str = "",
    sent: datetime | None = None,
    text: str | None = None,
    html: bytes | None = None,
    rtf: bytes | None = None,
    headers: str = "",
    attached: tuple[Attached, ...] = (),
    narrow: str | None = None,
    embedded: bool = False,
) -> Tree:
    """The tree of a mail; `narrow` writes its strings in that code page ("1252")."""
    tree: Tree = {}
    rows: list[bytes] = []
    strings = {0x0037: subject, 0x0C1A: sender, 0x0C1F: address, 0x0E04: to, 0x007D: headers}
    if text is not None:
        strings[0x1000] = text
    strings[0x001A] = "IPM.Note"
    for pid, value in strings.items():
        if value:
            _put_text(tree, rows, pid, value, narrow)
    if narrow:
        rows.append(_fixed(0x3FFD, NUMBER, struct.pack("<I4x", int(narrow))))
    for pid, data in ((0x1013, html), (0x1009, rtf)):
        if data is not None:
            _put(tree, rows, pid, BINARY, data)
    if sent is not None:
        ticks = int((sent.astimezone(UTC) - EPOCH).total_seconds()) * 10_000_000
        rows.append(_fixed(0x0039, MOMENT, struct.pack("<Q", ticks)))
    for number, one in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(one, narrow)
    counts = struct.pack("<8xIIII", 0, len(attached), 0, len(attached))
    head = counts if embedded else counts.ljust(32, b"\0")
    tree["__properties_version1.0"] = head + b"".join(rows)
    return tree


def _attachment(one: Attached, narrow: str | None) -> Tree:
    tree: Tree = {}
    rows: list[bytes] = []
    _put_text(tree, rows, 0x3707, one.name, narrow)
    if one.content_id:
        _put_text(tree, rows, 0x3712, one.content_id, narrow)
    if isinstance(one.data, bytes):
        _put(tree, rows, 0x3701, BINARY, one.data)
    else:
        tree["__substg1.0_3701000D"] = one.data
    method = 1 if isinstance(one.data, bytes) else 5
    rows.append(_fixed(0x3705, NUMBER, struct.pack("<I4x", method)))
    tree["__properties_version1.0"] = bytes(8) + b"".join(rows)
    return tree


def _put_text(tree: Tree, rows: list[bytes], pid: int, value: str, narrow: str | None) -> None:
    if narrow:
        _put(tree, rows, pid, STRING8, value.encode(f"cp{narrow}"))
    else:
        _put(tree, rows, pid, STRING, value.encode("utf-16-le"))


def _put(tree: Tree, rows: list[bytes], pid: int, kind: int, data: bytes) -> None:
    tree[f"__substg1.0_{pid:04X}{kind:04X}"] = data
    rows.append(_fixed(pid, kind, struct.pack("<I4x", len(data))))


def _fixed(pid: int, kind: int, value: bytes) -> bytes:
    return struct.pack("<HHI8s", kind, pid, 6, value)


def packed_rtf(rtf: bytes) -> bytes:
    """Rich Text as Outlook keeps it, without any of it packed (MS-OXRTFCP, "LZFu")."""
    body = bytearray()
    for at in range(0, len(rtf), 8):
        body += b"\0" + rtf[at : at + 8]
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + bytes(body)
