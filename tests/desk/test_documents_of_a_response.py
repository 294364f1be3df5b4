"""Mails with attachments, files added before and after recording: one answer, nothing doubled."""

from __future__ import annotations

import hashlib

from sqlalchemy import func, select

from foitrack.casefile.models import CaseRowRecord, Content, Document
from foitrack.desk import casedata, history, requests, responses
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, FindingStatus, Proposal
from foitrack.law.terms import Outcome
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import log
from tests.reading import rendering
from tests.reading.mailing import COVER, archive, eml

LETTER = """Kent Police

Our reference: 79/23

2 March 2023

Dear Requester

You asked about misconduct of police officers on social media.

Part of the information is exempt from disclosure by virtue of section 40(2) of the Freedom of
Information Act 2000 (personal information), and is withheld. The rest is in the attached
spreadsheet "79-23 data.csv".
"""
ROWS = "Year,Rank,Platform,Outcome\n2020,PC,Facebook,Written warning\n2021,Sgt,WhatsApp,Dismissed\n"
DATA = ROWS.encode()


def kept(desk: Desk, name: str, data: bytes, request_id: int | None) -> Proposal:
    return responses.read(desk, responses.keep(desk, name, data, request_id))


def recorded(desk: Desk, proposal: Proposal) -> None:
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)


def counted(desk: Desk) -> int:
    return len(casedata.ids(desk, CaseFilter(), "period", False))


def test_a_mail_with_its_letter_and_data(desk: Desk) -> None:
    request_id = log(desk)
    files = [("reply.pdf", rendering.pdf(LETTER)), ("79-23 data.csv", DATA)]
    data = eml(COVER, files)
    proposal = kept(desk, "answer.eml", data, request_id)
    mail, letter, sheet = proposal.documents
    assert [(d.name, d.format, d.part, d.parent_id) for d in proposal.documents] == [
        ("answer.eml", "eml", "", None),
        ("reply.pdf", "pdf", "reply.pdf", mail.id),
        ("79-23 data.csv", "csv", "79-23 data.csv", mail.id),
    ]
    assert [d.sha256 for d in proposal.documents] == [
        hashlib.sha256(one).hexdigest() for one in (data, files[0][1], DATA)
    ]
    assert responses.document_bytes(desk, sheet.id) == DATA
    found = {f.field: f for f in proposal.findings}
    assert found["reference"].document_id == letter.id
    assert found["reference"].place.page == 1
    assert "attachment" not in found
    assert proposal.text == letter.text
    assert {table.document_id for table in proposal.tables} == {sheet.id}
    assert {row.document_id for row in proposal.cases} == {sheet.id}
    recorded(desk, proposal)
    [answer] = requests.detail(desk, request_id, today=TODAY).responses
    assert answer.outcome is Outcome.PART_DISCLOSED
    assert "section 40(2)" in answer.provisions[0].sentence
    assert counted(desk) == 2


def test_the_same_bytes_in_two_mails_are_stored_once(desk: Desk) -> None:
    for subject in ("One", "Two"):
        kept(desk, "a.eml", eml(COVER, [("data.csv", DATA)], subject=subject), log(desk))
    with desk.case.reading() as session:
        sha256 = hashlib.sha256(DATA).hexdigest()
        found = select(func.count(Content.sha256)).where(Content.sha256 == sha256)
        assert session.scalar(found) == 1
        used = select(func.count(Document.id)).where(Document.sha256 == sha256)
        assert session.scalar(used) == 2


def test_reading_a_mail_again_changes_nothing(desk: Desk) -> None:
    inner = archive([("data.csv", DATA)])
    mail = eml(COVER, [("reply.txt", LETTER.encode()), ("data.zip", inner)])
    proposal = kept(desk, "a.eml", mail, log(desk))
    before = contents(desk)
    responses.read(desk, proposal.id)
    assert contents(desk) == before
    parts = {d.part: d for d in proposal.documents}
    assert parts["data.zip/data.csv"].parent_id == parts["data.zip"].id


def test_one_bad_attachment_is_told_and_the_rest_is_read(desk: Desk) -> None:
    files = [("broken.pdf", b"%PDF-1.7 broken"), ("reply.txt", LETTER.encode())]
    proposal = kept(desk, "a.eml", eml(COVER, files), log(desk))
    assert proposal.error is None
    assert [bool(d.error) for d in proposal.documents] == [False, True, False]
    assert any("broken.pdf" in warning for warning in proposal.warnings)
    assert {f.field for f in proposal.findings} >= {"reference", "outcome", "exemption"}


def test_words_in_an_attachment_are_found(desk: Desk) -> None:
    from foitrack.desk.views import RequestFilter, SortKey

    request_id = log(desk)
    letter = LETTER.replace("Dear Requester", "Dear Requester of the wombats")
    kept(desk, "a.eml", eml(COVER, [("reply.pdf", rendering.pdf(letter))]), request_id)
    wanted = RequestFilter(search="wombats")
    assert requests.ids(desk, wanted, SortKey.URGENCY, False, today=TODAY) == (request_id,)
    history.undo(desk)
    assert requests.ids(desk, wanted, SortKey.URGENCY, False, today=TODAY) == ()


