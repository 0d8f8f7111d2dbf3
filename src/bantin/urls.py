"""The only place that knows what an address looks like.

An address is a path below the site, without a leading slash, as the file is called; `link`, `located` and `absolute`
write it as pages and machines do, percent-encoded (RFC 3986), so that a file may have any name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from bantin.check.aliases import read_alias
from bantin.check.site import page_address
from bantin.model import digest
from bantin.text.slugs import slugify

if TYPE_CHECKING:
    from bantin.check import Located
    from bantin.model import Picture, Variant

HOME = ""
WARDS, OFFICIALS, TOPICS = "dia-phuong/", "can-bo/", "chu-de/"
ARCHIVE = "luu-tru/"
SEARCH = "tim-kiem/"
NOT_FOUND = "404.html"
INDEX = "search/"
"""Folder of the search index and of its reader."""
SITEMAP = "sitemap.xml"
FEEDS = "feeds.opml"
"""The list of all feeds."""
CORRECTIONS = "dinh-chinh/"
ROBOTS = "robots.txt"
HOST_RULES = "_redirects"
OLD = "#old"
"""Behind the address of an article: the job that makes its old addresses. No file can have such a name."""
SECTIONS = (WARDS, OFFICIALS, TOPICS, ARCHIVE, SEARCH, CORRECTIONS)
"""Landing pages that a navigation may name."""
FOLDERS = {"ward": WARDS, "official": OFFICIALS, "topic": TOPICS}
"""Address of the directory of each kind of list."""

ROOT = "\x00root\x00"
"""Stands in a card for the way to the site's root, so that a card is rendered once for all pages that show it."""
_PROVINCE_KIND = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)


def article(path: str) -> str:
    """Return the address of the article in the file `path` below content/: its place below news/, verbatim."""
    return f"tin/{path.removeprefix('news/').removesuffix('.md')}/"


def old_address(alias: str) -> str | None:
    """Return the address that an alias keeps alive, None where a static host cannot: behind a "?"."""
    old = read_alias(alias)
    return old.file.removesuffix("index.html") if old and not old.query else None


def share_picture(path: str) -> str:
    """Return the picture that messengers show of the article in the file `path`."""
    return f"{article(path)}chia-se.png"


def entity(kind: str, entity_id: str) -> str:
    """Return the landing page of a ward, an official or a topic."""
    return f"{FOLDERS[kind]}{entity_id}/"


def archive_page(landing: str, year: int, number: int) -> str:
    """Return page `number` (from 1, the oldest) of a year of the list whose landing page is given."""
    return f"{landing}{year:04}/{number}/"


def year(number: int) -> str:
    """Return the archive page of a year."""
    return f"{ARCHIVE}{number:04}/"


def month(number: int, month_number: int) -> str:
    """Return the archive's landing page of a month."""
    return f"{ARCHIVE}{number:04}/{month_number:02}/"


def province_id(name: str) -> str:
    """Return the id of a province, the same however its kind is written: "TP. Hồ Chí Minh" gives ho-chi-minh."""
    return slugify(_PROVINCE_KIND.sub("", name.strip()))


def province(name: str) -> str:
    """Return the page of a province."""
    return f"tinh/{province_id(name)}/"


def month_sitemap(number: int, month_number: int) -> str:
    """Return the sitemap of a month's articles."""
    return f"sitemap/{number:04}-{month_number:02}.xml"


def feed(landing: str) -> str:
    """Return the Atom feed beside a landing page."""
    return f"{landing}feed.xml"


def json_feed(landing: str) -> str:
    """Return the same in the form of JSON Feed."""
    return f"{landing}feed.json"


DATA = "api/"
_DATA_NAMES = {"ward": "dia-phuong", "official": "can-bo"}


def data_list(kind: str) -> str:
    """Return the open data of all wards or officials; CSV stands beside under the same name."""
    return f"{DATA}{_DATA_NAMES[kind]}.json"


def data_person(entry_id: str) -> str:
    """Return the open data of one official."""
    return f"{DATA}can-bo/{entry_id}.json"


def data_month(number: int, month_number: int) -> str:
    """Return the open data of a month's articles; CSV stands beside."""
    return f"{DATA}tin/{number:04}/{month_number:02}.json"


def data_schema(name: str) -> str:
    """Return the JSON Schema of a file of open data."""
    return f"{DATA}schema/{name}.json"


_LONGEST_NAME = 200
"""Bytes of a picture's name that leave room for what `variant` adds: file systems take 255."""


def variant(picture: Picture, one: Variant) -> str:
    """Return the file of a smaller form of a picture; the whole name tells hop.jpg and hop.jpeg apart."""
    folder, slash, name = picture.path.rpartition("/")
    stem = name if len(name.encode()) <= _LONGEST_NAME else digest(name)
    return f"{folder}{slash}{stem}.{one.width}.{picture.mark}.{one.format}"


def depth(address: str) -> int:
    """Return how many folders an address is below the site."""
    return address.count("/")


def root(address: str) -> str:
    """Return what leads from the page at `address` to the site's root: "" or "../" as often as needed."""
    return "../" * depth(address)


def output(address: str) -> str:
    """Return the file that a host serves at `address`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def link(from_root: str, address: str) -> str:
    """Return a relative link from a page whose way to the root is `from_root`; it may stand in `srcset`, too."""
    return f"{from_root}{quote(address)}" or "./"


def absolute(site_url: str, address: str) -> str:
    """Return an address as programs far from the site write it; `site_url` ends in a slash."""
    return site_url + quote(address)


_IN_ANCHOR = "%/?:@!$&'()*+,;="
"""What may stand in a fragment (RFC 3986, 3.5), and what an editor has encoded already."""


def located(target: Located) -> str:
    """Return what leads from the site's root to where a reference leads, anchor included."""
    shape = {"article": article, "page": page_address}.get(target.kind, str)
    anchor = target.anchor.removeprefix("#")
    return quote(shape(target.path)) + (f"#{quote(anchor, safe=_IN_ANCHOR)}" if anchor else "")


def frame(address: str) -> str:
    """Return the name of the frame that a page stands in: frames differ by depth, and sections mark the navigation."""
    if address == HOME:
        return "home"
    if address == NOT_FOUND:
        return "404"
    return address.strip("/") if address in SECTIONS else f"depth-{depth(address)}"


FRAMES = ("home", "404", *(section.strip("/") for section in SECTIONS), "depth-2", "depth-3", "depth-4")
"""All frames that addresses ask for."""
