"""What MkDocs makes is collected here, hook by hook, and becomes a `Host`. Knows plain values only."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bantin import urls
from bantin.build.scan import judge_standing
from bantin.check.config import ConfigFile, check_config
from bantin.check.site import OWN_FOLDERS, check_page, check_site, page_address
from bantin.host.headers import HEADERS, write_headers
from bantin.host.links import LinkMask, take_links
from bantin.host.policy import finish_page, squeeze
from bantin.host.scripts import link_scripts, spare_feeds, strip_script
from bantin.host.sheets import keep_used
from bantin.messages import load_messages
from bantin.model import ConfigError, Host, HostFile, Settings, StandingPage, digest
from bantin.render.folders import join_stylesheets, theme_dir
from bantin.text.contacts import contact_link
from bantin.text.slots import Slotted, slot

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.messages import Messages
    from bantin.model import Problem, Reference

REQUIRED = ("lang", "title", "description", "canonical", "head", "breadcrumb", "main")
"""Slots without which a ward's own main.html shows no article or hides it from readers and machines."""
_OWN_CONTENT = ("news/", "registry/", "media/")
SEARCH_SCRIPTS = ("search", "interface", "correct")
"""What readers fetch of the search component: the reader, the search page, help where nothing was found."""
_MAIN_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
"""Material's search and MkDocs' sitemap, which ours replace."""


def frame_sources(settings: Settings) -> dict[str, str]:
    """Return {path below content/: text} of the pages that MkDocs renders for us as frames."""
    texts = load_messages(settings.language)
    sections = ("wards", "officials", "topics", "archive", "search", "corrections")
    titles = {address: texts(f"sections.{name}") for address, name in zip(urls.SECTIONS, sections, strict=True)}
    sources = {f"{address}index.md": _frame_source(title) for address, title in titles.items()}
    for depth in (2, 3, 4):
        sources[_depth_path(depth)] = _frame_source(settings.site_name)
    return sources


def _depth_path(depth: int) -> str:
    return "khung/" + "d/" * (depth - 1) + "index.md"


def _frame_source(title: str) -> str:
    quoted = title.replace('"', "'")
    return f'---\ntitle: "{quoted}"\n---\n'


CONTROLS = "controls.html"
"""The template of the controls that need a script, rendered with the texts (`t`) and the configuration."""
HOME_SOURCE = ""
"""content/index.md where an editor has none."""


def frame_of(path: str) -> str:
    """Return the name of the frame that the page at `path` below content/ gives; '' for a standing page."""
    if path == "index.md":
        return "home"
    address = path.removesuffix("index.md")
    if address in urls.SECTIONS:
        return address.strip("/")
    return f"depth-{path.count('/')}" if path.startswith("khung/d/") else ""


def is_engine_content(path: str) -> bool:
    """Tell whether a file of content/ is the engine's, not MkDocs'."""
    return path.startswith(_OWN_CONTENT) or path.partition("/")[0].removesuffix(".md") in OWN_FOLDERS


def _early_script() -> HostFile:
    text = (theme_dir() / "scripts/early.js").read_text(encoding="utf-8")
    return _hashed("assets/bantin.{}.js", strip_script(text).encode())


def _read_scripts(*folders: str) -> dict[str, str]:
    """Return the modules of some components and what components share, by name."""
    paths = (path for folder in (*folders, "scripts") for path in theme_dir().glob(f"{folder}/*.mjs"))
    return {path.stem.replace("-", "_"): path.read_text(encoding="utf-8") for path in paths}


def _page_script(controls: dict[str, str]) -> HostFile:
    """Return the scripts of all components but the search page's as one, with the HTML of what they put into pages."""
    folders = {path.parent for path in theme_dir().glob("components/*/*.mjs") if path.parent.name != "search"}
    scripts = _read_scripts(*(f"components/{folder.name}" for folder in folders))
    every = "".join(f'import {{}} from "./{name}.mjs";\n' for name in sorted(scripts))
    made = f"export const controls = {json.dumps(controls, ensure_ascii=False)};\n"
    linked = link_scripts(scripts | {"every": every, "controls": made}, ["every"])
    return _hashed("assets/bantin.{}.mjs", linked["every"].encode())


