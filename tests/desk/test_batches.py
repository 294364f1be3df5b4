"""Many files at once: kept whole, read side by side, each where it plainly belongs or nowhere."""

from __future__ import annotations

import zipfile
from datetime import date
from email.message import EmailMessage
from io import BytesIO

import pytest

from foitrack.desk import batches, history, requests, responses
from foitrack.desk.arrivals import arrivals
from foitrack.desk.desk import Desk
from foitrack.desk.views import DeskError, Filed
from foitrack.law.terms import State
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, REFUSAL, SUPPRESSED, log, record


def take(desk: Desk, *files: tuple[str, bytes], request_id: int | None = None) -> list[Filed]:
    return list(batches.read_many(desk, batches.keep_many(desk, files, request_id)))


def mail(
    text: str,
    *,
    sender: str = "Disclosure <foi@kent.police.uk>",
    subject: str = "Your request",
    sent: str = "Thu, 02 Mar 2023 10:00:00 +0000",
    attached: tuple[tuple[str, bytes], ...] = (),
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@example.org", subject
    message["Date"], message["Message-ID"] = sent, "<1@example.org>"
    message.set_content(text)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_each_goes_where_it_belongs(desk: Desk) -> None:
    by_reference = log(desk, reference="79/23")
    by_authority = log(desk, "Essex Police", title="Drones")
    essex = REFUSAL.replace("Kent", "Essex").replace("79/23", "12/23")
    nobody = "We do not hold the information that you asked for.\n"
    found = take(
        desk,
        ("one.txt", REFUSAL.encode()),
        ("two.txt", essex.encode()),
        ("three.txt", nobody.encode()),
        ("broken.pdf", b"%PDF-1.7 broken"),
    )
    assert [one.request_id for one in found] == [by_reference, by_authority, None, None]
    assert [one.name for one in found] == ["one.txt", "two.txt", "three.txt", "broken.pdf"]
    assert found[0].why == "Its reference is 79/23."
    assert found[1].why == "It comes from Essex Police."
    assert found[2].why == batches.NOBODY_MEANT
    assert found[3].error and found[3].why == batches.UNREAD
    for one in found:
        assert responses.proposal(desk, one.proposal_id).recorded is False
    row = requests.detail(desk, by_reference, today=TODAY).row
    assert row.state is State.RESPONSE_TO_READ


def test_a_batch_is_one_step(desk: Desk) -> None:
    log(desk, reference="79/23")
    before = contents(desk)
    files = [(f"{n}.txt", REFUSAL.replace("2 March", f"{n} March").encode()) for n in range(1, 6)]
    take(desk, *files)
    assert history.undo_label(desk) == "Keep 5 documents"
    after = contents(desk)
    history.undo(desk)
    assert contents(desk) == before
    history.redo(desk)
    assert contents(desk) == after


def test_in_doubt_a_person_chooses(desk: Desk) -> None:
    both = {log(desk), log(desk, title="Drones")}
    letter = REFUSAL.replace("Our reference: 79/23\n\n", "")
    [one] = take(desk, ("letter.txt", letter.encode()))
    assert one.request_id is None
    assert set(one.candidates) == both
    assert one.why == batches.MAY_BE


def test_the_subject_of_a_mail_settles_a_doubt(desk: Desk) -> None:
    log(desk, title="Use of drones in towns")
    wanted = log(desk, title="Parking fines issued")
    letter = mail("We do not hold it.", subject="RE: FOI - parking fines issued in 2022")
    [one] = take(desk, ("letter.eml", letter))
    assert one.request_id == wanted


def test_the_name_of_a_file_may_have_the_reference(desk: Desk) -> None:
    log(desk, "Essex Police")
    wanted = log(desk, "Kent Police", reference="01/FOI/23/1234")
    text = "The information is withheld under section 12 of the Freedom of Information Act 2000."
    [one] = take(desk, ("01.FOI.23.1234 response.txt", text.encode()))
    assert one.request_id == wanted
    [other] = take(desk, ("01.FOI.23.12345 response.txt", f"{text}\n".encode()))
    assert other.request_id is None


def test_a_sender_known_from_earlier_mails(desk: Desk) -> None:
    wanted = log(desk, "Ashdale District Council")
    first = mail("We acknowledge your request.", sender="Requests <info@ashdale.example>")
    responses.read(desk, responses.keep(desk, "ack.eml", first, wanted))
    log(desk, "Essex Police")
    later = mail("We do not hold it.", sender="Requests <info@ashdale.example>")
    [one] = take(desk, ("answer.eml", later))
    assert one.request_id == wanted
    assert "Earlier answers of Ashdale District Council" in one.why


def test_the_same_document_again_is_put_away(desk: Desk) -> None:
    request_id = log(desk, reference="79/23")
    record(desk, REFUSAL, request_id)
    [one] = take(desk, ("again.txt", REFUSAL.encode()))
    assert one.again and one.why == batches.SEEN
    detail = requests.detail(desk, request_id, today=TODAY)
    assert len(detail.responses) == 1
    assert detail.row.state is State.ANSWERED


def test_the_same_document_twice_in_a_batch(desk: Desk) -> None:
    log(desk, reference="79/23")
    found = take(desk, ("a.txt", REFUSAL.encode()), ("b.txt", REFUSAL.encode()))
    assert [one.again for one in found] == [False, True]


def test_all_are_kept_before_one_is_read_and_stopping_loses_nothing(desk: Desk) -> None:
    log(desk, reference="79/23")
    files = [(f"{n}.txt", f"{REFUSAL}\n{n}".encode()) for n in range(8)]
    kept = batches.keep_many(desk, files)
    seen: list[tuple[int, int]] = []

    def progress(one: Filed, done: int, total: int) -> None:
        seen.append((done, total))

    found = batches.read_many(desk, kept, progress=progress, cancelled=lambda: len(seen) >= 2)
    assert 2 <= len(found) < 8
    assert seen[:2] == [(1, 8), (2, 8)]
    assert len(responses.open_proposals(desk)) == 8
    rest = [p.id for p in responses.open_proposals(desk) if not p.text]
    assert len(batches.read_many(desk, rest)) == 8 - len(found)


def test_a_request_that_is_not_there(desk: Desk) -> None:
    before = contents(desk)
    with pytest.raises(DeskError, match="no request 99"):
        batches.keep_many(desk, [("a.txt", b"x")], 99)
    assert contents(desk) == before
    assert batches.keep_many(desk, []) == ()


def test_a_mailbox_becomes_a_proposal_for_each_mail(desk: Desk) -> None:
    one, two = log(desk, reference="79/23"), log(desk, "Essex Police", reference="12/23")
    essex = REFUSAL.replace("Kent", "Essex").replace("79/23", "12/23")
    box = b"".join(
        b"From a@b Thu Mar  2 10:00:00 2023\n"
        + mail(text, sender=f"FOI <foi@{name}.police.uk>")
        + b"\n\n"
        for text, name in ((REFUSAL, "kent"), (essex, "essex"))
    )
    found = take(desk, ("answers.mbox", box))
    assert [each.request_id for each in found] == [one, two]
    assert all(each.name.endswith(".eml") for each in found)
    [proposal] = [p for p in responses.open_proposals(desk) if p.request_id == two]
    assert "Essex" in proposal.text
    assert all(f.place.part is None for f in proposal.findings)
    history.undo(desk)
    assert responses.open_proposals(desk) == ()


def test_an_archive_of_a_letter_and_its_data_is_one_answer(desk: Desk) -> None:
    request_id = log(desk, reference="78/23")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("78-23/letter.txt", LISTED)
        archive.writestr("78-23/picture.bin", bytes(range(200)))
    [one] = take(desk, ("answer.zip", stream.getvalue()))
    assert one.request_id == request_id
    proposal = responses.proposal(desk, one.proposal_id)
    assert [(d.part, d.error is None) for d in proposal.documents] == [
        ("", True),
        ("78-23/letter.txt", True),
        ("78-23/picture.bin", False),
    ]
    letter = proposal.documents[1]
    assert {f.document_id for f in proposal.findings} == {letter.id}
    assert proposal.text == letter.text == LISTED
    assert len(proposal.cases) == 3


def test_forty_files(desk: Desk) -> None:
    wanted = {}
    files = []
    for number in range(40):
        reference = f"{100 + number}/23"
        wanted[f"{number}.txt"] = log(desk, reference=reference, sent=date(2023, 1, 9))
        files.append((f"{number}.txt", SUPPRESSED.replace("77/23", reference).encode()))
    found = take(desk, *files)
    assert {one.name: one.request_id for one in found} == wanted


def test_what_was_asked_tells_what_a_sheet_is_about(desk: Desk) -> None:
    """A sheet that says nothing of the police, dropped first and then given to its request."""
    sheet = b"Calendar year,Disposal,No.\n2019,Written warning,2\n2020,Dismissed,1\n"
    asked = log(desk, title="Police officers disciplined for misconduct", campaign=None)
    [at_once] = take(desk, ("data.csv", sheet), request_id=asked)
    assert len(responses.proposal(desk, at_once.proposal_id).cases) == 2
    other = log(desk, "Essex Police", title="Officers: misconduct cases", campaign=None)
    [later] = take(desk, ("more.csv", sheet + b"2021,NFA,4\n"))
    assert responses.proposal(desk, later.proposal_id).cases == ()
    batches.give(desk, later.proposal_id, other)
    assert len(responses.proposal(desk, later.proposal_id).cases) == 3


REVIEWED = """Kent Police

1 June 2023

Date of request: 11/04/2023

Internal review

You asked for an internal review of our response to your request. I have considered it afresh and
I uphold the original decision.
"""
EARLIER = REFUSAL.replace("79/23", "5/22").replace("2023", "2022")


def test_a_letter_from_before_the_request_is_no_answer_to_it(desk: Desk) -> None:
    log(desk)
    [early] = take(desk, ("early.txt", EARLIER.encode()))
    assert early.request_id is None
    assert early.why == "Written on Wed 2 March 2022, before you asked Kent Police."
    [waiting] = arrivals(desk)
    assert waiting.none_fits == early.why


def test_the_day_a_review_was_asked_for_is_held_against_no_request(desk: Desk) -> None:
    request_id = log(desk)
    [outcome] = take(desk, ("review.txt", REVIEWED.encode()))
    assert outcome.request_id == request_id


def test_an_answer_to_what_was_asked_on_another_day_says_so(desk: Desk) -> None:
    log(desk)
    thanks = "Thank you for your request received on 1 March 2023.\n\nThe information that you"
    other = REFUSAL.replace("The information that you", thanks)
    [found] = take(desk, ("other.txt", other.encode()))
    assert found.request_id is None
    assert found.why == "Says you asked on Wed 1 March 2023, not when you asked Kent Police."


def test_a_letter_that_fits_none_of_several_says_how_many(desk: Desk) -> None:
    log(desk)
    log(desk, title="Drones", sent=date(2022, 6, 1), reference="1/22")
    [found] = take(desk, ("early.txt", EARLIER.encode()))
    assert found.why == "Fits none of your 2 requests to Kent Police."
