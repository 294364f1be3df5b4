"""A PDF whose font has names of its own for its letters, so that nobody can tell which they are."""

from __future__ import annotations

from collections.abc import Sequence

_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>>>>>"
)


def coded(lines: Sequence[bytes]) -> bytes:
    """One page of lines, each of codes from 1 to 31."""
    shown = b" ".join(b"<" + line.hex().encode() + b"> Tj 0 -14 Td" for line in lines)
    words = b"BT /F1 12 Tf 72 760 Td " + shown + b" ET"
    names = b" ".join(b"/own%d" % code for code in range(1, 32))
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            _PAGE,
            b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
            b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 1/LastChar 31/Widths["
            + b"600 " * 31
            + b"]/Encoding<</Type/Encoding/Differences[1 "
            + names
            + b"]>>>>",
        ]
    )


def _file(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, body)
    at, size = len(made), len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    made += b"".join(b"%010d 00000 n \n" % start for start in starts)
    made += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, at)
    return bytes(made)
