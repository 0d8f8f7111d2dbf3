"""HTML reduced to a safe list by nh3. What a page may hold is decided here and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from collections.abc import Callable

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
_SCRIPT_LINK = re.compile(r"=\s*[\"']?\s*((?:javascript|vbscript)\s*:)", re.IGNORECASE)

AttributeFilter = "Callable[[str, str, str], str | None]"


def sanitise(html: str, on_link: Callable[[str, str, str], str | None]) -> str:
    """Return `html` with only what the safe list allows.

    `on_link` gets (tag, attribute, value) of each href and src that the schemes allow or that is relative, and
    returns the value to stand there, or None for none.
    """

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute in {"href", "src"}:
            return on_link(tag, attribute, value)
        if attribute == "id":
            return None if value.startswith("__") else value
        if attribute == "class":
            return " ".join(name for name in value.split() if not name.startswith(("md-", "js-"))) or None
        return value

    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes=set(SCHEMES),
        link_rel=None,
        clean_content_tags=_DROPPED_WITH_CONTENT,
    )


def find_removed(html: str) -> tuple[str, ...]:
    """Return the names of tags, handlers and links in `html` that `sanitise` takes out, each once, in order."""
    found: dict[str, None] = {}
    for tag, attributes in _TAG.findall(html):
        if tag.lower() not in TAGS:
            found[f"<{tag.lower()}>"] = None
        if attributes:
            found |= dict.fromkeys(name.lower() for name in _HANDLER.findall(attributes))
            found |= dict.fromkeys(name.lower() for name in _SCRIPT_LINK.findall(attributes))
    return tuple(found)
