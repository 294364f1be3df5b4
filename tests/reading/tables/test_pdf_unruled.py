"""Tables without rules as PDFs of disclosure logs have them, a sentence close below each."""

from __future__ import annotations

import pytest

from foitrack.reading.findings import Table
from tests.reading.making.pdf_rows import Sheet

FIGURES = ((72, "l"), (330, "r"), (400, "r"), (470, "r"))
LISTED = ((72, "l"), (150, "l"), (280, "l"), (450, "r"))
Rows = list[tuple[str, ...]]


def same(sheet: Sheet, rows: Rows, total: tuple[str, ...] | None = None) -> Table:
    """One table is read, with these rows as printed."""
    (table,) = sheet.tables()
    read = [table.columns, *table.rows]
    assert read == [tuple(cell.replace("\n", " ") for cell in row) for row in rows]
    assert table.total_row == total
    return table


SHORT: dict[str, tuple[tuple[tuple[float, str], ...], Rows]] = {
    "nothing, nil and none": (
        ((72, "l"), (220, "l"), (300, "l"), (380, "l")),
        [
            ("Department", "2020", "2021", "Comment"),
            ("Housing", "Nil return", "4", "None"),
            ("Planning", "N/A", "", "Not yet recorded"),
            ("Parks", "None", "2", ""),
            ("Roads", "", "", "No records held"),
        ],
    ),
    "figures held back": (
        FIGURES,
        [
            ("Rank", "2020", "2021", "2022"),
            ("Constable", "<5", "1-4", "12"),
            ("Sergeant", "*", "≤5", "0"),
            ("Inspector", "fewer than 5", "5", "-"),
        ],
    ),
    "a list of cases": (
        LISTED,
        [
            ("No.", "Date closed", "Rank", "Days"),
            ("1", "03/05/2020", "PC", "12"),
            ("2", "13/05/2020", "PC", "7"),
            ("3", "01/06/2021", "PS", "109"),
        ],
    ),
    "what is the same as above left out": (
        LISTED,
        [
            ("Year", "Rank", "Outcome", "Number"),
            ("2020", "PC", "Warning", "2"),
            ("", "", "Dismissed", "1"),
            ("", "PS", "Advice", "1"),
            ("2021", "PC", "Warning", "4"),
            ("", "DC", "Advice", "2"),
        ],
    ),
    "areas over their stations": (
        FIGURES,
        [
            ("Station", "2020", "2021", "2022"),
            ("North area", "", "", ""),
            ("Ashdale", "4", "7", "1"),
            ("Broom", "2", "1", "0"),
            ("South area", "", "", ""),
            ("Carrick", "9", "3", "3"),
        ],
    ),
    "headings of two lines in the middle": (
        ((72, "l"), (220, "c"), (330, "c"), (440, "c")),
        [
            ("Year", "Number of\nrequests", "Answered in\ntime", "Share of\nall"),
            ("2020", "1,204", "1,100", "91%"),
            ("2021", "998", "801", "80%"),
            ("2022", "7", "7", "100%"),
        ],
    ),
    "months close together": (
        ((72, "l"), *((130 + 25 * n, "r") for n in range(6))),
        [
            ("Area", "Jan", "Feb", "Mar", "Apr", "May", "Jun"),
            ("Ash", "1", "2", "13", "4", "5", "6"),
            ("Broom", "10", "22", "13", "14", "5", "61"),
            ("Carrick", "0", "0", "3", "0", "15", "6"),
        ],
    ),
}


@pytest.mark.parametrize("shape", SHORT)
def test_rows_of_short_cells(shape: str) -> None:
    columns, rows = SHORT[shape]
    same(Sheet(*columns, size=8 if "close" in shape else 10).rows(*rows, lift="foot"), rows)


@pytest.mark.parametrize("lift", ["top", "middle", "foot"])
@pytest.mark.parametrize("gap", [7, 12])
def test_cells_of_several_lines_in_rows_of_unlike_height(lift: str, gap: float) -> None:
    rows: Rows = [
        ("Year", "Description", "Number"),
        ("2019", "Posted remarks about a colleague on\na page that all could see", "3"),
        ("2020", "Shared a picture", "1"),
        ("2021", "Sent messages that were found to be\nof an offensive kind, in a\ngroup", "12"),
        ("2022", "Used a system for an end of his own\nand told of it", "<5"),
    ]
    same(Sheet((72, "l"), (130, "l"), (420, "r")).rows(*rows, lift=lift, gap=gap), rows)


