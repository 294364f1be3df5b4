from __future__ import annotations

from collections.abc import Callable

from foitrack.reading.findings import Reading
from foitrack.reading.response.workings import is_of_time, works_out

COSTLY = """Freedom of Information request FOI 1234/21

Dear Applicant,

To answer would exceed the appropriate limit in section 12(1) of the Act, and we are not obliged to
comply. We tried it on a sample:

Stage               Time
Finding the file    2 hrs 10
Reading the file    4 hrs 40

That is, 900 files x 410 minutes / 60 x £25 = £153,750.
"""


def test_figures_of_a_cost_are_no_answer(read: Callable[[str], Reading]) -> None:
    assert read(COSTLY).outcome == "cost-limit"


def test_what_works_out_a_cost() -> None:
    assert works_out("11,600 files x 10 mins / 60 x £15.00 = £29,000")
    assert not works_out("There were 14 in 2020 and 16 in 2021.")
    assert is_of_time("Stage  Time\nFinding  2 hrs\nReading  40 minutes")
    assert not is_of_time("Year  Hours of overtime\n2020  14\n2021  16")
