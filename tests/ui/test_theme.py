"""Colours that can be read, one theme for everything, live."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from ui import theme
from ui.theme import switch
from ui.theme.fonts import FAMILY
from ui.theme.icons import OTHER_NAMES, icon_names
from ui.theme.preferred import Hints, theme_for
from ui.theme.stylesheet import HIGH as HIGH_SHEET
from ui.theme.stylesheet import SHEET, stylesheet
from ui.theme.tokens import TOKEN_NAMES, Tokens, read_tokens

HIGH = ("contrast", "contrast-light")
THEMES = ("light", "dark", *HIGH)
GROUNDS = ("window", "sidebar", "surface", "raised", "sunken", "hover", "accent_soft")
INKS = ("text", "text2", "text3", "accent_ink", "red", "amber", "green", "violet", "plum")
SOFT = ("red", "amber", "green", "violet", "plum")

TEXT_PAIRS = [
    *((ink, ground) for ink in INKS for ground in ("window", "surface", "raised", "sidebar")),
    *((ink, ground) for ink in ("text", "text2", "text3", "accent_ink") for ground in GROUNDS),
    *((colour, f"{colour}_soft") for colour in SOFT),
    *((ink, f"{colour}_soft") for ink in ("text", "text2") for colour in SOFT),
    *((ink, "sunken") for ink in ("amber", "red", "violet")),
    *((ink, "pressed") for ink in ("text", "text2")),
    *(("red", ground) for ground in ("accent_soft",)),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_ink"),
    ("surface", "amber"),
    *((ink, ground) for ink in ("paper_text", "paper_text2") for ground in ("paper", "mark")),
    *((ink, "paper_sunken") for ink in ("paper_text", "paper_text2")),
]
OFF_ON = ("window", "sidebar", "surface", "raised", "sunken")
"""Nothing that is off is pointed at or chosen."""
MARK_PAIRS = [
    *((mark, "surface") for mark in ("ctl", "accent", "chart1", "chart2", "chart3")),
    ("ctl", "raised"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("mark_edge", "mark"),
]


def tokens_of(name: str) -> Tokens:
    return read_tokens(assets.resource("themes", f"{name}.toml"))


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance."""
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#2156C5"), QColor("#fff")) == pytest.approx(6.6, abs=0.1)


def fainter(name: str, pairs: list[tuple[str, str]], least: float) -> list[tuple[str, str]]:
    """The pairs of a theme's colours that have less contrast."""
    tokens = tokens_of(name)
    return [p for p in pairs if contrast(tokens.named(p[0]), tokens.named(p[1])) < least]


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read(name: str) -> None:
    assert fainter(name, TEXT_PAIRS, 7.0 if name in HIGH else 4.5) == []


@pytest.mark.parametrize("name", THEMES)
def test_marks_that_carry_meaning_can_be_seen(name: str) -> None:
    assert fainter(name, MARK_PAIRS, 4.5 if name in HIGH else 3.0) == []


def test_a_theme_with_a_colour_too_few_is_refused(tmp_path: Path) -> None:
    whole = assets.resource("themes", "light.toml").read_text("utf-8")
    short = tmp_path / "short.toml"
    short.write_text(whole.replace('plum = "#8B2959"\n', ""), "utf-8")
    with pytest.raises(ValueError, match="plum"):
        read_tokens(short)
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(whole.replace('"#8B2959"', '"reddish"'), "utf-8")
    with pytest.raises(ValueError, match="plum"):
        read_tokens(wrong)


def test_unknown_names_are_refused(dressed: QApplication) -> None:
    with pytest.raises(KeyError):
        tokens_of("light").named("named")
    with pytest.raises(KeyError):
        theme.pixmap("no-such-icon")


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_the_sheet_is_filled_in(name: str) -> None:
    pictures = {mark: Path(f"/{mark}.svg") for mark in ("box", "box_on", "box_part", "tick")}
    pictures |= {
        mark: Path(f"/{mark}.svg") for mark in ("radio", "radio_on", "down", "up", "left", "right")
    }
    offs = ("off_box", "off_box_on", "off_radio", "off_radio_on")
    pictures |= {mark: Path(f"/{mark}.svg") for mark in offs}
    made = stylesheet(tokens_of(name), pictures, high=name in HIGH)
    assert "~" not in made.split("*/", 1)[1]
    assert "@" not in made.split("*/", 1)[1]
    assert "url(/box_on.svg)" in made
    assert "#2156c5" in made or name != "light"


