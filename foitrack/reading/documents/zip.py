"""ZIP archives: their files as members, unpacked no further than is safe."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from foitrack.reading.budget import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM
from foitrack.reading.documents.base import MAX_BYTES, Document, Member
from foitrack.reading.findings import UnreadableDocumentError

_LEFTOVERS = re.compile(
    r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_NAMED = 5
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    IndexError,
    OverflowError,
)
"""What the library raises for damaged members."""


def read_zip(data: bytes, name: str) -> Document:
    """An archive as a document without words of its own.

    Raises UnreadableDocumentError where it is damaged, locked, empty, or holds nothing readable.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        raise UnreadableDocumentError(
            "damaged", f"“{name}” is a ZIP archive that is damaged; ask for it again."
        ) from None
    with archive:
        entries = [info for info in archive.infolist() if info.filename and not info.is_dir()]
        entries = [info for info in entries if not _LEFTOVERS.search(info.filename)]
        if entries and all(info.flag_bits & 1 for info in entries):
            raise UnreadableDocumentError(
                "encrypted",
                f"“{name}” is locked with a password. It is kept as it is; unpack it with the "
                "password and record the files in it.",
            )
        warnings: list[str] = []
        members = tuple(_members(archive, entries, warnings))
    if not members:
        raise UnreadableDocumentError(
            "empty", " ".join([f"There is nothing to read in “{name}”.", *warnings])
        )
    return Document("zip", "", members=members, warnings=tuple(warnings))


def _members(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], warnings: list[str]
) -> Iterator[Member]:
    left = MAX_UNPACKED
    taken: set[str] = set()
    refused: list[tuple[str, str]] = []
    for number, info in enumerate(entries):
        name = apart_from(clean_name(info.filename), taken)
        if number >= MAX_MEMBERS:
            warnings.append(
                f"The archive holds {len(entries)} files; the first {MAX_MEMBERS} are read."
            )
            break
        reason = _refusal(info, left)
        unpacked = None if reason else _unpacked(archive, info, min(left, MAX_BYTES))
        if unpacked is None:
            refused.append((name, reason or "is damaged, or larger than it says"))
            continue
        left -= len(unpacked)
        if unpacked:
            yield Member(name, unpacked)
    warnings += _told(refused)


def _refusal(info: zipfile.ZipInfo, left: int) -> str | None:
    if info.flag_bits & 1:
        return "is locked with a password"
    if info.file_size > min(left, MAX_BYTES):
        return "is larger than is unpacked"
    packed = max(info.compress_size, 1)
    if info.file_size > RATIO_FROM and info.file_size / packed > MAX_RATIO:
        return "is packed as no ordinary file is, so that unpacking it may do harm"
    return None


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """A member's bytes; None where it is damaged or holds more than `most` of them."""
    try:
        with archive.open(info) as file:
            data = file.read(most + 1)
    except _DAMAGED:
        return None
    except Exception as problem:
        # lzma.LZMAError is no OSError and its module may be missing, so it is known by its name.
        if type(problem).__name__ == "LZMAError":
            return None
        raise
    return None if len(data) > most else data


def _told(refused: list[tuple[str, str]]) -> Iterator[str]:
    for name, reason in refused[:_NAMED]:
        yield f"“{name}” {reason}; it was left in the archive."
    if len(refused) > _NAMED:
        yield f"{len(refused) - _NAMED} more files were left in the archive."


def clean_name(name: str) -> str:
    """A member's name that leads nowhere: no drive, no way up or out, no control characters."""
    name = _CONTROL.sub("", name.replace("\\", "/"))
    steps = [step.strip() for step in re.sub(r"^[A-Za-z]:", "", name).split("/")]
    kept = [step[:120] for step in steps if step.strip(". ")]
    return "/".join(kept[-4:]) or "file"


def apart_from(name: str, taken: set[str]) -> str:
    """The name, with a number where another file has it already; it is then taken."""
    stem, dot, end = name.rpartition(".")
    stem, end = (stem, dot + end) if stem and "/" not in end else (name, "")
    number, made = 1, name
    while made.lower() in taken:
        number += 1
        made = f"{stem} ({number}){end}"
    taken.add(made.lower())
    return made
