"""The national data: how many units, and what became of whom."""

from collections import Counter
from datetime import date

import pytest

from bantin.units import Unit, load


def describe(unit: Unit | None) -> str:
    """Return a unit on one line."""
    assert unit is not None
    places = [unit.full_name, *([unit.district.label] if unit.district else []), unit.province.label]
    return f"{', '.join(places)} ({unit.code})"


def test_there_are_as_many_units_today_as_the_law_made() -> None:
    """34 provinces with 2,621 xã, 687 phường and 13 đặc khu."""
    country = load()
    assert len(country.provinces("current")) == 34
    assert Counter(unit.kind for unit in country.communes("current")) == {"xã": 2621, "phường": 687, "đặc khu": 13}


def test_there_were_as_many_units_before() -> None:
    """63 provinces, 696 districts, 10,035 communes and five island districts without any."""
    country = load()
    former = country.communes("former")
    kinds = Counter(unit.kind for unit in former)
    assert len(country.provinces("former")) == 63
    assert len({unit.district for unit in former}) == 696
    assert kinds == {"xã": 7692, "phường": 1726, "thị trấn": 617, "huyện": 5}


def test_every_former_unit_has_a_successor_and_every_new_one_a_predecessor() -> None:
    """Nobody's address leads nowhere; 441 units were split, into five at most."""
    country = load()
    successors = [len(country.successors(unit)) for unit in country.communes("former")]
    predecessors = [len(country.predecessors(unit)) for unit in country.communes("current")]
    assert (min(successors), max(successors), sum(count > 1 for count in successors)) == (1, 5, 441)
    assert min(predecessors) == 1
    assert sum(successors) == sum(predecessors) == 10571


def test_the_relations_are_the_same_from_both_ends() -> None:
    """A successor names its predecessor, and both say alike whether it was split."""
    country = load()
    down = {(u, one.unit, one.partial) for u in country.communes("former") for one in country.successors(u)}
    up = {(one.unit, u, one.partial) for u in country.communes("current") for one in country.predecessors(u)}
    assert down == up


@pytest.mark.parametrize(
    ("former", "successors", "name"),
    [
        ("26761", ["26758"], "phường Cầu Ông Lãnh, TP. Hồ Chí Minh (26758)"),
        ("26740", ["26740"], "phường Sài Gòn, TP. Hồ Chí Minh (26740)"),
        ("30283", ["30307"], "phường Long Xuyên, An Giang (30307)"),
        ("27715", ["27715"], "phường Khánh Hậu, Tây Ninh (27715)"),
        ("25813", ["25813", "25840"], "phường Bến Cát, TP. Hồ Chí Minh (25813)"),
    ],
)
def test_a_code_means_another_unit_in_each_era(former: str, successors: list[str], name: str) -> None:
    """Bến Nghé and Sài Gòn bear 26740, Mỹ Phước and Bến Cát 25813: the key is (code, era)."""
    country = load()
    unit = country.unit(former, "former")
    assert unit is not None
    found = [one.unit for one in country.successors(unit)]
    assert ([one.code for one in found], describe(found[0])) == (successors, name)


def test_a_split_unit_says_so() -> None:
    """Mỹ Phước went into two units, so neither got the whole of it."""
    country = load()
    unit = country.unit("25813", "former")
    assert unit is not None
    assert [(one.unit.name, one.partial) for one in country.successors(unit)] == [
        ("Bến Cát", True),
        ("Long Nguyên", True),
    ]


def test_predecessors_are_those_of_the_resolution() -> None:
    """Cầu Ông Lãnh was made of four wards, one of them in part."""
    country = load()
    unit = country.unit("26758", "current")
    assert unit is not None
    assert [(one.unit.name, one.partial) for one in country.predecessors(unit)] == [
        ("Cầu Ông Lãnh", True),
        ("Cô Giang", False),
        ("Nguyễn Cư Trinh", False),
        ("Cầu Kho", False),
    ]


def test_a_unit_knows_its_days() -> None:
    """The eras meet between 30 June and 1 July 2025."""
    country = load()
    former, current = country.unit("26740", "former"), country.unit("26740", "current")
    assert former is not None
    assert current is not None
    assert (former.since, former.until) == (None, date(2025, 6, 30))
    assert (current.since, current.until) == (date(2025, 7, 1), None)


def test_a_former_province_leads_to_the_one_of_today() -> None:
    """Bình Dương is a part of Hồ Chí Minh, Long An of Tây Ninh."""
    country = load()
    now = {one.label: country.province_now(one).label for one in country.provinces("former")}
    assert (now["Bình Dương"], now["Long An"], now["An Giang"]) == ("TP. Hồ Chí Minh", "Tây Ninh", "An Giang")
