"""Which request a person means on the command line."""

from __future__ import annotations

from datetime import date

from foitrack.cli.console import UsageProblemError
from foitrack.cli.lines import request_line
from foitrack.desk import requests
from foitrack.desk.desk import Desk


def find_request(desk: Desk, typed: str, *, today: date) -> int:
    """The request of a number, a reference, or an authority that has only one.

    UsageProblemError where none or several are meant.
    """
    found = requests.meant_by(desk, typed)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageProblemError(f"No request is called “{typed}”; `foitrack list` shows them all.")
    lines = "; ".join(request_line(row) for row in requests.rows(desk, found[:5], today=today))
    raise UsageProblemError(f"“{typed}” may mean several requests, so give a number: {lines}.")
