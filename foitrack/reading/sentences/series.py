"""Numbers by year of what stands before them, and lines of a label and its number."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import FieldKind
from foitrack.reading.sentences.background import is_background
from foitrack.reading.sentences.counted import Unit
from foitrack.reading.sentences.periods import periods_in
from foitrack.reading.sentences.words import NOTHING, Named, Vocabulary, figure

SERIES = later(
    r"(?P<p>(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?)\s*(?:[:=]|-|\()\s*"
    rf"(?P<n>\d{{1,3}}|{'|'.join(NOTHING)})\b\)?(?!\s*(?:[x\u00d7]|[a-z]))",
    re.IGNORECASE,
)
_LABELLED = later(
    rf"(?P<lead>.{{8,150}}?)\s*(?:[:=]|\s-)\s*(?P<n>\d{{1,3}}|{'|'.join(NOTHING)})\s*\.?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\s*(?:the )?(?:total )?(?:number|no\.?|count|total)\b", re.IGNORECASE)


def series_of(said: str, words: Vocabulary, led_by: str) -> list[Unit | str] | None:
    """Numbers by year of what stands before them: "Officers dismissed: 2018 - 4; 2019 - nil".

    `led_by` is the line that leads into a list of them.
    """
    met = list(SERIES.finditer(said))
    if len(met) < 2 and not (met and led_by and met[0].start() <= 2):
        return _labelled(said, words)
    lead = said[: met[0].start()].strip(" :-,") or led_by
    if not lead or is_background(lead) or periods_in(lead):
        return []
    clear = _clear(lead, words)
    if clear is None:
        return []
    distinct, noun = clear
    found: list[Unit | str] = []
    for one in met:
        period, count = parse_period(one["p"]), figure(one["n"])
        if period is None or count is None:
            return []
        if count.exact == 0:
            found.append(period.value)
        else:
            found.append(Unit(one.start(), one.end(), count, distinct, period, noun, happened=True))
    return found


def _clear(lead: str, words: Vocabulary) -> tuple[tuple[Named, ...], str] | None:
    """What the words before a number say that it counts; None where that is not plain."""
    named = words.named(lead)
    outcomes = {value.value for value in named if value.own.families}
    who = {v.value for v in named if not v.own.families and v.own.kind is FieldKind.CATEGORY}
    clear = len(outcomes) == 1 or (not outcomes and len(who) == 1 and words.events.search(lead))
    denied = re.search(r"\b(?:no|not|never|without)\b(?! (?:case|further|upheld))", lead, re.I)
    if not clear or len(who) > 1 or denied:
        return None
    counted = words.counted.search(lead) if words.counted else None
    noun = counted.group() if counted and not who else ""
    return tuple({(v.own.name, v.value): v for v in named}.values()), noun


def _labelled(said: str, words: Vocabulary) -> list[Unit | str] | None:
    """A line such as "Number of constables dismissed in 2019: 3"; None where it is none."""
    met = _LABELLED.fullmatch(said)
    if met is None or is_background(met["lead"]):
        return None
    lead, count = met["lead"], figure(met["n"])
    told = periods_in(lead)
    found = _clear(lead, words)
    if count is None or found is None or len(told) != 1 or told[0].period is None:
        return None
    if not any(value.plural for value in found[0]) and not _NUMBER_OF.match(lead):
        return None
    if count.exact == 0:
        return [told[0].period.value]
    return [Unit(0, len(said), count, found[0], told[0].period, found[1], happened=True)]
