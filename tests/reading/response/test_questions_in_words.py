"""Questions that sentences turn to, and what only looks like the number of one."""

from __future__ import annotations

from collections.abc import Callable

from foitrack.reading.findings import Reading

Read = Callable[[str], Reading]
HEAD = "Freedom of Information Request FOI 1234/21\n\nDear Applicant,\n\n"


def outcomes(reading: Reading) -> list[tuple[str, str]]:
    return [(one.number, str(one.outcome)) for one in reading.questions]


def test_a_sentence_that_names_a_part_may_answer_it(read: Read) -> None:
    reading = read(
        f"{HEAD}In answer to part 1, there were 14 searches.\n\nThe information you asked for in "
        "part 4 is not held by the Force.\n\nSearches are recorded on a tablet.\n"
    )
    assert outcomes(reading) == [("1", "disclosed"), ("4", "not-held")]


def test_a_bracket_broken_over_two_lines_is_no_question(read: Read) -> None:
    reading = read(
        f"{HEAD}3. There were 14 searches.\n\n4. By object:\n\nDrugs\t176\t667\n\n"
        "Other (please see note\t469\t709\n2)\n\nNote 1: a search may have more than one object.\n"
    )
    assert outcomes(reading) == [("3", "disclosed"), ("4", "disclosed")]
