"""Word documents (.docx, .docm and their templates), read from their XML: no macro, no link."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from xml.etree.ElementTree import Element

from foitrack.reading.documents.base import Document, Member
from foitrack.reading.documents.docx_pale import PAPER
from foitrack.reading.documents.docx_parts import PREFIXES, Parts, find_parts, switched
from foitrack.reading.documents.docx_text import Kept, Reader
from foitrack.reading.documents.flow import Block, Flow, Paragraph, raised
from foitrack.reading.documents.flow_text import as_document
from foitrack.reading.documents.package import Package, damaged, open_package
from foitrack.reading.documents.unprinted import comments, deleted, hidden, macros, pale
from foitrack.reading.documents.xml_tree import every, within

_MOST_MEMBERS = 50
_MOST_PICTURES = 50
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp")


def read_docx(data: bytes, name: str) -> Document:
    """A Word document as a document.

    Raises UnreadableDocumentError: damaged, locked, or unpacking without end.
    """
    package = open_package(data, name)
    parts = find_parts(package)
    root = package.xml(parts.main, PREFIXES)
    body = within(root, "w:body")
    if root is None or body is None:
        raise damaged(name)
    # A page of another colour than paper's is shown only where that is asked for.
    reader = Reader(parts, ground=PAPER if within(root, "w:background") is None else None)
    flow = Flow(body=reader.blocks(body))
    flow.heads, flow.feet = _margins(parts, reader, body)
    flow.notes = _notes(parts, reader)
    flow.warnings = _warnings(package, parts, reader.kept)
    document = as_document("docx", flow)
    if not document.text.strip() and (pictures := _pictures(package)):
        return _off_pictures(pictures, document.warnings, name)
    return _with_members(document, package, parts)


def _pictures(package: Package) -> list[bytes]:
    """The pictures in a file: pages from a scanner, where there is nothing else in it."""
    members = sorted(member for member in package.members if member.lower().endswith(_PICTURES))
    return [package.read(member) for member in members[:_MOST_PICTURES]]


def _off_pictures(pictures: list[bytes], warnings: tuple[str, ...], name: str) -> Document:
    from foitrack.reading.documents.image import read_pictures

    document = read_pictures("docx", pictures, name)
    return replace(document, warnings=(*warnings, *document.warnings))


def _margins(parts: Parts, reader: Reader, body: Element) -> tuple[list[Block], list[Block]]:
    """What stands above and below the pages, in the order of the sections."""
    heads: list[Block] = []
    feet: list[Block] = []
    settings = parts.of_kind("settings")
    done: set[str] = set()
    for section in body.iter("w:sectPr"):
        shown = ["default"]
        if switched(section, "w:titlePg"):
            shown.insert(0, "first")
        if switched(settings, "w:evenAndOddHeaders"):
            shown.append("even")
        for kind in shown:
            for one in every(section, "w:headerReference", "w:footerReference"):
                relation = parts.relations.get(one.get("r:id", ""))
                if one.get("w:type") != kind or relation is None or relation.target in done:
                    continue
                done.add(relation.target)
                root = parts.package.xml(relation.target, PREFIXES)
                if root is not None:
                    into = heads if one.tag == "w:headerReference" else feet
                    into += reader.blocks(root)
    return heads, feet


def _notes(parts: Parts, reader: Reader) -> list[Block]:
    """The notes that the text refers to, each under its number."""
    written: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        for note in every(parts.of_kind(f"{kind}s"), f"w:{kind}"):
            written[kind, note.get("w:id", "")] = note
    found: list[Block] = []
    # A note may refer to notes of its own, which join the end of the list.
    for number, key in enumerate(reader.notes, 1):
        if key not in written or number > len(written):
            continue
        blocks = reader.blocks(written[key])
        if blocks and isinstance(blocks[0], Paragraph):
            blocks[0].mark = raised(str(number))
        found += blocks
    return found


def _warnings(package: Package, parts: Parts, kept: Kept) -> list[str]:
    found = []
    if kept.deleted:
        found.append(deleted(kept.deletions, kept.deleted))
    if kept.hidden:
        found.append(hidden(kept.hidden))
    if kept.pale:
        found.append(pale(kept.pale))
    remarks = sum(1 for _ in every(parts.of_kind("comments"), "w:comment"))
    if remarks:
        found.append(comments(remarks))
    if any(posixpath.basename(member).lower() == "vbaproject.bin" for member in package.members):
        found.append(macros())
    if kept.foreign:
        found.append(
            "A passage of the document is kept in it in another format and was not read: open "
            "the file in a word processor to see it."
        )
    return found


def _with_members(document: Document, package: Package, parts: Parts) -> Document:
    """The document with the files that were put into it whole (a workbook behind an icon)."""
    members = []
    for relation in parts.relations.values():
        if relation.kind == "package" and relation.target in package:
            name = posixpath.basename(relation.target)
            members.append(Member(name, package.read(relation.target)))
    warnings = list(document.warnings)
    if members:
        names = ", ".join(f"“{member.name}”" for member in members[:_MOST_MEMBERS])
        warnings.append(
            f"Whole files are set into this document: {names}. They may hold more than the "
            "document shows."
        )
    if any(relation.kind == "oleObject" for relation in parts.relations.values()):
        warnings.append(
            "An object of another program is set into this document; it was not read and may hold "
            "more than the document shows."
        )
    if any(member.startswith("word/charts/") for member in package.members):
        warnings.append(
            "The document has a chart: a chart is not read, and the file may hold the figures "
            "that it was drawn from."
        )
    return replace(document, members=tuple(members[:_MOST_MEMBERS]), warnings=tuple(warnings))