@pytest.mark.parametrize("lift", ["top", "middle", "foot"])
def test_labels_of_several_lines_wherever_their_figures_stand(lift: str) -> None:
    rows: Rows = [
        ("Kind of incident", "2020", "2021", "2022"),
        ("Damage to a vehicle in a car park\nof the council", "4", "12", "9"),
        ("Theft", "3", "", "2"),
        ("Verbal abuse of staff who were\nat work at the time", "", "1", ""),
        ("Other", "5", "4", "14"),
    ]
    same(Sheet(*FIGURES).rows(*rows, lift=lift), rows)


@pytest.mark.parametrize("close", [True, False])
def test_totals_of_money_to_the_right(close: bool) -> None:
    rows: Rows = [
        ("Supplier", "2020/21", "2021/22", "Total"),
        ("Ashdale Hire and Lease of Vehicles", "£1,204.50", "£998.00", "£2,202.50"),
        ("Broom & Co", "£15.00", "£12,400.00", "£12,415.00"),
        ("Others", "-", "£3.20", "£3.20"),
    ]
    total = ("Total", "£1,219.50", "£13,401.20", "£14,620.70")
    sheet = Sheet(*FIGURES).rows(*rows, total, gap=4 if close else 12)
    assert same(sheet, rows, total).flags == ()


def test_a_total_that_does_not_add_up() -> None:
    rows: Rows = [("Rank", "2020", "2021"), ("Constable", "4", "7"), ("Sergeant", "2", "1")]
    total = ("Total", "7", "8")
    table = same(Sheet(*FIGURES[:3]).rows(*rows, total), rows, total)
    assert table.flags == ("the printed total of “2020” (7) is not the sum of its rows",)


def test_notes_close_below_are_no_rows() -> None:
    rows: Rows = [("Year", "Requests", "Refused"), ("2020", "1,204", "12*"), ("2021¹", "998", "<5")]
    sheet = Sheet(*FIGURES[:3]).rows(*rows)
    sheet.row("* Of which two were later answered in full, as the panel had asked for.")
    sheet.row("¹ To 30 September only, after which the figures were kept elsewhere.")
    same(sheet, rows)


@pytest.mark.parametrize("wrapped", [True, False])
def test_over_pages_with_its_header_printed_once(wrapped: bool) -> None:
    found = "Upheld in part, with advice\nto the officer" if wrapped else "Upheld"
    areas = ("North", "South", "East")
    body = [
        (f"C{n}", areas[n % 3], found if n % 2 else "Not upheld", f"{n % 7}") for n in range(90)
    ]
    rows: Rows = [("Case", "Area", "Finding", "Days"), *body]
    same(Sheet(*LISTED).rows(*rows), rows)


