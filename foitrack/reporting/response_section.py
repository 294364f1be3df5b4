"""The section of one response: request, dates, outcome, reasons, review, documents, case data."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from foitrack.law.terms import LetterKind, Outcome
from foitrack.law.wording import OUTCOME_WORDS, counted, full_date
from foitrack.reporting.authorities_table import NOT_STATED
from foitrack.reporting.case_table import case_table
from foitrack.reporting.cells import PillCell, TextCell
from foitrack.reporting.clock_strip import clock, explained
from foitrack.reporting.contents import SummaryDocument, SummaryOptions, SummaryResponse
from foitrack.reporting.facts import (
    ReferencedTitle,
    fact_row,
    fact_rows,
    facts,
    said,
    side_by_side,
)
from foitrack.reporting.figures import REFUSALS
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Row
from foitrack.reporting.prose import Prose, heading
from foitrack.reporting.provisions_section import in_their_words, provisions_table
from foitrack.reporting.review_section import review_facts
from foitrack.reporting.styles import (
    BODY,
    BODY_SOFT,
    EYEBROW,
    GREEN,
    GREEN_SOFT,
    LEAD,
    PLUM,
    PLUM_SOFT,
    SMALL,
    SUNKEN,
    TEXT2,
    WARNING,
)

SHORT_HASH = 12
LETTER_WORDS = {LetterKind.REVIEW_OUTCOME: "Answer to the internal review"}


def eyebrow(response: SummaryResponse) -> str:
    """What the section is: "Response", or which of several."""
    word = LETTER_WORDS.get(response.letter, "Response") if response.letter else "Response"
    return word if response.of == 1 else f"{word}, {response.number} of {response.of}"


def time_taken(response: SummaryResponse) -> str:
    """The working days taken, and whether that was in time."""
    if response.day is None:
        return "not known"
    return f"{counted(response.day, 'working day')}, {'late' if response.late else 'on time'}"


def _head(
    response: SummaryResponse, lettering: Lettering, outline: tuple[tuple[str, int], ...]
) -> list[Flowable]:
    title = ReferencedTitle(lettering, response.authority or NOT_STATED, response.references)
    title.key, title.outline = response.key, outline
    dates = [
        ("Sent", full_date(response.sent_on) if response.sent_on else "not known"),
        ("Answered", full_date(response.answered_on) if response.answered_on else "not known"),
        ("Last day", full_date(response.due_on) if response.due_on else "not known"),
        ("Time taken", time_taken(response)),
    ]
    story: list[Flowable] = [
        Prose(lettering, eyebrow(response), EYEBROW, after=1),
        title,
        Prose(lettering, response.title, LEAD, after=8),
        side_by_side(lettering, dates),
        *clock(response, lettering),
    ]
    if explained(response):
        story.append(Prose(lettering, explained(response), SMALL, before=2))
    return story


def _asked(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    words = heading(lettering, "What was asked")
    if response.number > 1:
        with_first = "The wording of the request stands with the first response."
        return [*words, Prose(lettering, with_first, BODY_SOFT)]
    if not response.wording.strip():
        return [*words, Prose(lettering, "The wording of the request was not kept.", BODY_SOFT)]
    return [*words, Prose(lettering, response.wording, BODY)]


def outcome_pill(outcome: Outcome | None, lettering: Lettering) -> PillCell:
    """The outcome as a word on a tint: green for information given, plum for refused."""
    if outcome is None:
        return PillCell(lettering, "Outcome not recorded", TEXT2, SUNKEN)
    given = outcome in (Outcome.DISCLOSED, Outcome.PART_DISCLOSED)
    colours = (GREEN, GREEN_SOFT) if given else (TEXT2, SUNKEN)
    if outcome in REFUSALS:
        colours = (PLUM, PLUM_SOFT)
    return PillCell(lettering, OUTCOME_WORDS[outcome], *colours)


def _came_back(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    rows: list[Row] = [fact_row(lettering, "Outcome", outcome_pill(response.outcome, lettering))]
    if response.attachments_named:
        names = "\n".join(f"“{name}”" for name in response.attachments_named)
        words = f"{names}\nNamed in the letter; what it holds is not in this summary."
        rows.append(fact_row(lettering, "Attached", TextCell(lettering, words, WARNING)))
    if response.cases is not None:
        words = f"{counted(len(response.cases.rows), 'row')}, in the table below"
        rows.append(fact_row(lettering, "Case data", TextCell(lettering, words, BODY)))
    if response.open_findings:
        words = (
            f"{counted(response.open_findings, 'value')} read from the letter not yet "
            "confirmed by a person, and left out here"
        )
        rows.append(fact_row(lettering, "Still to check", TextCell(lettering, words, WARNING)))
    return [*heading(lettering, "What came back"), fact_rows(lettering, rows)]


def _size(count: int) -> str:
    if count < 1000:
        return counted(count, "byte")
    return f"{count / 1000:,.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"


def document_words(document: SummaryDocument) -> str:
    """A document's name, pages, size, and the start of its SHA-256, which tells it from others."""
    pages = f"{counted(document.pages, 'page')}, " if document.pages else ""
    short = document.sha256[:SHORT_HASH]
    return f"{document.name}: {pages}{_size(document.size)}, SHA-256 {short}"


def _source(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    names = [document_words(document) for document in response.documents]
    pairs = [said("Document" if at == 0 else "", name) for at, name in enumerate(names)]
    if not pairs:
        pairs = [said("Document", "none kept", BODY_SOFT)]
    return [*heading(lettering, "Source"), facts(lettering, pairs)]


def section(
    response: SummaryResponse,
    lettering: Lettering,
    options: SummaryOptions,
    outline: tuple[tuple[str, int], ...],
) -> list[Flowable]:
    """All of one response, from its title to its case rows."""
    story = [
        *_head(response, lettering, outline),
        *_asked(response, lettering),
        *_came_back(response, lettering),
        *provisions_table(response, lettering),
        *in_their_words(response, lettering),
        *review_facts(response.review, lettering),
        *_source(response, lettering),
    ]
    if options.notes and response.notes.strip():
        story += [*heading(lettering, "Notes"), Prose(lettering, response.notes, BODY)]
    if options.cases and response.cases is not None:
        story += case_table(response.cases, lettering)
    return story
