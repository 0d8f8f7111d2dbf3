"""What a language needs, and what stands in for what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin import messages
from bantin.build import Project
from bantin.build.cache import Cache
from bantin.host import obtain_host
from bantin.messages import load_messages
from bantin.model import ConfigError
from conftest import unpack


def test_a_text_that_a_language_lacks_is_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue may grow sentence by sentence."""
    (tmp_path / "vi.yml").write_text("page: {language: vi, edit: Sửa}\nhome: {latest: Mới}\n", encoding="utf-8")
    (tmp_path / "km.yml").write_text("page: {language: km}\nhome: {latest: ថ្មី}\n", encoding="utf-8")
    monkeypatch.setattr(messages, "files", lambda _: tmp_path)
    texts = load_messages.__wrapped__("km")
    assert [texts(key) for key in ("page.language", "home.latest", "page.edit")] == ["km", "ថ្មី", "Sửa"]
    assert messages.list_languages() == ("km", "vi")


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path) -> None:
    """Half of every page would be Vietnamese, and the page would say that it is not."""
    configuration = "site_name: A\ndocs_dir: content\nplugins: [bantin]\ntheme: {name: material, language: fr}\n"
    unpack(f"-- mkdocs.yml --\n{configuration}-- content/index.md --\nA\n", tmp_path)
    project = Project(tmp_path, tmp_path / "mkdocs.yml")
    with Cache(tmp_path / "cache", "") as cache, pytest.raises(ConfigError) as caught:
        obtain_host(project, cache)
    texts = load_messages("vi")
    told = texts(caught.value.key, **caught.value.values)
    assert texts("config.no_catalogue", value="fr", known="vi") in told
