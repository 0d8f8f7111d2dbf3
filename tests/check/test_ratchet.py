"""What was wrong before may only become less."""

from __future__ import annotations

from hypothesis import given, strategies as st

from bantin.check.ratchet import count, dump, hold, load
from bantin.model import Problem

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.sampled_from(["a.md", "b.md"]),
        st.integers(1, 3),
        st.just(1),
        st.sampled_from(["typo", "tone-mixed"]),
        st.just("warning"),
    ),
    max_size=8,
)


@given(PROBLEMS)
def test_what_was_counted_is_put_up_with(before: list[Problem]) -> None:
    """The archive alone stops nobody."""
    assert hold(before, count(before), frozenset()) == ((), count(before))


@given(PROBLEMS)
def test_nothing_is_put_up_with_in_a_changed_file(before: list[Problem]) -> None:
    """Whoever touches a file mends it."""
    assert hold(before, count(before), frozenset({"a.md", "b.md"}))[0] == tuple(before)


@given(PROBLEMS, PROBLEMS)
def test_counts_never_grow(before: list[Problem], after: list[Problem]) -> None:
    """Whatever happens to the content."""
    _, left = hold(after, count(before), frozenset())
    allowed = count(before)
    assert all(number <= allowed[path][rule] for path, rules in left.items() for rule, number in rules.items())


@given(PROBLEMS)
def test_the_file_gives_back_what_was_written(problems: list[Problem]) -> None:
    """By hand it is only read."""
    assert load(dump(count(problems), "đầu tệp")) == count(problems)


def test_an_error_is_never_put_up_with() -> None:
    """It keeps an article out of the site."""
    error = Problem("a.md", 1, 1, "body-empty", "error")
    assert hold([error], {"a.md": {"body-empty": 5}}, frozenset())[0] == (error,)
