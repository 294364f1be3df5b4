"""What the core says in English, in the window's language, at the places that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from foitrack.errors import PlainError
from foitrack.reading.reasons import remark
from foitrack.saying import Said

Value = TypeVar("Value")


def told(said: object) -> str:
    """A sentence of the core, or the words of an error, in the window's language.

    Names, numbers and dates in it stay as they are. Words that the core did not say stay too: what
    a person typed, what a document holds, what is said in the window's language already.
    """
    text = str(said)
    if isinstance(text, Said):
        template = _in_this_language(text.template, _first_number(text.values))
        return template.format(*map(told, text.values)) if text.values else template
    if isinstance(said, PlainError) and text:
        # One that names nothing is all there is to it; of what reading says its parts are found.
        return told(remark(text))
    return text


def done_told(step: object) -> str:
    """The name of an undo step as news of what was just done: "Done: Keep letter.txt"."""
    words = told(step)
    return QCoreApplication.translate("Workspace", "Done: {0}").format(words) if words else ""


def told_within(said: object) -> str:
    """The same to stand within a sentence: its first letter is small, unless a name begins it."""
    words = told(said)
    template = _in_this_language(said.template) if isinstance(said, Said) else words
    return words if template.startswith("{") else f"{words[:1].lower()}{words[1:]}"


def all_told(value: Value) -> Value:
    """The same value with every sentence of the core in it told; lists and mappings stay."""
    if isinstance(value, Said):
        return told(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        found = tuple(map(all_told, value))
        same = all(one is other for one, other in zip(found, value, strict=True))
        return value if same else found  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    before = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    after = {name: all_told(one) for name, one in before.items()}
    changed = {name: one for name, one in after.items() if one is not before[name]}
    return replace(value, **changed) if changed else value


def _first_number(values: Sequence[str]) -> int:
    """The number that decides the form of what is counted; -1 where nothing is."""
    figures = (value.replace(",", "") for value in values if not isinstance(value, Said))
    return next((int(one) for one in figures if one.isdecimal() and len(one) < 10), -1)


def _in_this_language(template: str, number: int = -1) -> str:
    # Of places for values alone there is nothing to say otherwise.
    if not re.search(r"[^\W\d_]", template):
        return template
    return QCoreApplication.translate("Core", template, "", number)
