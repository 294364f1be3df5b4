"""OpenDocument texts, piece by piece."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.reading.making.blocks import Block, Table

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{name}="{_SPACE}:{path}:1.0"'
    for name, path in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
MIMETYPE = b"application/vnd.oasis.opendocument.text"


def odt(blocks: Sequence[Block]) -> bytes:
    """A document of paragraphs and tables."""
    return package("".join(block(one) for one in blocks), styles=BOLD)


_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_SPACE}:manifest:1.0" manifest:version="1.2">'
    f"{_ENTRY.format('/', MIMETYPE.decode())}{_ENTRY.format('content.xml', 'text/xml')}"
    f"{_ENTRY.format('styles.xml', 'text/xml')}</manifest:manifest>"
)
BOLD = (
    '<style:style style:name="Strong" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def block(one: Block) -> str:
    return table(one) if isinstance(one, Table) else paragraph(one)


def paragraph(text: str, *, bold: bool = False, style: str = "Standard") -> str:
    inner = inline(text)
    if bold:
        inner = f'<text:span text:style-name="Strong">{inner}</text:span>'
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def inline(text: str) -> str:
    """Text within a paragraph; runs of spaces, tabs and line ends as OpenDocument has them."""
    plain = escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return re.sub(
        r"^ +| (?= )+ *|(?<=>) +| +$",
        lambda met: f'<text:s text:c="{len(met[0])}"/>',
        plain,
    )


def table(one: Table) -> str:
    """A table; every second cell has its lines as paragraphs, the others as line ends."""
    written = []
    for n, cells in enumerate(one.rows):
        bold = one.bold_header and n == 0
        contents = []
        for k, text in enumerate(cells):
            parts = text.split("\n") if k % 2 else [text]
            content = "".join(paragraph(part, bold=bold) for part in parts)
            contents.append(f"<table:table-cell>{content}</table:table-cell>")
        row = f"<table:table-row>{''.join(contents)}</table:table-row>"
        if one.marked and n == 0:
            row = f"<table:table-header-rows>{row}</table:table-header-rows>"
        written.append(row)
    columns = f'<table:table-column table:number-columns-repeated="{len(one.rows[0])}"/>'
    return f"<table:table>{columns}{''.join(written)}</table:table>"


def package(
    body: str,
    *,
    styles: str = "",
    common: str = "",
    masters: str = "",
    manifest: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file: the body's XML, its automatic styles, the common ones and the master pages."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    shared = (
        f"<office:document-styles {_SPACES}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    members = {
        "mimetype": MIMETYPE,
        "content.xml": _xml(content),
        "styles.xml": _xml(shared),
        "META-INF/manifest.xml": _xml(manifest or _MANIFEST),
        **(more or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)
    return stream.getvalue()


def flat(body: str) -> bytes:
    """The same as one file of XML."""
    return _xml(
        f'<office:document {_SPACES} office:mimetype="{MIMETYPE.decode()}"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document>"
    )


def _xml(content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{content}'.encode()
