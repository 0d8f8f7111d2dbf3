"""The site in the pseudo-language, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.stage import build


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, inside its project."""
    return build(tmp_path_factory.mktemp("languages"))
