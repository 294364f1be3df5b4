"""The signs that a pattern's source is written in: enough to go through it without compiling it."""

from __future__ import annotations

import re

_SIGN = re.compile(
    r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:[^\]\\]|\\.)*\]"
    r"|\(\?(?:P<\w+>|P=\w+\)|#[^)]*\)|<?[=!]|:|>|\(\w+\)|[a-zA-Z-]+[:)])|[()|]"
    r"|(?:[*+?]|\{(?:\d+(?:,\d*)?|,\d*)\})[?+]?|[^\\\[\](){}|*+?.^$]+|.",
    re.DOTALL,
)
LEFT_OUT = ("*", "?", "{0", "{,")
"""How a sign begins that lets what stands before it be left out."""
ASIDE = ("(?=", "(?!", "(?<=", "(?<!", "(?(")
"""What begins with these is no part of a match, or not always."""
NO_LETTERS = frozenset("\\[(|)*+?{.^$]}")
"""What a sign begins with that is no run of plain letters."""


def signs_of(source: str) -> list[str]:
    """A pattern's source, sign by sign; letters that stand together are one."""
    return _SIGN.findall(source)


def opens(sign: str) -> bool:
    """Whether a sign opens a group, which another closes."""
    return sign[0] == "(" and (sign[-1] != ")" or sign.startswith("(?("))


def parts_of(source: str) -> list[str]:
    """The alternatives that a pattern consists of, in their order."""
    depth, start, parts = 0, 0, []
    for met in _SIGN.finditer(source):
        sign = met.group()
        if sign == "|" and not depth:
            parts.append(source[start : met.start()])
            start = met.end()
        elif sign == ")":
            depth -= 1
        elif opens(sign):
            depth += 1
    return [*parts, source[start:]]
