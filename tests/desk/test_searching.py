"""One search over the whole case file, by the same rules in a file and on a server."""

from __future__ import annotations

from sqlalchemy import select

from foitrack.casefile.models import Document
from foitrack.desk import campaign_changes, campaigns, casedata, requests, responses
from foitrack.desk.desk import Desk
from foitrack.desk.searching import recalled, search
from foitrack.desk.views import CaseFilter, NewRequest, RequestFilter, SortKey
from foitrack.desk.views.found import Hit, HitKind, Marked
from foitrack.law.terms import Event, EventKind
from tests.desk.conftest import TODAY

LETTER = (
    "Dear requester,\n\nThe café licence was refused under section 40(2).\n"
    + "Nothing else was held by the authority in this matter. " * 40
    + "\n\nAppeal to the River Board within 40 days.\n"
)


def log(desk: Desk, title: str = "Licences", **more: object) -> int:
    new = NewRequest(title, "Gwent Police", sent_on=TODAY, **more)  # type: ignore[arg-type]
    made = requests.log(desk, new, today=TODAY).new_id
    assert made is not None
    return made


def keep(desk: Desk, text: str, request_id: int | None) -> int:
    proposal = responses.keep(desk, "letter.txt", text.encode(), request_id)
    responses.read(desk, proposal)
    return proposal


def hits(desk: Desk, typed: str, kind: HitKind) -> list[Hit]:
    return [hit for group in search(desk, typed) if group.kind is kind for hit in group.hits]


def sought(words: Marked) -> list[str]:
    return [words.text[start:end] for start, end in words.marks]


def test_a_document_is_found_at_its_place(desk: Desk) -> None:
    request_id = log(desk)
    response_id = keep(desk, LETTER, request_id)
    (hit,) = hits(desk, "CAFE lic", HitKind.DOCUMENT)
    assert (hit.request_id, hit.response_id) == (request_id, response_id)
    assert sought(hit.snippet) == ["café", "lic"]
    with desk.case.reading() as session:
        text = session.scalar(select(Document.text).where(Document.id == hit.document_id))
    assert text is not None
    assert hit.place is not None
    assert text[hit.place.start : hit.place.end] == "café"


def test_a_section_typed_short_is_found_where_it_is_spelt_out(desk: Desk) -> None:
    keep(desk, LETTER, log(desk))
    for typed in ("gwent s40", "S.40(2)", "s40 café"):
        (hit,) = hits(desk, typed, HitKind.DOCUMENT)
        assert any(words.startswith("section 40") for words in sought(hit.snippet))
    assert not hits(desk, "s41", HitKind.DOCUMENT)
    assert not hits(desk, "gwent r40", HitKind.DOCUMENT)


def test_quoted_words_follow_each_other_and_end_where_the_quote_does(desk: Desk) -> None:
    keep(desk, LETTER, log(desk))
    assert hits(desk, '"river board"', HitKind.DOCUMENT)
    assert hits(desk, "“River board” café", HitKind.DOCUMENT)
    assert hits(desk, '"river boa', HitKind.DOCUMENT)
    assert not hits(desk, '"river boa"', HitKind.DOCUMENT)
    assert not hits(desk, '"board river"', HitKind.DOCUMENT)
    assert hits(desk, "board river", HitKind.DOCUMENT)


def test_the_head_of_a_request_helps_to_find_its_documents(desk: Desk) -> None:
    keep(desk, LETTER, log(desk))
    (hit,) = hits(desk, "gwent appeal", HitKind.DOCUMENT)
    assert sought(hit.snippet) == ["Appeal"]
    assert hits(desk, "gwent appeal", HitKind.REQUEST) == []
    assert hits(desk, "dyfed appeal", HitKind.DOCUMENT) == []


def test_requests_stand_by_where_they_hold_what_is_sought(desk: Desk) -> None:
    by_reference = log(desk, reference="RIVER/7")
    in_title = log(desk, "River alarms")
    in_wording = log(desk, wording="How many alarms stood by the river in 2022?")
    found = hits(desk, "river", HitKind.REQUEST)
    assert [hit.request_id for hit in found] == [by_reference, in_title, in_wording]
    assert sought(found[1].title) == ["River"]
    assert sought(found[2].snippet) == ["river"]


def test_a_document_of_no_request_is_found_until_it_is_put_away(desk: Desk) -> None:
    proposal = keep(desk, LETTER, None)
    (hit,) = hits(desk, "café", HitKind.DOCUMENT)
    assert (hit.response_id, hit.request_id) == (proposal, None)
    responses.discard(desk, proposal)
    assert search(desk, "café") == ()


