"""What the tests of hosts need."""

import pytest

import tools


@pytest.fixture(scope="session", autouse=True)
def _programs() -> None:
    """Whatever the machine lacks, as scripts/test.py would have installed it."""
    tools.prepare_host_tests()
