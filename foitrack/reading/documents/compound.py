"""Microsoft's compound files (.doc, .xls, .msg and others): what stands at their root."""

from __future__ import annotations

import io

_ROOTS = {
    "__properties_version1.0": "msg",
    "EncryptedPackage": "locked",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "slides",
}
"""The stream that tells each kind of file."""


def kind_of_compound(data: bytes) -> str | None:
    """The kind of a compound file: "msg", "doc", "xls", "slides" or "locked".

    None where it is of another kind, or too damaged to tell.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            names = {entry.name for entry in file.root.kids}
    except Exception:
        # Whatever is wrong with a damaged one: its own reader will say so.
        names = {name for name in _ROOTS if name.encode("utf-16-le") in data}
    return next((kind for name, kind in _ROOTS.items() if name in names), None)
