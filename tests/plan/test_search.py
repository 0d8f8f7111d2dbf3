"""What lies where in the search index depends on the content alone."""

from itertools import pairwise

from hypothesis import given, strategies as st

from bantin.model import Ward
from bantin.plan.search import count_buckets, cut_tiers, find_lineage, number_days, tier_bounds


@given(st.integers(min_value=0, max_value=1_000_000))
def test_tiers_cut_at_whole_4096s_and_whole_64s(count: int) -> None:
    """The open tier holds what remains of a division by 64, the middle one whole 64s, the archive whole 4,096s."""
    archive_end, middle_end = tier_bounds(count)
    assert archive_end % 4096 == 0
    assert middle_end % 64 == 0
    assert archive_end <= middle_end <= count
    assert middle_end - archive_end < 4096
    assert count - middle_end < 64


def test_an_article_is_numbered_within_its_day() -> None:
    """Two of one day are 0 and 1; the next day begins anew."""
    assert number_days([5, 5, 9, 10, 10, 10]) == [0, 1, 0, 0, 1, 2]


@given(st.lists(st.integers(min_value=-20_000, max_value=40_000), min_size=1, max_size=300).map(sorted))
def test_numbers_are_different_ascending_and_below_the_span(days: list[int]) -> None:
    """The order of numbers is the order of publication."""
    for shape, places, numbers in cut_tiers(days):
        assert all(one < two for one, two in pairwise(numbers))
        assert 0 <= numbers[0] <= numbers[-1] < shape.span
        assert [number // shape.slots + shape.base for number in numbers] == [days[place] for place in places]


def test_every_article_lies_in_one_tier() -> None:
    """Of 4,200 articles the first 4,096 are the archive, the next 64 the middle, the last 40 open."""
    assert [(shape.name, places) for shape, places, _ in cut_tiers([0] * 4200)] == [
        ("archive", range(4096)),
        ("middle", range(4096, 4160)),
        ("open", range(4160, 4200)),
    ]


def test_an_article_that_comes_late_moves_those_of_its_own_day_only() -> None:
    """Numbers of other days stay."""
    ((_, _, before),) = cut_tiers([100, 101, 101, 103])
    ((_, _, after),) = cut_tiers([100, 101, 101, 101, 103])
    assert [number for number in after if number not in before] == [before[2] + 1]


def test_a_new_article_changes_few_files() -> None:
    """10 buckets at most in the open tier, 204 in the middle one: within 25 and 300 files with cards and facets."""
    assert max(count_buckets("open", articles) for articles in range(1, 64)) == 10
    assert max(count_buckets("middle", articles) for articles in range(64, 4096, 64)) == 204


def test_a_ward_is_found_by_those_before_and_after_it_but_not_by_its_siblings() -> None:
    """Of two wards that became one, each finds the new one, and the new one finds both."""

    def ward(name: str, *successors: str) -> Ward:
        return Ward(name, name, "phường", "X", successors=successors)

    wards = {one.id: one for one in (ward("a", "c"), ward("b", "c"), ward("c", "d"), ward("d"), ward("e", "gone"))}
    assert find_lineage(wards) == {
        "a": ("a", "c", "d"),
        "b": ("b", "c", "d"),
        "c": ("a", "b", "c", "d"),
        "d": ("a", "b", "c", "d"),
        "e": ("e",),
    }
