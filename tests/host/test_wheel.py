"""The wheel is the whole product: another repository needs only content/ and mkdocs.yml."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_a_folder_of_content_and_configuration_is_built_from_the_wheel(
    make_project: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Theme, messages and plugin travel inside."""
    place = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*pip, "wheel", *options, "--wheel-dir", str(place), str(ROOT)], check=True)
    (wheel,) = place.glob("bantin-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--quiet", "--target", str(place / "lib"), str(wheel)], check=True)
    root = make_project()
    env = os.environ | {"PYTHONPATH": str(place / "lib")}
    where = [sys.executable, "-c", "import bantin.render.folders as t; print(t.theme_dir())"]
    assert str(place / "lib") in subprocess.run(where, env=env, check=True, capture_output=True, text=True).stdout
    built = subprocess.run([sys.executable, "-m", "bantin", "build", "--strict"], cwd=root, env=env, check=False)
    assert built.returncode == 0
    assert list((root / "site/assets/fonts").glob("*.woff2"))
    assert (root / "site/tin/2025/10/mot/index.html").exists()
