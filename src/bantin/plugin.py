"""The adapter to MkDocs: each hook takes plain values from the host, makes one call, hands back the result."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import get_toc

from bantin.build import BuildOptions, Project, build_site, check_content
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.build.scan import is_overlooked
from bantin.host.capture import CONTROLS, HOME_SOURCE, Capture, frame_of, frame_sources, is_engine_content
from bantin.host.settings import describe_config, make_settings, read_now, refuse_unfit
from bantin.messages import load_messages
from bantin.messages.report import format_problem, select_problems
from bantin.model import BantinError, ContentError, Host
from bantin.render.folders import theme_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)

SERVE_LIMIT = 2000
"""Articles up to which `mkdocs serve` is promised to be usable."""


class MastheadConfig(Config):  # type: ignore[no-untyped-call]
    """Who answers for the site: shown at the foot of every page and on the front page, as far as it is known."""

    authority = config_options.Optional(config_options.Type(str))
    """Managing body (cơ quan chủ quản)."""
    responsible = config_options.Optional(config_options.Type(str))
    """Person responsible for the content."""
    licence = config_options.Optional(config_options.Type(str))
    address = config_options.Optional(config_options.Type(str))
    hotline = config_options.Optional(config_options.Type(str))
    email = config_options.Optional(config_options.Type(str))


class BantinConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    article_limit_kb = config_options.Type(int, default=1024)
    """A larger article file is refused: it holds a picture or a whole portal by mistake."""
    ignored_rules = config_options.ListOfItems(config_options.Type(str), default=[])
    title_limit = config_options.Type(int, default=120)
    """Rules on the text that this ward does not want, by id; characters from which a title counts as long."""
    feed_authority = config_options.Type(str, default="")
    """What ids in feeds begin with ("tin.example,2026:/"); set it before the site moves to another host."""
    share_pictures = config_options.Type(bool, default=False)
    """Draw a picture of title and ward for messengers, for each article without one."""
    workers = config_options.Optional(config_options.Type(int))
    """Processes of `mkdocs build`; by default one a core."""
    masthead = config_options.SubConfig(MastheadConfig)
    qr_codes = config_options.Type(bool, default=True)
    """Whether a printed article carries its address as a QR code; it needs `site_url`."""


class BantinPlugin(BasePlugin[BantinConfig]):  # type: ignore[no-untyped-call]
    """Lets MkDocs render what is its own, and the engine everything."""

    def __init__(self) -> None:
        self.deliver: Callable[[Host], None] | None = None
        """Gets the host in the place of a build; set by `bantin.host.start`."""
        self._command = "build"
        self._capture: Capture
        self._site_dir = ""
        self._private: tempfile.TemporaryDirectory[str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember the command: `serve` must tell its limit."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our theme under the ward's, our links into Markdown, and MkDocs' own output aside."""
        with _told(str(config.theme.get("language", "vi"))):
            refuse_unfit(config)
            # An editor's "12." stays 12, and bullets stay bullets beside numbers.
            config.markdown_extensions = [*dict.fromkeys((*config.markdown_extensions, "sane_lists"))]
            self._capture = Capture(make_settings(config, self.config))
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        config.theme.dirs[len(custom) : len(custom)] = [str(theme_dir())]
        config.theme.static_templates.discard("sitemap.xml")
        if config.nav is None:
            config.nav = []  # without this MkDocs lists every page that it can find, our frames among them
        config.markdown_extensions = [
            *config.markdown_extensions,
            "bantin.render.markdown_extension:BantinExtension",
            self._capture.mask,  # type: ignore[list-item]  # Python-Markdown takes instances too
        ]
        config.mdx_configs["bantin.render.markdown_extension:BantinExtension"] = {
            "demote_headings": False,
            "video": load_messages(self._capture.settings.language)("article.video"),
        }
        # MkDocs empties its output folder; the engine keeps what has not changed, so the two must not meet.
        self._site_dir = config.site_dir
        self._private = tempfile.TemporaryDirectory(prefix="bantin-")
        config.site_dir = self._private.name
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Under --strict, stop before anything is rendered."""
        if config.strict and self.deliver is None:
            self._run(config, check_only=True)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Take from MkDocs everything but standing pages, and add the pages that become frames."""
        for file in list(files):
            if file.src_dir == config.docs_dir:
                self._take_content_file(files, file)
            elif file.src_dir is not None:
                self._capture.add_theme_file(file.src_uri, Path(file.src_dir), file.content_bytes)
                files.remove(file)
        sources = frame_sources(self._capture.settings)
        if files.get_file_from_path("index.md") is None:
            sources["index.md"] = HOME_SOURCE
        for path, text in sources.items():
            files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
        self._capture.take_config(describe_config(config, {file.src_uri for file in files}))
        return files

    def _take_content_file(self, files: Files, file: File) -> None:
        # MkDocs would read what a link leads to, wherever that is.
        is_link = Path(file.abs_src_path or "").is_symlink()
        if is_engine_content(file.src_uri) or is_overlooked(file.src_uri) or is_link:
            files.remove(file)
        elif not file.is_documentation_page():
            self._capture.add_content_file(file.src_uri, file.content_bytes)
            files.remove(file)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Render what our script puts into pages."""
        texts = {"t": load_messages(self._capture.settings.language)}
        self._capture.take_controls(env.get_template(CONTROLS).render(config=config, bantin=texts))

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Reduce the text to the safe list and take its links."""
        return self._capture.take_content(page.file.src_uri, html, page.file.content_string)

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give the templates our variables; a frame also a table of contents, which brings the skip link."""
        is_frame = bool(frame_of(page.file.src_uri))
        if is_frame:
            page.toc = get_toc([{"level": 1, "id": "noi-dung", "name": "", "children": []}])
            page.meta["hide"] = ["navigation", "toc"]
        named = frozenset(one.url for one in nav.pages)
        has_tabs = "navigation.tabs" in config.theme.get("features", [])
        context.update({"bantin": self._capture.variables(named, is_frame=is_frame, has_tabs=has_tabs)})  # type: ignore[misc]  # one more variable
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Keep the page; MkDocs writes nothing."""
        if page.file.src_uri == "index.md":
            description = str(page.meta.get("description", ""))
            title = str(page.meta.get("title", ""))
            self._capture.take_home(title, description, page.content or "")
        self._capture.take_page(page.file.src_uri, str(page.title), output)
        return ""

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Give the 404 page our variables."""
        has_tabs = "navigation.tabs" in config.theme.get("features", [])
        variables = self._capture.variables(frozenset(), is_frame=True, has_tabs=has_tabs)
        context.update({"bantin": variables})  # type: ignore[misc]  # one more variable
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the 404 page, and any template that mkdocs.yml names."""
        if template_name == "404.html":
            self._capture.take_not_found(output_content)
            return ""
        if template_name in config.extra_templates:
            self._capture.add_theme_file(template_name, Path(), output_content.encode())
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hand the host to the engine, and give MkDocs its output folder back."""
        try:
            with _told(self._capture.settings.language):
                if self.deliver is not None:
                    self.deliver(self._capture.host())
                else:
                    self._run(config, check_only=False)
        finally:
            self._restore(config)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave no private folder behind."""
        if self._private is not None:
            self._private.cleanup()

    def _restore(self, config: MkDocsConfig) -> None:
        config.site_dir = self._site_dir
        if self._private is not None:
            self._private.cleanup()

    def _run(self, config: MkDocsConfig, *, check_only: bool) -> None:
        """Check the content, or build the site and tell what was done."""
        settings = self._capture.settings
        texts = load_messages(settings.language)
        root = Path(config.config_file_path).parent
        project = Project(root, Path(config.config_file_path))
        options = BuildOptions(read_now(os.environ), Path(self._site_dir).resolve(), self.config.workers, config.strict)
        with Cache(project.private / "cache.sqlite", digest_code()) as cache:
            if check_only:
                problems = check_content(project, Host(settings, {}), cache, options)
                if any(problem.severity == "error" for problem in problems):
                    self._tell(problems)
                    raise PluginError(texts("build.refused", errors=sum(one.severity == "error" for one in problems)))
                return
            try:
                report = build_site(project, self._capture.host(), cache, options)
            except ContentError as error:
                self._tell(error.problems)
                raise
        self._tell(report.problems)
        log.info(texts("build.done", **report.as_values()))
        if self._command == "serve" and report.articles > SERVE_LIMIT:
            log.info(texts("serve.use_ours", limit=SERVE_LIMIT))
        if report.errors:
            raise PluginError(texts("build.left_out", errors=report.errors))

    def _tell(self, problems: tuple[Any, ...]) -> None:
        texts = load_messages(self._capture.settings.language)
        for problem in select_problems(problems, 0)[0]:
            log.info(format_problem(problem, texts))


@contextmanager
def _told(language: str) -> Iterator[None]:
    """Turn what stops us into what MkDocs tells its user."""
    try:
        yield
    except BantinError as error:
        raise PluginError(load_messages(language)(error.key, **error.values)) from error
