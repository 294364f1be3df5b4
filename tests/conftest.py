"""What every test shares: no display, a fixed rhythm for hypothesis, and the extended runs."""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres_server import postgres as postgres

# Before Qt is imported by anybody: the tests need no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is compiled is kept: hundreds of processes and every later run begin with it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# All that collecting makes stays: until it is done there is no rubbish to be looked for.
gc.disable()

settings.register_profile(
    "usual",
    deadline=None,
    max_examples=15,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("extended", parent=settings.get_profile("usual"), max_examples=1000)


HERE = Path(__file__).parent
MANY = 1000
"""Tests of a run in which all that they share is worth loading first."""
SMALL_OFTEN_ALL_SELDOM = (700, 10, 50)
"""When Python's collector looks through what is new, and through all that tests have made."""
AT_MOST = 3600
"""Seconds that one of the longer tests may take."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--extended", action="store_true", help="run the longer tests too, with more examples"
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("extended" if config.getoption("--extended") else "usual")
    if getattr(config.option, "dist", "") == "load":
        # Each process a stretch of its own, so that what tests share is not made twice.
        config.option.dist = "worksteal"


def _all_are_wanted(config: pytest.Config) -> bool:
    return bool(config.getoption("--extended")) or any("::" in one for one in config.args)


def _is_longer(marks: Iterable[pytest.Mark]) -> bool:
    return any(mark.name == "extended" for mark in marks)


def pytest_collection(session: pytest.Session) -> None:
    """Let every other process begin with the last test: what one compiles, the next need not.

    In a fresh clone that is half of what collecting takes. Nothing is done twice: a module that
    is loaded stays loaded.
    """
    config = session.config
    number = getattr(config, "workerinput", {}).get("workerid", "gw0").removeprefix("gw")
    if int(number) % 2 == 0 or config.args != config.getini("testpaths"):
        return
    for file in sorted(HERE.rglob("test_*.py"), reverse=True):
        # What cannot be loaded is told when it is collected.
        with contextlib.suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(file.relative_to(HERE.parent).with_suffix("").parts))


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, obj: object) -> list[pytest.Item] | None:
    """Make nothing of a longer test that is not run: of some there are thousands."""
    if not inspect.isfunction(obj) or _all_are_wanted(collector.config):
        return None
    return [] if _is_longer(getattr(obj, "pytestmark", ())) else None


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Nor of its longer cases."""
    if _all_are_wanted(metafunc.config):
        return
    for mark in metafunc.definition.iter_markers("parametrize"):
        cases = mark.args[1] if len(mark.args) > 1 else None
        if isinstance(cases, list):
            cases[:] = [one for one in cases if not _is_longer(getattr(one, "marks", ()))]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--extended"):
        for item in items:
            if item.get_closest_marker("extended"):
                item.add_marker(pytest.mark.timeout(AT_MOST))
        return
    # Left out, not skipped one by one: there are thousands of them.
    longer = [item for item in items if item.get_closest_marker("extended")]
    if longer:
        config.hook.pytest_deselected(items=longer)
        items[:] = [item for item in items if not item.get_closest_marker("extended")]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave thousands of tests out of what Python's collector looks through, again and again."""
    if len(session.items) > MANY:
        from foitrack import assets

        # Nearly every test asks for it, and what is asked for once stays.
        assets.reference()
    gc.freeze()
    gc.set_threshold(*SMALL_OFTEN_ALL_SELDOM)
    gc.enable()


@pytest.fixture(scope="session")
def examples_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case file of the five examples as at 28 March 2023, closed; work on a copy of it."""
    from foitrack import assets
    from foitrack.desk import demo

    path = tmp_path_factory.mktemp("examples") / "examples.foitrack"
    demo.build(path, assets.reference(), assets.seed_folder(), today=date(2023, 3, 28)).close()
    return path


@pytest.fixture(scope="session")
def empty_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file with nothing in it, closed; its tables take longer to make than to copy."""
    from foitrack.casefile.storage import create

    path = tmp_path_factory.mktemp("empty") / "empty.foitrack"
    create(path).close()
    return path
