"""`foitrack screenshot`: one screen of the case file as a picture, the same every time."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from foitrack import asked
from foitrack.errors import PlainError

NAME = "screenshot"
HELP = "draw one screen of the case file into a picture"
SCREENS = (
    *("first-run", "today", "requests", "request", "deadlines", "casedata", "recording"),
    *("recording-page", "arrivals", "new-request", "new-batch", "why", "reports", "schema"),
    *("campaign", "authorities", "settings", "help", "palette"),
)
THEMES = ("light", "dark", "contrast")
SMALLEST, LARGEST = (640, 480), (7680, 4320)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--screen", required=True, metavar="NAME", help=f"one of: {', '.join(SCREENS)}"
    )
    parser.add_argument(
        "--theme", default="light", metavar="light|dark|contrast", help="the colours"
    )
    parser.add_argument("--size", default="1440x900", metavar="WxH", help="pixels of the window")
    parser.add_argument(
        "--request", type=int, metavar="ID", help="the request to show, where a screen shows one"
    )
    parser.add_argument(
        "--text", type=int, default=100, metavar="PERCENT", help="text size, 100 to 200"
    )
    parser.add_argument("-o", "--output", required=True, metavar="FILE.png", help="the picture")


def run(args: argparse.Namespace) -> int:
    """Draw the screen."""
    size = size_asked(args.size)
    check_choices(args)
    today = asked.today(args)
    # Set before Qt is loaded: nothing is shown, and what is drawn does not depend on a display.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "1"
    from ui.commands import system_libraries

    system_libraries.check(window=False)
    from ui.commands.drawing import draw

    picture = draw(args, size, today)
    if not picture.save(args.output, "PNG"):
        raise PlainError(f"The picture could not be written to {args.output}. Name another place.")
    return 0


def check_choices(args: argparse.Namespace) -> None:
    """Raise a plain error for a screen, theme, text size or file that cannot be."""
    if args.screen not in SCREENS:
        raise asked.UsageProblemError(
            f"There is no screen “{args.screen}”; there are {', '.join(SCREENS)}."
        )
    if args.theme not in THEMES:
        raise asked.UsageProblemError(
            f"There is no theme “{args.theme}”; there are light, dark and contrast."
        )
    if not 100 <= args.text <= 200:
        raise asked.UsageProblemError("The text size is a percentage from 100 to 200.")
    folder = Path(args.output).absolute().parent
    # Not Path.is_dir: that fails where a folder on the way may not be entered.
    if not os.path.isdir(folder):  # noqa: PTH112
        raise PlainError(f"There is no folder {folder} to write the picture to. Make it first.")


def size_asked(text: str) -> tuple[int, int]:
    """Width and height in pixels from "1440x900"."""
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(
        least <= one <= most for least, one, most in zip(SMALLEST, size, LARGEST, strict=True)
    ):
        raise asked.UsageProblemError(
            f"“{text}” is no size; write width and height in pixels, like 1440x900 "
            f"({SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]})."
        )
    return size
