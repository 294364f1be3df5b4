"""The command line as a whole: finds the command meant, runs it, and words its errors.

A command is a module with `NAME`, `HELP`, `add_arguments(parser)` and `run(args) -> int`. Only
the one that is called is imported, so that `foitrack due` starts without a database.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn, Protocol

from foitrack import __version__, passphrases
from foitrack.cli.console import UsageProblemError
from foitrack.cli.output import CANNOT_TAKE_MORE, drop_output, make_output_safe
from foitrack.errors import PlainError

DONE = 0
BAD_INPUT = 2
INTERRUPTED = 130

COMMANDS: Mapping[str, str] = {
    name: f"foitrack.cli.commands.{name}"
    for name in (
        "new",
        "demo",
        "due",
        "cite",
        "read",
        "add",
        "event",
        "record",
        "list",
        "show",
        "agenda",
        "summary",
        "holidays",
        "copy",
        "local",
        "roles",
        "check",
        "backup",
        "restore",
        "upgrade",
        "encrypt",
        "export",
        "bin",
        "purge",
    )
} | {"import": "foitrack.cli.commands.import_file"}


class Command(Protocol):
    """What a command's module offers."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own options."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit status."""


class PlainParser(argparse.ArgumentParser):
    """A parser whose complaint is one plain sentence, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2 through `main`."""
        raise UsageProblemError(f"{message[:1].upper()}{message[1:]} (see “{self.prog} --help”).")


def main(
    argv: Sequence[str] | None = None,
    *,
    more_commands: Mapping[str, str] | None = None,
    without_command: str | None = None,
) -> int:
    """Run the command line.

    `more_commands` are commands from layers above, name to module; `without_command` is the one
    that runs when none is named. The result is the exit status: 0 done, 1 done with findings to
    look at, 2 bad usage or bad input with nothing changed.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    commands = {**COMMANDS, **(more_commands or {})}
    make_output_safe()
    passphrases.ask_by(passphrases.ask_on_terminal)
    try:
        return _run(words, commands, without_command)
    except PlainError as problem:
        return _complain(str(problem))
    except UnicodeEncodeError:
        return _complain("What was typed holds bytes that are no text. Nothing was changed.")
    except KeyboardInterrupt:
        _complain("stopped; what was done before is kept.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error of the person's.
        drop_output()
        return DONE
    except OSError as problem:
        if problem.errno not in CANNOT_TAKE_MORE:
            raise
        drop_output()
        return _complain(f"The output cannot be written ({problem.strerror}).")


def _complain(sentence: str) -> int:
    print(f"foitrack: {sentence}", file=sys.stderr)
    return BAD_INPUT


def _run(words: list[str], commands: Mapping[str, str], without_command: str | None) -> int:
    try:
        return _answer(words, commands, without_command)
    finally:
        # Here, where it is still told what went wrong; at the very end Python would only mutter.
        sys.stdout.flush()


def _answer(words: list[str], commands: Mapping[str, str], without_command: str | None) -> int:
    named = _command_named(words)
    if named is None and "--version" in words:
        print(f"foitrack {__version__}")
        return DONE
    if named is None and without_command and not _asks_about_program(words):
        named, words = without_command, [*words, without_command]
    if named is not None and named not in commands:
        known = ", ".join(sorted(commands))
        raise UsageProblemError(f"There is no command “{named}”; there are {known}.")
    parser = _parser(commands, named)
    args = parser.parse_args(words)
    if named is None:
        parser.print_help()
        return DONE
    return _module(commands[named]).run(args)


def _command_named(words: Sequence[str]) -> str | None:
    """The first word that is no global option nor the value of one."""
    _, rest = _global_options(argparse.ArgumentParser(add_help=False)).parse_known_args(
        [word for word in words if word not in ("-h", "--help", "--version")]
    )
    return next((word for word in rest if not word.startswith("-")), None)


def _asks_about_program(words: Sequence[str]) -> bool:
    return any(word in ("-h", "--help", "--version") for word in words)


def _parser(commands: Mapping[str, str], named: str | None) -> argparse.ArgumentParser:
    parser = PlainParser(
        prog="foitrack",
        description="Freedom of information requests, their statutory clocks, and what came back.",
    )
    _global_options(parser)
    parser.add_argument("--version", action="store_true", help="print the version")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name in [named] if named else commands:
        module = _module(commands[name])
        own = subparsers.add_parser(
            name, help=module.HELP, description=module.HELP, allow_abbrev=False
        )
        # Repeated here so that they may stand behind the command as well as before it.
        _global_options(own, repeated=True)
        module.add_arguments(own)
    return parser


def _global_options(
    parser: argparse.ArgumentParser, *, repeated: bool = False
) -> argparse.ArgumentParser:
    default = argparse.SUPPRESS if repeated else None
    parser.add_argument(
        "--case-file", metavar="PATH|URL", default=default, help="the case file to use"
    )
    parser.add_argument(
        "--as-at", metavar="DATE", default=default, help="the day to treat as today (YYYY-MM-DD)"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS if repeated else False,
        help="print JSON",
    )
    return parser


def _module(path: str) -> Command:
    module: Command = importlib.import_module(path)
    return module
