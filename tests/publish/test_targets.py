"""Each kind of place, with real files: a folder, rsync, S3-compatible storage."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from bantin.build import Project
from bantin.model import BantinError, ConfigError
from bantin.model.digest import SIZE
from bantin.publish.folder import FolderTarget
from bantin.publish.rsync import RsyncTarget
from bantin.publish.s3 import S3Target
from bantin.publish.source import Held, Source, open_source
from bantin.publish.target import JOURNAL, MANIFEST, Target
from conftest import Site, article, read_tree
from publish.places import BrokenOffError, Fragile, publish

pytestmark = pytest.mark.hosts
logging.getLogger("werkzeug").setLevel(logging.ERROR)


@dataclass(frozen=True)
class Place:
    """A target, and how to see what it holds."""

    target: Target
    tree: Callable[[], dict[str, bytes]]


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    """The address of a storage on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(storage: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An empty bucket."""
    for name, value in {"ACCESS_KEY_ID": "x", "SECRET_ACCESS_KEY": "y", "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    bucket = boto3.resource("s3", endpoint_url=storage).Bucket("tin")
    bucket.create()
    yield bucket
    bucket.objects.delete()


@pytest.fixture(params=["folder", "rsync", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place of each kind."""
    folder = tmp_path / "host"
    if request.param == "s3":
        storage, bucket = request.getfixturevalue("storage"), request.getfixturevalue("bucket")

        def objects() -> dict[str, bytes]:
            return {one.key.removeprefix("phuong/"): one.get()["Body"].read() for one in bucket.objects.all()}

        return Place(S3Target("tin/phuong", storage), objects)
    target = FolderTarget(folder) if request.param == "folder" else RsyncTarget(str(folder))
    return Place(target, lambda: read_tree(folder))


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site of one article, built."""
    site = make_site("")
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    return site


def source(site: Site) -> Source:
    """Return what the last build left."""
    return open_source(Project(site.root, site.root / "mkdocs.yml"), site.out)


def readable(place: Place) -> dict[str, bytes]:
    """Return what readers find there."""
    return {path: data for path, data in place.tree().items() if path not in {MANIFEST, JOURNAL}}


def test_a_place_holds_the_site_that_was_published(place: Place, site: Site) -> None:
    """All of it, and nothing else but the manifest."""
    publish(source(site), place.target)
    assert (readable(place), JOURNAL in place.tree()) == (site.tree(), False)


def test_only_what_changed_is_written_and_what_went_is_deleted(place: Place, site: Site) -> None:
    """With the folders that are empty then."""
    publish(source(site), place.target)
    before = readable(place)
    (site.root / "content/news/2025/10/mot.md").unlink()
    site.write("news/2025/11/hai.md", article("Hai", "2025-11-02"))
    site.build()
    now = site.tree()
    differing = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    assert (publish(source(site), place.target), readable(place)) == (len(differing), now)


@pytest.mark.parametrize("steps", [0, 2, 31])
def test_a_lost_connection_is_made_good(place: Place, site: Site, steps: int) -> None:
    """Also where the site has moved on since."""
    publish(source(site), place.target)
    site.write("news/2025/11/hai.md", article("Hai", "2025-11-02"))
    site.build()
    with suppress(BrokenOffError):
        publish(source(site), Fragile(place.target, steps))
    site.write("news/2025/11/ba.md", article("Ba", "2025-11-03"))
    (site.root / "content/news/2025/11/hai.md").unlink()
    site.build()
    publish(source(site), place.target)
    assert (readable(place), JOURNAL in place.tree()) == (site.tree(), False)


def test_a_journal_that_is_left_sends_nothing_twice(place: Place, site: Site) -> None:
    """What is there is asked of the place itself."""
    publish(source(site), place.target)
    place.target.delete((MANIFEST, "index.html"), lambda _: None)
    place.target.keep(JOURNAL, "\n".join(f"touched\t{path}" for path in source(site).files).encode())
    assert (publish(source(site), place.target), readable(place)) == (1, site.tree())


def test_objects_tell_readers_what_they_are_and_how_long_to_keep_them(site: Site, storage: str, bucket: Any) -> None:
    """A page is asked for again each time; a file of the index, named by its content, never."""
    publish(source(site), S3Target("tin/phuong", storage))
    page = bucket.Object("phuong/index.html")
    part = next(one.Object() for one in bucket.objects.all() if one.key.endswith(".bin") and "-" in one.key)
    assert (page.content_type, page.cache_control, part.cache_control) == (
        "text/html; charset=utf-8",
        "public, max-age=0, must-revalidate",
        "public, max-age=31536000, immutable",
    )


def test_a_bucket_that_is_not_there_is_named(site: Site, storage: str, bucket: Any) -> None:
    """With what to do about it."""
    del bucket
    with pytest.raises(BantinError, match=r"publish\.s3\.bucket"):
        publish(source(site), S3Target("khong-co", storage))


def test_a_storage_that_does_not_answer_loses_nothing(site: Site, bucket: Any) -> None:
    """The network is named."""
    del bucket
    target = S3Target("tin", "http://127.0.0.1:9")
    with pytest.raises(BantinError, match=r"publish\.s3\.network"):
        publish(source(site), target)


def test_without_credentials_the_variables_are_named(site: Site, storage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No guess, no question."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    with pytest.raises(ConfigError, match=r"publish\.s3\.credentials"):
        publish(source(site), S3Target("tin", storage))


def test_without_rsync_the_remedy_is_told(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a command to copy."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match=r"publish\.no_rsync"):
        publish(source(site), RsyncTarget(str(tmp_path / "host")))


def test_what_rsync_says_is_passed_on(site: Site, tmp_path: Path) -> None:
    """Nothing was sent."""
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    with pytest.raises(BantinError, match=r"publish\.rsync"):
        publish(source(site), RsyncTarget(str(tmp_path / "tep/trong")))


def test_a_page_that_was_altered_since_is_refused_before_anything_is_sent(place: Place, site: Site) -> None:
    """Nobody would know what readers see."""
    made = source(site)
    (site.out / "index.html").write_text("khác", encoding="utf-8")
    with pytest.raises(BantinError, match=r"publish\.altered"):
        publish(made, place.target)
    assert place.tree() == {}


def test_a_folder_that_bantin_did_not_build_is_refused(site: Site, tmp_path: Path) -> None:
    """The remedy is to build."""
    shutil.copytree(site.out, tmp_path / "ban-sao")
    with pytest.raises(ConfigError, match=r"publish\.not_built"):
        open_source(Project(site.root, site.root / "mkdocs.yml"), tmp_path / "ban-sao")


def test_a_name_that_begins_like_a_note_is_sent_and_deleted(place: Place, tmp_path: Path) -> None:
    """A list of names, as rsync reads it, may hold notes behind "#" and ";"."""
    names = ("# ghi chú [1].txt", "; hai.txt")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    held = Held(blake2b(b"x", digest_size=SIZE).hexdigest(), 1)
    place.target.put(names, Source(tmp_path, dict.fromkeys(names, held), b""), lambda _: None)
    assert set(names) <= place.tree().keys()
    place.target.delete(names, lambda _: None)
    assert not set(names) & place.tree().keys()
