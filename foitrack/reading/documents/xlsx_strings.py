"""The texts that a workbook's sheets share."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.reading.documents.workbook import MAX_CELLS, damaged, one_line
from foitrack.reading.documents.workbook_xml import Stream, local, whole
from foitrack.reading.documents.xlsx_parts import Parts
from foitrack.reading.documents.xlsx_values import unescaped


class _Strings:
    """Collects the shared texts; how a word is pronounced is no part of one."""

    def __init__(self, name: str) -> None:
        self.found: list[str] = []
        self._name = name
        self._pieces: list[str] = []
        self._wanted = False
        self._phonetic = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "t":
            self._wanted = not self._phonetic
        elif name == "rPh":
            self._phonetic = True

    def data(self, text: str) -> None:
        if self._wanted:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "t":
            self._wanted = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.found.append(one_line(unescaped("".join(self._pieces))))
            self._pieces = []
            if len(self.found) > MAX_CELLS:
                raise damaged(self._name)


def read_strings(parts: Parts, stream: Stream) -> list[str]:
    """The shared texts, in the order in which cells number them."""
    member = next(parts.of_kind("sharedStrings"), "xl/sharedStrings.xml")
    strings = _Strings(parts.package.name)
    if member in parts.package:
        whole(stream, member, parts.package.name, strings.start, strings.end, strings.data)
    return strings.found
