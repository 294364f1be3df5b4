"""Joins the command line with the window's two commands."""

from __future__ import annotations

import sys

from foitrack.cli import program

WINDOW_COMMANDS = {
    "open": "ui.commands.open_window",
    "screenshot": "ui.commands.screenshot",
}


def main() -> int:
    """The program `foitrack`; with no command it opens the window."""
    return program.main(more_commands=WINDOW_COMMANDS, without_command="open")


if __name__ == "__main__":
    sys.exit(main())
