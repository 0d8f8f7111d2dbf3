"""Starts MkDocs for commands of ours; with `bantin.plugin` the only module that knows it."""

from __future__ import annotations

import logging
import os
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.host.recipe import Recipe, relative_paths
from bantin.model import ConfigError, Host

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.build import Project

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's English notice is not for editors


class _Listener(logging.Handler):
    """Keeps what MkDocs complains of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def run_mkdocs(project: Project) -> tuple[Host, Recipe]:
    """Let MkDocs render frames and standing pages. Raises ConfigError where it refuses."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - see `obtain_host`
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from bantin.plugin import BantinPlugin  # noqa: PLC0415

    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    logger.propagate = False
    received: list[Host] = []
    try:
        config = load_config(str(project.config_file))
        plugin = config.plugins.get("bantin")
        if not isinstance(plugin, BantinPlugin):
            raise ConfigError("config.no_plugin")
        plugin.deliver = received.append
        build(config)
    except (MkDocsException, SystemExit) as error:
        # MkDocs has logged the reason; its closing "Aborted with …" says nothing to an editor.
        reason = "\n".join(dict.fromkeys(listener.lines or [str(error)]))
        raise ConfigError("config.invalid", reason=reason) from error
    finally:
        logger.removeHandler(listener)
        logger.propagate = True
    return received[0], _recipe(config, project)


def _recipe(config: MkDocsConfig, project: Project) -> Recipe:
    custom = [config.theme.custom_dir] if config.theme.custom_dir else []
    installed = {entry.name: entry.dist.name for entry in entry_points(group="mkdocs.plugins") if entry.dist}
    plugins = {installed[name] for name in config.plugins if name in installed}
    (content_dir,) = relative_paths([config.docs_dir], project.root)
    return Recipe(
        content_dir=content_dir,
        theme_dirs=relative_paths(custom, project.root),
        hooks=relative_paths((Path(project.root, hook) for hook in config.hooks), project.root),
        packages=tuple(sorted({"mkdocs", "mkdocs-material", "pymdown-extensions", *plugins} - {"bantin"})),
    )
