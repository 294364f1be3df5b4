"""Case rows from sentences: proposed, and counted only where a person takes them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from foitrack.cli.program import main
from foitrack.desk import campaigns, casedata, history, reports, responses, schemas
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, CaseOverview, DeskError
from foitrack.reporting.contents import SummaryOptions
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import keep_and_read, log

TOLD = """Kent Police

Freedom of Information request 78/23

3 February 2023

Police officers: allegations of misconduct on social media, from 2018 to 2022.

Year\tRank\tPlatform\tOutcome
2018\tPC\tFacebook\tWritten warning

In 2019 two constables received written warnings and one sergeant was dismissed.
"""


def overview(desk: Desk) -> CaseOverview:
    return casedata.overview(desk, CaseFilter())


def total(desk: Desk) -> int:
    return overview(desk).total_low


def test_rows_of_sentences_wait_for_a_choice_of_their_own(desk: Desk) -> None:
    proposal = keep_and_read(desk, TOLD, log(desk))
    assert [row.source for row in proposal.cases] == ["table", "prose", "prose"]
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    assert total(desk) == 1
    before = contents(desk)
    again = responses.proposal(desk, proposal.id)
    one = replace(everything_confirmed(again), accept_rows=(again.cases[1].id,))
    responses.record(desk, proposal.id, one, today=TODAY)
    assert total(desk) == 3
    history.undo(desk)
    assert contents(desk) == before


def test_a_row_that_is_no_longer_there_is_not_taken(desk: Desk) -> None:
    proposal = keep_and_read(desk, TOLD, log(desk))
    wanted = replace(everything_confirmed(proposal), accept_rows=(9999,))
    before = contents(desk)
    with pytest.raises(DeskError, match="no longer there"):
        responses.record(desk, proposal.id, wanted, today=TODAY)
    assert contents(desk) == before


@pytest.mark.file_only
@pytest.mark.parametrize(("sentences", "taken"), [(False, 1), (True, 3)])
def test_the_command_takes_sentences_only_where_told_to(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    sentences: bool,
    taken: int,
) -> None:
    log(desk)
    letter = tmp_path / "letter.txt"
    letter.write_text(TOLD, "utf-8")
    case_file = ["--case-file", str(tmp_path / "case.foitrack"), "--as-at", str(TODAY), "--json"]
    more = ["--accept-sentences"] if sentences else []
    assert main([*case_file, "record", "1", str(letter), "--accept", "all", *more]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["case_rows"], told["case_rows_waiting"]) == (taken, 3 - taken)
    assert ("Read from sentences" in told["message"]) is not sentences
    assert len(casedata.ids(desk, CaseFilter())) == taken
    assert main([*case_file, "record", "1", str(letter), "--accept-sentences"]) == 2


def test_charts_say_how_many_rows_come_from_sentences(desk: Desk) -> None:
    proposal = keep_and_read(desk, TOLD, log(desk))
    decisions = everything_confirmed(proposal)
    responses.record(desk, proposal.id, decisions, today=TODAY)
    assert "sentences" not in " ".join(c.note for c in overview(desk).charts)
    every = replace(decisions, accept_rows=tuple(row.id for row in proposal.cases))
    responses.record(desk, proposal.id, every, today=TODAY)
    notes = [chart.note for chart in overview(desk).charts]
    assert "2 rows read from sentences, not from a table." in notes[0]
    assert "sentences" not in " ".join(notes[1:])
    summary = reports.summary(desk, None, today=TODAY, options=SummaryOptions())
    assert summary.cases is not None
    assert any("read from sentences" in chart.note for chart in summary.cases.charts)


IN_SENTENCES = """Ashby Borough Council

Freedom of Information request 91/23

3 February 2023

The information you asked for is set out below.

In 2019 two sergeants received written warnings and one inspector was dismissed.
"""


def test_a_schema_that_a_campaign_gets_reads_the_sentences_of_recorded_letters(desk: Desk) -> None:
    request = log(desk, "Ashby Borough Council", title="Wardens", campaign="Wardens")
    proposal = keep_and_read(desk, IN_SENTENCES, request)
    assert proposal.cases == ()
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    before = contents(desk)
    [campaign] = [one.id for one in campaigns.all(desk) if one.name == "Wardens"]
    schemas.choose(desk, campaign, "police-misconduct")
    assert (history.undo_label(desk) or "").endswith("2 case rows read anew")
    told = responses.proposal(desk, proposal.id).cases
    assert [(row.source, row.values["rank"], row.count) for row in told] == [
        ("prose", ("Sergeant",), 2),
        ("prose", ("Inspector",), 1),
    ]
    assert told[0].place.start is not None
    assert total(desk) == 0
    history.undo(desk)
    assert contents(desk) == before
    mine = replace(schemas.definition(desk, "police-misconduct"), name="mine", automatic=False)
    schemas.save(desk, mine, campaign_id=campaign)
    assert len(responses.proposal(desk, proposal.id).cases) == 2
    # Saved again, nothing is told twice.
    schemas.save(desk, replace(mine, title="Mine"), campaigns=[campaign])
    assert len(responses.proposal(desk, proposal.id).cases) == 2
