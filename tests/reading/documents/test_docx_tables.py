from __future__ import annotations

import pytest

from foitrack.reading.documents.docx import read_docx
from foitrack.reading.findings import Table
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import docx
from tests.reading.making.blocks import Table as Written
from tests.reading.making.docx import cell, paragraph, row, rows


def tables_of(body: str) -> tuple[Table, ...]:
    document = read_docx(docx.package(body), "letter.docx")
    return find_tables(document.text, document.place, document.grids)


def cells(*texts: str, properties: str = "") -> list[str]:
    return [cell(paragraph(text), properties) for text in texts]


def merged(text: str, across: int = 1, below: str = "") -> str:
    own = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    own += {"first": '<w:vMerge w:val="restart"/>', "rest": "<w:vMerge/>", "": ""}[below]
    return cell(paragraph(text), own)


class TestTables:
    def test_merged_cells_stand_in_every_row_and_column(self) -> None:
        (table,) = tables_of(
            rows(
                row(*cells("Year", "Rank", "Outcome", "Count")),
                row(merged("2020", below="first"), merged("PC"), merged("Dismissed"), merged("1")),
                row(merged("", below="rest"), merged("Sgt"), merged("Resigned"), merged("2")),
                row(merged("2021"), merged("not recorded", 2), merged("3")),
            )
        )
        assert table.rows == (
            ("2020", "PC", "Dismissed", "1"),
            ("2020", "Sgt", "Resigned", "2"),
            ("2021", "not recorded", "not recorded", "3"),
        )

    def test_a_header_of_two_rows(self) -> None:
        (table,) = tables_of(
            rows(
                row(merged("Rank", below="first"), merged("Outcome", 2)),
                row(merged("", below="rest"), merged("Dismissed"), merged("Resigned")),
                row(*cells("PC", "3", "4")),
            )
        )
        assert table.columns == ("Rank", "Outcome\nDismissed", "Outcome\nResigned")
        assert table.rows == (("PC", "3", "4"),)

    def test_rows_right_across_head_those_below_them(self) -> None:
        found = tables_of(
            rows(
                row(*cells("Rank", "Outcome")),
                row(merged("2019", 2)),
                row(*cells("PC", "Dismissed")),
                row(merged("2020", 2)),
                row(*cells("Sgt", "Resigned")),
                row(*cells("PC", "Resigned")),
            )
        )
        assert [(t.heading, t.columns, t.rows) for t in found] == [
            ("2019", ("Rank", "Outcome"), (("PC", "Dismissed"),)),
            ("2020", ("Rank", "Outcome"), (("Sgt", "Resigned"), ("PC", "Resigned"))),
        ]

    def test_a_title_right_across_is_no_header(self) -> None:
        (table,) = tables_of(
            rows(
                row(merged("Misconduct 2019 to 2021", 2)),
                row(*cells("Rank", "Outcome")),
                row(*cells("PC", "Dismissed")),
            )
        )
        assert table.heading == "Misconduct 2019 to 2021"
        assert (table.columns, table.rows) == (("Rank", "Outcome"), (("PC", "Dismissed"),))

    def test_cells_left_out_at_either_end_of_a_row(self) -> None:
        short = row(*cells("3")).replace(
            "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>', 1
        )
        (table,) = tables_of(rows(row(*cells("Rank", "Count")), row(*cells("PC", "2")), short))
        assert table.rows == (("PC", "2"), ("", "3"))

    def test_a_frame_around_other_tables_is_none_itself(self) -> None:
        inner = docx.table(Written([["Rank", "Count"], ["PC", "3"], ["Sgt", "4"]]))
        outer = rows(row(cell(paragraph("Figures") + inner + paragraph("")), *cells("Contact us")))
        (table,) = tables_of(outer)
        assert table.columns == ("Rank", "Count")
        assert table.rows == (("PC", "3"), ("Sgt", "4"))

    def test_a_small_table_within_a_cell_stays_in_it(self) -> None:
        inner = docx.table(Written([["2019", "1"], ["2020", "2"]]))
        (table,) = tables_of(
            rows(
                row(*cells("Rank", "By year")),
                row(*cells("PC"), cell(inner + paragraph(""))),
                row(*cells("Sgt", "none")),
                row(*cells("Insp", "none")),
            )
        )
        assert table.rows[0] == ("PC", "2019 | 1\n2020 | 2")

    def test_a_letterhead_of_two_columns_is_text(self, context: ReadingContext) -> None:
        address = "".join(map(paragraph, ["Civic Centre", "High Street", "Someham", "SO1 1AA"]))
        labels = "".join(
            map(paragraph, ["Our ref: FOI 8123", "Date: 3 March 2023", "Tel: 01632 960001"])
        )
        letter = (
            rows(row(cell(address), cell(labels)))
            + paragraph("Dear Ms Example")
            + paragraph("We have decided to disclose all the information you asked for.")
        )
        reading = read_document(docx.package(letter), "letter.docx", context)
        assert reading.tables == ()
        assert reading.reference == "FOI 8123"
        assert str(reading.response_date) == "2023-03-03"

    def test_answers_in_a_table_speak(self, context: ReadingContext) -> None:
        letter = (
            paragraph("Freedom of Information request FOI 8123")
            + paragraph("Dear Ms Example")
            + paragraph("Our response to each of your questions is below.")
            + rows(
                row(*cells("Question", "Response")),
                row(*cells("1. How many dogs were seized in 2020?", "We seized 41 dogs.")),
                row(
                    *cells(
                        "2. What are the names of the owners?",
                        "This information is exempt under section 40(2) of the Freedom of "
                        "Information Act 2000, because it is personal data.",
                    )
                ),
            )
            + paragraph("Yours sincerely")
        )
        reading = read_document(docx.package(letter), "letter.docx", context)
        assert reading.exemptions == ("FOIA s40(2)",)
        assert reading.outcome == "part-disclosed"
        assert [(q.number, q.outcome) for q in reading.questions] == [
            ("1", "disclosed"),
            ("2", "refused"),
        ]
        (table,) = reading.tables
        assert table.columns == ("Question", "Response")
        assert table.rows[0] == ("1. How many dogs were seized in 2020?", "We seized 41 dogs.")

    @pytest.mark.parametrize("numbered_apart", [True, False])
    def test_numbers_in_a_column_of_their_own(
        self, context: ReadingContext, numbered_apart: bool
    ) -> None:
        asked = ["How many dogs were seized in 2020?", "What did their keep cost?"]
        said = ["We can confirm that 41 dogs were seized.", "We do not hold information on costs."]
        first = [["1"], ["2"]] if numbered_apart else [[], []]
        start = "" if numbered_apart else "Q{}. "
        written = [
            row(*cells(*first[n], start.format(n + 1) + asked[n], said[n])) for n in range(2)
        ]
        letter = (
            paragraph("Freedom of Information request FOI 8123")
            + paragraph("Please find our response to your questions below.")
            + rows(*written)
        )
        reading = read_document(docx.package(letter), "letter.docx", context)
        assert [(q.number, q.outcome) for q in reading.questions] == [
            ("1", "disclosed"),
            ("2", "not-held"),
        ]

    def test_a_form_of_request_and_response_speaks(self, context: ReadingContext) -> None:
        refused = "We refuse this request under section 12(1) of the Freedom of Information Act."
        letter = rows(
            row(*cells("Reference", "FOI 8123")),
            row(*cells("Request", "Please provide all e-mails of the last ten years.")),
            row(*cells("Response", f"{refused} To comply would exceed the cost limit.")),
        )
        reading = read_document(docx.package(letter), "letter.docx", context)
        assert reading.exemptions == ("FOIA s12(1)",)
        assert reading.outcome == "cost-limit"
        assert reading.reference == "FOI 8123"

    def test_two_languages_side_by_side(self, context: ReadingContext) -> None:
        pairs = [
            (
                "Diolch am eich cais am wybodaeth a dderbyniwyd gennym ar 1 Mawrth 2023.",
                "Thank you for your request for information which we received on 1 March 2023.",
            ),
            (
                "Mae'r wybodaeth wedi'i heithrio o dan adran 40(2) o'r Ddeddf honno hefyd.",
                "The information is exempt under section 40(2) of the Freedom of Information Act.",
            ),
        ]
        letter = rows(*(row(*cells(*pair)) for pair in pairs))
        reading = read_document(docx.package(letter), "letter.docx", context)
        assert reading.exemptions == ("FOIA s40(2)",)
        assert str(reading.received_date) == "2023-03-01"

    def test_allegations_say_nothing_of_the_letter(self, context: ReadingContext) -> None:
        told = "It is alleged that the officer shared personal data exempt under section 40(2)."
        letter = paragraph("Please find the figures below.") + rows(
            row(*cells("Rank", "Allegation", "Outcome")),
            row(*cells("PC", told, "Dismissed")),
            row(*cells("Sgt", told, "No further action")),
        )
        assert read_document(docx.package(letter), "letter.docx", context).exemptions == ()

    def test_a_row_goes_on_where_a_table_without_header_does(self) -> None:
        first = docx.table(Written([["Rank", "Outcome"], ["PC", "Dismissed"], ["Sgt", "Resigned"]]))
        rest = docx.table(Written([["PC", "Resigned"], ["Insp", "Dismissed"]]))
        (table,) = tables_of(first + paragraph("") + rest)
        assert len(table.rows) == 4

    def test_tables_of_different_things_stay_apart(self) -> None:
        first = docx.table(Written([["Rank", "Outcome"], ["PC", "Dismissed"]]))
        other = docx.table(Written([["Year", "Count"], ["2019", "4"]]))
        assert len(tables_of(first + paragraph("") + other)) == 2
