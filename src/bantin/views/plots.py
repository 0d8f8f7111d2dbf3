"""Small plots as numbers: templates draw them as SVG, and say the same in a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bantin.views.page import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.plan.evidence import Month
    from bantin.views.page import Site

MONTHS = 12
"""A plot shows a year up to the newest article."""
_STEP, _BAR, _LEFT = 35, 24, 5
_TOP, _FLOOR, _HEIGHT = 26, 132, 172
"""Units of the drawing: tops of the bars, their common floor, the whole with its two lines of labels."""
_WIDTH = _STEP * MONTHS
_LANE, _AXIS = 22, 34
_MOST_TICKS = 8
_YEAR = 12


def plot_months(months: Sequence[Month], site: Site, since: date | None = None) -> Values | None:
    """Return the bars of a year up to the newest of `months` (newest first), None for less than two months of news.

    `since`: first day of a ward; bars before it are those of the wards that it was made of.
    """
    counts = {one.year * _YEAR + one.month - 1: one.articles for one in months}
    last = max(counts, default=0)
    window = range(last - MONTHS + 1, last + 1)
    if sum(month in counts for month in window) < 2:  # noqa: PLR2004 - one bar compares nothing
        return None
    highest = max(counts.get(month, 0) for month in window)
    start = since.year * _YEAR + since.month - 1 if since else window.start
    bars = [_bar(place, month, counts.get(month, 0), highest, start) for place, month in enumerate(window)]
    return {
        "width": _WIDTH,
        "height": _HEIGHT,
        "floor": _FLOOR,
        "bars": bars,
        "cut": _cut(start - window.start, since, site) if since and window.start < start < window.stop else None,
        "rows": [
            {
                "name": site.texts("plot.month", month=month % _YEAR + 1, year=month // _YEAR),
                "count": counts.get(month, 0),
            }
            for month in reversed(window)
        ],
    }


def _bar(place: int, month: int, count: int, highest: int, start: int) -> Values:
    height = max(2, round((_FLOOR - _TOP) * count / highest)) if count else 0
    x = _STEP * place + _LEFT
    number = month % _YEAR + 1
    return {
        "x": x,
        "y": _FLOOR - height,
        "width": _BAR,
        "height": height,
        "middle": x + _BAR // 2,
        "count": count,
        "month": number,
        # The first bar tells its year too, where the next January is far enough not to run into it.
        "year": month // _YEAR if number == 1 or (place == 0 and number < _YEAR) else 0,
        "is_before": month < start,
    }


def _cut(place: int, since: date, site: Site) -> Values:
    return {"x": _STEP * place, "label": site.texts("plot.since", day=f"{since:%d/%m/%Y}")}


def view_years(months: Iterable[Month], root: str, site: Site) -> list[Values]:
    """Return the months of each year, newest first, each leading to where its articles stand."""
    years: dict[int, list[Month]] = {}
    for month in months:
        years.setdefault(month.year, []).append(month)
    return [
        {
            "year": year,
            "months": [
                {
                    "name": site.texts("archive.month", month=one.month),
                    "href": f"{root}{one.address}" if one.address else "#moi-nhat",
                    "count": site.texts("plot.articles", count=one.articles),
                }
                for one in members
            ],
        }
        for year, members in years.items()
    ]


def plot_lanes(lanes: Sequence[tuple[date, date]]) -> Values | None:
    """Return one lane an entry, from its first day to its last, over the years; None where all is one month."""
    if not lanes:
        return None
    first, last = min(one for one, _ in lanes), max(one for _, one in lanes)
    if (first.year, first.month) == (last.year, last.month):
        return None
    begin, end = date(first.year, 1, 1).toordinal(), date(last.year + 1, 1, 1).toordinal()

    def place(day: date) -> int:
        return _LANE + round((_WIDTH - 2 * _LANE) * (day.toordinal() - begin) / (end - begin))

    every = -(-(last.year + 1 - first.year) // _MOST_TICKS)
    floor = _LANE * len(lanes) + _LANE // 2
    return {
        "width": _WIDTH,
        "height": floor + _AXIS,
        "floor": floor,
        "text": floor + _LANE,
        "lanes": [
            {"number": number, "y": _LANE * number - _LANE // 4, "from": place(one), "to": place(other)}
            for number, (one, other) in enumerate(lanes, 1)
        ],
        "ticks": [{"x": place(date(year, 1, 1)), "year": year} for year in range(first.year, last.year + 2, every)],
    }
