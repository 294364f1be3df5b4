import hashlib
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foitrack.law.terms import Outcome, Review, Standing, State
from foitrack.reporting.contents import (
    CaseColumn,
    CaseTable,
    Paper,
    Summary,
    SummaryCaseRow,
    SummaryOptions,
    SummaryReview,
)
from foitrack.reporting.summary import summary_pdf
from tests.reporting import samples
from tests.reporting.reading_back import ReadBack, read_back
from tests.reporting.samples import case_table, provisions, response, row, summary

ROOT = Path(__file__).parents[2]


def printed(contents: Summary) -> ReadBack:
    return read_back(summary_pdf(contents, samples.fonts()))


def one_response(**changes: object) -> ReadBack:
    return printed(summary(responses=(response(1, **changes),)))


def test_the_first_page_says_what_there_is() -> None:
    first = printed(summary()).pages[0]
    for words in (
        "Police and social media",
        "requests sent",
        "overdue, with no answer",
        "Where the 6 requests stand",
        "Staffordshire Police",
        "15350",
        "Reasons given",
        "Page 1 of 7",
        "Summary made on Tue 28 March 2023 from 6 logged requests.",
    ):
        assert words in first


def test_a_response_can_be_read_back() -> None:
    text = one_response().text
    for words in (
        "Wed 1 March 2023",
        "Mon 27 March 2023",
        "Thu 30 March 2023",
        "17 working days, on time",
        "Fri 17 March 2023, St Patrick's Day, bank holiday in Northern Ireland",
        "FOIA s10(1)",
        "Answered in part",
        "s31(1)(g) by virtue of s31(2)(b)",
        "s40(2)",
        "whether any person is responsible for any conduct which is improper.",
        "Status Asked for",
        "Thu 27 April 2023",
        "foi@staffordshire.police.uk",
        "letter.pdf: 3 pages, 84 kB, SHA-256 c70aa6e2a97c",
        "Table 1, row 3 ? not checked",
        "1 row marked ? not yet checked by a person.",
    ):
        assert words in text


def test_each_page_has_its_number_and_their_count() -> None:
    pages = printed(summary()).pages
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text


def test_the_outline_leads_to_each_authority() -> None:
    found = printed(
        summary(
            responses=(
                response(1),
                response(2, authority="Gwent Police", number=1, of=2, cases=None),
                response(3, authority="Gwent Police", number=2, of=2, request_id=2, cases=None),
                response(4, authority=None),
            )
        )
    )
    titles = [(level, title) for level, title, _ in found.outline]
    assert titles == [
        (0, "Summary"),
        (0, "Gwent Police"),
        (1, "Complaints over social media use (1 of 2)"),
        (1, "Complaints over social media use (2 of 2)"),
        (0, "Staffordshire Police"),
        (0, "Authority not stated"),
    ]
    for _, title, page in found.outline[1:]:
        assert page is not None
        assert title.split(" (")[0] in found.pages[page].replace("\r\n", " ")


def test_the_file_says_what_it_is() -> None:
    data = summary_pdf(summary(title="Ŵ <b>&amp;</b>"), samples.fonts())
    found = read_back(data)
    assert found.about["Title"] == "Ŵ <b>&amp;</b>"
    assert found.about["Author"] == "FOI Track"
    assert found.about["CreationDate"].startswith("D:20230328")
    assert b"/Lang (en-GB)" in data


def test_every_font_is_in_the_file() -> None:
    fonts = one_response(wording="Привет").fonts
    assert fonts
    assert all(embedded for _, embedded in fonts)
    assert any("InterTabular-Regular" in name for name, _ in fonts)
    assert any("NotoSans" in name for name, _ in fonts)


