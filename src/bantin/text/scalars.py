"""Texts as YAML scalars, the way editors write front matter: plain where that is safe."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w,.]*(?: [\w,.]+)+")
"""What YAML takes as it stands: two words or more, so never one of its own, such as `null`."""


def quote(text: str) -> str:
    """Return a YAML scalar for any text of one line: plain where that is safe, else in double quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
