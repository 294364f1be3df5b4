from hypothesis import given
from hypothesis import strategies as st

from foitrack.desk import views
from foitrack.reporting.charts import MOST_BARS, plan
from foitrack.reporting.contents import ChartShape
from foitrack.reporting.fills import SERIES
from foitrack.reporting.summary import summary_pdf
from tests.reporting.reading_back import read_back
from tests.reporting.samples import Bar, Chart, figures_of_cases, fonts, summary


def chart(series: int, bars: int, field: str = "outcome_family") -> Chart:
    return Chart(
        "By outcome",
        field,
        tuple(f"Authority {at}" for at in range(series)),
        tuple(Bar(f"Bar {at}", tuple(range(at, at + series))) for at in range(bars)),
    )


def test_the_windows_chart_is_what_is_drawn() -> None:
    described: ChartShape = views.Chart(
        "By year", "year", ("A",), (views.Bar("2018", (2,)), views.Bar("Not given", (1,), False))
    )
    drawn = plan(described)
    assert drawn.upright
    assert [(bar.label, bar.total, bar.known) for bar in drawn.bars] == [
        ("2018", 2, True),
        ("Not given", 1, False),
    ]


@given(st.integers(1, 30), st.integers(0, 40), st.sampled_from(["year", "outcome_family"]))
def test_nothing_is_lost_when_much_is_drawn_together(series: int, bars: int, field: str) -> None:
    whole = chart(series, bars, field)
    drawn = plan(whole)
    assert sum(bar.total for bar in drawn.bars) == sum(sum(bar.counts) for bar in whole.bars)
    assert len(drawn.series) <= len(SERIES)
    assert all(len(bar.counts) == len(drawn.series) for bar in drawn.bars)
    assert drawn.upright or len(drawn.bars) <= MOST_BARS


def test_the_largest_series_keep_their_names() -> None:
    drawn = plan(Chart("t", "outcome", tuple("abcdefgh"), (Bar("x", (1, 9, 8, 7, 6, 5, 2, 1)),)))
    assert drawn.series == ("b", "c", "d", "e", "f", "3 others")
    assert drawn.bars[0].counts == (9, 8, 7, 6, 5, 4)


def test_what_is_drawn_together_counts_the_same_thing() -> None:
    whole = Chart("t", "outcome", tuple("abcdefgh"), (Bar("x", (1, 9, 8, 7, 6, 5, 2, 1)),))
    drawn = plan(whole, alike=(tuple("acdefg"), tuple("bh")))
    assert drawn.series == ("b", "c", "d", "e", "f and 2 others", "h")
    assert drawn.bars[0].counts == (9, 8, 7, 6, 8, 1)
    unlike = plan(whole, alike=[(name,) for name in "abcdefgh"])
    assert sum(unlike.bars[0].counts) == 39 and len(unlike.series) <= len(SERIES)


def test_fills_can_be_told_apart_without_colour() -> None:
    assert len({fill.pattern for fill in SERIES}) == len(SERIES)


def test_charts_with_many_years_bars_and_series_can_be_printed() -> None:
    from dataclasses import replace

    wild = (
        chart(9, 38, "year"),
        chart(12, 50),
        chart(1, 1, "year"),
        chart(2, 0),
        Chart("Nought", "year", ("A",), (Bar("2020", (0,)),)),
    )
    text = read_back(
        summary_pdf(summary(cases=replace(figures_of_cases(), charts=wild)), fonts())
    ).text
    assert "43 others" in text
    assert "Nought" in text


def test_a_range_is_said_where_counts_were_suppressed() -> None:
    from dataclasses import replace

    cases = replace(figures_of_cases(), total_low=87, total_high=99, caution="")
    text = read_back(summary_pdf(summary(cases=cases), fonts())).text
    assert "with a total count of between 87 and 99." in text


def test_unlike_things_are_neither_added_up_nor_stacked() -> None:
    from dataclasses import replace

    apart = read_back(summary_pdf(summary(), fonts())).text
    together = read_back(
        summary_pdf(summary(cases=replace(figures_of_cases(), caution="")), fonts())
    ).text
    assert "with a total count of 87" not in apart
    assert "They do not count the same thing" in apart
    assert "with a total count of 87" in together
    # 2018: 11, 2 and 1 stand apart in the one, and as 14 in the other.
    assert "14 2018" in together
    assert "14 2018" not in apart
    assert "11 2 1 2018" in apart


def test_not_given_is_never_among_the_others() -> None:
    bars = [*(Bar(f"Bar {at}", (at,)) for at in range(1, 20)), Bar("Not given", (5,), False)]
    drawn = plan(Chart("t", "outcome", ("A",), tuple(bars)))
    assert drawn.bars[-1].label == "Not given"
    assert drawn.bars[-1].total == 5
    assert drawn.bars[-2].label == "13 others"
