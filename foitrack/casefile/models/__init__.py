"""The tables of a case file. Types that SQLite and PostgreSQL share; no column names a subject."""

from foitrack.casefile.models.base import COMPUTED, NAMES, Base
from foitrack.casefile.models.casedata import (
    CaseRowRecord,
    CaseSchemaRecord,
    CaseTermRecord,
    CaseValueRecord,
    TableRecord,
)
from foitrack.casefile.models.documents import (
    Content,
    Document,
    FindingRecord,
    ProvisionRecord,
    Response,
)
from foitrack.casefile.models.history import Change, ChangeSet, Setting
from foitrack.casefile.models.requests import (
    Authority,
    Campaign,
    EventRecord,
    Request,
    RequestReference,
    SavedFilter,
    Snooze,
)

__all__ = [
    "COMPUTED",
    "NAMES",
    "Authority",
    "Base",
    "Campaign",
    "CaseRowRecord",
    "CaseSchemaRecord",
    "CaseTermRecord",
    "CaseValueRecord",
    "Change",
    "ChangeSet",
    "Content",
    "Document",
    "EventRecord",
    "FindingRecord",
    "ProvisionRecord",
    "Request",
    "RequestReference",
    "Response",
    "SavedFilter",
    "Setting",
    "Snooze",
    "TableRecord",
]
