"""Makes the pictures of every screen, light and dark, from a fresh example case file.

    python packaging/screenshots.py FOLDER

The day is fixed, so that the same program makes the same pictures. The letters that have come in
and wait to be checked are the examples again, as PDFs and mails.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path

AS_AT = "2023-03-28"
SEEDS = Path(__file__).parent.parent / "seeds"
SCREENS = (
    "first-run",
    "today",
    "requests",
    "request",
    "deadlines",
    "casedata",
    "schema",
    "campaign",
    "authorities",
    "arrivals",
    "recording",
    "recording-page",
    "new-request",
    "new-batch",
    "why",
    "palette",
    "reports",
    "settings",
    "help",
)
WAITING = ("arrivals", "recording-page")
SMALL = (
    "today",
    "requests",
    "request",
    "recording",
    "casedata",
    "schema",
    "campaign",
    "authorities",
    "settings",
    *WAITING,
)


def main(folder: Path) -> int:
    """Make every picture; the number of those that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        case_file = Path(scratch) / "examples.foitrack"
        waiting = Path(scratch) / "waiting.foitrack"
        for made in (case_file, waiting):
            foitrack("demo", str(made))
        take_in(waiting, Path(scratch))
        jobs = [(s, t, "1440x900", f"{s}-{t}.png") for s in SCREENS for t in ("light", "dark")]
        jobs += [(s, "light", "1024x640", f"{s}-small.png") for s in SMALL]
        return sum(
            not picture(
                waiting if screen in WAITING else case_file, screen, theme, size, folder / name
            )
            for screen, theme, size, name in jobs
        )


def picture(case_file: Path, screen: str, theme: str, size: str, path: Path) -> bool:
    """One screen as a picture; False where the program could not make it."""
    options = ("--screen", screen, "--theme", theme, "--size", size, "-o", str(path))
    done = foitrack("--case-file", str(case_file), "--as-at", AS_AT, "screenshot", *options)
    if done:
        shrink(path)
    return done


def shrink(path: Path) -> None:
    """Keep a picture in 256 colours: a third of the size, and alike to the eye."""
    from PIL import Image

    with Image.open(path) as picture:
        drawn = picture.convert("RGB")
    few = drawn.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def take_in(case_file: Path, scratch: Path) -> None:
    """Keep the examples once more, as PDFs and mails that are read and not yet checked."""
    for number, seed in enumerate(sorted(SEEDS.glob("*.txt")), 1):
        text = seed.read_text("utf-8").replace("**", "")
        path = scratch / (f"response-{number}.pdf" if number % 2 else f"response-{number}.eml")
        path.write_bytes(as_pdf(text) if number % 2 else as_mail(text))
        foitrack("--case-file", str(case_file), "--as-at", AS_AT, "record", str(number), str(path))


def as_pdf(text: str) -> bytes:
    """A letter on pages of A4, a paragraph for each of its lines."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = ParagraphStyle("letter", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=8)
    made = BytesIO()
    lines = (line.strip() for line in text.splitlines())
    page = SimpleDocTemplate(made, pagesize=A4, invariant=True)
    page.build([Paragraph(escape(line), style) for line in lines if line])
    return made.getvalue()


def as_mail(text: str) -> bytes:
    """A letter as a mail that was saved."""
    mail = EmailMessage()
    mail["From"] = "Freedom of Information <foi@authority.example>"
    mail["To"] = "requester@example.org"
    mail["Subject"] = "Your request"
    mail["Date"] = "Mon, 27 Mar 2023 10:00:00 +0000"
    mail.set_content(text)
    return mail.as_bytes()


def foitrack(*words: str) -> bool:
    """Run the program as a user would."""
    return subprocess.run([sys.executable, "-m", "foitrack", *words], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens")))
