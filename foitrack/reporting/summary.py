"""The PDF summary: the order of its parts, its bookmarks, its bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from reportlab.platypus.flowables import Flowable, PageBreak

from foitrack.law.wording import counted, full_date
from foitrack.reporting.authorities_table import NOT_STATED, times, waiting
from foitrack.reporting.case_table import case_figures, case_table
from foitrack.reporting.contents import FontFiles, Summary, SummaryResponse
from foitrack.reporting.fonts import NOT_PRINTABLE, Lettering
from foitrack.reporting.headline import headline, title_lines
from foitrack.reporting.page_frame import print_pages
from foitrack.reporting.prose import Heading, Prose, shortened
from foitrack.reporting.response_section import section
from foitrack.reporting.styles import EYEBROW, HEADING, SMALL

Outline = tuple[tuple[str, int], ...]


def in_order(responses: Sequence[SummaryResponse]) -> list[SummaryResponse]:
    """The responses by authority, those not stated last; several of one request together."""
    return sorted(
        responses,
        key=lambda each: (
            each.authority is None,
            (each.authority or each.title).casefold(),
            each.request_id,
            each.number,
        ),
    )


def _entry(words: str, lettering: Lettering) -> str:
    return shortened(" ".join(lettering.printable(words).split()), 120)


def outlines(responses: Sequence[SummaryResponse], lettering: Lettering) -> list[Outline]:
    """The bookmarks of each: one an authority, and one a response where it gave several."""
    times_given = Counter(each.authority for each in responses)
    found: list[Outline] = []
    seen: set[str | None] = set()
    for each in responses:
        entries: list[tuple[str, int]] = []
        if each.authority not in seen:
            entries.append((_entry(each.authority or NOT_STATED, lettering), 0))
        if times_given[each.authority] > 1:
            number = "" if each.of == 1 else f" ({each.number} of {each.of})"
            entries.append((_entry(f"{shortened(each.title, 100)}{number}", lettering), 1))
        seen.add(each.authority)
        found.append(tuple(entries))
    return found


class BoxNote(Prose):
    """Says what a box stands for, on the last page; takes no room where none was printed."""

    def wrap(self, across: float, down: float) -> tuple[float, float]:
        """Laid out last, once every other text has been."""
        if self.lettering.replaced:
            return super().wrap(across, down)
        self.width, self.height, self._lines = across, 0.0, ()
        return across, 0.0


def _cases_alone(
    response: SummaryResponse, lettering: Lettering, outline: Outline
) -> list[Flowable]:
    if response.cases is None:
        return []
    title = Heading(lettering, response.authority or NOT_STATED, HEADING, before=18)
    title.key, title.outline = response.key, outline
    return [
        Prose(lettering, ", ".join(response.references), EYEBROW, before=14),
        title,
        *case_table(response.cases, lettering),
    ]


def _responses(summary: Summary, lettering: Lettering) -> list[Flowable]:
    """A section each; or, where sections are left out, the case tables alone."""
    options = summary.options
    responses = in_order(summary.responses)
    if not options.responses:
        responses = [each for each in responses if options.cases and each.cases is not None]
    story: list[Flowable] = []
    for response, outline in zip(responses, outlines(responses, lettering), strict=True):
        if options.responses:
            story += [PageBreak(), *section(response, lettering, options, outline)]
        else:
            story += _cases_alone(response, lettering, outline)
    return story


def _links(summary: Summary) -> dict[int, str]:
    if not summary.options.responses:
        return {}
    ordered = reversed(in_order(summary.responses))
    return {each.request_id: each.key for each in ordered}


def story(summary: Summary, lettering: Lettering) -> list[Flowable]:
    """Everything the summary prints, in order."""
    options = summary.options
    parts = title_lines(summary, lettering)
    if options.headline:
        parts += headline(summary, lettering)
    if options.times:
        parts += times(summary, lettering, _links(summary))
    if options.cases and summary.cases is not None and summary.cases.rows:
        parts += case_figures(summary.cases, lettering)
    if options.waiting:
        parts += waiting(summary, lettering)
    box = f"{NOT_PRINTABLE} stands for a character that this document's typeface does not have."
    return [*parts, *_responses(summary, lettering), BoxNote(lettering, box, SMALL, before=12)]


def footer(summary: Summary) -> str:
    """The line at the foot of each page."""
    made = full_date(summary.made_on)
    logged = counted(len(summary.requests), "logged request")
    return f"{summary.title}. Summary made on {made} from {logged}."


def summary_pdf(
    summary: Summary, fonts: FontFiles, page_begun: Callable[[], object] = int
) -> bytes:
    """The summary as a PDF. The same summary gives the same bytes, on any day.

    `page_begun` is called as each page is begun; what it raises ends the work. Raises
    FontFileError where a font file is missing or damaged.
    """
    lettering = Lettering(fonts)
    return print_pages(summary, story(summary, lettering), lettering, footer(summary), page_begun)
