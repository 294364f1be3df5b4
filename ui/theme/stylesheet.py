"""The theme as a Qt style sheet, made from tokens; lengths grow with the text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor

from ui.theme.fonts import px
from ui.theme.tokens import TOKEN_NAMES, Tokens

SHEET = Path(__file__).with_name("sheet.qss")
HIGH = Path(__file__).with_name("contrast.qss")
"""What high contrast has beside it."""


def stylesheet(tokens: Tokens, pictures: dict[str, Path], *, high: bool = False) -> str:
    """The whole style sheet, for high contrast where `high` is set. `pictures` are files for the
    marks that Qt wants as files.

    In the sheet `@name` stands for a colour, `@@name` for a picture and `~12` for a length
    in pixels that grows with the text size.
    """
    made = SHEET.read_text("utf-8") + (HIGH.read_text("utf-8") if high else "")
    for name, path in pictures.items():
        made = made.replace(f"@@{name};", f"url({path.as_posix()});")
    for name in sorted(TOKEN_NAMES, key=len, reverse=True):
        made = made.replace(f"@{name}", css(tokens.named(name)))
    return _lengths(made)


def css(colour: QColor) -> str:
    """A colour as the style sheet writes it, with its opacity where it has one."""
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"


def _lengths(sheet: str) -> str:
    head, *parts = sheet.split("~")
    made = [head]
    for part in parts:
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        made.append(f"{px(int(digits))}px{part[len(digits) :]}")
    return "".join(made)
