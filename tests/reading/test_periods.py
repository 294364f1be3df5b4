from __future__ import annotations

import pytest

from foitrack.reading.periods import parse_period


@pytest.mark.parametrize(
    ("cell", "value", "year"),
    [
        ("2018", "2018", 2018),
        ("2018 ", "2018", 2018),
        ("Year 2018", "2018", 2018),
        ("2018:", "2018", 2018),
        ("2023 (to date)", "2023", 2023),
        ("2018/19", "2018/19", None),
        ("2018-2019", "2018/19", None),
        ("FY 2018/19", "2018/19", None),
        ("FY18/19", "2018/19", None),
        ("11/2015", "2015-11", 2015),
        ("2015-11", "2015-11", 2015),
        ("Nov 2015", "2015-11", 2015),
        ("November-15", "2015-11", 2015),
        ("Q2 2019", "2019-Q2", 2019),
        ("2019 Q2", "2019-Q2", 2019),
        ("03/04/2019", "2019-04-03", 2019),
        ("3 April 2019", "2019-04-03", 2019),
        ("01/04/2020 - 31/03/2021", "2020/21", None),
        ("01-04-2020 - 31-03-2021", "2020/21", None),
        ("1 April 2020 to 31 March 2021", "2020/21", None),
        ("1st April 2020 \u2013 31st March 2021", "2020/21", None),
        ("Apr '23 - Mar '24", "2023/24", None),
        ("April 2023 to March 2024", "2023/24", None),
        ("Apr 23-Mar 24", "2023/24", None),
        ("1 January 2020 to 31 December 2020", "2020", 2020),
        ("Jan 2020 - Dec 2020", "2020", 2020),
        ("1 April 2020 to 30 June 2020", "2020-Q2", 2020),
        ("01/02/2020 - 29/02/2020", "2020-02", 2020),
        ("2021 (3)", "2021", 2021),
        ("2021 [3]", "2021", 2021),
        ("2021/22 (1)", "2021/22", None),
        ("2021\u00b2", "2021", 2021),
        ("Q1 2022/23", "2022/23-Q1", 2022),
        ("Q4 2022/23", "2022/23-Q4", 2023),
        ("2022/23 Q3", "2022/23-Q3", 2022),
        ("Quarter 2 2022-2023", "2022/23-Q2", 2022),
    ],
)
def test_periods(cell: str, value: str, year: int | None) -> None:
    period = parse_period(cell)
    assert period is not None
    assert (period.value, period.year) == (value, year)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "PC",
        "5",
        "12",
        "2018 Constable",
        "2018/21",
        "13/2015",
        "549/21",
        "1 April 2020 to 30 March 2021",
        "15/04/2020 - 31/03/2021",
        "Apr 2020 - Apr 2021",
        "1 March 2020 to 31 May 2020",
        "2021 (34)",
        "Q1 2022/24",
        "Q5 2022/23",
        "April 2021 to 2022",
        "1 April 2021 to date",
    ],
)
def test_what_is_no_period(cell: str) -> None:
    assert parse_period(cell) is None
