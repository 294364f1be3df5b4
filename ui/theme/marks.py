"""The small marks that Qt's style sheets want as files: tick boxes, arrows."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from ui.theme.tokens import Tokens

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
_STROKE = 'fill="none" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
_BOX = '<rect x="0.75" y="0.75" width="14.5" height="14.5" rx="3.5"'


class MarkFiles:
    """Files of the marks in a theme's colours; they go when the program ends."""

    def __init__(self) -> None:
        # One of Qt's would stay: nothing takes it down where the program ends with it in use.
        self._folder = TemporaryDirectory(prefix="foitrack-")

    def write(self, name: str, tokens: Tokens) -> dict[str, Path]:
        """Write the marks of the theme of that name and say where they are."""
        made = {}
        for mark, drawing in _drawings(tokens).items():
            # Another theme is another file: Qt keeps pictures by their path.
            path = Path(self._folder.name, f"{name}-{mark}.svg")
            path.write_text(f"{_HEAD}{drawing}</svg>", "utf-8")
            made[mark] = path
        return made


def _drawings(tokens: Tokens) -> dict[str, str]:
    accent, on_accent = tokens.accent.name(), tokens.on_accent.name()
    edge = f'stroke="{tokens.ctl.name()}" stroke-width="1.25" fill="{tokens.surface.name()}"'
    filled = f'{_BOX} fill="{accent}"/>'
    round_edge = f'<circle cx="8" cy="8" r="7.25" {edge}/>'
    off = tokens.off.name()
    faint = f'stroke="{off}" stroke-width="1.25" fill="{tokens.sunken.name()}"'
    faint_round = f'<circle cx="8" cy="8" r="7.25" {faint}/>'
    tick = "m4.25 8.25 2.5 2.5 5-5.25"
    return {
        "box": f"{_BOX} {edge}/>",
        "box_on": filled + _line(tick, on_accent),
        "off_box": f"{_BOX} {faint}/>",
        "off_box_on": f"{_BOX} {faint}/>" + _line(tick, off),
        "off_radio": faint_round,
        "off_radio_on": faint_round + f'<circle cx="8" cy="8" r="3" fill="{off}"/>',
        "box_part": filled + _line("M4.5 8h7", on_accent),
        "radio": round_edge,
        "radio_on": f'<circle cx="8" cy="8" r="8" fill="{accent}"/>'
        f'<circle cx="8" cy="8" r="3" fill="{on_accent}"/>',
        "tick": _line("m3 8.5 3.25 3.25L13 4.75", accent),
        "down": _line("m4.25 6.25 3.75 3.5 3.75-3.5", tokens.text2.name()),
        "left": _line("m9.75 4.25-3.5 3.75 3.5 3.75", tokens.text2.name()),
        "right": _line("m6.25 4.25 3.5 3.75-3.5 3.75", tokens.text2.name()),
        "up": _line("m4.25 9.75 3.75-3.5 3.75 3.5", tokens.text2.name()),
    }


def _line(path: str, colour: str) -> str:
    return f'<path d="{path}" stroke="{colour}" {_STROKE}/>'
