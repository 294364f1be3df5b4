"""Saved web pages, made safe to show as they look."""

from __future__ import annotations

from foitrack.desk import responses
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError
from foitrack.reading.documents.text import decode

MOST_SHOWN = 300_000
"""Characters of a web page that are shown as it looks; longer ones are shown as text."""
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
    if len(written) > 10 * MOST_SHOWN:
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
    if len(safe) > MOST_SHOWN:
        raise _too_long()
    return safe


def _too_long() -> DeskError:
    return DeskError("This page is too long to show as it looks. Its text shows everything.")