def test_a_file_added_before_recording_is_of_the_same_answer(desk: Desk) -> None:
    request_id = log(desk)
    proposal = kept(desk, "reply.txt", LETTER.encode(), request_id)
    assert "attachment" in {f.field for f in proposal.findings}
    numbers = {f.field: f.id for f in proposal.findings if f.field != "attachment"}
    before = contents(desk)
    responses.add_document(desk, proposal.id, "79-23 data.csv", DATA)
    whole = responses.read(desk, proposal.id)
    assert len(whole.documents) == 2 and len(whole.cases) == 2
    assert "attachment" not in {f.field for f in whole.findings}
    assert {f.field: f.id for f in whole.findings} == numbers
    assert history.undo_label(desk) == "Add 79-23 data.csv"
    after = contents(desk)
    history.undo(desk)
    assert contents(desk) == before
    history.redo(desk)
    assert contents(desk) == after


def test_a_file_added_after_recording_is_proposed_beside_it(desk: Desk) -> None:
    request_id = log(desk)
    proposal = kept(desk, "reply.txt", LETTER.encode(), request_id)
    recorded(desk, proposal)
    [answer] = requests.detail(desk, request_id, today=TODAY).responses
    assert answer.attachments_named == ("79-23 data.csv",)
    before = contents(desk)
    responses.add_document(desk, proposal.id, "79-23 data.csv", DATA)
    later = responses.read(desk, proposal.id)
    assert later.recorded
    assert [f.status for f in later.findings if f.field == "reference"] == [FindingStatus.CONFIRMED]
    assert len(later.cases) == 2
    assert counted(desk) == 0
    [answer] = requests.detail(desk, request_id, today=TODAY).responses
    assert answer.attachments_named == ()
    assert answer.outcome is Outcome.PART_DISCLOSED
    between = contents(desk)
    recorded(desk, later)
    assert counted(desk) == 2
    detail = requests.detail(desk, request_id, today=TODAY)
    assert len(detail.responses) == 1
    assert detail.row.outcome is Outcome.PART_DISCLOSED
    history.undo(desk)
    assert contents(desk) == between
    history.undo(desk)
    assert contents(desk) == before


def test_what_the_letter_printed_already_is_not_counted_again(desk: Desk) -> None:
    request_id = log(desk)
    proposal = kept(
        desk, "reply.txt", (LETTER + "\n" + ROWS.replace(",", "\t")).encode(), request_id
    )
    recorded(desk, proposal)
    assert counted(desk) == 2
    responses.add_document(desk, proposal.id, "79-23 data.csv", DATA)
    later = responses.read(desk, proposal.id)
    assert len(later.cases) == 2 and len(later.tables) == 2
    assert any("counted once" in warning for warning in later.warnings)
    recorded(desk, later)
    assert counted(desk) == 2


def test_a_further_letter_adds_its_exemptions_only(desk: Desk) -> None:
    request_id = log(desk)
    proposal = kept(desk, "reply.txt", LETTER.encode(), request_id)
    recorded(desk, proposal)
    annex = (
        "Kent Police\n\nOur reference: 79/23\n\n9 March 2023\n\nWe are also withholding the list "
        "under section 31(1)(a) of the Freedom of Information Act 2000.\n"
    )
    responses.add_document(desk, proposal.id, "annex.txt", annex.encode())
    later = responses.read(desk, proposal.id)
    new = [(f.field, f.value) for f in later.findings if f.status is FindingStatus.PROPOSED]
    assert new == [("exemption", "FOIA s31(1)(a)")]


def test_an_added_file_that_cannot_be_read_is_kept(desk: Desk) -> None:
    proposal = kept(desk, "reply.txt", LETTER.encode(), log(desk))
    recorded(desk, proposal)
    responses.add_document(desk, proposal.id, "broken.pdf", b"%PDF-1.7 broken")
    later = responses.read(desk, proposal.id)
    assert [bool(d.error) for d in later.documents] == [False, True]
    assert later.findings == responses.proposal(desk, proposal.id).findings


def test_rows_stand_beside_each_other_in_the_order_of_their_documents(desk: Desk) -> None:
    other = ROWS.replace("2020", "2018").replace("2021", "2019").encode()
    files = [("reply.txt", LETTER.encode()), ("b.csv", DATA), ("a.csv", other)]
    proposal = kept(desk, "a.eml", eml(COVER, files), log(desk))
    with desk.case.reading() as session:
        rows = session.scalars(select(CaseRowRecord.position).order_by(CaseRowRecord.id)).all()
    assert rows == [1, 2, 3, 4]
    assert [row.values["year"] for row in proposal.cases] == [
        ("2020",),
        ("2021",),
        ("2018",),
        ("2019",),
    ]
