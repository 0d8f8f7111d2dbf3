"""What stops a command."""

import pickle

import pytest

from bantin.model import BantinError, ConfigError, ContentError, Problem


@pytest.mark.parametrize(
    "error",
    [
        BantinError("build.file_locked", path="tin/index.html"),
        ConfigError("config.missing", folder="."),
        ContentError((Problem("tin.md", 1, 1, "file-empty", "error"),)),
    ],
)
def test_an_error_passes_from_one_process_to_another(error: BantinError) -> None:
    """A worker's fault is told like our own."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert (type(copy), copy.args, vars(copy)) == (type(error), error.args, vars(error))
