"""Of the host's style sheet, what our own pages use: a fifth of it, in the one style sheet that they load."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

USED = frozenset(
    (
        *("container", "content", "ellipsis", "grid", "header", "icon", "logo", "main", "nav", "option"),
        *("overlay", "sidebar", "skip", "toggle"),
    )
)
"""Blocks of Material (md-<name>, md-<name>__…) in our frames; what standing pages use besides is not among them."""
_STATES = frozenset(("js", "no-js"))

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_GROUP = re.compile(r",(?![^()\[]*[)\]])")
"""A comma between selectors, not one within brackets."""
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")


def keep_used(css: str) -> str:
    """Return the rules of a style sheet that can match in our frames; conditions around them stay."""
    return "".join(_kept(css))


def _kept(css: str) -> Iterator[str]:
    for head, body in _split_rules(css):
        if head.startswith(("@media", "@supports")):
            inner = keep_used(body)
            if inner:
                yield f"{head}{{{inner}}}"
        elif not head.startswith("@"):
            selectors = [one for one in _GROUP.split(head) if _is_used(one)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _is_used(selector: str) -> bool:
    return all(name in _STATES or _block(name) in USED for name in _CLASS.findall(selector))


def _block(name: str) -> str:
    return name.removeprefix("md-").split("__")[0].split("--")[0] if name.startswith("md-") else ""


def _split_rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield (what stands before the brace, what stands within) of each rule; statements without a body are left out."""
    depth = start = brace = 0
    for match in _TOKEN.finditer(css):
        sign = match[0]
        if sign == "{":
            brace = brace if depth else match.start()
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:brace].strip(), css[brace + 1 : match.start()]
                start = match.end()
        elif sign == ";" and depth == 0:
            start = match.end()
