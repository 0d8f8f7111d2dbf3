"""The tiers of the search index depend on the content alone."""

from collections.abc import Callable

from hypothesis import given, strategies as st

from bantin.plan.search import tier_bounds
from bantin.search.terms import find_terms
from bantin.search.tiers import bucket_of
from conftest import Site, article


@given(st.integers(min_value=0, max_value=1_000_000))
def test_tiers_cut_at_whole_4096s_and_whole_64s(count: int) -> None:
    """The open tier holds what remains of a division by 64, the middle one whole 64s, the archive whole 4,096s."""
    archive_end, middle_end = tier_bounds(count)
    assert archive_end % 4096 == 0
    assert middle_end % 64 == 0
    assert archive_end <= middle_end <= count
    assert middle_end - archive_end < 4096
    assert count - middle_end < 64


def test_terms_are_folded_syllables_and_adjacent_pairs() -> None:
    """A reader who types without diacritics meets the same terms."""
    assert find_terms("Bến Cát, đường phố") == {
        *("ben", "cat", "duong", "pho"),
        *("ben cat", "cat duong", "duong pho"),
    }


@given(st.text(), st.integers(min_value=1, max_value=500))
def test_a_bucket_depends_on_the_term_alone(term: str, buckets: int) -> None:
    """The same term falls into the same bucket in every build."""
    assert bucket_of(term, buckets) == bucket_of(term, buckets) < buckets


def test_the_index_is_the_same_from_any_history(make_site: Callable[[str], Site]) -> None:
    """Articles added one by one, edited and removed give the bytes of a clean build."""
    site = make_site()
    for number in range(70):
        site.write(f"news/2025/10/tin-{number:02}.md", article(f"Tin số {number}", body=f"Khu phố {number} họp dân."))
        if number in {3, 62, 63, 64, 69}:
            site.build()
    site.write("news/2025/10/tin-05.md", article("Tin sửa", body="Nội dung khác hẳn."))
    site.build()
    (site.root / "content/news/2025/10/tin-66.md").unlink()
    site.build()
    grown = {path: data for path, data in site.tree().items() if path.startswith("search/")}
    site.build("clean", cache="other.sqlite")
    clean = {path: data for path, data in site.tree("clean").items() if path.startswith("search/")}
    assert grown == clean
    assert len(clean) > 1
