"""Joins the command line with the window's two commands."""

from __future__ import annotations

import sys

from foitrack.cli import program

WINDOW_COMMANDS = {
    "open": "ui.commands.open_window",
    "screenshot": "ui.commands.screenshot",
}


READING_WORKER = "--reading-worker"
"""As `foitrack.reading.worker.starting.ENTRANCE`, which is not imported for every command."""


def main() -> int:
    """The program `foitrack`; with no command it opens the window."""
    if getattr(sys, "frozen", False) and sys.argv[1:2] == [READING_WORKER]:
        # A bundle has no Python beside it: to read documents it starts itself.
        from foitrack.reading.worker.running import run

        run(sys.argv[2])
        return 0
    try:
        return program.main(more_commands=WINDOW_COMMANDS, without_command="open")
    except Exception as bug:
        _log(bug)
        raise


def _log(bug: Exception) -> None:
    from foitrack import log

    log.start()
    log.failed(bug)
    log.stop()


if __name__ == "__main__":
    sys.exit(main())