def test_white_headings_on_a_dark_ground_and_every_second_row_shaded() -> None:
    rows: Rows = [("Station", "2020", "2021", "2022"), ("Ashdale", "4", "7", "1")]
    rows += [("Broom", "2", "1", "0"), ("Carrick", "9", "3", "3"), ("Denham", "0", "6", "2")]
    sheet = Sheet(*FIGURES)
    for n, cells in enumerate(rows):
        sheet.canvas.setFillColorRGB(*((0, 0, 0.4) if not n else (0.9 + n % 2 / 10,) * 3))
        sheet.canvas.rect(68, sheet.at - 4, 420, 15, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(*((0, 0, 0) if n else (1, 1, 1)))
        sheet.row(*cells)
    same(sheet, rows)


def test_rules_between_rows_alone() -> None:
    rows: Rows = [
        ("Date", "Allegation", "Result"),
        ("3 May 2020", "Remarks made about a colleague on\na page that all could see", "Advice"),
        ("9 July 2020", "Picture", "Warning"),
        ("1 June 2021", "Messages sent in a group\nof officers", "No case\nto answer"),
    ]
    sheet = Sheet((72, "l"), (170, "l"), (400, "l"))
    for cells in rows:
        sheet.canvas.line(72, sheet.at + 11, 500, sheet.at + 11)
        sheet.row(*cells)
    sheet.canvas.line(72, sheet.at + 11, 500, sheet.at + 11)
    same(sheet, rows)


def test_questions_beside_answers() -> None:
    rows: Rows = [
        ("Question", "Response"),
        ("Please provide the number of\nofficers who were trained in\nthe year.", "12"),
        ("How much was spent on it?", "£4,500"),
        ("Who gave the training, and was\nthere a contract?", "The college. None."),
    ]
    same(Sheet((72, "l"), (320, "l")).rows(*rows, gap=14), rows)


@pytest.mark.parametrize("mark", ["•", "-", "e", "o"])
def test_a_list_is_no_table(mark: str) -> None:
    said = ("There is a public interest in it", "It would cost much", "It would take a long time")
    assert Sheet((72, "l"), (96, "l")).rows(*((mark, text) for text in said)).tables() == ()


def test_a_list_of_contents_is_no_table() -> None:
    titles = ("Introduction", "Access to the system", "Audit of what was done")
    rows = [(f"{title} {'.' * 50}", f"{n}") for n, title in enumerate(titles, 2)]
    assert Sheet((72, "l"), (500, "r")).rows(*rows).tables() == ()


def test_running_text_with_wide_gaps_is_no_table() -> None:
    """Set to both edges of a narrow column, a line of few words has gaps as wide as a table's."""
    sheet = Sheet((72, "l"), (160, "l"), (260, "l"))
    sheet.row("The force was asked what", "it holds", "and it told", gap=2)
    sheet.row("applicants that each", "officer who", "was found", gap=2)
    sheet.row("to have breached", "the standards", "was given", gap=2)
    sheet.row("advice by a manager.", gap=2)
    assert sheet.tables() == ()


def test_headings_that_reach_over_columns_part_of_the_way() -> None:
    """Those above two columns each stand over one of them and the gap to the next."""
    sheet = Sheet((72, "l"), (200, "r"), (280, "r"), (370, "r"), (450, "r"))
    sheet.canvas.drawString(190, sheet.at, "At the prices of 2010")
    sheet.canvas.drawString(380, sheet.at, "At today's prices")
    sheet.at -= 16
    rows: Rows = [
        ("Year", "In all", "A head", "Total", "Each"),
        ("2019/20", "390.2", "8,460", "285.5", "6,189"),
        ("2020/21", "407.0", "8,745", "302.9", "6,508"),
        ("2021/22", "423.0", "10,028", "323.9", "6,912"),
        ("2022/23", "440.0", "9,321", "348.4", "7,380"),
    ]
    (table,) = sheet.rows(*rows, gap=2).tables()
    assert [*table.rows] == rows[1:]


def test_a_figure_that_begins_left_of_those_below_it() -> None:
    """Its row is set so close that one gap is no wider than between words."""
    sheet = Sheet((72, "l"), (180, "r"), (211, "r"), (300, "r"))
    rows: Rows = [
        ("Age", "No.", "Rate", "Range"),
        ("17-24", "94", "26.5", "12"),
        ("25-44", "76", "31.7", "9"),
        ("45-64", "85", "42.1", "14"),
        ("65 on", "694", "2,213", "11"),
    ]
    same(sheet.rows(*rows, gap=2), rows)


def test_three_parts_side_by_side_are_one_table() -> None:
    sheet = Sheet(*((72 + 75 * n, "l") for n in range(6)))
    rows: Rows = [
        ("Age", "Number", "Age", "Number", "Age", "Number"),
        ("20", "3,533", "40", "2,468", "60", "723"),
        ("21", "3,269", "41", "2,375", "61", "640"),
        ("22", "3,223", "42", "2,325", "62", "566"),
    ]
    (table,) = sheet.rows(*rows).tables()
    assert table.columns == ("Age", "Number")
    assert [row[0] for row in table.rows] == ["20", "21", "22", "40", "41", "42", "60", "61", "62"]
    assert table.rows[-1] == ("62", "566")


def test_dots_that_lead_to_a_figure_are_no_words_and_marks_of_a_note_stay() -> None:
    sheet = Sheet((72, "l"), (330, "r"), (400, "r"))
    rows: Rows = [
        ("Rank", "2021", "2022"),
        (f"Constable {'.' * 30}", "31.6**", "4"),
        (f"Sergeant {'. ' * 16}", "12", "5**"),
        ("Inspector", "..", "7"),
    ]
    (table,) = sheet.rows(*rows).tables()
    assert table.rows == (
        ("Constable", "31.6**", "4"),
        ("Sergeant", "12", "5**"),
        ("Inspector", "..", "7"),
    )


def test_a_list_close_above_a_table_is_no_part_of_it() -> None:
    sheet = Sheet((72, "l"), (96, "l"))
    sheet.rows(("•", "The force received 426 of these in the year"), ("•", "It closed 208 of them"))
    sheet.columns = FIGURES
    rows: Rows = [("Stage", "2020", "2021", "2022"), ("Received", "426", "365", "285")]
    rows += [("Closed", "290", "259", "235"), ("Open", "52", "48", "35")]
    same(sheet.rows(*rows), rows)


@pytest.mark.parametrize("wide", [40, 90])
def test_headings_at_the_left_over_figures_at_the_right(wide: int) -> None:
    places = [200 + n * (wide + 10) for n in range(3)]
    sheet = Sheet((72, "l"), *((place, "l") for place in places))
    sheet.row("Rank", "2020", "2021", "In all")
    sheet.columns = ((72, "l"), *((place + wide, "r") for place in places))
    rows: Rows = [
        ("Constable", "2", "14", "16"),
        ("Sergeant", "1", "4", "5"),
        ("All", "3", "18", "21"),
    ]
    (table,) = sheet.rows(*rows).tables()
    assert table.columns == ("Rank", "2020", "2021", "In all")
    assert [*table.rows, *([table.total_row] if table.total_row else [])] == rows


def test_figures_in_the_middle_beside_a_label_of_two_lines() -> None:
    sheet = Sheet((72, "l"), (300, "r"), (360, "r"), (420, "r"))
    rows: Rows = [
        ("Measure", "2020", "2021", "2022"),
        ("Officers under\ninvestigation", "93", "81", "77"),
        ("Officers who left\nbefore the end", "18", "15", "12"),
        ("Officers dismissed", "4", "2", "6"),
    ]
    same(sheet.rows(*rows, lift="middle", gap=14), rows)


def test_a_header_that_no_rule_parts_from_the_first_row() -> None:
    sheet = Sheet((72, "l"), (300, "c"), (400, "c"))
    rows: Rows = [
        ("Service", "Launch:\n21 May 2020", "One year:\n21 May 2021"),
        ("Data released", "47", "272,768"),
        ("Downloads", "0", "652,412"),
        ("Applications", "3", "237"),
    ]
    for number, cells in enumerate(rows):
        if number != 1:
            sheet.canvas.line(60, sheet.at + 11, 480, sheet.at + 11)
        sheet.row(*cells)
    for place in (60, 230, 350, 480):
        sheet.canvas.line(place, 780, place, sheet.at + 11)
    sheet.canvas.line(60, sheet.at + 11, 480, sheet.at + 11)
    same(sheet, rows)


def test_headings_over_columns_that_have_no_label() -> None:
    sheet = Sheet((72, "l"), (260, "r"), (340, "r"), (430, "r"), (510, "r"))
    sheet.canvas.drawString(236, sheet.at, "Fused aluminium oxide")
    sheet.canvas.drawString(420, sheet.at, "Silicon carbide, all")
    sheet.at -= 12
    rows: Rows = [
        ("", "2009", "2010", "2009", "2010"),
        ("Austria", "60,000", "60,000", "-", "-"),
        ("Brazil", "50,000", "50,000", "43,000", "43,000"),
        ("China", "700,000", "700,000", "455,000", "455,000"),
        ("Norway", "-", "-", "80,000", "80,000"),
    ]
    (table,) = sheet.rows(*rows, gap=2).tables()
    assert [row for row in table.rows if row[0]] == rows[1:]
