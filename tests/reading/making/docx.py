"""Word documents, piece by piece."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.reading.making.blocks import Block, Table

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(blocks: Sequence[Block]) -> bytes:
    """A document of paragraphs and tables."""
    return package("".join(block(one) for one in blocks))


def block(one: Block) -> str:
    return table(one) if isinstance(one, Table) else paragraph(one)


def paragraph(text: str, *, bold: bool = False, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, bold=bold)}</w:p>"


def run(text: str, *, bold: bool = False, properties: str = "") -> str:
    """A run of text; tabs and line ends in it as Word has them."""
    pieces = []
    for n, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if n else "")
        for k, part in enumerate(line.split("\t")):
            pieces.append("<w:tab/>" if k else "")
            pieces.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    own = f"<w:rPr>{'<w:b/>' if bold else ''}{properties}</w:rPr>"
    return f"<w:r>{own}{''.join(pieces)}</w:r>"


def numbered(text: str, numbering: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return paragraph(text, properties=own)


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    own = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{own}{''.join(cells)}</w:tr>"


def rows(*written: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(written)}</w:tbl>"


def table(one: Table) -> str:
    """A table; every second cell has its lines as paragraphs, the others as line ends."""
    written = []
    for n, cells in enumerate(one.rows):
        bold = one.bold_header and n == 0
        contents = [
            "".join(paragraph(line, bold=bold) for line in text.split("\n"))
            if k % 2
            else paragraph(text, bold=bold)
            for k, text in enumerate(cells)
        ]
        written.append(row(*map(cell, contents), header=one.marked and n == 0))
    return rows(*written)


def package(
    body: str,
    *,
    section: str = "",
    numbering: str = "",
    styles: str = "",
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    comments: str = "",
    main: str = "word/document.xml",
    more: Mapping[str, bytes] | None = None,
    relations: str = "",
) -> bytes:
    """The file: the body's XML, and that of its other parts where there are any."""
    given = {
        "numbering": numbering,
        "styles": styles,
        "footnotes": footnotes,
        "comments": comments,
        "header": header,
        "footer": footer,
    }
    roots = {"header": "w:hdr", "footer": "w:ftr"}
    members: dict[str, bytes] = {}
    targets = []
    for name, content in given.items():
        if content:
            root = roots.get(name, f"w:{name}")
            members[f"word/{name}1.xml"] = _xml(f"<{root} {_SPACES}>{content}</{root}>")
            targets.append(
                f'<Relationship Id="{name}" Type="{_RELATION}/{name}" Target="{name}1.xml"/>'
            )
            if name in roots:
                section += f'<w:{name}Reference w:type="default" r:id="{name}"/>'
    document = f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
    members[main] = _xml(f"<w:document {_SPACES}>{document}</w:document>")
    folder, file = main.rsplit("/", 1)
    members[f"{folder}/_rels/{file}.rels"] = _relations("".join(targets) + relations)
    members["_rels/.rels"] = _relations(
        f'<Relationship Id="a" Type="{_RELATION}/officeDocument" Target="{main}"/>'
    )
    members["[Content_Types].xml"] = _xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_MAIN}.document.main+xml"/></Types>'
    )
    return zipped({**members, **(more or {})})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _xml(content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}'.encode()


def _relations(content: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return _xml(f'<Relationships xmlns="{space}">{content}</Relationships>')
