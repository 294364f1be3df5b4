"""The window's language: English, or a catalogue of ours with English for what it lacks."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from foitrack import assets
from ui.remembered import recall, remember

NAMES = (("en", "English"), ("cy", "Cymraeg"))
"""Languages that may be chosen, each by its code and by what its speakers call it."""


class Catalogue(QTranslator):
    """Words by their English, whatever the part of the window that says them.

    Where an English word has two meanings, an entry "Context|word" is for one part alone. Where
    a word has more forms than English has, `forms` has them by the kind of number before it.
    """

    def __init__(
        self,
        words: dict[str, str],
        forms: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        parent: QObject | None = None,
        kind_of: Callable[[int], str] = lambda number: "other",
    ) -> None:
        super().__init__(parent)
        self._words, self._forms, self._kind_of = words, forms, kind_of

    def isEmpty(self) -> bool:
        return not self._words and not self._forms

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The word in this language; None where there is none, and then English is said."""
        forms = self._forms.get(source)
        if forms is not None:
            return forms.get(self._kind_of(n), forms["other"])
        return self._words.get(f"{context}|{source}") or self._words.get(source)


def catalogue(code: str) -> dict[str, str]:
    """The words of a language by their English; ValueError where one is no text."""
    read = tomllib.loads(assets.resource("translations", f"{code}.toml").read_text("utf-8"))
    words = {source: said for part in read["words"].values() for source, said in part.items()}
    wrong = [source for source, said in words.items() if not isinstance(said, str) or not said]
    if wrong:
        raise ValueError(f"{code}.toml: no words for {wrong}")
    return words


def number_forms(code: str) -> dict[str, dict[str, str]]:
    """What a language says after numbers, by its English and by the kind of number.

    ValueError where the form for any other number is missing.
    """
    read = tomllib.loads(assets.resource("translations", f"{code}.toml").read_text("utf-8"))
    found: dict[str, dict[str, str]] = read.get("counts", {})
    wrong = [source for source, forms in found.items() if not forms.get("other")]
    if wrong:
        raise ValueError(f"{code}.toml: no words for {wrong}")
    return found


def _kind_in_welsh(number: int) -> str:
    # The kinds that the Unicode CLDR counts Welsh by.
    kinds = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}
    return kinds.get(number, "other")


KINDS: dict[str, Callable[[int], str]] = {"cy": _kind_in_welsh}
"""For each language, the kind of a number, which decides the form of what is counted."""


def spoken() -> str:
    """The code of the language that was chosen; English where none was."""
    known = recall("language", "en")
    return known if known in dict(NAMES) else "en"


def choose(code: str) -> None:
    """Speak a language now and at the next start; what is on the screen stays as it is."""
    remember("language", code)
    speak(code)


def speak(code: str) -> None:
    """Speak a language in all that is said from now on."""
    app = QCoreApplication.instance()
    assert app is not None
    for each in app.findChildren(Catalogue):
        QCoreApplication.removeTranslator(each)
        each.deleteLater()
    if code != "en":
        QCoreApplication.installTranslator(Catalogue(*_words(code), app, KINDS[code]))


@cache
def _words(code: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    return catalogue(code), number_forms(code)
