"""`foitrack roles`: who may edit a team's database, and who may only read it."""

from __future__ import annotations

import argparse

from foitrack.cli.console import UsageProblemError, place_named, print_json

NAME = "roles"
HELP = "Make the roles of a team's database, and give them to people."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """To whom, and whether to do it."""
    for role, may in (("editor", "read and write"), ("reader", "read only")):
        parser.add_argument(
            f"--{role}",
            action="append",
            default=[],
            metavar="NAME",
            help=f"somebody the server knows, who may {may} (repeat)",
        )
    parser.add_argument(
        "--print",
        action="store_true",
        dest="only_print",
        help="print the SQL for whoever keeps the server, and do nothing",
    )


def run(args: argparse.Namespace) -> int:
    """Make them, or print what makes them."""
    from foitrack.casefile import roles, storage

    given = {roles.EDITOR: tuple(args.editor), roles.READER: tuple(args.reader)}
    if any(not name for names in given.values() for name in names):
        raise UsageProblemError("A name cannot be empty. Nothing was changed.")
    case = storage.open_case_file(place_named(args))
    try:
        if args.only_print:
            for statement in roles.statements(*roles.named(case), given):
                print(f"{statement};")
            return 0
        made = roles.make(case, given)
    finally:
        case.close()
    if args.json:
        print_json({"editor": made.editor, "reader": made.reader, "given": given})
    else:
        print(f"Members of “{made.editor}” read and write, members of “{made.reader}” read only.")
        for role, names in given.items():
            for name in names:
                print(f"{name} is {'an' if role == roles.EDITOR else 'a'} {role} now.")
    return 0
