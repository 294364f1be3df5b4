"""A Word file's parts: which is the letter, and its styles, lists, notes and margins."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from foitrack.reading.documents.docx_lists import Lists, read_lists
from foitrack.reading.documents.package import Package
from foitrack.reading.documents.xml_tree import every, within

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OFFICE}/package/2006/relationships": "p",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
_MOST_STYLES_DEEP = 20


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: `kind` is the last word of the relation's type."""

    kind: str
    target: str
    """The member's path; empty for what lies outside the file, which is never followed."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of the text that has it; None where it says nothing."""

    based_on: str = ""
    numbering: str | None = None
    level: int | None = None
    hidden: bool | None = None
    bold: bool | None = None
    colour: str | None = None
    shaded: bool | None = None
    """Whether it may lay a shade behind the text."""


@dataclass
class Parts:
    """The parts of a Word file."""

    package: Package
    main: str
    relations: Mapping[str, Relation]
    styles: dict[str, Style] = field(default_factory=dict)
    usual: str = ""
    """The style of paragraphs that name none."""
    lists: Lists = field(default_factory=lambda: Lists({}, {}, {}))

    def style(self, name: str, said: str) -> object:
        """What a style, or the one it is based on, says of `said` (a field of Style)."""
        for _ in range(_MOST_STYLES_DEEP):
            style = self.styles.get(name)
            if style is None:
                return None
            found: object = getattr(style, said)
            if found is not None:
                return found
            name = style.based_on
        return None

    def of_kind(self, kind: str) -> Element | None:
        """The part that the letter relates to as `kind` ("footnotes"), as XML."""
        for relation in self.relations.values():
            if relation.kind == kind and relation.target:
                return self.package.xml(relation.target, PREFIXES)
        return None


def find_parts(package: Package) -> Parts:
    """The parts of a Word file, found by their relations and not by their names."""
    main = "word/document.xml"
    for relation in _relations(package, "").values():
        if relation.kind == "officeDocument" and relation.target in package:
            main = relation.target
    parts = Parts(package, main, _relations(package, main))
    _read_styles(parts)
    of_list_styles = {
        name: style.numbering for name, style in parts.styles.items() if style.numbering
    }
    parts.lists = read_lists(parts.of_kind("numbering"), of_list_styles)
    return parts


def _relations(package: Package, part: str) -> dict[str, Relation]:
    folder, file = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{file}.rels"), PREFIXES)
    found = {}
    for one in every(root, "p:Relationship"):
        target = unquote(one.get("Target", ""))
        if one.get("TargetMode") == "External":
            target = ""
        elif target.startswith("/"):
            target = target.lstrip("/")
        else:
            target = posixpath.normpath(posixpath.join(folder, target))
        found[one.get("Id", "")] = Relation(one.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def _read_styles(parts: Parts) -> None:
    for one in every(parts.of_kind("styles"), "w:style"):
        name = one.get("w:styleId", "")
        if one.get("w:type") == "paragraph" and is_on(one.get("w:default", "0")):
            parts.usual = name
        numbering = within(one, "w:pPr", "w:numPr", "w:numId")
        level = within(one, "w:pPr", "w:numPr", "w:ilvl")
        run = within(one, "w:rPr")
        parts.styles[name] = Style(
            _value(within(one, "w:basedOn")) or "",
            _value(numbering),
            as_level(_value(level)),
            switched(run, "w:vanish"),
            switched(run, "w:b"),
            _value(within(run, "w:color")),
            next(one.iter("w:shd"), None) is not None or None,
        )


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get("w:val")


def as_level(text: str | None) -> int | None:
    """The level of a list, counted from 0; None where it is no number."""
    return int(text) if text is not None and len(text) < 3 and text.isdecimal() else None


def is_on(value: str) -> bool:
    """Whether a switch of Word's is on."""
    return value.lower() not in ("0", "false", "off", "none")


def switched(properties: Element | None, name: str) -> bool | None:
    """A switch among properties: on, off, or None where it is not set."""
    found = within(properties, name)
    return None if found is None else is_on(found.get("w:val", "1"))
