"""Which parts a workbook's package has, and how they belong together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from foitrack.reading.documents.package import Package
from foitrack.reading.documents.workbook import MAX_SHEETS, damaged
from foitrack.reading.findings import UnreadableDocumentError

_MAIN = ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
PREFIXES = {
    **dict.fromkeys((_MAIN[0] + "spreadsheetml/2006/main", _MAIN[1] + "spreadsheetml/main"), "m"),
    **dict.fromkeys(
        (
            _MAIN[0] + "officeDocument/2006/relationships",
            _MAIN[1] + "officeDocument/relationships",
        ),
        "r",
    ),
    _MAIN[0] + "package/2006/relationships": "p",
    **dict.fromkeys((_MAIN[0] + "drawingml/2006/main", _MAIN[1] + "drawingml/main"), "a"),
}
_MOST_RELATIONS = 20_000


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    kind: str
    """The last word of its type: `worksheet`, `comments`."""
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    state: str
    kind: str
    member: str


@dataclass(slots=True)
class Parts:
    """A workbook's parts."""

    package: Package
    workbook: str
    root: Element
    relations: dict[str, Relation]
    sheets: list[SheetPart] = field(default_factory=list)
    from_1904: bool = False

    def of_kind(self, kind: str) -> Iterator[str]:
        """The workbook's own parts of a kind."""
        return (r.target for r in self.relations.values() if r.kind == kind and not r.outside)


def find_parts(package: Package) -> Parts:
    """The parts of a workbook. Raises UnreadableDocumentError where they are not one."""
    first = relations(package, "")
    workbook = next((r.target for r in first.values() if r.kind == "officeDocument"), "")
    if workbook.endswith(".bin") or "xl/workbook.bin" in package:
        raise UnreadableDocumentError(
            "format",
            f"“{package.name}” is a binary Excel workbook (.xlsb), which is not read: what it "
            "hides could not be told. The file itself is unharmed; save it as .xlsx and add that.",
        )
    workbook = workbook if workbook in package else "xl/workbook.xml"
    root = package.xml(workbook, PREFIXES)
    if root is None:
        raise damaged(package.name)
    parts = Parts(package, workbook, root, relations(package, workbook))
    properties = root.find("m:workbookPr")
    parts.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    parts.sheets = list(_sheets(parts))
    return parts


def relations(package: Package, member: str) -> dict[str, Relation]:
    """What a part refers to, by the id it uses."""
    folder, _, file = member.rpartition("/")
    path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    root = package.xml(path, PREFIXES)
    found: dict[str, Relation] = {}
    for element in [] if root is None else list(root)[:_MOST_RELATIONS]:
        target = element.get("Target") or ""
        outside = element.get("TargetMode") == "External"
        kind = (element.get("Type") or "").rpartition("/")[2]
        if not outside:
            target = _resolved(folder, target, package)
        found[element.get("Id") or ""] = Relation(kind, target, outside)
    return found


def _resolved(folder: str, target: str, package: Package) -> str:
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    if path in package:
        return path
    low = path.lower()
    return next((name for name in package.members if name.lower() == low), path)


def _sheets(parts: Parts) -> Iterator[SheetPart]:
    listed = parts.root.find("m:sheets")
    for number, element in enumerate([] if listed is None else list(listed)[:MAX_SHEETS], 1):
        relation = parts.relations.get(element.get("r:id") or "")
        yield SheetPart(
            element.get("name") or f"Sheet {number}",
            {"hidden": "hidden", "veryHidden": "very hidden"}.get(element.get("state") or "", ""),
            relation.kind if relation else "",
            relation.target if relation else "",
        )
