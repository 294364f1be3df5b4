"""The tabs of a request: their names, how much is in each, and where the guide tells of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabBar, QWidget

from foitrack.desk.views import RequestDetail
from ui.law_tips import ASK, REFUSAL, tip

TABS = ("timeline", "responses", "exemptions", "review", "casedata", "notes", "history")
HELP = {
    "timeline": "why-this-date",
    "responses": "recording-a-response",
    "exemptions": "recording-a-response",
    "review": "internal-review",
    "casedata": "case-data",
    "notes": "logging-a-request",
    "history": "undo-and-the-bin",
}
"""The section of the guide for each tab."""


class DetailTabs(QTabBar):
    """Left and Right go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in TABS:
            self.addTab(name)
        self.setAccessibleName(_tr("About this request"))
        self.setExpanding(False)
        self.setDrawBase(False)

    def bring(self, name: str) -> None:
        """Choose a tab by its name (one of `TABS`)."""
        self.setCurrentIndex(TABS.index(name))

    def current_name(self) -> str:
        """The name of the tab that is chosen."""
        return TABS[self.currentIndex()]

    def say_numbers(self, detail: RequestDetail) -> None:
        """Say what each tab holds, and how much of it there is."""
        for name, topic in (("exemptions", REFUSAL), ("review", ASK)):
            self.setTabToolTip(TABS.index(name), tip(topic, detail.row.regime))
        provisions = {p.provision for r in detail.responses for p in r.provisions}
        names = {
            "timeline": (_tr("Timeline"), 0),
            "responses": (_tr("Responses"), len(detail.responses)),
            "exemptions": (_tr("Exemptions"), len(provisions)),
            "review": (_tr("Internal review"), 0),
            "casedata": (_tr("Case data"), detail.case_rows),
            "notes": (_tr("Notes"), 0),
            "history": (_tr("History"), 0),
        }
        for place, name in enumerate(TABS):
            said, number = names[name]
            self.setTabText(place, f"{said}  {number:,}" if number else said)


def _tr(words: str) -> str:
    return QCoreApplication.translate("RequestDetailPane", words)
