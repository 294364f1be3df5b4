"""What a workbook's package holds beside its cells, in words: copies, links, notes, programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from foitrack.reading.documents.workbook_hidden import hidden
from foitrack.reading.documents.workbook_xml import BrokenXmlError, Stream
from foitrack.reading.documents.xlsx_parts import PREFIXES, Parts, relations
from foitrack.reading.documents.xml_tree import within

_MOST_NAMED = 8
_PEOPLE = {
    "creator": "author", "lastModifiedBy": "last saved by", "Company": "organisation",
    "Manager": "manager", "title": "title", "subject": "subject", "description": "remarks",
    "keywords": "keywords", "category": "category",
}  # fmt: skip
_EMBEDDED = (
    ("xl/embeddings/", "file inside it", "files inside it"),
    ("xl/activeX/", "control", "controls"),
)


def beyond_cells(parts: Parts, stream: Stream) -> Iterator[str]:
    """A sentence for each thing that the workbook holds and no sheet shows."""
    yield from _pivots(parts, stream)
    yield from _links(parts)
    yield from _names(parts)
    yield from _embedded(parts)
    yield from _properties(parts)


def _pivots(parts: Parts, stream: Stream) -> Iterator[str]:
    for member in sorted(
        name
        for name in parts.package.members
        if name.startswith("xl/pivotCache/pivotCacheDefinition") and name.endswith(".xml")
    ):
        root = parts.package.xml(member, PREFIXES)
        if root is not None:
            yield _pivot(parts, stream, member, root)


def _pivot(parts: Parts, stream: Stream, member: str, root: Element) -> str:
    fields = [field.get("name") or "" for field in root.iter("m:cacheField")]
    source = within(root, "m:cacheSource", "m:worksheetSource")
    records = [
        relation.target
        for relation in relations(parts.package, member).values()
        if relation.kind == "pivotCacheRecords"
    ]
    count = _records(stream, records[0]) if records else 0
    values = sum(len(list(shared)) for shared in root.iter("m:sharedItems"))
    held = f"{count:,} records" if count else f"{values:,} different values"
    return hidden(
        f"A pivot table keeps a copy of the data it was made from{_source(parts, source)}: "
        f"{held} with the columns {listed(fields)}. It may hold more than the sheets show."
    )


def _source(parts: Parts, source: Element | None) -> str:
    if source is None:
        return ""
    sheet, area = source.get("sheet"), source.get("ref") or source.get("name") or ""
    if not sheet:
        return f" ({area})" if area else ""
    states = {part.name: part.state for part in parts.sheets}
    if sheet not in states:
        return f" (sheet “{sheet}”, {area}, which is not in this workbook)"
    state = f", which is {states[sheet]}" if states[sheet] else ""
    return f" (sheet “{sheet}”, {area}{state})"


def _records(stream: Stream, member: str) -> int:
    """How many records a cache holds."""
    count, rest = 0, b""
    try:
        for piece in stream.pieces(member):
            text = rest + piece
            count += text.count(b"<r>")
            rest = text[-2:]
    except BrokenXmlError:
        return count
    return count


def _links(parts: Parts) -> Iterator[str]:
    for relation in parts.relations.values():
        if relation.kind == "externalLink" and not relation.outside:
            root = parts.package.xml(relation.target, PREFIXES)
            if root is None:
                continue
            values = sum(1 for cell in root.iter("m:cell") if cell.find("m:v") is not None)
            others = relations(parts.package, relation.target).values()
            file = next((other.target for other in others if other.outside), "")
            called = f" (“{file.replace(chr(92), '/').rpartition('/')[2]}”)" if file else ""
            yield hidden(
                f"The workbook keeps values copied from another workbook{called}: "
                f"{values:,} {'value' if values == 1 else 'values'}.",
                values == 1,
            )


def _names(parts: Parts) -> Iterator[str]:
    group = parts.root.find("m:definedNames")
    if group is None:
        return
    own = [name for name in group if not (name.get("name") or "").startswith("_xlnm.")]
    secret = [name.get("name") or "" for name in own if name.get("hidden") in ("1", "true")]
    open_names = [name for name in own if name.get("hidden") not in ("1", "true")]
    shown = [f"{name.get('name') or ''} = {(name.text or '')[:60]}" for name in open_names]
    if shown:
        yield f"The workbook gives names to ranges or values, which are not read: {listed(shown)}."
    if secret:
        yield hidden(f"The workbook has hidden names: {listed(secret)}.", len(secret) == 1)


def _embedded(parts: Parts) -> Iterator[str]:
    members = list(parts.package.members)
    for folder, one, many in _EMBEDDED:
        found = sum(name.startswith(folder) and not name.endswith(".rels") for name in members)
        if found:
            yield hidden(f"The workbook has {found} {one if found == 1 else many}.", found == 1)
    if any(name.startswith("xl/model/") for name in members):
        yield hidden("The workbook has a data model: tables of data that no sheet shows.")
    if any(name.startswith("xl/revisions/") for name in members):
        yield hidden("The workbook keeps a history of its changes, with earlier values.")
    if "xl/connections.xml" in members:
        yield (
            "The workbook says how to connect to a database or another file; nothing was fetched."
        )
    if any(name.endswith("vbaProject.bin") for name in members):
        yield "The workbook has macros (programs). They were not run and are not read."


def _properties(parts: Parts) -> Iterator[str]:
    held: list[str] = []
    for member in ("docProps/core.xml", "docProps/app.xml"):
        root = parts.package.xml(member, {})
        for element in [] if root is None else root:
            word = _PEOPLE.get(element.tag.rpartition(":")[2])
            if word and (element.text or "").strip():
                held.append(word)
    custom = parts.package.xml("docProps/custom.xml", {})
    held += [f"“{child.get('name')}”" for child in ([] if custom is None else custom)]
    if held:
        yield properties(held)


def properties(held: Sequence[str]) -> str:
    """The sentence about what a file's properties say of who made it; without saying it again."""
    return (
        f"The file’s properties are filled in ({listed(list(dict.fromkeys(held)))}); they may "
        "name people, and are not read."
    )


def listed(words: Sequence[str]) -> str:
    """The first of several words, and how many more there are."""
    named = ", ".join(words[:_MOST_NAMED])
    more = len(words) - _MOST_NAMED
    return f"{named} and {more:,} more" if more > 0 else named
