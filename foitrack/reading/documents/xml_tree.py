"""XML from a stranger as a tree: no document type, no entities, no endless nesting."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

MOST_BYTES = 48 * 1024 * 1024
MOST_ELEMENTS = 3_000_000
DEEPEST = 120


class BadXmlError(Exception):
    """The XML is broken, or made to do harm; the text says which, for whoever looks into it."""


class _Builder(ElementTree.TreeBuilder):
    """Refuses a document type declaration: with none there are no entities to expand or fetch."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise BadXmlError("it declares a document type")


def parse_xml(data: bytes, prefixes: Mapping[str, str]) -> Element:
    """The root of a document, its names written `prefix:name` by `prefixes` (namespace to prefix).

    Names of other namespaces get the prefix `?`. Raises BadXmlError.
    """
    if len(data) > MOST_BYTES or data.count(b"<") > 2 * MOST_ELEMENTS:
        raise BadXmlError("it is too large")
    parser = ElementTree.XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError, AssertionError) as problem:
        raise BadXmlError(str(problem)) from None
    _shorten(root, prefixes)
    return root


def _shorten(root: Element, prefixes: Mapping[str, str]) -> None:
    """Short names everywhere. Level by level, not by recursion: depth is not ours to trust."""
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise BadXmlError("it is nested without end")
        level = [child for element in level for child in element]
    short: dict[str, str] = {}
    for element in root.iter():
        name = element.tag
        element.tag = short.get(name) or _short(name, prefixes, short)
        attributes = element.attrib
        if attributes:
            own = [(short.get(k) or _short(k, prefixes, short), v) for k, v in attributes.items()]
            attributes.clear()
            attributes.update(own)


def _short(name: str, prefixes: Mapping[str, str], known: dict[str, str]) -> str:
    space, _, local = name.removeprefix("{").rpartition("}")
    known[name] = f"{prefixes.get(space, '?')}:{local}" if space else local
    return known[name]


def within(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of child names below an element; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def every(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of an element that have one of the names, in order."""
    if element is not None:
        yield from (child for child in element if child.tag in names)
