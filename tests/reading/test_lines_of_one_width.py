"""Text wrapped at a fixed width: only a full line goes on."""

from __future__ import annotations

import textwrap

from foitrack.reading.prose import paragraphs

LONG = (
    "The officers were below head of service and their names are personal data, as they would not "
    "expect to be named to the world at large, and there is no lawful basis on which the Council "
    "could give them to a member of the public, so that they are withheld in full and not given "
    "here, however much the interest in how bids are scored may weigh with those who ask for them."
)
HEADING = "Your third question: patients who died before an ambulance came"


def test_a_heading_nearly_as_wide_as_the_page_stays_apart() -> None:
    text = "\n".join([*textwrap.wrap(LONG, 76), "", HEADING, *textwrap.wrap(f"They {LONG}", 76)])
    said = [" ".join(span.of(text).split()) for span in paragraphs(text)]
    assert said == [LONG, HEADING, f"They {LONG}"]


def test_lines_set_in_letters_of_unlike_width_are_joined_with_room_to_spare() -> None:
    rows = textwrap.wrap(LONG, 76)
    rows[1] = rows[1].rsplit(" ", 1)[0]
    rows[2] = f"{textwrap.wrap(LONG, 76)[1].rsplit(' ', 1)[1]} {rows[2]}"
    text = "\n".join(rows)
    assert len(list(paragraphs(text))) == 1


def test_a_line_that_cannot_be_the_last_goes_on() -> None:
    text = (
        "The duty does not arise by virtue of the Freedom of Information Act\n"
        "2000 and section 31(3) of it, as set out below in more words than fit on a line of this\n"
        "Short line.\n"
    )
    first = next(iter(paragraphs(text)))
    assert "Act\n2000 and section 31(3)" in first.of(text)
