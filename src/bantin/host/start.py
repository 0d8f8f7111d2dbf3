"""Starts MkDocs for commands of ours; with `bantin.plugin` the only module that knows it."""

from __future__ import annotations

import logging
import os
import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound

from bantin.build.disk import reading_faults
from bantin.host.explain import explain
from bantin.host.recipe import Recipe, relative_paths
from bantin.messages import load_messages
from bantin.model import BantinError, ConfigError, Host

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
    text = ""
    try:
        text = project.config_file.read_text(encoding="utf-8", errors="replace")
        config = load_config(str(project.config_file))
        plugin = config.plugins.get("bantin")
        if not isinstance(plugin, BantinPlugin):
            raise ConfigError("config.no_plugin")
        plugin.deliver = received.append
        build(config)
    except (MkDocsException, SystemExit) as error:
        _raise_refusal(error)
        # MkDocs has logged the reason; its closing "Aborted with …" says nothing to an editor.
        said = list(dict.fromkeys(listener.lines or [str(error)]))
        told = explain(project.config_file.name, text, said, load_messages("vi"))
        raise ConfigError(
            "config.explained" if told else "config.invalid", told=told, reason="\n".join(said)
        ) from error
    except TemplateError as error:
        raise _explain_template(error) from error
    except OSError:
        with reading_faults(str(project.config_file)):
            raise
    finally:
        logger.removeHandler(listener)
        logger.propagate = True
    return received[0], _recipe(config, project)


def _explain_template(error: TemplateError) -> ConfigError:
    """Return what an editor is told of a template that is missing, an icon mostly, or broken."""
    name = str(getattr(error, "name", None) or "")
    if not isinstance(error, TemplateNotFound):
        return ConfigError("config.template", name=name, words=error)
    icon = re.fullmatch(r"\.icons/(.*)\.svg", name)
    return ConfigError("config.no_icon" if icon else "config.no_template", name=icon[1] if icon else name)


def _raise_refusal(error: BaseException) -> None:
    """Raise what the plugin itself refused, where MkDocs passes that on in errors of its own."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, BantinError):
            raise cause
        cause = cause.__cause__ or cause.__context__


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
