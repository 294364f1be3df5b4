"""Where the authority's own questions begin, which the requester is to answer."""

from __future__ import annotations

from foitrack.reading.contractions import spelt_out
from foitrack.reading.prose import Prose, sentences
from foitrack.reading.response.letter_steps import LEADS_TO_QUESTIONS, WAITS


def before_own_questions(prose: Prose, spoken: str) -> Prose:
    """A letter down to what the authority asks itself, where it waits for the reply.

    What stands below answers nothing, though it has question marks and numbers.
    """
    rows = [(span, spelt_out(span.flat(spoken))) for span in sentences(spoken)]
    lead = next((span for span, row in rows if LEADS_TO_QUESTIONS.search(row)), None)
    waits = lead and any(WAITS.search(row) for span, row in rows if span.start > lead.start)
    return prose.beginning(lead.end) if lead and waits else prose
