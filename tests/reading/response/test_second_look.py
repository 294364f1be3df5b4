"""Where single sentences mislead, the wording of the whole is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.findings import Certainty, Finding, Reading
from foitrack.reading.isolation import readers
from foitrack.reading.likeness import Likeness, words_of
from foitrack.reading.reader import ReadingContext, read_document

HEAD = "Our ref: FOI 4471/23\n\n3 May 2023\n\nDear Requester\n\nYour request of 4 April 2023\n\n"
RIGHTS = (
    "\n\nIf you are unhappy with this response you may ask for an internal review within forty "
    "working days. You may then complain to the Information Commissioner.\n\nYours sincerely\n"
)
BY_COST = (
    "The Force has now considered your request. It estimates that to find what you ask for would "
    "take longer than eighteen hours, as each of 4,000 files would have to be opened and read by "
    "hand at ten minutes a file. The cost of complying would therefore exceed the appropriate "
    "limit of £450, and under section 12(1) of the Freedom of Information Act 2000 we are not "
    "obliged to comply. A request for a shorter time may come within the limit. "
)
IN_PART = (
    "We can give you some of what you asked for. There were 14 reports in 2021 and 17 in 2022. "
    "The rest is exempt under section 31(1)(a) of the Freedom of Information Act 2000, and we are "
    "withholding it, as its disclosure would be likely to prejudice the prevention of crime. "
)
TABLE = "\nYear\tOfficers\tFiles\n2021\t14\t30\n2022\t17\t41\n2023\t9\t22\n\n"
LOOKS_AGAIN = "wording as a whole"


def saying(value: Outcome | LetterKind, other: str, weight: int) -> Likeness:
    """One that is told a value by every word of a letter."""
    words = sorted({word for text in (BY_COST, IN_PART, RIGHTS) for word in words_of(text)})
    head = [f"word\t{value}\t{other}", "bias\t0\t0", "scales\t0.1\t0.01"]
    return Likeness.from_rows([*head, *(f"{word}\t10\t{weight}\t0" for word in words)])


def looked_at(context: ReadingContext, field: str, likeness: Likeness) -> ReadingContext:
    return replace(context, likeness={field: likeness})


def found_at(reading: Reading, field: str) -> Finding:
    (found,) = (one for one in reading.findings if one.field == field)
    return found


def read(text: str, context: ReadingContext) -> Reading:
    return read_document(text.encode(), "letter.txt", context)


SURELY, HARDLY = 127, 5


def test_another_outcome_is_proposed_and_to_be_checked(context: ReadingContext) -> None:
    letter = HEAD + IN_PART + RIGHTS
    surely = saying(Outcome.REFUSED, Outcome.DISCLOSED, SURELY)
    found = read(letter, looked_at(context, "outcome", surely))
    assert found.outcome is Outcome.REFUSED
    finding = found_at(found, "outcome")
    assert LOOKS_AGAIN in finding.why and "“Answered in part”" in finding.why
    assert finding.certainty is Certainty.CHECK
    assert finding.printed and finding.printed in " ".join(letter.split())


def test_what_is_hardly_likely_changes_nothing(context: ReadingContext) -> None:
    hardly = saying(Outcome.REFUSED, Outcome.DISCLOSED, HARDLY)
    found = read(HEAD + IN_PART + RIGHTS, looked_at(context, "outcome", hardly))
    assert found.outcome is Outcome.PART_DISCLOSED
    assert LOOKS_AGAIN not in found_at(found, "outcome").why


def test_what_shows_figures_gives_something(context: ReadingContext) -> None:
    surely = saying(Outcome.COST_LIMIT, Outcome.DISCLOSED, SURELY)
    text = HEAD + "We can give these figures.\n" + TABLE + IN_PART + RIGHTS
    found = read(text, looked_at(context, "outcome", surely))
    assert found.outcome is Outcome.PART_DISCLOSED


def test_what_relies_on_an_exemption_does_not_give_all(context: ReadingContext) -> None:
    surely = saying(Outcome.DISCLOSED, Outcome.REFUSED, SURELY)
    found = read(HEAD + IN_PART + RIGHTS, looked_at(context, "outcome", surely))
    assert found.exemptions
    assert found.outcome is Outcome.PART_DISCLOSED


def test_another_kind_is_proposed_and_has_no_outcome(context: ReadingContext) -> None:
    surely = saying(LetterKind.HOLDING, LetterKind.RESPONSE, SURELY)
    found = read(HEAD + IN_PART + RIGHTS, looked_at(context, "letter", surely))
    assert found.letter is LetterKind.HOLDING
    assert found.outcome is None
    finding = found_at(found, "letter")
    assert "“Holding letter”" in finding.why and "“Response”" in finding.why
    assert finding.certainty is Certainty.CHECK


@pytest.mark.parametrize(
    ("body", "outcome"), [(BY_COST, Outcome.COST_LIMIT), (IN_PART, Outcome.PART_DISCLOSED)]
)
def test_where_both_agree_the_sentence_is_the_reason(
    context: ReadingContext, body: str, outcome: Outcome
) -> None:
    found = read(HEAD + body + RIGHTS, context)
    assert found.outcome is outcome
    assert LOOKS_AGAIN not in found_at(found, "outcome").why


@pytest.mark.parametrize(
    "text",
    [
        "Allotments in the borough\n\nThere are 31 sites with 1,204 plots. We hold a waiting list "
        "for each, and refused no application last year. Rents are £41 to £88. " + BY_COST,
        "Minutes of the Board, 3 May 2023\n\nThe Board noted that 14 requests were refused. " * 6,
    ],
)
def test_what_answers_nobody_stays_no_answer(context: ReadingContext, text: str) -> None:
    text = text.replace("your request", "the matter").replace("you ask for", "is wanted")
    surely = saying(LetterKind.RESPONSE, LetterKind.HOLDING, SURELY)
    found = read(text, looked_at(context, "letter", surely))
    assert found.letter is not LetterKind.RESPONSE
    assert found.outcome is None


def test_a_worker_looks_again_as_well(context: ReadingContext) -> None:
    surely = saying(Outcome.REFUSED, Outcome.DISCLOSED, SURELY)
    context = looked_at(context, "outcome", surely)
    found = readers().read((HEAD + IN_PART + RIGHTS).encode(), "letter.txt", context)
    assert found.outcome is Outcome.REFUSED
