"""Saved web pages: their text without the page's furniture, and their tables as they stand."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.html_hidden import warning
from foitrack.reading.documents.html_tables import is_data_table, write_table
from foitrack.reading.documents.page_text import PageText
from foitrack.reading.documents.text import decode

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "head",
        "nav",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "dialog",
        "audio",
        "video",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "section",
        "article",
    ]
)
_FURNITURE_ROLE = frozenset(
    [
        "navigation",
        "banner",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "contentinfo",
        "complementary",
    ]
)
_FURNITURE_NAME = re.compile(
    r"cookie|breadcrumb|skip-?(?:link|nav|to)|(?:^|[-_ ])(?:nav|navbar|menu|sidebar|share|sharing|"
    r"social-(?:links|share|media-links)|feedback|page-feedback|site-(?:header|footer)|search-form|"
    r"back-to-top|print-page|related-links|quick-exit|visually-hidden|sr-only)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]{2,30})", re.IGNORECASE)


def read_html(data: bytes) -> Document:
    """A web page as a document. Nothing is fetched and no script runs."""
    tree = LexborHTMLParser(_decoded(data))
    writer = PageText()
    title = tree.css_first("head > title")
    if title is not None:
        writer.add(title.text(strip=True))
        writer.line(2)
    body = tree.body
    if body is not None:
        _write(body, writer)
    warnings = (warning(writer.unseen),) if writer.unseen else ()
    return Document("html", "".join(writer.pieces), grids=tuple(writer.grids), warnings=warnings)


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _write(root: LexborNode, writer: PageText) -> None:
    """The text below a node. A list of nodes to do, not recursion: pages can nest without end."""
    todo: list[tuple[LexborNode, bool]] = [(root, False)]
    while todo:
        node, closing = todo.pop()
        name = node.tag or ""
        if closing:
            writer.line(2 if name in _PARAGRAPHS else 1)
        elif name == "-text":
            writer.add(node.text(deep=False))
        elif name == "br":
            writer.put("\n")
        elif name == "table" and is_data_table(node):
            write_table(node, writer, _write)
        elif not _is_furniture(node):
            _open(node, name, writer, todo)


def _open(
    node: LexborNode, name: str, writer: PageText, todo: list[tuple[LexborNode, bool]]
) -> None:
    if name in _BLOCKS:
        writer.line(2 if name in _PARAGRAPHS else 1)
        todo.append((node, True))
    if name == "li":
        writer.put("• ")
    children = list(node.iter(include_text=True))
    todo += [(child, False) for child in reversed(children)]


def _is_furniture(node: LexborNode) -> bool:
    name = node.tag or ""
    if name in _NEVER or name.startswith(("_", "!", "-")):
        return True
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (attributes.get("role") or "") in _FURNITURE_ROLE and name not in ("main", "body"):
        return True
    label = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return name not in ("body", "main", "html") and bool(_FURNITURE_NAME.search(label[:400]))