def search_scripts() -> tuple[HostFile, ...]:
    """Return the reader of the search index; its name is a contract, so no hash is in it."""
    scripts = link_scripts(_read_scripts("components/search"), SEARCH_SCRIPTS)
    pairs = [(f"{urls.INDEX}{name}.mjs", script.encode()) for name, script in scripts.items()]
    return tuple(HostFile(address, digest(data), data) for address, data in pairs)


def _hashed(address: str, data: bytes) -> HostFile:
    """Return a file that is named by its content, so that readers may keep it for ever."""
    mark = digest(data)
    return HostFile(address.format(mark[:10]), mark, data)


_NO_INTRODUCTION = StandingPage("index.md", "", "", "")


class OwnFiles(NamedTuple):
    """Files of ours that pages load."""

    standing_sheet: HostFile
    """Of pages that MkDocs renders, beside Material's own."""
    frame_sheet: HostFile
    """The one style sheet of our own pages, in which Material's comes first and ours wins."""
    early_script: HostFile
    page_script: HostFile


@dataclass
class Capture:
    """Collects one run of MkDocs."""

    settings: Settings
    mask: LinkMask = field(default_factory=LinkMask)
    """The Markdown extension that must be among the host's."""
    _controls: dict[str, str] = field(default_factory=dict)
    """HTML that the script puts into pages, by the names of `CONTROLS`."""
    _frames: dict[str, str] = field(default_factory=dict)
    _pages: list[StandingPage] = field(default_factory=list)
    _files: dict[str, HostFile] = field(default_factory=dict)
    _links: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    _introduction: StandingPage = _NO_INTRODUCTION
    _home: tuple[str, str] = ("", "")
    _misplaced: set[str] = field(default_factory=set)
    """Pages that are articles."""
    _problems: tuple[Problem, ...] = ()

    def take_controls(self, rendered: str) -> None:
        """Keep what `CONTROLS` gave, {name: HTML} as JSON, before a page asks for `variables`."""
        self._controls = {name: squeeze(html) for name, html in json.loads(rendered).items()}

    def variables(self, named: frozenset[str], *, is_frame: bool, has_tabs: bool = False) -> dict[str, object]:
        """Return what the host's templates get as `bantin`; what the navigation has `named` is not repeated."""
        texts = load_messages(self.settings.language)
        sections = zip(urls.SECTIONS, ("wards", "officials", "topics", "archive"), strict=False)
        return {
            "frame": is_frame,
            "stylesheets": [(self._own.frame_sheet if is_frame else self._own.standing_sheet).address],
            "early": self._own.early_script.address,
            "scripts": [self._own.page_script.address],
            "drawer": not is_frame or not has_tabs,
            "masthead": self._masthead(texts),
            "search": urls.SEARCH,
            "corrections": urls.CORRECTIONS,
            "feeds": urls.FEEDS if self.settings.site_url else "",
            "t": texts,
            "sections": [
                {"title": texts(f"sections.{name}"), "path": path} for path, name in sections if path not in named
            ],
        }

    @cached_property
    def _own(self) -> OwnFiles:
        """What pages load of ours; made when the theme's files are known, once for all pages."""
        sheets = [file for address, file in sorted(self._files.items()) if _MAIN_SHEET.fullmatch(address)]
        host = "".join(keep_used(sheet.data.decode()) for sheet in sheets)
        ours = join_stylesheets(theme_dir())
        return OwnFiles(
            standing_sheet=_hashed("assets/bantin.{}.css", ours),
            frame_sheet=_hashed("assets/trang.{}.css", host.encode() + b"\n" + ours),
            early_script=_early_script(),
            page_script=_page_script(self._controls),
        )

    def _masthead(self, texts: Messages) -> list[dict[str, str]]:
        """Return who answers for the site, in the order in which it is told; what is not known is left out."""
        told = asdict(self.settings.masthead).items()
        return [
            {"key": key, "label": texts(f"masthead.{key}"), "text": value, "href": contact_link(key, value)}
            for key, value in told
            if value
        ]

    def add_theme_file(self, address: str, folder: Path, data: bytes) -> None:
        """Keep a file of a theme's folder, unless it serves something of the theme that we leave out."""
        if address.startswith(_UNUSED) or address.endswith(".map"):
            return
        if folder == theme_dir() and not address.startswith("assets/"):
            return
        if address.endswith(".js"):
            data = spare_feeds(data)
        self._files[address] = HostFile(address, digest(data), data)

    def add_content_file(self, path: str, data: bytes) -> None:
        """Keep a file of content/ that is published as it is; of one that is not, the check tells."""
        if not judge_standing(path):
            self._files[path] = HostFile(path, digest(data), source=path)

    def take_config(self, config: ConfigFile) -> None:
        """Judge what mkdocs.yml names."""
        self._problems = check_config(config)

    def take_content(self, path: str, html: str, source: str) -> str:
        """Return the safe text of a page, links replaced by slots."""
        texts = load_messages(self.settings.language)
        if check_page(path, source):
            self._misplaced.add(path)
        safe, self._links[path] = take_links(html, source, lambda number: texts("article.table", number=number))
        return safe

    def take_home(self, title: str, description: str, content: str) -> None:
        """Keep what content/index.md says."""
        self._introduction = StandingPage("index.md", "", title, content, self._links["index.md"])
        self._home = (title, description)

    def take_page(self, path: str, title: str, html: str) -> None:
        """Keep a rendered page: a frame, or a standing page."""
        if frame := frame_of(path):
            self._frames[frame] = self._finish(squeeze(html))
        else:
            links = self._links.get(path, ())
            self._pages.append(StandingPage(path, page_address(path), title, self._finish(html), links))

    def take_not_found(self, html: str) -> None:
        """Keep the frame of the 404 page."""
        self._frames["404"] = self._finish(squeeze(html))

    def _finish(self, html: str) -> str:
        has_tabs = "pymdownx.tabbed" in self.settings.markdown_extensions
        return finish_page(html, has_tabs=has_tabs, has_palette=bool(self._controls.get("palette")))

    def _leave_out_refused(self) -> None:
        """Drop what cannot be where it is in content/, of which the check tells; a file of a theme stops us."""
        pages = ("index.md", *(page.path for page in self._pages))
        refused = self._misplaced | {problem.path for problem in check_site(pages, self._files)}
        for address in sorted(refused & self._files.keys()):
            if not self._files.pop(address).source:
                raise ConfigError("config.theme_file", path=address)
        self._pages = [page for page in self._pages if page.path not in refused]
        if self._introduction.path in refused:
            self._introduction, self._home = _NO_INTRODUCTION, ("", "")

    def host(self) -> Host:
        """Return all that was collected. Raises ConfigError where a theme lost a slot, or has a file at our address."""
        for name in urls.FRAMES:
            missing = [one for one in REQUIRED if one not in Slotted(self._frames.get(name, "")).names]
            if missing:
                raise ConfigError("config.lost_slots", frame=name, slots=", ".join(map(slot, missing)))
        self._leave_out_refused()
        self._files |= {file.address: file for file in (*self._own, *search_scripts())}
        pages = [*self._frames.values(), *(page.html for page in self._pages)]
        rules = write_headers(pages, self._files)
        self._files.setdefault(HEADERS, HostFile(HEADERS, digest(rules), rules))
        return Host(
            settings=self.settings,
            frames=dict(sorted(self._frames.items())),
            introduction=self._introduction,
            home_title=self._home[0],
            home_description=self._home[1],
            pages=tuple(sorted(self._pages, key=lambda page: page.path)),
            files=tuple(self._files[address] for address in sorted(self._files)),
            problems=self._problems,
        )
