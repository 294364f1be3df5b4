"""`foitrack open`: the window; with --quit-when-ready it says how fast it was, and ends."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack import asked

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

NAME = "open"
HELP = "open the window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="documents to record")
    parser.add_argument(
        "--quit-when-ready",
        action="store_true",
        help="print how long the window and its first list took, and the memory held, and end",
    )


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    begun = time.perf_counter()
    from ui.commands import system_libraries

    asked.today(args)  # A day that is in no calendar is said before anything is opened.
    if args.quit_when_ready and system_libraries.no_display():
        # What is measured is the program, and that can be done without a display.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    system_libraries.check()
    if not args.quit_when_ready and _is_open_already(args):
        return 0
    from foitrack import passphrases
    from ui.protection.asking import ask_at_the_start

    # In a window, also where it was started from a terminal.
    passphrases.ask_by(None if args.quit_when_ready else ask_at_the_start)
    desk, place, said = _open(args)
    from ui.app import end_on_interrupt, make_application
    from ui.session import Session

    app = make_application()
    session = Session(app, lambda: asked.today(args))
    end_on_interrupt()
    if not args.quit_when_ready:
        from ui.commands.watched import watched

        with watched(app) as watch:
            session.be_first()
            window = session.show(desk, place)
            window.record_files([Path(name).absolute() for name in args.files])
            if said:
                window.workspace.notice.emit(said, False)
            watch.tell_of_before()
            status = app.exec()
            session.close()
        return int(status)
    from ui.commands.readiness import measure

    print(json.dumps(measure(app, session, desk, place, begun)))
    sys.stdout.flush()
    session.close()
    return 0


def _is_open_already(args: argparse.Namespace) -> bool:
    """Whether a window on the same case file was there and has come forward."""
    from ui.single_instance import hand_over

    place = asked.place_named(args)
    files = [str(Path(name).absolute()) for name in args.files]
    return "://" not in place and hand_over(Path(place), files)


def _open(args: argparse.Namespace) -> tuple[Desk, str, str]:
    """The desk, where its file is, and what to say of it; of a damaged file the person is asked."""
    from foitrack.errors import PlainError
    from ui.commands.case_file import open_asked

    try:
        return *open_asked(args), ""
    except PlainError as problem:
        from foitrack.desk import safety

        place = asked.place_named(args)
        if args.quit_when_ready or "://" in place or not safety.is_damaged(Path(place)):
            raise
        from ui.safety.unopened import ask_what_to_do

        opened = ask_what_to_do(Path(place), str(problem))
        if opened is None:
            raise
        return opened[0], str(opened[1]), opened[2]
