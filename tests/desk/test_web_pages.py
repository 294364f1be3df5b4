"""What is left of a web page before it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foitrack import assets
from foitrack.desk import responses
from foitrack.desk.desk import Desk, create
from foitrack.desk.documents import page_picture
from foitrack.desk.views import DeskError
from foitrack.desk.web_pages import MOST_SHOWN, safe_page
from foitrack.reading.findings import UnreadableDocumentError
from tests.ui.recording.samples import pdf


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return create(tmp_path_factory.mktemp("pages") / "pages.foitrack", assets.reference())


def kept(desk: Desk, name: str, data: bytes) -> int:
    [document] = responses.proposal(desk, responses.keep(desk, name, data, None)).documents
    return document.id


PIECES = st.lists(
    st.sampled_from(
        """<script>|</script>|<p>|</p>|<img src=x>|<svg onload=go()>|<style>|</style>|<title>
        <a href='javascript:go()'>|</a>|<td colspan=2 onclick=go()>|<table>|<iframe src=//x>
        <object data=x>|<link rel=stylesheet href=x>|<base href=x>|<p style='background:url(x)'>
        <!--|-->|<math><mtext>|<noscript>|<form action=x>|<input formaction=x>|words
        &lt;script&gt;|<th align=left style=x>|<ol start=3>|<template>|<video src=x>""".replace(
            "\n", "|"
        ).split("|")
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_nothing_that_runs_loads_or_links_is_left(desk: Desk, pieces: list[str]) -> None:
    shown = safe_page(desk, kept(desk, "page.html", ("<html>" + "".join(pieces)).encode()))
    tags = re.findall(r"<([a-z0-9]+)([^>]*)>", shown)
    forbidden = {"script", "style", "img", "svg", "iframe", "object", "link", "base", "form"}
    assert not forbidden & {name for name, _ in tags}
    for _, attributes in tags:
        names = set(re.findall(r"([a-z]+)=", attributes))
        assert names <= {"colspan", "rowspan", "align", "valign", "start"}


def test_a_page_that_is_too_long_is_left_to_its_text(desk: Desk) -> None:
    long = b"<html>" + b"<p>words and more words</p>" * (MOST_SHOWN // 20)
    with pytest.raises(DeskError, match="too long"):
        safe_page(desk, kept(desk, "long.html", long))


def test_a_page_of_a_kept_pdf_is_drawn_as_wide_as_asked(desk: Desk) -> None:
    document = kept(desk, "letter.pdf", pdf("one", "two"))
    drawn = page_picture(desk, document, 2, 300)
    assert (drawn.width, drawn.pages) == (300, 2)
    assert len(drawn.dots) == 4 * drawn.width * drawn.height
    assert drawn.size == pytest.approx((595.3, 841.9), abs=0.1)
    with pytest.raises(UnreadableDocumentError, match="no page 3"):
        page_picture(desk, document, 3, 300)


def test_a_document_that_is_not_there_is_said_so(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="not in this case file"):
        page_picture(desk, 9_999, 1, 300)


@pytest.mark.parametrize(
    "page",
    [
        b"<b>" * 25_000 + b"words",
        b"<div>" * 200 + b"words",
        b"<table><tr><td>" * 6 + b"words",
        b"<table>" + b"<tr><td>1</td><td>2</td></tr>" * 2_000 + b"</table>",
        b"<b>" * 900_000,
    ],
    ids=["deep", "nested", "tables in tables", "many cells", "a million tags"],
)
def test_a_page_that_would_take_long_to_lay_out_is_left_to_its_text(
    desk: Desk, page: bytes
) -> None:
    with pytest.raises(DeskError, match="too intricate"):
        safe_page(desk, kept(desk, "page.html", b"<html>" + page))
