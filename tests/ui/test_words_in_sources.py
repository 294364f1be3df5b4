"""Every word that the window shows can be said in another language."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ui.words_in_sources import words_in, words_in_files

UI = Path(__file__).parents[2] / "ui"
NAMES = re.compile(
    r"'(\W*FOI Track\W*|Inter Tabular|Noto Sans|Fusion|English|Cymraeg|True|False|Del|Choice|Tokens"
    r"| [KM]B|Python , Qt , |Ctrl\+|\W*\(saved [, ]*\)|foitrack: )'$"
)
KEYS = re.compile(r"'[a-z_]+[-:_/]'$|'_[a-z]+'$")
"""The head or tail of a key, as "page-"."""
ALLOWED = {
    # What the directory holds, as it is kept: a list to choose from, no words of the window.
    "authorities/edit_dialog.py": {"England", "Wales", "Scotland"}
    | {"Northern Ireland", "United Kingdom"},
    # Compared with what others say, never shown.
    "requests/why_words.py": {"bank holiday"},
    "team/server_dialog.py": {"db.example.org"},
    "qt_messages.py": {"This plugin does not support propagateSizeHints()"},
    # Names of files that are offered.
    "reports/saving.py": {"Requests", ", summary .pdf"},
    "safety/exchanging.py": {"case file"},
    "shell/arguments.py": {".eml"},
}


def is_allowed(found: str) -> bool:
    file, _, said = found.partition(":")
    said = said.partition(": ")[2]
    if any(repr(one) == said for one in ALLOWED.get(file, ())):
        return True
    return bool(NAMES.match(said) or KEYS.match(said) or _is_mark(said))


def _is_mark(said: str) -> bool:
    """Style, markup, patterns, kinds of files: what Qt or a browser reads, not a person."""
    plain = re.sub(r"<[^>]*>|&nbsp;|\(\*\.\w+\)|\{[^}]*\}", "", said)
    marks = r"\.(toml|svg|pdf|json)'|stroke|[a-z-]+=\"|px|rgba|url\(|\(\?:|::item"
    return (
        bool(re.search(marks, said))
        or not re.search(r"[A-Za-z]{3}", plain[1:-1])
        or (plain != said and plain.strip("' ") in ("FOI Track", "JSON", "CSV", "TOML", "›"))
    )


def test_words_that_escape_are_found() -> None:
    sample = '''
"""A description of a module."""
TITLES = ("Request", for_later("Old"))
def said(n):
    """A description."""
    label.setText("late")
    label.setObjectName("Some Name")
    other.setText(self.tr("Late"))
    return f"{n} of them" if n else self.tr(f"{n} rows")
'''
    assert [said for _, said in words_in(sample)] == [
        "Request",
        "late",
        " of them",
        "f'{n} rows'",
    ]
    assert not is_allowed("today/page.py:3: 'Nothing to do'")
    assert not is_allowed("today/page.py:3: 'late'")
    assert not is_allowed("today/page.py:3: ' late'")


def test_no_words_of_the_window_escape_the_translators() -> None:
    found = words_in_files(UI)
    escaped = [one for one in found if not one.startswith("commands/") and not is_allowed(one)]
    assert escaped == []
