"""The pages of the window, each made when it is first shown."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its name for `navigate`, its title and icon, and the class that makes it."""

    name: str
    title: str
    icon: str
    module: str
    maker: str
    in_sidebar: bool = True
    stands_under: str = ""
    """The page of the side bar that is marked while this one is up; empty: itself."""
    beneath: str = ""
    """Where it stands in the side bar below the pages: "campaigns" or "foot"; empty: with them."""
    keys: str = ""
    """What brings it up; empty for Ctrl and its number in the View menu."""

    @property
    def shown_title(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Pages", self.title)


def _title(words: str) -> str:
    return str(QT_TRANSLATE_NOOP("Pages", words))


PAGES: tuple[PageSpec, ...] = (
    PageSpec("today", _title("Today"), "sun", "ui.today.page", "TodayPage"),
    PageSpec("requests", _title("Requests"), "list", "ui.requests.page", "RequestsPage"),
    PageSpec("deadlines", _title("Deadlines"), "calendar", "ui.deadlines.page", "DeadlinesPage"),
    PageSpec("casedata", _title("Case data"), "chart", "ui.casedata.page", "CaseDataPage"),
    PageSpec("reports", _title("Reports"), "document", "ui.reports.page", "ReportsPage"),
    PageSpec(
        "campaign",
        _title("Campaigns"),
        "flag",
        "ui.campaigns.page",
        "CampaignPage",
        beneath="campaigns",
    ),
    PageSpec(
        "authorities",
        _title("Authorities"),
        "authority",
        "ui.authorities.page",
        "AuthoritiesPage",
        beneath="foot",
    ),
    PageSpec(
        "settings",
        _title("Settings"),
        "gear",
        "ui.settings.page",
        "SettingsPage",
        beneath="foot",
        keys="Ctrl+,",
    ),
    PageSpec(
        "help",
        _title("Help"),
        "question",
        "ui.help.page",
        "HelpPage",
        beneath="foot",
        keys="F1",
    ),
    PageSpec(
        "schema",
        _title("Columns and words"),
        "table",
        "ui.schemas.page",
        "SchemasPage",
        in_sidebar=False,
        stands_under="casedata",
    ),
    PageSpec(
        "recording",
        _title("Record response"),
        "mail",
        "ui.recording.page",
        "RecordPage",
        in_sidebar=False,
        stands_under="requests",
    ),
    PageSpec(
        "arrivals",
        _title("What came in"),
        "inbox",
        "ui.arrivals.page",
        "ArrivalsPage",
        in_sidebar=False,
        stands_under="today",
    ),
)
_BY_NAME = {page.name: page for page in PAGES}


def page_named(name: str) -> PageSpec:
    """The page of that name; KeyError where there is none."""
    return _BY_NAME[name]


class PageStack(QStackedWidget):
    """Shows one page at a time and makes each only when it is wanted."""

    shown = Signal(str)
    """The name of the page that came up."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._made: dict[str, QWidget] = {}
        self._begun: dict[str, QWidget] = {}
        """Begun before anybody asked for them, and not added yet."""
        self.current_name = ""
        # Takes the keyboard when a page comes up that does not; Tab then goes into the page.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.ground(self, "window")

    def page_actions(self) -> list[QAction]:
        """What the page that is up can do itself."""
        page = self.currentWidget()
        return page.actions() if page is not None else []

    def page_buttons(self) -> list[QPushButton]:
        """The buttons in sight of the page that is up, in its own words; menus and choices of
        several are not among them.
        """
        page = self.currentWidget()
        found = page.findChildren(QPushButton) if page is not None else []
        return [one for one in found if one.isVisible() and _acts(one)]

    def opened(self) -> list[tuple[str, str, list[QAction]]]:
        """Name, title and actions of the pages made so far; the one that is up stands first."""
        made = sorted(self._made.items(), key=lambda one: one[1] is not self.currentWidget())
        return [(name, page_named(name).shown_title, page.actions()) for name, page in made]

    def ahead(self, name: str) -> Iterator[None]:
        """Make a page that nobody asked for yet, a part at each step; somebody may bring it up
        meanwhile, and then nothing is left to do.
        """
        if name in self._made:
            return
        page = self._begun[name] = make_page(page_named(name), self._workspace, self, whole=False)
        yield
        if isinstance(page, InTurns):
            yield from page.making
        if name in self._begun:
            self._add(name, self._begun.pop(name))

    def _add(self, name: str, page: QWidget) -> QWidget:
        self._made[name] = page
        self.addWidget(page)
        return page

    def _wanted_now(self, name: str) -> QWidget:
        """The page made whole, whatever of it was there already."""
        page = self._begun.pop(name, None) or make_page(page_named(name), self._workspace, self)
        if isinstance(page, InTurns):
            page.finish()
        return self._add(name, page)

    def bring(self, name: str, argument: object = None) -> QWidget:
        """Bring a page up and tell it so; see `Workspace` for what a page may answer to."""
        page = self._made.get(name) or self._wanted_now(name)
        self.setCurrentWidget(page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_name = name
        self.setAccessibleName(page_named(name).shown_title)
        if hasattr(page, "arrive"):
            page.arrive(argument)
        if argument is not None and hasattr(page, "show_argument"):
            page.show_argument(argument)
        self.shown.emit(name)
        return page


def _acts(button: QPushButton) -> bool:
    return button.menu() is None and not button.isCheckable()


def make_page(
    spec: PageSpec, workspace: Workspace, stands_in: QWidget, *, whole: bool = True
) -> QWidget:
    """Make a page, or say that this version of the program has none; where it need not be
    `whole`, a page that can be made in turns is only begun.
    """
    if not _exists(spec.module):
        return EmptyState(
            spec.shown_title,
            QCoreApplication.translate("Pages", "This page is not part of this version yet."),
            icon=spec.icon,
        )
    maker = getattr(importlib.import_module(spec.module), spec.maker)
    # In its place from the first: a whole page that is put there later is dressed twice.
    begun = not whole and issubclass(maker, InTurns)
    made = maker(workspace, stands_in, **({"whole": False} if begun else {}))
    assert isinstance(made, QWidget)
    return made


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
