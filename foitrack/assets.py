"""Finds what ships with the program and parses it into the values that law and reading take.

The one place that knows where `resources` and `seeds` lie: in a checkout beside the package, in
an installed wheel inside it, in a frozen program in its bundle.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from functools import cache
from pathlib import Path

from foitrack.law.authorities import Directory
from foitrack.law.provisions import Catalogue


@cache
def root() -> Path:
    """The folder that holds `resources` and `seeds`."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle)] if bundle else []
    places += [package / "_data", package.parent]
    for place in places:
        if (place / "resources").is_dir() and (place / "seeds").is_dir():
            return place
    raise FileNotFoundError("resources and seeds are not beside the program; install it again")


def resource(*parts: str) -> Path:
    """A file or folder in `resources`."""
    return root().joinpath("resources", *parts)


def seed_folder() -> Path:
    """The folder of the five example responses."""
    return root() / "seeds"


@cache
def catalogue() -> Catalogue:
    """The exemptions, exceptions and other provisions."""
    return Catalogue.from_data(tomllib.loads(resource("law", "provisions.toml").read_text("utf-8")))


@cache
def directory() -> Directory:
    """The public authorities a campaigner meets first."""
    with resource("authorities.csv").open(encoding="utf-8", newline="") as file:
        return Directory.from_rows(csv.DictReader(file))
