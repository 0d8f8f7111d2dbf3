"""The hostile site, built once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from host.commands import bantin
from security.stage import lay_out


class Built(NamedTuple):
    """A project and what its build said."""

    root: Path
    code: int
    err: str

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of all hostile inputs, as far as they are published at all."""
    root = tmp_path_factory.mktemp("hostile") / "kho"
    root.mkdir()
    lay_out(root)
    (root.parent / "bi-mat.txt").write_text("bí mật của máy chủ", encoding="utf-8")
    (root / "content/media/lien-ket.txt").symlink_to(root.parent / "bi-mat.txt")
    (root / "content/news/2025/10/lien-ket.md").symlink_to(root.parent / "bi-mat.txt")
    (root / "content/trang/lien-ket.txt").symlink_to(root.parent / "bi-mat.txt")
    (root / "content/trang/lien-ket.md").symlink_to(root.parent / "bi-mat.txt")
    done = bantin("build", folder=root)
    return Built(root, done.returncode, done.stderr)
