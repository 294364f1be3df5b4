"""What is compiled when it is first used must still be a pattern: here all are compiled."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import foitrack.law
import foitrack.reading
from foitrack.later import Later
from foitrack.reading.patterns import _Sifted


def _known() -> list[Later]:
    """Every pattern of the law and of reading that is put off."""
    for package in (foitrack.law, foitrack.reading):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    # What an earlier test had set aside from collecting is not among the objects else.
    gc.unfreeze()
    every = [one for one in gc.get_objects() if isinstance(one, Later)]
    gc.freeze()
    return every


def test_every_pattern_that_is_put_off_is_one() -> None:
    known = _known()
    assert len(known) > 300
    wrong = []
    for one in known:
        pattern = one.pattern
        try:
            made = one.made()
        except re.error as problem:
            wrong.append(f"{problem}: {pattern[:80]}")
            continue
        if isinstance(one, _Sifted) and made.groupindex:
            wrong.append(f"A list of phrases may name no groups: {pattern[:80]}")
    assert wrong == []
