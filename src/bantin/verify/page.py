"""A page as a browser parses it: where it leads, what it fetches, and what its policy would have to stop."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_LOADING_LINKS = frozenset("stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split())
_LOADING = {"src", "srcset", "poster", "data", "imagesrcset", "background"}
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_RUNS = frozenset(("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"))
_ACTIVE = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_BANNED = frozenset("iframe frame object embed applet base portal".split())
_TELLING = _BANNED | {"script", "style", "meta"}
_SILENT = frozenset("class type datetime width height lang title role hidden".split())
"""Attributes that neither lead anywhere nor fetch anything: most of them."""
_NAMED_PAGES = frozenset(("og:url", "og:image"))
_SOURCE = re.compile(r"'self'|'none'|'sha256-[A-Za-z0-9+/=]+'")
_REQUIRED = {"default-src": {"'self'"}, "object-src": {"'none'"}, "base-uri": {"'none'"}}


@dataclass
class Page:
    """What was found, each address once, in order."""

    links: dict[str, None] = field(default_factory=dict)
    loads: dict[str, None] = field(default_factory=dict)
    ids: dict[str, None] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    hashes: list[tuple[str, str]] = field(default_factory=list)
    """(hash, beginning) of each inline script."""
    policy: dict[str, set[str]] | None = None
    is_late: bool = False
    """Whether something was fetched or run before the policy was known."""


def read_page(html: str) -> Page:
    """Return what a page says."""
    page = Page()
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root is not None else ():
        attributes = node.attributes
        tag = node.tag or ""
        if tag in _TELLING:
            _read_element(page, tag, attributes, node)
        for name, value in attributes.items():
            if name not in _SILENT:
                _read_attribute(page, tag, name, value or "", attributes)
    _judge_policy(page)
    return page


def _read_element(page: Page, tag: str, attributes: Mapping[str, str | None], node: LexborNode) -> None:
    if tag in _BANNED:
        page.faults.append(("element", f"<{tag}>"))
    elif tag == "script":
        _read_script(page, attributes, node)
    elif tag == "style":
        page.is_late |= page.policy is None
        page.styles.append(node.text())
    else:
        _read_meta(page, attributes)


def _read_attribute(page: Page, tag: str, name: str, value: str, attributes: Mapping[str, str | None]) -> None:
    if name == "href":
        _read_href(page, tag, value, attributes)
    elif name == "id":
        page.ids[value] = None
    elif name in {"action", "formaction"}:
        _follow(page, value)
    elif name in _LOADING:
        _load(page, tag, name, value)
    elif name == "style":
        page.faults.append(("style_attribute", f"<{tag}>"))
    elif name.startswith("on"):
        page.faults.append(("handler", f"<{tag} {name}>"))


def _read_href(page: Page, tag: str, value: str, attributes: Mapping[str, str | None]) -> None:
    if tag == "link" and not _LOADING_LINKS.isdisjoint((attributes.get("rel") or "").lower().split()):
        _load(page, tag, "href", value)
    else:
        _follow(page, value)


def _follow(page: Page, value: str) -> None:
    if _ACTIVE.match(value):
        page.faults.append(("script_link", value[:60]))
    else:
        page.links[value] = None


def _load(page: Page, tag: str, name: str, value: str) -> None:
    page.is_late |= page.policy is None
    if name.endswith("srcset"):
        candidates = (part.split() for part in value.split(","))
        page.loads |= dict.fromkeys(one[0] for one in candidates if one)
    elif not (tag == "img" and value.startswith("data:image/")):
        page.loads[value] = None


def _read_script(page: Page, attributes: Mapping[str, str | None], node: LexborNode) -> None:
    kind = (attributes.get("type") or "").strip().lower()
    if kind in _RUNS and "src" not in attributes:
        page.is_late |= page.policy is None
        text = node.text()
        page.hashes.append((base64.b64encode(sha256(text.encode()).digest()).decode(), text[:40]))


def _read_meta(page: Page, attributes: Mapping[str, str | None]) -> None:
    content = attributes.get("content") or ""
    kind = (attributes.get("http-equiv") or "").lower()
    if kind == "content-security-policy" and page.policy is None:
        parts = (part.split() for part in content.split(";"))
        page.policy = {part[0].lower(): set(part[1:]) for part in parts if part}
    elif kind == "refresh" and (match := _REFRESH.match(content)):
        _follow(page, match[1])
    elif (attributes.get("property") or "") in _NAMED_PAGES:
        _follow(page, content)


def _judge_policy(page: Page) -> None:
    policy = page.policy
    if policy is None:
        page.faults.append(("no_policy", ""))
        return
    if page.is_late:
        page.faults.append(("late_policy", ""))
    rest = policy.get("default-src")
    for directive, sources in _REQUIRED.items():
        # Nothing at all is stricter still; objects fall back to what holds for the rest (CSP Level 3, 6.1).
        told = policy.get(directive, rest if directive == "object-src" else None)
        if told not in (sources, {"'none'"}):
            page.faults.append(("weak_policy", directive))
    for directive, sources in policy.items():
        allowed = {"data:"} if directive == "img-src" else set()
        if any(not _SOURCE.fullmatch(one) for one in sources - allowed):
            page.faults.append(("weak_policy", f"{directive} {' '.join(sorted(sources))}"))
    scripts = policy.get("script-src", policy.get("default-src", set()))
    page.faults += [("unknown_script", begin) for one, begin in page.hashes if f"'sha256-{one}'" not in scripts]
