"""The Exemptions tab: every provision cited, in the words of the letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.law_notes import LawNote
from foitrack.desk.views import ProvisionTag, ProvisionView, RequestDetail, ResponseView
from foitrack.law.terms import Standing
from foitrack.law.wording import table_date
from ui import theme
from ui.core_words import told
from ui.requests.pane_scroll import PaneScroll
from ui.widgets.exemption_chip import ExemptionChip
from ui.widgets.labels import rule, secondary, words
from ui.widgets.law_note import LawNoteBox


class ExemptionsTab(PaneScroll):
    """What each provision is, where it stands in the letter, and what became of it."""

    standing_chosen = Signal(int, object)
    """A confirmed provision's id, and its `Standing` from now on."""
    read_wanted = Signal(int)
    """The id of a response whose proposals want confirming."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._open: set[str] = set()
        self.setAccessibleName(self.tr("Exemptions"))

    def show_detail(self, detail: RequestDetail) -> None:
        """Show another request."""
        self.clear()
        found = [(r, p) for r in detail.responses for p in r.provisions]
        if not found:
            self.column.addWidget(words(self._nothing(detail), 13, 400, "text2", wrap=True))
        for place, (response, provision) in enumerate(found):
            if place:
                self.column.addWidget(rule())
            self.column.addWidget(self._line(response, provision))

    def _nothing(self, detail: RequestDetail) -> str:
        if any(response.recorded for response in detail.responses):
            return self.tr("None cited in the answer.")
        return self.tr("None yet: no answer has been recorded.")

    def _line(self, response: ResponseView, provision: ProvisionView) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        chip = ExemptionChip(
            ProvisionTag(
                provision.provision,
                provision.confirmed,
                provision.title,
                provision.effect,
                provision.standing,
            )
        )
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._about(response, provision), 1)
        row.addWidget(self._deed(response, provision), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _about(self, response: ResponseView, provision: ProvisionView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(words(f"{provision.provision}  {provision.title}", 13, 600, wrap=True))
        column.addWidget(secondary(self._kind(provision), wrap=True))
        if provision.sentence:
            said = words(f"“{provision.sentence.strip()}”", 13, 400, wrap=True)
            said.setFont(theme.document_font(13))
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(said)
        where = secondary(self._where(response, provision), wrap=True)
        theme.colour_label(where, "text3")
        column.addWidget(where)
        if provision.law is not None:
            column.addWidget(self._law(provision.provision, provision.law))
        return column

    def _law(self, provision: str, note: LawNote) -> LawNoteBox:
        box = LawNoteBox(provision, note)
        box.open(provision in self._open)
        box.toggled.connect(lambda yes: self._remember(provision, yes))
        return box

    def _remember(self, provision: str, opened: bool) -> None:
        """What was opened stays open when the request is shown again."""
        if opened:
            self._open.add(provision)
        else:
            self._open.discard(provision)

    def _kind(self, provision: ProvisionView) -> str:
        said = told(provision.law.kind) if provision.law else self.tr("Not in the catalogue")
        if provision.with_provisions:
            also = ", ".join(provision.with_provisions)
            return self.tr("{0}; with {1}.").format(said, also)
        return f"{said}."

    def _where(self, response: ResponseView, provision: ProvisionView) -> str:
        names = [d.name for d in response.documents if d.id == provision.document_id]
        parts = names or [self.tr("typed by hand")]
        if provision.place.page is not None:
            parts.append(self.tr("page {0}").format(provision.place.page))
        if response.received_on is not None:
            parts.append(table_date(response.received_on))
        return ", ".join(parts)

    def _deed(self, response: ResponseView, provision: ProvisionView) -> QWidget:
        if not provision.confirmed:
            button = QPushButton(self.tr("Check it"))
            button.setAccessibleDescription(provision.provision)
            button.clicked.connect(lambda: self.read_wanted.emit(response.id))
            return button
        box = QComboBox()
        box.setAccessibleName(self.tr("What became of {0}").format(provision.provision))
        for standing, said in self._standings().items():
            box.addItem(said, standing.value)
        box.setCurrentIndex(box.findData(provision.standing.value))
        box.activated.connect(
            lambda _: self.standing_chosen.emit(provision.id, Standing(box.currentData()))
        )
        return box

    def _standings(self) -> dict[Standing, str]:
        return {
            Standing.CITED: self.tr("Still cited"),
            Standing.WITHDRAWN: self.tr("Withdrawn by the authority"),
            Standing.UPHELD: self.tr("Upheld on review"),
            Standing.OVERTURNED: self.tr("Overturned on review"),
        }
