"""Bodies that Outlook keeps as packed Rich Text only (MS-OXRTFCP)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from foitrack.reading.documents.mail import Body
from foitrack.reading.findings import UnreadableDocumentError

_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the window holds before the first byte is unpacked."""
_HEAD = struct.Struct("<II4sI")
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_MOST = 20 * 1024 * 1024
_FOR_RTF_ONLY = re.compile(rb"\\htmlrtf\b1? ?.{0,20000}?\\htmlrtf0 ?", re.DOTALL)


def body_of_rtf(packed: bytes) -> Body:
    """The words of a packed Rich Text body; none where it is damaged."""
    rtf = unpacked(packed)
    if rtf is None:
        return Body()
    if b"\\fromhtml" in rtf[:400]:
        # HTML in Rich Text's clothes: what stands for both is said once.
        rtf = _FOR_RTF_ONLY.sub(b"", rtf)
    from foitrack.reading.documents.rtf import read_rtf

    try:
        document = read_rtf(rtf, "mail")
    except UnreadableDocumentError:
        return Body()
    try:
        return Body(document.text, document.grids)
    finally:
        document.close()


def unpacked(packed: bytes) -> bytes | None:
    """Rich Text unpacked; None where it is damaged or of an unknown kind."""
    if len(packed) < _HEAD.size:
        return None
    size, raw_size, kind, _ = _HEAD.unpack_from(packed)
    if kind == _PLAIN:
        return packed[_HEAD.size : _HEAD.size + raw_size]
    if kind != _PACKED or raw_size > _MOST:
        return None
    out = bytearray(_KNOWN)
    wanted = raw_size + len(_KNOWN)
    for token in _tokens(packed[_HEAD.size : size + 4]):
        if len(out) >= wanted:
            break
        if isinstance(token, bytes):
            out += token
        elif not _copy(out, *token):
            break
    return bytes(out[len(_KNOWN) : wanted])


def _tokens(packed: bytes) -> Iterator[bytes | tuple[int, int]]:
    """Bytes to take as they are, and places in the window to take so many bytes from."""
    at = 0
    while at < len(packed):
        control = packed[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 1 >= len(packed):
                    return
                token = packed[at] << 8 | packed[at + 1]
                yield token >> 4, (token & 15) + 2
                at += 2
            else:
                yield packed[at : at + 1]
                at += 1


def _copy(out: bytearray, start: int, length: int) -> bool:
    """Say again what the window holds at a place; False where that is the end's mark."""
    back = (len(out) - start) % _WINDOW
    if back == 0:
        return False
    for _ in range(length):
        # What lies before the beginning is blank.
        out.append(out[-back] if back <= len(out) else 32)
    return True
