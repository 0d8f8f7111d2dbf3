"""From mkdocs.yml, as MkDocs has read it, to the plain values that travel inward."""

from __future__ import annotations

import os
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bantin import urls
from bantin.check.config import ConfigFile
from bantin.host.recipe import relative_paths
from bantin.messages import list_languages, load_messages
from bantin.model import ConfigError, Masthead, Settings
from bantin.model.settings import MOST_WORKERS
from bantin.read.fields import suggest
from bantin.text.dates import parse_instant
from bantin.text.slugs import heading_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_AUTHORITY = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,[0-9]{4}(?:-[0-9]{2}){0,2}:[a-z0-9/._-]*")


_SITE_URL = re.compile(r"https?://[^\s<>\"?#]+", re.IGNORECASE)
_NUMBERS = {"article_limit_kb": 1_000_000, "title_limit": 10_000, "workers": MOST_WORKERS}
"""Options that count something, with what is the most of it."""


def refuse_unfit(config: Any) -> None:
    """Stop where mkdocs.yml asks for what our addresses contradict. Raises ConfigError."""
    if not config.use_directory_urls:
        raise ConfigError("config.directory_urls")
    for name in ("search", "material/search", "material/blog", "material/tags"):
        if name in config.plugins:
            raise ConfigError("config.foreign_plugin", name=name)
    instant = [one for one in config.theme.get("features", []) if str(one).startswith("navigation.instant")]
    if instant:
        raise ConfigError("config.foreign_feature", name=instant[0])
    _refuse_linked_folders(Path(config.docs_dir))


def _refuse_linked_folders(content: Path) -> None:
    """Stop before MkDocs follows a link out of `content`, or round in circles. Raises ConfigError."""
    for folder, names, _ in os.walk(content):
        for name in names:
            path = Path(folder, name)
            if path.is_symlink():
                raise ConfigError("config.linked_folder", path=path.relative_to(content.parent).as_posix())


def _refuse_unknown_options(options: Any) -> None:
    """Stop at an option of ours that there is not, which would silently do nothing. Raises ConfigError."""
    known = {name: name for name in type(options)()}
    below = {name: f"masthead.{name}" for name in type(options.masthead)()}
    for given, names, label in ((options, known, ""), (options.masthead, below, "masthead.")):
        for key in given:
            if key not in names:
                near = suggest(str(key), names) or suggest(str(key), known | below)
                found = (known | below).get(near) or ", ".join(names.values())
                raise ConfigError("config.unknown_option", option=f"{label}{key}", near=found)


def _refuse_odd_values(config: Any, options: Any) -> None:
    """Stop at a value that has the right type and makes no sense. Raises ConfigError."""
    if config.site_url and not _SITE_URL.fullmatch(config.site_url):
        raise ConfigError("config.site_url", value=config.site_url)
    for name, most in _NUMBERS.items():
        value = options[name]
        if value is not None and (isinstance(value, bool) or not 1 <= value <= most):
            raise ConfigError("config.number", option=name, value=value, low=1, high=most)


def describe_config(config: Any, pages: set[str]) -> ConfigFile:
    """Return what mkdocs.yml (`config`) says as far as MkDocs lets it pass; `pages`: what it can render."""
    path, content = Path(config.config_file_path), Path(config.docs_dir)
    links = [link for link in _nav_links(config.nav or []) if not _is_elsewhere(link, content)]
    keys = [str(key) for key in config]
    text = path.read_text(encoding="utf-8", errors="replace")
    return ConfigFile(path.name, text, keys, frozenset(type(config)()), links, frozenset((*pages, *urls.SECTIONS)))


def _nav_links(node: Any) -> Iterator[str]:
    """Yield what a navigation, or a part of it, leads to."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _nav_links(value)
    elif isinstance(node, list):
        for one in node:
            yield from _nav_links(one)


def _is_elsewhere(link: str, content: Path) -> bool:
    """Tell whether a link leads to no page: to another site, an address of this one, a file published as it is."""
    parts = urlsplit(link)
    return bool(parts.scheme or parts.netloc or link.startswith(("/", "#"))) or (content / parts.path).is_file()


def make_settings(config: Any, options: Any) -> Settings:
    """Return what mkdocs.yml (`config`) and our options in it say as plain values, our defaults for Markdown put in.

    Raises ConfigError for an option that there is not, for a value that makes no sense, and for an extension whose
    configuration is more than plain values and named functions.
    """
    _refuse_unknown_options(options)
    _refuse_odd_values(config, options)
    language = str(config.theme.get("language", "vi"))
    if language not in list_languages():
        raise ConfigError("config.no_catalogue", value=language, known=", ".join(list_languages()))
    _set_markdown_defaults(config, language)
    root = Path(config.config_file_path).parent
    custom = [config.theme.custom_dir] if config.theme.custom_dir else []
    edit_base = (
        f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/" if config.repo_url and config.edit_uri else ""
    )
    content_dir, site_dir = relative_paths([config.docs_dir, config.site_dir], root)
    return Settings(
        site_name=config.site_name,
        site_url=config.site_url or "",
        site_description=config.site_description or "",
        language=language,
        content_dir=content_dir,
        site_dir=site_dir,
        theme_dirs=relative_paths(custom, root),
        markdown_extensions=tuple(str(extension) for extension in config.markdown_extensions),
        extension_configs={name: _plain(values, name) for name, values in config.mdx_configs.items()},
        edit_base=edit_base,
        article_limit_kb=options.article_limit_kb,
        ignored_rules=tuple(options.ignored_rules),
        title_limit=options.title_limit,
        masthead=Masthead(**{one.name: str(options.masthead[one.name] or "").strip() for one in fields(Masthead)}),
        qr_codes=options.qr_codes,
        share_pictures=options.share_pictures,
        feed_authority=_authority(options.feed_authority),
    )


def _authority(text: str) -> str:
    """Return what ids in feeds begin with. Raises ConfigError for what makes no tag URI (RFC 4151)."""
    if text and not _AUTHORITY.fullmatch(text):
        raise ConfigError("config.feed_authority", value=text)
    return text


def _set_markdown_defaults(config: Any, language: str) -> None:
    texts = load_messages(language)
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_id)
    if "footnotes" in config.markdown_extensions:
        config.mdx_configs.setdefault("footnotes", {}).setdefault("BACKLINK_TITLE", texts("article.footnote_back"))


def _plain(value: Any, extension: str) -> Any:
    """Return a configuration with {"python": "module:name"} in the place of functions; raises ConfigError."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, dict):
        return {str(key): _plain(one, extension) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one, extension) for one in value]
    name = getattr(value, "__qualname__", "<object>")
    if "<" in name:
        raise ConfigError("config.extension", name=extension)
    return {"python": f"{value.__module__}:{name}"}


def read_now(environment: Any) -> datetime:
    """Return the instant of the build: BANTIN_NOW where set (+07:00 assumed), else the clock. Raises ConfigError."""
    text = environment.get("BANTIN_NOW", "")
    if not text:
        return datetime.now(UTC)
    try:
        parsed = parse_instant(text)
    except ValueError:
        parsed = None
    if parsed is None:
        raise ConfigError("config.now", value=text)
    return parsed[0]
