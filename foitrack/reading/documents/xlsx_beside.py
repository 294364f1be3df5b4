"""What belongs to one sheet of a workbook and is no cell: comments, pictures, charts, controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from foitrack.reading.documents.package import Package
from foitrack.reading.documents.workbook import Area, Sheet
from foitrack.reading.documents.xlsx_parts import PREFIXES, Relation
from foitrack.reading.documents.xlsx_values import area_of


def table_headers(package: Package, related: Mapping[str, Relation]) -> list[Area]:
    """Where the header rows of a sheet's tables are: their style may colour them."""
    found = []
    for relation in related.values():
        if relation.kind == "table" and not relation.outside:
            root = package.xml(relation.target, PREFIXES)
            area = area_of(root.get("ref") or "") if root is not None else None
            if area and root is not None and root.get("headerRowCount") != "0":
                found.append(Area(area.top, area.left, area.top, area.right))
    return found


def beside_cells(sheet: Sheet, package: Package, related: Mapping[str, Relation]) -> None:
    """Counts a sheet's comments, and says what else it has that is not read."""
    for relation in related.values():
        if relation.outside:
            continue
        if relation.kind == "comments":
            _comments(sheet, package, relation.target)
        elif relation.kind == "drawing":
            sheet.unseen.others += _drawn(package, relation.target)
        elif relation.kind == "pivotTable":
            sheet.unseen.others.append(
                "a pivot table is read as it stands, with its stored values."
            )


def _comments(sheet: Sheet, package: Package, member: str) -> None:
    root = package.xml(member, PREFIXES)
    for comment in [] if root is None else root.iter("m:comment"):
        area = area_of(comment.get("ref") or "")
        if area:
            sheet.unseen.comments.add(area.top, area.left)


def _drawn(package: Package, member: str) -> Iterator[str]:
    root = package.xml(member, PREFIXES)
    if root is None:
        return
    names = [element.tag.rpartition(":")[2] for element in root.iter()]
    written = any(element.tag == "a:t" and (element.text or "").strip() for element in root.iter())
    found = [
        _counted(names.count("pic"), "picture"),
        _counted(names.count("graphicFrame"), "chart"),
        "text boxes" if written else "",
    ]
    told = [words for words in found if words]
    if told:
        yield f"it has {' and '.join(told)}, not read: look at the sheet itself for what they say."


def _counted(number: int, what: str) -> str:
    return "" if not number else f"{number:,} {what}{'s' if number > 1 else ''}"
