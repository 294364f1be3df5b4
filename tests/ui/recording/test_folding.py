"""Folding loses nothing, hides no find, and maps every place both ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.recording.folding import WORTH_FOLDING, FoldedText, passages

LINES = st.lists(st.text(alphabet="ab ", max_size=6), min_size=1, max_size=60)


def folded(text: str, finds: list[tuple[int, int]]) -> FoldedText:
    parts = passages(text, finds)
    return FoldedText(text, parts, ["…" if part.folded else "" for part in parts])


@given(LINES, st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20)), max_size=4))
def test_passages_are_the_whole_text_and_finds_stay_open(
    lines: list[str], spans: list[tuple[int, int]]
) -> None:
    text = "\n".join(lines) + "\n"
    finds = [(a, min(a + n, len(text))) for a, n in spans if a < len(text)]
    parts = passages(text, finds)
    assert "".join(text[part.start : part.end] for part in parts) == text
    shown = folded(text, finds)
    for start, end in finds:
        for offset in range(start, end):
            at = shown.to_shown(offset)
            assert at is not None
            assert shown.shown[at] == text[offset]


def test_a_long_passage_without_finds_folds_to_one_line() -> None:
    text = "found\n" + "nothing\n" * 40 + "found again\n"
    shown = folded(text, [(0, 5), (len(text) - 12, len(text) - 1)])
    assert shown.shown.count("\n") < 10
    assert "…\n" in shown.shown
    [index] = [i for i, part in enumerate(shown.parts) if part.folded]
    assert shown.parts[index].lines >= WORTH_FOLDING
    place = shown.shown.index("…")
    assert shown.folded_at(place) == index
    assert not any(part.folded for part in shown.with_opened(index))


def test_a_short_text_is_left_alone() -> None:
    text = "one\ntwo\nthree\n"
    assert folded(text, []).shown == text


def test_a_fold_says_what_it_holds() -> None:
    text = "found\n" + "asked\n" * 30
    parts = passages(text, [(0, 5)], about=[(20, len(text), "your own request")])
    assert [part.about for part in parts if part.folded] == ["your own request"]


def test_a_line_without_a_gap_is_named_and_never_opened() -> None:
    text = "before\n" + "x" * 50_000 + "\nfound here\n"
    at = text.index("found")
    shown = folded(text, [(at, at + 5)])
    assert len(shown.shown) < 100
    assert shown.to_shown(at) is not None
    [index] = [i for i, part in enumerate(shown.parts) if part.sealed]
    assert shown.with_opened(index) == shown.parts
    assert shown.parts[0].start == 0
    assert shown.parts[-1].end == len(text)


def test_opening_a_passage_keeps_lines_without_a_gap_folded() -> None:
    text = "found\n" + "nothing\n" * 20 + "y" * 10_000 + "\n" + "nothing\n" * 20
    shown = folded(text, [(0, 5)])
    [index] = [i for i, part in enumerate(shown.parts) if part.folded and part.lines]
    opened = shown.with_opened(index)
    assert "".join(text[part.start : part.end] for part in opened) == text
    assert [part.end - part.start for part in opened if part.sealed] == [10_001]
