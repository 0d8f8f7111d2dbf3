"""The Nu Html Checker, which knows what valid HTML is."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import tools

_POLICY = ("Resource violates Content Security Policy", "Inline script violates Content Security Policy")
"""The checker reads files, for which 'self' means nothing, and takes data blocks (application/json) for scripts.

Chromium judges the policy, in test_pages.
"""
_AUTO = "The “sizes” attribute value starting with “auto” is only valid for lazy-loaded images."
"""The checker takes the second of two sources for the picture of the first, which does load late: see test_pictures."""


def find_invalid(site: Path) -> list[str]:
    """Tell every error and warning in the site's pages once, with how often and where first."""
    java = tools.java(Path(sys.executable))
    jar = tools.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = "--stdout --format json --exit-zero-always --skip-non-html".split()
    # Java starts once for all pages.
    done = subprocess.run(
        [java, "-jar", str(jar), *options, str(site)], check=True, capture_output=True, encoding="utf-8"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for message in json.loads(done.stdout)["messages"]:
        if message["message"].startswith((*_POLICY, _AUTO)):
            continue
        page = message.get("url", "").rpartition(f"/{site.name}/")[2]
        kind = message.get("subType", message["type"])
        found[f"{kind}: {message['message']}"].append(
            f"{page}:{message.get('lastLine', 1)} {message.get('extract', '')!r}"
        )
    return [f"{text}\n  {len(places)} times, first at {places[0]}" for text, places in sorted(found.items())]
