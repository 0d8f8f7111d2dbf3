"""The project's own content as a site, for all tests of this folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bantin import urls
from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.host.capture import search_scripts
from bantin.model import Host
from conftest import FRAME, NOW, SETTINGS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def content_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site that content/ gives, in plain frames."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "content", root / "content")
    project = Project(root, root / "mkdocs.yml")
    host = Host(SETTINGS, dict.fromkeys(urls.FRAMES, FRAME), files=search_scripts())
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        build_site(project, host, cache, BuildOptions(NOW, root / "site", 1))
    return root / "site"
