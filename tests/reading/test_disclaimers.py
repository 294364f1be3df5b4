from __future__ import annotations

from foitrack.reading.disclaimers import disclaimers

ANSWER = "We hold this information in confidence and it is exempt under section 41 of the Act."
DISCLAIMER = (
    "This e-mail and any attached files are confidential and intended for the addressee only. If "
    "you have it in error please notify the sender and delete it. You must not disclose its "
    "contents to any other person."
)


def test_what_disclaims_is_found_and_what_answers_is_not() -> None:
    text = f"{ANSWER}\n\n{DISCLAIMER}\n\nYours sincerely"
    assert [row.of(text).strip() for row in disclaimers(text)] == [DISCLAIMER]


def test_below_a_long_document_too() -> None:
    text = f"{'Row of a register. ' * 5_000}\n\n{DISCLAIMER}\n"
    assert [row.of(text).strip() for row in disclaimers(text)] == [DISCLAIMER]


def test_an_answer_of_like_words_is_none() -> None:
    assert not list(disclaimers(f"{ANSWER} The e-mails are confidential advice of counsel."))
