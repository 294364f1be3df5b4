"""What the desk knows besides the case file: calendars, provisions, authorities, schemas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from foitrack.law.authorities import Directory
from foitrack.law.calendars import Calendars
from foitrack.law.provisions import Catalogue
from foitrack.reading.likeness import Likeness
from foitrack.reading.schema import CaseSchema


@dataclass(frozen=True, slots=True)
class Reference:
    """Values that ship with the program, parsed; `foitrack.assets` makes one."""

    calendars: Calendars
    catalogue: Catalogue
    directory: Directory
    schemas: Mapping[str, CaseSchema]
    likeness: Mapping[str, Likeness] = field(default_factory=dict)
