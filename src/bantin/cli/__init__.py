"""The command `bantin`: one small file a command."""

from bantin.cli.main import main

__all__ = ["main"]
