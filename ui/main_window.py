"""The main window: menu bar, side bar, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from foitrack.errors import PlainError
from ui import theme
from ui.actions import Actions
from ui.core_words import told
from ui.remembered import recall_shape, remember_shape
from ui.safety.place_bar import PlaceBar
from ui.shell.arguments import (
    dropped_files,
    holds_files,
    paths_and_request_in,
    request_id_in,
)
from ui.shell.deeds import register
from ui.shell.drop_sign import DropSign
from ui.shell.file_deeds import FileDeeds
from ui.shell.menus import Menus
from ui.shell.pages import PageStack, page_named
from ui.shell.sidebar import Sidebar
from ui.shell.undo_steps import UndoSteps
from ui.shell.work_bar import WorkBar
from ui.tasks import show_as_bug
from ui.team.reach_bar import ReachBar
from ui.team.words import is_server, name_of, stored
from ui.widgets.focus_ring import FocusRing
from ui.widgets.notice import NoticeBar
from ui.workspace import Workspace

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

FOLD_BELOW = 1200
SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """One case file in one window."""

    new_file_wanted = Signal(Path)
    open_file_wanted = Signal(Path)
    examples_wanted = Signal()
    text_size_wanted = Signal(int)
    language_wanted = Signal(str)
    passphrase_wanted = Signal(str)
    no_passphrase_wanted = Signal()
    imported = Signal(Path, object, str)
    """A new case file was made of an export: its path, its desk, and what to say of it."""
    restore_wanted = Signal(object)
    server_opened = Signal(object)
    moved = Signal(object, object)
    """Work goes on in a copy: its desk, and where it is."""

    def __init__(self, workspace: Workspace, place: str, parent: QWidget | None = None) -> None:
        """`place` is where the case file is kept: a path, or the address of a database."""
        super().__init__(parent)
        self.workspace = workspace
        self.place = place
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.sidebar = Sidebar()
        self.pages = PageStack(workspace)
        self.reach = ReachBar(is_server(place))
        self.place_bar = PlaceBar()
        self._lay_out()
        self.notice = NoticeBar(self, self._foot_height)
        self.work_bar = WorkBar(workspace.tasks, self.notice)
        self.drop_sign = DropSign(self.pages)
        self.focus_ring = FocusRing(self)
        self.actions_by_name = Actions(self)
        self.files = FileDeeds(self)
        register(self)
        self.menus = Menus(self, self.actions_by_name, self.text_size_wanted.emit)
        self.menus.recent.menuAction().setVisible(False)
        self.steps = UndoSteps(workspace, self.actions_by_name, self.sidebar.show_counts)
        self._connect()
        self._say_where()
        self.work_bar.show_lasting()

    def _lay_out(self) -> None:
        whole = QWidget(self)
        theme.ground(whole, "window")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        edge = QWidget(whole)
        edge.setFixedWidth(1)
        edge.setProperty("edge", "true")
        row.addWidget(edge)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.reach)
        beside.addWidget(self.place_bar)
        beside.addWidget(self.pages, 1)
        row.addLayout(beside, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.navigate.connect(self.go)
        workspace.notice.connect(self.notice.say)
        workspace.tasks.busy.connect(self.sidebar.say_working)
        workspace.tasks.calm.connect(self.sidebar.say_calm)
        workspace.tasks.problem.connect(self.say_problem)
        self.notice.undo_wanted.connect(self.steps.undo_own)
        self.sidebar.page_wanted.connect(self.go)
        self.sidebar.new_request_wanted.connect(self.new_request)
        self.sidebar.campaign_wanted.connect(lambda its: self.go("campaign", its))
        self.pages.shown.connect(self._page_shown)

    # -- where to go --------------------------------------------------------------------------

    def go(self, page: str, argument: object = None) -> None:
        """Bring up a page, or do what the name stands for; see `Workspace`."""
        deeds: dict[str, Callable[[], object]] = {
            "new-request": lambda: self.new_request(argument),
            "open-examples": self.examples_wanted.emit,
            "open-file": self.files.choose,
            "record-response": lambda: self.record_response(request_id_in(argument)),
            "action": lambda: self.actions_by_name[str(argument)].trigger(),
            "text-size": lambda: self.text_size_wanted.emit(argument),
            "language": lambda: self.language_wanted.emit(argument),
            "help": lambda: self.pages.bring("help", self._help_asked(argument)),
            "recent-forgotten": self.menus.forget_recent,
            "record-files": lambda: self.record_files(*paths_and_request_in(argument)),
        }
        if page in deeds:
            deeds[page]()
        else:
            self.pages.bring(page, argument)

    def _help_asked(self, argument: object) -> object:
        from ui.help.page import asked_from

        return argument or asked_from(self.pages.current_name, self.pages.currentWidget())

    def _page_shown(self, name: str) -> None:
        spec = page_named(name)
        self.sidebar.mark(spec.stands_under or name)
        page = self.pages.currentWidget()
        self.menus.lend(page.actions() if page else [])
        if self.notice.isVisible():
            self.notice.place()
        self.setWindowTitle(f"{spec.shown_title} – {name_of(self.place)} – FOI Track")

    def _foot_height(self) -> int:
        told = getattr(self.pages.currentWidget(), "foot_height", None)
        return int(told()) if told is not None else 0

    def new_request(self, given: object = None) -> None:
        """Open the dialog that logs a request, with what is known of it already."""
        from ui.requests.new_request import NewRequestDialog
        from ui.requests.prefilled import Prefilled

        dialog = NewRequestDialog(self.workspace, self)
        if isinstance(given, Prefilled):
            dialog.begin_with(given)
        dialog.open()

    def record_response(self, request_id: int | None = None) -> None:
        """Choose files to record as a response, to a request where one is meant."""
        self.workspace.readings.make_ready()
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Record a response"))
        self.record_files([Path(path) for path in paths], request_id)

    def record_files(self, paths: Sequence[Path], request_id: int | None = None) -> None:
        """Keep files as received and open the first for checking."""
        from ui.recording.intake import record_files

        if paths:
            record_files(self.workspace, paths, request_id)

    def focus_search(self) -> None:
        """Put the keyboard into the page's search field, where it has one."""
        from ui.widgets.search_box import SearchBox

        page = self.pages.currentWidget()
        own = getattr(page, "focus_search", None)
        if own is not None:
            own()
            return
        boxes = page.findChildren(SearchBox) if page else []
        for box in boxes:
            if box.isVisible():
                box.setFocus()
                box.selectAll()
                return
        if self.pages.current_name != "requests":
            self.go("requests")
            QTimer.singleShot(0, self, self.focus_search)

    def go_to_anything(self) -> None:
        """Bring up the palette over the page, or put it away."""
        from ui.palette.palette import Palette
        from ui.palette.recent import Recent

        palette = self.findChild(Palette)
        if palette is None:
            recent = Recent(self.place)
            palette = Palette(
                self,
                self.workspace,
                self.actions_by_name,
                self.pages.page_actions,
                recent,
                self.pages.page_buttons,
            )
        palette.toggle()

    # -- what the desk says -------------------------------------------------------------------

    def say_problem(self, problem: Exception) -> None:
        """Say in plain words what went wrong; anything else is a bug and shows as one."""
        if isinstance(problem, PlainError):
            self.notice.say(told(problem), False)
        else:
            self.notice.say(
                self.tr("Something went wrong in the program. Nothing you had saved is lost."),
                False,
            )
            show_as_bug(problem)

    def work_at(self, desk: Desk, place: str) -> None:
        """Go on at another place with the same case file, and with all that is open."""
        self.place = place
        for bar in (self.reach, self.place_bar):
            bar.hide()
        self._say_where()
        self._page_shown(self.pages.current_name)
        self.workspace.use(desk)

    def _say_where(self) -> None:
        self.sidebar.say_stored(*stored(self.place))

    # -- Qt's events --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side bar when the window is narrow; keep the notice at the foot."""
        super().resizeEvent(event)
        folded = self.width() < theme.px(FOLD_BELOW)
        if folded != self.sidebar.is_folded():
            self.sidebar.fold(folded)
        for bar in (self.notice, self.work_bar):
            if bar.isVisible():
                bar.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on any page."""
        if holds_files(event.mimeData()):
            event.acceptProposedAction()
            self.drop_sign.show_over()
            self.workspace.readings.make_ready()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the window will do."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went away again."""
        self.drop_sign.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped and open it for checking."""
        self.drop_sign.hide()
        event.acceptProposedAction()
        self.record_files(dropped_files(event.mimeData()))

    def restore_shape(self) -> None:
        """Take the size and place of the last time, where the screen still has it."""
        shape = recall_shape("window")
        if shape is None or not self.restoreGeometry(shape):
            room = self.screen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size and place."""
        remember_shape("window", self.saveGeometry())
        super().closeEvent(event)
