"""What a sentence of an answer may say is done with a request or a part of it."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """What a sentence says was done."""

    GIVEN = "given"
    SOME = "some"
    ALL = "all"
    REFUSED = "refused"
    NOT_HELD = "not-held"
    NCND = "ncnd"
    COST = "cost"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    ANSWERS = "answers"
    """It announces an answer without saying which."""
    HOLDS = "holds"
    FIGURE = "figure"
    """It states a figure in plain words."""
    WHOLLY = "wholly"
    """It refuses the whole request, in so many words."""
    FULLY = "fully"
    """The answer itself is called a full one."""
    NOTHING_HELD = "nothing-held"
    """Nothing of the request is held, in so many words."""
    NO_PAPER = "no-paper"
    """There is no document of the kind asked for; what it would say may be told all the same."""
    HANDED = "handed"
    """What it gives, it hands over."""
    ENCLOSES = "encloses"
    """It says that the answer is in another document."""
    PUBLISHED = "published"
    """What it gives is only said to be published."""
    LINKED = "linked"
    """What it gives is a way to what is published, which stands here."""
