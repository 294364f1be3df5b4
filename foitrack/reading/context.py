"""What a reading needs to know beside the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from foitrack.law.authorities import Directory
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime
from foitrack.reading.likeness import Likeness
from foitrack.reading.schema import CaseSchema


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a reading needs to know: the law's provisions, the authorities, the case schemas.

    `regime` is the law the request was made under, where known; `schema` the name of the case
    schema to use, where a person or campaign chose one.
    """

    catalogue: Catalogue
    directory: Directory
    schemas: Mapping[str, CaseSchema] = field(default_factory=dict)
    regime: Regime | None = None
    schema: str | None = None
    about: str = ""
    """Of a file that came with others: what these say, to tell which schema fits."""
    authority: str | None = None
    """Of a file that came with others: who writes these; empty where they do not agree."""
    members: bool = True
    """False: what a mail or an archive holds is told but not read."""
    likeness: Mapping[str, Likeness] = field(default_factory=dict)
    """By field (letter, outcome): what the words of letters read by people say of it."""
