"""Every dialog of the window, made over it with the examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QDialog

from foitrack.desk import campaigns, requests
from foitrack.desk import schemas as schemas_of
from foitrack.desk.not_asked import not_asked
from foitrack.desk.schemas import Reached, TableReach
from foitrack.desk.snoozing import PutOff
from foitrack.desk.stale import Conflict, StaleEditError
from foitrack.desk.views import RequestDetail
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.desk.views.coverage import ReadyLetter
from foitrack.law.terms import Regime
from foitrack.saying import say
from tests.ui.conftest import TODAY
from tests.ui.today.test_lines import item
from ui.authorities.edit_dialog import EditDialog
from ui.authorities.join_dialog import JoinDialog
from ui.campaigns import join_dialog
from ui.campaigns.ask_more_dialog import AskMoreDialog
from ui.campaigns.chase_dialog import ChaseDialog
from ui.campaigns.name_dialog import NameDialog
from ui.crash_report import CrashDialog
from ui.help.sheet import HelpSheet
from ui.holidays.dialog import HolidaysDialog
from ui.main_window import MainWindow
from ui.protection.dialogs import OpenDialog, ProtectDialog, UnprotectDialog
from ui.requests.campaign_dialog import CampaignDialog
from ui.requests.dialog_frame import DialogFrame
from ui.requests.edit_request import EditRequestDialog
from ui.requests.event_dialog import EventDialog
from ui.requests.filter_name_dialog import FilterNameDialog
from ui.requests.frameless import Frameless
from ui.requests.many_event_dialog import ManyEventDialog
from ui.requests.new_request import NewRequestDialog
from ui.requests.question import Question
from ui.requests.review_dialog import AskReviewDialog, ReviewOutcomeDialog, _DayDialog
from ui.safety.backups_dialog import BackupsDialog
from ui.safety.long_work import LongWork
from ui.safety.restore_dialog import RestoreDialog
from ui.schemas.new_dialog import NewSchemaDialog
from ui.schemas.reach_dialog import ReachDialog
from ui.shell.help_sheets import AboutSheet, Sheet
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.team.server_dialog import ServerDialog
from ui.team.stale_form import StaleForm
from ui.team.which_stands import WhichStands
from ui.today.snooze_dialog import SnoozeDialog
from ui.today.snoozed_dialog import SnoozedDialog

FRAMES = {DialogFrame, Frameless, Sheet, StaleForm, _DayDialog}
"""What dialogs are made of; none of them comes up itself."""
Make = Callable[[MainWindow], QDialog]
HERE = Path("requests.foitrack")


def detail(window: MainWindow) -> RequestDetail:
    return requests.detail(window.workspace.desk, 1, today=TODAY)


def _ask_more(window: MainWindow) -> QDialog:
    desk = window.workspace.desk
    return AskMoreDialog(not_asked(desk, campaigns.all(desk)[0].id), window)


def _chase(window: MainWindow) -> QDialog:
    letter = ReadyLetter(1, "Gwent Police", "foi@example.org", "FOI 1", "Dear all", "3 days late")
    return ChaseDialog([letter], window)


def _join(window: MainWindow) -> QDialog:
    every = campaigns.all(window.workspace.desk)
    return join_dialog.JoinDialog(every[0], every, window)


def _new_schema(window: MainWindow) -> QDialog:
    return NewSchemaDialog(schemas_of.tables(window.workspace.desk, None), window)


def _reach(window: MainWindow) -> QDialog:
    tables = (TableReach(1, "Rank", 3, 4), TableReach(2, "", 0, 9))
    letter = Reached(1, "Gwent Police", "letter.pdf", "Police misconduct", tables, 3, 13)
    return ReachDialog("Parking fines", [letter], window)


def _question(window: MainWindow) -> QDialog:
    follows = "With it go 3 documents and 12 case rows. " * 4
    answers = ("Remove for good", "Keep it")
    return Question("Remove for good", "Is it meant?", follows, answers, window, grave=True)


def _snoozed(window: MainWindow) -> QDialog:
    return SnoozedDialog([PutOff(1, "overdue", "Gwent Police", "A question", TODAY)], 1, window)


def _which_stands(window: MainWindow) -> QDialog:
    conflict = Conflict("title", say("Title"), "Mine", "Theirs", "Mine", "Theirs")
    return WhichStands(StaleEditError([conflict]), window)


def _edit_authority(window: MainWindow) -> QDialog:
    rules = window.workspace.desk.reference.calendars.rules
    return EditDialog(AuthorityDetails("Gwent Police"), rules, ["Police"], own=True, parent=window)


DIALOGS: Mapping[type[QDialog], Make] = {
    AboutSheet: AboutSheet,
    AskMoreDialog: _ask_more,
    AskReviewDialog: lambda w: AskReviewDialog(w.workspace, detail(w), w),
    BackupsDialog: lambda w: BackupsDialog(w.workspace, w),
    CampaignDialog: lambda w: CampaignDialog(3, campaigns.all(w.workspace.desk), ("",), w),
    ChaseDialog: _chase,
    CrashDialog: lambda w: CrashDialog("A report of several lines", w),
    EditDialog: _edit_authority,
    EditRequestDialog: lambda w: EditRequestDialog(w.workspace, detail(w), w),
    EventDialog: lambda w: EventDialog(w.workspace, detail(w), parent=w),
    FilterNameDialog: lambda w: FilterNameDialog(["Late"], parent=w),
    HelpSheet: lambda w: HelpSheet("settings", w),
    HolidaysDialog: lambda w: HolidaysDialog(w.workspace, w),
    JoinDialog: lambda w: JoinDialog(w.workspace, "Gwent Police", 1, w),
    LongWork: lambda w: LongWork("Exporting everything", lambda _: None, w),
    ManyEventDialog: lambda w: ManyEventDialog(3, [Regime.FOIA], TODAY, parent=w),
    NameDialog: lambda w: NameDialog("New campaign", "Begin", "", w),
    NewRequestDialog: lambda w: NewRequestDialog(w.workspace, w),
    NewSchemaDialog: _new_schema,
    OpenDialog: lambda w: OpenDialog(HERE, w),
    ProtectDialog: lambda w: ProtectDialog(HERE, w),
    Question: _question,
    RestoreDialog: lambda w: RestoreDialog(w.workspace, w),
    ReachDialog: _reach,
    ReviewOutcomeDialog: lambda w: ReviewOutcomeDialog(w.workspace, detail(w), w),
    ServerDialog: lambda w: ServerDialog(w.workspace, "", w),
    ShortcutSheet: lambda w: ShortcutSheet(w.actions_by_name, w, w.pages.opened()),
    SnoozeDialog: lambda w: SnoozeDialog(item("Gwent Police"), TODAY, w),
    SnoozedDialog: _snoozed,
    UnprotectDialog: lambda w: UnprotectDialog(HERE, w),
    WhichStands: _which_stands,
    join_dialog.JoinDialog: _join,
}
