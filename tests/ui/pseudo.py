"""A language that nobody speaks: English with accents, and a third longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíöüýÁÉÍÖÜÝçñšž")


class Pseudo(QTranslator):
    """Says every string otherwise, so that one that escapes, or has no room, is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        self.asked.add(source)
        return stretched(source)


def stretched(text: str) -> str:
    """The text with accents and a tail; names in braces and per cent signs stay."""
    parts = []
    for at, part in enumerate(text.replace("}", "{").split("{")):
        parts.append(f"{{{part}}}" if at % 2 else part.translate(ACCENTS))
    return "".join(parts) + " ·" + "~" * (len(text) // 3)
