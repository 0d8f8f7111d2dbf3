"""The output folder: only differences, never half a file, never anybody else's."""

from collections.abc import Callable

import pytest

from bantin.build.manifest import load_manifest, manifest_path
from bantin.model import BantinError, ConfigError
from conftest import Site, article


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site of two articles, built."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.write("news/2025/10/hai.md", article("Hai"))
    site.build()
    return site


def build_and_die(site: Site) -> None:
    """Build, and stop when all pages are in place but the manifest is not."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bantin.build.writer.save_manifest", die)
        with pytest.raises(KeyboardInterrupt):
            site.build()


def find_journals(site: Site) -> list[str]:
    """Return the names of the journals that lie about."""
    return [path.name for path in (site.root / ".bantin").glob("*.journal")]


def test_a_second_build_renders_and_writes_nothing(site: Site) -> None:
    """Nothing changed, so nothing is done."""
    report = site.build()
    assert (report.rendered, report.written, report.deleted) == (0, 0, 0)


def test_an_edited_text_rewrites_the_article_and_the_feeds_that_hold_it(site: Site) -> None:
    """A later paragraph is shown by no other page; the search index holds its words."""
    site.write("news/2025/10/mot.md", article("Một", body="Nội dung.\n\nĐoạn sau."))
    before = site.tree()
    site.build()
    changed = {path for path, data in site.tree().items() if before.get(path) != data}
    assert {path for path in changed if not path.startswith("search/")} == {
        "tin/2025/10/mot/index.html",
        *("feed.xml", "feed.json", "dia-phuong/ben-cat/feed.xml", "dia-phuong/ben-cat/feed.json"),
    }


def test_a_deleted_article_takes_its_page_along(site: Site) -> None:
    """Its file and its empty folder go."""
    (site.root / "content/news/2025/10/mot.md").unlink()
    site.build()
    assert not (site.out / "tin/2025/10/mot").exists()
    assert (site.out / "tin/2025/10/hai/index.html").exists()


def test_a_file_of_somebody_else_stays(site: Site) -> None:
    """Only what bantin wrote is ever deleted, even in the folder of a page that goes."""
    (site.out / "CNAME").write_text("tin.example")
    (site.out / "tin/2025/10/mot/anh-rieng.txt").write_text("của người khác")
    (site.root / "content/news/2025/10/mot.md").unlink()
    site.build()
    assert (site.out / "CNAME").read_text() == "tin.example"
    assert (site.out / "tin/2025/10/mot/anh-rieng.txt").read_text() == "của người khác"


def test_a_page_that_somebody_changed_before_it_goes_stays(site: Site) -> None:
    """A file whose bytes are no longer ours is not ours to delete."""
    page = site.out / "tin/2025/10/mot/index.html"
    page.write_text("sửa tay")
    (site.root / "content/news/2025/10/mot.md").unlink()
    site.build()
    assert page.read_text() == "sửa tay"


def test_a_page_that_somebody_changed_is_written_again(site: Site) -> None:
    """The site is what the content says."""
    page = site.out / "tin/2025/10/mot/index.html"
    right = page.read_bytes()
    page.write_text("sửa tay")
    site.build()
    assert page.read_bytes() == right


@pytest.mark.parametrize("damage", [b"", b"bantin-manifest 1\n", b"\xff\xfe rubbish", b"end\t0"])
def test_a_damaged_manifest_is_noticed(site: Site, damage: bytes) -> None:
    """It counts as none; the site comes out the same."""
    before = site.tree()
    manifest_path(site.root / ".bantin", site.out).write_bytes(damage)
    site.build()
    assert site.tree() == before


def test_a_build_killed_between_two_files_is_healed(site: Site) -> None:
    """What was put in place before the manifest was kept is looked at again, also when the edit is taken back."""
    clean = site.tree()
    manifest = manifest_path(site.root / ".bantin", site.out)
    kept = manifest.read_bytes()
    original = (site.root / "content/news/2025/10/mot.md").read_text(encoding="utf-8")
    site.write("news/2025/10/mot.md", article("Một khác"))
    build_and_die(site)
    assert find_journals(site)
    assert manifest.read_bytes() == kept
    (site.root / "content/news/2025/10/mot.md").write_text(original, encoding="utf-8")
    site.build()
    assert site.tree() == clean
    assert not find_journals(site)


def test_a_page_written_by_a_killed_build_and_no_longer_wanted_goes(site: Site) -> None:
    """The journal names it, though no manifest does."""
    clean = site.tree()
    site.write("news/2025/10/ba.md", article("Ba"))
    build_and_die(site)
    (site.root / "content/news/2025/10/ba.md").unlink()
    site.build()
    assert site.tree() == clean


def test_a_full_disk_is_told_in_our_words_and_loses_nothing(site: Site) -> None:
    """The page that could not be written keeps its old bytes, and no half of a file lies about."""
    before = site.tree()
    site.write("news/2025/10/mot.md", article("Một khác"))

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bantin.build.disk.os.replace", fail)
        with pytest.raises(BantinError, match="disk_full"):
            site.build()
    assert site.tree() == before


@pytest.mark.parametrize("out", [".", "..", "content", "content/site", ".git", ".git/site", ".bantin/site"])
def test_an_output_folder_over_the_sources_is_refused(site: Site, out: str) -> None:
    """Writing a site among the articles would mix the two."""
    with pytest.raises(ConfigError, match="output_in_content"):
        site.build(out)


def test_two_output_folders_have_two_manifests(site: Site) -> None:
    """A second folder is filled from nothing and leaves the first alone."""
    report = site.build("khac")
    assert report.written == len(site.tree()) == len(site.tree("khac"))
    assert load_manifest(manifest_path(site.root / ".bantin", site.root / "khac"))
