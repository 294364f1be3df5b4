"""How the window looks and in which language it speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import theme
from ui.counting import for_later
from ui.motion import is_still, keep_still
from ui.settings.section import Section
from ui.shell.menus import TEXT_SIZES, wear
from ui.widgets.segmented import Segmented


class Appearance(Section):
    """Theme, text size, motion; each is put on at once."""

    text_size_wanted = Signal(int)
    """Lay the window out anew at that many per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Appearance"), _tr(_TEACHES), parent)
        self.themes = Segmented(self.tr("Theme"), self._themes())
        self.themes.setObjectName("settings-theme")
        self.themes.chosen.connect(lambda name: wear(theme.Choice(name)))
        sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
        self.sizes = Segmented(self.tr("Text size"), sizes)
        self.sizes.setObjectName("settings-text-size")
        self.sizes.chosen.connect(lambda size: self.text_size_wanted.emit(int(size)))
        self.still = QCheckBox(self.tr("Re&duced motion"))
        self.still.setAccessibleName(self.tr("Reduced motion"))
        self.still.setAccessibleDescription(_tr(_STILL))
        self.still.setToolTip(_tr(_STILL))
        self.still.toggled.connect(keep_still)
        self.line(self.tr("Theme"), self.themes)
        self.line(self.tr("Text size"), self.sizes)
        self.column.addWidget(self.still)
        self.refresh()
        theme.changes().changed.connect(self.refresh)

    def _themes(self) -> list[tuple[str, str]]:
        choice = theme.Choice
        return [
            (choice.SYSTEM.value, self.tr("As the system")),
            (choice.LIGHT.value, self.tr("Light")),
            (choice.DARK.value, self.tr("Dark")),
            (choice.CONTRAST.value, self.tr("High contrast")),
        ]

    def refresh(self) -> None:
        """Show what is on, whoever put it on."""
        self.themes.set_value(theme.choice().value)
        percent = theme.scale() * 100
        self.sizes.set_value(str(min(TEXT_SIZES, key=lambda size: abs(size - percent))))
        self.still.blockSignals(True)
        self.still.setChecked(is_still())
        self.still.blockSignals(False)


_TEACHES = for_later(
    "“As the system” follows your computer, also where it asks for high contrast; colour never "
    "stands alone here, each state has its icon and its word."
)
_STILL = for_later("Menus and tool tips come without a fade, and the text cursor does not blink.")


def _tr(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Settings", text)
