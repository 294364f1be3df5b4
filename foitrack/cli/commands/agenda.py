"""`foitrack agenda`: what needs doing, worst first."""

from __future__ import annotations

import argparse

from foitrack.cli.console import open_case, print_json, today

NAME = "agenda"
HELP = "Say what needs doing, and why now."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from foitrack.cli.shapes import agenda_shape
    from foitrack.desk.agenda import agenda

    as_at = today(args)
    desk = open_case(args)
    try:
        found = agenda(desk, today=as_at)
    finally:
        desk.close()
    if args.json:
        print_json(agenda_shape(found))
        return 0
    print(found.headline)
    if found.sentence:
        print(found.sentence)
    for group in found.groups:
        print(f"\n{group.title} ({group.requests})")
        for item in group.items:
            about = f" {item.detail}." if item.detail else ""
            print(f"  {item.authority}: {item.when}.{about} {item.step.sentence}")
    return 0
