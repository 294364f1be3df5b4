"""The styles of an OpenDocument text: what they say of text and of lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.list_numbers import number_in
from foitrack.reading.documents.xml_tree import every, within

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    f"{_SPACE}:office:1.0": "office",
    f"{_SPACE}:text:1.0": "text",
    f"{_SPACE}:table:1.0": "table",
    f"{_SPACE}:style:1.0": "style",
    f"{_SPACE}:drawing:1.0": "draw",
    f"{_SPACE}:xsl-fo-compatible:1.0": "fo",
    f"{_SPACE}:svg-compatible:1.0": "svg",
    f"{_SPACE}:form:1.0": "form",
    f"{_SPACE}:manifest:1.0": "manifest",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
}
LEVELS = 10
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "": "none", "01": "decimalZero", "1st": "ordinal", "One": "cardinalText",
}  # fmt: skip
_DASHES = frozenset("-–—*")
_MOST_STYLES_DEEP = 20
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of the text that has it; None where it says nothing."""

    parent: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "none"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels its number shows."""
    bullet: str = ""


@dataclass
class Styles:
    """The styles that hold in one part of the file."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    """By family and name."""
    lists: dict[str, list[_Level]] = field(default_factory=dict)

    def says(self, family: str, name: str, said: str) -> bool:
        """Whether a style, or the one it comes from, says so of its text."""
        for _ in range(_MOST_STYLES_DEEP):
            style = self.styles.get((family, name))
            if style is None:
                return False
            found = getattr(style, said)
            if found is not None:
                return bool(found)
            name = style.parent
        return False

    def add(self, groups: Iterable[Element | None]) -> Styles:
        """These styles and those of further groups of a file."""
        added = Styles(dict(self.styles), dict(self.lists))
        for group in groups:
            for one in every(group, "style:style"):
                key = one.get("style:family", ""), one.get("style:name", "")
                added.styles[key] = _style(one)
            for one in every(group, "text:list-style"):
                added.lists[one.get("style:name", "")] = _levels(one)
            for one in every(group, "text:outline-style"):
                added.lists["text:outline-style"] = _levels(one)
        return added

    def printed(self, name: str, level: int, counter: list[int | None]) -> str:
        """What is printed before a paragraph at a level of a list (counted from 0)."""
        levels = self.lists.get(name)
        if levels is None or not 0 <= level < LEVELS:
            return ""
        own = levels[level]
        if own.bullet:
            return own.bullet if own.bullet in _DASHES else "•"
        if own.form == "none":
            return f"{own.prefix}{own.suffix}".strip()
        numbers = []
        for at in range(max(0, level - own.shown + 1), level + 1):
            value = counter[at]
            numbers.append(number_in(levels[at].form, levels[at].start if value is None else value))
        return f"{own.prefix}{'.'.join(n for n in numbers if n)}{own.suffix}".strip()

    def start(self, name: str, level: int) -> int:
        """The number that a level of a list begins with."""
        levels = self.lists.get(name)
        return levels[level].start if levels is not None and 0 <= level < LEVELS else 1


def _style(one: Element) -> Style:
    text = within(one, "style:text-properties")
    if text is None:
        return Style(one.get("style:parent-style-name", ""))
    weight, display = text.get("fo:font-weight"), text.get("text:display")
    position = text.get("style:text-position")
    return Style(
        one.get("style:parent-style-name", ""),
        None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        None if display is None else display == "none",
        None if position is None else _is_raised(position),
    )


def _is_raised(position: str) -> bool:
    word = position.split()[0] if position.split() else ""
    return word == "super" or (word.endswith("%") and word[0] not in "-0")


def _levels(style: Element) -> list[_Level]:
    levels = [_Level() for _ in range(LEVELS)]
    for one in style:
        at = number(one.get("text:level"), 0) - 1
        if not 0 <= at < LEVELS:
            continue
        if one.tag == "text:list-level-style-bullet":
            levels[at] = _Level(bullet=one.get("text:bullet-char", "•") or "•")
        elif one.tag in ("text:list-level-style-number", "text:outline-level-style"):
            levels[at] = _Level(
                _FORMS.get(one.get("style:num-format", ""), "decimal"),
                one.get("style:num-prefix", "")[:20],
                one.get("style:num-suffix", "")[:20],
                number(one.get("text:start-value"), 1),
                number(one.get("text:display-levels"), 1),
            )
    return levels


def number(text: str | None, otherwise: int) -> int:
    """A number among attributes, within reason."""
    if text is None or len(text) > 7 or not text.isdecimal():
        return otherwise
    return min(int(text), _MOST)