def test_the_sheet_names_no_colour_of_its_own() -> None:
    assert "#" not in SHEET.read_text("utf-8")
    assert "#" not in HIGH_SHEET.read_text("utf-8")


@pytest.mark.parametrize("name", HIGH)
def test_what_is_off_stands_apart_in_high_contrast(name: str) -> None:
    tokens = tokens_of(name)
    assert fainter(name, [("off", ground) for ground in OFF_ON], 4.5) == []
    for ink in ("text", "text2", "text3"):
        assert contrast(tokens.named(ink), tokens.surface) / contrast(
            tokens.off, tokens.surface
        ) > (1.8 if ink == "text3" else 2)


@pytest.mark.parametrize("kind", ["", "primary", "quiet", "link", "choice"])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_button_that_cannot_be_pressed_looks_it(
    dressed: QApplication, qtbot: QtBot, name: str, kind: str
) -> None:
    theme.apply(dressed, name)
    under = QWidget()
    qtbot.addWidget(under)
    theme.ground(under, "surface")
    button = QPushButton("Save", under)
    theme.button_kind(button, kind)
    button.resize(120, 30)
    under.resize(120, 30)
    shown = []
    for on in (True, False):
        button.setEnabled(on)
        shown.append(under.grab().toImage())
    theme.apply(dressed, "light")
    inks = [_strongest(picture) for picture in shown]
    assert inks[1] < inks[0] - 0.5, "the words are no fainter"


