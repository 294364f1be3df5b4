"""Case rows from sentences: what is plainly said, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack import assets
from foitrack.reading.cases.cells import count_value, period_values
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseRow, CaseValue, Place, Reading
from foitrack.reading.periods import Period, parse_period
from foitrack.reading.prose import fold
from foitrack.reading.schema import CaseSchema
from foitrack.reading.sentences.once import without_told
from foitrack.reading.sentences.periods import periods_in
from foitrack.reading.sentences.rows import prose_rows

POLICE = assets.schemas()["police-misconduct"]
Told = tuple[str, str, str, str, str]
"""Period, rank, outcome, platforms, count; empty where nothing is said."""


def told(
    text: str, schema: CaseSchema = POLICE, known: tuple[CaseRow, ...] = ()
) -> tuple[list[CaseRow], list[str]]:
    plain = fold(text)
    rows, zeros = prose_rows(
        plain, text, schema, known, lambda start, end: Place(start=start, end=end)
    )
    return list(rows), [zero.period for zero in zeros]


def short(row: CaseRow) -> Told:
    counted = next(value for value in row.values if value.field == "count")
    count = counted.value or f"{counted.low} to {counted.high}"
    return (
        row.one("period") or "",
        row.one("rank") or "",
        row.one("outcome") or "",
        ", ".join(row.all("platform")),
        count,
    )


PC, SGT, ANY = "Constable", "Sergeant", "Officer"
WW, FWW, OUT = "Written warning", "Final written warning", "Dismissed"
ADVICE = "Management advice"
SAID: dict[str, list[Told]] = {
    "In 2019 two constables received written warnings and one sergeant was dismissed.": [
        ("2019", PC, WW, "", "2"),
        ("2019", SGT, OUT, "", "1"),
    ],
    "Between 1 April 2020 and 31 March 2021, 5 officers were investigated, of whom 3 received "
    "final written warnings and 2 were dismissed.": [
        ("2020/21", ANY, FWW, "", "3"),
        ("2020/21", ANY, OUT, "", "2"),
    ],
    "Between 1 January 2020 and 31 December 2020 one PC was dismissed.": [
        ("2020", PC, OUT, "", "1")
    ],
    "Between April 2020 and March 2021 three PCs resigned.": [("2020/21", PC, "Resigned", "", "3")],
    "Two constables were dismissed in 2019 and one in 2020.": [
        ("2019", PC, OUT, "", "2"),
        ("2020", PC, OUT, "", "1"),
    ],
    "In 2019 two constables were dismissed and in 2020 one sergeant resigned.": [
        ("2019", PC, OUT, "", "2"),
        ("2020", SGT, "Resigned", "", "1"),
    ],
    "There were two dismissals in 2019.": [("2019", "", OUT, "", "2")],
    "In 2018/19 there were three written warnings and one dismissal.": [
        ("2018/19", "", WW, "", "3"),
        ("2018/19", "", OUT, "", "1"),
    ],
    "I can confirm that in 2021 two police constables and one sergeant were dismissed.": [
        ("2021", PC, OUT, "", "2"),
        ("2021", SGT, OUT, "", "1"),
    ],
    "Our records show that in 2021 one PC resigned.": [("2021", PC, "Resigned", "", "1")],
    "In response to your request, in 2020 one inspector was dismissed.": [
        ("2020", "Inspector", OUT, "", "1")
    ],
    "Two written warnings were issued to two constables in 2019.": [("2019", PC, WW, "", "2")],
    "Written warnings were given to two constables in 2019.": [("2019", PC, WW, "", "2")],
    "In 2019, fewer than five constables were dismissed.": [("2019", PC, OUT, "", "1 to 4")],
    "In 2019 five officers were investigated. Of these, three received written warnings and two "
    "resigned.": [("2019", "", WW, "", "3"), ("2019", "", "Resigned", "", "2")],
    "In 2020 one PC resigned, one PC received management advice and one PCSO was given words of "
    "advice.": [
        ("2020", PC, "Resigned", "", "1"),
        ("2020", PC, ADVICE, "", "1"),
        ("2020", "Police Community Support Officer", ADVICE, "", "1"),
    ],
    "During the financial year 2020/21 four special constables received final written warnings "
    "for using WhatsApp.": [("2020/21", "Special Constable", FWW, "WhatsApp", "4")],
    "In March 2019 one detective constable was dismissed without notice.": [
        ("2019-03", "Detective Constable", OUT, "", "1")
    ],
    "On 4 May 2021 one inspector was dismissed.": [("2021-05-04", "Inspector", OUT, "", "1")],
    "3 complaints were not upheld in 2019.": [("2019", "", "Not upheld", "", "3")],
    "2019: two constables dismissed; one sergeant – written warning.": [
        ("2019", PC, OUT, "", "2"),
        ("2019", SGT, WW, "", "1"),
    ],
    "In 2017 three officers were subject to misconduct proceedings.": [
        ("2017", ANY, "Referral to proceedings", "", "3")
    ],
    "In 2018 five constables were investigated for misuse of social media.": [
        ("2018", PC, "", "", "5")
    ],
    "In 2020 a sergeant was dismissed for posts on Facebook.": [
        ("2020", SGT, OUT, "Facebook", "1")
    ],
    "The force dismissed two constables and one sergeant in 2019.": [
        ("2019", PC, OUT, "", "2"),
        ("2019", SGT, OUT, "", "1"),
    ],
    "For comments on Facebook and WhatsApp, two constables received written warnings in 2016.": [
        ("2016", PC, WW, "Facebook, WhatsApp", "2")
    ],
    "In 2019 two members of police staff received management advice.": [],
    "In 2019 two police staff members received management advice.": [
        ("2019", "Police staff", ADVICE, "", "2")
    ],
    "In 2019 one constable resigned after a sergeant was dismissed and a complaint not upheld.": [
        ("2019", PC, "Resigned", "", "1")
    ],
    "In 2022 fifteen constables had no case to answer.": [
        ("2022", PC, "No case to answer", "", "15")
    ],
    "In 2022, no further action was taken against 3 constables.": [
        ("2022", PC, "No further action", "", "3")
    ],
    "One constable would have been dismissed in 2021.": [("2021", PC, OUT, "", "1")],
    "In 2019, 2 PCs were dismissed. In 2019, 2 PCs were dismissed.": [("2019", PC, OUT, "", "2")],
    "In 2019 five officers were disciplined. In 2019 three constables received written warnings "
    "and two sergeants were dismissed.": [("2019", PC, WW, "", "3"), ("2019", SGT, OUT, "", "2")],
    "In 2019 three officers were dismissed. In 2019 two constables and one sergeant were "
    "dismissed.": [("2019", PC, OUT, "", "2"), ("2019", SGT, OUT, "", "1")],
    "In 2019 two constables were dismissed. In 2019 two sergeants were dismissed.": [
        ("2019", PC, OUT, "", "2"),
        ("2019", SGT, OUT, "", "2"),
    ],
    "In 2021 a PC and a Sgt were dismissed.": [
        ("2021", PC, OUT, "", "1"),
        ("2021", SGT, OUT, "", "1"),
    ],
    "In 2019 there were three dismissals. In 2019 two constables and one sergeant were "
    "dismissed.": [("2019", PC, OUT, "", "2"), ("2019", SGT, OUT, "", "1")],
}

LISTS: dict[str, list[Told]] = {
    "Number of constables dismissed in 2019: 3": [("2019", PC, OUT, "", "3")],
    "1. Officers given final written warnings in 2020/21 – 4": [("2020/21", ANY, FWW, "", "4")],
    "Dismissals in 2019: 2": [("2019", "", OUT, "", "2")],
    "Written warnings in 2019: nil": [],
    "2019\n\n• 2 x PC – Final Written Warning (Facebook)\n• 1 x PS – Management Advice\n": [
        ("2019", PC, FWW, "Facebook", "2"),
        ("2019", SGT, ADVICE, "", "1"),
    ],
    "In 2019:\n- 2 x PC – Dismissed\n2020\n- PC – Facebook – Written warning\n"
    "- PC – Facebook – Written warning\n": [
        ("2019", PC, OUT, "", "2"),
        ("2020", PC, WW, "Facebook", "1"),
        ("2020", PC, WW, "Facebook", "1"),
    ],
    "2021:\n• Dismissed – 2\n• Written warning x 3\n": [
        ("2021", "", OUT, "", "2"),
        ("2021", "", WW, "", "3"),
    ],
    "Outcomes in 2018:\n\n1. One constable resigned.\n2. Two sergeants received advice.\n": [
        ("2018", PC, "Resigned", "", "1"),
        ("2018", SGT, ADVICE, "", "2"),
    ],
    "2018\n\nTwo constables were dismissed.\n\nOne sergeant was dismissed.\n": [
        ("2018", PC, OUT, "", "2")
    ],
    "Officers dismissed: 2018 – 4; 2019 – nil": [("2018", ANY, OUT, "", "4")],
    "Officers dismissed:\n\n2018 - 4\n\n2019 - 3\n": [
        ("2018", ANY, OUT, "", "4"),
        ("2019", ANY, OUT, "", "3"),
    ],
    "Number of officers disciplined for misuse of social media: 2018 - 4; 2019 - nil; 2020: 2": [
        ("2018", ANY, "", "", "4"),
        ("2020", ANY, "", "", "2"),
    ],
}

UNSAID = [
    # No number, no period, or more than one.
    "Two constables were dismissed.",
    "In 2019 constables were dismissed.",
    "Several constables were dismissed in 2019.",
    "Last year two constables were dismissed.",
    "Since 2019 two constables have been dismissed.",
    "Two constables were dismissed between 2018 and 2020.",
    "In 2018 and 2019 two constables were dismissed.",
    "Two constables were dismissed in the years 2018, 2019 and 2020.",
    "In 2019-2021 three constables were dismissed.",
    "Two constables were dismissed in 2019 for posts made in 2018.",
    "Between 1 June 2019 and 31 August 2020 two constables were dismissed.",
    "Over the past five years 12 constables were dismissed.",
    # No plain number.
    "More than ten constables were dismissed in 2019.",
    "About five constables were dismissed in 2019.",
    "Up to four constables were dismissed in 2019.",
    "One in five constables received written warnings in 2019.",
    "In 2019, 5% of constables received written warnings.",
    "On average two constables were dismissed each year up to 2019.",
    # Nobody, or denied.
    "In 2019 no officers were dismissed.",
    "There were none in 2021.",
    "In 2019 two constables were not dismissed.",
    "We do not hold details of the two constables dismissed in 2019.",
    "It is not correct that two constables were dismissed in 2019.",
    "In 2019 two constables were considered for final written warnings.",
    "In 2019 two constables were suspended pending dismissal.",
    "In 2019 the two constables' written warnings were overturned.",
    # How many there are.
    "In 2020, of 2,000 officers, 3 were dismissed.",
    "The force employs 2,000 officers and in 2019 two constables were dismissed.",
    "As at 31 March 2019 the establishment was 412 constables and 60 sergeants.",
    "In 2019 the force had 1,204 constables, 3 of whom were dismissed.",
    "Out of 900 complaints in 2019, 4 were not upheld.",
    "In 2020 we recruited 40 constables.",
    "12 officers used Facebook in 2019.",
    "In 2019 two officers attended a meeting about Facebook.",
    # The law, what may be, and what is only said.
    "Under the Police (Conduct) Regulations 2012 two constables were dismissed in 2019.",
    "Section 40 applies to the two constables dismissed in 2019.",
    "If in 2019 two constables had received written warnings, that is recorded.",
    "Two constables may be dismissed in 2019.",
    "In 2019 one constable could be dismissed.",
    "An officer who is given two written warnings in 2019 will be dismissed.",
    "Had two constables been dismissed in 2019 it is on our website.",
    "For example, in 2019 two constables were dismissed.",
    "According to the newspapers two constables were dismissed in 2019.",
    "It was alleged that two constables were dismissed in 2019.",
    # What was asked.
    "How many constables were dismissed in 2019?",
    "You asked how many of the two constables were dismissed in 2019.",
    "Please provide the outcome where two constables were dismissed in 2019.",
    '"In 2019 two constables received written warnings and one sergeant was dismissed."',
    # Of others.
    "Nationally, 12 constables were dismissed in 2019.",
    "In 2019 other forces dismissed ten constables.",
    "Across England and Wales two constables were dismissed in 2019.",
    "The IOPC reported that two constables were dismissed in 2019.",
    # Who had what is not said.
    "In 2019 one constable received a written warning and management advice.",
    "In 2019 two constables and one sergeant received written warnings and final written warnings "
    "respectively.",
    "In 2019 two constables received a written warning or were dismissed.",
    "In 2019 three written warnings were issued to two constables.",
    # Something else came of something else.
    "In 2019 two complaints were dismissed.",
    "In 2019 two allegations that constables were dismissed unfairly were made.",
    "In 2019 two constables received training and the policy was withdrawn.",
    "In 2019 two constables investigated a complaint that was withdrawn.",
    "In 2019 two constables gave evidence when 14 cleaners were dismissed.",
    # Somebody's own number, and those spoken of elsewhere.
    "PC 12 was dismissed in 2019.",
    "Officer 7 received a written warning in 2019.",
    "Case 3 resulted in dismissal in 2019.",
    "In 2019 3 were dismissed.",
    "This letter concerns the two constables dismissed in 2019.",
    "I understand that in 2019 two constables were dismissed.",
    "In 2019 two constables, aged 34 and 41, were dismissed.",
    "Year 2019: Officer 1 – PC – dismissed. Officer 2 – Sgt – Written warning.",
    "How many constables were dismissed in 2019: 3",
    "Our written warning policy, 2019: 3",
    # Figures that are no cases.
    "Please call 101 or write to PO Box 3, 2019 House.",
    "Our reference is 2019/2 PC dismissed.",
    "In 2019 the PC received 2 e-mails.",
    "In 2019 we had 3 constables.",
    "Twitter: 2018 - 4; 2019 - 3",
    "2018 - 4; 2019 - nil",
    "No officers dismissed: 2018 - 4; 2019 - 3",
]


@pytest.mark.parametrize(("sentence", "wanted"), [*SAID.items(), *LISTS.items()])
def test_what_is_said(sentence: str, wanted: list[Told]) -> None:
    rows, _ = told(sentence)
    assert sorted(map(short, rows)) == sorted(wanted)


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_is_not_said(sentence: str) -> None:
    rows, zeros = told(sentence)
    assert [short(row) for row in rows] == []
    assert zeros == []


@pytest.mark.parametrize("sentence", SAID)
def test_a_row_has_its_sentence_and_its_place(sentence: str) -> None:
    before = "Dear Sir\n\nThank you for your letter.\n\n"
    text = f"{before}{sentence}\n\nYours faithfully\n"
    for row in told(text)[0]:
        assert row.source == "prose"
        assert row.flags[0] == "read from a sentence"
        start, end = row.place.start, row.place.end
        assert start is not None and end is not None
        assert row.printed == {"sentence": " ".join(text[start:end].split())}
        assert text[start:end] in sentence


@pytest.mark.parametrize("sentence", SAID)
def test_wrapped_lines_say_the_same(sentence: str) -> None:
    wrapped = sentence.replace(" and ", "\nand ")
    assert sorted(map(short, told(wrapped)[0])) == sorted(map(short, told(sentence)[0]))


def test_an_explicit_nought_is_kept_apart() -> None:
    assert told("Officers dismissed: 2018 – 4; 2019 – nil")[1] == ["2019"]


def test_what_a_figure_counts_is_flagged() -> None:
    [row] = told("3 complaints were not upheld in 2019.")[0]
    assert row.flags == ("read from a sentence", "counts complaints")


def row_of(period: str) -> CaseRow:
    found = parse_period(period)
    assert found is not None
    values = (*period_values(found, period), CaseValue("rank", PC, "PC"))
    return CaseRow((*values, count_value(Count(1, 1), "")), Place(table=1, row=1))


@pytest.mark.parametrize(
    ("known", "left"),
    [("2019", 0), ("2019-03", 0), ("2018/19", 0), ("2019/20", 0), ("2017", 1)],
)
def test_what_a_table_tells_is_not_told_again(known: str, left: int) -> None:
    sentence = "In 2019 two constables were dismissed."
    assert len(told(sentence, known=(row_of(known),))[0]) == left
    undated = CaseRow((CaseValue("rank", PC, "PC"),), Place(table=1, row=1))
    assert told(sentence, known=(undated,))[0] == []


def test_a_letter_in_prose(read: Callable[[str], Reading]) -> None:
    letter = (
        "Kent Police\n\nOur reference: 80/23\n\n3 February 2023\n\n"
        "Request: How many constables were dismissed in 2018 for misuse of social media?\n\n"
        "Response:\n\nIn 2018 two constables were dismissed for misconduct on Facebook. "
        "In 2018 Essex Police dismissed nine constables.\n"
    )
    [row] = read(letter).cases
    assert (row.source, short(row)) == ("prose", ("2018", PC, OUT, "Facebook", "2"))


def test_a_letter_about_something_else_has_none(read: Callable[[str], Reading]) -> None:
    letter = "Anytown Council\n\nIn 2019 two officers and one member of staff were dismissed.\n"
    assert read(letter).cases == ()


def test_a_schema_of_ones_own() -> None:
    fines = CaseSchema.from_mapping(
        {
            "name": "fines",
            "title": "Fines",
            "fields": {
                "count": {"kind": "count", "headings": ["number of notices"]},
                "period": {"kind": "period", "headings": ["year"]},
                "contravention": {
                    "kind": "category",
                    "headings": ["contravention"],
                    "values": {"Overstaying": ["overstayed"], "Out of bay": []},
                },
            },
        }
    )
    rows, _ = told("In 2021 we issued 45 notices and 3 permits for overstaying.", fines)
    assert rows == []
    assert told("In 2021 there were 2 notices.", fines)[0] == []
    [row] = told("In 2021 we issued 45 notices for overstaying.", fines)[0]
    assert (row.one("period"), row.one("contravention"), row.one("count")) == (
        "2021",
        "Overstaying",
        "45",
    )


PERIODS: dict[str, list[Period | None]] = {
    "in 2019": [Period("2019", 2019)],
    "in 2018/19": [Period("2018/19", None)],
    "in 2018-19": [Period("2018/19", None)],
    "between 1 April 2018 and 31 March 2019": [Period("2018/19", None)],
    "from 01/04/2018 to 31/03/2019": [Period("2018/19", None)],
    "from 1 January to 31 December 2018": [Period("2018-12-31", 2018)],
    "1st April 2018 - 31st March 2019": [Period("2018/19", None)],
    "between 2 April 2018 and 31 March 2019": [None],
    "between 2018 and 2019": [None],
    "from 2018 onwards": [None],
    "since March 2018": [None],
    "in March 2018": [Period("2018-03", 2018)],
    "on 3 March 2018": [Period("2018-03-03", 2018)],
    "in Q2 2018": [Period("2018-Q2", 2018)],
    "in 2018 and 2019": [Period("2018", 2018), Period("2019", 2019)],
    "last year": [None],
    "12,018 people": [],
    "£2018": [],
}


@pytest.mark.parametrize(("text", "wanted"), PERIODS.items())
def test_periods(text: str, wanted: list[Period | None]) -> None:
    assert [one.period for one in periods_in(text)] == wanted


def test_several_files_tell_a_case_once() -> None:
    def in_part(row: CaseRow, part: str) -> CaseRow:
        return replace(row, place=replace(row.place, part=part))

    [one] = told("In 2019 two constables were dismissed.")[0]
    mail, letter = in_part(one, "mail"), in_part(one, "letter.pdf")
    assert without_told([mail, letter]) == (mail,)
    # Twice in one list they are cases each.
    assert without_told([mail, mail]) == (mail, mail)
    sheet = in_part(row_of("2019"), "cases.xlsx")
    assert without_told([mail, sheet]) == (sheet,)
    assert without_told([mail, in_part(row_of("2018"), "cases.xlsx")])[0] == mail


SAID_WORDS = """in 2019 2020 2018/19 two three one 3 constables sergeant PCs officers was were
dismissed and received written warnings of whom , . ; - ( ) x : Facebook no the a between since not
complaints 5% more than £ FWW •"""
WORDS = st.sampled_from([*SAID_WORDS.split(), "\n"])


@given(st.lists(WORDS, max_size=40))
def test_no_text_breaks_it_and_no_row_lacks_its_ground(parts: list[str]) -> None:
    text = " ".join(parts)
    for row in told(text)[0]:
        assert row.one("period")
        assert row.one("rank") or row.one("outcome") or row.all("platform")
        counted = next(value for value in row.values if value.field == "count")
        assert counted.low is not None
        assert counted.low > 0
        assert row.place.start is not None and row.place.end is not None
        assert 0 <= row.place.start < row.place.end <= len(text)
