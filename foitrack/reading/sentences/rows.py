"""Case rows from sentences: proposed, marked as from prose, and never counted unasked.

Only what a sentence says plainly becomes a row: a period, a number, and who or what of the
schema's own words. Sentences about the law, about others, about what may be, or with figures of
how many there are, become none; nor does what a table of the same letter says already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from foitrack.reading.cases.cells import Values, count_value, period_values
from foitrack.reading.cases.fits import counts_of
from foitrack.reading.findings import CaseRow, CaseValue, Place, Zero
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema
from foitrack.reading.sentences.counted import Unit
from foitrack.reading.sentences.once import PROSE, SENTENCE, covered_by, is_covered, once
from foitrack.reading.sentences.sayings import Saying, sayings
from foitrack.reading.sentences.words import vocabulary

__all__ = ["FLAG", "PROSE", "SENTENCE", "prose_rows"]


FLAG = "read from a sentence"


def prose_rows(
    spoken: str,
    text: str,
    schema: CaseSchema,
    known: Sequence[CaseRow],
    place: Callable[[int, int], Place],
    elsewhere: Callable[[str], bool] = lambda sentence: False,
) -> tuple[tuple[CaseRow, ...], tuple[Zero, ...]]:
    """The case rows, and explicit noughts, of what an authority says in sentences.

    `spoken` is the text with tables, quotations and the request's own words blanked; `known`
    are the rows of the letter's tables; `elsewhere` says whether a sentence names another body.
    """
    words = vocabulary(schema)
    if words is None:
        return (), ()
    told: list[Saying] = []
    zeros: list[Zero] = []
    for each in sayings(spoken, words, elsewhere):
        if isinstance(each, Saying):
            told.append(each)
        else:
            zeros.append(Zero(each[0], place(each[1].start, each[1].end)))
    covered = covered_by(known)
    rows = [
        CaseRow(
            _values(one.unit),
            place(one.sentence.start, one.sentence.end),
            {SENTENCE: " ".join(one.sentence.of(text).split())},
            _flags(one, schema),
            PROSE,
        )
        for one in once(told, frozenset(schema.counted))
        if not is_covered(one.unit.period, covered)
    ]
    noughts = [zero for zero in zeros if not is_covered(parse_period(zero.period), covered)]
    return tuple(rows), tuple(noughts)


def _values(unit: Unit) -> Values:
    assert unit.period is not None
    values: list[CaseValue] = list(period_values(unit.period, unit.period.value))
    for named in unit.values:
        values.append(CaseValue(named.own.name, named.value, named.value))
        if named.own.families:
            family = named.own.family(named.value) or "other"
            values.append(CaseValue(f"{named.own.name}_family", family, named.value))
    return (*values, count_value(unit.count, ""))


def _flags(one: Saying, schema: CaseSchema) -> tuple[str, ...]:
    counts = counts_of(one.unit.noun, schema) if one.unit.noun else []
    return (FLAG, *counts)
