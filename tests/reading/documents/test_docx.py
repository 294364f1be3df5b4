from __future__ import annotations

import io
import zipfile

import pytest

from foitrack.reading.documents import package
from foitrack.reading.documents.docx import read_docx
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import Table, UnreadableDocumentError
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import docx
from tests.reading.making.blocks import Table as Written
from tests.reading.making.docx import cell, numbered, paragraph, row, rows, run

ABSTRACT = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def text_of(body: str, **parts: str) -> str:
    return read_docx(docx.package(body, **parts), "letter.docx").text


def warnings_of(body: str, **parts: str) -> str:
    return " ".join(read_docx(docx.package(body, **parts), "letter.docx").warnings)


def tables_of(body: str) -> tuple[Table, ...]:
    document = read_docx(docx.package(body), "letter.docx")
    return find_tables(document.text, document.place, document.grids)


def cells(*texts: str, properties: str = "") -> list[str]:
    return [cell(paragraph(text), properties) for text in texts]


class TestText:
    def test_line_ends_tabs_and_hyphens(self) -> None:
        hyphen = "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>"
        body = paragraph("one\ntwo\tthree") + f"<w:p>{hyphen}</w:p>"
        assert text_of(body).rstrip().split("\n") == ["one", "two\tthree", "", "a‑b"]

    def test_paragraphs_parted_by_style_or_by_blank_ones(self) -> None:
        styled = "".join(map(paragraph, ["one", "two", "three"]))
        blanks = "".join(map(paragraph, ["one", "", "two", "three", "", "four"]))
        assert text_of(styled) == "one\n\ntwo\n\nthree\n\n"
        assert text_of(blanks) == "one\n\ntwo\nthree\n\nfour\n\n"

    def test_what_is_wrapped_around_text_is_no_bar_to_it(self) -> None:
        link = f'<w:hyperlink r:id="x">{run("a link")}</w:hyperlink>'
        form = f"<w:sdt><w:sdtContent>{run(' a form')}</w:sdtContent></w:sdt>"
        block = f"<w:sdt><w:sdtContent>{paragraph('a block')}</w:sdtContent></w:sdt>"
        assert text_of(f"<w:p>{link}{form}</w:p>{block}") == "a link a form\n\na block\n\n"

    def test_a_fields_result_is_read_and_its_instruction_not(self) -> None:
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run("3 March 2023")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        assert text_of(f"<w:p>{field}</w:p>").strip() == "3 March 2023"

    def test_figures_of_notes_are_no_part_of_a_number(self) -> None:
        mark = run("1", properties='<w:vertAlign w:val="superscript"/>')
        assert text_of(f"<w:p>{run('We hold 5')}{mark}</w:p>").strip() == "We hold 5¹"

    def test_a_text_box_is_read_once(self) -> None:
        inner = f"<w:txbxContent>{paragraph('Our ref: FOI 12/21')}</w:txbxContent>"
        both = (
            f"<mc:AlternateContent><mc:Choice><wps:txbx>{inner}</wps:txbx></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent>"
        )
        body = f"<w:p>{run('Dear Ms Example')}<w:r>{both}</w:r></w:p>{paragraph('Thank you.')}"
        assert text_of(body) == "Dear Ms Example\n\nOur ref: FOI 12/21\n\nThank you.\n\n"

    def test_head_and_foot_stand_around_the_letter_without_page_numbers(self) -> None:
        page = (
            f"<w:p>{run('Page ')}<w:fldSimple w:instr=' PAGE '>{run('1')}</w:fldSimple>"
            f"{run(' of ')}<w:fldSimple w:instr='NUMPAGES'>{run('3')}</w:fldSimple></w:p>"
        )
        written = text_of(
            paragraph("Dear Ms Example"),
            header=paragraph("Someham Council"),
            footer=paragraph("www.someham.example") + page,
        )
        shown = " ".join(written.split())
        assert shown == "Someham Council Dear Ms Example www.someham.example"

    def test_notes_stand_after_the_letter_under_their_number(self) -> None:
        mark = '<w:r><w:footnoteReference w:id="5"/></w:r>'
        note = f'<w:footnote w:id="5">{paragraph("Since 2019.")}</w:footnote>'
        unused = f'<w:footnote w:id="0">{paragraph("separator")}</w:footnote>'
        body = f"<w:p>{run('We hold 12')}{mark}{run(' records.')}</w:p>"
        written = text_of(body, footnotes=unused + note)
        assert written == "We hold 12¹ records.\n\n¹ Since 2019.\n\n"

    def test_ticked_boxes_of_old_forms(self) -> None:
        box = '<w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
        boxes = "".join(
            f'<w:r><w:fldChar w:fldCharType="begin">{box.format(on)}</w:fldChar></w:r>'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(word)}'
            for on, word in ((1, " granted "), (0, " refused"))
        )
        assert text_of(f"<w:p>{boxes}</w:p>").strip() == "☒ granted ☐ refused"

    def test_the_letter_is_found_by_its_relation(self) -> None:
        data = docx.package(paragraph("Hello"), main="word/document2.xml")
        assert open_document(data, "letter.docx").text.strip() == "Hello"

    def test_the_strict_form_of_the_format(self) -> None:
        data = docx.docx(["Hello", Written([["Rank", "Count"], ["PC", "3"]])])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        for name, content in members.items():
            for old, new in (
                (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                 b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
                (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                 b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
            ):  # fmt: skip
                content = content.replace(old, new)
            members[name] = content
        document = open_document(docx.zipped(members), "letter.docx")
        assert document.text.split() == ["Hello", "Rank", "Count", "PC", "3"]
        assert len(document.grids) == 1


class TestLists:
    def test_numbers_as_printed(self) -> None:
        body = "".join(
            [
                numbered("How many?"),
                numbered("In which years?"),
                numbered("By month", level=1),
                numbered("By rank", level=1),
                numbered("At what cost?"),
                numbered("Each year", level=1),
                numbered("a bullet", level=2),
                numbered("From the start", 2),
            ]
        )
        assert text_of(body, numbering=ABSTRACT).split("\n")[:8] == [
            "1. How many?",
            "2. In which years?",
            "2.a) By month",
            "2.b) By rank",
            "3. At what cost?",
            "3.a) Each year",
            "• a bullet",
            "1. From the start",
        ]

    def test_a_style_can_number(self) -> None:
        style = (
            '<w:style w:type="paragraph" w:styleId="Question"><w:pPr><w:numPr>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Other"><w:basedOn w:val="Question"/></w:style>'
        )
        body = paragraph("One?", properties='<w:pStyle w:val="Question"/>')
        body += paragraph("Two?", properties='<w:pStyle w:val="Other"/>')
        body += paragraph(
            "None", properties='<w:pStyle w:val="Other"/><w:numPr><w:numId w:val="0"/></w:numPr>'
        )
        assert text_of(body, numbering=ABSTRACT, styles=style).split("\n")[:4] == [
            "1. One?",
            "2. Two?",
            "",
            "None",
        ]

    def test_numbered_questions_are_answered_one_by_one(self, context: ReadingContext) -> None:
        body = "".join(
            [
                paragraph("Our ref: FOI 12/21"),
                paragraph("You asked for the following information:"),
                numbered("How many dogs were seized in 2020?"),
                numbered("What did their keep cost?"),
                paragraph("Please find our response below."),
                numbered("We seized 41 dogs in 2020.", 2),
                numbered("We do not hold this information.", 2),
                paragraph("Yours sincerely"),
            ]
        )
        data = docx.package(body, numbering=ABSTRACT)
        reading = read_document(data, "letter.docx", context)
        assert [(q.number, q.outcome) for q in reading.questions] == [
            ("1", "disclosed"),
            ("2", "not-held"),
        ]


class TestKeptButNotPrinted:
    def test_inserted_text_is_read_and_deleted_text_reported(self) -> None:
        deleted = "<w:r><w:delText>officer 1234 Smith</w:delText></w:r>"
        body = (
            f"<w:p>{run('We hold ')}<w:ins>{run('five')}</w:ins>"
            f"<w:del>{deleted}</w:del>{run(' records.')}</w:p>"
        )
        document = read_docx(docx.package(body), "letter.docx")
        assert document.text.strip() == "We hold five records."
        (warning,) = document.warnings
        assert "deleted passage (18 characters" in warning
        assert "1234" not in warning

    def test_a_deleted_row_and_a_deleted_paragraph_end(self) -> None:
        gone = row(*cells("Sgt", "7")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
        body = rows(row(*cells("Rank", "Count")), gone, row(*cells("PC", "3")))
        (table,) = tables_of(body)
        assert table.rows == (("PC", "3"),)
        assert "deleted" in warnings_of(body)
        ended = paragraph("one ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("line")
        assert text_of(ended).strip() == "one line"

    def test_moved_text_is_read_where_it_went(self) -> None:
        body = (
            f"<w:p><w:moveFrom>{run('moved')}</w:moveFrom>{run('stays, ')}"
            f"<w:moveTo>{run('moved')}</w:moveTo></w:p>"
        )
        assert text_of(body).strip() == "stays, moved"

    def test_hidden_text(self) -> None:
        style = (
            '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        )
        body = (
            f"<w:p>{run('shown ')}{run('hidden', properties='<w:vanish/>')}"
            f"{run('secret', properties=chr(60) + 'w:rStyle w:val=' + repr('Secret') + '/>')}"
            f"{run('too', properties='<w:vanish w:val=' + chr(34) + '0' + chr(34) + '/>')}</w:p>"
        )
        assert text_of(body, styles=style).strip() == "shown too"
        assert "hidden text (12 characters)" in warnings_of(body, styles=style)

    def test_comments_and_macros(self) -> None:
        remark = f'<w:comment w:id="1">{paragraph("Do we want to say this?")}</w:comment>'
        data = docx.package(
            paragraph("Hello"), comments=remark, more={"word/vbaProject.bin": b"\x00"}
        )
        document = read_docx(data, "letter.docm")
        assert document.text.strip() == "Hello"
        assert "a comment" in document.warnings[0]
        assert "macros" in document.warnings[1]

    def test_a_workbook_set_into_the_letter_is_a_file_of_its_own(self) -> None:
        relation = (
            '<Relationship Id="e" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/package" Target="embeddings/data.xlsx"/>'
        )
        data = docx.package(
            paragraph("Hello"), relations=relation, more={"word/embeddings/data.xlsx": b"PK"}
        )
        document = read_docx(data, "letter.docx")
        assert [(member.name, member.data) for member in document.members] == [("data.xlsx", b"PK")]
        assert "data.xlsx" in document.warnings[0]


def bomb(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * size)
    return stream.getvalue()


class TestHostile:
    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            ("<w:p>", "damaged"),
            ("<w:p/>" + "<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200, "damaged"),
        ],
    )
    def test_broken_and_endless_xml(self, body: str, kind: str) -> None:
        with pytest.raises(UnreadableDocumentError) as problem:
            read_docx(docx.package(body), "letter.docx")
        assert problem.value.kind == kind

    def test_no_entities(self) -> None:
        laughs = (
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "haha"><!ENTITY y "&x;&x;&x;">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>"
        )
        for encoding in ("utf-8", "utf-16"):
            file = docx.package("", more={"word/document.xml": laughs.encode(encoding)})
            with pytest.raises(UnreadableDocumentError):
                read_docx(file, "letter.docx")

    def test_a_bomb_is_not_unpacked(self) -> None:
        with pytest.raises(UnreadableDocumentError) as problem:
            read_docx(bomb(20_000_000), "letter.docx")
        assert problem.value.kind == "too-large"

    def test_too_many_members(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(package, "MOST_MEMBERS", 3)
        with pytest.raises(UnreadableDocumentError) as problem:
            read_docx(docx.package(paragraph("Hello")), "letter.docx")
        assert problem.value.kind == "too-large"

    def test_cut_short(self) -> None:
        data = docx.package(paragraph("Hello"))
        with pytest.raises(UnreadableDocumentError) as problem:
            open_document(data[: len(data) // 2], "letter.docx")
        assert problem.value.kind == "damaged"

    def test_nothing_outside_the_file_is_followed(self) -> None:
        relation = (
            '<Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/footnotes" Target="file:///etc/passwd" TargetMode="External"/>'
        )
        data = docx.package(paragraph("Hello"), relations=relation)
        assert read_docx(data, "letter.docx").text.strip() == "Hello"

    def test_a_zip_that_is_no_word_document(self) -> None:
        data = docx.zipped({"readme.txt": b"Just a text."})
        document = open_document(data, "letter.docx")
        assert document.format == "zip"
