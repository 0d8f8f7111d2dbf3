"""HTML reduced to a safe list by nh3. What a page may hold is decided here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

import nh3

TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary "
    "sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "details": {"open"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_DROPPED_WITH_CONTENT = {"script", "style", "template", "noscript", "svg", "math", "title"}
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)>")
_HANDLER = re.compile(r"\s(on[a-z]+)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r"\s(?:href|src)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")


OnLink = Callable[[str, str, str], str | None]
"""Gets (tag, attribute, value) of each href and src that the schemes allow or that is relative; returns the value to
stand there, or None for none."""


class Sanitiser:
    """Reduces HTML to what the safe list allows; made once, for it costs as much as cleaning a page."""

    def __init__(self) -> None:
        self._on_link: OnLink = lambda _, __, value: value
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=_ATTRIBUTES,
            attribute_filter=self._keep,
            url_schemes=set(SCHEMES),
            link_rel=None,
            clean_content_tags=_DROPPED_WITH_CONTENT,
        )

    def clean(self, html: str, on_link: OnLink) -> str:
        """Return `html` with only what the safe list allows."""
        self._on_link = on_link
        return self._cleaner.clean(html)

    def _keep(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute in {"href", "src"}:
            return self._on_link(tag, attribute, value)
        if attribute == "id":
            return None if value.startswith("__") else value
        if attribute == "class":
            return " ".join(name for name in value.split() if not name.startswith(("md-", "js-"))) or None
        return value


class Removed(NamedTuple):
    """What `Sanitiser` takes out of a text."""

    names: tuple[str, ...]
    """Tags, handlers and schemes, each once, in order."""
    addresses: tuple[tuple[str, bool], ...]
    """Addresses on the editor's own disk, and pictures that no page can show: (address, whether a picture)."""


def find_removed(html: str) -> Removed:
    """Return what `Sanitiser` takes out of `html` and an editor should know of."""
    names: dict[str, None] = {}
    addresses: list[tuple[str, bool]] = []
    for match in _TAG.finditer(html):
        tag, attributes = match[1].lower(), match[2]
        if tag not in TAGS:
            names[f"<{tag}>"] = None
        if attributes:
            names |= dict.fromkeys(name.lower() for name in _HANDLER.findall(attributes))
            for value in _ADDRESS.findall(attributes):
                target = unescape(value.strip("\"'"))
                scheme = _scheme(target)
                if tag in {"a", "img"} and scheme and scheme not in SCHEMES:
                    is_picture = tag == "img"
                    if is_picture or scheme == "file" or len(scheme) == 1:
                        addresses.append((target, is_picture))
                    else:
                        names[f"{scheme}:"] = None
    return Removed(tuple(names), tuple(addresses))


def _scheme(address: str) -> str:
    """Return the scheme as a browser reads it, which skips blanks; a Windows path has its drive."""
    match = _SCHEME.match(_BLANK.sub("", address))
    return match[1].lower() if match else ""
