from __future__ import annotations

import pytest

from foitrack.reading.contractions import spelt_out


@pytest.mark.parametrize(
    ("drawn", "full"),
    [
        ("We've no such report and it isn't held.", "We have no such report and it is not held."),
        ("Can't say; won't. I'm sorry.", "Cannot say; will not. I am sorry."),
        ("That's all; you'll find it's attached.", "That is all; you will find it is attached."),
        ("The Council's reply, officers' names.", "The Council's reply, officers' names."),
        ("Nothing to write out.", "Nothing to write out."),
    ],
)  # fmt: skip
def test_in_full(drawn: str, full: str) -> None:
    assert spelt_out(drawn) == full
