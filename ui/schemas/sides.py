"""How the page of columns and words is laid out: schemas left, columns right, preview below."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from foitrack.reading.schema_definition import SchemaDefinition
from ui import theme
from ui.schemas.column_form import ColumnForm
from ui.schemas.lists import ColumnList, SchemaList
from ui.schemas.preview import PreviewPane
from ui.schemas.usage import UsageButton
from ui.widgets.divided import Divided
from ui.widgets.edge import upright_edge
from ui.widgets.form import labelled
from ui.widgets.labels import rule, section
from ui.widgets.page_header import MARGIN, PageHeader

SCHEMAS_WIDTH, COLUMNS_WIDTH = 232, 260
SCHEMAS_SHARE = 0.38
"""Of the page that the list of them takes at most: with large text the columns need the room."""
STACKED = 620
"""Below this width a column's form stands below the list of columns, and both scroll."""
LIST_HEIGHT, FORM_HEIGHT = 190, 340


class Sides:
    """The widgets of the page, each made and put in its place once."""

    def __init__(self, page: QWidget) -> None:
        self._page = page

    def making(self) -> Iterator[None]:
        """Make them all, in parts."""
        page = self._page
        self.header = PageHeader(page.tr("Columns and words"))
        self.revert = QPushButton(page.tr("Discard changes"))
        self.save = QPushButton(page.tr("Save"))
        self.more = QPushButton(page.tr("More"))
        theme.button_kind(self.save, "primary")
        theme.button_kind(self.revert, "quiet")
        for button in (self.revert, self.more, self.save):
            self.header.add(button)
        self.schemas = SchemaList()
        self.new = QPushButton(page.tr("New from a table…"))
        theme.set_icon(self.new, "plus")
        self.title = QLineEdit()
        self.usage = UsageButton()
        yield
        self.columns = ColumnList()
        self.add = self._small("plus", page.tr("Add a column"))
        self.up = self._small("chevron-up", page.tr("Move the column up"))
        self.down = self._small("chevron-down", page.tr("Move the column down"))
        self.take_out = self._small("bin", page.tr("Take the column out"))
        self.form = ColumnForm()
        yield
        self.preview = PreviewPane()
        self._make_tabs()
        yield
        self._lay_out()
        yield

    def _make_tabs(self) -> None:
        page = self._page
        self.tabs = QTabBar()
        self.tabs.addTab(page.tr("Columns"))
        self.tabs.addTab(page.tr("Try it on a table"))
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(page.tr("Columns or a table"))

    def _small(self, icon: str, words: str) -> QPushButton:
        button = QPushButton()
        theme.set_icon(button, icon)
        theme.button_kind(button, "quiet")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFixedWidth(theme.px(32))
        return button

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(upright_edge())
        across.addWidget(self._right(), 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addLayout(across, 1)

    def _left(self) -> QWidget:
        self._beside = left = QWidget()
        theme.ground(left, "surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.schemas, 1)
        column.addWidget(self.new)
        return left

    def _right(self) -> QWidget:
        self.editor = self._editor()
        self.split = Divided(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.editor)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([440, 340])
        tabs = QHBoxLayout()
        tabs.setContentsMargins(MARGIN, 0, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        right = QWidget()
        theme.ground(right, "surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self.split, 1)
        return right

    def _editor(self) -> QScrollArea:
        title, _ = labelled(self._page.tr("Title"), self.title)
        usage, _ = labelled(self._page.tr("Used by"), self.usage)
        self.usage.setAccessibleName(self._page.tr("Used by: {0}").format(self.usage.text()))
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(12)
        top.addWidget(title, 3)
        top.addWidget(usage, 2)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(20)
        self._listed = self._column_side()
        below.addWidget(self._listed)
        below.addWidget(self.form, 1)
        editor = QWidget()
        theme.ground(editor, "surface")
        column = QVBoxLayout(editor)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(below, 1)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(editor)
        return scrolled

    def _column_side(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(section(self._page.tr("Columns")), 1)
        for button in (self.up, self.down, self.take_out, self.add):
            head.addWidget(button)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.columns, 1)
        return side

    def show_definition(self, own: SchemaDefinition | None, changed: bool) -> None:
        """Say whose columns these are, and whether there is something to save."""
        self.split.setEnabled(own is not None)
        self.save.setEnabled(changed)
        self.revert.setVisible(changed)
        if own is not None and not self.title.hasFocus():
            self.title.setText(own.title)

    def fit(self, *, narrow: bool) -> None:
        """Two tabs where the window is narrow; else both, one above the other."""
        room = int(self._page.width() * SCHEMAS_SHARE)
        self._beside.setFixedWidth(min(theme.px(SCHEMAS_WIDTH), room))
        trying = self.tabs.currentIndex() == 1
        self.tabs.setVisible(narrow)
        self.editor.setVisible(not narrow or not trying)
        self.preview.setVisible(not narrow or trying)
        self._stack(narrow and self.split.width() < theme.px(STACKED))

    def _stack(self, stacked: bool) -> None:
        """One below the other where they have no room side by side."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._top, self._below):
            row.setDirection(down if stacked else across)
        self.form.stack(stacked)
        unlimited = 16_777_215
        wide = theme.px(COLUMNS_WIDTH)
        self._listed.setMinimumWidth(0 if stacked else wide)
        self._listed.setMaximumWidth(unlimited if stacked else wide)
        self._listed.setMinimumHeight(theme.px(LIST_HEIGHT) if stacked else 0)
        self.form.setMinimumHeight(theme.px(FORM_HEIGHT) if stacked else 0)
