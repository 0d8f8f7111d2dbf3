"""Plots as numbers."""

from __future__ import annotations

from datetime import date

from bantin.messages import load_messages
from bantin.model import Settings
from bantin.plan.evidence import Month
from bantin.views import Site
from bantin.views.plots import plot_lanes, plot_months

SITE = Site(Settings("Tin"), load_messages("vi"))


def test_bars_are_as_high_as_their_months_have_articles() -> None:
    """The highest reaches the top, an empty month has no bar."""
    plot = plot_months([Month(2025, 10, 8, ""), Month(2025, 8, 4, "")], SITE)
    assert plot
    assert [(bar["month"], bar["count"], bar["height"]) for bar in plot["bars"][-3:]] == [
        (8, 4, 53),
        (9, 0, 0),
        (10, 8, 106),
    ]
    assert [row["name"] for row in plot["rows"][:2]] == ["Tháng 10/2025", "Tháng 9/2025"]
    assert len(plot["bars"]) == len(plot["rows"]) == 12


def test_months_before_a_ward_are_told_apart() -> None:
    """They are of the wards that it was made of."""
    plot = plot_months([Month(2025, 8, 1, ""), Month(2025, 6, 2, "")], SITE, date(2025, 7, 1))
    assert plot
    assert [bar["month"] for bar in plot["bars"] if bar["is_before"]] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]
    assert plot["cut"] == {"x": 350, "label": "Cột xám: tin của các đơn vị trước ngày 01/07/2025."}


def test_one_month_is_no_plot() -> None:
    """One bar compares nothing; articles of years ago are beyond the plot."""
    assert plot_months([], SITE) is None
    assert plot_months([Month(2025, 10, 9, ""), Month(2021, 3, 40, "")], SITE) is None


def test_years_do_not_run_into_each_other() -> None:
    """A December before January leaves the year to it."""
    plot = plot_months([Month(2025, 11, 1, ""), Month(2025, 10, 1, "")], SITE)
    assert plot
    assert [bar["year"] for bar in plot["bars"][:3]] == [0, 2025, 0]


def test_lanes_lie_in_time() -> None:
    """From the first day to the last, between the years that hold them all."""
    plot = plot_lanes([(date(2023, 1, 1), date(2024, 12, 31)), (date(2024, 1, 1), date(2024, 1, 1))])
    assert plot
    assert [(lane["number"], lane["from"], lane["to"]) for lane in plot["lanes"]] == [(1, 22, 397), (2, 210, 210)]
    assert [tick["year"] for tick in plot["ticks"]] == [2023, 2024, 2025]


def test_one_month_is_no_time() -> None:
    """Nor is nothing at all."""
    assert plot_lanes([]) is None
    assert plot_lanes([(date(2023, 11, 1), date(2023, 11, 23))]) is None