def test_identical_contents_give_identical_bytes() -> None:
    assert summary_pdf(summary(), samples.fonts()) == summary_pdf(summary(), samples.fonts())


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_bytes_depend_on_no_process_place_or_hash(seed: str, tmp_path: Path) -> None:
    """Another process, with other hashes, the fonts in another folder, another day."""
    for font in samples.FONT_FOLDER.glob("*.ttf"):
        (tmp_path / font.name).write_bytes(font.read_bytes())
    program = (
        "import hashlib, sys, pathlib; from tests.reporting import samples;"
        "from foitrack.reporting.contents import fonts_in;"
        "from foitrack.reporting.summary import summary_pdf;"
        "fonts = fonts_in(pathlib.Path(sys.argv[1]));"
        "print(hashlib.sha256(summary_pdf(samples.summary(), fonts)).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Apia"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    here = hashlib.sha256(summary_pdf(summary(), samples.fonts())).hexdigest()
    assert done.stdout.strip() == here


HOSTILE = 'A & B <b>bold</b> <para> </para> &lt; <img src="x"/> "quoted" <a href="y">'


def test_text_from_outside_is_printed_as_it_stands() -> None:
    plain = provisions()[0]
    found = printed(
        summary(
            title=HOSTILE,
            requests=(row(1, authority=HOSTILE, references=(HOSTILE,), title=HOSTILE),),
            responses=(
                response(
                    1,
                    authority=HOSTILE,
                    title=HOSTILE,
                    wording=HOSTILE,
                    provisions=(replace(plain, sentence=HOSTILE, title=HOSTILE),),
                    cases=CaseTable(
                        (CaseColumn(HOSTILE),), (SummaryCaseRow((HOSTILE,), HOSTILE, False),)
                    ),
                ),
            ),
        )
    )
    assert found.text.count("<para>") >= 6
    assert HOSTILE in found.text


@pytest.mark.parametrize("paper", list(Paper))
def test_very_long_texts_go_on_over_pages(paper: Paper) -> None:
    long = "begin " + "word & <b>x</b> " * 650 + "finish"
    unbroken = "z" * 10_000
    table = CaseTable(
        (CaseColumn("Allegation"), CaseColumn("Count", True)),
        (
            SummaryCaseRow((long, "1"), "Table 1, row 1", False),
            SummaryCaseRow((unbroken, "2"), "p" * 400, True),
        ),
    )
    found = printed(
        summary(
            title=long[:400],
            responses=(
                response(
                    1,
                    authority=long[:900],
                    references=(unbroken[:600], long[:400]),
                    title=long[:3000],
                    wording=long,
                    provisions=tuple(
                        replace(each, sentence=long + each.provision, title=unbroken[:500])
                        for each in provisions()
                    ),
                    cases=table,
                ),
            ),
            options=SummaryOptions(paper=paper),
        )
    )
    assert found.text.count("finish") == 4
    assert found.text.replace(" ", "").count("z") >= 10_000
    wide = found.size[0] > found.size[1]
    assert wide == (paper is Paper.A4_WIDE)


def test_a_long_table_repeats_its_headings() -> None:
    found = one_response(cases=case_table(200))
    with_rows = [page for page in found.pages if "Table 1, row" in page]
    assert len(with_rows) > 4
    assert all("Allegation" in page and "Place" in page for page in with_rows)
    for number in range(1, 201):
        assert f"Table 1, row {number} " in found.text


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("Żółć Ŵŷ Ελληνικά Привет", "Żółć Ŵŷ Ελληνικά Привет"),
        ("e\u0301 is é", "é is é"),
        ("ﬁve ①", "five"),
        ("soft\u00adhyphen\u200bzero\ufeff", "softhyphenzero"),
        ("left\u202eright\x00\x07end", "leftrightend"),
        ("日本 😀", "□□ □"),
    ],
)
def test_any_character_can_stand_in_a_text(given_text: str, read: str) -> None:
    assert read in one_response(wording=given_text).text


def test_a_box_is_explained_and_only_where_there_is_one() -> None:
    words = "stands for a character that this document's typeface does not have"
    assert words in one_response(wording="日本").pages[-1]
    assert words not in one_response().text


@settings(max_examples=25)
@given(st.text(max_size=400), st.text(max_size=60))
def test_no_text_can_stop_the_printing(long: str, short: str) -> None:
    found = printed(
        summary(
            title=short,
            requests=(row(1, authority=short, references=(short,)),),
            responses=(response(1, authority=short, title=short, wording=long),),
        )
    )
    assert "Where the request stands" in found.text


def test_what_is_not_known_is_said() -> None:
    found = printed(
        summary(
            requests=(row(1, days=None, sent_on=None, due_on=None, references=(), outcome=None),),
            responses=(
                response(
                    1,
                    sent_on=None,
                    answered_on=None,
                    due_on=None,
                    day=None,
                    strip=(),
                    references=(),
                    wording=" ",
                    outcome=None,
                    provisions=(),
                    review=SummaryReview(Review.NONE),
                    documents=(),
                    cases=None,
                ),
            ),
            cases=None,
        )
    )
    for words in (
        "no answer has both its dates",
        "not known",
        "none given",
        "not recorded",
        "Sent Answered Last day Time taken not known not known not known not known",
        "The wording of the request was not kept.",
        "Outcome not recorded",
        "No exemption, exception or other ground of refusal is recorded as cited.",
        "no time stated for a review",
        "Document none kept",
    ):
        assert words in found.text
    assert " - " not in found.text
    assert "—" not in found.text
    assert "None" not in found.text


