"""Where the links of all pages lead."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_REFERENCES = {"href", "src", "srcset", "action", "poster", "data"}
_FOR_MACHINES = {"canonical", "alternate"}
"""These name the site's public address, on purpose."""


class _Page(HTMLParser):
    """The references and the ids of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect from one element."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "link" and _FOR_MACHINES & set(values.get("rel", "").split()):
            return
        for name in _REFERENCES & values.keys():
            parts = values[name].split(",") if name == "srcset" else [values[name]]
            self.references += [part.split()[0] if part.split() else "" for part in parts]


def test_links_lead_to_pages_of_the_site(site: Path) -> None:
    """Every link, picture, script and style of a page is relative and leads to a file, a fragment to its element."""
    pages = {
        path.relative_to(site).as_posix(): _Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }
    # The 404 page is shown at any address: test_pages opens it at one.
    wrong = {
        f"{name}: {reference}"
        for name, page in pages.items()
        if name != "404.html"
        for reference in page.references
        if not _leads_somewhere(site, pages, name, reference)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _leads_somewhere(site: Path, pages: dict[str, _Page], name: str, reference: str) -> bool:
    parts = urlsplit(reference)
    if parts.scheme:
        return parts.scheme in {"http", "https", "mailto", "tel", "data"}
    if parts.netloc or parts.path.startswith("/"):
        return False
    folder = (site / name).parent
    target = (folder / unquote(parts.path)).resolve() if parts.path else site.resolve() / name
    if parts.path.endswith(("/", ".")):
        target /= "index.html"
    if not target.is_file() or not target.is_relative_to(site.resolve()):
        return False
    page = pages.get(target.relative_to(site.resolve()).as_posix())
    # Material's skip link and "back to top" use "#", the top of the page.
    return not page or not parts.fragment or unquote(parts.fragment) in page.ids
