"""The site of the feeds' tests; a file on another subject has a site of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Site
from outputs.feeds import FULL


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """The built site of `FULL`."""
    found = make_site(FULL)
    assert found.build().errors == 0
    return found
