"""Pictures of every kind of page, for people to look at; started by scripts/screenshots.py."""

import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from browser.chromium import SCHEMES, Visit, running, window
from browser.host import hosted
from browser.kinds import KINDS, find_address
from browser.stage import FOLDER, build_site

_WIDTHS = (360, 768, 1280)


def main(target: Path, kinds: list[str]) -> None:
    """Write <kind>-<width>-<scheme>.png for each kind, or for the ones named."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built = os.environ.get("BANTIN_TEST_SITE")
        site = Path(built) if built else build_site(Path(folder))
        with hosted(site, FOLDER) as base, running() as browser:
            for width in _WIDTHS:
                for scheme in SCHEMES:
                    with window(browser, width, scheme) as context:
                        for kind in kinds or KINDS:
                            visit = Visit(context.new_page(), urlsplit(base).netloc)
                            visit.go(base + find_address(site, kind))
                            visit.page.screenshot(path=target / f"{kind}-{width}-{scheme}.png", full_page=True)
                            visit.page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
