"""Numbers as number formats show them: as LibreOffice does, and for old dates as Excel does."""

from __future__ import annotations

import random

import pytest

from foitrack.reading.documents.workbook_formats import built_in, moment, parse_format
from foitrack.reading.documents.workbook_values import shown_number


@pytest.mark.parametrize(
    ("code", "raw", "shown"),
    [
        ("General", "3", "3"),
        ("General", "3.0", "3"),
        ("General", "0.30000000000000004", "0.3"),
        ("General", "1234567890123", "1234567890123"),
        ("General", "-1234.567", "-1234.567"),
        ("General", "1E-7", "1E-07"),
        ("General", "no number", "no number"),
        ('General" cases"', "3", "3 cases"),
        ("0", "2.5", "3"),
        ("0", "-0.4", "0"),
        ("0000", "7", "0007"),
        ("00-00-00", "123456", "12-34-56"),
        ("000\\-000", "123456", "123-456"),
        ("0.00", "12.345", "12.35"),
        ("0.0#", "1.5", "1.5"),
        ("#,##0", "1234567", "1,234,567"),
        ("#,##0", "999", "999"),
        ("#,##0.00;[Red]-#,##0.00", "-1234.5", "-1,234.50"),
        ("#,##0;(#,##0)", "-1234", "(1,234)"),
        ('"£"#,##0.00', "1234.5", "£1,234.50"),
        ("[$£-809]#,##0", "-1234", "-£1,234"),
        ('0.0,"k"', "1234", "1.2k"),
        ("0%", "0.255", "26%"),
        ("0.00%", "1", "100.00%"),
        ("0.00E+00", "12345", "1.23E+04"),
        ("##0.0E+0", "12345", "12.3E+3"),
        ("# ?/?", "0.5", "1/2"),
        ("# ?/?", "2.25", "2 1/4"),
        ("0;-0;;@", "0", ""),
        ('0 "x";-0 "y";"zero"', "0", "zero"),
        ('0 "x";-0 "y";"zero"', "-4", "-4 y"),
        ('[<5]"<5";0', "3", "<5"),
        ('[<5]"<5";0', "12", "12"),
        ("[>=1000]#,##0;0.0", "2000", "2,000"),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "0", "-"),
        ("@", "44228", "44228"),
        ("dd/mm/yyyy", "44228", "01/02/2021"),
        ("mm/dd/yyyy", "44228", "02/01/2021"),
        ("d-mmm-yy", "44228", "1-Feb-21"),
        ("mmm-yy", "44228", "Feb-21"),
        ("mmmm yyyy", "44228", "February 2021"),
        ("dddd d mmmm yyyy", "44228", "Monday 1 February 2021"),
        ("yyyy", "44228", "2021"),
        ("yyyy-mm-dd", "44228.99", "2021-02-01"),
        ("dd/mm/yyyy hh:mm", "44228.604166667", "01/02/2021 14:30"),
        ("h:mm AM/PM", "0.604166667", "2:30 PM"),
        ("hh:mm:ss.0", "0.5", "12:00:00.0"),
        ("[h]:mm", "1.5", "36:00"),
        ("[mm]:ss", "0.0104166667", "15:00"),
        ("[$-809]dd mmmm yyyy", "44228", "01 February 2021"),
        ("[$-F800]dddd, mmmm dd, yyyy", "44228", "01 February 2021"),
        ("dd/mm/yyyy", "-1", "-1"),
        ("dd/mm/yyyy", "1e300", "1E+300"),
        (";;;", "3", ""),
    ],
)
def test_shown(code: str, raw: str, shown: str) -> None:
    assert " ".join(parse_format(code).number(raw).split()) == shown


@pytest.mark.parametrize(
    ("raw", "from_1904", "day"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("60", False, None),
        ("61", False, "1900-03-01"),
        ("44228", False, "2021-02-01"),
        ("0", True, "1904-01-01"),
        ("42766", True, "2021-02-01"),
        ("-1", False, None),
        ("3000000", False, None),
        ("nan", False, None),
    ],
)
def test_days(raw: str, from_1904: bool, day: str | None) -> None:
    found = moment(raw, from_1904=from_1904)
    assert (found.date().isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("code", "raw", "true"),
    [
        ("dd/mm/yyyy", "44228", None),
        ("mm/dd/yyyy", "44228", "2021-02-01"),
        ("mm/dd/yyyy", "44198", None),  # 2 January: 01/02/2021 would be read as 1 February
        ("mmm-yy", "44228", None),
        ("yyyy", "44228", None),
        ("d mmm", "44228", "2021-02-01"),
        ("dd/mm/yyyy hh:mm", "44228.5", "2021-02-01"),
        ("[h]:mm", "1.5", None),
        ("0", "44228", None),
    ],
)
def test_what_a_cell_holds_where_its_print_says_less(code: str, raw: str, true: str | None) -> None:
    shown = shown_number(raw, parse_format(code), False)
    if raw == "44198":
        assert (shown.text, shown.true) == ("01/02/2021", "2021-01-02")
    else:
        assert shown.true == true


@pytest.mark.parametrize(
    ("number", "code"),
    [(0, "General"), (14, "dd/mm/yyyy"), (9, "0%"), (30, "dd/mm/yyyy"), (99, "General")],
)
def test_formats_that_have_only_a_number(number: int, code: str) -> None:
    assert built_in(number) == code


@pytest.mark.parametrize(
    "code", ["", '"', "[", "\\", "_", "*", ";;;;;;", "[<", "0/0", "E+", "?" * 400, "m" * 50, "."]
)
@pytest.mark.parametrize("raw", ["0", "-1.5", "44228", "1e308", "1e50", "-1e-320", "inf"])
def test_no_format_breaks(code: str, raw: str) -> None:
    assert isinstance(parse_format(code).number(raw), str)
    assert isinstance(parse_format(code).text("words"), str)


def test_no_format_of_chance_breaks() -> None:
    chance = random.Random(20210401)
    signs = '0#?,.%;"\\_*[]<>=5$£-Eye+/:mdhsGneral @AP'
    for _ in range(3000):
        code = "".join(chance.choice(signs) for _ in range(chance.randint(1, 18)))
        for raw in ("0", "-1.5", "44228.7", "1e50", "1e-9", repr(chance.uniform(0, 1e6))):
            assert isinstance(parse_format(code).number(raw), str)
