"""Archives: their files as members, within bounds; nothing leads out of them."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from foitrack.reading.documents import zip as archives
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.zip import apart_from, clean_name
from foitrack.reading.findings import UnreadableDocumentError


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_files_are_members(method: int) -> None:
    files = {"letter.txt": b"We hold it.", "data/2020.csv": b"a,b\n1,2\n"}
    document = open_document(packed(files, method), "answer.zip")
    assert (document.format, document.text, document.warnings) == ("zip", "", ())
    assert {m.name: m.data for m in document.members} == files


def test_folders_and_leftovers_are_passed_over() -> None:
    files = {
        "data/": b"",
        "__MACOSX/._letter.txt": b"x",
        ".DS_Store": b"x",
        "data/Thumbs.db": b"x",
        "~$letter.docx": b"x",
        "letter.txt": b"Hello",
    }
    document = open_document(packed(files), "a.zip")
    assert [m.name for m in document.members] == ["letter.txt"]


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/letter.pdf", "abs/letter.pdf"),
        ("C:\\Users\\x\\letter.pdf", "Users/x/letter.pdf"),
        ("a/./../b.pdf", "a/b.pdf"),
        ("na\x00me\u202efdp.exe", "namefdp.exe"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_names_lead_nowhere(printed: str, clean: str) -> None:
    assert clean_name(printed) == clean


def test_names_are_kept_apart() -> None:
    taken: set[str] = set()
    names = ["a.pdf", "A.pdf", "a.pdf", "b/a.pdf", "b/a.pdf", "noend", "noend"]
    assert [apart_from(name, taken) for name in names] == [
        "a.pdf",
        "A (2).pdf",
        "a (3).pdf",
        "b/a.pdf",
        "b/a (2).pdf",
        "noend",
        "noend (2)",
    ]


def test_the_same_name_twice() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", b"one")
        archive.writestr("a.txt", b"two")
    document = open_document(stream.getvalue(), "a.zip")
    assert [(m.name, m.data) for m in document.members] == [
        ("a.txt", b"one"),
        ("a (2).txt", b"two"),
    ]


def locked(data: bytes, *names: str) -> bytes:
    """The archive with the mark of a password on some of its files."""
    changed = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(signature)
        while start >= 0:
            size_at = start + (26 if at == 6 else 28)
            size = struct.unpack_from("<H", changed, size_at)[0]
            name_at = start + (30 if at == 6 else 46)
            if changed[name_at : name_at + size].decode() in names:
                changed[start + at] |= 1
            start = changed.find(signature, start + 4)
    return bytes(changed)


def test_all_locked() -> None:
    with pytest.raises(UnreadableDocumentError, match="password") as problem:
        open_document(locked(packed({"a.txt": b"x"}), "a.txt"), "a.zip")
    assert problem.value.kind == "encrypted"


def test_one_locked() -> None:
    data = locked(packed({"a.txt": b"x", "b.txt": b"y"}), "a.txt")
    document = open_document(data, "a.zip")
    assert [m.name for m in document.members] == ["b.txt"]
    assert document.warnings == ("“a.txt” is locked with a password; it was left in the archive.",)


def test_a_bomb_by_ratio() -> None:
    document = open_document(packed({"bomb.txt": bytes(30_000_000), "a.txt": b"Hello"}), "a.zip")
    assert [m.name for m in document.members] == ["a.txt"]
    assert "may do harm" in document.warnings[0]


def test_all_files_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 250)
    data = packed({f"{n}.txt": bytes(range(100)) for n in range(5)})
    document = open_document(data, "a.zip")
    assert len(document.members) == 2
    assert sum("larger than is unpacked" in warning for warning in document.warnings) == 3


def test_so_many_files_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    document = open_document(packed({f"{n}.txt": b"x" for n in range(5)}), "a.zip")
    assert len(document.members) == 3
    assert document.warnings == ("The archive holds 5 files; the first 3 are read.",)


def test_a_size_that_is_a_lie() -> None:
    data = bytearray(packed({"a.txt": b"x" * 5000, "b.txt": b"fine"}, zipfile.ZIP_STORED))
    for signature, at in ((b"PK\x03\x04", 18), (b"PK\x01\x02", 20)):
        start = data.find(signature)
        struct.pack_into("<II", data, start + at, 4000, 4000)
    document = open_document(bytes(data), "a.zip")
    assert [m.name for m in document.members] == ["b.txt"]


def test_a_damaged_file_costs_only_itself() -> None:
    data = bytearray(packed({"a.txt": b"x" * 500, "b.txt": b"fine"}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    document = open_document(bytes(data), "a.zip")
    assert [m.name for m in document.members] == ["b.txt"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 and then nothing", packed({}), packed({"a/": b""})])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        open_document(data, "a.zip")
