"""What our theme replaces in Material must still be there to replace."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from bantin.host.scripts import ALTERNATES
from bantin.render.folders import theme_dir

_MATERIAL = find_spec("material")
assert _MATERIAL is not None
assert _MATERIAL.submodule_search_locations is not None
MATERIAL = Path(_MATERIAL.submodule_search_locations[0]) / "templates"

BLOCKS = re.findall(r"{%-?\s*block (\w+)", (theme_dir() / "main.html").read_text(encoding="utf-8"))
PARTIALS = sorted(path.name for path in (theme_dir() / "partials").glob("*.html"))


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_that_we_override_exists_in_material(block: str) -> None:
    """A block without a counterpart would silently show nothing."""
    assert re.search(rf"{{%-?\s*block {block}\b", (MATERIAL / "base.html").read_text(encoding="utf-8"))


def test_the_hosts_script_looks_for_alternate_links_as_we_expect() -> None:
    """Otherwise every page with feeds would ask for a sitemap beside it."""
    (bundle,) = (MATERIAL / "assets/javascripts").glob("bundle.*.min.js")
    assert bundle.read_bytes().count(ALTERNATES) == 1


@pytest.mark.parametrize("partial", PARTIALS)
def test_a_partial_that_we_override_is_included_by_material_or_by_us(partial: str) -> None:
    """A partial that nothing includes is dead."""
    sources = [*MATERIAL.rglob("*.html"), *theme_dir().rglob("*.html")]
    assert any(f'"partials/{partial}"' in path.read_text(encoding="utf-8") for path in sources)
