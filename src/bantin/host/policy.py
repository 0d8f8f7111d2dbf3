"""The Content Security Policy of a page, and what must be mended in the host's HTML to be valid."""

from __future__ import annotations

import base64
import re
from hashlib import sha256

from bantin.text.slots import slot

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOOKS = re.compile(r' data-md-component="(?!palette")[\w-]*"')
"""What Material's script finds its places by; the switch of colours is found so by ours too."""
_BLANK_LINES = re.compile(r"[ \t]*\n\s*")
_INVALID = re.compile(
    r'(?<=<input class="md-toggle")([^>]*?) autocomplete="off"|(<label class="md-nav__link"[^>]*?) tabindex=""'
)
"""What Material writes that HTML does not allow: autocomplete on checkboxes, an empty tabindex."""
_FILLED_BY_SCRIPT = (
    re.compile(r'<div data-md-component="announce">\s*</div>'),
    re.compile(r'<div class="md-dialog"[^>]*>\s*<div[^>]*>\s*</div>\s*</div>'),
)
_OF_DRAWER = (
    re.compile(r'<input class="md-toggle"[^>]*>'),
    re.compile(r'<label class="md-overlay"[^>]*>\s*</label>'),
)
_TABS = re.compile(r"<script>var target=[^<]*__tabbed_[^<]*</script>\n?")


def content_security_policy(html: str) -> str:
    """Return the policy for `html`: everything from the site itself, and the inline scripts by their hashes."""
    hashes = dict.fromkeys(_hash(script) for script in _INLINE_SCRIPT.findall(html))
    scripts = " ".join(["'self'", *(f"'sha256-{one}'" for one in hashes)])
    return (
        f"default-src 'self'; img-src 'self' data:; script-src {scripts}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def squeeze(html: str) -> str:
    """Return a frame without what serves nobody, a third of its bytes, which every page would carry.

    That is indentation, blank lines, and what only Material's script fills or only its drawer needs.
    """
    unused = (*_FILLED_BY_SCRIPT, *(_OF_DRAWER if "md-sidebar" not in html else ()))
    for pattern in unused:
        html = pattern.sub("", html)
    return _BLANK_LINES.sub("\n", _HOOKS.sub("", html)).strip()


def finish_page(html: str, *, has_tabs: bool = False, has_palette: bool = False) -> str:
    """Return a page of the host, valid and with its policy in the first `policy` slot.

    Material's script for content tabs stays only where there can be some. With a palette the style may follow the
    system's colours before a script has run.
    """
    mended = _INVALID.sub(lambda match: match[1] or match[2], html)
    mended = mended if has_tabs else _TABS.sub("", mended)
    if has_palette:
        mended = mended.replace("<body ", "<body data-bt-auto ", 1)
    policy = content_security_policy(mended)
    return mended.replace(slot("policy"), f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)
