"""A saved web page is shown bare: nothing runs, nothing is loaded, nothing is followed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from tests.ui.recording.conftest import Record
from ui.recording.html_view import HtmlView
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]
PAGE = b"""<!doctype html><html><head><title>Answer</title><script>steal()</script></head><body>
<h1>Kent Police</h1><p onclick="steal()">Our reference: FOI 2023/445</p><p>20 March 2023</p>
<img src="http://198.51.100.7/seen.png"><a href="http://198.51.100.7/">Request a review</a>
<iframe src="file:///etc/passwd"></iframe><p style="background:url(http://198.51.100.7/a)">
We do not hold the information that you asked for.</p></body></html>"""


def test_the_text_stays_the_first_view_and_the_page_is_bare(record: Record, settle: Settle) -> None:
    one = record("answer.html", PAGE)
    side = one.page.document
    assert side.look() == "text"
    assert "FOI 2023/445" in side.text.toPlainText()
    one.page.header.look.choose("look")
    settle(one.workspace)
    shown = side.look_of.html
    assert "We do not hold the information" in shown.toPlainText()
    written = shown.toHtml()
    for trace in ("198.51.100.7", "steal", "passwd", "<img"):
        assert trace not in written


def test_even_what_got_through_is_not_loaded(qtbot: QtBot, dressed: object) -> None:
    view = HtmlView()
    qtbot.addWidget(view)
    loaded: list[object] = []
    view.sourceChanged.connect(loaded.append)
    view.show_page("<p>before <img src='file:///etc/hostname'> <a href='file:///etc'>x</a></p>")
    view.show()
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not view.openLinks()
    assert not view.openExternalLinks()
    assert loaded == []