def test_nothing_at_all_still_makes_a_page() -> None:
    found = printed(summary(requests=(), responses=(), cases=None))
    assert "No requests have been logged yet." in found.text
    assert len(found.pages) == 1


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("headline", "Where the 6 requests stand"),
        ("times", "Time taken and reasons given"),
        ("responses", "What was asked"),
        ("waiting", "Requests still waiting"),
        ("cases", "By year recorded"),
    ],
)
def test_each_part_can_be_left_out(option: str, words: str) -> None:
    assert words in printed(summary()).text
    without = replace(SummaryOptions(), **{option: False})
    assert words not in printed(summary(options=without)).text


def test_notes_are_printed_only_when_asked_for() -> None:
    mine = (response(1, notes="Ask the press office."),)
    assert "Ask the press office." not in printed(summary(responses=mine)).text
    wanted = SummaryOptions(notes=True)
    assert "Ask the press office." in printed(summary(responses=mine, options=wanted)).text


def test_case_tables_stand_alone_without_the_sections() -> None:
    found = printed(summary(options=SummaryOptions(responses=False)))
    assert "Table 1, row 40" in found.text
    assert "What was asked" not in found.text
    assert [title for _, title, _ in found.outline][1:] == ["Gwent Police", "Staffordshire Police"]


def test_overdue_requests_are_listed_with_the_waiting_where_the_times_are_left_out() -> None:
    assert "Requests still waiting (1)" in printed(summary()).text
    without = printed(summary(options=SummaryOptions(times=False)))
    assert "Requests still waiting (2)" in without.text


def test_a_provision_nobody_confirmed_is_marked() -> None:
    doubtful = replace(provisions()[0], confirmed=False)
    found = one_response(provisions=(doubtful,))
    assert "? Read by the app; not confirmed by a person." in found.text


def test_what_became_of_a_provision_is_said() -> None:
    overturned = replace(provisions()[0], standing=Standing.OVERTURNED)
    assert "Overturned at review." in one_response(provisions=(overturned,)).text


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Review.NONE, "Status Not asked for"),
        (Review.ASKED, "Status Asked for"),
        (Review.LATE, "Status Late"),
        (Review.UPHELD, "Status Refusal upheld"),
        (Review.PARTLY_UPHELD, "Status Partly upheld"),
        (Review.OVERTURNED, "Status Overturned"),
        (Review.WITHDRAWN, "Status Withdrawn"),
    ],
)
def test_every_review_status_has_its_words(status: Review, words: str) -> None:
    assert words in one_response(review=SummaryReview(status)).text


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_can_be_printed(outcome: Outcome) -> None:
    from foitrack.law.wording import OUTCOME_WORDS

    assert OUTCOME_WORDS[outcome] in one_response(outcome=outcome).text


@pytest.mark.parametrize("state", list(State))
def test_every_state_can_be_printed(state: State) -> None:
    rows = (row(1, state=state, answered=False, outcome=None, days=None, due_on=None),)
    assert "Where the request stands" in printed(summary(requests=rows)).text


def test_a_late_answer_and_an_extension_are_said() -> None:
    found = one_response(
        day=30, late=True, due_on=date(2023, 3, 30), original_due_on=date(2023, 3, 1)
    )
    assert "30 working days, late" in found.text
    assert "Before more time was taken it was Wed 1 March 2023." in found.text


def test_time_grows_no_faster_than_pages() -> None:
    """Twice the case rows in one table may take twice as long, not four times."""

    def seconds(rows: int) -> float:
        contents = summary(responses=(response(1, cases=case_table(rows)),))
        start = time.process_time()
        summary_pdf(contents, samples.fonts())
        return time.process_time() - start

    seconds(50)
    once, fourfold = seconds(500), seconds(2000)
    assert fourfold < 9 * once


@pytest.mark.extended
def test_two_hundred_requests_with_five_thousand_rows_in_reasonable_time() -> None:
    start = time.perf_counter()
    found = read_back(summary_pdf(samples.large(200, 5000), samples.fonts()))
    seconds = time.perf_counter() - start
    print(f"{len(found.pages)} pages, {1000 * seconds / len(found.pages):.1f} ms a page")
    assert seconds < 60
    assert len(found.outline) == 201
