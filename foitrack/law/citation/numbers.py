"""Section numbers as printed, and whether one may stand alone in a list."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.brackets import labels_at
from foitrack.law.citation.numbering import Numbering, Path

_NUMBER = re.compile(r"(?P<digits>\d{1,3})(?P<suffix>[A-Za-z]{0,2})(?![A-Za-z0-9])")
_SPACED_SUFFIX = re.compile(r"\s[aA](?=\s*(?:[(\[.,;:)]|$|\n|(?:and|of|or)\b))")
_OF_OURS = (
    r"of\s+(?:the\s+)?[“\"‘']?(?:act\b|fo|f\.o|freedom|ei|environment|legislation|\d{4}\s+act)"
)
_GOES_ON = (
    r"(?:and|or|to|are|is|was|were|have|has|had|which|that|in|under|by|as|because|for|do|does|did"
    r"|would|could|may|must|both|where|since|so|if|also|being|due|with|respectively|engaged"
    r"|appl\w+|exempt\w*|exception\w*|foi\w*|eis?rs?)\b"
)
_AFTER_BARE_NUMBER = later(
    rf"[ \t\u00a0]{{0,3}}(?:$|[.;:)\]&+\n\r\"”’'*|]|,(?!\d{{3}})|/\s?(?=[\dsS])|[–—-]\s"
    r"|\((?=[A-Za-z][a-z])"
    rf"|(?<=\s)(?:{_OF_OURS}|of\s+(?:the\s+)?(?-i:[A-Z])|{_GOES_ON}))",
    re.IGNORECASE,
)
# "12.5(e)": the number before a dot, where brackets show what the dot means.
_DOTTED = re.compile(r"(\d{1,2})(?=\.\d{1,2}(?:\s?\([a-z]{1,4}\)|\.[a-g]\b))")
_NOT_A_SECTION = re.compile(r"\s?%|:\d|\.\d|/\d{1,2}/|/\d{4}|(?:st|nd|rd|th)\b")


def number_at(text: str, at: int) -> tuple[str, int] | None:
    """The section number printed at a place, and where it ends; None where there is none."""
    found = _NUMBER.match(text, at)
    if found is None or _NOT_A_SECTION.match(text, found.end()):
        dotted = _DOTTED.match(text, at)
        return None if dotted is None else (dotted[1], dotted.end())
    section, end = str(int(found["digits"])) + found["suffix"].upper(), found.end()
    if section == "22" and (spaced := _SPACED_SUFFIX.match(text, end)):
        return "22A", spaced.end()
    if text[at - 1 : at] in ("(", "[") and text[end : end + 1] in (")", "]"):
        end += 1
    return section, end


def goes_on_after(text: str, end: int) -> bool:
    """Whether what follows a number without brackets lets it be a section's.

    "sections 31 and 40 apply", but not "section 31, 12 officers".
    """
    return _AFTER_BARE_NUMBER.match(text, end) is not None


def path_at(text: str, section: str, end: int, numbering: Numbering) -> tuple[Path, int]:
    """A section with the single labels that follow it, and where they end."""
    path: Path = (section,)
    while (found := labels_at(text, end, path, numbering)) is not None and len(found.labels) == 1:
        path, end = (*path, found.labels[0][0]), found.end
    return path, end