def _strongest(picture: QImage) -> float:
    """The contrast of what stands out most from the ground, within the edges."""
    ground = picture.pixelColor(8, picture.height() // 2)
    return max(
        contrast(picture.pixelColor(x, y), ground)
        for x in range(6, picture.width() - 6)
        for y in range(6, picture.height() - 6)
    )


def test_the_theme_changes_live(dressed: QApplication, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    theme.ground(box, "window")
    label = QLabel("late", box)
    theme.colour_label(label, "red")
    button = QPushButton(box)
    theme.set_icon(button, "plus", "accent_ink")
    box.resize(40, 40)
    light = box.grab().toImage().pixelColor(39, 39)
    icon_before = button.icon().pixmap(16, 16).toImage()
    with qtbot.waitSignal(theme.changes().changed):
        theme.apply(dressed, "dark")
    dark = box.grab().toImage().pixelColor(39, 39)
    assert light == tokens_of("light").window
    assert dark == tokens_of("dark").window
    assert label.palette().color(QPalette.ColorRole.WindowText) == tokens_of("dark").red
    assert button.icon().pixmap(16, 16).toImage() != icon_before
    assert theme.theme_name() == "dark"


def test_a_hint_in_an_empty_field_can_be_read(dressed: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Search requests")
    field.ensurePolished()
    for name in ("light", "contrast"):
        theme.apply(dressed, name)
        field.ensurePolished()
        assert field.palette().color(QPalette.ColorRole.PlaceholderText) == tokens_of(name).text3


def test_following_the_system_is_a_choice_of_its_own(dressed: QApplication) -> None:
    theme.apply(dressed, "system")
    assert theme.choice() is theme.Choice.SYSTEM
    assert theme.theme_name() in THEMES
    with pytest.raises(ValueError, match="sepia"):
        theme.apply(dressed, "sepia")


class _Restyled(QObject):
    """Counts how often the widgets it watches are given a style."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_what_is_worn_already_is_not_put_on_again(dressed: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    restyled = _Restyled()
    widget.installEventFilter(restyled)
    theme.apply(dressed, "light")
    assert restyled.times == 0
    theme.apply(dressed, "dark")
    assert restyled.times == 1
    theme.apply(dressed, "light")
    assert restyled.times == 2


class _Prefers:
    """A system's accessibility hints."""

    def __init__(self, contrast: object) -> None:
        self.contrastPreference = lambda: contrast


class _Hints:
    """A system's style hints, of a Qt that tells of contrast."""

    def __init__(self, scheme: Qt.ColorScheme, *, high: bool) -> None:
        preference = Qt.ContrastPreference
        wanted = preference.HighContrast if high else preference.NoPreference
        self.colorScheme = lambda: scheme
        self.accessibility = lambda: _Prefers(wanted)


class _OlderHints:
    """A system's style hints, of a Qt that does not know of contrast."""

    def colorScheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Dark


LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark


@pytest.mark.parametrize(
    ("choice", "hints", "name"),
    [
        ("system", _Hints(DARK, high=False), "dark"),
        ("system", _Hints(DARK, high=True), "contrast"),
        ("system", _Hints(LIGHT, high=True), "contrast-light"),
        ("system", _OlderHints(), "dark"),
        ("light", _Hints(DARK, high=True), "light"),
        ("contrast", _Hints(DARK, high=False), "contrast"),
        ("contrast", _Hints(LIGHT, high=False), "contrast-light"),
        ("contrast", _OlderHints(), "contrast"),
    ],
)
def test_high_contrast_is_put_on_where_it_is_chosen_or_the_system_asks_for_it(
    choice: str, hints: Hints, name: str
) -> None:
    assert theme_for(theme.Choice(choice), hints) == name


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_bundled_type_is_used_and_its_figures_are_tabular(
    dressed: QApplication, weight: int
) -> None:
    font = theme.font(13, weight)
    assert QFontInfo(font).family() == FAMILY
    measure = QFontMetricsF(font)
    assert len({round(measure.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1
    assert QFontInfo(theme.document_font()).family() == "Noto Sans"


def test_text_grows_and_lengths_with_it(dressed: QApplication) -> None:
    before = theme.font(13).pixelSize()
    theme.apply(dressed, "light", 2.0)
    assert theme.font(13).pixelSize() == 2 * before
    assert theme.px(36) == 72
    theme.apply(dressed, "light", 9.0)
    assert theme.scale() == 2.0
    theme.apply(dressed, "light", 1.0)
    assert dressed.font().pixelSize() == before


def test_icons_are_all_on_one_grid_and_take_the_colour_they_are_given(
    dressed: QApplication,
) -> None:
    assert len(icon_names()) > 40
    assert set(OTHER_NAMES.values()) <= icon_names()
    for path in assets.resource("icons").glob("*.svg"):
        drawing = path.read_text("utf-8")
        assert 'viewBox="0 0 16 16"' in drawing
        assert "currentColor" in drawing
        assert "#" not in drawing
    red = theme.pixmap("alert", "red", 32).toImage()
    inked = {
        red.pixelColor(x, y).name()
        for x in range(red.width())
        for y in range(red.height())
        if red.pixelColor(x, y).alpha() == 255
    }
    assert inked == {theme.tokens().red.name()}


def test_every_token_is_in_the_table_of_the_themes() -> None:
    assert len(TOKEN_NAMES) == 51


def test_the_window_goes_dark_with_the_system_and_stays_as_it_is_where_a_theme_is_chosen(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = [_Hints(LIGHT, high=False)]
    monkeypatch.setattr(switch, "theme_for", lambda choice, _: theme_for(choice, system[0]))
    theme.apply(dressed, "system")
    switch.follow_system(dressed)
    assert theme.theme_name() == "light"
    for hints, name in ((_Hints(DARK, high=False), "dark"), (_Hints(DARK, high=True), "contrast")):
        system[0] = hints
        dressed.styleHints().colorSchemeChanged.emit(DARK)
        assert theme.theme_name() == name
    theme.apply(dressed, "light")
    dressed.styleHints().colorSchemeChanged.emit(DARK)
    assert theme.theme_name() == "light"


def test_nothing_is_left_among_the_temporary_files(tmp_path: Path) -> None:
    left = tmp_path / "temporary"
    left.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(left), "QT_QPA_PLATFORM": "offscreen"}
    picture = tmp_path / "picture.png"
    words = ("screenshot", "--screen", "first-run", "--theme", "light", "-o", str(picture))
    subprocess.run(
        [sys.executable, "-m", "foitrack", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env=surroundings,
        timeout=60,
    )
    assert picture.exists()
    assert list(left.iterdir()) == []
