"""A workbook as its readers see it: what each sheet shows, row by row, and what it does not."""

from __future__ import annotations

from dataclasses import dataclass, field

from foitrack.reading.findings import UnreadableDocumentError

MAX_CELLS = 6_000_000
"""Filled cells of a workbook that are read at once."""
MAX_COLUMNS = 16_384
MAX_ROWS = 1_048_576
MAX_MERGES = 100_000
MAX_SHEETS = 1_000


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells: rows from 1, columns from 0, both ends within."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """As a person would call it: `B4`, or `A5:F5`."""
        first = cell_name(self.top, self.left)
        last = cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies within."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(slots=True)
class SheetRow:
    """The cells of a row that show something. `columns` ascend, and count from 0."""

    number: int
    columns: tuple[int, ...]
    texts: tuple[str, ...]
    true: tuple[tuple[int, str], ...] = ()
    """What cells hold (an ISO day, a number), by column, where what they show says less or else."""
    skipped: int = 0
    """Hidden rows between the row shown before and this one: to the eye they follow each other."""

    def at(self, column: int) -> str:
        """The text in a column, empty where there is none."""
        return self.texts[self.columns.index(column)] if column in self.columns else ""


@dataclass(slots=True)
class Ranges:
    """Numbers kept as runs, given in ascending order."""

    runs: list[tuple[int, int]] = field(default_factory=list)

    def add(self, number: int, last: int = 0) -> None:
        """One more number, or all up to a last one."""
        last = max(number, last)
        if self.runs and self.runs[-1][0] <= number <= self.runs[-1][1] + 1:
            self.runs[-1] = (self.runs[-1][0], max(last, self.runs[-1][1]))
        else:
            self.runs.append((number, last))


@dataclass(slots=True)
class Cells:
    """Cells of one kind: how many, and where the first of them stand."""

    count: int = 0
    first: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: int, column: int) -> None:
        """One more cell."""
        self.count += 1
        if len(self.first) < 200:
            self.first.append((row, column))


@dataclass(slots=True)
class Unseen:
    """What a sheet holds and does not show, counted and not kept."""

    sheet: str | None = None
    """"hidden" or "very hidden" where the whole sheet is."""
    values: int = 0
    """Filled cells of a hidden sheet."""
    extent: Area | None = None
    columns: dict[int, int] = field(default_factory=dict)
    """Filled cells of each hidden column."""
    rows: Ranges = field(default_factory=Ranges)
    row_values: int = 0
    filtered: bool = False
    invisible: Cells = field(default_factory=Cells)
    """Cells that are written so that they do not show."""
    masked: Cells = field(default_factory=Cells)
    """Numbers that their format shows as a fixed text ("<5")."""
    comments: Cells = field(default_factory=Cells)
    uncomputed: Cells = field(default_factory=Cells)
    """Formulas without a stored value."""
    errors: Cells = field(default_factory=Cells)
    others: list[str] = field(default_factory=list)
    """Sentences about what else the sheet has that is not read."""

    def widen(self, row: int, column: int) -> None:
        """One more value of a hidden sheet."""
        self.values += 1
        known = self.extent
        if known is None:
            self.extent = Area(row, column, row, column)
        elif not known.holds(row, column):
            self.extent = Area(
                min(known.top, row),
                min(known.left, column),
                max(known.bottom, row),
                max(known.right, column),
            )


@dataclass(slots=True)
class Sheet:
    """One sheet: what it shows (nothing, where it is hidden) and what it does not."""

    name: str
    rows: list[SheetRow] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    unseen: Unseen = field(default_factory=Unseen)


def close_ranks(sheet: Sheet) -> None:
    """Tells each row how many hidden ones lie between it and the row shown before."""
    runs = iter(sheet.unseen.rows.runs)
    run = next(runs, None)
    for row in sheet.rows:
        row.skipped = 0
        while run is not None and run[0] < row.number:
            row.skipped += run[1] - run[0] + 1
            run = next(runs, None)


@dataclass(slots=True)
class Budget:
    """How many cells may yet be kept."""

    name: str
    left: int = MAX_CELLS

    def take(self, cells: int) -> None:
        """Raises UnreadableDocumentError where the workbook holds more than is read at once."""
        self.left -= cells
        if self.left < 0:
            raise UnreadableDocumentError(
                "too-large",
                f"“{self.name}” holds more than {MAX_CELLS // 1_000_000} million filled cells, "
                "more than is read at once. The file itself is unharmed.",
            )


def column_name(column: int) -> str:
    """The letters of a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A column's number from 0, of its letters; -1 where they are none."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return -1
        number = number * 26 + ord(letter) - 64
        if number > MAX_COLUMNS:
            return -1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """A cell's name, of its row from 1 and its column from 0."""
    return f"{column_name(column)}{row}"


def one_line(text: str) -> str:
    """A cell's text: each of its lines with single spaces, none of them empty."""
    if "\n" not in text and "\r" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def damaged(name: str, kind: str = "workbook") -> UnreadableDocumentError:
    """What is said of a workbook whose inside is broken."""
    return UnreadableDocumentError(
        "damaged", f"“{name}” is a damaged {kind}: it cannot be read; ask for the file again."
    )


def protected(name: str) -> UnreadableDocumentError:
    """What is said of a workbook that asks for a password."""
    return UnreadableDocumentError(
        "encrypted",
        f"“{name}” is protected with a password, so it cannot be read. The file itself is "
        "unharmed; open it with the password, save it without, and add that.",
    )
