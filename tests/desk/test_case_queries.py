"""How SQLite goes about the questions on case rows: nothing is gone through once for each row."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, text

from foitrack.casefile.models import CaseRowRecord
from foitrack.desk.case_queries import in_order, joined, values_of, wanted_rows
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter

WANTED = wanted_rows(CaseFilter(campaign_id=1))


@pytest.mark.file_only
@pytest.mark.parametrize("field", ["year", "rank"])
def test_the_values_of_a_row_are_looked_up_by_their_index(desk: Desk, field: str) -> None:
    own = values_of(field)
    counted = (
        joined(select(own.c.value, func.count(CaseRowRecord.id)).select_from(CaseRowRecord))
        .outerjoin(own, own.c.row_id == CaseRowRecord.id)
        .where(WANTED)
        .group_by(own.c.value)
    )
    ordered = in_order(joined(select(CaseRowRecord.id)).where(WANTED), field, False)
    with desk.case.reading() as session:
        for query in (counted, ordered):
            said = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
            plan = session.execute(text(f"EXPLAIN QUERY PLAN {said}")).all()
            assert plan
            steps = [str(step[-1]) for step in plan]
            for slow in ("SCAN", "MATERIALIZE", "ix_case_value_field"):
                assert slow not in " ".join(steps), steps
