"""The wheel, unpacked beside nothing else of ours, finds its resources and its seeds."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

# Without `site`, so that the editable install of this checkout is not seen.
RUN_ALONE = """
import sys
sys.path[:0] = {folders!r}
from foitrack.__main__ import main
sys.argv = ["foitrack", *{words!r}]
sys.exit(main())
"""


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.fixture(scope="module")
def made(unpacked_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case file, made from another folder by what the wheel holds."""
    folder = tmp_path_factory.mktemp("elsewhere")
    done = run_alone(unpacked_wheel, folder, "demo", "made.foitrack")
    assert done.returncode == 0, done.stderr
    return folder / "made.foitrack"


def run_alone(unpacked: Path, elsewhere: Path, *words: str) -> subprocess.CompletedProcess[str]:
    folders = [str(unpacked), sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"]]
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", RUN_ALONE.format(folders=folders, words=list(words))],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_everything(unpacked_wheel: Path) -> None:
    data = unpacked_wheel / "foitrack" / "_data"
    for part in ("resources", "seeds"):
        shipped = {p.relative_to(data) for p in (data / part).rglob("*") if p.is_file()}
        here = {p.relative_to(CHECKOUT) for p in (CHECKOUT / part).rglob("*") if p.is_file()}
        assert shipped == here
    for text in (CHECKOUT / "seeds").glob("*.txt"):
        assert (data / "seeds" / text.name).read_bytes() == text.read_bytes()


def test_the_wheel_holds_the_guides(unpacked_wheel: Path) -> None:
    for name in ("user-guide.md", "command-line.md", "export-format.md"):
        shipped = unpacked_wheel / "foitrack" / "_data" / "docs" / name
        assert shipped.read_bytes() == (CHECKOUT / "docs" / name).read_bytes()


@pytest.mark.extended
def test_the_window_shows_the_wheels_own_guide(
    unpacked_wheel: Path, made: Path, tmp_path: Path
) -> None:
    words = ("--case-file", str(made), "screenshot", "--screen", "help", "-o", "help.png")
    picture = run_alone(unpacked_wheel, tmp_path, *words)
    assert picture.returncode == 0, picture.stderr
    assert (tmp_path / "help.png").stat().st_size > 20_000


def test_the_wheel_runs_from_another_folder(
    unpacked_wheel: Path, made: Path, tmp_path: Path
) -> None:
    due = run_alone(unpacked_wheel, tmp_path, "due", "--event", "received=2023-03-01")
    assert due.returncode == 0, due.stderr
    assert "30 March 2023" in due.stdout
    listed = run_alone(unpacked_wheel, tmp_path, "--case-file", str(made), "list")
    assert "Staffordshire Police" in listed.stdout, listed.stderr
    picture = run_alone(
        unpacked_wheel,
        tmp_path,
        "--case-file",
        str(made),
        "screenshot",
        "--screen",
        "requests",
        "-o",
        "requests.png",
    )
    assert picture.returncode == 0, picture.stderr
    assert (tmp_path / "requests.png").read_bytes().startswith(b"\x89PNG")


def test_a_document_is_read_by_a_worker_of_the_wheels_own(
    unpacked_wheel: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Our reference: 2021/24677")
    read = run_alone(unpacked_wheel, tmp_path, "read", "letter.txt")
    assert read.returncode == 0, read.stderr
    assert "2021/24677" in read.stdout
