"""Publishing, whatever was there, whatever comes, and wherever it breaks off."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings, strategies as st

from bantin.model import BantinError
from bantin.publish.plan import Holdings, Plan, is_immutable, make_plan
from bantin.publish.target import JOURNAL, MANIFEST
from publish.places import BrokenOffError, MemoryTarget, hold, memory_source, publish

PAGES = [
    "index.html",
    *(f"tin/{number}/index.html" for number in range(5)),
    "luu-tru/index.html",
    "feed.xml",
    "sitemap.xml",
]
NOTES = {MANIFEST, JOURNAL}


@st.composite
def sites(draw: st.DrawFn) -> dict[str, bytes]:
    """A site whose files link to its pages: a file's content is what it links to, and a word."""
    paths = sorted({"index.html", *draw(st.sets(st.sampled_from(PAGES)))})
    targets = st.sets(st.sampled_from([path for path in paths if path != "sitemap.xml"]))
    return {path: "\n".join([draw(st.sampled_from("ab")), *sorted(draw(targets))]).encode() for path in paths}


def find_dead_links(files: dict[str, bytes]) -> set[str]:
    """Return what a crawler that starts at the front page or at the sitemap misses."""
    queue = [path for path in ("index.html", "sitemap.xml") if path in files]
    seen, dead = set(queue), set()
    while queue:
        for link in files[queue.pop()].decode().splitlines()[1:]:
            if link not in files:
                dead.add(link)
            elif link not in seen:
                seen.add(link)
                queue.append(link)
    return dead


def contents(target: MemoryTarget) -> dict[str, bytes]:
    """Return what readers find."""
    return {path: data for path, data in target.files.items() if path not in NOTES}


@settings(max_examples=200)
@given(st.lists(st.tuples(sites(), st.integers(0, 25)), max_size=4), sites())
def test_however_often_it_broke_off_the_next_publishing_ends_in_the_site(
    broken: list[tuple[dict[str, bytes], int]], last: dict[str, bytes]
) -> None:
    """And a crawler never misses a page, not between any two steps of all of them."""
    target = MemoryTarget()
    moments: list[set[str]] = []
    target.watch = lambda: moments.append(find_dead_links(target.files))
    for site, steps in broken:
        target.left = steps
        with suppress(BrokenOffError):
            publish(memory_source(site), target)
    target.left = -1
    publish(memory_source(last), target)
    assert (contents(target), target.files.keys() & NOTES, set().union(*moments)) == (last, {MANIFEST}, set())


@given(sites())
def test_what_is_published_is_not_published_again(site: dict[str, bytes]) -> None:
    """A second run finds nothing to do, and does nothing."""
    target = MemoryTarget()
    publish(memory_source(site), target)
    target.left = 0
    assert publish(memory_source(site), target) == 0


def test_what_arrived_before_it_broke_off_is_not_sent_again() -> None:
    """A first publishing of a large site goes on where the connection was lost."""
    site = {f"tin/{number}/index.html": b"a" for number in range(9)}
    target = MemoryTarget(left=6)  # the journal and five files
    with suppress(BrokenOffError):
        publish(memory_source(site), target)
    target.left = -1
    assert publish(memory_source(site), target) == 4


def test_files_of_others_stay() -> None:
    """Only what a manifest or a journal names is ours to delete."""
    target = MemoryTarget({"cua-nguoi-khac.txt": b"x"})
    publish(memory_source({"index.html": b"a", "tin/1/index.html": b"a"}), target)
    publish(memory_source({"index.html": b"a"}), target)
    assert contents(target) == {"index.html": b"a", "cua-nguoi-khac.txt": b"x"}


def test_a_damaged_manifest_is_refused() -> None:
    """Taken for an empty one it would leave every deleted page on the host."""
    with pytest.raises(BantinError, match=r"publish\.damaged"):
        publish(memory_source({"index.html": b"a"}), MemoryTarget({MANIFEST: b"rubbish"}))


def test_the_order_within_a_plan() -> None:
    """What is new, then what pages show, pages from the deepest up, the front page, the sitemap; deletions last."""
    held = {
        path: hold(b"old") for path in ("index.html", "a/index.html", "a/b/index.html", "a.svg", "sitemap.xml", "x.bin")
    }
    wanted = {
        path: hold(b"new") for path in ("index.html", "a/index.html", "a/b/index.html", "a.svg", "sitemap.xml", "z.bin")
    }
    changed = ("a.svg", "a/b/index.html", "a/index.html", "index.html", "sitemap.xml")
    assert make_plan(Holdings(held), wanted) == Plan(new=("z.bin",), changed=changed, deleted=("x.bin",))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("assets/bantin.5f05410072.css", True),
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("search/open/b0-51b82c.bin", True),
        ("search/manifest.bin", False),
        ("search/search.mjs", False),
        ("tin/2025/10/le-ky-niem.facade/index.html", False),
        ("media/anh-20251007.jpg", False),
        ("assets/fonts/bvp-latin-400.woff2", False),
    ],
)
def test_only_what_is_named_by_its_content_is_kept_for_ever(path: str, *, expected: bool) -> None:
    """A picture may be replaced under its name, and a date is no hash."""
    assert is_immutable(path) is expected
