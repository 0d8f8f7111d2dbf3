"""When pictures are developed, what is kept of them between builds, and what becomes of that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.build import Project
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.build.live_site import LiveSite
from bantin.build.picture_pipeline import PicturePipeline
from bantin.build.pictures import develop as developing
from bantin.build.pictures.store import PictureStore
from bantin.build.pool import Payload, WorkerPool
from bantin.model import BantinError, Picture
from bantin.plan import Job
from bantin.plan.assets import PictureFiles
from conftest import Site, read_tree
from photographs import media, photograph, publish, save, scene, write

MakeSite = Callable[[str], Site]


def test_pictures_are_developed_once(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by a second build, nor into another folder, nor after the output and the rest of the cache were lost."""
    site = publish(make_site, {"a.jpg": photograph(), "b.png": save(scene(), "PNG")})
    monkeypatch.setattr(developing, "develop", lambda *_: pytest.fail("developed again"))
    assert site.build().rendered == 0
    site.build("other")
    shutil.rmtree(site.out)
    site.build(cache="other.sqlite")
    assert media(site) == read_tree(site.root / "other/media")


def test_a_change_of_templates_or_settings_leaves_pictures_alone(make_site: MakeSite) -> None:
    """Only what decides their bytes makes them anew."""
    site = publish(make_site, {"a.jpg": photograph()})
    before = {path: path.stat().st_mtime_ns for path in (site.out / "media").iterdir()}
    shutil.rmtree(site.root / ".bantin/pictures")
    site.settings = replace(site.settings, site_name="Tin xã")
    assert site.build().rendered > 0
    assert {path: path.stat().st_mtime_ns for path in (site.out / "media").iterdir()} == before
    assert not (site.root / ".bantin/pictures").exists()


def test_damage_to_what_was_kept_is_noticed(make_site: MakeSite) -> None:
    """It is made again, and the site is what it would have been."""
    site = publish(make_site, {"a.jpg": photograph()})
    before = media(site)
    (kept,) = (site.root / ".bantin/pictures").iterdir()
    data = kept.read_bytes()
    for damaged in (data[:-1000], b"", data[:-1] + bytes((data[-1] ^ 1,)), b"garbage\n" * 10):
        kept.write_bytes(damaged)
        shutil.rmtree(site.out)
        site.build()
        assert media(site) == before
        assert kept.read_bytes() == data


def test_pictures_that_are_gone_are_forgotten(make_site: MakeSite) -> None:
    """What is kept stays within bounds: one live picture, and some that another branch may want."""
    site = publish(make_site, {"a.jpg": photograph()})
    folder = site.root / ".bantin/pictures"
    (live,) = folder.iterdir()
    for number in range(60):
        write(folder / f"{number:032x}", b"old")
    write(site.root / "content/media/b.jpg", photograph(500, 400))
    site.build()
    assert len([*folder.iterdir()]) == 2
    assert live.exists()


def test_another_picture_of_the_same_name_has_other_addresses(make_site: MakeSite) -> None:
    """A browser that keeps the smaller forms for ever still shows the new picture; the old forms are deleted."""
    site = publish(make_site, {"a.jpg": photograph()})
    before = set(media(site))
    write(site.root / "content/media/a.jpg", photograph(901, 600))
    site.build()
    assert before & set(media(site)) == {"a.jpg"}


def test_equal_pictures_of_almost_equal_names_do_not_share_files(make_site: MakeSite) -> None:
    """When one of them goes, the other keeps all its forms."""
    site = publish(make_site, {"a.jpg": photograph(), "a.jpeg": photograph()}, "![Ảnh](../../../media/a.jpg)")
    before = {name: data for name, data in media(site).items() if name.startswith("a.jpg")}
    (site.root / "content/media/a.jpeg").unlink()
    site.build()
    assert media(site) == before


def test_one_worker_and_two_give_the_same_bytes(make_site: MakeSite, tmp_path: Path) -> None:
    """And so do two builds."""
    pictures = {f"{number}.jpg": photograph(700 + number, 500) for number in range(3)}
    alone = media(publish(make_site, pictures, workers=1))
    shutil.rmtree(tmp_path)
    assert media(publish(make_site, pictures, workers=2)) == alone


def test_a_file_that_changes_while_it_is_published_stops_the_build(make_site: MakeSite) -> None:
    """What is kept under the digest of one picture must never be another one."""
    site = make_site("")
    path = site.root / "content/media/a.jpg"
    write(path, photograph())
    store = PictureStore(site.root / ".bantin/pictures")
    inputs = PictureFiles(Picture("media/a.jpg", 900, 600, "0" * 8), (), "another.jpg", "")
    with closing(WorkerPool(Payload("", site.host, ()), workers=1)) as pool:
        pictures = PicturePipeline(site.root / "content", store, pool)
        with pytest.raises(BantinError) as caught:
            [*pictures.develop([Job("media/a.jpg", inputs, "")])]
    assert (caught.value.key, caught.value.values) == ("build.changed_meanwhile", {"path": "media/a.jpg"})


def test_the_preview_serves_every_form(make_site: MakeSite) -> None:
    """Editors see what readers will get."""
    site = publish(make_site, {"a.jpg": photograph()})
    project = Project(site.root, site.root / "mkdocs.yml")
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        live = LiveSite(project, cache)
        live.refresh(site.host, site.now)
        assert {name: live.file(f"media/{name}") for name in media(site)} == media(site)