def test_what_lies_in_the_bin_is_not_found(desk: Desk) -> None:
    request_id = log(desk, notes="Ask Siân about it")
    keep(desk, LETTER, request_id)
    assert hits(desk, "sian", HitKind.NOTE)
    requests.bin(desk, request_id)
    for typed in ("café", "sian", "licences"):
        assert search(desk, typed) == ()


def test_notes_are_found_wherever_they_stand(desk: Desk) -> None:
    request_id = log(desk, notes="Ask Siân about it", campaign="Alarms")
    event = Event(EventKind.EXTENSION, TODAY)
    requests.add_event(desk, request_id, event, note="They rang: Zoë was ill", today=TODAY)
    (campaign,) = campaigns.all(desk)
    campaign_changes.set_notes(desk, campaign.id, "Begun after the flood")
    assert [hit.request_id for hit in hits(desk, "sian", HitKind.NOTE)] == [request_id]
    (rang,) = hits(desk, "zoe gwent", HitKind.NOTE)
    assert (rang.request_id, sought(rang.title)) == (request_id, ["Zoë"])
    assert [hit.campaign_id for hit in hits(desk, "flood", HitKind.NOTE)] == [campaign.id]
    assert [hit.campaign_id for hit in hits(desk, "alar", HitKind.CAMPAIGN)] == [campaign.id]


def test_case_rows_are_found_as_printed_and_as_grouped(examples: Desk) -> None:
    printed = hits(examples, "custody whatsapp", HitKind.CASE_ROW)
    assert printed
    assert all({"custody", "whatsapp"} <= {w.lower() for w in sought(h.title)} for h in printed)
    grouped = hits(examples, "sergeant twitter", HitKind.CASE_ROW)
    assert grouped
    assert all("Sergeant" in sought(hit.snippet) for hit in grouped)
    assert all(hit.document_id and hit.place and hit.response_id for hit in grouped)


def test_authorities_are_found_whether_or_not_they_were_asked(desk: Desk) -> None:
    found = hits(desk, "gwent pol", HitKind.AUTHORITY)
    assert found[0].authority == "Gwent Police"
    assert sought(found[0].title) == ["Gwent", "Pol"]


def test_more_is_said_to_be_there(desk: Desk) -> None:
    for number in range(4):
        log(desk, f"Alarms {number}")
    (group,) = (one for one in search(desk, "alarm", limit=3) if one.kind is HitKind.REQUEST)
    assert (len(group.hits), group.more) == (3, True)
    assert [hit.title.text for hit in group.hits] == ["Alarms 3", "Alarms 2", "Alarms 1"]


def test_nothing_asked_finds_nothing(examples: Desk) -> None:
    for typed in ("", "  ", '"', '""', "-", "* /", "\0"):
        assert search(examples, typed) == ()


def test_what_was_gone_to_before_is_recalled_unless_it_went(desk: Desk) -> None:
    first, second = log(desk, "One"), log(desk, "Two", campaign="Alarms")
    (campaign,) = campaigns.all(desk)
    requests.bin(desk, first)
    found = recalled(desk, [second, first, 99], [campaign.id, 99])
    assert [hit.title.text for hit in found] == ["Two", "Alarms"]


ODD = (
    *('"', '"" ""', "NEAR(a", "a* AND -b", "x:y", "a", "\U0001f600", "\x00", "\u202eabc", "½ ß ﬀ"),
    *('"' * 999, "x" * 10_000, "gross " * 2_000, " ".join(f"w{n}" for n in range(2_000))),
)


def test_whatever_is_typed_or_pasted_is_only_words(examples: Desk) -> None:
    for typed in ODD:
        assert all(group.hits for group in search(examples, typed))
        wanted = RequestFilter(search=typed)
        assert len(requests.ids(examples, wanted, SortKey.TITLE, False, today=TODAY)) <= 5
        assert len(casedata.ids(examples, CaseFilter(search=typed), "", False)) <= 81


def test_words_in_quotes_follow_each_other_in_the_list_too(examples: Desk) -> None:
    def listed(typed: str) -> int:
        wanted = RequestFilter(search=typed)
        return len(requests.ids(examples, wanted, SortKey.TITLE, False, today=TODAY))

    assert listed('"gross misconduct"') == 1
    assert listed("misc gro") > 1
    assert listed('"misconduct gross"') == 0
