"""Rich Text files."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reading.making.blocks import Block, Table

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}"
    r"{\f1\fnil\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}"
    r"{\*\generator Tests;}\viewkind4\uc1 "
)
_SIGNS = {"\\": "\\\\", "{": "\\{", "}": "\\}", "\t": "\\tab ", "\n": "\\line "}


def rtf(blocks: Sequence[Block]) -> bytes:
    """A document of paragraphs and tables."""
    return whole("".join(block(one) for one in blocks))


def whole(body: str) -> bytes:
    """The file, given its body's own control words."""
    return f"{HEAD}{body}}}".encode("ascii")


def block(one: Block) -> str:
    if isinstance(one, Table):
        return table(one)
    return rf"\pard\plain\f0 {text(one)}\par" + "\n"


def text(plain: str) -> str:
    """Text with all that is not plain ASCII by its number, or its byte in the code page."""
    return "".join(map(_written, plain))


def _written(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if ord(sign) < 128:
        return sign
    try:
        code = sign.encode("cp1252")
        if ord(sign) % 2:
            return f"\\'{code[0]:02x}"
    except UnicodeEncodeError:
        pass
    units = sign.encode("utf-16-le")
    pairs = zip(units[::2], units[1::2], strict=True)
    numbers = [low + 256 * high for low, high in pairs]
    return "".join(rf"\u{n - 65536 if n > 32767 else n}?" for n in numbers)


def table(one: Table) -> str:
    """A table; every second cell has its lines as paragraphs, the others as line ends."""
    rows = []
    for n, cells in enumerate(one.rows):
        mark = r"\trhdr" if one.marked and n == 0 else ""
        edges = "".join(rf"\cellx{2000 * k}" for k in range(1, len(cells) + 1))
        bold = r"\b" if one.bold_header and n == 0 else r"\b0"
        written = ""
        for k, cell in enumerate(cells):
            parts = cell.split("\n") if k % 2 else [cell]
            written += rf"\pard\intbl{bold} " + r"\par ".join(map(text, parts)) + r"\cell "
        rows.append(rf"\trowd{mark}{edges} {written}\row" + "\n")
    return "".join(rows)
