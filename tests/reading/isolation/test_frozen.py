"""In a frozen program there is no Python to start: it starts itself, by a word of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from foitrack import __main__ as program
from foitrack.reading.isolation import Readers
from foitrack.reading.reader import ReadingContext
from foitrack.reading.worker.starting import ENTRANCE

BUNDLE = """#!/bin/sh
exec {python} -c 'import sys; sys.frozen = True; sys.path[:] = {paths}
from foitrack.__main__ import main
sys.exit(main())' "$@"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a bundle is a shell script")
def test_a_bundle_starts_itself(
    context: ReadingContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "foitrack"
    # Double quotes, since the whole stands in single ones.
    bundle.write_text(BUNDLE.format(python=sys.executable, paths=json.dumps(sys.path)))
    bundle.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(bundle))
    with Readers(workers=1) as readers:
        assert (
            readers.read(b"Our reference: 2021/24677", "a.txt", context).reference == "2021/24677"
        )


def test_only_a_bundle_knows_the_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["foitrack", ENTRANCE, "[]"])
    assert program.READING_WORKER == ENTRANCE
    assert program.main() == 2
    assert "no command" in capsys.readouterr().err
