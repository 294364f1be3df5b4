"""Saved web pages, made safe to show as they look.

A page is cleaned here and not by a worker: what a worker answers is not trusted, and this is the
last that stands between a document and what is shown. The cleaner (nh3, Ammonia) parses as
browsers do and is memory-safe; what is too large or too intricate to lay out is refused.
"""

from __future__ import annotations

import re

from foitrack.desk import responses
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError
from foitrack.reading.documents.text import decode

MOST_SHOWN = 150_000
"""Characters of a web page that are shown as it looks; longer ones are shown as text."""
MOST_MARKS, MOST_CELLS, MOST_DEPTH, MOST_TABLES_DEEP = 30_000, 1_200, 80, 4
"""Tags, cells, and how deep tags and tables may stand in one another: laying a page out takes
longer than a moment beyond these, and thirty thousand tags in one another a whole minute."""
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_ALONE = frozenset(["br", "hr", "col"])
_TAGS = """
    a abbr address article aside b bdi bdo big blockquote br caption center cite code col
    colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header
    hr i ins kbd li main mark ol p pre q s samp section small span strong sub summary sup table
    tbody td tfoot th thead time tr tt u ul var
"""
_WITH_CONTENT = "script style head title template noscript svg math"
_ATTRIBUTES = {
    "td": {"colspan", "rowspan", "align", "valign"},
    "th": {"colspan", "rowspan", "align", "valign"},
    "ol": {"start"},
}


def safe_page(desk: Desk, document_id: int) -> str:
    """A kept web page without anything that runs, loads, links or hides: bare structure.

    No script, style, form, picture, address or class survives. Raises DeskError where it is not
    there, is damaged, or is longer than is shown so.
    """
    import nh3

    written = decode(responses.document_bytes(desk, document_id))
    if len(written) > 20 * MOST_SHOWN or written.count("<") > MOST_MARKS:
        raise _too_long()
    safe = nh3.clean(
        written,
        tags=set(_TAGS.split()),
        clean_content_tags=set(_WITH_CONTENT.split()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(),
        link_rel=None,
        generic_attribute_prefixes=set(),
    )
    if len(safe) > MOST_SHOWN or _is_intricate(safe):
        raise _too_long()
    return safe


def _is_intricate(safe: str) -> bool:
    """Whether a cleaned page would take long to lay out."""
    depth = tables = cells = 0
    for closing, tag in _TAG.findall(safe):
        step = 0 if tag in _ALONE else -1 if closing else 1
        depth += step
        tables += step if tag == "table" else 0
        cells += tag in ("td", "th")
        if depth > MOST_DEPTH or tables > MOST_TABLES_DEEP:
            return True
    return cells > 2 * MOST_CELLS


def _too_long() -> DeskError:
    return DeskError(
        "This page is too long or too intricate to show as it looks. Its text shows everything."
    )
