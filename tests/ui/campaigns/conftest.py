"""A campaign in every state, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from foitrack import assets
from foitrack.desk import campaigns, requests, responses
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import NewRequest
from tests.ui.conftest import TODAY
from tests.ui.today import rich_case
from ui.workspace import Workspace

ASKED = (
    "Please tell me how many body-worn cameras your force has, and how many incidents of misuse "
    "were recorded in each of the years 2020 and 2021, with what came of each of them."
)
REFUSAL = """Gwent Police

Our reference: 79/23

2 March 2023

The information that you asked for is exempt from disclosure by virtue of section 40(2) of the
Freedom of Information Act 2000, and is withheld. This letter is a refusal notice.
"""


@pytest.fixture(scope="module")
def rich_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "rich.foitrack"
    made = rich_case.build(path)
    for request_id in made.by_authority.values():
        requests.edit(made.desk, request_id, wording=ASKED)
    _refuse(made.desk)
    made.desk.close()
    return path


def _refuse(desk: Desk) -> None:
    new = NewRequest(
        f"{rich_case.CAMPAIGN}: how many",
        "Gwent Police",
        ASKED,
        rich_case.CAMPAIGN,
        sent_on=date(2023, 2, 6),
    )
    number = requests.log(desk, new, today=TODAY).new_id
    proposal = responses.read(desk, responses.keep(desk, "no.txt", REFUSAL.encode(), number))
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)


@pytest.fixture
def rich(dressed: QApplication, rich_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "rich.foitrack"
    shutil.copy(rich_file, path)
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()


def campaign_id(workspace: Workspace) -> int:
    [found] = [c.id for c in campaigns.all(workspace.desk) if c.name == rich_case.CAMPAIGN]
    return found
