"""What the desk shows: plain values for screens, the command line and reports.

Every date that is not known is None; screens say "not known", never a dash.
"""

from foitrack.desk.views.agenda import (
    Agenda,
    AgendaGroup,
    AgendaItem,
    CalendarEntry,
    Counts,
    HolidayMark,
    UnplacedDocument,
)
from foitrack.desk.views.asking import AuthorityChoice, CampaignView, NewRequest
from foitrack.desk.views.casedata import Bar, CaseFilter, CaseOverview, Chart
from foitrack.desk.views.changes import Changed, DeskError, HistoryEntry
from foitrack.desk.views.recording import (
    CaseRowView,
    Filed,
    FindingDecision,
    FindingStatus,
    Proposal,
    ProposedFinding,
    RecordDecisions,
    TableView,
)
from foitrack.desk.views.requests import (
    DocumentView,
    EventView,
    ProvisionTag,
    ProvisionView,
    RequestDetail,
    RequestFilter,
    RequestRow,
    ResponseView,
    ReviewView,
    SortKey,
    TimelineEntry,
)

__all__ = [
    "Agenda",
    "AgendaGroup",
    "AgendaItem",
    "AuthorityChoice",
    "Bar",
    "CalendarEntry",
    "CampaignView",
    "CaseFilter",
    "CaseOverview",
    "CaseRowView",
    "Changed",
    "Chart",
    "Counts",
    "DeskError",
    "DocumentView",
    "EventView",
    "Filed",
    "FindingDecision",
    "FindingStatus",
    "HistoryEntry",
    "HolidayMark",
    "NewRequest",
    "Proposal",
    "ProposedFinding",
    "ProvisionTag",
    "ProvisionView",
    "RecordDecisions",
    "RequestDetail",
    "RequestFilter",
    "RequestRow",
    "ResponseView",
    "ReviewView",
    "SortKey",
    "TableView",
    "TimelineEntry",
    "UnplacedDocument",
]
