from __future__ import annotations

import pytest

from ui.requests.matches import as_html, marked


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("North Wales Police", "north", ["North"]),
        ("Northumbria Police", "north", ["North"]),
        ("Police Service of Northern Ireland", "north", ["North"]),
        ("Devon and Cornwall Police", "corn pol", ["Corn", "Pol"]),
        ("Heddlu Dyfed-Powys", "pow", ["Pow"]),
        ("Cyngor Sir Ynys Môn", "mon", ["Môn"]),
        ("Greater Manchester Police", "chester", []),
        ("Merseyside Police", "", []),
        ("Durham", "é", []),
    ],
)
def test_marks_what_a_typed_word_begins(text: str, typed: str, hits: list[str]) -> None:
    parts = marked(text, typed)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, hit in parts if hit] == hits


def test_html_in_a_name_stays_words() -> None:
    assert as_html("A & <b>", "a", "#1d4db3").endswith(" &amp; &lt;b&gt;")
