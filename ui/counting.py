"""Numbers with their nouns, and words that are said in the window's language later on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 request", "4 requests"; the nouns are given in English.

    Another language may have several forms of it (`ui.language`), or say the noun first.
    """
    noun = one if number == 1 else many or f"{one}s"
    return translate("Counts", "{0} " + noun, "", number).format(f"{number:,}")


def by_number(number: int, one: str, many: str, *values: object) -> str:
    """A whole sentence that has the number in it as {0}, given in English."""
    words = translate("Counts", one if number == 1 else many, "", number)
    return words.format(f"{number:,}", *values)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return translate("Counts", "{0} and {1}").format(", ".join(names[:-1]), names[-1])


def for_later(words: str) -> str:
    """English words that stand in a table and are translated where they are shown."""
    return str(QT_TRANSLATE_NOOP("Later", words))
