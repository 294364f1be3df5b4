"""The window's language: English, or a catalogue of ours with English for what it lacks."""

from __future__ import annotations

import tomllib
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from foitrack import assets
from ui.remembered import recall, remember

NAMES = (("en", "English"), ("cy", "Cymraeg"))
"""Languages that may be chosen, each by its code and by what its speakers call it."""


class Catalogue(QTranslator):
    """Words by their English, whatever the part of the window that says them.

    Where an English word has two meanings, an entry "Context|word" is for one part alone.
    """

    def __init__(self, words: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The word in this language; None where there is none, and then English is said."""
        return self._words.get(f"{context}|{source}") or self._words.get(source)


def catalogue(code: str) -> dict[str, str]:
    """The words of a language by their English; ValueError where one is no text."""
    read = tomllib.loads(assets.resource("translations", f"{code}.toml").read_text("utf-8"))
    words = {source: said for part in read["words"].values() for source, said in part.items()}
    wrong = [source for source, said in words.items() if not isinstance(said, str) or not said]
    if wrong:
        raise ValueError(f"{code}.toml: no words for {wrong}")
    return words


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
        QCoreApplication.installTranslator(Catalogue(_words(code), app))


@cache
def _words(code: str) -> dict[str, str]:
    return catalogue(code)
