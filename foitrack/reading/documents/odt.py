"""OpenDocument texts (.odt, .ott), read from their XML: no macro, no link, no LibreOffice."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.flow import Block, Flow
from foitrack.reading.documents.flow_text import as_document
from foitrack.reading.documents.odt_styles import PREFIXES, Styles
from foitrack.reading.documents.odt_text import Kept, Reader, length
from foitrack.reading.documents.package import damaged, locked, open_package
from foitrack.reading.documents.unprinted import comments, deleted, hidden, macros
from foitrack.reading.documents.xml_tree import BadXmlError, every, parse_xml, within

_HEADS = ("style:header-first", "style:header", "style:header-left")
_FEET = ("style:footer-first", "style:footer", "style:footer-left")
_LOCKED = (b"encryption-data", b"encrypted-package")


def read_odt(data: bytes, name: str) -> Document:
    """An OpenDocument text as a document.

    Raises UnreadableDocumentError: damaged, locked, or unpacking without end.
    """
    return read_odt_as("odt", data, name)


def read_odt_as(form: str, data: bytes, name: str) -> Document:
    """An OpenDocument text made from a file of another format."""
    content, common, members = _opened(data, name)
    body = within(content, "office:body", "office:text")
    if body is None:
        raise damaged(name)
    shared = Styles().add([within(common, "office:styles")])
    reader = Reader(shared.add([within(content, "office:automatic-styles")]))
    flow = Flow(body=reader.blocks(body))
    margins = Reader(shared.add([within(common, "office:automatic-styles")]), reader.kept)
    flow.heads = _margin(common, margins, _HEADS)
    flow.feet = _margin(common, margins, _FEET)
    flow.notes = reader.notes
    flow.warnings = _warnings(members, body, reader.kept)
    return as_document(form, flow)


def _opened(data: bytes, name: str) -> tuple[Element | None, Element | None, Collection[str]]:
    """The content and the styles as XML, and the names of the file's members."""
    if not data.startswith(b"PK"):
        # One file of XML, which holds all of it.
        try:
            root = parse_xml(data, PREFIXES)
        except BadXmlError:
            raise damaged(name) from None
        return root, root, ()
    package = open_package(data, name)
    manifest = package.read("META-INF/manifest.xml")
    if any(mark in manifest for mark in _LOCKED):
        raise locked(name)
    content, common = (package.xml(part, PREFIXES) for part in ("content.xml", "styles.xml"))
    return content, common, package.members.keys()


def _margin(common: Element | None, reader: Reader, names: tuple[str, ...]) -> list[Block]:
    """What stands above or below the pages, the first page's before the others'."""
    found: list[Block] = []
    for page in every(within(common, "office:master-styles"), "style:master-page"):
        for name in names:
            part = within(page, name)
            if part is not None and part.get("style:display") != "false":
                found += reader.blocks(part)
    return found


def _warnings(members: Collection[str], body: Element, kept: Kept) -> list[str]:
    found = []
    removed = [
        length(deletion)
        for region in every(within(body, "text:tracked-changes"), "text:changed-region")
        for deletion in every(region, "text:deletion")
    ]
    if sum(removed):
        found.append(deleted(len(removed), sum(removed)))
    if kept.hidden:
        found.append(hidden(kept.hidden))
    if kept.comments:
        found.append(comments(kept.comments))
    if any(member.startswith(("Basic/", "Scripts/")) for member in members):
        found.append(macros())
    return found
