"""What belongs to the person: language, name, what is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from foitrack import log
from foitrack.desk.desk import user
from ui import language, theme
from ui.own_name import LONGEST, choose_name, chosen_name
from ui.remembered import forget_recent, recent_files, recent_servers, settings_file
from ui.settings.keeping import action_button
from ui.settings.section import Section
from ui.widgets.labels import secondary, words
from ui.widgets.segmented import Segmented

translate = QCoreApplication.translate


class Language(Section):
    """English or Welsh; the window is laid out anew."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "The Welsh is started, not complete: what has no Welsh yet is in English, and letters "
            "and dates stay as they are.",
        )
        super().__init__(translate("Settings", "Language"), said, parent)
        self.languages = Segmented(translate("Settings", "Language"), language.NAMES)
        self.languages.setObjectName("settings-language")
        self.languages.set_value(language.spoken())
        self.languages.chosen.connect(self.language_wanted)
        self.row(self.languages)


class You(Section):
    """The name under which the history keeps what this person does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "The history of a request says who did what, under this name from now on; where it is "
            "left empty, under your user name on this computer.",
        )
        super().__init__(translate("Settings", "Your name"), said, parent)
        self.name = QLineEdit(chosen_name())
        self.name.setMaxLength(LONGEST)
        self.name.setMinimumWidth(theme.px(280))
        self.name.setPlaceholderText(user())
        self.shown = secondary("", wrap=True)
        self.name.editingFinished.connect(self._take)
        self.row(self.name)
        self.column.addWidget(self.shown)
        self._say()

    def _take(self) -> None:
        choose_name(self.name.text())
        self.name.setText(chosen_name())
        self._say()

    def _say(self) -> None:
        name = chosen_name() or user() or self.tr("not known")
        self.shown.setText(self.tr("The history shows you as {0}").format(name))
        self.name.setAccessibleName(translate("Settings", "Your name"))
        self.name.setAccessibleDescription(self.shown.text())


class Recent(Section):
    """The names of case files that File, Open recent lists."""

    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "Clearing the list forgets which case files were opened lately; no file is removed.",
        )
        super().__init__(translate("Settings", "Recent files"), said, parent)
        self.count = words("")
        self.clear = action_button(self.tr("Clear the list"))
        self.clear.setAccessibleName(self.tr("Clear the list of recent files"))
        self.clear.clicked.connect(self._clear)
        self.column.addWidget(self.count)
        self.row(self.clear)
        self.refresh()

    def refresh(self) -> None:
        """Say how many are listed."""
        listed = len(recent_files()) + len(recent_servers())
        self.count.setText(
            self.tr("Listed: {0}").format(listed) if listed else self.tr("None is listed.")
        )
        self.clear.setEnabled(bool(listed))

    def _clear(self) -> None:
        forget_recent()
        self.refresh()
        self.forgotten.emit()


class Places(Section):
    """Where this program keeps what is not in the case file."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "The log says only that something happened, never titles, names or text; nothing of "
            "it is sent anywhere.",
        )
        super().__init__(translate("Settings", "Where things are kept"), said, parent)
        settings, logs = settings_file(), log.folder()
        self.settings_place = self._named(self.tr("Settings"), str(settings))
        self._add_opening(self.tr("Settings"), settings.parent)
        self._named(self.tr("Log"), str(logs))
        self._add_opening(self.tr("Log"), logs)
        self.file_place = self._named(self.tr("Case file"), place)

    def say_file(self, place: str) -> None:
        """Say where the case file is: work may have gone on in a copy."""
        self.file_place.setText(place)
        name = self.tr("Case file")
        self.file_place.setAccessibleName(f"{name}: {place}")

    def _add_opening(self, name: str, folder: Path) -> None:
        button = action_button(self.tr("Open the folder"))
        button.setAccessibleName(self.tr("Open the folder: {0}").format(name))
        button.setEnabled(folder.is_dir())
        button.clicked.connect(lambda: open_folder(folder))
        self.row(button)

    def _named(self, name: str, said: str) -> QLabel:
        self.column.addWidget(secondary(name))
        label = words(said, 13, 500, wrap=True)
        label.setObjectName(f"place-{name}")
        label.setAccessibleName(f"{name}: {said}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label


def open_folder(folder: Path) -> None:
    """Show a folder in the computer's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
